package dev.cellvisor.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cellvisor.cpu.GenericTimer;
import dev.cellvisor.irq.CpuInterface;
import dev.cellvisor.time.EventQueue;
import dev.cellvisor.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The generic timer's registers and lines against QEMU's CPU. QEMU's time goes on while the program runs, so compare values are
 * either long past or far ahead, and counts are not compared.
 */
class TimerAgainstQemuTest {
    private static final int CNTKCTL = CpuInterface.encoding(3, 0, 14, 1, 0);
    private static final int CNTFRQ = CpuInterface.encoding(3, 3, 14, 0, 0);
    private static final int[] TVAL = {CpuInterface.encoding(3, 3, 14, 2, 0), CpuInterface.encoding(3, 3, 14, 3, 0)};
    private static final int[] CTL = {CpuInterface.encoding(3, 3, 14, 2, 1), CpuInterface.encoding(3, 3, 14, 3, 1)};
    private static final int[] CVAL = {CpuInterface.encoding(3, 3, 14, 2, 2), CpuInterface.encoding(3, 3, 14, 3, 2)};
    private static final long GICR_ISPENDR0 = 0x080b_0200L;

    private final GuestProgram program = new GuestProgram(1);
    private final List<Long> expected = new ArrayList<>();
    private final List<String> what = new ArrayList<>();
    private final boolean[] line = new boolean[2];
    private final VirtualClock clock = new VirtualClock();
    private final GenericTimer timer = new GenericTimer(0, clock, new EventQueue(), level -> line[0] = level, level -> line[1] = level);

    @BeforeEach
    void needsQemu() {
        Qemu.assumeInstalled();
    }

    private void read(int register, String name) {
        program.readSystem(register);
        expected.add(timer.read(register, 1));
        what.add(name);
    }

    private void write(int register, long value) {
        program.writeSystem(register, value);
        timer.write(register, 1, value);
    }

    @Test
    void registersAndLinesAreTheSame() throws Exception {
        clock.countWith(() -> 16_000_000L);
        read(CNTFRQ, "CNTFRQ_EL0");
        read(CNTKCTL, "CNTKCTL_EL1");
        read(CTL[0], "CNTP_CTL_EL0");
        read(CTL[1], "CNTV_CTL_EL0");
        write(CNTKCTL, 0xffff_ffffL);
        var random = new Random(1);
        long[] compare = {0, 1, 100, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE, -1};
        for (int step = 0; step < 600; step++) {
            int which = random.nextInt(2);
            switch (random.nextInt(4)) {
                case 0 -> write(CVAL[which], compare[random.nextInt(compare.length)]);
                case 1 -> write(TVAL[which], random.nextBoolean() ? 0x7000_0000L : 0x1_ffff_fff0L);
                default -> write(CTL[which], random.nextInt(8));
            }
            for (int i = 0; i < 2; i++) {
                read(CTL[i], "control " + i + " in step " + step);
            }
            program.read(GICR_ISPENDR0, 4);
            expected.add((line[0] ? 1L << 30 : 0) | (line[1] ? 1L << 27 : 0));
            what.add("lines in step " + step);
            if (random.nextInt(3) == 0) {
                write(CVAL[which], random.nextLong());
                read(CVAL[which], "compare value in step " + step);
            }
        }
        long[] answers = program.run();
        for (int i = 0; i < answers.length; i++) {
            assertEquals("0x" + Long.toHexString(answers[i]), "0x" + Long.toHexString(expected.get(i)), what.get(i));
        }
    }
}
