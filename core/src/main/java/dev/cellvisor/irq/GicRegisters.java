package dev.cellvisor.irq;

import dev.cellvisor.memory.MmioRegister;
import dev.cellvisor.memory.RegisterTable;
import java.util.ArrayList;
import java.util.List;

/** The registers of GICv3's distributor and redistributor: offsets once, and the tables made of them (IHI 0069, 12). */
final class GicRegisters {

    // Distributor
    static final int GICD_CTLR = 0x0000;
    static final int GICD_TYPER = 0x0004;
    static final int GICD_IIDR = 0x0008;
    static final int GICD_TYPER2 = 0x000c;
    static final int GICD_STATUSR = 0x0010;
    static final int GICD_SETSPI_NSR = 0x0040;
    static final int GICD_CLRSPI_NSR = 0x0048;
    static final int GICD_SETSPI_SR = 0x0050;
    static final int GICD_CLRSPI_SR = 0x0058;
    static final int ITARGETSR = 0x0800;
    static final int GICD_SGIR = 0x0f00;
    static final int GICD_CPENDSGIR = 0x0f10;
    static final int GICD_SPENDSGIR = 0x0f20;
    static final int IROUTER = 0x6000;

    // Distributor from INTID 32 on, and the redistributor's SGI_base frame below it
    static final int IGROUPR = 0x0080;
    static final int ISENABLER = 0x0100;
    static final int ICENABLER = 0x0180;
    static final int ISPENDR = 0x0200;
    static final int ICPENDR = 0x0280;
    static final int ISACTIVER = 0x0300;
    static final int ICACTIVER = 0x0380;
    static final int IPRIORITYR = 0x0400;
    static final int ICFGR = 0x0c00;
    static final int IGRPMODR = 0x0d00;
    static final int NSACR = 0x0e00;

    // Redistributor, RD_base frame
    static final int GICR_CTLR = 0x0000;
    static final int GICR_IIDR = 0x0004;
    static final int GICR_TYPER = 0x0008;
    static final int GICR_STATUSR = 0x0010;
    static final int GICR_WAKER = 0x0014;
    static final int GICR_SETLPIR = 0x0040;
    static final int GICR_CLRLPIR = 0x0048;
    static final int GICR_PROPBASER = 0x0070;
    static final int GICR_PENDBASER = 0x0078;
    static final int GICR_INVLPIR = 0x00a0;
    static final int GICR_INVALLR = 0x00b0;
    static final int GICR_SYNCR = 0x00c0;
    static final int SGI_BASE = 0x1_0000;

    // Identification, the same places in GICD and in GICR's RD_base (IHI 0069, identification registers)
    static final int IDS = 0xffd0;
    static final int IDS_END = 0x1_0000;

    // GICD_CTLR with one Security state (IHI 0069, GICD_CTLR)
    static final int CTLR_ENABLE_GRP0 = 1;
    static final int CTLR_ENABLE_GRP1 = 1 << 1;
    static final int CTLR_ARE = 1 << 4;
    static final int CTLR_DS = 1 << 6;

    static final int WAKER_PROCESSOR_SLEEP = 1 << 1;
    static final int WAKER_CHILDREN_ASLEEP = 1 << 2;

    static final long IROUTER_IRM = 1L << 31;
    static final long IROUTER_MASK = 0xff_80ff_ffffL;

    /** Implementer Arm (JEP106 0x43b), product and revision 0, as QEMU's. */
    static final int IIDR = 0x43b;

    private static final int PART_GICD = 0x492;
    private static final int PART_GICR = 0x493;
    private static final String[] ID_NAMES = {"PIDR4", "PIDR5", "PIDR6", "PIDR7", "PIDR0", "PIDR1", "PIDR2", "PIDR3", "CIDR0", "CIDR1", "CIDR2", "CIDR3"};

    private GicRegisters() {
    }

    /** GICD_PIDR4 to GICD_CIDR3 by their offset; architecture revision 3 in PIDR2. */
    static int distributorId(int offset) {
        return id(offset, PART_GICD);
    }

    /** GICR_PIDR4 to GICR_CIDR3 by their offset. */
    static int redistributorId(int offset) {
        return id(offset, PART_GICR);
    }

