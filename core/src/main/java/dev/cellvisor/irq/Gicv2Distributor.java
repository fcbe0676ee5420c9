package dev.cellvisor.irq;

import dev.cellvisor.memory.MmioRegister;
import dev.cellvisor.memory.RegisterTable;
import java.util.ArrayList;
import java.util.List;

/** GICv2's distributor (IHI 0048, 4.3). Registers of INTIDs 0 to 31 are the accessing CPU's own. */
final class Gicv2Distributor extends GicFrame {
    private static final int SGI_SEND = 0xf00;
    private static final int SGI_CLEAR = 0xf10;
    private static final int SGI_SET = 0xf20;
    private static final int TARGETS = GicRegisters.ITARGETSR;
    private static final int IDS = 0xfd0;
    /** Peripheral and component identification, as GIC-400's, from offset 0xfd0. */
    private static final int[] ID = {0x04, 0, 0, 0, 0x90, 0xb4, 0x2b, 0, 0x0d, 0xf0, 0x05, 0xb1};
    private static final int SGI_BITS = 0xffff;

    private final Gicv2 gic;
    private final int typer;

    Gicv2Distributor(Gicv2 gic) {
        super("gicd", table((gic.shared.words + 1) * 32, typer(gic)));
        this.gic = gic;
        typer = typer(gic);
    }

    private static int typer(Gicv2 gic) {
        return gic.cpus() - 1 << 5 | gic.shared.words;
    }

    private static RegisterTable table(int intids, int typer) {
        int words = intids / 32;
        List<MmioRegister> table = new ArrayList<>();
        table.add(MmioRegister.rw("GICD_CTLR", 0, 0).bit("EnableGrp1", 1).bit("EnableGrp0", 0));
        table.add(MmioRegister.ro("GICD_TYPER", 4, typer).bit("SecurityExtn", 10).field("CPUNumber", 7, 5).field("ITLinesNumber", 4, 0));
        table.add(MmioRegister.ro("GICD_IIDR", 8, 0));
        table.add(MmioRegister.rw("GICD_IGROUPR", GicRegisters.IGROUPR, 0).times(words));
        table.add(MmioRegister.rw("GICD_ISENABLER", GicRegisters.ISENABLER, 0).times(words));
        table.add(MmioRegister.rw("GICD_ICENABLER", GicRegisters.ICENABLER, 0).times(words));
        table.add(MmioRegister.rw("GICD_ISPENDR", GicRegisters.ISPENDR, 0).times(words));
        table.add(MmioRegister.rw("GICD_ICPENDR", GicRegisters.ICPENDR, 0).times(words));
        table.add(MmioRegister.rw("GICD_ISACTIVER", GicRegisters.ISACTIVER, 0).times(words));
        table.add(MmioRegister.rw("GICD_ICACTIVER", GicRegisters.ICACTIVER, 0).times(words));
        table.add(MmioRegister.rw("GICD_IPRIORITYR", GicRegisters.IPRIORITYR, 0).times(intids / 4));
        table.add(MmioRegister.rw("GICD_ITARGETSR", TARGETS, 0).times(intids / 4));
        table.add(MmioRegister.rw("GICD_ICFGR", GicRegisters.ICFGR, 0).times(intids / 16));
        table.add(MmioRegister.wo("GICD_SGIR", SGI_SEND).field("TargetListFilter", 25, 24).field("CPUTargetList", 23, 16).bit("NSATT", 15).field("SGIINTID", 3, 0));
        table.add(MmioRegister.rw("GICD_CPENDSGIR", SGI_CLEAR, 0).times(4));
        table.add(MmioRegister.rw("GICD_SPENDSGIR", SGI_SET, 0).times(4));
        for (int i = 0; i < ID.length; i++) {
            table.add(MmioRegister.ro("GICD_ID" + i, IDS + 4 * i, ID[i]));
        }
        return new RegisterTable(table);
    }

    @Override
    public long peek(long offset) {
        return (offset & 3) != 0 || offset < 0 || offset >= 0x1000 ? 0 : word((int) offset) & 0xffff_ffffL;
    }

    @Override
    long readRegister(long offset, int sizeBytes) {
        int at = (int) offset;
        if (sizeBytes == 4 && (at & 3) == 0) {
            return word(at) & 0xffff_ffffL;
        }
        if (sizeBytes == 1) {
            return word(at & ~3) >>> 8 * (at & 3) & 0xff;
        }
        gic.odd(this, false, offset, sizeBytes);
        return 0;
    }

