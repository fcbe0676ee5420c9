package dev.cellvisor.vm;

import dev.cellvisor.state.State;
import java.lang.reflect.RecordComponent;

/**
 * A board as data: what stands at which guest-physical address, and which interrupts it has. SPI and PPI numbers are those of
 * a device tree: SPI n is INTID 32 + n, PPI n is INTID 16 + n. A board says what may be there; a
 * {@link VmBuilder} makes it.
 *
 * @param name e.g. {@code "virt"}
 * @param ramAddress where {@link VmBuilder#memoryMiB} puts RAM
 * @param gicDistributor where the GICv3's distributor is, 64 KiB; negative if the board has no devices at all
 * @param gicRedistributors where its redistributors begin, 128 KiB for each CPU
 * @param gicRedistributorsSizeBytes how much is set aside for them
 * @param uart where the PL011 is, 4 KiB
 * @param uartSpi its interrupt
 * @param rtc where the PL031 is, 4 KiB
 * @param rtcSpi its interrupt
 * @param virtio where the first virtio-mmio slot is
 * @param virtioSlotSizeBytes how far the slots are apart
 * @param virtioSlots how many there are
 * @param virtioSpi the first slot's interrupt; the others follow
 * @param sharedMemory where virtio devices' shared memory regions go: nothing else is there
 * @param sharedMemorySizeBytes how far that goes
 * @param timerSecurePpi the timers' interrupts: secure physical,
 * @param timerPhysicalPpi non-secure physical,
 * @param timerVirtualPpi virtual,
 * @param timerHypervisorPpi hypervisor
 */
public record Board(String name, long ramAddress, long gicDistributor, long gicRedistributors, long gicRedistributorsSizeBytes,
        long uart, int uartSpi, long rtc, int rtcSpi, long virtio, int virtioSlotSizeBytes, int virtioSlots, int virtioSpi,
        long sharedMemory, long sharedMemorySizeBytes,
        int timerSecurePpi, int timerPhysicalPpi, int timerVirtualPpi, int timerHypervisorPpi) {

    /** The map of QEMU's {@code virt} machine with a GICv3. */
    public static final Board VIRT = new Board("virt", 0x4000_0000, 0x0800_0000, 0x080a_0000, 0xf6_0000,
            0x0900_0000, 1, 0x0901_0000, 2, 0x0a00_0000, 0x200, 32, 16, 0x1000_0000, 0x2eff_0000, 13, 14, 11, 10);

    /** {@link #VIRT} with virtio-mmio slots of 4 KiB each. */
    public static final Board VIRT_4K = new Board("virt-4k", 0x4000_0000, 0x0800_0000, 0x080a_0000, 0xf6_0000,
            0x0900_0000, 1, 0x0901_0000, 2, 0x0a00_0000, 0x1000, 32, 16, 0x1000_0000, 0x2eff_0000, 13, 14, 11, 10);

    /** RAM and CPUs, no devices: nothing but what a cell adds. */
    public static final Board EMPTY = new Board("empty", 0x4000_0000, -1, -1, 0, -1, 0, -1, 0, -1, 0, 0, 0, -1, 0, 13, 14, 11, 10);

    /** As plain data. */
    State save() {
        var state = State.of("board", 1);
        for (RecordComponent part : Board.class.getRecordComponents()) {
            try {
                Object value = part.getAccessor().invoke(this);
                if (value instanceof Number number) {
                    state.put(part.getName(), number.longValue());
                } else {
                    state.put(part.getName(), (String) value);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return state.build();
    }

    /** From plain data. */
    static Board of(State saved) {
        saved.expect("board", 1);
        return new Board(saved.text("name"), saved.number("ramAddress"), saved.number("gicDistributor"), saved.number("gicRedistributors"),
                saved.number("gicRedistributorsSizeBytes"), saved.number("uart"), saved.integer("uartSpi"), saved.number("rtc"), saved.integer("rtcSpi"),
                saved.number("virtio"), saved.integer("virtioSlotSizeBytes"), saved.integer("virtioSlots"), saved.integer("virtioSpi"),
                saved.number("sharedMemory"), saved.number("sharedMemorySizeBytes"), saved.integer("timerSecurePpi"), saved.integer("timerPhysicalPpi"),
                saved.integer("timerVirtualPpi"), saved.integer("timerHypervisorPpi"));
    }

    /** INTID of the first PPI. */
    public static final int FIRST_PPI = 16;
    /** INTID of the first SPI. */
    public static final int FIRST_SPI = 32;
    /** The size of the distributor's frame. */
    public static final long GIC_DISTRIBUTOR_SIZE = 0x1_0000;
    /** The size of one redistributor: two frames of 64 KiB. */
    public static final long GIC_REDISTRIBUTOR_SIZE = 0x2_0000;
    /** The size of a PrimeCell's registers. */
    public static final long PRIMECELL_SIZE = 0x1000;

    /** Whether it has an interrupt controller, a UART, a clock and virtio slots; if not, it is empty. */
    public boolean hasDevices() {
        return gicDistributor >= 0;
    }

    /** How many CPUs its redistributor space has room for. */
    public int maxCpus() {
        return hasDevices() ? (int) (gicRedistributorsSizeBytes / GIC_REDISTRIBUTOR_SIZE) : 1;
    }

    /** Where a virtio-mmio slot is. */
    public long virtioAddress(int slot) {
        return virtio + (long) slot * virtioSlotSizeBytes;
    }

    /** A virtio-mmio slot's INTID. */
    public int virtioIntid(int slot) {
        return FIRST_SPI + virtioSpi + slot;
    }

    /** The UART's INTID. */
    public int uartIntid() {
        return FIRST_SPI + uartSpi;
    }

    /** The real-time clock's INTID. */
    public int rtcIntid() {
        return FIRST_SPI + rtcSpi;
    }

    @Override
    public String toString() {
        if (!hasDevices()) {
            return "board " + name + ": RAM 0x%08x, no devices".formatted(ramAddress);
        }
        return """
                board %s
                  GICD    0x%08x
                  GICR    0x%08x, %d CPUs at most
                  PL011   0x%08x  SPI %d
                  PL031   0x%08x  SPI %d
                  virtio  0x%08x–0x%08x  %d slots of 0x%x, SPI %d–%d
                  shared  0x%08x–0x%08x  shared memory of virtio devices
                  RAM     0x%08x
                  timers  PPI %d secure, %d physical, %d virtual, %d hypervisor""".formatted(name, gicDistributor, gicRedistributors,
                maxCpus(), uart, uartSpi, rtc, rtcSpi, virtio, virtioAddress(virtioSlots) - 1, virtioSlots, virtioSlotSizeBytes,
                virtioSpi, virtioSpi + virtioSlots - 1, sharedMemory, sharedMemory + sharedMemorySizeBytes - 1, ramAddress, timerSecurePpi, timerPhysicalPpi, timerVirtualPpi,
                timerHypervisorPpi);
    }
}
