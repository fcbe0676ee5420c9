// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** The instructions of group RARE. */
final class RareSwitch {

    private RareSwitch() {
    }

    static long execute(Core c, long s, long d, long pc) {
        switch ((int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK) {
            case 697 -> AddSubCarry.adc64(s, d);
            case 698 -> AddSubCarry.adc32(s, d);
            case 699 -> AddSubCarry.adcs64(s, d);
            case 700 -> AddSubCarry.adcs32(s, d);
            case 701 -> AddSubCarry.sbc64(s, d);
            case 702 -> AddSubCarry.sbc32(s, d);
            case 703 -> AddSubCarry.sbcs64(s, d);
            case 704 -> AddSubCarry.sbcs32(s, d);
            case 705, 706 -> AddSubShiftedRight.add64(s, d);
            case 707, 708 -> AddSubShiftedRight.add32(s, d);
            case 709, 710 -> AddSubShiftedRight.adds64(s, d);
            case 711, 712 -> AddSubShiftedRight.adds32(s, d);
            case 713, 714 -> AddSubShiftedRight.sub64(s, d);
            case 715, 716 -> AddSubShiftedRight.sub32(s, d);
            case 717, 718 -> AddSubShiftedRight.subs64(s, d);
            case 719, 720 -> AddSubShiftedRight.subs32(s, d);
            case 721, 722, 723, 724 -> AtomicMemory.ldadd(c, s, d);
            case 725, 726, 727, 728 -> AtomicMemory.ldclr(c, s, d);
            case 729, 730, 731, 732 -> AtomicMemory.ldeor(c, s, d);
            case 733, 734, 735, 736 -> AtomicMemory.ldset(c, s, d);
            case 737, 738, 739, 740 -> AtomicMemory.ldsmax(c, s, d);
            case 741, 742, 743, 744 -> AtomicMemory.ldsmin(c, s, d);
            case 745, 746, 747, 748 -> AtomicMemory.ldumax(c, s, d);
            case 749, 750, 751, 752 -> AtomicMemory.ldumin(c, s, d);
            case 753, 754, 755, 756 -> AtomicMemory.swp(c, s, d);
            case 757, 758, 759, 760 -> CompareAndSwap.cas(c, s, d);
            case 761 -> CompareAndSwap.casp32(c, s, d);
            case 762 -> CompareAndSwap.casp64(c, s, d);
            case 763, 764, 765, 766 -> Crc32.crc32(s, d);
            case 767, 768, 769, 770 -> Crc32.crc32c(s, d);
            case 771 -> FlagManipulation.rmif(s, d);
            case 772 -> FlagManipulation.setf8(s, d);
            case 773 -> FlagManipulation.setf16(s, d);
            case 774 -> FlagManipulation.cfinv(s, d);
            case 775 -> FlagManipulation.xaflag(s, d);
            case 776 -> FlagManipulation.axflag(s, d);
            case 777 -> LoadStoreRcpcUnscaled.stlurb(c, s, d);
            case 778 -> LoadStoreRcpcUnscaled.ldapurb(c, s, d);
            case 779 -> LoadStoreRcpcUnscaled.ldapursb64(c, s, d);
            case 780 -> LoadStoreRcpcUnscaled.ldapursb32(c, s, d);
            case 781 -> LoadStoreRcpcUnscaled.stlurh(c, s, d);
            case 782 -> LoadStoreRcpcUnscaled.ldapurh(c, s, d);
            case 783 -> LoadStoreRcpcUnscaled.ldapursh64(c, s, d);
            case 784 -> LoadStoreRcpcUnscaled.ldapursh32(c, s, d);
            case 785 -> LoadStoreRcpcUnscaled.stlur32(c, s, d);
            case 786 -> LoadStoreRcpcUnscaled.ldapur32(c, s, d);
            case 787 -> LoadStoreRcpcUnscaled.ldapursw(c, s, d);
            case 788 -> LoadStoreRcpcUnscaled.stlur64(c, s, d);
            case 789 -> LoadStoreRcpcUnscaled.ldapur64(c, s, d);
            case 790 -> LoadStoreUnprivileged.sttrb(c, s, d);
            case 791 -> LoadStoreUnprivileged.ldtrb(c, s, d);
            case 792 -> LoadStoreUnprivileged.ldtrsb64(c, s, d);
            case 793 -> LoadStoreUnprivileged.ldtrsb32(c, s, d);
            case 794 -> LoadStoreUnprivileged.sttrh(c, s, d);
            case 795 -> LoadStoreUnprivileged.ldtrh(c, s, d);
            case 796 -> LoadStoreUnprivileged.ldtrsh64(c, s, d);
            case 797 -> LoadStoreUnprivileged.ldtrsh32(c, s, d);
            case 798 -> LoadStoreUnprivileged.sttr32(c, s, d);
            case 799 -> LoadStoreUnprivileged.ldtr32(c, s, d);
            case 800 -> LoadStoreUnprivileged.ldtrsw(c, s, d);
            case 801 -> LoadStoreUnprivileged.sttr64(c, s, d);
            case 802 -> LoadStoreUnprivileged.ldtr64(c, s, d);
            case 803, 804, 805 -> LogicalShiftedRight.and64(s, d);
            case 806, 807, 808 -> LogicalShiftedRight.and32(s, d);
            case 809, 810, 811 -> LogicalShiftedRight.bic64(s, d);
            case 812, 813, 814 -> LogicalShiftedRight.bic32(s, d);
            case 815, 816, 817 -> LogicalShiftedRight.orr64(s, d);
            case 818, 819, 820 -> LogicalShiftedRight.orr32(s, d);
            case 821, 822, 823 -> LogicalShiftedRight.orn64(s, d);
            case 824, 825, 826 -> LogicalShiftedRight.orn32(s, d);
            case 827, 828, 829 -> LogicalShiftedRight.eor64(s, d);
            case 830, 831, 832 -> LogicalShiftedRight.eor32(s, d);
            case 833, 834, 835 -> LogicalShiftedRight.eon64(s, d);
            case 836, 837, 838 -> LogicalShiftedRight.eon32(s, d);
            case 839, 840, 841 -> LogicalShiftedRight.ands64(s, d);
            case 842, 843, 844 -> LogicalShiftedRight.ands32(s, d);
            case 845, 846, 847 -> LogicalShiftedRight.bics64(s, d);
            case 848, 849, 850 -> LogicalShiftedRight.bics32(s, d);
            default -> throw new IllegalStateException("operation " + (d >>> Regs.OP_SHIFT & Regs.OP_MASK) + " is in no group");
        }
        return pc + 4;
    }
}
