// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** The instructions of group RARE. */
final class RareSwitch {

    private RareSwitch() {
    }

    static long execute(Core c, long s, long d, long pc) {
        switch ((int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK) {
            case 701, 702, 703 -> LogicalShiftedRight.eor32(s, d);
            case 704, 705 -> AddSubShiftedRight.add64(s, d);
            case 706, 707 -> AddSubShiftedRight.sub64(s, d);
            case 708 -> AddSubCarry.adc64(s, d);
            case 709, 710 -> AddSubShiftedRight.subs64(s, d);
            case 711, 712, 713 -> LogicalShiftedRight.bics32(s, d);
            case 714, 715, 716 -> LogicalShiftedRight.orr32(s, d);
            case 717, 718, 719 -> LogicalShiftedRight.eor64(s, d);
            case 720 -> LoadStoreUnprivileged.sttr64(c, s, d);
            case 721, 722 -> AddSubShiftedRight.subs32(s, d);
            case 723 -> LoadStoreUnprivileged.ldtr64(c, s, d);
            case 724, 725, 726 -> LogicalShiftedRight.ands32(s, d);
            case 727, 728, 729 -> LogicalShiftedRight.orn64(s, d);
            case 730 -> AddSubCarry.adc32(s, d);
            case 731 -> AddSubCarry.adcs64(s, d);
            case 732 -> AddSubCarry.adcs32(s, d);
            case 733 -> AddSubCarry.sbc64(s, d);
            case 734 -> AddSubCarry.sbc32(s, d);
            case 735 -> AddSubCarry.sbcs64(s, d);
            case 736 -> AddSubCarry.sbcs32(s, d);
            case 737, 738 -> AddSubShiftedRight.add32(s, d);
            case 739, 740 -> AddSubShiftedRight.adds64(s, d);
            case 741, 742 -> AddSubShiftedRight.adds32(s, d);
            case 743, 744 -> AddSubShiftedRight.sub32(s, d);
            case 745, 746, 747, 748 -> AtomicMemory.ldadd(c, s, d);
            case 749, 750, 751, 752 -> AtomicMemory.ldclr(c, s, d);
            case 753, 754, 755, 756 -> AtomicMemory.ldeor(c, s, d);
            case 757, 758, 759, 760 -> AtomicMemory.ldset(c, s, d);
            case 761, 762, 763, 764 -> AtomicMemory.ldsmax(c, s, d);
            case 765, 766, 767, 768 -> AtomicMemory.ldsmin(c, s, d);
            case 769, 770, 771, 772 -> AtomicMemory.ldumax(c, s, d);
            case 773, 774, 775, 776 -> AtomicMemory.ldumin(c, s, d);
            case 777, 778, 779, 780 -> AtomicMemory.swp(c, s, d);
            case 781, 782, 783, 784 -> CompareAndSwap.cas(c, s, d);
            case 785 -> CompareAndSwap.casp32(c, s, d);
            case 786 -> CompareAndSwap.casp64(c, s, d);
            case 787, 788, 789, 790 -> Crc32.crc32(s, d);
            case 791, 792, 793, 794 -> Crc32.crc32c(s, d);
            case 795 -> FlagManipulation.rmif(s, d);
            case 796 -> FlagManipulation.setf8(s, d);
            case 797 -> FlagManipulation.setf16(s, d);
            case 798 -> FlagManipulation.cfinv(s, d);
            case 799 -> FlagManipulation.xaflag(s, d);
            case 800 -> FlagManipulation.axflag(s, d);
            case 801 -> LoadStoreRcpcUnscaled.stlurb(c, s, d);
            case 802 -> LoadStoreRcpcUnscaled.ldapurb(c, s, d);
            case 803 -> LoadStoreRcpcUnscaled.ldapursb64(c, s, d);
            case 804 -> LoadStoreRcpcUnscaled.ldapursb32(c, s, d);
            case 805 -> LoadStoreRcpcUnscaled.stlurh(c, s, d);
            case 806 -> LoadStoreRcpcUnscaled.ldapurh(c, s, d);
            case 807 -> LoadStoreRcpcUnscaled.ldapursh64(c, s, d);
            case 808 -> LoadStoreRcpcUnscaled.ldapursh32(c, s, d);
            case 809 -> LoadStoreRcpcUnscaled.stlur32(c, s, d);
            case 810 -> LoadStoreRcpcUnscaled.ldapur32(c, s, d);
            case 811 -> LoadStoreRcpcUnscaled.ldapursw(c, s, d);
            case 812 -> LoadStoreRcpcUnscaled.stlur64(c, s, d);
            case 813 -> LoadStoreRcpcUnscaled.ldapur64(c, s, d);
            case 814 -> LoadStoreUnprivileged.sttrb(c, s, d);
            case 815 -> LoadStoreUnprivileged.ldtrb(c, s, d);
            case 816 -> LoadStoreUnprivileged.ldtrsb64(c, s, d);
            case 817 -> LoadStoreUnprivileged.ldtrsb32(c, s, d);
            case 818 -> LoadStoreUnprivileged.sttrh(c, s, d);
            case 819 -> LoadStoreUnprivileged.ldtrh(c, s, d);
            case 820 -> LoadStoreUnprivileged.ldtrsh64(c, s, d);
            case 821 -> LoadStoreUnprivileged.ldtrsh32(c, s, d);
            case 822 -> LoadStoreUnprivileged.sttr32(c, s, d);
            case 823 -> LoadStoreUnprivileged.ldtr32(c, s, d);
            case 824 -> LoadStoreUnprivileged.ldtrsw(c, s, d);
            case 825, 826, 827 -> LogicalShiftedRight.and64(s, d);
            case 828, 829, 830 -> LogicalShiftedRight.and32(s, d);
            case 831, 832, 833 -> LogicalShiftedRight.bic64(s, d);
            case 834, 835, 836 -> LogicalShiftedRight.bic32(s, d);
            case 837, 838, 839 -> LogicalShiftedRight.orr64(s, d);
            case 840, 841, 842 -> LogicalShiftedRight.orn32(s, d);
            case 843, 844, 845 -> LogicalShiftedRight.eon64(s, d);
            case 846, 847, 848 -> LogicalShiftedRight.eon32(s, d);
            case 849, 850, 851 -> LogicalShiftedRight.ands64(s, d);
            case 852, 853, 854 -> LogicalShiftedRight.bics64(s, d);
            default -> throw new IllegalStateException("operation " + (d >>> Regs.OP_SHIFT & Regs.OP_MASK) + " is in no group");
        }
        return pc + 4;
    }
}
