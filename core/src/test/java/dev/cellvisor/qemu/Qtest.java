package dev.cellvisor.qemu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A stopped virt machine whose memory map is read and written through QEMU's qtest protocol. Commands go out in one batch. */
final class Qtest {
    private final List<String> commands = new ArrayList<>();
    private final int cpus;

    Qtest(int cpus) {
        this.cpus = cpus;
    }

    /** Asks for a read; its answer will be at the index that is returned. */
    int read(long address, int sizeBytes) {
        commands.add("read" + letter(sizeBytes) + " 0x" + Long.toHexString(address));
        return commands.size() - 1;
    }

    void write(long address, int sizeBytes, long value) {
        commands.add("write" + letter(sizeBytes) + " 0x" + Long.toHexString(address) + " 0x" + Long.toHexString(value));
    }

    /** Drives an input of the GIC: SPIs from 0, then 32 for each CPU. The GIC is the first device behind the CPUs. */
    void gicInput(int input, boolean level) {
        commands.add("set_irq_in /machine/unattached/device[" + cpus + "] unnamed-gpio-in " + input + " " + (level ? 1 : 0));
    }

    private static char letter(int sizeBytes) {
        return switch (sizeBytes) {
            case 1 -> 'b';
            case 2 -> 'w';
            case 4 -> 'l';
            default -> 'q';
        };
    }

    /** Runs the batch on a fresh machine; one answer for each command, 0 for those that answer nothing. */
    long[] run() throws IOException, InterruptedException {
        Process qemu = Qemu.start(cpus, "-S", "-serial", "null", "-qtest", "stdio", "-qtest-log", "/dev/null");
        try {
            Thread.ofVirtual().start(() -> {
                try (Writer out = qemu.outputWriter(StandardCharsets.US_ASCII)) {
                    for (String command : commands) {
                        out.write(command);
                        out.write('\n');
                    }
                    // The answer to the last command is sent before the input is seen to end.
                } catch (IOException ignored) {
                    // QEMU went away; the answers that are missing tell it.
                }
            });
            long[] answers = new long[commands.size()];
            int count = 0;
            var in = new BufferedReader(new InputStreamReader(qemu.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = in.readLine(); line != null && count < answers.length; line = in.readLine()) {
                if (line.startsWith("OK")) {
                    answers[count++] = line.length() > 3 ? Long.parseUnsignedLong(line.substring(5), 16) : 0;
                } else if (!line.startsWith("IRQ")) {
                    throw new IOException("QEMU answered '" + line + "' to '" + commands.get(count) + "'");
                }
                if (count == answers.length) {
                    break;
                }
            }
            if (count < answers.length) {
                throw new IOException("QEMU ended after " + count + " of " + answers.length + " commands, before '" + commands.get(count) + "'");
            }
            return answers;
        } finally {
            qemu.destroyForcibly();
            qemu.waitFor(10, TimeUnit.SECONDS);
        }
    }

    String command(int index) {
        return commands.get(index);
    }
}
