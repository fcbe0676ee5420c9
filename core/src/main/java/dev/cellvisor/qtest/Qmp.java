package dev.cellvisor.qtest;

import static dev.cellvisor.qtest.Json.object;

import dev.cellvisor.virtio.block.BlockDevice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** QEMU's machine protocol: a greeting, then one JSON object a command and one an answer, and events between. */
final class Qmp {
    private final Machine machine;
    private final Consumer<String> out;
    private final Runnable quit;
    private boolean negotiated;

    /** @param quit ends the server */
    Qmp(Machine machine, Consumer<String> out, Runnable quit) {
        this.machine = machine;
        this.out = out;
        this.quit = quit;
    }

    /** What the server says first. */
    void greet() {
        send(object("QMP", object("version", version(), "capabilities", List.of())));
    }

    private Map<String, Object> version() {
        return object("qemu", machine.schema8() ? object("micro", 0L, "minor", 0L, "major", 9L) : object("micro", 0L, "minor", 2L, "major", 7L), "package", "Cellvisor");
    }

    /** A failure that the client is told. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String kind;

        Refusal(String kind, String description) {
            super(description);
            this.kind = kind;
        }
    }

    /** Does one command and answers it. */
    void command(String line) {
        Object id = null;
        Map<String, Object> answer;
        List<Map<String, Object>> events = new ArrayList<>();
        try {
            if (!(Json.parse(line) instanceof Map<?, ?> request)) {
                throw new Refusal("GenericError", "QMP input must be a JSON object");
            }
            id = request.get("id");
            if (!(request.get("execute") instanceof String name)) {
                throw new Refusal("GenericError", "QMP input lacks member 'execute'");
            }
            Map<?, ?> arguments = request.get("arguments") instanceof Map<?, ?> map ? map : Map.of();
            answer = object("return", execute(name, arguments, events));
        } catch (Refusal e) {
            answer = object("error", object("class", e.kind, "desc", e.getMessage()));
        } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException | IOException e) {
            answer = object("error", object("class", "GenericError", "desc", String.valueOf(e.getMessage())));
        }
        if (id != null) {
            answer.put("id", id);
        }
        send(answer);
        events.forEach(this::send);
    }

    private Object execute(String name, Map<?, ?> arguments, List<Map<String, Object>> events) throws IOException {
        if (name.equals("qmp_capabilities")) {
            negotiated = true;
            return object();
        }
        if (!negotiated) {
            throw new Refusal("CommandNotFound", "Expecting capabilities negotiation with 'qmp_capabilities'");
        }
        return switch (name) {
            case "query-version" -> version();
            case "query-status" -> object("status", machine.running() ? "running" : "paused", "running", machine.running(), "singlestep", false);
            case "query-machines" -> machines();
            case "qom-list-types" -> types();
            case "stop", "cont" -> {
                boolean now = name.equals("cont");
                if (now != machine.running()) {
                    machine.running(now);
                    events.add(event(now ? "RESUME" : "STOP", object()));
                }
                yield object();
            }
            case "system_reset" -> {
                machine.reset();
                events.add(event("RESET", object("guest", false, "reason", "host-qmp-system-reset")));
                yield object();
            }
            case "block_resize" -> {
                resize(arguments);
                yield object();
            }
            case "announce-self" -> {
                machine.announcer().announce(arguments.get("id") instanceof String id ? id : "", number(arguments, "rounds"), number(arguments, "initial"),
                        number(arguments, "step"), number(arguments, "max"));
                yield object();
            }
            case "device_add" -> {
                add(arguments);
                yield object();
            }
            case "device_del" -> {
                String id = text(arguments, "id");
                if (!machine.serial().remove(id)) {
                    throw new Refusal("DeviceNotFound", "Device '" + id + "' not found");
                }
                events.add(event("DEVICE_DELETED", object("device", id, "path", "/machine/peripheral/" + id)));
                yield object();
            }
            case "quit" -> {
                quit.run();
                yield object();
            }
            default -> throw new Refusal("CommandNotFound", "The command " + name + " has not been found");
        };
    }

    private static String text(Map<?, ?> arguments, String name) {
        if (arguments.get(name) instanceof String text) {
            return text;
        }
        throw new Refusal("GenericError", "Parameter '" + name + "' is missing");
    }

    private static long number(Map<?, ?> arguments, String name) {
        if (arguments.get(name) instanceof Long number) {
            return number;
        }
        throw new Refusal("GenericError", "Parameter '" + name + "' is missing");
    }

    private List<Object> machines() {
        List<Object> machines = new ArrayList<>();
        for (String name : List.of("virt", "none")) {
            Map<String, Object> info = object("name", name, "cpu-max", name.equals("virt") ? 8L : 1L, "hotpluggable-cpus", false, "numa-mem-supported", false,
                    "deprecated", false);
            if (machine.schema8()) {
                info.put("acpi", false);
            }
            machines.add(info);
        }
        return machines;
    }

    private static List<Object> types() {
        List<Object> types = new ArrayList<>();
        Machine.types().forEach((name, parent) -> types.add(object("name", name, "parent", parent)));
        return types;
    }

    private void resize(Map<?, ?> arguments) throws IOException {
        String id = arguments.get("device") instanceof String device ? device : text(arguments, "node-name");
        BlockDevice disk = machine.disks().get(id);
        if (disk == null) {
            throw new Refusal("DeviceNotFound", "Cannot find device='" + id + "' nor node-name=''");
        }
        if (!(arguments.get("size") instanceof Long size)) {
            throw new Refusal("GenericError", "Parameter 'size' is missing");
        }
        if (size < 0) {
            throw new Refusal("GenericError", "Parameter 'size' expects a >0 size");
        }
        disk.resize((size + 511) / 512 * 512);
    }

    private void add(Map<?, ?> arguments) {
        Map<String, String> options = new LinkedHashMap<>();
        arguments.forEach((name, value) -> options.put(name.toString(), String.valueOf(value)));
        String driver = text(arguments, "driver");
        if (!driver.equals("virtserialport") && !driver.equals("virtconsole")) {
            throw new Refusal("GenericError", Machine.types().containsKey(driver) ? "Device '" + driver + "' does not support hotplugging"
                    : "'" + driver + "' is not a valid device model name");
        }
        Machine.checkProperties(options);
        machine.serial().add(options);
    }

    private static Map<String, Object> event(String name, Map<String, Object> data) {
        long micros = System.currentTimeMillis() * 1000;
        Map<String, Object> event = object("timestamp", object("seconds", micros / 1_000_000, "microseconds", micros % 1_000_000), "event", name);
        if (!data.isEmpty()) {
            event.put("data", data);
        }
        return event;
    }

    private void send(Map<String, Object> message) {
        out.accept(Json.write(message));
    }
}