    private static int id(int offset, int part) {
        return switch (offset - IDS >> 2) {
            case 0 -> 0x44;
            case 4 -> part & 0xff;
            case 5 -> 0xb0 | part >> 8;
            case 6 -> 0x3b;
            case 8 -> 0x0d;
            case 9 -> 0xf0;
            case 10 -> 0x05;
            case 11 -> 0xb1;
            default -> 0;
        };
    }

    /** The distributor's registers for INTIDs below {@code intids}, a multiple of 32. */
    static RegisterTable distributor(int intids, int typer) {
        int words = intids / 32;
        List<MmioRegister> table = new ArrayList<>();
        table.add(MmioRegister.rw("GICD_CTLR", GICD_CTLR, CTLR_ARE | CTLR_DS).bit("RWP", 31).bit("nASSGIreq", 8).bit("E1NWF", 7)
                .bit("DS", 6).bit("ARE", 4).bit("EnableGrp1", 1).bit("EnableGrp0", 0));
        table.add(MmioRegister.ro("GICD_TYPER", GICD_TYPER, typer).bit("RSS", 26).bit("No1N", 25).bit("A3V", 24).field("IDbits", 23, 19)
                .bit("DVIS", 18).bit("LPIS", 17).bit("MBIS", 16).field("num_LPIs", 15, 11).bit("SecurityExtn", 10).bit("ESPI", 8)
                .field("CPUNumber", 7, 5).field("ITLinesNumber", 4, 0));
        table.add(MmioRegister.ro("GICD_IIDR", GICD_IIDR, IIDR).field("ProductID", 31, 24).field("Variant", 19, 16).field("Revision", 15, 12)
                .field("Implementer", 11, 0));
        table.add(MmioRegister.ro("GICD_TYPER2", GICD_TYPER2, 0));
        table.add(MmioRegister.rw("GICD_STATUSR", GICD_STATUSR, 0));
        table.add(MmioRegister.wo("GICD_SETSPI_NSR", GICD_SETSPI_NSR));
        table.add(MmioRegister.wo("GICD_CLRSPI_NSR", GICD_CLRSPI_NSR));
        table.add(MmioRegister.wo("GICD_SETSPI_SR", GICD_SETSPI_SR));
        table.add(MmioRegister.wo("GICD_CLRSPI_SR", GICD_CLRSPI_SR));
        table.add(MmioRegister.rw("GICD_IGROUPR", IGROUPR, 0).times(words));
        table.add(MmioRegister.rw("GICD_ISENABLER", ISENABLER, 0).times(words));
        table.add(MmioRegister.rw("GICD_ICENABLER", ICENABLER, 0).times(words));
        table.add(MmioRegister.rw("GICD_ISPENDR", ISPENDR, 0).times(words));
        table.add(MmioRegister.rw("GICD_ICPENDR", ICPENDR, 0).times(words));
        table.add(MmioRegister.rw("GICD_ISACTIVER", ISACTIVER, 0).times(words));
        table.add(MmioRegister.rw("GICD_ICACTIVER", ICACTIVER, 0).times(words));
        table.add(MmioRegister.rw("GICD_IPRIORITYR", IPRIORITYR, 0).times(intids / 4));
        table.add(MmioRegister.rw("GICD_ITARGETSR", ITARGETSR, 0).times(intids / 4));
        table.add(MmioRegister.rw("GICD_ICFGR", ICFGR, 0).times(intids / 16));
        table.add(MmioRegister.rw("GICD_IGRPMODR", IGRPMODR, 0).times(words));
        table.add(MmioRegister.rw("GICD_NSACR", NSACR, 0).times(intids / 16));
        table.add(MmioRegister.wo("GICD_SGIR", GICD_SGIR));
        table.add(MmioRegister.rw("GICD_CPENDSGIR", GICD_CPENDSGIR, 0).times(4));
        table.add(MmioRegister.rw("GICD_SPENDSGIR", GICD_SPENDSGIR, 0).times(4));
        table.add(MmioRegister.rw("GICD_IROUTER", IROUTER, 0).bytes(8).times(intids).field("Aff3", 39, 32).bit("Interrupt_Routing_Mode", 31)
                .field("Aff2", 23, 16).field("Aff1", 15, 8).field("Aff0", 7, 0));
        ids(table, "GICD_", PART_GICD);
        return new RegisterTable(table);
    }

