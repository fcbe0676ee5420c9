package dev.cellvisor.cpu.a64.asm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.debug.Kallsyms;
import dev.cellvisor.debug.Symbols;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real programs as objdump prints them: Debian's kernel, busybox out of an initramfs, and programs and libraries of the image {@code debian}. All of them with {@code -Dcellvisor.full=true}, else a part.
 */
class ProgramsAgainstObjdumpTest {
    private static final int CHUNK = 200_000;
    /** What needs SVE, MTE, MOPS or WFxT, which no CPU of ours has; Debian's programs ask before they use it. */
    private static final String OTHER_EXTENSIONS = "(cnt[bd]|cpyf?[pme]|set[pme]|gmi|irg|ldg|ldgm|stg|stgm|st2g|stz2g|stzg|ld1b|st1b|ptrue|pfalse|whilelo"
            + "|wrffr|rdffr|rdvl|wfet|wfit) .*|(ldr|str) [pz]\\d.*|msr tco.*|mov z\\d.*";

    private static Path named(String property, String variable) {
        String name = System.getProperty(property, System.getenv().getOrDefault(variable, ""));
        assumeTrue(!name.isEmpty() && Files.exists(Path.of(name)), "skipped: no file; name one in the environment variable " + variable);
        return Path.of(name);
    }

    @Test
    void debiansKernel() throws IOException {
        Binutils.assume();
        byte[] image = Files.readAllBytes(named("cellvisor.test.kernel", "CELLVISOR_TEST_KERNEL"));
        Symbols symbols = Kallsyms.read(image);
        // The first page of the Image is its header and the EFI stub's; _stext comes at 64 KiB.
        long start = symbols.address("_stext") - 0x10000;
        List<int[]> parts = List.of(words(image, 0x10000, symbols.address("_etext") - start),
                words(image, symbols.address("_sinittext") - start, symbols.address("_einittext") - start));
        compare("the kernel", start + 0x10000, parts.getFirst());
        compare("the kernel's start-up code", symbols.address("_sinittext"), parts.getLast());
    }

    @Test
    void busybox() throws IOException {
        Binutils.assume();
        compareCode("busybox", fileInCpio(Files.readAllBytes(named("cellvisor.test.initrd", "CELLVISOR_TEST_INITRD")), "bin/busybox"));
    }

    /**
     * Programs and libraries of the image {@code debian}, read out of its disk by the tool of e2fsprogs. Not libcrypto: it has large tables of random numbers between its code, which
     * objdump takes for instructions.
     */
    @Test
    void debiansPrograms(@TempDir Path directory) throws IOException {
        Binutils.assume();
        String disk = named("cellvisor.test.disk", "CELLVISOR_TEST_DISK").toString();
        Matcher python = Pattern.compile("/(python3\\.\\d+)/").matcher(debugfs(disk, "ls -p /usr/bin"));
        assertTrue(python.find(), "Python is on the disk");
        for (String name : List.of("/usr/lib/aarch64-linux-gnu/libc.so.6", "/usr/lib/aarch64-linux-gnu/libm.so.6", "/usr/bin/bash", "/usr/bin/perl", "/usr/bin/7zz", "/usr/bin/" + python.group(1))) {
            Path file = directory.resolve(Path.of(name).getFileName());
            debugfs(disk, "dump " + name + " " + file);
            assertTrue(Files.exists(file) && Files.size(file) > 0, () -> name + " is not on " + disk);
            compareCode(file.getFileName().toString(), Files.readAllBytes(file));
        }
    }

    private static String debugfs(String disk, String request) throws IOException {
        Optional<String> program = Stream.of("/usr/sbin/debugfs", "/sbin/debugfs").filter(file -> Files.isExecutable(Path.of(file))).findFirst();
        assumeTrue(program.isPresent(), "skipped: debugfs is missing; Debian's package e2fsprogs has it");
        return new String(new ProcessBuilder(program.orElseThrow(), "-R", request, disk).redirectErrorStream(true).start().getInputStream().readAllBytes(),
                StandardCharsets.UTF_8);
    }

    /** All sections with code. */
    private static void compareCode(String what, byte[] program) {
        ByteBuffer elf = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
        int sections = (int) elf.getLong(0x28);
        int names = sections + elf.getShort(0x3e) * 64;
        for (int i = 0; i < elf.getShort(0x3c); i++) {
            int section = sections + i * 64;
            boolean code = (elf.getLong(section + 8) & 4) != 0 && elf.getInt(section + 4) == 1; // SHF_EXECINSTR, SHT_PROGBITS
            if (code) {
                long from = elf.getLong(section + 0x18);
                String name = text(program, (int) elf.getLong(names + 0x18) + elf.getInt(section));
                compare(what + name, elf.getLong(section + 0x10), words(program, from, from + elf.getLong(section + 0x20)));
            }
        }
    }

    private static String text(byte[] content, int from) {
        int end = from;
        while (content[end] != 0) {
            end++;
        }
        return new String(content, from, end - from, StandardCharsets.US_ASCII);
    }

    private static int[] words(byte[] content, long from, long to) {
        int[] words = new int[(int) (to - from) / 4];
        ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).position((int) from).slice().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(words);
        return words;
    }

    private static void compare(String what, long address, int[] words) {
        Disassembler disassembler = new Disassembler();
        Map<String, Integer> others = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        int step = Samples.full() ? CHUNK : CHUNK * 8;
        for (int from = 0; from < words.length; from += step) {
            int[] chunk = java.util.Arrays.copyOfRange(words, from, Math.min(from + Math.min(CHUNK, step), words.length));
            String[] texts = Binutils.disassemble(address + from * 4L, chunk);
            compared += chunk.length;
            for (int i = 0; i < chunk.length; i++) {
                Line line = disassembler.disassemble(address + (from + i) * 4L, chunk[i]);
                if (!line.text().equals(texts[i])) {
                    if (line.isUndefined() && texts[i].matches(OTHER_EXTENSIONS)) {
                        others.merge(texts[i].replaceAll(" .*", ""), 1, Integer::sum);
                    } else if (!texts[i].endsWith("undefined")) {
                        wrong.add(line + ", objdump: " + texts[i]);
                    } else {
                        others.merge("unpredictable: " + line.text().replaceAll(" .*", ""), 1, Integer::sum);
                    }
                }
            }
        }
        int other = others.values().stream().mapToInt(n -> n).sum();
        if (compared >= 1000) {
            System.out.printf("figure: disassembler, %s: %d words, %.4f %% as objdump prints them; beyond our CPUs: %s%n", what, compared, 100.0 * (compared - other) / compared, others);
        }
        assertEquals(List.of(), wrong);
        assertTrue(other <= Math.max(300, compared / 1000), "too many instructions are unknown: " + others);
    }

    /** A file of an archive of format newc, which is not compressed. */
    private static byte[] fileInCpio(byte[] archive, String wanted) {
        int at = 0;
        while (true) {
            String header = new String(archive, at, 110, StandardCharsets.US_ASCII);
            assumeTrue(header.startsWith("070701"), "skipped: the initramfs is compressed");
            int size = Integer.parseInt(header.substring(54, 62), 16);
            int nameSize = Integer.parseInt(header.substring(94, 102), 16);
            String name = new String(archive, at + 110, nameSize - 1, StandardCharsets.UTF_8);
            int content = at + 110 + nameSize + 3 & -4;
            if (name.equals(wanted)) {
                return java.util.Arrays.copyOfRange(archive, content, content + size);
            }
            assumeTrue(!name.equals("TRAILER!!!"), "skipped: no " + wanted + " in the initramfs");
            at = content + size + 3 & -4;
        }
    }
}
