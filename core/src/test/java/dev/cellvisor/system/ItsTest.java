package dev.cellvisor.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.memory.MmioDevice;
import dev.cellvisor.vm.Vm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ITS by its own commands: a device and its events are mapped, INT makes an LPI of them, and the CPU takes it; as QEMU's does. */
class ItsTest {
    private static final long GITS = 0x0808_0000L;
    private static final long GICR = 0x080a_0000L;
    /** The queue, the tables that QEMU's ITS keeps in memory, and the LPIs' configuration: in the harness's blocks of data. */
    private static final long QUEUE = 0x40e0_0000L;
    private static final long DEVICES = 0x40e1_0000L;
    private static final long COLLECTIONS = 0x40e2_0000L;
    private static final long ITT = 0x40e3_0000L;
    private static final long CONFIGURATION = 0x40e4_0000L;
    private static final long PENDING = 0x40f0_0000L;
    private static final int MAPD = 8;
    private static final int MAPC = 9;
    private static final int MAPTI = 10;
    private static final int INT = 3;
    private static final int CLEAR = 4;
    private static final int SYNC = 5;
    private static final int INV = 12;
    private static final int DISCARD = 15;
    private static final int MOVI = 1;
    private static final long VALID = 1L << 63;
    private static final long DEVICE = 5;
    /** Where the device of these tests is. */
    private static final long BELL = 0x0b00_0000L;

    private int commands;

    private static TwoMachines machines(int cpus) {
        return TwoMachines.of("cortex-a57").cpus(cpus).ours(builder -> builder.its());
    }

    private static String store(long address, long value) {
        return "ldr x9, =0x%x\nldr x10, =0x%x\nstr x10, [x9]\n".formatted(address, value);
    }

    private static String storeByte(long address, int value) {
        return "ldr x9, =0x%x\nmov w10, #%d\nstrb w10, [x9]\n".formatted(address, value);
    }

    /** Puts a command into the queue, and lets the ITS do it. */
    private String command(int number, long device, long second, long third) {
        long at = QUEUE + commands++ * 32L;
        return store(at, number | device << 32) + store(at + 8, second) + store(at + 16, third) + store(at + 24, 0) + "dsb sy\n" + store(GITS + 0x88, commands * 32L);
    }

    private String started() {
        var text = new StringBuilder("ldr x9, =level2 + 56\nldr x10, =0x60000040e00705\nstr x10, [x9]\ndsb sy\ntlbi vmalle1\ndsb sy\nisb\n").append(Interrupts.enable(1));
        for (int cpu = 0; cpu < 2; cpu++) {
            text.append(cpu == 0 ? cpu(cpu) : "");
        }
        text.append(store(GITS + 0x100, VALID | DEVICES)).append(store(GITS + 0x108, VALID | COLLECTIONS)).append(store(GITS + 0x80, VALID | QUEUE)).append(store(GITS + 0x88, 0))
                .append("ldr x9, =0x%x\nmov w10, #1\nstr w10, [x9]\n".formatted(GITS));
        return text.toString();
    }

    /** A CPU's redistributor gets its tables, and LPIs are enabled. */
    private static String cpu(int cpu) {
        long base = GICR + cpu * 0x2_0000L;
        return store(base + 0x70, CONFIGURATION | 13) + store(base + 0x78, PENDING + cpu * 0x1_0000L | 1L << 62) + "ldr x9, =0x%x\nmov w10, #1\nstr w10, [x9]\n".formatted(base);
    }

    private static final String LOOK = "msr daifclr, #2\nisb\nnop\nisb\nmsr daifset, #2\n";

    @Test
    void anEventBecomesAnLpi() {
        var guest = new SystemGuest().code(started()).code(storeByte(CONFIGURATION, 0xa1)).code(storeByte(CONFIGURATION + 1, 0x81)).code(storeByte(CONFIGURATION + 2, 0x80));
        guest.code(command(MAPD, DEVICE, 3, VALID | ITT)).code(command(MAPC, 0, 0, VALID)).code(command(MAPTI, DEVICE, 8192L << 32, 0)).code(command(MAPTI, DEVICE, 1 | 8193L << 32, 0))
                .code(command(MAPTI, DEVICE, 2 | 8194L << 32, 0)).code(command(SYNC, 0, 0, 0));
        guest.say("INT").code(command(INT, DEVICE, 0, 0)).code(LOOK).say("two: by priority").code(command(INT, DEVICE, 0, 0)).code(command(INT, DEVICE, 1, 0)).code("mrs x9, icc_hppir1_el1")
                .show("HPPIR", "x9").code(LOOK).say("INT and CLEAR").code(command(INT, DEVICE, 1, 0)).code(command(CLEAR, DEVICE, 1, 0)).code(LOOK);
        guest.say("disabled, then enabled with INV").code(command(INT, DEVICE, 2, 0)).code(LOOK).code(storeByte(CONFIGURATION + 2, 0x81)).code(command(INV, DEVICE, 2, 0)).code(LOOK);
        guest.say("an event that is not mapped").code(command(INT, DEVICE, 7, 0)).code(LOOK).say("an unknown device").code(command(INT, 9, 0, 0)).code(LOOK);
        guest.say("DISCARD").code(command(DISCARD, DEVICE, 0, 0)).code(command(INT, DEVICE, 0, 0)).code(LOOK);
        guest.code("ldr x9, =0x%x\nldr x9, [x9]".formatted(GITS + 0x90)).show("CREADR", "x9");
        List<String> lines = machines(1).run(guest);
        assertEquals(List.of("INT", "interrupt 0000000000002000", "two: by priority", "HPPIR 0000000000002001", "interrupt 0000000000002001", "interrupt 0000000000002000", "INT and CLEAR",
                "disabled, then enabled with INV", "interrupt 0000000000002002"), lines.subList(0, 9));
    }

