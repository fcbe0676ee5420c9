package dev.cellvisor.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.cpu.Exit;
import dev.cellvisor.memory.MmioDevice;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.BlockRequest;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.driver.VirtioDriver;
import dev.cellvisor.virtio.transport.VirtioMmio;
import dev.cellvisor.virtio.vsock.VsockDevice;
import dev.cellvisor.virtio.vsock.VsockType;
import dev.cellvisor.vm.Hexdump;
import dev.cellvisor.vm.RunResult;
import dev.cellvisor.vm.Vm;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** Looks at a machine with a disk whose driver is us. */
class ViewsTest {
    private Vm vm;
    private VirtioMmio disk;
    private VirtioDriver driver;

    @BeforeEach
    void machine() {
        vm = Vm.builder("views").memoryMiB(16).build();
        disk = vm.attach(new BlockDevice(MemoryBackend.ofSize(1 << 16)));
        driver = vm.driver(disk).initialise();
    }

    @AfterEach
    void close() {
        vm.close();
    }

    /** A socket device that has asked for a connection, and listens. */
    private static VsockDevice sockets() {
        var sockets = new VsockDevice(3);
        sockets.listen(1024);
        sockets.request(VsockType.STREAM, 80);
        return sockets;
    }

    @Test
    void connectionsShowTheirCredit() {
        assertEquals("""
                virtio-vsock · guest 3 · 1 connection
                host      guest  type    state       from the guest  unread  room in the host         to the guest  unsent  room in the guest
                ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                49152  →  80     stream  CONNECTING               0       0  ░░░░░░░░░░ 0 of 262,144             0       0  ░░░░░░░░░░ 0 of 0
                listening on 1024 STREAM, 0 to be accepted""", Views.of(sockets().connections()).text());
    }

    @Test
    void aGicv2ShowsItsInterruptsAndWhereTheyGo() {
        try (Vm two = Vm.builder("gicv2").memoryMiB(16).cpus(2).gic(2).build()) {
            two.map().write(0x0800_0104, 4, 1 << 1); // GICD_ISENABLER1: the UART's SPI
            two.map().write(0x0800_0821, 1, 3); // GICD_ITARGETSR
            two.map().write(0x0801_0000, 4, 1 << 3); // GICC_CTLR.FIQEn
            two.gicv2().inject(33);
            List<String> lines = Views.of(two.gicv2()).text().lines().toList();
            assertEquals("GICv2: interrupts that are enabled, pending, active or asserted", lines.getFirst());
            assertEquals("   33  SPI 1   pending   enabled  level        0x00  FIQ           CPU 0, 1", lines.getLast());
            assertEquals("INTID 33 (SPI 1) to CPU 0, 1: enabled, pending, level, priority 0x00, group 0", two.gicv2().interrupt(33, 0).toString());
            assertTrue(Views.of(two.gicv2()).asHtml().contains("CPU 0, 1"));
        }
    }

    @Test
    void aShortTimelineShowsARequestInItsDevicesLane() {
        String svg = Views.of(Timeline.record(vm.trace(), () -> read(3))).svg();
        assertTrue(svg.contains(">IN at sector 3, 512 bytes: OK<"), svg);
        assertFalse(svg.contains(">other<"), svg);
    }

    @Test
    void theGuestsTimeOfAShortRunIsNotZero() {
        assertEquals("48.000 µs", new RunResult(new Exit.Limit(), "", 48_000, 3_000, "", 0).guestTime());
        assertEquals("0.048000 s", new RunResult(new Exit.Limit(), "", 48_000_000, 3_000_000, "", 0).guestTime());
    }

