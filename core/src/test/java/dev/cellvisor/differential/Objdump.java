package dev.cellvisor.differential;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** GNU objdump, for texts in reports and as a third judge of what is an instruction. */
final class Objdump {
    private static final String COMMAND = "aarch64-linux-gnu-objdump";

    private Objdump() {
    }

    static boolean available() {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (Files.isExecutable(Path.of(directory, COMMAND))) {
                return true;
            }
        }
        return false;
    }

    /** The text of each word, at consecutive addresses; {@code .inst …} where it is none. Empty texts where objdump is not installed. */
    static List<String> texts(int[] words, long address) {
        List<String> texts = new ArrayList<>(words.length);
        if (!available()) {
            for (int word : words) {
                texts.add("");
            }
            return texts;
        }
        try {
            Path file = Files.createTempFile("cellvisor", ".bin");
            try {
                var bytes = ByteBuffer.allocate(words.length * 4).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asIntBuffer().put(words);
                Files.write(file, bytes.array());
                // -z, or it leaves out runs of zero words.
                Process process = new ProcessBuilder(COMMAND, "-D", "-z", "-b", "binary", "-m", "aarch64",
                        "--adjust-vma=" + address, file.toString()).redirectErrorStream(true).start();
                try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                    lines.lines().forEach(line -> {
                        String[] columns = line.split("\t", 3);
                        if (columns.length == 3 && columns[0].endsWith(":")) {
                            texts.add(columns[2].strip());
                        }
                    });
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("objdump could not be used", e);
        }
        if (texts.size() != words.length) {
            throw new IllegalStateException("objdump gave " + texts.size() + " lines for " + words.length + " words");
        }
        return texts;
    }
}
