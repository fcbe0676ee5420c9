package dev.cellvisor.irq;

import dev.cellvisor.memory.MmioRegister;

/** GICR of one CPU: the frame RD_base, and behind it SGI_base with the CPU's SGIs and PPIs (IHI 0069, 12). */
final class GicRedistributor extends GicFrame {
    private static final long PROPBASER_MASK = 7L << 56 | 0xf_ffff_ffff_f000L | 0xf9f;
    private static final long PENDBASER_MASK = 7L << 56 | 0xf_ffff_ffff_0000L | 0xf80;

    private final Gicv3 gic;
    private final int cpu;
    private final long typer;
    final InterruptBank bank = new InterruptBank(0, 32);
    private boolean asleep = true;

    GicRedistributor(Gicv3 gic, int cpu, int cpus) {
        super("gicr" + cpu, GicRegisters.redistributor(Gicv3.typer(cpu, cpus, gic.lpis != null)));
        this.gic = gic;
        this.cpu = cpu;
        typer = Gicv3.typer(cpu, cpus, gic.lpis != null);
    }

    boolean asleep() {
        return asleep;
    }

    void asleep(boolean value) {
        asleep = value;
    }

    @Override
    public long peek(long offset) {
        if (offset == GicRegisters.GICR_TYPER || gic.lpis != null && isBase((int) offset)) {
            return readDoubleword((int) offset);
        }
        return offset < 0 || offset >= Gicv3.GICR_SIZE_BYTES || (offset & 3) != 0 ? 0 : readWord((int) offset) & 0xffff_ffffL;
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
            return readDoubleword(at);
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
            bank.writePriority(at - GicRegisters.SGI_BASE - GicRegisters.IPRIORITYR, (int) value);
            gic.update(cpu);
        } else if (sizeBytes == 8 && gic.lpis != null && isBase(at)) {
            writeBase(at, value);
        } else if (sizeBytes != 8 || !hasDoublewords(at) || at == GicRegisters.GICR_TYPER) {
            gic.odd(this, true, offset, sizeBytes);
        }
    }

    private static boolean isBase(int at) {
        return at == GicRegisters.GICR_PROPBASER || at == GicRegisters.GICR_PENDBASER;
    }

    private long readDoubleword(int at) {
        if (gic.lpis != null && isBase(at)) {
            return (at == GicRegisters.GICR_PROPBASER ? gic.lpis.propbaser : gic.lpis.pendbaser)[cpu];
        }
        return at == GicRegisters.GICR_TYPER ? typer : 0;
    }

    /** Where the tables of LPIs are. PTZ reads as zero. */
    private void writeBase(int at, long value) {
        if (at == GicRegisters.GICR_PROPBASER) {
            gic.lpis.propbaser[cpu] = value & PROPBASER_MASK;
        } else {
            gic.lpis.pendbaser[cpu] = value & PENDBASER_MASK;
        }
        gic.update(cpu);
    }

    private int readWord(int at) {
        if (gic.lpis != null && at == GicRegisters.GICR_CTLR) {
            return gic.lpis.enabled[cpu] ? 1 : 0;
        }
        if (gic.lpis != null && isBase(at & -8)) {
            return (int) (readDoubleword(at & -8) >>> 8 * (at & 4));
        }
        if (inBank(at)) {
            return bank.read(at - GicRegisters.SGI_BASE);
        }
        if (at >= GicRegisters.IDS && at < GicRegisters.IDS_END) {
            return GicRegisters.redistributorId(at);
        }
        return switch (at) {
            case GicRegisters.GICR_IIDR -> GicRegisters.IIDR;
            case GicRegisters.GICR_TYPER -> (int) typer;
            case GicRegisters.GICR_TYPER + 4 -> (int) (typer >>> 32);
            // ChildrenAsleep follows ProcessorSleep at once.
            case GicRegisters.GICR_WAKER -> asleep ? GicRegisters.WAKER_PROCESSOR_SLEEP | GicRegisters.WAKER_CHILDREN_ASLEEP : 0;
            default -> 0;
        };
    }

    private void writeWord(int at, int value) {
        if (inBank(at)) {
            bank.write(at - GicRegisters.SGI_BASE, value);
            gic.update(cpu);
        } else if (gic.lpis != null && at == GicRegisters.GICR_CTLR) {
            gic.lpis.enabled[cpu] = (value & 1) != 0;
            gic.update(cpu);
        } else if (gic.lpis != null && isBase(at & -8)) {
            long old = readDoubleword(at & -8);
            int shift = 8 * (at & 4);
            writeBase(at & -8, old & ~(0xffff_ffffL << shift) | (value & 0xffff_ffffL) << shift);
        } else if (at == GicRegisters.GICR_WAKER) {
            asleep = (value & GicRegisters.WAKER_PROCESSOR_SLEEP) != 0;
            gic.cpuChanged(cpu);
        } else {
            MmioRegister register = registers().at(at);
            if (register == null || register.access() == MmioRegister.Access.RO) {
                gic.odd(this, true, at, 4);
            }
        }
    }

    /** The registers that hold INTIDs 0 to 31; behind them in each row the frame is reserved. */
    private boolean inBank(int at) {
        int offset = at - GicRegisters.SGI_BASE;
        return offset >= GicRegisters.IGROUPR && offset < GicRegisters.ICFGR + 8
                && (offset < GicRegisters.IPRIORITYR ? (offset & 0x7f) == 0 : offset < GicRegisters.IPRIORITYR + 0x20 || offset >= GicRegisters.ICFGR);
    }

    private static boolean hasBytes(int at) {
        int offset = at - GicRegisters.SGI_BASE;
        return offset >= GicRegisters.IPRIORITYR && offset < GicRegisters.IPRIORITYR + 0x20;
    }

    private boolean hasDoublewords(int at) {
        MmioRegister register = registers().at(at);
        return register != null && register.sizeBytes() == 8 && at == register.offset();
    }
}
