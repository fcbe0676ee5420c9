package dev.cellvisor.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Programs of others that check themselves, for the image debian: stress-ng with --verify, openssl, 7-Zip, SQLite, Perl, gcc and what it compiles,
 * Python's own tests. They go into the guest as a tar on a disk.
 */
final class DebianPrograms {
    /**
     * A program.
     *
     * @param group of each group the sample takes one
     * @param small the command as the sample runs it
     * @param whole the command as the full run has it
     * @param threads whether it is worth a run on two CPUs
     */
    record Program(String group, String small, String whole, boolean threads) {
    }

    /** What follows from time, from process numbers, or from chance by intent, and is not compared. */
    private static final List<String[]> TIMINGS = List.of(
            new String[] {"(?m)^stress-ng: (\\w+): +\\[\\d+] ", "stress-ng: $1: "},
            new String[] {"(?m)(successful run completed in) .*$", "$1 some time"},
            new String[] {"(?m)^(stress-ng: metrc: \\S+) +\\d+\\.\\d+ (.*)$", "$1 $2"}, // a rate and what it is of
            new String[] {"(?m)^(stress-ng: metrc: atomic) +\\d+ .*$", "$1"}, // whose processes share a counter and may go past its end
            new String[] {"(?m)^(stress-ng: metrc: \\S+ +\\d+) .*$", "$1"},
            new String[] {"(?m)^(stress-ng: info: hash: +\\w+) +[\\d.]+ +([\\d.]+)$", "$1 $2"},
            new String[] {"(?m)^stress-ng: metrc: .*(real time|\\(secs\\)).*\\R", ""});

    private static final List<String> FILES = List.of("openssl-digests.sh", "openssl-ciphers.sh", "openssl-keys.sh", "7z-methods.sh", "7z-threads.sh",
            "sqlite.sh", "perl.sh", "gcc.sh", "mathematics.c", "threads.c", "bits.c", "tests.py");

    /** Run first: unpacks the tar, whichever disk it is. */
    static final String PREPARE = "mkdir -p /tmp/p; for d in /dev/vd?; do tar xf $d -C /tmp/p 2>/dev/null && break; done; cd /tmp; export PYTHONHASHSEED=0; dmesg -n 1; ls /tmp/p";

    private DebianPrograms() {
    }

