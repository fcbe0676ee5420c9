package dev.cellvisor.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cellvisor.device.Pl011;
import dev.cellvisor.device.Pl031;
import dev.cellvisor.memory.MmioRegister;
import dev.cellvisor.memory.RegisterDevice;
import dev.cellvisor.time.EventQueue;
import dev.cellvisor.time.VirtualClock;
import dev.cellvisor.trace.Trace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * PL011 and PL031 against QEMU's, register by register, with the same deterministic random writes; their interrupt lines are
 * seen in the GIC's pending registers. Time stands still on both sides.
 *
 * <p>Where ours is different on purpose:
 * <ul>
 * <li>PL011: reserved bits read as zero (DDI 0183, 3.3); QEMU 7.2 keeps what was written. Only bits that exist are written.
 * <li>PL011: QEMU 7.2 has no loopback; LBE is not written.
 * <li>PL011: QEMU's receive interrupt comes with the first character whatever UARTIFLS says, it has no receive timeout, and it
 *     receives while the UART is off. Nothing is received here; Pl011Test holds ours to the TRM.
 * <li>PL031: QEMU 7.2 clears all of the raw status with any bit of RTCICR that is set in it, as ours does: bit 0 alone is there.
 * </ul>
 */
class PrimeCellsAgainstQemuTest {
    private static final long UART = 0x0900_0000L;
    private static final long RTC = 0x0901_0000L;
    private static final long GICD_ISPENDR1 = 0x0800_0204L;
    private static final long START = 1_767_225_600; // 2026-01-01, as Qemu says

    private final VirtualClock clock = new VirtualClock();
    private final EventQueue events = new EventQueue();
    private final Trace trace = new Trace();
    private final Qtest qemu = new Qtest(1);
    private final List<Runnable> checks = new ArrayList<>();
    private final Deque<String> history = new ArrayDeque<>();
    private boolean uartLine;
    private boolean rtcLine;
    private long[] answers;
    private final Pl011 uart = new Pl011(level -> uartLine = level, clock, events, trace);
    private final Pl031 rtc = new Pl031(START, level -> rtcLine = level, clock, events, trace);

    @BeforeEach
    void needsQemu() {
        Qemu.assumeInstalled();
    }

    private void read(RegisterDevice device, long base, long offset) {
        int index = qemu.read(base + offset, 4);
        long ours = device.read(offset, 4);
        String what = device.registerName(offset) + " after " + history;
        checks.add(() -> assertEquals("0x" + Long.toHexString(answers[index]), "0x" + Long.toHexString(ours), what));
    }

    private void line(boolean level, int spi) {
        int index = qemu.read(GICD_ISPENDR1, 4);
        String what = "SPI " + spi + " after " + history;
        checks.add(() -> assertEquals((answers[index] >>> spi & 1) != 0, level, what));
    }

    private void write(RegisterDevice device, long base, long offset, long value) {
        qemu.write(base + offset, 4, value);
        device.write(offset, 4, value);
        history.addLast("%s=0x%x".formatted(device.registerName(offset), value));
        if (history.size() > 12) {
            history.removeFirst();
        }
    }

    private void compare() throws Exception {
        answers = qemu.run();
        checks.forEach(Runnable::run);
    }

    @Test
    void everyRegisterHasTheSameResetValue() throws Exception {
        for (MmioRegister register : uart.registers().registers()) {
            read(uart, UART, register.offset());
        }
        for (MmioRegister register : rtc.registers().registers()) {
            read(rtc, RTC, register.offset());
        }
        compare();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theUartAnswersTheSame(long seed) throws Exception {
        var random = new Random(seed);
        List<MmioRegister> registers = uart.registers().registers();
        for (int step = 0; step < 1500; step++) {
            MmioRegister register = registers.get(random.nextInt(registers.size()));
            long mask = 0;
            for (MmioRegister.Field field : register.fields()) {
                mask |= (1L << field.high() + 1) - (1L << field.low());
            }
            if (register.name().equals("UARTCR")) {
                mask &= ~(1 << 7);
            }
            write(uart, UART, register.offset(), random.nextInt() & mask);
            MmioRegister other = registers.get(random.nextInt(registers.size()));
            read(uart, UART, register.offset());
            read(uart, UART, other.offset());
            line(uartLine, 1);
        }
        compare();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theClockAnswersTheSame(long seed) throws Exception {
        var random = new Random(seed);
        List<MmioRegister> registers = rtc.registers().registers();
        for (int step = 0; step < 1500; step++) {
            MmioRegister register = registers.get(random.nextInt(8));
            // Few dates, so that the match register meets the count.
            write(rtc, RTC, register.offset(), random.nextInt(4));
            read(rtc, RTC, register.offset());
            read(rtc, RTC, registers.get(random.nextInt(registers.size())).offset());
            line(rtcLine, 2);
        }
        compare();
    }
}
