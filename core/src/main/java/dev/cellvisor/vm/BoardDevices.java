package dev.cellvisor.vm;

import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.GenericTimer;
import dev.cellvisor.device.Pl011;
import dev.cellvisor.device.Pl031;
import dev.cellvisor.irq.Gicv2;
import dev.cellvisor.device.PowerPorts;
import dev.cellvisor.device.SerialPort;
import dev.cellvisor.device.Uart16550;
import dev.cellvisor.irq.Gicv3;
import dev.cellvisor.irq.InterruptController;
import dev.cellvisor.irq.IrqLine;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.memory.MmioDevice;
import dev.cellvisor.memory.MmioRegion;
import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import dev.cellvisor.virtio.DeviceContext;
import dev.cellvisor.virtio.net.NetworkDevice;
import dev.cellvisor.virtio.transport.SharedMemoryWindow;
import dev.cellvisor.virtio.transport.VirtioMmio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The devices that a board brings with it: interrupt controller, timers, UART, real-time clock, and the virtio slots. */
final class BoardDevices {
    /** As many as QEMU's virt machine declares: GICD_TYPER.ITLinesNumber 7. */
    private static final int SPIS = 224;

    private final Vm vm;
    private final InterruptController gic;
    private final Pl011 uart;
    private final SerialPort serialPort;
    private final Pl031 rtc;
    private final List<GenericTimer> timers = new ArrayList<>();
    private final List<VirtioMmio> slots = new ArrayList<>();
    private final List<MmioDevice> controllerFrames = new ArrayList<>();
    private Map<String, State> initial;

    BoardDevices(Vm vm, VmBuilder builder) {
        this.vm = vm;
        Board board = vm.board();
        if (!board.hasDevices()) {
            gic = null;
            uart = null;
            serialPort = null;
            rtc = null;
            return;
        }
        MemoryMap map = vm.map();
        if (vm.kvm() == null) {
            gic = builder.gic == 2 ? gicv2(vm, board) : gicv3(vm, board, builder.its);
            vm.eachCpu(cpu -> connect(cpu, board));
        } else {
            gic = null;
        }
        if (board.architecture() == Board.Architecture.X86_64) {
            uart = null;
            rtc = null;
            serialPort = pcPorts(board);
        } else {
            uart = new Pl011(line(board.uartIntid()), vm.clock(), vm.events(), vm.trace());
            uart.onTransmit(vm.console()::put);
            uart.onReceive(this::received);
            map.add(board.uart(), Pl011.SIZE_BYTES, uart);
            serialPort = uart;
            rtc = new Pl031(builder.startDateSeconds, line(board.rtcIntid()), vm.clock(), vm.events(), vm.trace());
            map.add(board.rtc(), Pl031.SIZE_BYTES, rtc);
        }
        var window = new SharedMemoryWindow(map, board.sharedMemory(), board.sharedMemorySizeBytes());
        for (int slot = 0; slot < board.virtioSlots(); slot++) {
            addSlot(board, slot, window, builder.legacyVirtio);
        }
    }

    private void frame(long address, long sizeBytes, MmioDevice frame) {
        vm.map().add(address, sizeBytes, frame);
        controllerFrames.add(frame);
    }

    private Gicv3 gicv3(Vm vm, Board board, boolean its) {
        var gic = new Gicv3(vm.cpuCount(), SPIS, vm.trace(), its ? vm.memory() : null);
        gic.inputs(new GicDoor(vm));
        if (its) {
            frame(Board.ITS, Gicv3.GITS_SIZE_BYTES, gic.its());
        }
        frame(board.gicDistributor(), Gicv3.GICD_SIZE_BYTES, gic.distributor());
        return gic;
    }

    private Gicv2 gicv2(Vm vm, Board board) {
        var gic = new Gicv2(vm.cpuCount(), SPIS, () -> vm.scheduler().currentCpu().index(), vm.trace());
        gic.inputs(new GicDoor(vm));
        frame(board.gicDistributor(), Gicv2.GICD_SIZE_BYTES, gic.distributor());
        frame(Board.GICV2_CPU_INTERFACE, Gicv2.GICC_SIZE_BYTES, gic.cpuInterface());
        return gic;
    }