    @Override
    void writeRegister(long offset, int sizeBytes, long value) {
        int at = (int) offset;
        if (sizeBytes == 4 && (at & 3) == 0) {
            writeWord(at, (int) value);
        } else if (sizeBytes == 1 && at >= GicRegisters.IPRIORITYR && at < GicRegisters.ICFGR || sizeBytes == 1 && at >= SGI_CLEAR && at < IDS) {
            writeByte(at, (int) value & 0xff);
        } else {
            gic.odd(this, true, offset, sizeBytes);
        }
        gic.updateAll();
    }

    private static boolean banked(int at) {
        return at < GicRegisters.IPRIORITYR ? (at & 0x7f) == 0 : at < GicRegisters.ICFGR ? (at & 0x3ff) < 32 : (at & 0xff) < 8;
    }

    private int word(int at) {
        if (at >= GicRegisters.IGROUPR && at < TARGETS || at >= GicRegisters.ICFGR && at < GicRegisters.ICFGR + 0x100) {
            return (banked(at) ? gic.banks[gic.current()] : gic.shared).read(at);
        }
        if (at >= TARGETS && at < TARGETS + 0x400 || at >= SGI_CLEAR && at < SGI_SET + 16) {
            int word = 0;
            for (int i = 3; i >= 0; i--) {
                word = word << 8 | (at < SGI_CLEAR ? target(at - TARGETS + i) : gic.senders[gic.current()][at + i & 15] & 0xff);
            }
            return word;
        }
        if (at >= IDS && at < 0x1000) {
            return ID[at - IDS >> 2];
        }
        return at == 0 ? gic.control : at == 4 ? typer : 0;
    }

    /** Of a banked interrupt, the reader itself; of a machine with one CPU, nothing (IHI 0048, GICD_ITARGETSRn). */
    private int target(int intid) {
        if (intid < 32) {
            return gic.cpus() == 1 ? 0 : 1 << gic.current();
        }
        return intid - 32 < gic.targets.length && gic.cpus() > 1 ? gic.targets[intid - 32] & 0xff : 0;
    }

    private void writeWord(int at, int value) {
        if (at >= GicRegisters.IPRIORITYR && at < GicRegisters.ICFGR || at >= SGI_CLEAR && at < SGI_SET + 16) {
            for (int i = 0; i < 4; i++) {
                writeByte(at + i, value >>> 8 * i & 0xff);
            }
        } else if (at >= GicRegisters.IGROUPR && at < TARGETS || at >= GicRegisters.ICFGR && at < GicRegisters.ICFGR + 0x100) {
            int kind = at & ~0x7f;
            boolean sgis = banked(at) && (kind == GicRegisters.ICENABLER || kind == GicRegisters.ISPENDR || kind == GicRegisters.ICPENDR);
            (banked(at) ? gic.banks[gic.current()] : gic.shared).write(at, sgis ? value & ~SGI_BITS : value);
        } else if (at == 0) {
            gic.control = value & 3;
        } else if (at == SGI_SEND) {
            int from = gic.current();
            int list = switch (value >>> 24 & 3) {
                case 0 -> value >>> 16 & 0xff;
                case 1 -> ~(1 << from);
                case 2 -> 1 << from;
                default -> 0;
            };
            for (int to = 0; to < gic.cpus(); to++) {
                if ((list >>> to & 1) != 0) {
                    gic.sendSgi(from, to, value & 15);
                }
            }
        }
    }

    private void writeByte(int at, int value) {
        int cpu = gic.current();
        if (at < TARGETS) {
            int intid = at - GicRegisters.IPRIORITYR;
            (intid < 32 ? gic.banks[cpu] : gic.shared).writePriority(intid, value);
        } else if (at < GicRegisters.ICFGR) {
            int spi = at - TARGETS - 32;
            if (spi >= 0 && spi < gic.targets.length && gic.cpus() > 1) {
                gic.targets[spi] = (byte) (value & (1 << gic.cpus()) - 1);
            }
        } else {
            int sgi = at & 15;
            int mask = gic.senders[cpu][sgi] & 0xff;
            gic.senders(cpu, sgi, at < SGI_SET ? mask & ~value : mask | value & (1 << gic.cpus()) - 1);
        }
    }
}
