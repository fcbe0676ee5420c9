package dev.cellvisor.vm;

import dev.cellvisor.memory.MmioAccess;
import dev.cellvisor.memory.MmioRegion;
import dev.cellvisor.virtio.transport.VirtioMmio;
import java.util.Locale;

/**
 * What a device was about when it wrote to memory; see {@link MemoryWrite#work}.
 *
 * @param device its name
 * @param place its slot, e.g. {@code "virtio-mmio.31"}; empty for what is in no slot
 * @param queue the virtqueue that the write belongs to, or -1 if it is none's
 * @param chain the chain's head (split) or buffer ID (packed), or -1
 * @param reason upon what it wrote: an access to its registers, an event, an input
 * @param taken upon what it took the chain, most often the access by which the driver notified the queue; {@code null} if it took none, or before the history begins
 */
public record DeviceWork(String device, String place, int queue, int chain, Reason reason, Reason taken) {

    /** Upon what a device acts. */
    public sealed interface Reason {
        /** The VM's count then. */
        long instruction();

        /** Whether that is a slot's own. */
        boolean isOf(VirtioMmio slot);

        /** The name of what acts upon it, where no slot does. */
        default String device(Vm vm) {
            return "the machine";
        }
    }

    /**
     * A register of it was written.
     *
     * @param instruction the VM's count then
     * @param cpu who did it, or -1 for a cell
     * @param access which, and with what
     */
    public record Access(long instruction, int cpu, MmioAccess access) implements Reason {
        @Override
        public boolean isOf(VirtioMmio slot) {
            return access.address() >= slot.address() && access.address() < slot.address() + VirtioMmio.SLOT_BYTES;
        }

        @Override
        public String device(Vm vm) {
            MmioRegion region = vm.map().regionAt(access.address());
            return region == null ? access.device() : region.device().name();
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "when %s wrote 0x%x to its %s", cpu < 0 ? "a cell" : "cpu" + cpu, access.value(), access.register());
        }
    }

    /**
     * Its time had come.
     *
     * @param instruction the VM's count then
     * @param name the event's, e.g. {@code "virtio-mmio.31.completion"}; empty if nobody can tell upon what it was
     */
    public record Event(long instruction, String name) implements Reason {
        @Override
        public boolean isOf(VirtioMmio slot) {
            return name.startsWith(slot.state().context().place() + ".");
        }

        @Override
        public String device(Vm vm) {
            return name.isEmpty() ? "the machine" : name;
        }

        @Override
        public String toString() {
            return name.isEmpty() ? "by itself" : "at its event " + name;
        }
    }

    /**
     * Something came in from outside.
     *
     * @param instruction the VM's count then
     * @param what the entry of the input log: kind and detail
     */
    public record Input(long instruction, String what) implements Reason {
        @Override
        public boolean isOf(VirtioMmio slot) {
            return what.startsWith("device " + slot.state().context().place() + " ");
        }

        @Override
        public String toString() {
            return "when this came in: " + what;
        }
    }

    DeviceWork taken(Reason newTaken) {
        return new DeviceWork(device, place, queue, chain, reason, newTaken);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(device).append(' ').append(reason);
        if (queue >= 0) {
            text.append(", queue ").append(queue);
        }
        if (chain >= 0) {
            text.append(" chain ").append(chain);
        }
        if (taken != null && !taken.equals(reason)) {
            text.append(String.format(Locale.ROOT, ", taken at instruction %,d ", taken.instruction())).append(taken);
        }
        return text.toString();
    }
}
