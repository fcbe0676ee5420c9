// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** The instructions of group RARE. */
final class RareSwitch {

    private RareSwitch() {
    }

    static long execute(Core c, long s, long d, long pc) {
        switch ((int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK) {
            case 810, 811, 812 -> LogicalShiftedRight.eor32(s, d);
            case 813, 814 -> AddSubShiftedRight.add64(s, d);
            case 815, 816 -> AddSubShiftedRight.sub64(s, d);
            case 817 -> AddSubCarry.adc64(s, d);
            case 818, 819 -> AddSubShiftedRight.subs64(s, d);
            case 820, 821, 822 -> LogicalShiftedRight.bics32(s, d);
            case 823, 824, 825 -> LogicalShiftedRight.orr32(s, d);
            case 826, 827, 828 -> LogicalShiftedRight.eor64(s, d);
            case 829 -> LoadStoreUnprivileged.sttr64(c, s, d);
            case 830, 831 -> AddSubShiftedRight.subs32(s, d);
            case 832 -> LoadStoreUnprivileged.ldtr64(c, s, d);
            case 833, 834, 835 -> LogicalShiftedRight.ands32(s, d);
            case 836, 837, 838 -> LogicalShiftedRight.orn64(s, d);
            case 839 -> AddSubCarry.adc32(s, d);
            case 840 -> AddSubCarry.adcs64(s, d);
            case 841 -> AddSubCarry.adcs32(s, d);
            case 842 -> AddSubCarry.sbc64(s, d);
            case 843 -> AddSubCarry.sbc32(s, d);
            case 844 -> AddSubCarry.sbcs64(s, d);
            case 845 -> AddSubCarry.sbcs32(s, d);
            case 846, 847 -> AddSubShiftedRight.add32(s, d);
            case 848, 849 -> AddSubShiftedRight.adds64(s, d);
            case 850, 851 -> AddSubShiftedRight.adds32(s, d);
            case 852, 853 -> AddSubShiftedRight.sub32(s, d);
            case 854, 855, 856, 857 -> AtomicMemory.ldadd(c, s, d);
            case 858, 859, 860, 861 -> AtomicMemory.ldclr(c, s, d);
            case 862, 863, 864, 865 -> AtomicMemory.ldeor(c, s, d);
            case 866, 867, 868, 869 -> AtomicMemory.ldset(c, s, d);
            case 870, 871, 872, 873 -> AtomicMemory.ldsmax(c, s, d);
            case 874, 875, 876, 877 -> AtomicMemory.ldsmin(c, s, d);
            case 878, 879, 880, 881 -> AtomicMemory.ldumax(c, s, d);
            case 882, 883, 884, 885 -> AtomicMemory.ldumin(c, s, d);
            case 886, 887, 888, 889 -> AtomicMemory.swp(c, s, d);
            case 890, 891, 892, 893 -> CompareAndSwap.cas(c, s, d);
            case 894 -> CompareAndSwap.casp32(c, s, d);
            case 895 -> CompareAndSwap.casp64(c, s, d);
            case 896, 897, 898, 899 -> Crc32.crc32(s, d);
            case 900, 901, 902, 903 -> Crc32.crc32c(s, d);
            case 904 -> FlagManipulation.rmif(s, d);
            case 905 -> FlagManipulation.setf8(s, d);
            case 906 -> FlagManipulation.setf16(s, d);
            case 907 -> FlagManipulation.cfinv(s, d);
            case 908 -> FlagManipulation.xaflag(s, d);
            case 909 -> FlagManipulation.axflag(s, d);
            case 910 -> LoadStoreRcpcUnscaled.stlurb(c, s, d);
            case 911 -> LoadStoreRcpcUnscaled.ldapurb(c, s, d);
            case 912 -> LoadStoreRcpcUnscaled.ldapursb64(c, s, d);
            case 913 -> LoadStoreRcpcUnscaled.ldapursb32(c, s, d);
            case 914 -> LoadStoreRcpcUnscaled.stlurh(c, s, d);
            case 915 -> LoadStoreRcpcUnscaled.ldapurh(c, s, d);
            case 916 -> LoadStoreRcpcUnscaled.ldapursh64(c, s, d);
            case 917 -> LoadStoreRcpcUnscaled.ldapursh32(c, s, d);
            case 918 -> LoadStoreRcpcUnscaled.stlur32(c, s, d);
            case 919 -> LoadStoreRcpcUnscaled.ldapur32(c, s, d);
            case 920 -> LoadStoreRcpcUnscaled.ldapursw(c, s, d);
            case 921 -> LoadStoreRcpcUnscaled.stlur64(c, s, d);
            case 922 -> LoadStoreRcpcUnscaled.ldapur64(c, s, d);
            case 923 -> LoadStoreUnprivileged.sttrb(c, s, d);
            case 924 -> LoadStoreUnprivileged.ldtrb(c, s, d);
            case 925 -> LoadStoreUnprivileged.ldtrsb64(c, s, d);
            case 926 -> LoadStoreUnprivileged.ldtrsb32(c, s, d);
            case 927 -> LoadStoreUnprivileged.sttrh(c, s, d);
            case 928 -> LoadStoreUnprivileged.ldtrh(c, s, d);
            case 929 -> LoadStoreUnprivileged.ldtrsh64(c, s, d);
            case 930 -> LoadStoreUnprivileged.ldtrsh32(c, s, d);
            case 931 -> LoadStoreUnprivileged.sttr32(c, s, d);
            case 932 -> LoadStoreUnprivileged.ldtr32(c, s, d);
            case 933 -> LoadStoreUnprivileged.ldtrsw(c, s, d);
            case 934, 935, 936 -> LogicalShiftedRight.and64(s, d);
            case 937, 938, 939 -> LogicalShiftedRight.and32(s, d);
            case 940, 941, 942 -> LogicalShiftedRight.bic64(s, d);
            case 943, 944, 945 -> LogicalShiftedRight.bic32(s, d);
            case 946, 947, 948 -> LogicalShiftedRight.orr64(s, d);
            case 949, 950, 951 -> LogicalShiftedRight.orn32(s, d);
            case 952, 953, 954 -> LogicalShiftedRight.eon64(s, d);
            case 955, 956, 957 -> LogicalShiftedRight.eon32(s, d);
            case 958, 959, 960 -> LogicalShiftedRight.ands64(s, d);
            case 961, 962, 963 -> LogicalShiftedRight.bics64(s, d);
            default -> throw new IllegalStateException("operation " + (d >>> Regs.OP_SHIFT & Regs.OP_MASK) + " is in no group");
        }
        return pc + 4;
    }
}