    /** What a PC has at its ports: the first serial port, and the registers that switch it off. */
    private SerialPort pcPorts(Board board) {
        var serial = new Uart16550(line(board.uartIntid()), vm.trace());
        serial.onTransmit(vm.console()::put);
        serial.onReceive(this::received);
        vm.ports().add(board.uart(), Uart16550.SIZE_BYTES, serial);
        vm.ports().add(PowerPorts.FIRST, PowerPorts.SIZE_BYTES, new PowerPorts(() -> vm.scheduler().leave(new Exit.PowerOff()),
                () -> vm.scheduler().leave(new Exit.Reset())));
        return serial;
    }

    /** Bytes for a serial port, from whoever has it in hand. */
    private void received(byte[] bytes) {
        if (vm.inputGate().outside()) {
            vm.inputGate().log(InputLog.Kind.TYPE, "", bytes);
        }
    }

    private void addSlot(Board board, int slot, SharedMemoryWindow window, boolean legacy) {
        // A device's work is done at once, on the VM's thread: nothing of it can be seen at a varying point.
        var context = new DeviceContext("virtio-mmio." + slot, vm.memory(), vm.trace(), vm.clock(), vm.events(), vm.seed(), Runnable::run)
                .door(vm.hostSide());
        var transport = new VirtioMmio(context, line(board.virtioIntid(slot))).placedAt(board.virtioAddress(slot), board.virtioIntid(slot))
                .sharedMemoryIn(window).legacySlot(legacy);
        vm.map().add(board.virtioAddress(slot), board.virtioSlotSizeBytes(), transport);
        slots.add(transport);
    }

    /** The virtio-mmio slots, by address. */
    List<VirtioMmio> slots() {
        return slots;
    }

    /** The last slot without a device: QEMU fills them from the last one down. */
    VirtioMmio freeSlot() {
        for (VirtioMmio slot : slots.reversed()) {
            if (slot.device() == null) {
                return slot;
            }
        }
        throw new IllegalStateException(slots.isEmpty() ? "board %s has no virtio slots; build the VM with board(Board.VIRT)".formatted(vm.board().name())
                : "all %d virtio slots have a device; detach one first".formatted(slots.size()));
    }

    /** Closes what devices hold of the host's network. */
    void close() {
        for (VirtioMmio slot : slots) {
            if (slot.device() instanceof NetworkDevice network) {
                network.backend().close();
            }
        }
    }

    /** Remembers what the devices are before the first instruction, for a guest's reset. */
    void begin() {
        if (initial == null) {
            initial = new LinkedHashMap<>();
            resettable().forEach((name, part) -> initial.put(name, part.save()));
        }
    }

    /** The machine's reset: virtio devices are reset by their own rule and keep their disks; all others are as at the beginning. */
    void reset() {
        for (VirtioMmio slot : slots) {
            slot.restart();
        }
        resettable().forEach((name, part) -> {
            if (initial.containsKey(name)) {
                part.restore(initial.get(name));
            }
        });
    }

    /** What the devices were before the first instruction, as plain data. */
    State initial() {
        var state = State.of("initial", 1);
        if (initial != null) {
            initial.forEach(state::put);
        }
        return state.build();
    }

    /** Takes that over. */
    void initial(State state) {
        state.expect("initial", 1);
        initial = state.values().isEmpty() ? null : new LinkedHashMap<>();
        state.values().keySet().forEach(name -> initial.put(name, state.child(name)));
    }

    /** Whether a device came with the board, or belongs to one in a slot. */
    boolean owns(MmioDevice device) {
        return device == uart || device == rtc || controllerFrames.contains(device)
                || slots.contains(device) || device.exits() == MmioDevice.Exits.MEMORY;
    }

