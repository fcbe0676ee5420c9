package dev.cellvisor.debug;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** x86-64 code as text: by objdump where the host has it, else as bytes. */
final class HostDisassembly {
    private static final int BYTES_IN_A_LINE = 16;
    private static final int SECONDS = 10;

    /**
     * An instruction, or a line of bytes.
     *
     * @param offset from the first byte of the code
     */
    record Line(int offset, String text) {
    }

    private HostDisassembly() {
    }

    static List<Line> of(long address, byte[] code) {
        try {
            List<Line> lines = objdump(address, code);
            if (!lines.isEmpty()) {
                return lines;
            }
        } catch (IOException e) {
            // there is none
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return bytes(code);
    }

    static List<Line> bytes(byte[] code) {
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < code.length; at += BYTES_IN_A_LINE) {
            lines.add(new Line(at, HexFormat.ofDelimiter(" ").formatHex(code, at, Math.min(code.length, at + BYTES_IN_A_LINE))));
        }
        return lines;
    }

    /** By objdump; an {@link IOException} says that there is none. */
    static List<Line> objdump(long address, byte[] code) throws IOException, InterruptedException {
        Path file = Files.createTempFile("cellvisor", ".bin");
        try {
            Files.write(file, code);
            Process process = new ProcessBuilder("objdump", "-D", "-b", "binary", "-m", "i386:x86-64", "-M", "intel", "--no-show-raw-insn",
                    "--adjust-vma=" + address, file.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            List<Line> lines = new ArrayList<>();
            for (String line : process.inputReader().lines().toList()) {
                int colon = line.indexOf(":\t");
                if (colon > 0) {
                    lines.add(new Line((int) (Long.parseUnsignedLong(line.substring(0, colon).strip(), 16) - address), line.substring(colon + 2).strip()));
                }
            }
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return lines;
        } finally {
            Files.delete(file);
        }
    }
}
