package dev.cellvisor.vm;

import dev.cellvisor.boot.DeviceTree;
import dev.cellvisor.boot.Psci;
import dev.cellvisor.irq.Gicv2;
import dev.cellvisor.irq.Gicv3;
import dev.cellvisor.memory.MemorySlot;
import java.util.List;

/** The device tree of a board: the nodes and properties that QEMU's virt has for what we have. */
final class BoardTree {
    private static final int SPI = 0;
    private static final int PPI = 1;
    private static final int EDGE_RISING = 1;
    private static final int LEVEL_HIGH = 4;
    private static final int CLOCK_HZ = 24_000_000;

    private BoardTree() {
    }

    /**
     * @param ram the slots, by address
     * @param cpuModel e.g. {@code "cortex-a57"}
     * @param cpus how many
     * @param gicVersion 2 or 3
     * @param its whether a GICv3 has an ITS
     * @param seed what kaslr-seed and rng-seed come from
     */
    static DeviceTree of(Board board, List<MemorySlot> ram, String cpuModel, int cpus, long seed, int gicVersion, boolean its) {
        var tree = new DeviceTree();
        DeviceTree.Node root = tree.root();
        root.text("compatible", "linux,dummy-virt").text("model", "linux,dummy-virt")
                .cells("#address-cells", 2).cells("#size-cells", 2);
        chosen(root, seed);
        for (MemorySlot slot : ram) {
            root.node(unit("memory@", slot.address())).text("device_type", "memory")
                    .longs("reg", slot.address(), slot.sizeBytes());
        }
        cpus(root.node("cpus"), cpuModel, cpus);
        psci(root.node("psci"));
        if (board.hasDevices()) {
            devices(root, board, gicVersion, its, cpus);
        }
        return tree;
    }

    /** A node's name with its unit address; without a formatter, which takes the JVM some milliseconds on the way of every boot. */
    private static String unit(String name, long address) {
        return name.concat(Long.toHexString(address));
    }

    private static void chosen(DeviceTree.Node root, long seed) {
        var numbers = new Seeds(seed);
        int[] rng = new int[8];
        for (int i = 0; i < rng.length; i++) {
            rng[i] = (int) numbers.next();
        }
        root.node("chosen").longs("kaslr-seed", numbers.next()).cells("rng-seed", rng);
    }

    private static void cpus(DeviceTree.Node cpus, String model, int count) {
        cpus.cells("#address-cells", 1).cells("#size-cells", 0);
        DeviceTree.Node cluster = cpus.node("cpu-map").node("socket0").node("cluster0");
        for (int i = 0; i < count; i++) {
            DeviceTree.Node cpu = cpus.node(unit("cpu@", Psci.affinity(i))).text("device_type", "cpu")
                    .text("compatible", "arm," + model).text("enable-method", "psci")
                    .cells("reg", (int) Psci.affinity(i));
            cluster.node("core" + i).cells("cpu", cpu.phandle());
        }
    }

    private static void psci(DeviceTree.Node psci) {
        // The function numbers are for kernels that only know PSCI 0.1; QEMU lists them too.
        psci.text("compatible", "arm,psci-1.0", "arm,psci-0.2", "arm,psci").text("method", "hvc")
                .cells("cpu_suspend", 0xc400_0001).cells("cpu_off", 0x8400_0002).cells("cpu_on", 0xc400_0003)
                .cells("migrate", 0xc400_0005);
    }

    private static void devices(DeviceTree.Node root, Board board, int gicVersion, boolean its, int cpus) {
        DeviceTree.Node gic = root.node(unit("intc@", board.gicDistributor())).text("compatible", gicVersion == 2 ? "arm,cortex-a15-gic" : "arm,gic-v3")
                .flag("interrupt-controller").cells("#interrupt-cells", 3)
                .cells("#address-cells", 2).cells("#size-cells", 2).flag("ranges");
        if (gicVersion == 2) {
            gic.longs("reg", board.gicDistributor(), Board.GIC_DISTRIBUTOR_SIZE, Board.GICV2_CPU_INTERFACE, Gicv2.GICC_SIZE_BYTES);
        } else {
            gic.cells("#redistributor-regions", 1).longs("reg", board.gicDistributor(), Board.GIC_DISTRIBUTOR_SIZE,
                    board.gicRedistributors(), board.gicRedistributorsSizeBytes());
        }
        if (its) {
            gic.node(unit("its@", Board.ITS)).text("compatible", "arm,gic-v3-its").flag("msi-controller").cells("#msi-cells", 1)
                    .longs("reg", Board.ITS, Gicv3.GITS_SIZE_BYTES).phandle();
        }
        // A GICv2's private interrupts name the CPUs that they are for.
        int level = LEVEL_HIGH | (gicVersion == 2 ? (1 << cpus) - 1 << 8 : 0);
        root.cells("interrupt-parent", gic.phandle());

        root.node("timer").text("compatible", "arm,armv8-timer", "arm,armv7-timer").flag("always-on")
                .cells("interrupts", PPI, board.timerSecurePpi(), level, PPI, board.timerPhysicalPpi(), level,
                        PPI, board.timerVirtualPpi(), level, PPI, board.timerHypervisorPpi(), level);

        root.node("pmu").text("compatible", "arm,armv8-pmuv3").cells("interrupts", PPI, Board.PMU_PPI, level);

        int clock = root.node("apb-pclk").text("compatible", "fixed-clock").cells("#clock-cells", 0)
                .cells("clock-frequency", CLOCK_HZ).text("clock-output-names", "clk24mhz").phandle();
        String uart = unit("pl011@", board.uart());
        root.node(uart).text("compatible", "arm,pl011", "arm,primecell").longs("reg", board.uart(), Board.PRIMECELL_SIZE)
                .cells("interrupts", SPI, board.uartSpi(), LEVEL_HIGH)
                .cells("clocks", clock, clock).text("clock-names", "uartclk", "apb_pclk");
        root.node(unit("pl031@", board.rtc())).text("compatible", "arm,pl031", "arm,primecell")
                .longs("reg", board.rtc(), Board.PRIMECELL_SIZE).cells("interrupts", SPI, board.rtcSpi(), LEVEL_HIGH)
                .cells("clocks", clock).text("clock-names", "apb_pclk");
        root.node("aliases").text("serial0", "/" + uart);
        root.node("chosen").text("stdout-path", "/" + uart);

        for (int slot = 0; slot < board.virtioSlots(); slot++) {
            root.node(unit("virtio_mmio@", board.virtioAddress(slot))).text("compatible", "virtio,mmio")
                    .longs("reg", board.virtioAddress(slot), board.virtioSlotSizeBytes())
                    .cells("interrupts", SPI, board.virtioSpi() + slot, EDGE_RISING).flag("dma-coherent");
        }
    }
}
