package dev.cellvisor.qtest;

import dev.cellvisor.net.NetBackend;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.balloon.BalloonDevice;
import dev.cellvisor.virtio.block.BlockBackend;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.FileBackend;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.virtio.net.NetOptions;
import dev.cellvisor.virtio.net.NetworkDevice;
import dev.cellvisor.virtio.transport.VirtioMmio;
import dev.cellvisor.vm.Board;
import dev.cellvisor.vm.Vm;
import dev.cellvisor.vm.VmBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The machine that a command line describes: board virt with its devices, filled from the last slot down. Its CPU never runs. Who uses it
 * holds its monitor: several threads do.
 */
final class Machine implements AutoCloseable {
    private static final int NULL_DISK_BYTES = 1 << 30;

    private final CommandLine line;
    private final Vm vm;
    private final Map<String, BlockDevice> disks = new LinkedHashMap<>();
    private final SerialPorts serial = new SerialPorts();
    private final List<NetworkDevice> networks = new ArrayList<>();
    private final Map<String, Hub> hubs = new LinkedHashMap<>();
    private final Announcer announcer = new Announcer(networks, this::enter);
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean running = true;

    /**
     * @throws IllegalArgumentException if a device or its host's side is not known
     * @throws IOException if a disk cannot be opened
     */
    Machine(CommandLine line) throws IOException {
        this.line = line;
        if (line.machine().equals("none")) {
            vm = null;
            return;
        }
        VmBuilder builder = Vm.builder("qtest").board(Board.VIRT).memoryMiB(line.memoryMiB());
        vm = (line.legacy() ? builder.legacyVirtio() : builder).build();
        for (Map<String, String> options : line.devices()) {
            add(options);
        }
    }

    /** What each type of device can be told, besides its driver and its id. */
    private static final Map<String, Set<String>> PROPERTIES = Map.of("virtio-blk-device", Set.of("bus", "drive", "serial", "num-queues", "queue-size"),
            "virtio-rng-device", Set.of("bus"), "virtio-net-device", Set.of("bus", "netdev", "mac"), "virtio-balloon-device", Set.of("bus"),
            "virtio-serial-device", Set.of("bus", "max_ports"), "virtconsole", Set.of("bus", "name"), "virtserialport", Set.of("bus", "name"));

    /** @throws IllegalArgumentException as QEMU has it, if a device is told something that it does not know */
    static void checkProperties(Map<String, String> options) {
        Set<String> known = PROPERTIES.get(options.getOrDefault("driver", ""));
        for (String name : options.keySet()) {
            if (known != null && !known.contains(name) && !name.equals("driver") && !name.equals("id")) {
                throw new IllegalArgumentException("Property '%s.%s' not found".formatted(options.get("driver"), name));
            }
        }
    }

    private static int number(Map<String, String> options, String name, int otherwise) {
        try {
            return options.containsKey(name) ? Integer.parseInt(options.get(name)) : otherwise;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Parameter '" + name + "' expects a number, not '" + options.get(name) + "'");
        }
    }

    private void add(Map<String, String> options) throws IOException {
        checkProperties(options);
        switch (options.get("driver")) {
            case "virtio-blk-device" -> attach(options, disk(options));
            case "virtio-rng-device" -> attach(options, new EntropyDevice(vm.seed()));
            case "virtio-net-device" -> attach(options, network(options));
            case "virtio-balloon-device" -> attach(options, new BalloonDevice());
            case "virtio-serial-device" -> attach(options, serial.device(options, number(options, "max_ports", SerialPorts.MOST_PORTS)));
            case "virtconsole", "virtserialport" -> serial.add(options);
            case null -> throw new IllegalArgumentException("-device " + options + ": Parameter 'driver' is missing");
            default -> throw new IllegalArgumentException("'%s' is not a valid device model name".formatted(options.get("driver")));
        }
    }

    /** In the last free slot, or in that of a {@code bus=virtio-mmio-bus.N}. */
    private void attach(Map<String, String> options, VirtioDevice device) {
        String bus = options.get("bus");
        if (bus != null && !bus.matches("virtio-mmio-bus\\.(\\d|[12]\\d|3[01])")) {
            throw new IllegalArgumentException("Bus '" + bus + "' not found");
        }
        VirtioMmio slot = bus == null ? vm.attach(device) : vm.attach(Integer.parseInt(bus.substring(bus.indexOf('.') + 1)), device);
        slot.configChangeAsUsedBuffer();
    }

