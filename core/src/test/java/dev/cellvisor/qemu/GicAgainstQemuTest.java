package dev.cellvisor.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cellvisor.irq.CpuInterface;
import dev.cellvisor.irq.Gicv3;
import dev.cellvisor.irq.IrqLine;
import dev.cellvisor.memory.MmioRegister;
import dev.cellvisor.memory.RegisterDevice;
import dev.cellvisor.trace.Trace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our GICv3 against QEMU's, access by access, with the same deterministic random accesses on both.
 *
 * <p>Where ours is different on purpose, the comparison leaves it out, each with its reason:
 * <ul>
 * <li>GICD_TYPER: ours declares 1 of N (No1N is 0), no LPIs and 10 bits of INTID. QEMU has INTIDs up to 287 and declares
 *     ITLinesNumber for 255; compared is a controller with 224 SPIs (IHI 0069, GICD_TYPER: the maximum is 32(N+1)-1).
 * <li>LPIs: GICR_CTLR, GICR_TYPER.PLPIS, GICR_PROPBASER, GICR_PENDBASER; ours has none, so that they read as zero.
 * <li>Priorities: ours keeps the 5 bits that ICC_CTLR_EL1.PRIbits declares, in GICD and GICR too (IHI 0069, 4.8: unimplemented
 *     bits are RAZ/WI); QEMU keeps 8 there. Values written are multiples of 8.
 * <li>GICR_WAKER: ours signals nothing to a CPU that sleeps (IHI 0069, GICR_WAKER); QEMU does. It is kept awake.
 * <li>A group disabled in ICC_IGRPEN<n>_EL1 does not hide the other one in ours; in QEMU it does. Both are written together.
 * <li>GICD_IROUTER.IRM, 1 of N: QEMU has none. It is not written.
 * <li>Reserved bits: QEMU keeps those of GICD_IROUTER and ICC_PMR_EL1, which are RES0. They are not written.
 * <li>ICC_BPR<n>_EL1 written with 8 or more: three bits are kept and then the minimum applies; in QEMU the other way round.
 * </ul>
 */
class GicAgainstQemuTest {
    private static final long GICD = 0x0800_0000L;
    private static final long GICR = 0x080a_0000L;
    private static final List<String> DIFFERENT = List.of("GICD_TYPER", "GICR_CTLR", "GICR_TYPER", "GICR_PROPBASER", "GICR_PENDBASER");

    private final Trace trace = new Trace();
    private final Deque<String> history = new ArrayDeque<>();

    @BeforeEach
    void needsQemu() {
        Qemu.assumeInstalled();
    }

    /** What to compare with an answer of QEMU's. */
    private record Expected(long value, String what) {
    }

    // ---- MMIO, through qtest ----

    private final Map<Integer, Expected> expected = new TreeMap<>();

    private void readBoth(Qtest qemu, RegisterDevice device, long base, long offset, int sizeBytes) {
        int index = qemu.read(base + offset, sizeBytes);
        expected.put(index, new Expected(device.read(offset, sizeBytes), "read of %d bytes at %s after %s"
                .formatted(sizeBytes, device.registerName(offset), history)));
    }

    private void writeBoth(Qtest qemu, RegisterDevice device, long base, long offset, int sizeBytes, long value) {
        qemu.write(base + offset, sizeBytes, value);
        device.write(offset, sizeBytes, value);
        remember("%s=0x%x".formatted(device.registerName(offset), value));
    }

    private void remember(String what) {
        history.addLast(what);
        if (history.size() > 12) {
            history.removeFirst();
        }
    }