    private Map<String, Object> everything() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("registers", disk.registerValues());
        all.put("one register", disk.registerValues().get("Status"));
        all.put("a device's registers", vm.uart());
        all.put("queue", disk.queue(0));
        all.put("sockets", sockets().connections());
        all.put("memory", vm.hexdump(0x4000_0000, 256));
        all.put("memory diff", new HexdumpDiff(new Hexdump(0, new byte[] {1, 2}), new Hexdump(0, new byte[] {1, 3})));
        all.put("bytes", new byte[] {1, 2, 3});
        all.put("map", vm.map());
        all.put("exits", vm.exits());
        all.put("cpu", vm.cpu(0).registers());
        all.put("gic", vm.gic());
        all.put("interrupt", vm.gic().interrupt(79));
        all.put("run", vm.step(3));
        all.put("timeline", Timeline.record(vm.trace(), () -> read(3)));
        all.put("device tree", vm.boardTree());
        all.put("page walk", vm.translate(0x4000_0000));
        all.put("call stack", vm.cpu(0).callStack());
        all.put("disassembly", vm.disassemble(0x4000_0000, 3));
        return all;
    }

    private void read(long sector) {
        driver.queue(0).send(BlockRequest.header(BlockRequest.VIRTIO_BLK_T_IN, sector), Buffer.writable(512));
    }

    @Test
    void everyViewHasATextAndIsInert() throws Exception {
        Pattern active = Pattern.compile("(?i)<script|<iframe|<object|<embed|<link|<style|<foreignObject|javascript:|\\son\\w+\\s*=|@import|url\\(");
        for (Map.Entry<String, Object> entry : everything().entrySet()) {
            View view = Views.find(entry.getValue()).orElseThrow(() -> new AssertionError(entry.getKey() + " has no view"));
            assertFalse(view.text().isBlank(), entry.getKey());
            assertTrue(view.html() != null || view.svg() != null, entry.getKey() + " is more than text");
            assertFalse(active.matcher(view.asHtml()).find(), entry.getKey() + ": " + view.asHtml());
            if (view.svg() != null) {
                assertFalse(active.matcher(view.svg()).find(), entry.getKey());
                assertFalse(view.svg().replace("http://www.w3.org/2000/svg", "").contains("http"), entry.getKey() + " fetches nothing");
                assertTrue(view.asHtml().contains("<details"), entry.getKey() + " has its text beside the picture");
                // Throws if it is not well-formed.
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(view.svg())));
            }
        }
    }

    @Test
    void viewsAreTheSameInEveryLocale() {
        Locale old = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            List<View> here = everything().values().stream().map(Views::of).toList();
            close();
            machine();
            Locale.setDefault(Locale.GERMANY);
            assertEquals(here, everything().values().stream().map(Views::of).toList());
        } finally {
            Locale.setDefault(old);
        }
    }

    @Test
    void setBitsAreBoldClearBitsAreFaintAndTheTextHasOnlyTheSetOnes() {
        View status = Views.of(disk.registerValues().get("Status"));
        assertTrue(status.html().contains("<b> DRIVER_OK</b>"), status.html());
        assertTrue(status.html().contains("opacity:.55\"> FAILED</span>"), status.html());
        assertTrue(status.text().contains("ACKNOWLEDGE DRIVER DRIVER_OK FEATURES_OK") && !status.text().contains("FAILED"), status.text());
    }

    @Test
    void aQueuesPictureSaysWhoseAChainIs() {
        driver.queue(0).submit(Buffer.readable(new byte[16]), Buffer.writable(512), Buffer.writable(1));
        String offered = Views.of(disk.queue(0)).svg();
        assertTrue(offered.contains("1 chain waiting · 0 with the device · 0 used so far"), offered);
        assertTrue(offered.contains(">NEXT WRITE<"), offered);
        assertFalse(offered.contains("stroke-dasharray=\"5 3\" ") && offered.contains("id 0  len"), offered);
        driver.queue(0).notifyDevice();
        String used = Views.of(disk.queue(0)).svg();
        assertTrue(used.contains("0 chains waiting · 0 with the device · 1 used so far"), used);
        assertTrue(used.contains("id 0  len 513"), used);
    }

    @Test
    void aPackedQueuesPictureShowsFlagsCountersAndWhoseAChainIs() throws java.io.IOException {
        try (Vm other = Vm.builder("packed").build()) {
            var packed = other.attach(new BlockDevice(new MemoryBackend(new byte[1 << 20])).latencyTicks(100)
                    .offer(dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_RING_PACKED));
            var hand = other.driver(packed);
            hand.initialise(dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_RING_PACKED);
            var queue = hand.queue(0);
            queue.send(BlockRequest.header(BlockRequest.VIRTIO_BLK_T_IN, 1), Buffer.writable(512));
            queue.submit(Buffer.readable(BlockRequest.header(BlockRequest.VIRTIO_BLK_T_IN, 2)), Buffer.writable(512), Buffer.writable(1));
            queue.kick();
            queue.submit(Buffer.readable(BlockRequest.header(BlockRequest.VIRTIO_BLK_T_FLUSH, 0)), Buffer.writable(1));
            View view = Views.of(packed.queue(0));
            if (System.getProperty("cellvisor.pictures") != null) {
                java.nio.file.Files.writeString(java.nio.file.Path.of(System.getProperty("cellvisor.pictures")), view.svg());
            }
            assertTrue(view.svg().contains("1 chain waiting · 1 with the device · available is AVAIL=1 USED=0, used is AVAIL=USED=1"), view.svg());
            assertTrue(view.svg().contains("descriptor 6, wrap counter 1"), view.svg());
            assertTrue(view.svg().contains("descriptor 3, wrap counter 1"), view.svg());
            assertTrue(view.text().contains("A1 U1  WRITE          [used]"), view.text());
        }
    }

    @Test
    void exitsAreWrittenOutWithTheirNumbers() {
        vm.resetExits();
        read(1);
        View exits = Views.of(vm.exits());
        assertTrue(exits.svg().contains("QueueNotify write 1") && exits.svg().contains("InterruptStatus read 1") && exits.svg().contains("InterruptACK write 1"), exits.svg());
        assertTrue(exits.text().endsWith("3 exits"), exits.text());
    }

    @Test
    void aTimelineTellsARequestInOrder() {
        Timeline line = Timeline.record(vm.trace(), () -> read(5));
        String text = line.from("QueueNotify").to("deasserted").toString();
        int[] places = List.of("write QueueNotify", "available: head 0", "used: head 0", "SPI 47 (INTID 79) asserted", "read  InterruptStatus", "write InterruptACK", "deasserted")
                .stream().mapToInt(text::indexOf).toArray();
        for (int i = 0; i < places.length; i++) {
            assertTrue(places[i] >= 0 && (i == 0 || places[i] > places[i - 1]), text);
        }
        assertTrue(Views.of(line).svg().contains("chain 0 taken: 16 + 513 B"), Views.of(line).svg());
    }

    @Test
    void theMapPutsEmptySlotsTogetherAndShowsGaps() {
        String text = Views.of(vm.map()).text();
        assertTrue(text.contains("31 virtio-mmio slots") && text.contains("virtio-mmio, SPI 47"), text);
        assertTrue(Views.of(vm.map()).svg().contains("nobody · 864 MiB"), Views.of(vm.map()).svg());
    }

    @Test
    void changedBytesAreMarkedInTextToo() {
        var diff = new HexdumpDiff(new Hexdump(0x100, new byte[32]), new Hexdump(0x100, withByte(32, 17, 7)));
        assertEquals(1, diff.changedBytes());
        assertTrue(diff.toString().contains("00000110  00 [07]"), diff.toString());
        assertFalse(diff.toString().contains("00000100"), "rows without a change are left out");
        assertTrue(Views.of(diff).html().contains("<b><u>07</u></b>"));
    }

    private static byte[] withByte(int size, int at, int value) {
        byte[] bytes = new byte[size];
        bytes[at] = (byte) value;
        return bytes;
    }

    @Test
    void aGuestsTextCannotBecomeMarkup() {
        vm.memory().write(0x4000_0000, "<script>&\"".getBytes());
        String html = Views.of(vm.hexdump(0x4000_0000, 16)).html();
        assertFalse(html.contains("<script"), html);
        vm.add(0x0b00_0000, 0x1000, new MmioDevice() {
            @Override
            public String name() {
                return "<img src=x>";
            }

            @Override
            public long read(long offset, int sizeBytes) {
                return 0;
            }

            @Override
            public void write(long offset, int sizeBytes, long value) {
            }
        });
        assertFalse(Views.of(vm.map()).svg().contains("<img"));
    }

    @Test
    void aTableIsAlignedAndRefusesColumnsAfterRows() {
        Table table = new Table("t").left("name").right("n").row("a", 1).row("bcdefg", 22);
        assertEquals("t\nname     n\n──────────\na        1\nbcdefg  22", table.text());
        org.junit.jupiter.api.Assertions.assertThrows(IllegalStateException.class, () -> table.left("late"));
    }

    @Test
    void onesOwnTypesCanBeGivenAView() {
        record Mine(int value) {
        }
        Views.register(Mine.class, mine -> View.text("mine " + mine.value()));
        assertEquals("mine 3", Views.of(new Mine(3)).text());
        assertEquals("other", Views.of("other").text());
        assertEquals("null", Views.of(null).text());
    }
}