    private VirtioDevice disk(Map<String, String> options) throws IOException {
        String id = options.get("drive");
        Map<String, String> drive = id == null ? null : line.drives().get(id);
        if (drive == null) {
            throw new IllegalArgumentException(id == null ? "-device virtio-blk-device: drive property not set"
                    : "-device virtio-blk-device: there is no -drive with the id '" + id + "'");
        }
        if (disks.containsKey(id)) {
            throw new IllegalArgumentException("Drive '" + id + "' is already in use by another block device");
        }
        var disk = BlockDevice.of(backend(drive)).id(options.getOrDefault("serial", "cellvisor"))
                .queues(number(options, "num-queues", 1)).queueSize(number(options, "queue-size", BlockDevice.DEFAULT_QUEUE_SIZE)).build();
        disks.put(id, disk);
        if (options.containsKey("id")) {
            disks.put(options.get("id"), disk);
        }
        return disk;
    }

    private VirtioDevice network(Map<String, String> options) {
        String id = options.get("netdev");
        Map<String, String> netdev = id == null ? null : line.netdevs().get(id);
        NetBackend cable = switch (netdev == null ? null : netdev.get("type")) {
            case "socket" -> new SocketCable(number(netdev, "fd", -1), this::enter);
            case "hubport" -> hubs.computeIfAbsent(netdev.getOrDefault("hubid", "0"), hub -> new Hub()).cable();
            case null -> {
                if (id != null) {
                    throw new IllegalArgumentException("Property 'virtio-net-device.netdev' can't find value '" + id + "'");
                }
                yield new Hub().cable();
            }
            default -> throw new IllegalArgumentException("-netdev " + netdev.get("type") + " is not known here; socket,fd=N and hubport are");
        };
        NetOptions wanted = options.containsKey("mac") ? NetOptions.DEFAULT.mac(options.get("mac")) : NetOptions.DEFAULT;
        var device = new NetworkDevice(wanted, cable);
        networks.add(device);
        return device;
    }

    private static BlockBackend backend(Map<String, String> drive) throws IOException {
        String file = drive.getOrDefault("file", "");
        if (file.startsWith("null-co://") || file.startsWith("null-aio://")) {
            return new NullBackend(NULL_DISK_BYTES);
        }
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("-drive file=" + file + ": there is no such file");
        }
        return drive.getOrDefault("readonly", "off").equals("on") || !Files.isWritable(path) ? FileBackend.openReadOnly(path) : FileBackend.open(path);
    }

    /** The VM, or {@code null} for machine none. */
    Vm vm() {
        return vm;
    }

    /** Does something from outside: at once, or when the machine goes on. It must be the caller's turn. */
    synchronized void enter(Runnable action) {
        if (!running) {
            waiting.add(action);
            return;
        }
        action.run();
        settle();
    }

    /** What is due now happens. */
    void settle() {
        if (vm != null) {
            vm.events().runDue(vm.clock().ticks());
        }
    }

    /** Stops the machine or lets it go on; what came meanwhile comes then. */
    void running(boolean now) {
        running = now;
        if (now) {
            List<Runnable> actions = List.copyOf(waiting);
            waiting.clear();
            actions.forEach(this::enter);
        }
    }

    /** Whether it runs. */
    boolean running() {
        return running;
    }

    /** See {@link CommandLine#schema8()}. */
    boolean schema8() {
        return line.schema8();
    }

    /** Announces its network devices. */
    Announcer announcer() {
        return announcer;
    }

    /** Disks by the id of the drive, and of the device. */
    Map<String, BlockDevice> disks() {
        return disks;
    }

    /** The ports of the serial device. */
    SerialPorts serial() {
        return serial;
    }

    /** What a reset of the machine does: devices are reset; RAM and disks stay. */
    void reset() {
        if (vm != null) {
            vm.slots().forEach(slot -> slot.restart());
        }
    }

    /** Names of device types that {@code -device} takes, and that stand between them. */
    static Map<String, String> types() {
        Map<String, String> types = new TreeMap<>();
        for (String name : new String[] {"virtio-balloon-device", "virtio-blk-device", "virtio-net-device", "virtio-rng-device", "virtio-serial-device"}) {
            types.put(name, "virtio-device");
        }
        types.put("virtconsole", "virtserialport");
        types.put("virtserialport", "virtio-serial-port");
        types.put("virtio-mmio", "sys-bus-device");
        return types;
    }

    @Override
    public void close() {
        if (vm != null) {
            vm.close();
        }
    }
}
