package dev.cellvisor.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A timeline in the Trace Event Format, which Perfetto (ui.perfetto.dev) and Chrome's about:tracing read. One instruction is one nanosecond there, so that the viewer's axis
 * counts instructions. A lane is a thread. What can overlap within its lane (chains of a queue) is an asynchronous event; what takes no time is an instant.
 */
final class PerfettoTrace {
    private static final int PROCESS = 1;
    private static final double PER_MICROSECOND = 1000;

    private PerfettoTrace() {
    }

    static String of(Timeline timeline, String name) {
        List<Map<String, Object>> events = new ArrayList<>();
        events.add(named("process_name", 0, name));
        int thread = 0;
        int id = 0;
        for (var lane : Span.lanes(timeline).entrySet()) {
            thread++;
            events.add(named("thread_name", thread, lane.getKey()));
            Map<String, Object> order = event("M", "thread_sort_index", thread);
            order.put("args", Map.of("sort_index", thread));
            events.add(order);
            for (Span span : lane.getValue()) {
                if (span.isMoment()) {
                    Map<String, Object> instant = at(span, "i", span.from(), thread);
                    instant.put("s", "t");
                    instant.put("args", Map.of("detail", span.detail()));
                    events.add(instant);
                } else if (span.kind() == Span.Kind.DESCRIPTORS) {
                    id++;
                    Map<String, Object> begin = at(span, "b", span.from(), thread);
                    begin.put("id", "0x" + Integer.toHexString(id));
                    begin.put("args", Map.of("detail", span.detail()));
                    Map<String, Object> end = at(span, "e", span.to(), thread);
                    end.put("id", "0x" + Integer.toHexString(id));
                    events.add(begin);
                    events.add(end);
                } else {
                    Map<String, Object> complete = at(span, "X", span.from(), thread);
                    complete.put("dur", (span.to() - span.from()) / PER_MICROSECOND);
                    complete.put("args", Map.of("detail", span.detail()));
                    events.add(complete);
                }
            }
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("traceEvents", events);
        whole.put("displayTimeUnit", "ns");
        whole.put("otherData", Map.of("unit", "one nanosecond is one instruction", "program", "Cellvisor"));
        try {
            return new ObjectMapper().writeValueAsString(whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> named(String what, int thread, String name) {
        Map<String, Object> event = event("M", what, thread);
        event.put("args", Map.of("name", name));
        return event;
    }

    private static Map<String, Object> at(Span span, String phase, long instruction, int thread) {
        Map<String, Object> event = event(phase, span.label().isEmpty() ? span.lane() : span.label(), thread);
        event.put("cat", span.kind().name().toLowerCase(java.util.Locale.ROOT));
        event.put("ts", instruction / PER_MICROSECOND);
        return event;
    }

    private static Map<String, Object> event(String phase, String name, int thread) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("name", name);
        event.put("ph", phase);
        event.put("pid", PROCESS);
        event.put("tid", thread);
        return event;
    }
}
