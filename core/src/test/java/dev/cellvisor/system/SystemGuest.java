package dev.cellvisor.system;

import dev.cellvisor.cpu.a64.asm.Assembler;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A bare-metal program for the whole machine, as assembly, that prints what it finds. It starts at EL1 with the MMU on and interrupts masked; every
 * exception is told in a line and skipped. What it prints on our machine and on QEMU's is compared by {@link TwoMachines}.
 *
 * <p>Memory: from {@link #CODE} the program, which EL0 and EL1 may read and execute; {@link #DATA} for EL1; {@link #USER_DATA} for both; {@link #FREE}
 * writable and executable for EL1; {@link #PAGES} 512 pages whose descriptors are at the label {@code pages}, in {@link #TABLES}. Devices are open
 * to both.
 *
 * <p>Harness routines keep every register. X26 to X28 are the harness's: X27 a routine called after an exception was told, with the syndrome in
 * X0, that answers 0 to skip the instruction, 1 to try it again, 2 to go on at X28; X26 one for interrupts, with the INTID in X0. Without X27 an
 * exception goes on at X28, once, or behind the instruction. {@code svc #1} goes on at EL1.
 */
final class SystemGuest {
    static final long CODE = 0x4010_0000L;
    static final long DATA = 0x4020_0000L;
    static final long USER_DATA = 0x4040_0000L;
    static final long FREE = 0x4060_0000L;
    static final long PAGES = 0x4080_0000L;
    static final long TABLES = 0x40a0_0000L;
    /** PAGES' own physical memory: {@code descriptor(n)} maps its n-th page one to one. */
    static final long PAGE_ATTRIBUTES = 0x703;

    private final StringBuilder main = new StringBuilder();
    private boolean gicv2;
    private int labels;

    /** Interrupts are acknowledged at a GICv2's CPU interface. */
    SystemGuest gicv2() {
        gicv2 = true;
        return this;
    }

    /** Assembly, as it stands. */
    SystemGuest code(String assembly) {
        main.append(assembly).append('\n');
        return this;
    }

    /** Prints a text and a line's end. */
    SystemGuest say(String text) {
        int label = labels++;
        return code("""
                stp x0, x30, [sp, #-16]!
                adr x0, said_%1$d
                bl puts
                ldp x0, x30, [sp], #16
                b said_%1$d_end
            said_%1$d: .asciz "%2$s\\n"
                .balign 4
            said_%1$d_end:
            """.formatted(label, text));
    }

    /** Prints a register of 64 bits behind its name. */
    SystemGuest show(String name, String register) {
        int label = labels++;
        return code("""
                stp x0, x30, [sp, #-16]!
                str %3$s, [sp, #-16]!
                adr x0, said_%1$d
                bl puts
                ldr x0, [sp], #16
                bl hex
                adr x0, newline
                bl puts
                ldp x0, x30, [sp], #16
                b said_%1$d_end
            said_%1$d: .asciz "%2$s "
                .balign 4
            said_%1$d_end:
            """.formatted(label, name, register));
    }

    /** Prints a system register. */
    SystemGuest showSystem(String register) {
        return code("mrs x9, " + register).show(register, "x9");
    }

    /** Prints registers one by one. */
    SystemGuest shows(String... registers) {
        for (String register : registers) {
            show(register, register);
        }
        return this;
    }

    /** Goes to EL0, to the code that follows, with all exceptions open to EL1; {@code svc #1} comes back. */
    SystemGuest toEl0() {
        return toEl0("0");
    }

    /** Goes to EL0 with these bits of SPSR_EL1. */
    SystemGuest toEl0(String spsr) {
        int label = labels++;
        return code("""
                ldr x9, =%2$s
                msr spsr_el1, x9
                adr x9, el0_%1$d
                msr elr_el1, x9
                ldr x9, =%3$d
                msr sp_el0, x9
                eret
            el0_%1$d:
            """.formatted(label, spsr, USER_DATA + 0x1_0000));
    }

    SystemGuest toEl1() {
        return code("svc #1");
    }

    /** The descriptor of one of PAGES, with more bits than a page that EL1 may write and run. */
    SystemGuest map(int page, long more) {
        return code("""
                ldr x9, =pages + %d
                ldr x10, =0x%x
                str x10, [x9]
                dsb sy
                tlbi vmalle1
                dsb sy
                isb
            """.formatted(page * 8, PAGES + page * 4096L | PAGE_ATTRIBUTES | more));
    }

    /** The program as bytes for {@link #CODE}. */
    byte[] bytes() {
        int[] words = Assembler.assemble(CODE, prologue() + main + EPILOGUE).words();
        ByteBuffer bytes = ByteBuffer.allocate(words.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : words) {
            bytes.putInt(word);
        }
        return bytes.array();
    }

    private String prologue() {
        return gicv2 ? PROLOGUE.replace("mrs x0, icc_iar1_el1", "ldr x0, =0x08010000; ldr w0, [x0, #0xc]").replace("msr icc_eoir1_el1, x5", "ldr x0, =0x08010000; str w5, [x0, #0x10]")
                : PROLOGUE;
    }

    private static String vectors() {
        var text = new StringBuilder("    .balign 2048\nvectors:\n");
        for (int vector = 0; vector < 0x800; vector += 0x80) {
            text.append("""
                    sub sp, sp, #0x100
                    stp x0, x1, [sp]
                    mov x0, #0x%x
                    b trap
                    .balign 128
                """.formatted(vector));
        }
        return text.toString();
    }

    private static final String PROLOGUE = """
            .equ UART, 0x09000000
            .equ level1, 0x%x
            .equ level2, level1 + 0x1000
            .equ pages, level1 + 0x2000
        start:
            ldr x0, =0x%x
            mov sp, x0
            bl set_up
            bl main
            ldr x0, =0x84000008
            hvc #0
        end: b end

        // Vectors, CPACR_EL1, tables, MMU: for each CPU.
        set_up:
            msr nzcv, xzr               // not known at reset, and seen in SPSR_EL1
            adr x0, vectors
            msr vbar_el1, x0
            mov x0, #0x300000
            msr cpacr_el1, x0
            ldr x0, =0xff00
            msr mair_el1, x0
            ldr x0, =0x280993519
            msr tcr_el1, x0
            ldr x0, =level1
            msr ttbr0_el1, x0
            ldr x1, =0x60000000000441   // devices, for EL0 too, never executed
            str x1, [x0]
            ldr x1, =level2 + 3
            str x1, [x0, #8]
            ldr x2, =level2
            ldr x1, =0x400007c5         // code: read-only for both
            str x1, [x2]
            ldr x1, =0x60000040200705   // data of EL1
            str x1, [x2, #8]
            ldr x1, =0x60000040400745   // data of both
            str x1, [x2, #16]
            ldr x1, =0x40000040600705   // writable and executable, for EL1
            str x1, [x2, #24]
            ldr x1, =pages + 3
            str x1, [x2, #32]
            ldr x1, =0x60000040a00705   // tables
            str x1, [x2, #40]
            dsb sy
            isb
            tlbi vmalle1
            dsb sy
            isb
            mrs x0, sctlr_el1
            orr x0, x0, #1
            orr x0, x0, #4
            orr x0, x0, #0x1000
            msr sctlr_el1, x0
            isb
            ret

        // Prints the text at X0.
        puts:
            stp x1, x2, [sp, #-16]!
            ldr x1, =UART
        puts_next:
            ldrb w2, [x0], #1
            cbz w2, puts_done
            strb w2, [x1]
            b puts_next
        puts_done:
            ldp x1, x2, [sp], #16
            ret
        newline: .asciz "\\n"
            .balign 4

        // Prints X0 as 16 digits.
        hex:
            stp x1, x2, [sp, #-32]!
            stp x3, x4, [sp, #16]
            ldr x1, =UART
            mov x2, #60
        hex_next:
            lsr x3, x0, x2
            and x3, x3, #15
            mov x4, #'0'
            cmp x3, #10
            add x3, x3, x4
            mov x4, #39
            csel x4, x4, xzr, hs
            add x3, x3, x4
            strb w3, [x1]
            subs x2, x2, #4
            b.pl hex_next
            ldp x3, x4, [sp, #16]
            ldp x1, x2, [sp], #32
            ret

        // Every vector comes here, X0 its offset; X0 and X1 are saved already.
        trap:
            stp x2, x3, [sp, #16]
            stp x4, x5, [sp, #32]
            stp x6, x7, [sp, #48]
            stp x8, x9, [sp, #64]
            stp x10, x11, [sp, #80]
            stp x12, x13, [sp, #96]
            stp x14, x15, [sp, #112]
            stp x16, x17, [sp, #128]
            stp x18, x29, [sp, #144]
            str x30, [sp, #160]
            and x1, x0, #0x180
            cmp x1, #0x80
            b.eq interrupt
            mov x1, x0
            adr x0, text_exception
            bl puts
            mov x0, x1
            bl hex
            adr x0, text_esr
            bl puts
            mrs x0, esr_el1
            bl hex
            mrs x1, esr_el1
            lsr x1, x1, #26
            // FAR_EL1 means something for aborts, PC alignment faults and watchpoints.
            mov x2, #0x37
            lsr x3, x1, #3
            cmp x3, #4
            mov x3, #0x34
            ccmp x1, x3, #4, ne
            mov x3, #0x35
            ccmp x1, x3, #4, ne
            b.ne trap_no_far
            adr x0, text_far
            bl puts
            mrs x0, far_el1
            bl hex
        trap_no_far:
            adr x0, text_spsr
            bl puts
            mrs x0, spsr_el1
            bl hex
            adr x0, text_elr
            bl puts
            mrs x0, elr_el1
            bl hex
            adr x0, newline
            bl puts
            cmp x1, #0x15
            b.eq trap_svc
            mov x0, #0
            cbz x28, trap_hook
            mov x0, #2
        trap_hook:
            cbz x27, trap_answer
            mrs x0, esr_el1
            blr x27
        trap_answer:
            cmp x0, #1
            b.eq trap_return
            b.hi trap_elsewhere
            mrs x0, elr_el1
            add x0, x0, #4
            msr elr_el1, x0
            b trap_return
        trap_elsewhere:
            msr elr_el1, x28
            mov x28, #0
            b trap_return
        trap_svc:
            mrs x0, esr_el1
            and x0, x0, #0xffff
            cmp x0, #1
            b.ne trap_return
            mov x0, #0x3c5
            msr spsr_el1, x0
        trap_return:
            ldp x2, x3, [sp, #16]
            ldp x4, x5, [sp, #32]
            ldp x6, x7, [sp, #48]
            ldp x8, x9, [sp, #64]
            ldp x10, x11, [sp, #80]
            ldp x12, x13, [sp, #96]
            ldp x14, x15, [sp, #112]
            ldp x16, x17, [sp, #128]
            ldp x18, x29, [sp, #144]
            ldr x30, [sp, #160]
            ldp x0, x1, [sp]
            add sp, sp, #0x100
            eret
        interrupt:
            adr x0, text_interrupt
            bl puts
            mrs x0, icc_iar1_el1
            mov x5, x0
            bl hex
            adr x0, newline
            bl puts
            mov x0, x5
            cbz x26, interrupt_told
            str x5, [sp, #168]
            blr x26
            ldr x5, [sp, #168]
        interrupt_told:
            msr icc_eoir1_el1, x5
            b trap_return
        text_exception: .asciz "! vector "
        text_interrupt: .asciz "interrupt "
        text_esr: .asciz " esr "
        text_far: .asciz " far "
        text_spsr: .asciz " spsr "
        text_elr: .asciz " elr "
            .balign 4
            .ltorg
        """.formatted(TABLES, DATA + 0x10_0000) + vectors() + """
        main:
            str x30, [sp, #-16]!
            mov x26, #0
            mov x27, #0
            mov x28, #0
        """;

    private static final String EPILOGUE = """
            ldr x30, [sp], #16
            ret
            .ltorg
        """;
}
