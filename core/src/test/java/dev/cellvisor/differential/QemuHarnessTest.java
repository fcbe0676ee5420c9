package dev.cellvisor.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** The harness on QEMU alone: what a block does is what the output record says. */
class QemuHarnessTest {

    @Test
    void knownInstructionsGiveKnownResults() {
        assumeTrue(QemuMachine.available(), "skipped: qemu-system-aarch64 is not installed");
        for (Setting setting : new Setting[] {Setting.NORMAL, Setting.NORMAL.withSpsr(Setting.EL1T), Setting.NORMAL.withSpsr(Setting.EL0),
                new Setting(false, false, Setting.EL1H)}) {
            byte[] window = new byte[1024];
            for (int i = 0; i < window.length; i++) {
                window[i] = (byte) i;
            }
            var batch = new Batch(setting, window);
            var input = new Input();
            for (int x = 0; x < 31; x++) {
                input.set(Layout.X + 8 * x, 0x1111_1111_1111L * x);
            }
            for (int v = 0; v < 32; v++) {
                input.set(Layout.V + 16 * v, 1000 + v);
                input.set(Layout.V + 16 * v + 8, 2000 + v);
            }
            input.set(Layout.SP_EL1, 0x7770);
            input.set(Layout.SP_EL0, 0x8880);
            input.set(Layout.FPCR, 1 << 22);
            input.set(Layout.FPSR, 1);
            input.set(Layout.X + 8 * 9, setting.window() - 4);
            batch.add(new Run(new int[] {
                0xab020023, // adds x3, x1, x2
                0xf9400124, // ldr x4, [x9]: across the window's two pages
                0xf8004925, // sttr x5, [x9, #4]
                0x4ee28420, // add v0.2d, v1.2d, v2.2d
            }, input, 0));
            batch.add(new Run(new int[] {0x00000000, CodeBuilder.NOP}, input, 0)); // udf #0
            var missing = input.copy();
            missing.set(Layout.X + 8 * 9, 0x1234_5678L);
            missing.set(Layout.SPSR, 0x6000_0000L);
            batch.add(new Run(new int[] {CodeBuilder.NOP, 0xf9400124}, missing, 0));
            try (var qemu = new QemuMachine("cortex-a57", 20)) {
                batch.execute(qemu);
                Output output = batch.output(qemu, 0);
                assertEquals(0x1111_1111_1111L * 3, output.x(3));
                assertEquals(0x0302_0100_fffe_fdfcL, output.x(4));
                assertEquals(output.x(5), output.get(Layout.WINDOW + Layout.WINDOW_HALF));
                assertEquals(0x1111_1111_1111L * 30, output.x(30));
                assertEquals(2003, output.get(Layout.V), "v0.d[0]");
                assertEquals(4003, output.get(Layout.V + 8), "v0.d[1]");
                assertEquals(2031, output.get(Layout.V + 16 * 31 + 8));
                assertEquals(0x7770, output.get(Layout.SP_EL1));
                assertEquals(0x8880, output.get(Layout.SP_EL0));
                assertEquals(1 << 22, output.get(Layout.FPCR));
                assertEquals(1, output.get(Layout.FPSR));
                assertEquals(0x5600_0000L | Batch.END_OF_BLOCK, output.get(Layout.ESR), "SVC");
                assertEquals(setting.spsr(), output.get(Layout.SPSR));
                assertEquals(Layout.CODE + 20, output.get(Layout.ELR));
                long vector = setting.spsr() == Setting.EL1H ? 0x200 : setting.spsr() == Setting.EL1T ? 0 : 0x400;
                assertEquals(vector, output.get(Layout.VECTOR));
                assertEquals(0x0200_0000, batch.output(qemu, 1).get(Layout.ESR), "Undefined");
                Output fault = batch.output(qemu, 2);
                if (setting.mmu()) {
                    assertEquals(setting.spsr() == Setting.EL0 ? 0x24 : 0x25, fault.exceptionClass(), "Data Abort");
                    assertEquals(0x1234_5678L, fault.get(Layout.FAR));
                    assertEquals(0x6000_0000L | setting.spsr(), fault.get(Layout.SPSR));
                }
            }
        }
    }
}
