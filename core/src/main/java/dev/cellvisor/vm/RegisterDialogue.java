package dev.cellvisor.vm;

import dev.cellvisor.memory.MmioAccess;
import dev.cellvisor.trace.Trace;
import dev.cellvisor.virtio.transport.VirtioMmio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a guest's drivers say to their virtio devices from reset until DRIVER_OK, register by register: the part that does not depend on
 * timing, and so is the same on every CPU. Addresses of queues are the guest's choice at that moment, and are left out.
 */
public final class RegisterDialogue implements AutoCloseable {
    private static final int DRIVER_OK = 4;
    private static final Set<String> ADDRESSES = Set.of("QueueDescLow", "QueueDescHigh", "QueueDriverLow", "QueueDriverHigh", "QueueDeviceLow",
            "QueueDeviceHigh", "QueuePFN");

    private final Map<String, List<String>> lines = new LinkedHashMap<>();
    private final Map<String, Boolean> done = new LinkedHashMap<>();
    private final Map<Long, String> slots = new LinkedHashMap<>();
    private final long slotBytes;
    private final Trace.Subscription subscription;

    /** Listens to the devices that are in the VM's slots now. */
    public RegisterDialogue(Vm vm) {
        slotBytes = vm.board().virtioSlotSizeBytes();
        for (VirtioMmio slot : vm.boardDevices().slots()) {
            if (slot.device() != null) {
                long address = vm.board().virtioAddress(vm.boardDevices().slots().indexOf(slot));
                String name = slot.device().name() + "@" + Long.toHexString(address);
                slots.put(address, name);
                lines.put(name, new ArrayList<>());
            }
        }
        subscription = vm.trace().add((instruction, fact) -> {
            if (fact instanceof MmioAccess access) {
                heard(access);
            }
        });
    }

    private void heard(MmioAccess access) {
        String device = slots.get(access.address() - access.address() % slotBytes);
        if (device == null || done.containsKey(device)) {
            return;
        }
        List<String> said = lines.get(device);
        if (access.write() && access.register().equals("Status")) {
            if (access.value() == 0) {
                said.clear(); // from the last reset on
            } else if ((access.value() & DRIVER_OK) != 0) {
                done.put(device, true);
            }
        }
        said.add("%s %s %s".formatted(access.write() ? "write" : "read", access.register(),
                ADDRESSES.contains(access.register()) ? "(an address)" : "0x" + Long.toHexString(access.value())));
    }

    /** The dialogues that came to DRIVER_OK, by device and its address, a line for each access. */
    public Map<String, List<String>> finished() {
        Map<String, List<String>> finished = new LinkedHashMap<>();
        lines.forEach((device, said) -> {
            if (done.containsKey(device)) {
                finished.put(device, List.copyOf(said));
            }
        });
        return finished;
    }

    /** All of {@link #finished} as text: a line with the device, then its accesses, each behind a blank. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        finished().forEach((device, said) -> {
            text.append(device).append('\n');
            said.forEach(line -> text.append(' ').append(line).append('\n'));
        });
        return text.toString();
    }

    /** Ends the listening. */
    @Override
    public void close() {
        subscription.close();
    }
}
