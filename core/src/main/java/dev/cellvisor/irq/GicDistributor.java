package dev.cellvisor.irq;

import dev.cellvisor.memory.MmioRegister;

/** GICD: what all CPUs share (IHI 0069, 12). */
final class GicDistributor extends GicFrame {
    private final Gicv3 gic;
    private final int typer;

    GicDistributor(Gicv3 gic) {
        super("gicd", GicRegisters.distributor((gic.shared.words + 1) * 32, typer(gic)));
        this.gic = gic;
        typer = typer(gic);
    }

    /** A3V, 10 bits of INTID unless there are LPIs, ITLinesNumber; SecurityExtn is 0 since DS is 1. */
    private static int typer(Gicv3 gic) {
        return 1 << 24 | (gic.lpis != null ? GicLpis.ID_BITS - 1 << 19 | 1 << 17 : 9 << 19) | gic.shared.words;
    }

    @Override
    public long peek(long offset) {
        int at = (int) offset;
        if (at >= GicRegisters.IROUTER && at < GicRegisters.IROUTER + 0x2000 && (at & 7) == 0) {
            return readRouter(at);
        }
        return offset < 0 || offset >= Gicv3.GICD_SIZE_BYTES || (at & 3) != 0 ? 0 : readWord(at) & 0xffff_ffffL;
    }

    @Override
    long readRegister(long offset, int sizeBytes) {
        int at = (int) offset;
        if (sizeBytes == 4 && (at & 3) == 0) {
            return readWord(at) & 0xffff_ffffL;
        }
        if (sizeBytes == 1 && hasBytes(at)) {
            return readWord(at & ~3) >>> 8 * (at & 3) & 0xff;
        }
        if (sizeBytes == 8 && hasDoublewords(at)) {
            return readRouter(at);
        }
        gic.odd(this, false, offset, sizeBytes);
        return 0;
    }

    @Override
    void writeRegister(long offset, int sizeBytes, long value) {
        int at = (int) offset;
        if (sizeBytes == 4 && (at & 3) == 0) {
            writeWord(at, (int) value);
        } else if (sizeBytes == 1 && hasBytes(at)) {
            if (at < GicRegisters.IPRIORITYR + 0x400) {
                gic.shared.writePriority(at - GicRegisters.IPRIORITYR, (int) value);
                changed(at - GicRegisters.IPRIORITYR);
            }
        } else if (sizeBytes == 8 && hasDoublewords(at)) {
            int spi = (at - GicRegisters.IROUTER) / 8 - 32;
            if (spi >= 0 && spi < gic.irouter.length) {
                gic.route(spi, value);
            }
        } else {
            gic.odd(this, true, offset, sizeBytes);
        }
    }

    private int readWord(int at) {
        if (at >= GicRegisters.IGROUPR && at < GicRegisters.ITARGETSR || at >= GicRegisters.ICFGR && at < GicRegisters.ICFGR + 0x100) {
            return gic.shared.read(at);
        }
        if (at >= GicRegisters.IROUTER && at < GicRegisters.IROUTER + 0x2000) {
            return (int) (readRouter(at & ~7) >>> 8 * (at & 4));
        }
        if (at >= GicRegisters.IDS && at < GicRegisters.IDS_END) {
            return GicRegisters.distributorId(at);
        }
        return switch (at) {
            // Every write takes effect at once, so that RWP always reads 0.
            case GicRegisters.GICD_CTLR -> gic.ctlr;
            case GicRegisters.GICD_TYPER -> typer;
            case GicRegisters.GICD_IIDR -> GicRegisters.IIDR;
            default -> 0;
        };
    }

    private void writeWord(int at, int value) {
        if (at >= GicRegisters.IGROUPR && at < GicRegisters.ITARGETSR || at >= GicRegisters.ICFGR && at < GicRegisters.ICFGR + 0x100) {
            gic.shared.write(at, value);
            changed(intidOf(at));
        } else if (at >= GicRegisters.IROUTER && at < GicRegisters.IROUTER + 0x2000) {
            int spi = (at - GicRegisters.IROUTER) / 8 - 32;
            if (spi >= 0 && spi < gic.irouter.length) {
                long route = gic.irouter[spi];
                gic.route(spi, (at & 4) == 0 ? route & 0xffff_ffff_0000_0000L | value & 0xffff_ffffL
                        : route & 0xffff_ffffL | (long) value << 32);
            }
        } else if (at == GicRegisters.GICD_CTLR) {
            gic.ctlr = value & (GicRegisters.CTLR_ENABLE_GRP0 | GicRegisters.CTLR_ENABLE_GRP1) | GicRegisters.CTLR_ARE | GicRegisters.CTLR_DS;
            gic.updateAll();
        } else {
            MmioRegister register = registers().at(at);
            if (register == null || register.access() == MmioRegister.Access.RO) {
                gic.odd(this, true, at, 4);
            }
        }
    }

    private static int intidOf(int at) {
        if (at < GicRegisters.IPRIORITYR) {
            return (at & 0x7f) * 8;
        }
        return at < GicRegisters.ICFGR ? at - GicRegisters.IPRIORITYR : (at - GicRegisters.ICFGR) * 4;
    }

    private void changed(int intid) {
        if (intid >= 32 && intid < 32 + gic.irouter.length) {
            gic.sharedChanged(intid - 32 >> 5);
        }
    }

    private long readRouter(int at) {
        int spi = (at - GicRegisters.IROUTER) / 8 - 32;
        return spi >= 0 && spi < gic.irouter.length ? gic.irouter[spi] : 0;
    }

    /** IPRIORITYR and ITARGETSR take bytes (IHI 0069, GIC memory-mapped register access). */
    private static boolean hasBytes(int at) {
        return at >= GicRegisters.IPRIORITYR && at < GicRegisters.ICFGR;
    }

    private static boolean hasDoublewords(int at) {
        return at >= GicRegisters.IROUTER && at < GicRegisters.IROUTER + 0x2000 && (at & 7) == 0;
    }
}