    /** A redistributor's registers in both frames. */
    static RegisterTable redistributor(long typer) {
        List<MmioRegister> table = new ArrayList<>();
        table.add(MmioRegister.rw("GICR_CTLR", GICR_CTLR, 0).bit("UWP", 31).bit("DPG1S", 26).bit("DPG1NS", 25).bit("DPG0", 24).bit("RWP", 3)
                .bit("IR", 2).bit("CES", 1).bit("EnableLPIs", 0));
        table.add(MmioRegister.ro("GICR_IIDR", GICR_IIDR, IIDR));
        table.add(MmioRegister.ro("GICR_TYPER", GICR_TYPER, typer).bytes(8).field("Affinity_Value", 63, 32).field("PPInum", 31, 27)
                .field("CommonLPIAff", 25, 24).field("Processor_Number", 23, 8).bit("DPGS", 5).bit("Last", 4).bit("DirectLPI", 3).bit("PLPIS", 0));
        table.add(MmioRegister.rw("GICR_STATUSR", GICR_STATUSR, 0));
        table.add(MmioRegister.rw("GICR_WAKER", GICR_WAKER, WAKER_PROCESSOR_SLEEP | WAKER_CHILDREN_ASLEEP).bit("ChildrenAsleep", 2).bit("ProcessorSleep", 1));
        table.add(MmioRegister.wo("GICR_SETLPIR", GICR_SETLPIR).bytes(8));
        table.add(MmioRegister.wo("GICR_CLRLPIR", GICR_CLRLPIR).bytes(8));
        table.add(MmioRegister.rw("GICR_PROPBASER", GICR_PROPBASER, 0).bytes(8));
        table.add(MmioRegister.rw("GICR_PENDBASER", GICR_PENDBASER, 0).bytes(8));
        table.add(MmioRegister.wo("GICR_INVLPIR", GICR_INVLPIR).bytes(8));
        table.add(MmioRegister.wo("GICR_INVALLR", GICR_INVALLR).bytes(8));
        table.add(MmioRegister.ro("GICR_SYNCR", GICR_SYNCR, 0));
        ids(table, "GICR_", PART_GICR);
        table.add(MmioRegister.rw("GICR_IGROUPR0", SGI_BASE + IGROUPR, 0));
        table.add(MmioRegister.rw("GICR_ISENABLER0", SGI_BASE + ISENABLER, 0));
        table.add(MmioRegister.rw("GICR_ICENABLER0", SGI_BASE + ICENABLER, 0));
        table.add(MmioRegister.rw("GICR_ISPENDR0", SGI_BASE + ISPENDR, 0));
        table.add(MmioRegister.rw("GICR_ICPENDR0", SGI_BASE + ICPENDR, 0));
        table.add(MmioRegister.rw("GICR_ISACTIVER0", SGI_BASE + ISACTIVER, 0));
        table.add(MmioRegister.rw("GICR_ICACTIVER0", SGI_BASE + ICACTIVER, 0));
        table.add(MmioRegister.rw("GICR_IPRIORITYR", SGI_BASE + IPRIORITYR, 0).times(8));
        table.add(MmioRegister.ro("GICR_ICFGR0", SGI_BASE + ICFGR, 0xaaaa_aaaaL));
        table.add(MmioRegister.rw("GICR_ICFGR1", SGI_BASE + ICFGR + 4, 0));
        table.add(MmioRegister.rw("GICR_IGRPMODR0", SGI_BASE + IGRPMODR, 0));
        table.add(MmioRegister.rw("GICR_NSACR", SGI_BASE + NSACR, 0));
        return new RegisterTable(table);
    }

    private static void ids(List<MmioRegister> table, String prefix, int part) {
        for (int i = 0; i < ID_NAMES.length; i++) {
            table.add(MmioRegister.ro(prefix + ID_NAMES[i], IDS + 4 * i, id(IDS + 4 * i, part)));
        }
    }
}
