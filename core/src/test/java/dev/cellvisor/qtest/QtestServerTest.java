package dev.cellvisor.qtest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.queue.SplitLayout;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The front door for qtest clients: what a client sees here and, where QEMU is installed, there. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class QtestServerTest {
    private static final long SLOT = 0x0a00_3e00;
    private static final long RAM = 0x4000_0000;
    private static final int PAGE = 512;

    @TempDir
    Path folder;

    private Path disk() throws IOException {
        byte[] content = new byte[1 << 20];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i * 31 + i / 512);
        }
        return Files.write(folder.resolve("disk.raw"), content);
    }

    private String[] diskMachine() throws IOException {
        return new String[] {"-M", "virt", "-m", "512", "-device", "virtio-blk-device,drive=drive0",
                "-drive", "if=none,id=drive0,file=" + disk() + ",format=raw,auto-read-only=off"};
    }

    /** A client's own driver for a legacy device: one queue, one request at a time. */
    private static final class Queue {
        private final QtestClient client;
        private final int index;
        private final SplitLayout.Legacy parts;
        private final int size;
        private int idx;

        /** Buffers for the device, no notification waited for. */
        void offer(int readable, long... addressesAndLengths) throws IOException {
            place(readable, addressesAndLengths);
            client.writel(SLOT + 0x050, index);
        }

        int usedIdx() throws IOException {
            return (int) Long.parseLong(client.ask("readw 0x%x".formatted(parts.used() + 2)).substring(5), 16);
        }

        void await() throws IOException {
            long deadline = System.nanoTime() + 20_000_000_000L;
            while (usedIdx() != idx) {
                assertTrue(System.nanoTime() < deadline, "the device does not answer");
                client.ask("clock_step 100");
            }
        }

        Queue(QtestClient client, int index, long address) throws IOException {
            this.client = client;
            this.index = index;
            client.writel(SLOT + 0x030, index);
            size = (int) Math.min(128, client.readl(SLOT + 0x034));
            client.writel(SLOT + 0x03c, PAGE);
            client.writel(SLOT + 0x038, size);
            parts = SplitLayout.legacy(address, size, PAGE);
            client.ask("memset 0x%x 0x%x 0x0".formatted(address, parts.end() - address));
            client.writel(SLOT + 0x040, address / PAGE);
        }

        /** One chain: addresses, lengths, and how many of them the device only reads. */
        void send(int readable, long... addressesAndLengths) throws IOException {
            offer(readable, addressesAndLengths);
            for (int patience = 0; usedIdx() != idx; patience++) {
                assertTrue(patience < 10_000, "the device does not answer");
                client.ask("clock_step 100000");
            }
        }

        private void place(int readable, long... addressesAndLengths) throws IOException {
            int count = addressesAndLengths.length / 2;
            for (int i = 0; i < count; i++) {
                long at = parts.desc() + 16L * i;
                int flags = (i + 1 < count ? 1 : 0) | (i >= readable ? 2 : 0);
                client.ask("writeq 0x%x 0x%x".formatted(at, addressesAndLengths[2 * i]));
                client.ask("writel 0x%x 0x%x".formatted(at + 8, addressesAndLengths[2 * i + 1]));
                client.ask("writew 0x%x 0x%x".formatted(at + 12, flags));
                client.ask("writew 0x%x 0x%x".formatted(at + 14, i + 1));
            }
            client.ask("writew 0x%x 0x0".formatted(parts.avail() + 4 + 2L * (idx & size - 1)));
            client.ask("writew 0x%x 0x%x".formatted(parts.avail() + 2, ++idx));
        }
    }

    private static byte[] blockHeader(int type, long sector) {
        return ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putInt(type).putInt(0).putLong(sector).array();
    }

    /** What QEMU's own block test does, and some more: the answers that a client compares. */
    private static List<String> blockSession(QtestClient client) throws IOException {
        List<String> seen = new ArrayList<>();
        for (String command : List.of("endianness", "readl 0xa003e00", "readl 0xa003e04", "readl 0xa003e08", "readl 0xa003e0c", "readl 0xa003c08", "readl 0xa000008",
                "readb 0xa003f00", "readw 0xa003f00", "readl 0xa003f00", "readq 0xa003f00", "readb 0xa003f01",
                "writeq 0x40000000 0x1122334455667788", "readq 0x40000000", "readl 0x40000002", "readw 0x40000001", "readb 0x40000007", "read 0x40000000 8",
                "write 0x40001000 4 0xdeadbeef", "read 0x40001000 0x6", "write 0x40001000 6 0x01", "read 0x40001000 6", "memset 0x40001001 3 0xa5", "read 0x40001000 6",
                "writeb 0x40001000 0x1ff", "readb 0x40001000", "writel 0x5ffffffc 7", "readl 0x5ffffffc", "b64write 0x40002000 3 QUJD", "read 0x40002000 3",
                "b64read 0x40002000 3", "readl 0x9000018", "read 0x9000fe0 16")) {
            seen.add(command + ": " + client.ask(command));
        }
        client.writel(SLOT + 0x028, PAGE);
        client.writel(SLOT + 0x070, 0);
        client.writel(SLOT + 0x070, 1);
        client.writel(SLOT + 0x070, 3);
        seen.add("status " + client.readl(SLOT + 0x070));
        client.writel(SLOT + 0x014, 0);
        long features = client.readl(SLOT + 0x010) & 1 << 9;
        client.writel(SLOT + 0x024, 0);
        client.writel(SLOT + 0x020, features);
        seen.add("intercept " + client.ask("irq_intercept_in /machine/unattached/device[1]") + " " + client.ask("irq_intercept_in /machine/unattached/device[1]"));
        client.writel(SLOT + 0x030, 0);
        seen.add("page " + client.readl(SLOT + 0x040));
        var queue = new Queue(client, 0, RAM + 0x10_0000);
        seen.add("page " + client.readl(SLOT + 0x040));
        client.writel(SLOT + 0x070, 7);
        seen.add("status " + client.readl(SLOT + 0x070));
        long request = RAM + 0x20_0000;
        for (int type : new int[] {1, 0}) {
            client.write(request, blockHeader(type, 5));
            client.write(request + 16, type == 1 ? "TEST".getBytes() : new byte[4]);
            client.ask("writeb 0x%x 0xff".formatted(request + 528));
            if (type == 1) {
                queue.send(2, request, 16, request + 16, 512, request + 528, 1);
            } else {
                queue.send(1, request, 16, request + 16, 512, request + 528, 1);
            }
            seen.add("request %d: status %s, data %s, interrupt %d".formatted(type, client.ask("readb 0x%x".formatted(request + 528)),
                    new String(client.read(request + 16, 4)), client.readl(SLOT + 0x060)));
            client.writel(SLOT + 0x064, 1);
            seen.add("interrupt " + client.readl(SLOT + 0x060) + ", told: " + client.interrupts);
            client.interrupts.clear();
        }
        client.writel(SLOT + 0x070, 0);
        client.writel(SLOT + 0x030, 0);
        seen.add("status " + client.readl(SLOT + 0x070) + " page " + client.readl(SLOT + 0x040));
        return seen;
    }

    /** The QMP half of such tests. */
    private static List<String> monitorSession(QtestClient client) throws IOException {
        List<String> seen = new ArrayList<>();
        seen.add("greeting " + ((Map<?, ?>) client.message()).keySet());
        seen.add("too early: " + kind(client.qmp("{ \"execute\": \"query-status\" }")));
        seen.add("capabilities " + client.qmp("{ \"execute\": \"qmp_capabilities\", \"id\": 7 }"));
        seen.add("unknown: " + kind(client.qmp("{ \"execute\": \"make-coffee\", \"id\": \"x\" }")));
        seen.add("no object: " + kind(client.qmp("[1]")));
        seen.add("no name: " + kind(client.qmp("{}")));
        client.qmp("{ \"execute\": \"stop\" }");
        client.event("STOP");
        seen.add("status " + status(client));
        client.qmp("{ \"execute\": \"cont\" }");
        client.event("RESUME");
        seen.add("status " + status(client));
        seen.add("reset " + client.qmp("{ \"execute\": \"system_reset\" }"));
        client.event("RESET");
        return seen;
    }

    private static String status(QtestClient client) throws IOException {
        Map<?, ?> status = (Map<?, ?>) ((Map<?, ?>) client.qmp("{ \"execute\": \"query-status\" }")).get("return");
        return status.get("status") + " " + status.get("running");
    }

    private static Object kind(Object answer) {
        Map<?, ?> map = (Map<?, ?>) answer;
        return map.get("error") instanceof Map<?, ?> error ? error.get("class") + " id " + map.get("id") : "no error: " + answer;
    }

    private static void assumeQemu() {
        boolean found = false;
        for (String directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            found |= new File(directory, "qemu-system-aarch64").canExecute();
        }
        Assumptions.assumeTrue(found, "qemu-system-aarch64 is not installed (Debian: qemu-system-arm), so there is nothing to compare with");
    }

    @Test
    void aBlockSessionIsTheSameAsWithQemu() throws IOException {
        List<String> here;
        List<String> monitor;
        try (var client = QtestClient.ours(folder, diskMachine())) {
            here = blockSession(client);
            monitor = monitorSession(client);
        }
        assertEquals("TEST", new String(Files.readAllBytes(folder.resolve("disk.raw")), 5 * 512, 4, java.nio.charset.StandardCharsets.US_ASCII));
        assertTrue(here.contains("interrupt 0, told: [raise 47, lower 47]"), here::toString);
        assumeQemu();
        try (var client = QtestClient.qemu(folder, diskMachine())) {
            assertEquals(String.join("\n", blockSession(client)), String.join("\n", here));
            assertEquals(String.join("\n", monitorSession(client)), String.join("\n", monitor));
        }
        System.out.printf("figure: qtest, %d answers of a session the same as QEMU's%n", here.size() + monitor.size());
    }

    @Test
    void timeMovesOnlyWhenItIsTold() throws IOException {
        try (var client = QtestClient.ours(folder, "-M", "virt")) {
            assertEquals("OK 0", client.ask("clock_step"));
            assertEquals("OK 100", client.ask("clock_step 100"));
            assertEquals("OK 5000", client.ask("clock_set 5000"));
            assertEquals("OK 5000", client.ask("clock_set 10"), "never back");
            // The real-time clock: a match in two seconds is the next event.
            long now = client.readl(0x0901_0000);
            client.writel(0x0901_0004, now + 2);
            client.writel(0x0901_0010, 1);
            client.ask("irq_intercept_in anything");
            assertTrue(client.interrupts.isEmpty());
            String answer = client.ask("clock_step");
            assertTrue(Long.parseLong(answer.substring(3)) > 1_000_000_000L, answer);
            assertEquals(List.of("raise 2"), client.interrupts);
        }
    }

    @Test
    void whatIsNotUnderstoodFailsAndTheServerGoesOn() throws IOException {
        try (var client = QtestClient.ours(folder, "-M", "virt")) {
            for (String wrong : List.of("dance", "readl", "readl xyz", "write 0x40000000 4", "write 0x40000000 4 0xzz", "read 0x40000000 0x100000000", "irq_intercept_in",
                    "set_irq_in gic unnamed-gpio-in 9999 1")) {
                assertTrue(client.ask(wrong).startsWith("FAIL "), wrong);
            }
            assertEquals("OK little", client.ask("endianness"));
            assertEquals("OK 0x0000000000000000", client.ask("readl 0x1000"), "nothing is there");
        }
    }

    @Test
    void aMachineWithoutAnythingTellsWhatThereCouldBe() throws IOException {
        try (var client = QtestClient.ours(folder, "-machine", "none")) {
            assertEquals("OK little", client.ask("endianness"));
            client.message();
            client.qmp("{'execute': 'qmp_capabilities'}");
            String machines = client.qmp("{'execute': 'query-machines'}").toString();
            assertTrue(machines.contains("name=virt,"), machines);
            String types = client.qmp("{'execute': 'qom-list-types', 'arguments': {'implements': 'device', 'abstract': true}}").toString();
            for (String type : List.of("virtio-blk-device", "virtio-rng-device", "virtio-serial-device", "virtio-net-device", "virtio-balloon-device", "virtconsole", "virtserialport", "virtio-mmio")) {
                assertTrue(types.contains("name=" + type + ","), type);
            }
            assertTrue(client.ask("readl 0x0a003e00").startsWith("FAIL "));
        }
    }

    @Test
    void aClientGetsTheSchemaOfItsOwnVersion() throws IOException {
        // A client decodes strictly: QEMU 7.2's refuses the member acpi, those from 8 on miss it. The later ones pass -audio.
        for (boolean later : new boolean[] {false, true}) {
            try (var client = later ? QtestClient.ours(folder, "-machine", "none", "-audio", "none", "-run-with", "exit-with-parent=on")
                    : QtestClient.ours(folder, "-machine", "none")) {
                client.message();
                client.qmp("{'execute': 'qmp_capabilities'}");
                String machines = client.qmp("{'execute': 'query-machines'}").toString();
                assertEquals(later, machines.contains("acpi=false"), machines);
            }
        }
    }

    @Test
    void aDiskCanBeResizedAndAResetKeepsItsContentAndRam() throws IOException {
        try (var client = QtestClient.ours(folder, diskMachine())) {
            client.message();
            client.qmp("{'execute': 'qmp_capabilities'}");
            client.writel(SLOT + 0x070, 7);
            client.qmp("{'execute': 'block_resize', 'arguments': {'device': 'drive0', 'size': 524288}}");
            assertEquals(3, client.readl(SLOT + 0x060), "QEMU sets both causes, and its test of resizing waits for the used buffer's");
            assertEquals(1024, client.readl(SLOT + 0x100));
            assertEquals("DeviceNotFound id null", kind(client.qmp("{'execute': 'block_resize', 'arguments': {'device': 'drive9', 'size': 524288}}")));
            assertEquals("GenericError id null", kind(client.qmp("{'execute': 'block_resize', 'arguments': {'device': 'drive0', 'size': -1}}")));
            client.writel(RAM, 77);
            client.qmp("{'execute': 'system_reset'}");
            client.event("RESET");
            assertEquals(0, client.readl(SLOT + 0x070));
            assertEquals(0, client.readl(SLOT + 0x060));
            assertEquals(77, client.readl(RAM));
            assertEquals(1024, client.readl(SLOT + 0x100));
        }
    }

    @Test
    void devicesFillTheSlotsFromTheLastDown() throws IOException {
        try (var client = QtestClient.ours(folder, "-M", "virt", "-device", "virtio-rng-device", "-device", "virtio-serial-device,id=vser0",
                "-device", "virtconsole,bus=vser0.0", "-device", "virtio-blk-device,drive=n", "-drive", "if=none,id=n,file=null-co://,format=raw",
                "-global", "virtio-mmio.force-legacy=false")) {
            int[] types = {4, 3, 2, 0};
            for (int i = 0; i < types.length; i++) {
                assertEquals(types[i], client.readl(SLOT - 0x200L * i + 8));
                assertEquals(2, client.readl(SLOT - 0x200L * i + 4), "not legacy");
            }
            client.message();
            client.qmp("{'execute': 'qmp_capabilities'}");
            assertEquals("{return={}}", client.qmp("{'execute': 'device_add', 'arguments': {'driver': 'virtserialport', 'id': 'hp', 'bus': 'vser0.0'}}").toString());
            assertEquals("GenericError id null", kind(client.qmp("{'execute': 'device_add', 'arguments': {'driver': 'virtserialport', 'id': 'hp'}}")));
            assertEquals("{return={}}", client.qmp("{'execute': 'device_del', 'arguments': {'id': 'hp'}}").toString());
            client.event("DEVICE_DELETED");
            assertEquals("DeviceNotFound id null", kind(client.qmp("{'execute': 'device_del', 'arguments': {'id': 'hp'}}")));
        }
    }

    @Test
    void anEntropyRequestIsAnswered() throws IOException {
        try (var client = QtestClient.ours(folder, "-M", "virt", "-device", "virtio-rng-device")) {
            client.writel(SLOT + 0x028, PAGE);
            client.writel(SLOT + 0x070, 3);
            var queue = new Queue(client, 0, RAM + 0x10_0000);
            client.writel(SLOT + 0x070, 7);
            queue.send(0, RAM, 16);
            byte[] first = client.read(RAM, 16);
            queue.send(0, RAM, 16);
            assertTrue(!java.util.Arrays.equals(first, client.read(RAM, 16)));
            assertArrayEquals(new byte[16], client.read(RAM + 16, 16));
        }
    }

    /** Two connected descriptors, as a client makes them before it starts the server. */
    private static int[] socketPair() throws IOException {
        Linker linker = Linker.nativeLinker();
        var function = linker.downcallHandle(linker.defaultLookup().findOrThrow("socketpair"), FunctionDescriptor.of(ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            var pair = arena.allocate(ValueLayout.JAVA_INT, 2);
            assertEquals(0, (int) function.invokeExact(1, 1, 0, pair)); // AF_UNIX, SOCK_STREAM
            return pair.toArray(ValueLayout.JAVA_INT);
        } catch (Throwable e) {
            throw new IOException(e);
        }
    }

    private static byte[] frame(InheritedStream wire) throws IOException {
        return wire.readFully(ByteBuffer.wrap(wire.readFully(4)).getInt());
    }

    /** What QEMU's own network test does: a frame each way, one while the machine is stopped, RARPs, and a chain of more than 4 GiB. */
    @Test
    void aNetworkDeviceSpeaksOverAnInheritedSocket() throws IOException {
        int[] pair = socketPair();
        var wire = new InheritedStream(pair[0]);
        try (var client = QtestClient.ours(folder, "-M", "virt", "-netdev", "socket,fd=" + pair[1] + ",id=hs0", "-device", "virtio-net-device,netdev=hs0")) {
            client.message();
            client.qmp("{'execute': 'qmp_capabilities'}");
            client.writel(SLOT + 0x028, PAGE);
            client.writel(SLOT + 0x070, 0);
            client.writel(SLOT + 0x070, 3);
            assertEquals(1, client.readl(SLOT + 0x008));
            client.writel(SLOT + 0x014, 0);
            client.writel(SLOT + 0x020, client.readl(SLOT + 0x010) & ~(1L << 28 | 1L << 29 | 1L << 30));
            var receive = new Queue(client, 0, RAM + 0x10_0000);
            var transmit = new Queue(client, 1, RAM + 0x20_0000);
            client.writel(SLOT + 0x070, 7);

            byte[] test = {0, 0, 0, 5, 'T', 'E', 'S', 'T', 0};
            for (boolean stopped : new boolean[] {false, true}) {
                long buffer = RAM + 0x30_0000;
                client.ask("memset 0x%x 64 0".formatted(buffer));
                receive.offer(0, buffer, 64);
                if (stopped) {
                    client.qmp("{'execute': 'stop'}");
                }
                wire.write(test);
                if (stopped) {
                    assertTrue(client.qmp("{'execute': 'query-status'}").toString().contains("paused"));
                    client.qmp("{'execute': 'cont'}");
                }
                receive.await();
                assertEquals("TEST", new String(client.read(buffer + 12, 4)));
            }

            long buffer = RAM + 0x40_0000;
            client.write(buffer + 12, "TEST".getBytes());
            transmit.send(1, buffer, 64);
            byte[] sent = frame(wire);
            assertEquals(52, sent.length);
            assertEquals("TEST", new String(sent, 0, 4));

            long[] chain = new long[130];
            for (int i = 0; i < 65; i++) {
                chain[2 * i] = buffer;
                chain[2 * i + 1] = 0xffff_ffffL / 64;
            }
            transmit.send(65, chain);
            assertEquals(0, client.readl(SLOT + 0x070) & 64);

            client.qmp("{'execute': 'announce-self', 'arguments': {'initial': 20, 'max': 100, 'rounds': 300, 'step': 10, 'id': 'bob'}}");
            for (int i = 0; i < 3; i++) {
                byte[] rarp = frame(wire);
                assertEquals(0x8035, ByteBuffer.wrap(rarp).getShort(12) & 0xffff);
                assertEquals(60, rarp.length);
            }
            client.qmp("{'execute': 'announce-self', 'arguments': {'initial': 20, 'max': 100, 'rounds': 0, 'step': 10, 'id': 'bob'}}");
        }
    }

    @Test
    void aPortIsSeenByTheDriverAndABalloonIsThere() throws IOException {
        try (var client = QtestClient.ours(folder, "-M", "virt", "-device", "virtio-serial-device,id=vser0", "-device", "virtserialport,bus=vser0.0,name=agent",
                "-device", "virtio-balloon-device", "-device", "virtio-net-device,netdev=hs0", "-netdev", "hubport,hubid=0,id=hs0")) {
            assertEquals(3, client.readl(SLOT + 8));
            assertEquals(31, client.readl(SLOT + 0x104), "max_nr_ports");
            assertEquals(5, client.readl(SLOT - 0x200 + 8));
            assertEquals(1, client.readl(SLOT - 0x400 + 8));
        }
    }

    @Test
    void aWrongCommandLineIsExplained() {
        String disk = "-drive if=none,id=d,file=null-co:// -device virtio-blk-device,drive=d";
        for (String wrong : List.of("-M pc | there is no machine 'pc'", "-M virt,zork=3 | 'zork' is not known here", "-accel kvm | -accel kvm", "-machine virt,accel=kvm | -accel kvm",
                "-frobnicate 7 | the option -frobnicate is not known", "-mon chardev=c | there is no -chardev", "-device virtio-gpu-device | not a valid device model name",
                "-device , | 'driver' is missing", "-device virtio-blk-device | drive property not set", "-device virtio-blk-device,drive=d | there is no -drive with the id 'd'",
                disk + ",frobnicate=1 | Property 'virtio-blk-device.frobnicate' not found", disk + ",num-queues=many | Parameter 'num-queues' expects a number, not 'many'",
                disk + " -device virtio-blk-device,drive=d | Drive 'd' is already in use", disk + ",bus=virtio-mmio-bus.32 | Bus 'virtio-mmio-bus.32' not found",
                "-drive if=none,id=d,file=x,format=qcow2 | only raw is known here", "-drive if=virtio,id=d,file=x | only if=none", "-drive id=d,file=x,zork=1 | 'zork' is not known here",
                "-netdev socket,id=n,fd=9999 -device virtio-net-device,netdev=n | fd=9999 is no file descriptor", "-netdev user,id=n -device virtio-net-device,netdev=n | -netdev user is not known",
                "-device virtio-net-device,netdev=n | can't find value 'n'", "-device virtio-rng-device,id=a -device virtio-balloon-device,id=a | Duplicate device ID 'a'",
                "-device virtio-serial-device,max_ports=x | expects a number, not 'x'")) {
            String[] parts = wrong.split(" \\| ");
            var error = assertThrows(IllegalArgumentException.class, () -> new QtestServer(List.of(("-qtest unix:x " + parts[0]).split(" "))), parts[0]);
            assertTrue(error.getMessage().contains(parts[1]), error.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> new QtestServer(List.of("-M", "virt")), "-qtest unix:PATH is missing");
        assertEquals(Map.of("driver", "virtconsole", "chardev", "a,b", "nowait", "on"), CommandLine.fields("virtconsole,chardev=a,,b,nowait", "driver"));
    }

    @Test
    void jsonGoesBothWays() {
        String text = "{\"a\": [1, -2.5, true, null, \"x\\n\\u0041\\\"\"], \"b\": {}}";
        Object value = Json.parse(text);
        assertEquals(value, Json.parse(Json.write(value)));
        assertEquals(Json.object("it", "is"), Json.parse("{ 'it': 'is' }"));
        assertEquals(Json.object("it", "isn't \"it\""), Json.parse("{ 'it': 'isn\\'t \"it\"' }"));
        for (String wrong : List.of("", "{", "[1", "{\"a\" 1}", "\"x", "nope", "1 2", "\"\\q\"", "\"\\u00\"", "{1: 2}")) {
            assertThrows(IllegalArgumentException.class, () -> Json.parse(wrong), wrong);
        }
    }
}
