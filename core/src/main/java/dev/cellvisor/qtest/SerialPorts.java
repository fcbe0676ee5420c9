package dev.cellvisor.qtest;

import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.console.ConsoleDevice;
import java.util.LinkedHashMap;
import java.util.Map;

/** The serial device and what is plugged into it: {@code virtconsole} and {@code virtserialport}, at the start and later. */
final class SerialPorts {
    private final Map<String, ConsoleDevice> buses = new LinkedHashMap<>();
    private final Map<String, String> ports = new LinkedHashMap<>();
    private int nextBus;
    private int nextPort;

    /** A serial device; its bus is named for its id, or {@code virtio-serial-bus.N}. */
    VirtioDevice device(Map<String, String> options) {
        var device = new ConsoleDevice();
        String id = options.get("id");
        buses.put(id == null ? "virtio-serial-bus." + nextBus : id + ".0", device);
        nextBus++;
        return device;
    }

    /**
     * Plugs a port in.
     *
     * @return its id, which is made up if there is none
     * @throws IllegalArgumentException if there is no bus, or the id is taken
     */
    String add(Map<String, String> options) {
        String bus = options.get("bus");
        if (buses.isEmpty() || bus != null && !buses.containsKey(bus)) {
            throw new IllegalArgumentException(bus == null ? "No 'virtio-serial-bus' bus found for device '" + options.get("driver") + "'"
                    : "Bus '" + bus + "' not found");
        }
        String id = options.getOrDefault("id", "port" + nextPort++);
        if (ports.containsKey(id)) {
            throw new IllegalArgumentException("Duplicate device ID '" + id + "'");
        }
        ports.put(id, options.get("driver"));
        return id;
    }

    /** Takes a port out; whether it was there. */
    boolean remove(String id) {
        return ports.remove(id) != null;
    }
}
