// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** The instructions of group RARE. */
final class RareSwitch {

    private RareSwitch() {
    }

    static long execute(Core c, long s, long d, long pc) {
        switch ((int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK) {
            case 690 -> AddSubCarry.adc64(s, d);
            case 691 -> AddSubCarry.adc32(s, d);
            case 692 -> AddSubCarry.adcs64(s, d);
            case 693 -> AddSubCarry.adcs32(s, d);
            case 694 -> AddSubCarry.sbc64(s, d);
            case 695 -> AddSubCarry.sbc32(s, d);
            case 696 -> AddSubCarry.sbcs64(s, d);
            case 697 -> AddSubCarry.sbcs32(s, d);
            case 698, 699 -> AddSubShiftedRight.add64(s, d);
            case 700, 701 -> AddSubShiftedRight.add32(s, d);
            case 702, 703 -> AddSubShiftedRight.adds64(s, d);
            case 704, 705 -> AddSubShiftedRight.adds32(s, d);
            case 706, 707 -> AddSubShiftedRight.sub64(s, d);
            case 708, 709 -> AddSubShiftedRight.sub32(s, d);
            case 710, 711 -> AddSubShiftedRight.subs64(s, d);
            case 712, 713 -> AddSubShiftedRight.subs32(s, d);
            case 714, 715, 716, 717 -> Crc32.crc32(s, d);
            case 718, 719, 720, 721 -> Crc32.crc32c(s, d);
            case 722 -> LoadStoreUnprivileged.sttrb(c, s, d);
            case 723 -> LoadStoreUnprivileged.ldtrb(c, s, d);
            case 724 -> LoadStoreUnprivileged.ldtrsb64(c, s, d);
            case 725 -> LoadStoreUnprivileged.ldtrsb32(c, s, d);
            case 726 -> LoadStoreUnprivileged.sttrh(c, s, d);
            case 727 -> LoadStoreUnprivileged.ldtrh(c, s, d);
            case 728 -> LoadStoreUnprivileged.ldtrsh64(c, s, d);
            case 729 -> LoadStoreUnprivileged.ldtrsh32(c, s, d);
            case 730 -> LoadStoreUnprivileged.sttr32(c, s, d);
            case 731 -> LoadStoreUnprivileged.ldtr32(c, s, d);
            case 732 -> LoadStoreUnprivileged.ldtrsw(c, s, d);
            case 733 -> LoadStoreUnprivileged.sttr64(c, s, d);
            case 734 -> LoadStoreUnprivileged.ldtr64(c, s, d);
            case 735, 736, 737 -> LogicalShiftedRight.and64(s, d);
            case 738, 739, 740 -> LogicalShiftedRight.and32(s, d);
            case 741, 742, 743 -> LogicalShiftedRight.bic64(s, d);
            case 744, 745, 746 -> LogicalShiftedRight.bic32(s, d);
            case 747, 748, 749 -> LogicalShiftedRight.orr64(s, d);
            case 750, 751, 752 -> LogicalShiftedRight.orr32(s, d);
            case 753, 754, 755 -> LogicalShiftedRight.orn64(s, d);
            case 756, 757, 758 -> LogicalShiftedRight.orn32(s, d);
            case 759, 760, 761 -> LogicalShiftedRight.eor64(s, d);
            case 762, 763, 764 -> LogicalShiftedRight.eor32(s, d);
            case 765, 766, 767 -> LogicalShiftedRight.eon64(s, d);
            case 768, 769, 770 -> LogicalShiftedRight.eon32(s, d);
            case 771, 772, 773 -> LogicalShiftedRight.ands64(s, d);
            case 774, 775, 776 -> LogicalShiftedRight.ands32(s, d);
            case 777, 778, 779 -> LogicalShiftedRight.bics64(s, d);
            case 780, 781, 782 -> LogicalShiftedRight.bics32(s, d);
            default -> throw new IllegalStateException("operation " + (d >>> Regs.OP_SHIFT & Regs.OP_MASK) + " is in no group");
        }
        return pc + 4;
    }
}
