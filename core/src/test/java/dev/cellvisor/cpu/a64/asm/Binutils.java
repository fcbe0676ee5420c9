package dev.cellvisor.cpu.a64.asm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** Asks the GNU tools what they print and what they read. */
final class Binutils {
    private static final String OBJDUMP = "aarch64-linux-gnu-objdump";
    private static final String AS = "aarch64-linux-gnu-as";
    private static final String LD = "aarch64-linux-gnu-ld";
    private static final String OBJCOPY = "aarch64-linux-gnu-objcopy";
    /** Everything that Debian's binutils know, as objdump does without being asked. */
    private static final String ARCHITECTURE = "-march=armv9-a+fp16+fp16fml+crypto+sha3+sm4+rng+memtag+profile+ls64+mops";
    private static final Pattern LINE = Pattern.compile("\\s*([0-9a-f]+):\\t([0-9a-f]{8}) \\t(.*)");
    private static final Pattern TARGET = Pattern.compile("((?:adrp?|bl?|b\\.\\w+|cbn?z|tbn?z|ldr(?:sw)?|prfm) (?:[^\\[]*[ ,])?)0x([0-9a-f]+)");
    private static final Pattern ERROR = Pattern.compile("[^:]*:(\\d+): Error: (.*)");

    private Binutils() {
    }

    /** Skips the test where the tools are missing. */
    static void assume() {
        for (String tool : List.of(OBJDUMP, AS, LD, OBJCOPY)) {
            Assumptions.assumeTrue(isThere(tool), "skipped: " + tool + " is missing; Debian's package binutils-aarch64-linux-gnu has it");
        }
    }

    private static boolean isThere(String tool) {
        for (String directory : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(directory, tool))) {
                return true;
            }
        }
        return false;
    }

    /**
     * What objdump prints for words at consecutive addresses, as we write it: one space behind the mnemonic, no remarks.
     *
     * @return a text for each word
     */
    static String[] disassemble(long address, int[] words) {
        Path directory = directory();
        try {
            Path binary = directory.resolve("words.bin");
            Files.write(binary, bytes(words));
            String[] texts = new String[words.length];
            for (String line : run(directory, OBJDUMP, "-b", "binary", "-m", "aarch64", "-D", "-z", "--adjust-vma=0x" + Long.toHexString(address),
                    binary.toString()).split("\n")) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    texts[(int) ((Long.parseUnsignedLong(matcher.group(1), 16) - address) / 4)] = plain(matcher.group(3));
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(directory);
        }
    }

    private static String plain(String text) {
        return text.replaceAll("\\s*//.*", "").replace('\t', ' ').strip();
    }

    /**
     * What as makes of statements, each alone on its line and four bytes long, from an address up.
     *
     * @return a word for each, or {@code null} where as refuses the statement
     */
    static Integer[] assemble(long address, List<String> statements) {
        // as takes few numbers as branch targets: they are names that the linker knows.
        List<String> names = new ArrayList<>();
        List<String> ours = new ArrayList<>(statements);
        ours.replaceAll(text -> {
            Matcher matcher = TARGET.matcher(text);
            if (matcher.matches()) {
                names.add("target_" + matcher.group(2) + " = 0x" + matcher.group(2) + ";");
                return matcher.group(1) + "target_" + matcher.group(2);
            }
            return text;
        });
        List<String> texts = new ArrayList<>(ours);
        Integer[] words = new Integer[texts.size()];
        Path directory = directory();
        try {
            Path source = directory.resolve("source.s");
            Path object = directory.resolve("object.o");
            boolean clean = false;
            for (int round = 0; !clean; round++) {
                if (round == 8) {
                    throw new IllegalStateException("as finds ever new errors");
                }
                Files.write(source, texts);
                clean = true;
                for (String line : run(directory, AS, ARCHITECTURE, "-o", object.toString(), source.toString()).split("\n")) {
                    Matcher matcher = ERROR.matcher(line);
                    if (matcher.matches()) {
                        texts.set(Integer.parseInt(matcher.group(1)) - 1, "udf #0");
                        clean = false;
                    }
                }
            }
            ByteBuffer bytes = ByteBuffer.wrap(link(directory, object, address, names)).order(ByteOrder.LITTLE_ENDIAN);
            if (bytes.remaining() != words.length * 4) {
                throw new IllegalStateException("as made " + bytes.remaining() + " bytes of " + words.length + " statements");
            }
            for (int i = 0; i < words.length; i++) {
                int word = bytes.getInt();
                words[i] = texts.get(i).equals(ours.get(i)) ? word : null;
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(directory);
        }
    }

    /** The bytes that as and ld make of a whole source at an address. */
    static byte[] assemble(long address, String source) {
        Path directory = directory();
        try {
            Path file = directory.resolve("source.s");
            Files.writeString(file, source);
            Path object = directory.resolve("object.o");
            String errors = run(directory, AS, ARCHITECTURE, "-o", object.toString(), file.toString());
            if (!errors.isBlank()) {
                throw new IllegalStateException(errors);
            }
            return link(directory, object, address, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(directory);
        }
    }

    private static byte[] link(Path directory, Path object, long address, List<String> names) throws IOException {
        Path script = directory.resolve("names.ld");
        Files.write(script, names);
        Path linked = directory.resolve("linked");
        String errors = run(directory, LD, "-z", "max-page-size=4096", "-Ttext=0x" + Long.toHexString(address), "-e", "0", "-o", linked.toString(), object.toString(), script.toString());
        if (!Files.exists(linked) || errors.contains("truncated")) {
            throw new IllegalStateException(errors);
        }
        Path binary = directory.resolve("object.bin");
        run(directory, OBJCOPY, "-O", "binary", "-j", ".text", linked.toString(), binary.toString());
        return Files.readAllBytes(binary);
    }

    private static byte[] bytes(int[] words) {
        ByteBuffer buffer = ByteBuffer.allocate(words.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : words) {
            buffer.putInt(word);
        }
        return buffer.array();
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("cellvisor-asm");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(Path directory, String... command) throws IOException {
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            if (!process.waitFor(300, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " took more than 300 seconds");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return Files.readString(output);
    }
}