    private void compare(Qtest qemu) throws Exception {
        long[] answers = qemu.run();
        for (var entry : expected.entrySet()) {
            assertEquals(hex(answers[entry.getKey()]), hex(entry.getValue().value), entry.getValue().what);
        }
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    @Test
    void everyRegisterHasTheSameResetValue() throws Exception {
        var qemu = new Qtest(2);
        var gic = new Gicv3(2, 224, trace);
        resetValues(qemu, gic.distributor(), GICD);
        resetValues(qemu, gic.redistributors().get(0), GICR);
        resetValues(qemu, gic.redistributors().get(1), GICR + Gicv3.GICR_SIZE_BYTES);
        compare(qemu);
    }

    private void resetValues(Qtest qemu, RegisterDevice device, long base) {
        for (MmioRegister register : device.registers().registers()) {
            for (int i = 0; i < register.count() && !DIFFERENT.contains(register.name()); i++) {
                if (register.access() != MmioRegister.Access.WO) {
                    readBoth(qemu, device, base, register.offset() + (long) i * register.sizeBytes(), register.sizeBytes());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomAccessesAndInputsReadBackTheSame(long seed) throws Exception {
        var random = new Random(seed);
        var qemu = new Qtest(2);
        var gic = new Gicv3(2, 224, trace);
        List<MmioRegister> distributor = comparable(gic.distributor());
        List<MmioRegister> redistributor = comparable(gic.redistributors().get(0));
        for (int step = 0; step < 4000; step++) {
            int kind = random.nextInt(10);
            if (kind == 0) {
                int intid = random.nextInt(16, 256);
                boolean level = random.nextBoolean();
                int cpu = random.nextInt(2);
                qemu.gicInput(intid < 32 ? 256 + 32 * cpu + intid : intid - 32, level);
                (intid < 32 ? gic.ppi(cpu, intid) : gic.spi(intid)).set(level);
                remember("line %d of cpu%d=%b".formatted(intid, cpu, level));
            } else {
                int cpu = random.nextInt(-1, 2);
                RegisterDevice device = cpu < 0 ? gic.distributor() : gic.redistributors().get(cpu);
                long base = cpu < 0 ? GICD : GICR + cpu * Gicv3.GICR_SIZE_BYTES;
                List<MmioRegister> registers = cpu < 0 ? distributor : redistributor;
                MmioRegister register = registers.get(random.nextInt(registers.size()));
                // Few registers of a row, so that the same interrupts meet.
                long offset = register.offset() + (long) random.nextInt(Math.min(register.count(), random.nextInt(4) == 0 ? 999 : 40)) * register.sizeBytes();
                int size = register.sizeBytes();
                if (register.name().endsWith("IPRIORITYR") && random.nextBoolean()) {
                    offset += random.nextInt(4);
                    size = 1;
                } else if (register.name().equals("GICD_IROUTER") && random.nextBoolean()) {
                    offset += random.nextInt(2) * 4;
                    size = 4;
                }
                if (kind < 6) {
                    writeBoth(qemu, device, base, offset, size, value(random, register, size));
                }
                if (register.access() != MmioRegister.Access.WO) {
                    readBoth(qemu, device, base, offset, size);
                }
            }
        }
        resetValues(qemu, gic.distributor(), GICD);
        resetValues(qemu, gic.redistributors().get(0), GICR);
        resetValues(qemu, gic.redistributors().get(1), GICR + Gicv3.GICR_SIZE_BYTES);
        compare(qemu);
    }

    private static List<MmioRegister> comparable(RegisterDevice device) {
        return device.registers().registers().stream().filter(register -> !DIFFERENT.contains(register.name())).toList();
    }

    private static long value(Random random, MmioRegister register, int size) {
        long value = random.nextInt(3) == 0 ? random.nextLong() & random.nextLong() & random.nextLong() : random.nextLong();
        value = switch (register.name()) {
            case "GICD_IPRIORITYR", "GICR_IPRIORITYR" -> value & 0xf8f8_f8f8_f8f8_f8f8L;
            case "GICD_IROUTER" -> size == 8 ? value & 0xff_00ff_ffffL : value & 0xff;
            case "GICD_CTLR" -> value & 3;
            default -> value;
        };
        return size == 8 ? value : value & (1L << 8 * size) - 1;
    }

    // ---- the CPU interface, by a program on QEMU's CPU ----

    private static final int ISR_EL1 = CpuInterface.encoding(3, 0, 12, 1, 0);
    private static final int PMR = icc(4, 6, 0);
    private static final int BPR0 = icc(12, 8, 3);
    private static final int AP0R0 = icc(12, 8, 4);
    private static final int AP1R0 = icc(12, 9, 0);
    private static final int DIR = icc(12, 11, 1);
    private static final int RPR = icc(12, 11, 3);
    private static final int SGI1R = icc(12, 11, 5);
    private static final int ASGI1R = icc(12, 11, 6);
    private static final int SGI0R = icc(12, 11, 7);
    private static final int BPR1 = icc(12, 12, 3);
    private static final int CTLR = icc(12, 12, 4);
    private static final int SRE = icc(12, 12, 5);
    private static final int IGRPEN0 = icc(12, 12, 6);
    private static final int IGRPEN1 = icc(12, 12, 7);
    private static final int[] ACKNOWLEDGE = {icc(12, 8, 0), icc(12, 12, 0)};
    private static final int[] END = {icc(12, 8, 1), icc(12, 12, 1)};
    private static final int[] HIGHEST = {icc(12, 8, 2), icc(12, 12, 2)};
    private static final int CNTP_CTL = CpuInterface.encoding(3, 3, 14, 2, 1);
    private static final int CNTV_CTL = CpuInterface.encoding(3, 3, 14, 3, 1);

    /** The interrupts that take part: two SGIs, the two timers' PPIs, the UART, the clock, and three without a device. */
    private static final int[] INTIDS = {0, 5, 27, 30, 33, 34, 100, 101, 130};

    private static int icc(int crn, int crm, int op2) {
        return CpuInterface.encoding(3, 0, crn, crm, op2);
    }

    /** The same actions on both sides, by the first of two CPUs; the second is off, and its redistributor shows what reaches it. Levels come from devices that the program can switch: two timers, the UART and the clock. */
    private final class Pair {
        final GuestProgram program = new GuestProgram(2);
        final Gicv3 gic = new Gicv3(2, 224, trace);
        final List<Expected> results = new ArrayList<>();
        boolean irq;
        boolean fiq;

        Pair() {
            gic.connect(0, level -> irq = level, level -> fiq = level);
        }

        void gicd(long offset, int size, long value) {
            program.write(GICD + offset, size, value);
            gic.distributor().write(offset, size, value);
            remember("%s=0x%x".formatted(gic.distributor().registerName(offset), value));
        }

        void gicr(long offset, int size, long value) {
            program.write(GICR + offset, size, value);
            gic.redistributors().get(0).write(offset, size, value);
            remember("%s=0x%x".formatted(gic.redistributors().get(0).registerName(offset), value));
        }

        void bits(String row, int intid) {
            if (intid < 32) {
                gicr(gic.redistributors().get(0).registers().offsetOf("GICR_" + row + "0"), 4, 1L << intid);
            } else {
                gicd(gic.distributor().registers().offsetOf("GICD_" + row + intid / 32), 4, 1L << intid % 32);
            }
        }

        void priority(int intid, int priority) {
            if (intid < 32) {
                gicr(0x1_0400 + intid, 1, priority);
            } else {
                gicd(0x400 + intid, 1, priority);
            }
        }

        void system(int register, long value) {
            program.writeSystem(register, value);
            gic.cpuInterface(0).write(register, 1, value);
            remember("%x=0x%x".formatted(register, value));
        }

        long system(int register) {
            program.readSystem(register);
            long value = gic.cpuInterface(0).read(register, 1);
            results.add(new Expected(value, "MRS %x after %s".formatted(register, history)));
            remember("%x?0x%x".formatted(register, value));
            return value;
        }

        void line(int intid, boolean level) {
            switch (intid) {
                case 27 -> program.writeSystem(CNTV_CTL, level ? 1 : 0);
                case 30 -> program.writeSystem(CNTP_CTL, level ? 1 : 0);
                case 33 -> program.write(0x0900_0038L, 4, level ? 1 << 5 : 0);
                default -> program.write(0x0901_0010L, 4, level ? 1 : 0);
            }
            IrqLine line = intid < 32 ? gic.ppi(0, intid) : gic.spi(intid);
            line.set(level);
            remember("line %d=%b".formatted(intid, level));
        }

        void observe() {
            program.readSystem(ISR_EL1);
            results.add(new Expected((irq ? 1 << 7 : 0) | (fiq ? 1 << 6 : 0), "ISR_EL1 after " + history));
            for (int register : new int[] {RPR, HIGHEST[0], HIGHEST[1], AP0R0, AP1R0}) {
                system(register);
            }
            for (long offset : new long[] {0x204, 0x20c, 0x304, 0x30c, 0x310}) {
                program.read(GICD + offset, 4);
                results.add(new Expected(gic.distributor().read(offset, 4), gic.distributor().registerName(offset) + " after " + history));
            }
            for (int cpu = 0; cpu < 2; cpu++) {
                for (long offset : new long[] {0x1_0200, 0x1_0300}) {
                    program.read(GICR + cpu * Gicv3.GICR_SIZE_BYTES + offset, 4);
                    results.add(new Expected(gic.redistributors().get(cpu).read(offset, 4),
                            gic.redistributors().get(cpu).registerName(offset) + " of cpu" + cpu + " after " + history));
                }
            }
        }

        void compare() throws Exception {
            long[] answers = program.run();
            for (int i = 0; i < answers.length; i++) {
                assertEquals(hex(answers[i]), hex(results.get(i).value), results.get(i).what);
            }
        }
    }

    private Pair started() {
        var pair = new Pair();
        // The clock's alarm is now (its match register is its count), the UART has sent something: both levels can be had.
        pair.program.write(0x0901_0008L, 4, 77);
        pair.program.write(0x0901_0004L, 4, 77);
        pair.program.print((byte) 'x');
        pair.gicr(0x14, 4, 0);
        pair.gicd(0, 4, 3);
        for (int intid : INTIDS) {
            pair.bits("ISENABLER", intid);
        }
        pair.system(PMR, 0xf8);
        pair.system(IGRPEN0, 1);
        pair.system(IGRPEN1, 1);
        return pair;
    }

    @Test
    void systemRegistersStartAlike() throws Exception {
        var pair = new Pair();
        for (int register : new int[] {PMR, BPR0, BPR1, AP0R0, AP1R0, RPR, CTLR, SRE, IGRPEN0, IGRPEN1, ACKNOWLEDGE[0], ACKNOWLEDGE[1], HIGHEST[0], HIGHEST[1]}) {
            pair.system(register);
        }
        for (int register : new int[] {PMR, BPR0, BPR1, AP0R0, AP1R0, CTLR, SRE, IGRPEN0, IGRPEN1}) {
            pair.system(register, register == AP0R0 || register == AP1R0 ? 0xffff_ffffL : 0xf7);
            pair.system(register);
            pair.system(register, 0);
            pair.system(register);
        }
        pair.compare();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void interruptsLiveTheSameLives(long seed) throws Exception {
        var random = new Random(seed);
        Pair pair = started();
        Deque<Integer> stack = new ArrayDeque<>();
        List<Integer> dropped = new ArrayList<>();
        int[] groups = new int[1024];
        boolean split = false;
        for (int step = 0; step < 1500; step++) {
            int intid = INTIDS[random.nextInt(INTIDS.length)];
            switch (random.nextInt(24)) {
                case 0, 1, 2, 3 -> pair.line(new int[] {27, 30, 33, 34}[random.nextInt(4)], random.nextBoolean());
                case 4, 5 -> pair.bits("ISPENDR", intid);
                case 6 -> pair.bits(random.nextBoolean() ? "ICPENDR" : "ICENABLER", intid);
                case 7, 8 -> pair.bits("ISENABLER", intid);
                case 9 -> pair.priority(intid, random.nextInt(32) * 8);
                case 10 -> pair.priority(intid, random.nextInt(32) * 8);
                case 11 -> {
                    pair.system(BPR0, random.nextInt(8));
                    pair.system(BPR1, random.nextInt(8));
                    pair.system(BPR1);
                }
                case 12 -> pair.system(PMR, random.nextInt(4) == 0 ? random.nextInt(256) : 0xff);
                case 13 -> {
                    split = random.nextBoolean();
                    pair.system(CTLR, (split ? 2 : 0) | (random.nextInt(4) == 0 ? 1 : 0));
                    pair.system(CTLR);
                }
                case 14 -> pair.system(new int[] {SGI0R, SGI1R, ASGI1R}[random.nextInt(3)], (long) (random.nextBoolean() ? 5 : 0) << 24
                        | (random.nextInt(4) == 0 ? 1L << 40 : random.nextInt(4)) | (random.nextInt(8) == 0 ? 1L << 16 : 0));
                case 15 -> {
                    groups[intid] ^= 1;
                    if (intid < 32) {
                        pair.gicr(0x1_0080, 4, pair.gic.redistributors().get(0).read(0x1_0080, 4) ^ 1L << intid);
                    } else {
                        pair.gicd(0x80 + intid / 32 * 4, 4, pair.gic.distributor().read(0x80 + intid / 32 * 4, 4) ^ 1L << intid % 32);
                    }
                }
                case 16 -> {
                    int enabled = random.nextInt(4) == 0 ? 0 : 1;
                    pair.system(IGRPEN0, enabled);
                    pair.system(IGRPEN1, enabled);
                    pair.gicd(0, 4, random.nextInt(4) == 0 ? random.nextInt(4) : 3);
                }
                case 17 -> {
                    if (intid >= 100 && random.nextBoolean()) {
                        pair.gicd(0x6000 + 8 * intid, 8, random.nextInt(3) == 0 ? random.nextInt(3) : 0);
                    } else if (intid >= 100) {
                        long offset = 0xc00 + intid / 16 * 4;
                        pair.gicd(offset, 4, pair.gic.distributor().read(offset, 4) ^ 2L << intid % 16 * 2);
                    }
                }
                case 18 -> {
                    if (random.nextInt(4) == 0) {
                        pair.bits(random.nextBoolean() ? "ISACTIVER" : "ICACTIVER", intid);
                    } else if (random.nextInt(8) == 0) {
                        pair.system(END[random.nextInt(2)], intid);
                    }
                }
                case 19, 20, 21 -> {
                    int group = pair.fiq ? 0 : pair.irq ? 1 : random.nextInt(2);
                    int acknowledged = (int) pair.system(ACKNOWLEDGE[group]);
                    if (acknowledged < 1020) {
                        stack.push(acknowledged << 1 | group);
                    }
                }
                case 22 -> {
                    if (!dropped.isEmpty()) {
                        pair.system(DIR, dropped.remove(random.nextInt(dropped.size())));
                    }
                }
                default -> {
                    while (!stack.isEmpty() && random.nextInt(4) != 0) {
                        int top = stack.pop();
                        pair.system(END[top & 1], top >> 1);
                        if (split) {
                            dropped.add(top >> 1);
                        }
                    }
                }
            }
            if (step % 100 == 99) {
                // A clean slate now and then, so that the walk does not end in a corner.
                pair.system(AP0R0, 0);
                pair.system(AP1R0, 0);
                for (int one : INTIDS) {
                    pair.bits("ICACTIVER", one);
                    pair.bits("ISENABLER", one);
                }
                stack.clear();
                dropped.clear();
            }
            pair.observe();
        }
        pair.compare();
    }
}