    /** A message is a store to GITS_TRANSLATER; a CPU's has DeviceID 0 here as on QEMU. */
    @Test
    void aMessageBecomesAnLpi() {
        var guest = new SystemGuest().code(started()).code(storeByte(CONFIGURATION, 0xa1)).code(storeByte(CONFIGURATION + 1, 0x81));
        guest.code(command(MAPD, 0, 3, VALID | ITT)).code(command(MAPC, 0, 0, VALID)).code(command(MAPTI, 0, 8192L << 32, 0)).code(command(MAPTI, 0, 1 | 8193L << 32, 0)).code(command(SYNC, 0, 0, 0));
        guest.say("event 1").code(message(1)).code(LOOK).say("both").code(message(0)).code(message(1)).code(LOOK).say("one that is not mapped").code(message(5)).code(LOOK);
        guest.say("the ITS is disabled").code("ldr x9, =0x%x\nstr wzr, [x9]\n".formatted(GITS)).code(message(0)).code(LOOK);
        assertEquals(List.of("event 1", "interrupt 0000000000002001", "both", "interrupt 0000000000002001", "interrupt 0000000000002000", "one that is not mapped", "the ITS is disabled"),
                machines(1).run(guest));
    }

    private static String message(int event) {
        return "ldr x9, =0x%x\nmov w10, #%d\nstr w10, [x9]\ndsb sy\n".formatted(GITS + 0x1_0040, event);
    }

    /** A device sends its messages through {@code Gicv3.message}; which LPIs they become is what the guest has mapped. */
    @Test
    void aDevicesMessageBecomesTheLpiThatTheGuestHasMapped() {
        var guest = new SystemGuest().code(started()).code(storeByte(CONFIGURATION, 0xa1)).code(storeByte(CONFIGURATION + 1, 0x81));
        guest.code(command(MAPD, DEVICE, 3, VALID | ITT)).code(command(MAPC, 0, 0, VALID)).code(command(MAPTI, DEVICE, 3 | 8193L << 32, 0)).code(command(SYNC, 0, 0, 0));
        guest.code("ldr x9, =0x%x\nmov w10, #3\nstr w10, [x9]".formatted(BELL)).say("rung").code(LOOK).code("ldr x9, =0x%x\nmov w10, #4\nstr w10, [x9]".formatted(BELL)).say("rung by an event that is not mapped").code(LOOK);
        for (Engine engine : new Engine[] {Engine.INTERPRETER, Engine.NATIVE}) {
            try (Vm vm = Vm.builder("messages").memoryMiB(64).its().engine(engine).build()) {
                vm.map().add(BELL, 4096, MmioDevice.of("bell", (offset, size) -> 0, (offset, size, value) -> vm.gic().message((int) DEVICE, (int) value)));
                vm.load(SystemGuest.CODE, guest.bytes());
                vm.cpu(0).set("pc", SystemGuest.CODE);
                vm.run(20_000_000);
                assertEquals(List.of("rung", "interrupt 0000000000002001", "rung by an event that is not mapped"), vm.console().text().lines().map(String::strip).toList());
            }
        }
        try (Vm vm = Vm.builder("without").memoryMiB(64).build()) {
            assertEquals("this GICv3 has no ITS", assertThrows(IllegalStateException.class, () -> vm.gic().message(5, 3)).getMessage());
        }
    }

    @Test
    void anEventMovesToAnotherCpu() {
        var guest = new SystemGuest().code(started()).code(cpu(1)).code(storeByte(CONFIGURATION, 0xa1)).code(command(MAPD, DEVICE, 3, VALID | ITT)).code(command(MAPC, 0, 0, VALID))
                .code(command(MAPC, 0, 0, VALID | 1 << 16 | 1)).code(command(MAPTI, DEVICE, 8192L << 32, 0)).code(Cpus.start(1, "other")).code("""
                ldr x1, =0x%x
            ready: ldr w2, [x1]
                cbz w2, ready
                """.formatted(SystemGuest.DATA)).code(command(MOVI, DEVICE, 0, 1)).code(command(INT, DEVICE, 0, 0)).code(LOOK).code("""
            taken: ldr w2, [x1, #8]
                cbz w2, taken
                """).show("taken by the other", "x2").code("b end_of_test\nother:" + Cpus.begin(1)).code("""
                ldr x9, =0x%x
                ldr w10, [x9]
                and w10, w10, #0xfffffffd
                str w10, [x9]
                mov x10, #1
                msr icc_sre_el1, x10
                isb
                mov x10, #0xff
                msr icc_pmr_el1, x10
                mov x10, #1
                msr icc_igrpen1_el1, x10
                isb
                ldr x1, =0x%x
                mov w2, #1
                str w2, [x1]
            until: mrs x9, icc_iar1_el1
                mov x10, #1020
                cmp x9, x10
                b.hs check
                b until
            check: mov x10, #1024
                cmp x9, x10
                b.lo until
                str w9, [x1, #8]
                """.formatted(GICR + 0x2_0014, SystemGuest.DATA) + Cpus.off() + "end_of_test:");
        assertEquals("taken by the other 0000000000002000", machines(2).run(guest).getLast());
    }
}
