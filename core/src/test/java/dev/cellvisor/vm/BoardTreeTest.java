package dev.cellvisor.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.boot.DeviceTree;
import dev.cellvisor.virtio.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our device tree beside the one that QEMU's virt machine gives its guests, and under dtc's eyes. */
class BoardTreeTest {
    private static final List<String> QEMU = List.of("qemu-system-aarch64", "-cpu", "cortex-a57", "-m", "512", "-nographic", "-nic", "none");

    /** What QEMU has and we do not have as a device: whole nodes. */
    private static final Set<String> QEMU_ONLY_NODES = Set.of("/platform-bus@c000000", "/fw-cfg@9020000", "/gpio-keys",
            "/gpio-keys/poweroff", "/pl061@9030000", "/pcie@10000000", "/flash@0");
    /** What we have and QEMU does not. */
    private static final Set<String> OUR_ONLY_NODES = Set.of("/aliases");
    /** QEMU names the conduit of CPUs only when there are several; cpu_suspend is spelt the same. Seeds are random there. */
    private static final Set<String> OTHER_PROPERTIES = Set.of("/cpus/cpu@0 enable-method", "/chosen rng-seed", "/chosen kaslr-seed");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void nodesAndPropertiesAreThoseOfQemu(int gicVersion) throws IOException, InterruptedException {
        DeviceTree theirs = DeviceTree.parse(Files.readAllBytes(qemuTree(directory, gicVersion)));
        DeviceTree ours = ours(gicVersion);
        Map<String, DeviceTree.Node> theirNodes = nodes(theirs);
        Map<String, DeviceTree.Node> ourNodes = nodes(ours);

        var theirsOnly = new TreeSet<>(QEMU_ONLY_NODES);
        if (gicVersion == 2) {
            theirsOnly.add("/intc@8000000/v2m@8020000");
        }
        assertEquals(theirsOnly, minus(theirNodes.keySet(), ourNodes.keySet()), "nodes that only QEMU has");
        assertEquals(OUR_ONLY_NODES, minus(ourNodes.keySet(), theirNodes.keySet()), "nodes that only we have");

        List<String> differences = new ArrayList<>();
        ourNodes.forEach((path, node) -> {
            if (theirNodes.containsKey(path)) {
                compare(ours, node, theirs, theirNodes.get(path), differences);
            }
        });
        differences.removeIf(difference -> OTHER_PROPERTIES.stream().anyMatch(difference::startsWith));
        assertEquals(List.of(), differences);
    }

    private static void compare(DeviceTree ours, DeviceTree.Node our, DeviceTree theirs, DeviceTree.Node their, List<String> differences) {
        Set<String> names = new TreeSet<>(our.properties());
        names.addAll(their.properties());
        for (String name : names) {
            String what = our.path() + " " + name;
            if (!our.has(name) || !their.has(name)) {
                differences.add(what + " is only " + (our.has(name) ? "ours" : "QEMU's"));
            } else if (Set.of("clocks", "cpu", "interrupt-parent").contains(name)) { // phandles: the number is free
                String ourTarget = ours.byPhandle(our.cell(name, 0)).path();
                String theirTarget = theirs.byPhandle(their.cell(name, 0)).path();
                if (!ourTarget.equals(theirTarget)) {
                    differences.add(what + " points to " + ourTarget + ", QEMU's to " + theirTarget);
                }
            } else if (!name.equals("phandle") && !Arrays.equals(our.bytes(name), their.bytes(name))) {
                differences.add(what + " differs: " + our + " / " + their);
            }
        }
    }

    private static Map<String, DeviceTree.Node> nodes(DeviceTree tree) {
        Map<String, DeviceTree.Node> nodes = new TreeMap<>();
        tree.root().walk(node -> nodes.put(node.path(), node));
        return nodes;
    }

    private static Set<String> minus(Collection<String> from, Collection<String> what) {
        Set<String> rest = new TreeSet<>(from);
        rest.removeAll(what);
        return rest;
    }

    @Test
    void dtcWarnsOfNothingThatQemusOwnTreeDoesNotHave() throws IOException, InterruptedException {
        assumeTrue(has("dtc"), "skipped: dtc is not installed (Debian: device-tree-compiler)");
        Path file = directory.resolve("ours.dtb");
        var faulty = new DeviceTree();
        faulty.root().node("nameless").cells("reg", 1);
        Files.write(file, faulty.toBytes());
        assertTrue(warnings(file).contains("unit_address_vs_reg /nameless"), "dtc's warnings are seen: " + warnings(file));
        for (Board board : List.of(Board.VIRT, Board.VIRT_4K)) {
            Files.write(file, BoardTree.of(board, slots(), "cortex-a57", 20, 1, 3, true).toBytes());
            Set<String> ours = warnings(file);
            if (!ours.isEmpty()) {
                ours.removeAll(warnings(qemuTree(directory)));
            }
            assertEquals(Set.of(), ours, "dtc's warnings for " + board.name());
        }
        // dtc reads the same that we wrote
        assertEquals(0, run(directory.resolve("dts"), List.of("dtc", "-I", "dtb", "-O", "dtb", "-o", directory.resolve("again.dtb").toString(), file.toString())));
        assertEquals(DeviceTree.parse(Files.readAllBytes(file)).toString(),
                DeviceTree.parse(Files.readAllBytes(directory.resolve("again.dtb"))).toString());
    }