    static List<Program> all() {
        List<Program> all = new ArrayList<>();
        for (String[] stress : new String[][] {
                {"stress: cpu", "cpu", "--cpu-method all --cpu-ops 90", "90", "900"},
                {"stress: cpu", "fp", "--fp-ops 20", "20", "200"}, {"stress: cpu", "matrix", "--matrix-size 64 --matrix-ops 20", "20", "400"},
                {"stress: cpu", "matrix-3d", "--matrix-3d-size 16 --matrix-3d-ops 2", "ops 2", "ops 40"},
                {"stress: vectors", "vecmath", "--vecmath-ops 20", "20", "1000"}, {"stress: vectors", "vecwide", "--vecwide-ops 20", "20", "400"},
                {"stress: vectors", "vecfp", "--vecfp-ops 20", "20", "100"}, {"stress: vectors", "vecshuf", "--vecshuf-ops 20", "20", "400"},
                {"stress: memory", "vm", "--vm-bytes 4m --vm-method all --vm-ops 2000", "2000", "20000"},
                {"stress: memory", "memcpy", "--memcpy-ops 10", "10", "100"}, {"stress: memory", "atomic", "--atomic-ops 20", "20", "200"},
                {"stress: hashes", "crypt", "--crypt-ops 2", "2", "40"}, {"stress: hashes", "hash", "--hash-ops 20", "20", "400"},
                {"stress: hashes", "zlib", "--zlib-ops 2", "2", "40"},
                {"stress: sort and search", "qsort", "--qsort-size 4096 --qsort-ops 1", "ops 1", "ops 20"},
                {"stress: sort and search", "mergesort", "--mergesort-size 4096 --mergesort-ops 1", "ops 1", "ops 20"},
                {"stress: sort and search", "heapsort", "--heapsort-size 4096 --heapsort-ops 1", "ops 1", "ops 20"},
                {"stress: sort and search", "radixsort", "--radixsort-size 4096 --radixsort-ops 1", "ops 1", "ops 20"},
                {"stress: sort and search", "shellsort", "--shellsort-size 4096 --shellsort-ops 1", "ops 1", "ops 20"},
                {"stress: sort and search", "bsearch", "--bsearch-size 4096 --bsearch-ops 2", "ops 2", "ops 40"},
                {"stress: sort and search", "hsearch", "--hsearch-size 1024 --hsearch-ops 2", "ops 2", "ops 40"},
                {"stress: sort and search", "lsearch", "--lsearch-size 512 --lsearch-ops 1", "ops 1", "ops 20"},
                {"stress: sort and search", "tsearch", "--tsearch-size 1024 --tsearch-ops 2", "ops 2", "ops 40"},
                {"stress: sort and search", "tree", "--tree-size 1024 --tree-ops 1", "ops 1", "ops 20"},
                {"stress: text", "str", "--str-ops 20", "20", "400"}, {"stress: text", "wcs", "--wcs-ops 20", "20", "400"}}) {
            String command = "stress-ng --seed 1 --verify --metrics-brief --" + stress[1] + " %d " + stress[2] + " 2>&1";
            boolean shared = List.of("atomic", "cpu", "vm", "qsort", "memcpy", "hash").contains(stress[1]);
            all.add(new Program(stress[0], command.formatted(1), command.formatted(1).replace(stress[3] + " 2>", stress[4] + " 2>"), shared));
        }
        all.add(script("openssl", "openssl-digests.sh", "500", "50000"));
        all.add(script("openssl", "openssl-ciphers.sh", "500", "50000"));
        all.add(script("openssl", "openssl-keys.sh", "512", "2048"));
        all.add(script("7-Zip", "7z-methods.sh", "1000 20000", "20000 1000000"));
        all.add(new Program("7-Zip", "bash /tmp/p/7z-threads.sh 1000 20000", "bash /tmp/p/7z-threads.sh 20000 1000000", true));
        all.add(script("SQLite and Perl", "sqlite.sh", "1000", "50000"));
        all.add(script("SQLite and Perl", "perl.sh", "3000", "50000"));
        all.add(script("gcc", "gcc.sh", "mathematics 100", "mathematics 5000"));
        all.add(new Program("gcc", "bash /tmp/p/gcc.sh threads 2000", "bash /tmp/p/gcc.sh threads 50000", true));
        all.add(script("gcc", "gcc.sh", "bits 500", "bits 20000"));
        for (String module : List.of("math", "float", "struct", "json", "re", "zlib", "ctypes", "hashlib", "decimal")) {
            String whole = "python3 /tmp/p/tests.py test_" + module + " 2>&1";
            all.add(new Program(List.of("decimal", "hashlib", "ctypes", "math", "re").contains(module) ? "left to the full run" : "Python", whole, whole, module.equals("hashlib")));
        }
        return all;
    }

    private static Program script(String group, String file, String small, String whole) {
        String command = "bash /tmp/p/" + file + " ";
        return new Program(group, command + small, command + whole, false);
    }

    /** One program of each group, by a seed. */
    static List<Program> sample(long seed) {
        var random = new Random(seed);
        List<Program> sample = new ArrayList<>();
        for (String group : all().stream().map(Program::group).distinct().filter(group -> !group.startsWith("left")).toList()) {
            List<Program> choice = all().stream().filter(program -> program.group().equals(group)).toList();
            sample.add(choice.get(random.nextInt(choice.size())));
        }
        return sample;
    }

    static String withoutTimings(String output) {
        String text = output;
        for (String[] each : TIMINGS) {
            text = Pattern.compile(each[0]).matcher(text).replaceAll(each[1]);
        }
        return text;
    }

    /** Writes the scripts and sources as a tar, whole sectors long. */
    static void disk(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); var tar = new TarArchiveOutputStream(out, 1 << 20)) {
            for (String name : FILES) {
                try (var in = DebianPrograms.class.getResourceAsStream("programs/" + name)) {
                    byte[] bytes = in.readAllBytes();
                    var entry = new TarArchiveEntry(name);
                    entry.setSize(bytes.length);
                    entry.setModTime(1_700_000_000_000L);
                    tar.putArchiveEntry(entry);
                    tar.write(bytes);
                    tar.closeArchiveEntry();
                }
            }
        }
    }
}
