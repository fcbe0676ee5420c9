package dev.cellvisor.vm;

import dev.cellvisor.cpu.a64.A64Cpu;
import dev.cellvisor.cpu.a64.model.CpuModel;
import dev.cellvisor.memory.MmioRegion;
import dev.cellvisor.memory.MmioRegister;
import dev.cellvisor.memory.RegisterDevice;
import dev.cellvisor.virtio.transport.PackedQueueView;
import dev.cellvisor.virtio.transport.QueueView;
import dev.cellvisor.virtio.transport.RegisterValue;
import dev.cellvisor.virtio.transport.SplitQueueView;
import dev.cellvisor.virtio.transport.VirtioMmio;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the devices of a machine show at one moment, each thing by a name: registers as a driver would read them, without disturbing anything, and the rings as they stand
 * in guest memory.
 *
 * @param cpus registers of CPUs that do not stand in the CPU itself, such as those of its interrupt controller's and timer's: {@code "cpu0.ICC_PMR_EL1"}
 * @param registers e.g. {@code "virtio-blk Status"}
 * @param rings e.g. {@code "virtio-blk queue 0 used[3]"}
 */
record DeviceLook(Map<String, String> cpus, Map<String, String> registers, Map<String, String> rings) {
    /** What goes on by itself says nothing. */
    private static final Set<String> CLOCKS = Set.of("CNTPCT_EL0", "CNTVCT_EL0", "CNTP_TVAL_EL0", "CNTV_TVAL_EL0", "PMCCNTR_EL0");


    /**
     * Looks at a snapshot, by a fork of it.
     *
     * @throws UnsupportedOperationException if it cannot be forked
     */
    static DeviceLook at(Snapshot snapshot) {
        try (Vm vm = snapshot.fork(MachineParts.forkName(snapshot.shape.name))) {
            return at(vm);
        }
    }

    static DeviceLook at(Vm vm) {
        var look = new DeviceLook(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        vm.cpus().forEach(look::cpu);
        for (MmioRegion region : vm.devices()) {
            if (region.device() instanceof VirtioMmio slot) {
                if (slot.device() != null) {
                    String name = slot.name() + "@" + Long.toHexString(slot.address());
                    for (RegisterValue value : slot.registerValues().rows()) {
                        look.registers.put(name + " " + value.name(), value.describe());
                    }
                    slot.queues().forEach(queue -> look.queue(name + " queue " + queue.index(), queue));
                }
            } else if (region.device() instanceof RegisterDevice device) {
                for (MmioRegister register : device.registers().registers()) {
                    for (int i = 0; i < register.count() && register.access() != MmioRegister.Access.WO; i++) {
                        long offset = register.offset() + (long) i * register.sizeBytes();
                        look.registers.put(device.name() + " " + device.registerName(offset), "0x%x".formatted(device.peek(offset)));
                    }
                }
            }
        }
        return look;
    }

    private void cpu(VmCpu cpu) {
        Set<String> inside = A64Cpu.registerPlaces(CpuModel.of(cpu.model())).keySet();
        for (String name : cpu.cpu().registerNames()) {
            if (!inside.contains(name) && !CLOCKS.contains(name)) {
                cpus.put("cpu%d.%s".formatted(cpu.index(), name), "0x%x".formatted(cpu.get(name)));
            }
        }
    }

    private void queue(String name, QueueView queue) {
        queue.descriptors().forEach(row -> rings.put(name + " descriptor[" + row.index() + "]", row.toString().strip().replaceAll("^\\d+ +", "").replaceAll(" +", " ")));
        switch (queue) {
            case SplitQueueView split -> {
                rings.put(name + " available flags", Integer.toString(split.availFlags()));
                rings.put(name + " available idx", Integer.toString(split.availIdx()));
                rings.put(name + " device takes next", Integer.toString(split.nextAvail()));
                split.available().forEach(entry -> rings.put(name + " available[" + entry.slot() + "]", "chain " + entry.head()));
                rings.put(name + " used flags", Integer.toString(split.usedFlags()));
                rings.put(name + " used idx", Integer.toString(split.usedIdx()));
                split.used().forEach(entry -> rings.put(name + " used[" + entry.slot() + "]", "id %d len %d".formatted(entry.id(), entry.length())));
                rings.put(name + " used_event", Integer.toString(split.usedEvent()));
                rings.put(name + " avail_event", Integer.toString(split.availEvent()));
            }
            case PackedQueueView packed -> {
                rings.put(name + " device takes next", "%d, wrap %b".formatted(packed.nextAvail(), packed.availWrap()));
                rings.put(name + " device writes next", "%d, wrap %b".formatted(packed.nextUsed(), packed.usedWrap()));
                rings.put(name + " driver event", packed.driverEvent());
                rings.put(name + " device event", packed.deviceEvent());
            }
        }
    }
}
