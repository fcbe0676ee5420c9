// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** The instructions of group SIMD_B. */
final class SimdBSwitch {

    private SimdBSwitch() {
    }

    static void execute(Core c, long s, long d, long pc) {
        switch ((int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK) {
            case 810 -> SimdByElement.mul(s, d);
            case 811 -> SimdByElement.mla(s, d);
            case 812 -> SimdByElement.mls(s, d);
            case 813, 814 -> SimdByElement.sqdmulh(s, d);
            case 815, 816 -> SimdByElement.sqrdmulh(s, d);
            case 817 -> SimdByElement.smull(s, d);
            case 818 -> SimdByElement.smlal(s, d);
            case 819 -> SimdByElement.smlsl(s, d);
            case 820 -> SimdByElement.umull(s, d);
            case 821 -> SimdByElement.umlal(s, d);
            case 822 -> SimdByElement.umlsl(s, d);
            case 823, 824 -> SimdByElement.sqdmull(s, d);
            case 825, 826 -> SimdByElement.sqdmlal(s, d);
            case 827, 828 -> SimdByElement.sqdmlsl(s, d);
            case 829, 830, 831, 832 -> SimdByElement.fmla(s, d);
            case 833, 834, 835, 836 -> SimdByElement.fmls(s, d);
            case 837, 838, 839, 840 -> SimdByElement.fmul(s, d);
            case 841, 842, 843, 844 -> SimdByElement.fmulx(s, d);
            case 845, 846 -> SimdFpThreeSame.fadd(s, d);
            case 847, 848 -> SimdFpThreeSame.fsub(s, d);
            case 849, 850 -> SimdFpThreeSame.fmul(s, d);
            case 851, 852 -> SimdFpThreeSame.fdiv(s, d);
            case 853, 854 -> SimdFpThreeSame.fmla(s, d);
            case 855, 856 -> SimdFpThreeSame.fmls(s, d);
            case 857, 858 -> SimdFpThreeSame.fmax(s, d);
            case 859, 860 -> SimdFpThreeSame.fmin(s, d);
            case 861, 862 -> SimdFpThreeSame.fmaxnm(s, d);
            case 863, 864 -> SimdFpThreeSame.fminnm(s, d);
            case 865, 866, 867, 868 -> SimdFpThreeSame.fmulx(s, d);
            case 869, 870, 871, 872 -> SimdFpThreeSame.fabd(s, d);
            case 873, 874, 875, 876 -> SimdFpThreeSame.fcmeq(s, d);
            case 877, 878, 879, 880 -> SimdFpThreeSame.fcmge(s, d);
            case 881, 882, 883, 884 -> SimdFpThreeSame.fcmgt(s, d);
            case 885, 886, 887, 888 -> SimdFpThreeSame.facge(s, d);
            case 889, 890, 891, 892 -> SimdFpThreeSame.facgt(s, d);
            case 893, 894, 895, 896 -> SimdFpThreeSame.frecps(s, d);
            case 897, 898, 899, 900 -> SimdFpThreeSame.frsqrts(s, d);
            case 901, 902 -> SimdFpThreeSame.faddp(s, d);
            case 903, 904 -> SimdFpThreeSame.fmaxp(s, d);
            case 905, 906 -> SimdFpThreeSame.fminp(s, d);
            case 907, 908 -> SimdFpThreeSame.fmaxnmp(s, d);
            case 909, 910 -> SimdFpThreeSame.fminnmp(s, d);
            case 911, 912 -> SimdFpThreeSame.faddpScalar(s, d);
            case 913, 914 -> SimdFpThreeSame.fmaxpScalar(s, d);
            case 915, 916 -> SimdFpThreeSame.fminpScalar(s, d);
            case 917, 918 -> SimdFpThreeSame.fmaxnmpScalar(s, d);
            case 919, 920 -> SimdFpThreeSame.fminnmpScalar(s, d);
            case 921, 922 -> SimdFpThreeSame.fmaxv(s, d);
            case 923, 924 -> SimdFpThreeSame.fminv(s, d);
            case 925, 926 -> SimdFpThreeSame.fmaxnmv(s, d);
            case 927, 928 -> SimdFpThreeSame.fminnmv(s, d);
            case 929, 930 -> SimdFpTwoRegMisc.fabs(s, d);
            case 931, 932 -> SimdFpTwoRegMisc.fneg(s, d);
            case 933, 934 -> SimdFpTwoRegMisc.fsqrt(s, d);
            case 935, 936, 937, 938 -> SimdFpTwoRegMisc.frecpe(s, d);
            case 939, 940, 941, 942 -> SimdFpTwoRegMisc.frsqrte(s, d);
            case 943, 944 -> SimdFpTwoRegMisc.frecpx(s, d);
            case 945 -> SimdFpTwoRegMisc.urecpe(s, d);
            case 946 -> SimdFpTwoRegMisc.ursqrte(s, d);
            case 947, 948 -> SimdFpTwoRegMisc.frintn(s, d);
            case 949, 950 -> SimdFpTwoRegMisc.frintm(s, d);
            case 951, 952 -> SimdFpTwoRegMisc.frintp(s, d);
            case 953, 954 -> SimdFpTwoRegMisc.frintz(s, d);
            case 955, 956 -> SimdFpTwoRegMisc.frinta(s, d);
            case 957, 958 -> SimdFpTwoRegMisc.frintx(s, d);
            case 959, 960 -> SimdFpTwoRegMisc.frinti(s, d);
            case 961 -> SimdFpTwoRegMisc.frint32z(s, d);
            case 962 -> SimdFpTwoRegMisc.frint64z(s, d);
            case 963 -> SimdFpTwoRegMisc.frint32x(s, d);
            case 964 -> SimdFpTwoRegMisc.frint64x(s, d);
            case 965, 966, 967, 968 -> SimdFpTwoRegMisc.fcmgtZero(s, d);
            case 969, 970, 971, 972 -> SimdFpTwoRegMisc.fcmeqZero(s, d);
            case 973, 974, 975, 976 -> SimdFpTwoRegMisc.fcmltZero(s, d);
            case 977, 978, 979, 980 -> SimdFpTwoRegMisc.fcmgeZero(s, d);
            case 981, 982, 983, 984 -> SimdFpTwoRegMisc.fcmleZero(s, d);
            case 985, 986, 987, 988 -> SimdFpTwoRegMisc.fcvtns(s, d);
            case 989, 990, 991, 992 -> SimdFpTwoRegMisc.fcvtnu(s, d);
            case 993, 994, 995, 996 -> SimdFpTwoRegMisc.fcvtms(s, d);
            case 997, 998, 999, 1000 -> SimdFpTwoRegMisc.fcvtmu(s, d);
            case 1001, 1002, 1003, 1004 -> SimdFpTwoRegMisc.fcvtas(s, d);
            case 1005, 1006, 1007, 1008 -> SimdFpTwoRegMisc.fcvtau(s, d);
            case 1009, 1010, 1011, 1012 -> SimdFpTwoRegMisc.fcvtps(s, d);
            case 1013, 1014, 1015, 1016 -> SimdFpTwoRegMisc.fcvtpu(s, d);
            case 1017, 1018, 1019, 1020 -> SimdFpTwoRegMisc.fcvtzs(s, d);
            case 1021, 1022, 1023, 1024 -> SimdFpTwoRegMisc.fcvtzu(s, d);
            case 1025, 1026, 1027, 1028 -> SimdFpTwoRegMisc.scvtf(s, d);
            case 1029, 1030, 1031, 1032 -> SimdFpTwoRegMisc.ucvtf(s, d);
            case 1033, 1034, 1035, 1036 -> SimdFpTwoRegMisc.scvtfFixed(s, d);
            case 1037, 1038, 1039, 1040 -> SimdFpTwoRegMisc.ucvtfFixed(s, d);
            case 1041, 1042, 1043, 1044 -> SimdFpTwoRegMisc.fcvtzsFixed(s, d);
            case 1045, 1046, 1047, 1048 -> SimdFpTwoRegMisc.fcvtzuFixed(s, d);
            case 1049 -> SimdFpTwoRegMisc.fcvtlHalf(s, d);
            case 1050 -> SimdFpTwoRegMisc.fcvtlSingle(s, d);
            case 1051 -> SimdFpTwoRegMisc.fcvtnHalf(s, d);
            case 1052 -> SimdFpTwoRegMisc.fcvtnSingle(s, d);
            case 1053 -> SimdFpTwoRegMisc.fcvtxn(s, d);
            case 1054 -> SimdFpTwoRegMisc.fcvtxnScalar(s, d);
            case 1055 -> SimdThreeDifferent.saddl(s, d);
            case 1056 -> SimdThreeDifferent.saddw(s, d);
            case 1057 -> SimdThreeDifferent.ssubl(s, d);
            case 1058 -> SimdThreeDifferent.ssubw(s, d);
            case 1059 -> SimdThreeDifferent.sabal(s, d);
            case 1060 -> SimdThreeDifferent.sabdl(s, d);
            case 1061 -> SimdThreeDifferent.uaddl(s, d);
            case 1062 -> SimdThreeDifferent.uaddw(s, d);
            case 1063 -> SimdThreeDifferent.usubl(s, d);
            case 1064 -> SimdThreeDifferent.usubw(s, d);
            case 1065 -> SimdThreeDifferent.uabal(s, d);
            case 1066 -> SimdThreeDifferent.uabdl(s, d);
            case 1067 -> SimdThreeDifferent.addhn(s, d);
            case 1068 -> SimdThreeDifferent.raddhn(s, d);
            case 1069 -> SimdThreeDifferent.subhn(s, d);
            case 1070 -> SimdThreeDifferent.rsubhn(s, d);
            case 1071 -> SimdThreeDifferent.smull(s, d);
            case 1072 -> SimdThreeDifferent.smlal(s, d);
            case 1073 -> SimdThreeDifferent.smlsl(s, d);
            case 1074 -> SimdThreeDifferent.umull(s, d);
            case 1075 -> SimdThreeDifferent.umlal(s, d);
            case 1076 -> SimdThreeDifferent.umlsl(s, d);
            case 1077, 1078 -> SimdThreeDifferent.sqdmull(s, d);
            case 1079, 1080 -> SimdThreeDifferent.sqdmlal(s, d);
            case 1081, 1082 -> SimdThreeDifferent.sqdmlsl(s, d);
            case 1083 -> SimdThreeDifferent.pmullBytes(s, d);
            case 1084 -> SimdThreeDifferent.pmullLongs(s, d);
            default -> throw new IllegalStateException("operation " + (d >>> Regs.OP_SHIFT & Regs.OP_MASK) + " is in no group");
        }
    }
}
