package dev.cellvisor.irq;

import dev.cellvisor.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/** A GICv3 and the few lines of driver that a kernel has for it; the lines to the CPUs end in booleans. */
final class GicDriver {
    static final int ENABLED_BOTH_GROUPS = 3;

    final Trace trace = new Trace();
    final List<String> facts = new ArrayList<>();
    final Gicv3 gic;
    final boolean[] irq;
    final boolean[] fiq;

    GicDriver(int cpus, int spis) {
        trace.add((instruction, fact) -> facts.add(fact.toString()));
        gic = new Gicv3(cpus, spis, trace);
        irq = new boolean[cpus];
        fiq = new boolean[cpus];
        for (int cpu = 0; cpu < cpus; cpu++) {
            int self = cpu;
            gic.connect(cpu, level -> irq[self] = level, level -> fiq[self] = level);
        }
    }

    /** What a kernel does at boot: everything in Group 1, priority 0xa0, CPUs awake, masks open. Interrupts stay disabled. */
    static GicDriver booted(int cpus) {
        var driver = new GicDriver(cpus, 224);
        driver.gicd("GICD_CTLR", ENABLED_BOTH_GROUPS);
        for (int i = 1; i < 8; i++) {
            driver.gicd("GICD_IGROUPR" + i, -1);
        }
        for (int i = 8; i < 64; i++) {
            driver.gicd("GICD_IPRIORITYR" + i, 0xa0a0a0a0);
        }
        for (int cpu = 0; cpu < cpus; cpu++) {
            driver.gicr(cpu, "GICR_WAKER", 0);
            driver.gicr(cpu, "GICR_IGROUPR0", -1);
            for (int i = 0; i < 8; i++) {
                driver.gicr(cpu, "GICR_IPRIORITYR" + i, 0xa0a0a0a0);
            }
            driver.write(cpu, GicCpuInterface.PMR, 0xf0);
            driver.write(cpu, GicCpuInterface.IGRPEN0, 1);
            driver.write(cpu, GicCpuInterface.IGRPEN1, 1);
        }
        return driver;
    }

    void gicd(String register, long value) {
        var table = gic.distributor().registers();
        long offset = table.offsetOf(register);
        gic.distributor().write(offset, table.at(offset).sizeBytes(), table.at(offset).sizeBytes() == 8 ? value : value & 0xffff_ffffL);
    }

    long gicd(String register) {
        var table = gic.distributor().registers();
        long offset = table.offsetOf(register);
        return gic.distributor().read(offset, table.at(offset).sizeBytes());
    }

    void gicr(int cpu, String register, long value) {
        var device = gic.redistributors().get(cpu);
        device.write(device.registers().offsetOf(register), 4, value & 0xffff_ffffL);
    }

    long gicr(int cpu, String register) {
        var device = gic.redistributors().get(cpu);
        long offset = device.registers().offsetOf(register);
        return device.read(offset, device.registers().at(offset).sizeBytes());
    }

    void enable(int intid) {
        enable(intid, 0);
    }

    void enable(int intid, int cpu) {
        if (intid < 32) {
            gicr(cpu, "GICR_ISENABLER0", 1L << intid);
        } else {
            gicd("GICD_ISENABLER" + intid / 32, 1L << intid % 32);
        }
    }

    void priority(int intid, int priority) {
        gic.distributor().write(GicRegisters.IPRIORITYR + intid, 1, priority);
    }

    void edge(int intid) {
        gicd("GICD_ICFGR" + intid / 16, gicd("GICD_ICFGR" + intid / 16) | 2L << intid % 16 * 2);
    }

    void group0(int intid) {
        gicd("GICD_IGROUPR" + intid / 32, gicd("GICD_IGROUPR" + intid / 32) & ~(1L << intid % 32));
    }

    long read(int cpu, int encoding) {
        return gic.cpuInterface(cpu).read(encoding, 1);
    }

    void write(int cpu, int encoding, long value) {
        gic.cpuInterface(cpu).write(encoding, 1, value);
    }

    int acknowledge() {
        return acknowledge(0);
    }

    int acknowledge(int cpu) {
        return (int) read(cpu, GicCpuInterface.IAR1);
    }

    void end(int intid) {
        end(0, intid);
    }

    void end(int cpu, int intid) {
        write(cpu, GicCpuInterface.EOIR1, intid);
    }

    String state(int intid) {
        return gic.interrupt(intid).state();
    }
}
