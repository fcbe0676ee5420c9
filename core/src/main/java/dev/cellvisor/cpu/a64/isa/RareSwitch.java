// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** The instructions of group RARE. */
final class RareSwitch {

    private RareSwitch() {
    }

    static long execute(Core c, long s, long d, long pc) {
        switch ((int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK) {
            case 694, 695, 696 -> LogicalShiftedRight.eor32(s, d);
            case 697, 698 -> AddSubShiftedRight.add64(s, d);
            case 699, 700 -> AddSubShiftedRight.sub64(s, d);
            case 701 -> AddSubCarry.adc64(s, d);
            case 702, 703 -> AddSubShiftedRight.subs64(s, d);
            case 704, 705, 706 -> LogicalShiftedRight.bics32(s, d);
            case 707, 708, 709 -> LogicalShiftedRight.orr32(s, d);
            case 710, 711, 712 -> LogicalShiftedRight.eor64(s, d);
            case 713 -> LoadStoreUnprivileged.sttr64(c, s, d);
            case 714, 715 -> AddSubShiftedRight.subs32(s, d);
            case 716 -> LoadStoreUnprivileged.ldtr64(c, s, d);
            case 717, 718, 719 -> LogicalShiftedRight.ands32(s, d);
            case 720, 721, 722 -> LogicalShiftedRight.orn64(s, d);
            case 723 -> AddSubCarry.adc32(s, d);
            case 724 -> AddSubCarry.adcs64(s, d);
            case 725 -> AddSubCarry.adcs32(s, d);
            case 726 -> AddSubCarry.sbc64(s, d);
            case 727 -> AddSubCarry.sbc32(s, d);
            case 728 -> AddSubCarry.sbcs64(s, d);
            case 729 -> AddSubCarry.sbcs32(s, d);
            case 730, 731 -> AddSubShiftedRight.add32(s, d);
            case 732, 733 -> AddSubShiftedRight.adds64(s, d);
            case 734, 735 -> AddSubShiftedRight.adds32(s, d);
            case 736, 737 -> AddSubShiftedRight.sub32(s, d);
            case 738, 739, 740, 741 -> Crc32.crc32(s, d);
            case 742, 743, 744, 745 -> Crc32.crc32c(s, d);
            case 746 -> LoadStoreUnprivileged.sttrb(c, s, d);
            case 747 -> LoadStoreUnprivileged.ldtrb(c, s, d);
            case 748 -> LoadStoreUnprivileged.ldtrsb64(c, s, d);
            case 749 -> LoadStoreUnprivileged.ldtrsb32(c, s, d);
            case 750 -> LoadStoreUnprivileged.sttrh(c, s, d);
            case 751 -> LoadStoreUnprivileged.ldtrh(c, s, d);
            case 752 -> LoadStoreUnprivileged.ldtrsh64(c, s, d);
            case 753 -> LoadStoreUnprivileged.ldtrsh32(c, s, d);
            case 754 -> LoadStoreUnprivileged.sttr32(c, s, d);
            case 755 -> LoadStoreUnprivileged.ldtr32(c, s, d);
            case 756 -> LoadStoreUnprivileged.ldtrsw(c, s, d);
            case 757, 758, 759 -> LogicalShiftedRight.and64(s, d);
            case 760, 761, 762 -> LogicalShiftedRight.and32(s, d);
            case 763, 764, 765 -> LogicalShiftedRight.bic64(s, d);
            case 766, 767, 768 -> LogicalShiftedRight.bic32(s, d);
            case 769, 770, 771 -> LogicalShiftedRight.orr64(s, d);
            case 772, 773, 774 -> LogicalShiftedRight.orn32(s, d);
            case 775, 776, 777 -> LogicalShiftedRight.eon64(s, d);
            case 778, 779, 780 -> LogicalShiftedRight.eon32(s, d);
            case 781, 782, 783 -> LogicalShiftedRight.ands64(s, d);
            case 784, 785, 786 -> LogicalShiftedRight.bics64(s, d);
            default -> throw new IllegalStateException("operation " + (d >>> Regs.OP_SHIFT & Regs.OP_MASK) + " is in no group");
        }
        return pc + 4;
    }
}
