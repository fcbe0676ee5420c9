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

    private void add(Map<String, String> options) throws IOException {
        switch (options.get("driver")) {
            case "virtio-blk-device" -> attach(disk(options));
            case "virtio-rng-device" -> attach(new EntropyDevice(vm.seed()));
            case "virtio-net-device" -> attach(network(options));
            case "virtio-balloon-device" -> attach(new BalloonDevice());
            case "virtio-serial-device" -> attach(serial.device(options));
            case "virtconsole", "virtserialport" -> serial.add(options);
            case null, default -> throw new IllegalArgumentException("'%s' is not a valid device model name".formatted(options.get("driver")));
        }
    }

    private void attach(VirtioDevice device) {
        vm.attach(device).configChangeAsUsedBuffer();
    }

    private VirtioDevice disk(Map<String, String> options) throws IOException {
        String id = options.get("drive");
        Map<String, String> drive = id == null ? null : line.drives().get(id);
        if (drive == null) {
            throw new IllegalArgumentException("-device virtio-blk-device: there is no -drive with the id '" + id + "'");
        }
        var disk = BlockDevice.of(backend(drive)).id(options.getOrDefault("serial", "cellvisor"))
                .queues(Integer.parseInt(options.getOrDefault("num-queues", "1"))).build();
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
            case "socket" -> new SocketCable(Integer.parseInt(netdev.getOrDefault("fd", "-1")), this::enter);
            case "hubport" -> hubs.computeIfAbsent(netdev.getOrDefault("hubid", "0"), hub -> new Hub()).cable();
            case null -> new Hub().cable();
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
