package dev.cellvisor.qtest;

import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.console.ConsolePort;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Serial devices and what is plugged into them: {@code virtconsole} and {@code virtserialport}, at the start and later. */
final class SerialPorts {
    /** QEMU's default. */
    static final int MOST_PORTS = 31;

    private final Map<String, ConsoleDevice> buses = new LinkedHashMap<>();
    private final Map<String, ConsolePort> ports = new LinkedHashMap<>();
    /** Devices whose port 0, a console that is always there, stands for a virtconsole already. */
    private final Set<ConsoleDevice> withConsole = new HashSet<>();
    private int nextBus;
    private int nextPort;

    /** A serial device; its bus is named for its id, or {@code virtio-serial-bus.N}. */
    VirtioDevice device(Map<String, String> options, int maxPorts) {
        var device = new ConsoleDevice(maxPorts);
        String id = options.get("id");
        buses.put(id == null ? "virtio-serial-bus." + nextBus : id + ".0", device);
        nextBus++;
        return device;
    }

    /**
     * Plugs a port in.
     *
     * @throws IllegalArgumentException if there is no bus, or the id is taken
     * @throws IllegalStateException if the device has no room
     */
    void add(Map<String, String> options) {
        String bus = options.get("bus");
        if (buses.isEmpty() || bus != null && !buses.containsKey(bus)) {
            throw new IllegalArgumentException(bus == null ? "No 'virtio-serial-bus' bus found for device '" + options.get("driver") + "'"
                    : "Bus '" + bus + "' not found");
        }
        String id = options.getOrDefault("id", "port" + nextPort++);
        if (ports.containsKey(id)) {
            throw new IllegalArgumentException("Duplicate device ID '" + id + "'");
        }
        ConsoleDevice device = bus == null ? buses.values().iterator().next() : buses.get(bus);
        String name = options.getOrDefault("name", "");
        ports.put(id, !options.get("driver").equals("virtconsole") ? device.addPort(name)
                : withConsole.add(device) ? device.port(0) : device.addConsole(name));
    }

    /** Takes a port out; whether it was there. Port 0 stays: a console device always has it. */
    boolean remove(String id) {
        ConsolePort port = ports.remove(id);
        if (port != null && port.id() != 0) {
            port.remove();
        }
        return port != null;
    }
}
