package dev.cellvisor.view;

import static dev.cellvisor.Cells.asm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.BlockRequest;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.driver.VirtioDriver;
import dev.cellvisor.vm.Recording;
import dev.cellvisor.vm.Snapshot;
import dev.cellvisor.vm.Vm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run as one picture along its instructions: lanes, what the mouse finds, the table, and the trace for Perfetto. */
class TimelineChartTest {
    private static final long RAM = 0x4000_0000L;

    @TempDir
    private Path folder;
    private final Vm vm = Vm.builder("chart").memoryMiB(4).build();

    @AfterEach
    void close() {
        vm.close();
    }

    /** A program that prints two lines, while a driver by hand reads two sectors of a slow disk at once. */
    private Recording run() {
        vm.attach(new BlockDevice(MemoryBackend.ofSize(4096)).latencyTicks(500));
        vm.load(RAM, asm("""
                movz x2, #0x0900, lsl #16
                movz x6, #0x4001, lsl #16
                next: ldrb w1, [x6], #1
                cbz w1, end
                str w1, [x2]
                mov x5, #300
                wait: sub x5, x5, #1
                cbnz x5, wait
                b next
                end: b end
                """));
        vm.memory().write(RAM + 0x1_0000, "one line\n<&\"two\">\0".getBytes());
        vm.cpu(0).set("pc", RAM);
        Snapshot start = vm.snapshot();
        vm.step(500);
        VirtioDriver driver = vm.driver(vm.slot("virtio-blk"));
        driver.initialise();
        for (int sector = 0; sector < 2; sector++) {
            driver.queue(0).submit(Buffer.readable(BlockRequest.header(BlockRequest.VIRTIO_BLK_T_IN, sector)), Buffer.writable(512), Buffer.writable(1));
            driver.queue(0).notifyDevice();
            vm.step(1000);
        }
        vm.step(19_000);
        return vm.recording(start);
    }

    @Test
    void everyKindOfFactHasItsLane() {
        Map<String, List<Span>> lanes = Span.lanes(Timeline.of(run()));
        assertEquals(List.of("exits", "pl011", "virtio-blk", "virtio-blk queue 0", "SPI 47", "console"),
                lanes.keySet().stream().filter(lane -> !Set.of("status", "features", "queue", "device interrupts", "block", "violation").contains(lane)).toList());
        List<Span> chains = lanes.get("virtio-blk queue 0");
        assertEquals(2, chains.size());
        assertEquals(500, chains.get(0).from());
        assertEquals(500 + 500 * 16, chains.get(0).to(), 16);
        assertEquals("chain 0, len 513", chains.get(0).label());
        assertEquals(List.of("one line", "<&\"two\">"), lanes.get("console").stream().map(Span::label).toList());
        assertTrue(lanes.get("SPI 47").getFirst().from() >= chains.get(0).to(), lanes::toString);
        assertEquals(lanes.get("virtio-blk").size() + lanes.get("pl011").size(), lanes.get("exits").size(), "each of these accesses is an exit");
    }

    @Test
    void theMouseFindsEveryMarkWithoutScriptsAndTheTableHasAllOfThem() {
        Timeline timeline = Timeline.of(run());
        String html = Views.of(timeline).asHtml();
        assertFalse(html.contains("<script") || Pattern.compile(" on[a-z]+=").matcher(html).find(), "nothing that runs");
        assertTrue(html.contains("title=\"") && html.contains("virtio-blk write QueueNotify 0x0"), html);
        var title = Pattern.compile("<span title=\"[^\"]*&lt;&amp;&quot;two&quot;&gt;\" style=\"position:absolute;left:([0-9.]+)%;top:([0-9.]+)%;width:([0-9.]+)%;height:([0-9.]+)%\"");
        var found = title.matcher(html);
        assertTrue(found.find(), html);
        for (int i = 1; i <= 4; i++) {
            double percent = Double.parseDouble(found.group(i));
            assertTrue(percent > 0 && percent < 100, () -> found.group());
        }
        assertTrue(html.contains("as a table") && html.contains("head 3"), html);
        assertEquals(timeline.toString(), Views.of(timeline.chart()).text());
        Timeline part = timeline.between(500, 500);
        assertTrue(part.moments().size() > 5 && part.moments().stream().allMatch(moment -> moment.instruction() == 500), part::toString);
    }

    /** The rules of the Trace Event Format, written down from its description; trace_processor is not to be had here. */
    @Test
    void perfettosJsonKeepsTheFormatsRules() throws Exception {
        Timeline timeline = Timeline.of(run());
        timeline.save(folder.resolve("trace.json"));
        JsonNode root = new ObjectMapper().readTree(Files.readString(folder.resolve("trace.json")));
        assertTrue(Set.of("ms", "ns").contains(root.path("displayTimeUnit").asText()));
        Map<Integer, String> threads = new HashMap<>();
        Map<String, Double> open = new HashMap<>();
        Set<String> ids = new HashSet<>();
        Map<Integer, ArrayDeque<Double>> nested = new HashMap<>();
        int events = 0;
        for (JsonNode event : root.path("traceEvents")) {
            String phase = event.path("ph").asText();
            assertTrue(event.path("pid").isInt() && event.path("tid").isInt() && event.path("name").isTextual(), event::toString);
            int thread = event.path("tid").asInt();
            if (phase.equals("M")) {
                assertTrue(Set.of("process_name", "thread_name", "thread_sort_index").contains(event.path("name").asText()), event::toString);
                assertTrue(event.path("args").isObject(), event::toString);
                if (event.path("name").asText().equals("thread_name")) {
                    threads.put(thread, event.path("args").path("name").asText());
                }
                continue;
            }
            events++;
            assertTrue(event.path("ts").isNumber() && event.path("cat").isTextual() && threads.containsKey(thread), event::toString);
            double at = event.path("ts").asDouble();
            switch (phase) {
                case "i" -> assertTrue(Set.of("g", "p", "t").contains(event.path("s").asText()), event::toString);
                case "X" -> {
                    assertTrue(event.path("dur").isNumber() && event.path("dur").asDouble() >= 0, event::toString);
                    var stack = nested.computeIfAbsent(thread, key -> new ArrayDeque<>());
                    while (!stack.isEmpty() && stack.peek() <= at) {
                        stack.pop();
                    }
                    assertTrue(stack.isEmpty() || at + event.path("dur").asDouble() <= stack.peek(), () -> "complete events of a thread are nested: " + event);
                    stack.push(at + event.path("dur").asDouble());
                }
                case "b" -> {
                    assertTrue(ids.add(event.path("id").asText()), event::toString);
                    open.put(event.path("cat").asText() + event.path("id").asText() + event.path("name").asText(), at);
                }
                case "e" -> assertTrue(open.remove(event.path("cat").asText() + event.path("id").asText() + event.path("name").asText()) <= at, event::toString);
                default -> throw new AssertionError("no such phase: " + event);
            }
        }
        assertTrue(open.isEmpty(), open::toString);
        assertEquals(2, ids.size(), "two chains that overlap");
        assertEquals(Span.lanes(timeline).values().stream().mapToInt(List::size).sum() + 2, events);
    }
}