    /** Takes over what {@link #save} gave, what drives lines before what is driven. */
    void restore(State machine) {
        Map<String, Stateful> parts = parts();
        for (String name : parts.keySet()) {
            machine.child(name); // says which is missing, before anything has changed
        }
        parts.forEach((name, part) -> {
            if (part != gic) {
                part.restore(machine.child(name));
            }
        });
        if (gic != null) {
            gic.restore(machine.child("gic"));
        }
    }

    private Map<String, Stateful> resettable() {
        Map<String, Stateful> parts = parts();
        parts.values().removeAll(slots);
        return parts;
    }

    private void connect(Cpu cpu, Board board) {
        int i = cpu.index();
        gic.connect(i, cpu.irqLine(), cpu.fiqLine());
        if (gic instanceof Gicv3 gicv3) {
            frame(board.gicRedistributors() + i * Gicv3.GICR_SIZE_BYTES, Gicv3.GICR_SIZE_BYTES, gicv3.redistributors().get(i));
            cpu.connect(gicv3.cpuInterface(i));
        }
        var timer = new GenericTimer(i, vm.clock(), vm.events(), gic.ppi(i, Board.FIRST_PPI + board.timerPhysicalPpi()),
                gic.ppi(i, Board.FIRST_PPI + board.timerVirtualPpi()));
        cpu.addSystemRegisters(timer);
        cpu.connectPmu(gic.ppi(i, Board.FIRST_PPI + Board.PMU_PPI));
        timers.add(timer);
        vm.scheduler().addEventStream(timer);
    }

    InterruptController controller() {
        if (vm.kvm() != null) {
            throw new IllegalStateException("the interrupt controller of a VM on KVM is in the kernel; vm.irq(n) and vm.inject(n) reach it");
        }
        return require(gic, "interrupt controller");
    }

    Gicv3 gic() {
        if (controller() instanceof Gicv3 gicv3) {
            return gicv3;
        }
        throw new IllegalStateException("this VM has a GICv2: gicv2() is it");
    }

    Gicv2 gicv2() {
        if (controller() instanceof Gicv2 gicv2) {
            return gicv2;
        }
        throw new IllegalStateException("this VM has a GICv3: gic() is it; build the VM with gic(2)");
    }

    Pl011 uart() {
        return require(uart, "UART");
    }

    Pl031 rtc() {
        return require(rtc, "real-time clock");
    }

    private <T> T require(T part, String what) {
        if (part == null) {
            throw new IllegalStateException("board %s has no %s; build the VM with board(Board.VIRT)".formatted(vm.board().name(), what));
        }
        return part;
    }

    IrqLine line(int intid) {
        if (vm.kvm() != null) {
            return vm.kvm().line(intid);
        }
        return intid < Board.FIRST_SPI ? controller().ppi(0, intid) : controller().spi(intid);
    }

    /** Makes an interrupt pending. */
    void inject(int intid) {
        if (vm.kvm() != null) {
            vm.kvm().line(intid).pulse();
        } else {
            controller().inject(intid);
        }
    }

    SerialPort serialPort() {
        return require(serialPort, "serial port");
    }

    /** The states of interrupt controller, timers, and all devices in the map, the cell's own included. */
    Map<String, State> save() {
        Map<String, State> states = new LinkedHashMap<>();
        parts().forEach((name, part) -> states.put(name, part.save()));
        return states;
    }

    private Map<String, Stateful> parts() {
        Map<String, Stateful> parts = new LinkedHashMap<>();
        if (gic != null) {
            parts.put("gic", gic);
        }
        for (int i = 0; i < timers.size(); i++) {
            parts.put("timer" + i, timers.get(i));
        }
        for (MmioRegion region : vm.map().regions()) {
            if (region.device() instanceof Stateful device) {
                parts.put("%s@%x".formatted(region.device().name(), region.address()), device);
            }
        }
        for (MmioRegion region : vm.ports().regions()) {
            if (region.device() instanceof Stateful device) {
                parts.put("%s@port%x".formatted(region.device().name(), region.address()), device);
            }
        }
        return parts;
    }
}
