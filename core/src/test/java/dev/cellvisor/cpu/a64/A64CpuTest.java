package dev.cellvisor.cpu.a64;

import static dev.cellvisor.cpu.a64.Bare.AF;
import static dev.cellvisor.cpu.a64.Bare.DATA;
import static dev.cellvisor.cpu.a64.Bare.EL0;
import static dev.cellvisor.cpu.a64.Bare.NOT_GLOBAL;
import static dev.cellvisor.cpu.a64.Bare.PAGE;
import static dev.cellvisor.cpu.a64.Bare.RAM;
import static dev.cellvisor.cpu.a64.Bare.READ_ONLY;
import static dev.cellvisor.cpu.a64.Bare.VECTORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.cpu.Exit;
import dev.cellvisor.memory.MmioDevice;
import dev.cellvisor.state.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The CPU around its instructions: exceptions, translation, counting, interrupts, breakpoints, saved state. */
class A64CpuTest {
    private final Bare bare = new Bare();

    @AfterEach
    void close() {
        bare.close();
    }

    // ---- exceptions

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "svc #7                | 0x56000007 | 4",
        "brk #9                | 0xf2000009 | 0",
        ".word 0               | 0x02000000 | 0",
        "msr S3_0_C15_C0_7, x0 | 0x02000000 | 0",
    })
    void synchronousExceptionsAtEl1(String instruction, String esr, int returnsTo) {
        bare.code(instruction + "; wfi").run();
        assertEquals(Long.decode(esr), bare.cpu.get("ESR_EL1"));
        assertEquals(RAM + returnsTo, bare.cpu.get("ELR_EL1"));
        assertEquals(0x3c5, bare.cpu.get("SPSR_EL1"));
        assertEquals(0x200, bare.x(28), "the vector for the current level with SP_ELx");
    }

    @Test
    void el0AndBack() {
        bare.mmu().map(0, RAM + 0x8000 | EL0 | READ_ONLY | AF | PAGE);
        bare.put(RAM + 0x8000, "mov x1, #3; svc #1");
        bare.code("msr spsr_el1, xzr; msr elr_el1, xzr; mov x9, #0x40000000; add x9, x9, #0x200000; msr sp_el0, x9; eret");
        bare.mmu();
        bare.run();
        assertEquals(3, bare.x(1));
        assertEquals(0x400, bare.x(28), "the vector for a lower level");
        assertEquals(4, bare.cpu.get("CurrentEL"));
        assertEquals(0, bare.cpu.get("SPSR_EL1") & 0xf);
        assertEquals(RAM + 0x20_0000, bare.cpu.get("SP_EL0"));
    }

    @Test
    void anIllegalReturnIsReportedAtItsTarget() {
        bare.code("mov x0, #0x3cd; msr spsr_el1, x0; adr x1, there; msr elr_el1, x1; eret; there: wfi").run();
        assertEquals(0x0e, bare.cpu.get("ESR_EL1") >>> 26);
        assertEquals(RAM + 20, bare.cpu.get("ELR_EL1"));
    }

    @Test
    void aGuestWithoutVectorsIsStuckNotEndless() {
        bare.code(".word 0");
        bare.cpu.set("VBAR_EL1", 0);
        assertTrue(assertInstanceOf(Exit.Stuck.class, bare.run()).reason().contains("0x200"));
    }

    /** The loop's data lies where its page's TLB entry is: each access takes the entry of the code away. */
    @Test
    void whereARunStopsDoesNotShowInItsState() {
        String program = "mov x1, #0x40200000; loop: ldr x0, [x1]; add x2, x2, x0; add x3, x3, #1; str x2, [x1, #8]; b loop";
        bare.code(program).cpu.run(1001);
        try (var other = new Bare()) {
            other.code(program);
            for (int i = 0; i < 1001; i++) {
                other.cpu.run(1);
                if (i % 100 == 0) {
                    other.cpu.restore(other.cpu.save());
                }
            }
            assertEquals(bare.cpu.save(), other.cpu.save());
        }
    }

    // ---- translation

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { // va, descriptor bits, instruction, ESR_EL1 or 0 for no fault
        "0x5000 | 0x000 | ldr x0, [x1] | 0x96000007", // not valid, level 3
        "0x5000 | 0x403 | ldr x0, [x1] | 0",
        "0x5000 | 0x003 | ldr x0, [x1] | 0x9600000b", // access flag
        "0x5000 | 0x483 | ldr x0, [x1] | 0",
        "0x5000 | 0x483 | str x0, [x1] | 0x9600004f", // read-only
        "0x5000 | 0x403 | str x0, [x1] | 0",
        "0x5000 | 0x403 | ldtr x0, [x1] | 0x9600000f", // EL0 has no access
        "0x5000 | 0x443 | ldtr x0, [x1] | 0",
        "0x5ffc | 0x403 | ldr x0, [x1] | 0x96000007", // crosses into a page that is not mapped
        "0x200000 | 0 | ldr x0, [x1] | 0x96000006", // level 2
        "0x8000000000 | 0 | ldr x0, [x1] | 0x96000004", // beyond 39 bits
        "0x5000 | 0x443 | blr x1 | 0x8600000f", // writable by EL0: never executable at EL1
        "0x5000 | 0x401 | ldr x0, [x1] | 0x96000007", // a block at level 3 is reserved
    })
    void faultsSayWhatAndWhere(String va, String bits, String instruction, String esr) {
        long address = Long.decode(va);
        long descriptor = Long.decode(bits);
        bare.code(instruction + "; wfi").mmu();
        if (descriptor != 0) {
            bare.map(address & 0x1f_ffff, DATA | descriptor);
        }
        bare.cpu.set("x1", address);
        bare.run();
        long expected = Long.decode(esr);
        assertEquals(expected, expected == 0 ? bare.x(28) : bare.cpu.get("ESR_EL1"), () -> Syndrome.describe(bare.cpu.get("ESR_EL1")));
        if (expected != 0) {
            long faulting = (address & 0xfff) == 0xffc ? address + 4 : address;
            assertEquals(faulting, bare.cpu.get("FAR_EL1"));
        }
    }

    @Test
    void aTlbEntryLivesUntilItIsInvalidated() {
        bare.memory.writeLong(DATA, 1);
        bare.memory.writeLong(DATA + 0x1000, 2);
        bare.code("ldr x2, [x1]; str x4, [x3]; ldr x5, [x1]; tlbi vaae1, x6; dsb sy; isb; ldr x7, [x1]; wfi").mmu().map(0x5000, DATA | AF | PAGE);
        bare.cpu.set("x1", 0x5000);
        bare.cpu.set("x3", Bare.TABLES + 0x2000 + 5 * 8);
        bare.cpu.set("x4", DATA + 0x1000 | AF | PAGE);
        bare.cpu.set("x6", 5);
        bare.run();
        assertEquals(List.of(1L, 1L, 2L), List.of(bare.x(2), bare.x(5), bare.x(7)));
    }

    @Test
    void entriesOfAnotherAsidAreNotSeen() {
        bare.memory.writeLong(DATA, 1);
        bare.memory.writeLong(DATA + 0x1000, 2);
        // The same address in one ASID, then another table entry and another ASID, then the first ASID again (its entry was replaced).
        bare.code("ldr x2, [x1]; str x4, [x3]; msr ttbr0_el1, x6; isb; ldr x5, [x1]; wfi").mmu().map(0x5000, DATA | AF | NOT_GLOBAL | PAGE);
        bare.cpu.set("x1", 0x5000);
        bare.cpu.set("x3", Bare.TABLES + 0x2000 + 5 * 8);
        bare.cpu.set("x4", DATA + 0x1000 | AF | NOT_GLOBAL | PAGE);
        bare.cpu.set("x6", Bare.TABLES | 2L << 48);
        bare.run();
        assertEquals(1, bare.x(2));
        assertEquals(2, bare.x(5));
    }

    @Test
    void oneAddressOfABlockTakesTheWholeBlockWithIt() {
        // A block of 2 MiB at VA 2 MiB; two of its pages are looked up, then it becomes invalid, and only one address is invalidated.
        long level2 = Bare.TABLES + 0x1000;
        bare.code("ldr x2, [x1]; ldr x2, [x1, x9]; str xzr, [x3]; tlbi vaae1, x6; dsb sy; isb; ldr x7, [x1, x9]; wfi").mmu();
        bare.memory.writeLong(level2 + 8, RAM | AF | 1);
        bare.cpu.set("x1", 0x20_0000);
        bare.cpu.set("x9", 0x3000);
        bare.cpu.set("x3", level2 + 8);
        bare.cpu.set("x6", 0x200);
        bare.run();
        assertEquals(0x9600_0006L, bare.cpu.get("ESR_EL1"));
        assertEquals(0x20_3000, bare.cpu.get("FAR_EL1"));
    }

    @Test
    void addressTranslationInstructionsFillParEl1() {
        bare.code("at s1e1r, x1; mrs x2, par_el1; at s1e1w, x1; mrs x3, par_el1; at s1e0r, x1; mrs x4, par_el1; at s1e1r, xzr; mrs x5, par_el1; wfi")
                .mmu().map(0x5000, DATA | AF | READ_ONLY | PAGE);
        bare.cpu.set("x1", 0x5123);
        bare.run();
        assertEquals(DATA, bare.x(2) & 0xffff_ffff_f000L);
        assertEquals(0, bare.x(2) & 1);
        assertEquals(0x0f << 1 | 1, bare.x(3) & 0x7f, "permission fault, level 3");
        assertEquals(0x0f << 1 | 1, bare.x(4) & 0x7f);
        assertEquals(0x07 << 1 | 1, bare.x(5) & 0x7f, "translation fault, level 3");
    }

    @Test
    void deviceMemoryWantsAlignment() {
        bare.code("ldr x0, [x1]; wfi");
        bare.cpu.set("x1", DATA + 4);
        bare.run();
        assertEquals(0x9600_0021L, bare.cpu.get("ESR_EL1"), "with the MMU off all data is Device memory");
        assertEquals(DATA + 4, bare.cpu.get("FAR_EL1"));
    }

    @Test
    void whereNothingIsAnExternalAbortIsTaken() {
        bare.code("str x0, [x1]; wfi");
        bare.cpu.set("x1", 0x1000);
        bare.run();
        assertEquals(0x9600_0050L, bare.cpu.get("ESR_EL1"));
    }

    @Test
    void explainShowsTheWalk() {
        bare.code("wfi").mmu().map(0x5000, DATA | AF | READ_ONLY | PAGE);
        var translation = bare.cpu.explain(0x5678);
        assertEquals(DATA + 0x678, translation.ipa());
        assertEquals(List.of(1, 2, 3), translation.steps().stream().map(step -> step.level()).toList());
        assertEquals("EL1 r-x, EL0 --x", translation.permissions());
        assertEquals("level 3, va[20:12] = 5: descriptor at 0x%08x = 0x%016x: page at 0x%08x AP[2:1]=2 AttrIndx=0 AF"
                .formatted(Bare.TABLES + 0x2028, DATA | AF | READ_ONLY | PAGE, DATA), translation.steps().getLast().toString());
        assertTrue(translation.base().startsWith("TTBR0_EL1 0x0000000040020000, 39-bit addresses, 4 KiB"), translation.base());
        assertEquals("translation fault, level 3", bare.cpu.explain(0x6000).fault());
    }

    // ---- code that changes

    @Test
    void codeWrittenByTheGuestItselfIsExecutedAsWritten() {
        // The loop body adds 1, then overwrites the add by one that adds 16 (the page being executed), and goes round again.
        bare.code("again: add x2, x2, #1; str w4, [x3]; add x5, x5, #1; cmp x5, #3; b.ne again; wfi");
        bare.cpu.set("x3", RAM);
        bare.cpu.set("x4", dev.cellvisor.cpu.a64.asm.Assembler.words("add x2, x2, #16")[0]);
        bare.run();
        assertEquals(1 + 16 + 16, bare.x(2));
    }

    @Test
    void codeWrittenFromOutsideIsExecutedAsWritten() {
        bare.code("mov x0, #1; wfi").run();
        bare.put(RAM, "mov x0, #2");
        bare.cpu.set("pc", RAM);
        bare.run();
        assertEquals(2, bare.x(0));
    }

    // ---- counting, slices, interrupts

    @Test
    void theCountIsExactInTheMiddleOfAnAccess() {
        List<Long> counts = new ArrayList<>();
        bare.map.add(0x1000, 0x1000, MmioDevice.of("probe", (offset, size) -> {
            counts.add(bare.cpu.retired());
            return 0;
        }, (offset, size, value) -> counts.add(-bare.cpu.retired())));
        bare.code("mov x1, #0x1000; ldr w0, [x1]; nop; str w0, [x1]; wfi").run();
        assertEquals(List.of(2L, -4L), counts);
        assertEquals(5, bare.cpu.retired());
    }

    @Test
    void howARunIsCutDoesNotMatter() {
        String program = "mov x1, #0x40000000; add x1, x1, #0x100000; loop: add x0, x0, #1; str x0, [x1], #8; svc #0; cmp x0, #300; b.lt loop; wfi";
        String vector = "mrs x9, elr_el1; add x10, x10, x9; eret";
        List<String> hashes = new ArrayList<>();
        for (int slice : new int[] {1, 7, 100_000}) {
            try (var other = new Bare()) {
                other.code(program);
                other.put(VECTORS + 0x200, vector);
                other.mmu();
                while (!(other.cpu.run(slice) instanceof Exit.Waiting)) {
                    assertTrue(other.cpu.retired() < 100_000);
                }
                hashes.add(other.cpu.save().hash());
            }
        }
        assertEquals(hashes.getFirst(), hashes.get(1));
        assertEquals(hashes.getFirst(), hashes.get(2));
    }

    @Test
    void anInterruptRaisedByAnAccessIsTakenBeforeTheNextInstruction() {
        bare.map.add(0x1000, 0x1000, MmioDevice.of("bell", (offset, size) -> 0, (offset, size, value) -> bare.cpu.irqLine().raise()));
        bare.code("msr daifclr, #2; mov x1, #0x1000; str w0, [x1]; mov x2, #1; wfi").run();
        assertEquals(0x280, bare.x(28));
        assertEquals(RAM + 12, bare.cpu.get("ELR_EL1"));
        assertEquals(0, bare.x(2));
    }

    @Test
    void aMaskedInterruptWaitsUntilItIsUnmasked() {
        bare.code("mov x2, #1; msr daifclr, #2; mov x2, #2; wfi");
        bare.cpu.irqLine().raise();
        bare.run();
        assertEquals(1, bare.x(2));
        assertEquals(0x280, bare.x(28));
    }

    @Test
    void whoIsToldOfAnInterruptCanStopRightThere() {
        bare.code("mov x2, #1; msr daifclr, #2; mov x2, #2; wfi");
        bare.trace.add((instruction, fact) -> bare.cpu.leave(new Exit.Stopped(fact.kind())));
        bare.cpu.irqLine().raise();
        assertEquals(new Exit.Stopped("exception"), bare.run());
        assertEquals(2, bare.cpu.retired());
        assertEquals(VECTORS + 0x280, bare.cpu.pc());
    }

    @Test
    void wfiWakesByALineEvenWhileItIsMasked() {
        bare.code("wfi; mov x2, #1; wfi");
        assertInstanceOf(Exit.Waiting.class, bare.run());
        assertTrue(bare.cpu.waiting());
        bare.cpu.irqLine().raise();
        bare.cpu.run(2);
        assertEquals(1, bare.x(2));
    }

    @Test
    void sevLetsTheNextWfeGoOn() {
        bare.code("sev; wfe; mov x2, #1; wfe; mov x2, #2; wfi");
        assertInstanceOf(Exit.Waiting.class, bare.run());
        assertEquals(1, bare.x(2));
    }

    // ---- people

    @Test
    void breakpointsStopBeforeTheInstructionAndLetItGo() {
        bare.code("mov x0, #1; mov x0, #2; mov x0, #3; wfi");
        bare.cpu.addBreakpoint(RAM + 4);
        assertEquals(new Exit.Breakpoint(RAM + 4), bare.run());
        assertEquals(1, bare.x(0));
        assertInstanceOf(Exit.Waiting.class, bare.run());
        assertEquals(3, bare.x(0));
        bare.cpu.reset(RAM, 0);
        bare.cpu.removeBreakpoint(RAM + 4);
        assertInstanceOf(Exit.Waiting.class, bare.run());
    }

    @Test
    void aStopFromAnotherThreadEndsALoop() throws InterruptedException {
        bare.code("b .");
        Thread stopper = Thread.ofPlatform().start(() -> bare.cpu.requestStop("enough"));
        Exit exit;
        do {
            exit = bare.cpu.run(Long.MAX_VALUE / 4);
        } while (exit instanceof Exit.Limit);
        stopper.join();
        assertEquals(new Exit.Stopped("enough"), exit);
    }

    @Test
    void registersGoByTheirArchitecturalNames() {
        bare.code("wfi");
        bare.cpu.set("X3", 0x1_0000_0002L);
        assertEquals(2, bare.cpu.get("w3"));
        bare.cpu.set("w3", -1);
        assertEquals(0xffff_ffffL, bare.cpu.get("x3"));
        bare.cpu.set("v2.s[3]", 0x1234);
        assertEquals(0x1234L << 32, bare.cpu.get("v2.d[1]"));
        bare.cpu.set("d2", 5);
        assertEquals(0, bare.cpu.get("v2.d[1]"));
        bare.cpu.set("vbar_el1", 0x8000);
        assertEquals(0x8000, bare.cpu.get("VBAR_EL1"));
        assertEquals(0x411f_d070L, bare.cpu.get("MIDR_EL1"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> bare.cpu.get("VBAR")).getMessage().contains("VBAR_EL1"));
        assertThrows(IllegalArgumentException.class, () -> bare.cpu.set("MIDR_EL1", 0));
    }

    @Test
    void aSavedCpuGoesOnInAnotherMachine() {
        bare.code("loop: add x0, x0, #1; str x0, [x1, x0, lsl #3]; cmp x0, #500; b.ne loop; wfi");
        bare.cpu.set("x1", DATA);
        bare.cpu.run(777);
        State saved = bare.cpu.save();
        try (var other = new Bare(bare.memory.fork())) {
            other.cpu.restore(saved);
            assertEquals(saved.hash(), other.cpu.save().hash());
            bare.run();
            other.run();
            assertEquals(500, other.x(0));
            assertEquals(bare.cpu.save().hash(), other.cpu.save().hash());
            assertEquals(bare.cpu.retired(), other.cpu.retired());
        }
    }
}