    @Test
    void ourSourceTextIsAcceptedByDtc() throws IOException, InterruptedException {
        assumeTrue(has("dtc"), "skipped: dtc is not installed (Debian: device-tree-compiler)");
        Path source = directory.resolve("ours.dts");
        Files.writeString(source, ours().toString());
        Path blob = directory.resolve("compiled.dtb");
        assertEquals(0, run(directory.resolve("log"), List.of("dtc", "-q", "-I", "dts", "-O", "dtb", "-o", blob.toString(), source.toString())));
        assertEquals(ours().toString(), DeviceTree.parse(Files.readAllBytes(blob)).toString());
    }

    /** Where a slot is and which line it has is told by the tree alone; so are slots that are empty. */
    @Test
    @Rule("MMIO-DEF-21")
    void everyVirtioSlotIsANodeWithItsRegistersAndItsLine() {
        DeviceTree tree = ours();
        for (int slot = 0; slot < 32; slot++) {
            DeviceTree.Node node = tree.at("/virtio_mmio@%x".formatted(0x0a00_0000 + 0x200 * slot));
            assertEquals("virtio,mmio", node.text("compatible"));
            assertEquals(List.of(0, 0x0a00_0000 + 0x200 * slot, 0, 0x200), Arrays.stream(node.cells("reg")).boxed().toList());
            assertEquals(16 + slot, node.cell("interrupts", 1), "its SPI");
        }
    }

    @Test
    void seedsFollowFromTheVmsSeed() {
        assertEquals(ours().toString(), ours().toString());
        assertTrue(!ours().at("/chosen").toString().equals(BoardTree.of(Board.VIRT, slots(), "cortex-a57", 1, 2, 3, false).at("/chosen").toString()));
    }

    private static DeviceTree ours() {
        return ours(3);
    }

    private static DeviceTree ours(int gicVersion) {
        DeviceTree tree = BoardTree.of(Board.VIRT, slots(), "cortex-a57", 1, 1, gicVersion, gicVersion == 3);
        tree.at("/chosen").text("bootargs", "console=ttyAMA0");
        return tree;
    }

    private static List<dev.cellvisor.memory.MemorySlot> slots() {
        var memory = new dev.cellvisor.memory.GuestMemory(); // given back with the process: only its map is looked at
        memory.add("ram", Board.VIRT.ramAddress(), 512 << 20);
        return memory.slots();
    }

    private static final Pattern WARNING = Pattern.compile("Warning \\((\\w+)\\): ([^:]+)");

    /** dtc's warnings as rule and node; unit addresses left out, so that one virtio slot is like another. */
    private Set<String> warnings(Path blob) throws IOException, InterruptedException {
        Path log = directory.resolve("warnings");
        run(log, List.of("dtc", "-I", "dtb", "-O", "dtb", "-o", "/dev/null", blob.toString()));
        Set<String> warnings = new TreeSet<>();
        Matcher matcher = WARNING.matcher(Files.readString(log));
        while (matcher.find()) {
            warnings.add(matcher.group(1) + " " + matcher.group(2).replaceAll("@[0-9a-f]+", ""));
        }
        return warnings;
    }

    private static Path qemuTree(Path directory) throws IOException, InterruptedException {
        return qemuTree(directory, 3);
    }

    private static Path qemuTree(Path directory, int gicVersion) throws IOException, InterruptedException {
        assumeTrue(has(QEMU.getFirst()), "skipped: qemu-system-aarch64 is not installed (Debian: qemu-system-arm)");
        Path blob = directory.resolve("qemu.dtb");
        Path kernel = Files.write(directory.resolve("kernel"), new byte[4096]);
        List<String> command = new ArrayList<>(QEMU);
        command.addAll(List.of("-M", "virt,gic-version=" + gicVersion + ",dumpdtb=" + blob, "-kernel", kernel.toString(), "-append", "console=ttyAMA0"));
        assertEquals(0, run(directory.resolve("log"), command));
        return blob;
    }

    private static boolean has(String program) {
        return Arrays.stream(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private static int run(Path log, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command + " did not end");
        }
        return process.exitValue();
    }
}
