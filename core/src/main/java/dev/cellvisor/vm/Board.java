package dev.cellvisor.vm;

import dev.cellvisor.state.State;
import java.lang.reflect.RecordComponent;
import java.util.List;

/**
 * A board as data: what stands at which guest-physical address, and which interrupts it has. SPI and PPI numbers are those of
 * a device tree: SPI n is INTID 32 + n, PPI n is INTID 16 + n. On x86-64 an interrupt's number is its GSI, the pin of the IOAPIC. A board says what may be there; a
 * {@link VmBuilder} makes it.
 *
 * @param name e.g. {@code "virt"}
 * @param architecture whose CPUs it is made for
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
public record Board(String name, Architecture architecture, long ramAddress, long gicDistributor, long gicRedistributors, long gicRedistributorsSizeBytes,
        long uart, int uartSpi, long rtc, int rtcSpi, long virtio, int virtioSlotSizeBytes, int virtioSlots, int virtioSpi,
        long sharedMemory, long sharedMemorySizeBytes,
        int timerSecurePpi, int timerPhysicalPpi, int timerVirtualPpi, int timerHypervisorPpi) {

    /** The map of QEMU's {@code virt} machine with a GICv3. */
    public static final Board VIRT = new Board("virt", Architecture.ARM64, 0x4000_0000, 0x0800_0000, 0x080a_0000, 0xf6_0000,
            0x0900_0000, 1, 0x0901_0000, 2, 0x0a00_0000, 0x200, 32, 16, 0x1000_0000, 0x2eff_0000, 13, 14, 11, 10);

    /** {@link #VIRT} with virtio-mmio slots of 4 KiB each. */
    public static final Board VIRT_4K = new Board("virt-4k", Architecture.ARM64, 0x4000_0000, 0x0800_0000, 0x080a_0000, 0xf6_0000,
            0x0900_0000, 1, 0x0901_0000, 2, 0x0a00_0000, 0x1000, 32, 16, 0x1000_0000, 0x2eff_0000, 13, 14, 11, 10);

    /** RAM and CPUs, no devices: nothing but what a cell adds. */
    public static final Board EMPTY = new Board("empty", Architecture.ANY, 0x4000_0000, -1, -1, 0, -1, 0, -1, 0, -1, 0, 0, 0, -1, 0, 13, 14, 11, 10);

    /** Where a GICv2's CPU interface is, on a board with a distributor; a GICv3's is in system registers. */
    public static final long GICV2_CPU_INTERFACE = 0x0801_0000L;
    /** Where a GICv3's ITS is. */
    public static final long ITS = 0x0808_0000L;
    /** The interrupt of a CPU's Performance Monitors: PPI 7. */
    public static final int PMU_PPI = 7;
    /**
     * A PC with the least that Linux and small programs need: RAM from 0, a 16550 at port 0x3f8 (interrupt 4), PICs, IOAPIC, local APICs and PIT in the kernel,
     * eight virtio-mmio slots at interrupts 16 to 23, ports for power-off and reset. For x86-64 hosts with KVM.
     */
    public static final Board PC_LITE = new Board("pc-lite", Architecture.X86_64, 0, -1, -1, 0,
            0x3f8, 4, -1, 0, 0xd000_0000L, 0x200, 8, 16, 0xd100_0000L, 0x0f00_0000, 0, 0, 0, 0);

    /** Whose CPUs a board is made for. */
    public enum Architecture {
        /** AArch64. */
        ARM64,
        /** x86-64. */
        X86_64,
        /** Any. */
        ANY
    }

    /** What of a PC's RAM is below the devices: 3 GiB. */
    private static final long PC_LOW_RAM = 0xc000_0000L;
    /** A local APIC's number has 8 bits, and 255 means all. */
    private static final int PC_MOST_CPUS = 254;

    /** As plain data. */
    State save() {
        var state = State.of("board", 1);
        for (RecordComponent part : Board.class.getRecordComponents()) {
            try {
                Object value = part.getAccessor().invoke(this);
                if (value instanceof Number number) {
                    state.put(part.getName(), number.longValue());
                } else {
                    state.put(part.getName(), value.toString());
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
        return new Board(saved.text("name"), Architecture.valueOf(saved.text("architecture")), saved.number("ramAddress"), saved.number("gicDistributor"), saved.number("gicRedistributors"),
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
        return virtioSlots > 0;
    }

    /** Where a piece of RAM goes; on a PC it goes round the devices below 4 GiB. */
    List<VmBuilder.Ram> ram(VmBuilder.Ram asked) {
        if (asked.address() >= 0) {
            return List.of(asked);
        }
        if (architecture == Architecture.X86_64 && asked.sizeBytes() > PC_LOW_RAM) {
            return List.of(new VmBuilder.Ram(0, PC_LOW_RAM), new VmBuilder.Ram(1L << 32, asked.sizeBytes() - PC_LOW_RAM));
        }
        return List.of(new VmBuilder.Ram(ramAddress, asked.sizeBytes()));
    }

    /** How many CPUs its redistributor space has room for. */
    public int maxCpus() {
        return gicDistributor >= 0 ? (int) (gicRedistributorsSizeBytes / GIC_REDISTRIBUTOR_SIZE) : architecture == Architecture.X86_64 ? PC_MOST_CPUS : 1;
    }

    /** Where a virtio-mmio slot is. */
    public long virtioAddress(int slot) {
        return virtio + (long) slot * virtioSlotSizeBytes;
    }

    /** A virtio-mmio slot's INTID. */
    public int virtioIntid(int slot) {
        return firstIntid() + virtioSpi + slot;
    }

    /** The UART's INTID. */
    public int uartIntid() {
        return firstIntid() + uartSpi;
    }

    /** The real-time clock's INTID. */
    public int rtcIntid() {
        return FIRST_SPI + rtcSpi;
    }

    private int firstIntid() {
        return architecture == Architecture.X86_64 ? 0 : FIRST_SPI;
    }

    @Override
    public String toString() {
        if (!hasDevices()) {
            return "board " + name + ": RAM 0x%08x, no devices".formatted(ramAddress);
        }
        if (architecture == Architecture.X86_64) {
            return """
                    board %s
                      16550   port 0x%x  interrupt %d
                      virtio  0x%08x–0x%08x  %d slots of 0x%x, interrupts %d–%d
                      shared  0x%08x–0x%08x  shared memory of virtio devices
                      RAM     0x%08x
                      in the kernel: PICs, IOAPIC, local APICs, PIT""".formatted(name, uart, uartSpi, virtio, virtioAddress(virtioSlots) - 1, virtioSlots,
                    virtioSlotSizeBytes, virtioSpi, virtioSpi + virtioSlots - 1, sharedMemory, sharedMemory + sharedMemorySizeBytes - 1, ramAddress);
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
