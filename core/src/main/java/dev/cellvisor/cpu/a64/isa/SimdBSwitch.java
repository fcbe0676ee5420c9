// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** The instructions of group SIMD_B. */
final class SimdBSwitch {

    private SimdBSwitch() {
    }

    static void execute(Core c, long s, long d, long pc) {
        int op = (int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK;
        switch (op >>> 4) { // two levels: C1 makes a chain of comparisons of a switch
            case 50 -> {
                switch (op) {
                    case 812 -> Crypto.aese(s, d);
                    case 813 -> Crypto.aesd(s, d);
                    case 814 -> Crypto.aesmc(s, d);
                    case 815 -> Crypto.aesimc(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 51 -> {
                switch (op) {
                    case 816 -> Crypto.sha1c(s, d);
                    case 817 -> Crypto.sha1p(s, d);
                    case 818 -> Crypto.sha1m(s, d);
                    case 819 -> Crypto.sha1h(s, d);
                    case 820 -> Crypto.sha1su0(s, d);
                    case 821 -> Crypto.sha1su1(s, d);
                    case 822 -> Crypto.sha256h(s, d);
                    case 823 -> Crypto.sha256h2(s, d);
                    case 824 -> Crypto.sha256su0(s, d);
                    case 825 -> Crypto.sha256su1(s, d);
                    case 826 -> Crypto.sha512h(s, d);
                    case 827 -> Crypto.sha512h2(s, d);
                    case 828 -> Crypto.sha512su0(s, d);
                    case 829 -> Crypto.sha512su1(s, d);
                    case 830 -> Crypto.eor3(s, d);
                    case 831 -> Crypto.bcax(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 52 -> {
                switch (op) {
                    case 832 -> Crypto.rax1(s, d);
                    case 833 -> Crypto.xar(s, d);
                    case 834 -> SimdByElement.mul(s, d);
                    case 835 -> SimdByElement.mla(s, d);
                    case 836 -> SimdByElement.mls(s, d);
                    case 837 -> SimdByElement.sqdmulh(s, d);
                    case 838 -> SimdByElement.sqdmulh(s, d);
                    case 839 -> SimdByElement.sqrdmulh(s, d);
                    case 840 -> SimdByElement.sqrdmulh(s, d);
                    case 841 -> SimdByElement.smull(s, d);
                    case 842 -> SimdByElement.smlal(s, d);
                    case 843 -> SimdByElement.smlsl(s, d);
                    case 844 -> SimdByElement.umull(s, d);
                    case 845 -> SimdByElement.umlal(s, d);
                    case 846 -> SimdByElement.umlsl(s, d);
                    case 847 -> SimdByElement.sqdmull(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 53 -> {
                switch (op) {
                    case 848 -> SimdByElement.sqdmull(s, d);
                    case 849 -> SimdByElement.sqdmlal(s, d);
                    case 850 -> SimdByElement.sqdmlal(s, d);
                    case 851 -> SimdByElement.sqdmlsl(s, d);
                    case 852 -> SimdByElement.sqdmlsl(s, d);
                    case 853 -> SimdByElement.fmla(s, d);
                    case 854 -> SimdByElement.fmla(s, d);
                    case 855 -> SimdByElement.fmla(s, d);
                    case 856 -> SimdByElement.fmla(s, d);
                    case 857 -> SimdByElement.fmls(s, d);
                    case 858 -> SimdByElement.fmls(s, d);
                    case 859 -> SimdByElement.fmls(s, d);
                    case 860 -> SimdByElement.fmls(s, d);
                    case 861 -> SimdByElement.fmul(s, d);
                    case 862 -> SimdByElement.fmul(s, d);
                    case 863 -> SimdByElement.fmul(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 54 -> {
                switch (op) {
                    case 864 -> SimdByElement.fmul(s, d);
                    case 865 -> SimdByElement.fmulx(s, d);
                    case 866 -> SimdByElement.fmulx(s, d);
                    case 867 -> SimdByElement.fmulx(s, d);
                    case 868 -> SimdByElement.fmulx(s, d);
                    case 869 -> SimdExtensions.sqrdmlah(s, d);
                    case 870 -> SimdExtensions.sqrdmlah(s, d);
                    case 871 -> SimdExtensions.sqrdmlsh(s, d);
                    case 872 -> SimdExtensions.sqrdmlsh(s, d);
                    case 873 -> SimdExtensions.sqrdmlahElement(s, d);
                    case 874 -> SimdExtensions.sqrdmlahElement(s, d);
                    case 875 -> SimdExtensions.sqrdmlshElement(s, d);
                    case 876 -> SimdExtensions.sqrdmlshElement(s, d);
                    case 877 -> SimdExtensions.sdot(s, d);
                    case 878 -> SimdExtensions.udot(s, d);
                    case 879 -> SimdExtensions.sdotElement(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 55 -> {
                switch (op) {
                    case 880 -> SimdExtensions.udotElement(s, d);
                    case 881 -> SimdExtensions.fmlal(s, d);
                    case 882 -> SimdExtensions.fmlal(s, d);
                    case 883 -> SimdExtensions.fmlsl(s, d);
                    case 884 -> SimdExtensions.fmlsl(s, d);
                    case 885 -> SimdExtensions.fmlalElement(s, d);
                    case 886 -> SimdExtensions.fmlalElement(s, d);
                    case 887 -> SimdExtensions.fmlslElement(s, d);
                    case 888 -> SimdExtensions.fmlslElement(s, d);
                    case 889 -> SimdExtensions.fcadd(s, d);
                    case 890 -> SimdExtensions.fcadd(s, d);
                    case 891 -> SimdExtensions.fcmla(s, d);
                    case 892 -> SimdExtensions.fcmla(s, d);
                    case 893 -> SimdExtensions.fcmlaElement(s, d);
                    case 894 -> SimdExtensions.fcmlaElement(s, d);
                    case 895 -> SimdFpThreeSame.fadd(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 56 -> {
                switch (op) {
                    case 896 -> SimdFpThreeSame.fadd(s, d);
                    case 897 -> SimdFpThreeSame.fsub(s, d);
                    case 898 -> SimdFpThreeSame.fsub(s, d);
                    case 899 -> SimdFpThreeSame.fmul(s, d);
                    case 900 -> SimdFpThreeSame.fmul(s, d);
                    case 901 -> SimdFpThreeSame.fdiv(s, d);
                    case 902 -> SimdFpThreeSame.fdiv(s, d);
                    case 903 -> SimdFpThreeSame.fmla(s, d);
                    case 904 -> SimdFpThreeSame.fmla(s, d);
                    case 905 -> SimdFpThreeSame.fmls(s, d);
                    case 906 -> SimdFpThreeSame.fmls(s, d);
                    case 907 -> SimdFpThreeSame.fmax(s, d);
                    case 908 -> SimdFpThreeSame.fmax(s, d);
                    case 909 -> SimdFpThreeSame.fmin(s, d);
                    case 910 -> SimdFpThreeSame.fmin(s, d);
                    case 911 -> SimdFpThreeSame.fmaxnm(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 57 -> {
                switch (op) {
                    case 912 -> SimdFpThreeSame.fmaxnm(s, d);
                    case 913 -> SimdFpThreeSame.fminnm(s, d);
                    case 914 -> SimdFpThreeSame.fminnm(s, d);
                    case 915 -> SimdFpThreeSame.fmulx(s, d);
                    case 916 -> SimdFpThreeSame.fmulx(s, d);
                    case 917 -> SimdFpThreeSame.fmulx(s, d);
                    case 918 -> SimdFpThreeSame.fmulx(s, d);
                    case 919 -> SimdFpThreeSame.fabd(s, d);
                    case 920 -> SimdFpThreeSame.fabd(s, d);
                    case 921 -> SimdFpThreeSame.fabd(s, d);
                    case 922 -> SimdFpThreeSame.fabd(s, d);
                    case 923 -> SimdFpThreeSame.fcmeq(s, d);
                    case 924 -> SimdFpThreeSame.fcmeq(s, d);
                    case 925 -> SimdFpThreeSame.fcmeq(s, d);
                    case 926 -> SimdFpThreeSame.fcmeq(s, d);
                    case 927 -> SimdFpThreeSame.fcmge(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 58 -> {
                switch (op) {
                    case 928 -> SimdFpThreeSame.fcmge(s, d);
                    case 929 -> SimdFpThreeSame.fcmge(s, d);
                    case 930 -> SimdFpThreeSame.fcmge(s, d);
                    case 931 -> SimdFpThreeSame.fcmgt(s, d);
                    case 932 -> SimdFpThreeSame.fcmgt(s, d);
                    case 933 -> SimdFpThreeSame.fcmgt(s, d);
                    case 934 -> SimdFpThreeSame.fcmgt(s, d);
                    case 935 -> SimdFpThreeSame.facge(s, d);
                    case 936 -> SimdFpThreeSame.facge(s, d);
                    case 937 -> SimdFpThreeSame.facge(s, d);
                    case 938 -> SimdFpThreeSame.facge(s, d);
                    case 939 -> SimdFpThreeSame.facgt(s, d);
                    case 940 -> SimdFpThreeSame.facgt(s, d);
                    case 941 -> SimdFpThreeSame.facgt(s, d);
                    case 942 -> SimdFpThreeSame.facgt(s, d);
                    case 943 -> SimdFpThreeSame.frecps(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 59 -> {
                switch (op) {
                    case 944 -> SimdFpThreeSame.frecps(s, d);
                    case 945 -> SimdFpThreeSame.frecps(s, d);
                    case 946 -> SimdFpThreeSame.frecps(s, d);
                    case 947 -> SimdFpThreeSame.frsqrts(s, d);
                    case 948 -> SimdFpThreeSame.frsqrts(s, d);
                    case 949 -> SimdFpThreeSame.frsqrts(s, d);
                    case 950 -> SimdFpThreeSame.frsqrts(s, d);
                    case 951 -> SimdFpThreeSame.faddp(s, d);
                    case 952 -> SimdFpThreeSame.faddp(s, d);
                    case 953 -> SimdFpThreeSame.fmaxp(s, d);
                    case 954 -> SimdFpThreeSame.fmaxp(s, d);
                    case 955 -> SimdFpThreeSame.fminp(s, d);
                    case 956 -> SimdFpThreeSame.fminp(s, d);
                    case 957 -> SimdFpThreeSame.fmaxnmp(s, d);
                    case 958 -> SimdFpThreeSame.fmaxnmp(s, d);
                    case 959 -> SimdFpThreeSame.fminnmp(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 60 -> {
                switch (op) {
                    case 960 -> SimdFpThreeSame.fminnmp(s, d);
                    case 961 -> SimdFpThreeSame.faddpScalar(s, d);
                    case 962 -> SimdFpThreeSame.faddpScalar(s, d);
                    case 963 -> SimdFpThreeSame.fmaxpScalar(s, d);
                    case 964 -> SimdFpThreeSame.fmaxpScalar(s, d);
                    case 965 -> SimdFpThreeSame.fminpScalar(s, d);
                    case 966 -> SimdFpThreeSame.fminpScalar(s, d);
                    case 967 -> SimdFpThreeSame.fmaxnmpScalar(s, d);
                    case 968 -> SimdFpThreeSame.fmaxnmpScalar(s, d);
                    case 969 -> SimdFpThreeSame.fminnmpScalar(s, d);
                    case 970 -> SimdFpThreeSame.fminnmpScalar(s, d);
                    case 971 -> SimdFpThreeSame.fmaxv(s, d);
                    case 972 -> SimdFpThreeSame.fmaxv(s, d);
                    case 973 -> SimdFpThreeSame.fminv(s, d);
                    case 974 -> SimdFpThreeSame.fminv(s, d);
                    case 975 -> SimdFpThreeSame.fmaxnmv(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 61 -> {
                switch (op) {
                    case 976 -> SimdFpThreeSame.fmaxnmv(s, d);
                    case 977 -> SimdFpThreeSame.fminnmv(s, d);
                    case 978 -> SimdFpThreeSame.fminnmv(s, d);
                    case 979 -> SimdFpTwoRegMisc.fabs(s, d);
                    case 980 -> SimdFpTwoRegMisc.fabs(s, d);
                    case 981 -> SimdFpTwoRegMisc.fneg(s, d);
                    case 982 -> SimdFpTwoRegMisc.fneg(s, d);
                    case 983 -> SimdFpTwoRegMisc.fsqrt(s, d);
                    case 984 -> SimdFpTwoRegMisc.fsqrt(s, d);
                    case 985 -> SimdFpTwoRegMisc.frecpe(s, d);
                    case 986 -> SimdFpTwoRegMisc.frecpe(s, d);
                    case 987 -> SimdFpTwoRegMisc.frecpe(s, d);
                    case 988 -> SimdFpTwoRegMisc.frecpe(s, d);
                    case 989 -> SimdFpTwoRegMisc.frsqrte(s, d);
                    case 990 -> SimdFpTwoRegMisc.frsqrte(s, d);
                    case 991 -> SimdFpTwoRegMisc.frsqrte(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 62 -> {
                switch (op) {
                    case 992 -> SimdFpTwoRegMisc.frsqrte(s, d);
                    case 993 -> SimdFpTwoRegMisc.frecpx(s, d);
                    case 994 -> SimdFpTwoRegMisc.frecpx(s, d);
                    case 995 -> SimdFpTwoRegMisc.urecpe(s, d);
                    case 996 -> SimdFpTwoRegMisc.ursqrte(s, d);
                    case 997 -> SimdFpTwoRegMisc.frintn(s, d);
                    case 998 -> SimdFpTwoRegMisc.frintn(s, d);
                    case 999 -> SimdFpTwoRegMisc.frintm(s, d);
                    case 1000 -> SimdFpTwoRegMisc.frintm(s, d);
                    case 1001 -> SimdFpTwoRegMisc.frintp(s, d);
                    case 1002 -> SimdFpTwoRegMisc.frintp(s, d);
                    case 1003 -> SimdFpTwoRegMisc.frintz(s, d);
                    case 1004 -> SimdFpTwoRegMisc.frintz(s, d);
                    case 1005 -> SimdFpTwoRegMisc.frinta(s, d);
                    case 1006 -> SimdFpTwoRegMisc.frinta(s, d);
                    case 1007 -> SimdFpTwoRegMisc.frintx(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 63 -> {
                switch (op) {
                    case 1008 -> SimdFpTwoRegMisc.frintx(s, d);
                    case 1009 -> SimdFpTwoRegMisc.frinti(s, d);
                    case 1010 -> SimdFpTwoRegMisc.frinti(s, d);
                    case 1011 -> SimdFpTwoRegMisc.frint32z(s, d);
                    case 1012 -> SimdFpTwoRegMisc.frint64z(s, d);
                    case 1013 -> SimdFpTwoRegMisc.frint32x(s, d);
                    case 1014 -> SimdFpTwoRegMisc.frint64x(s, d);
                    case 1015 -> SimdFpTwoRegMisc.fcmgtZero(s, d);
                    case 1016 -> SimdFpTwoRegMisc.fcmgtZero(s, d);
                    case 1017 -> SimdFpTwoRegMisc.fcmgtZero(s, d);
                    case 1018 -> SimdFpTwoRegMisc.fcmgtZero(s, d);
                    case 1019 -> SimdFpTwoRegMisc.fcmeqZero(s, d);
                    case 1020 -> SimdFpTwoRegMisc.fcmeqZero(s, d);
                    case 1021 -> SimdFpTwoRegMisc.fcmeqZero(s, d);
                    case 1022 -> SimdFpTwoRegMisc.fcmeqZero(s, d);
                    case 1023 -> SimdFpTwoRegMisc.fcmltZero(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 64 -> {
                switch (op) {
                    case 1024 -> SimdFpTwoRegMisc.fcmltZero(s, d);
                    case 1025 -> SimdFpTwoRegMisc.fcmltZero(s, d);
                    case 1026 -> SimdFpTwoRegMisc.fcmltZero(s, d);
                    case 1027 -> SimdFpTwoRegMisc.fcmgeZero(s, d);
                    case 1028 -> SimdFpTwoRegMisc.fcmgeZero(s, d);
                    case 1029 -> SimdFpTwoRegMisc.fcmgeZero(s, d);
                    case 1030 -> SimdFpTwoRegMisc.fcmgeZero(s, d);
                    case 1031 -> SimdFpTwoRegMisc.fcmleZero(s, d);
                    case 1032 -> SimdFpTwoRegMisc.fcmleZero(s, d);
                    case 1033 -> SimdFpTwoRegMisc.fcmleZero(s, d);
                    case 1034 -> SimdFpTwoRegMisc.fcmleZero(s, d);
                    case 1035 -> SimdFpTwoRegMisc.fcvtns(s, d);
                    case 1036 -> SimdFpTwoRegMisc.fcvtns(s, d);
                    case 1037 -> SimdFpTwoRegMisc.fcvtns(s, d);
                    case 1038 -> SimdFpTwoRegMisc.fcvtns(s, d);
                    case 1039 -> SimdFpTwoRegMisc.fcvtnu(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 65 -> {
                switch (op) {
                    case 1040 -> SimdFpTwoRegMisc.fcvtnu(s, d);
                    case 1041 -> SimdFpTwoRegMisc.fcvtnu(s, d);
                    case 1042 -> SimdFpTwoRegMisc.fcvtnu(s, d);
                    case 1043 -> SimdFpTwoRegMisc.fcvtms(s, d);
                    case 1044 -> SimdFpTwoRegMisc.fcvtms(s, d);
                    case 1045 -> SimdFpTwoRegMisc.fcvtms(s, d);
                    case 1046 -> SimdFpTwoRegMisc.fcvtms(s, d);
                    case 1047 -> SimdFpTwoRegMisc.fcvtmu(s, d);
                    case 1048 -> SimdFpTwoRegMisc.fcvtmu(s, d);
                    case 1049 -> SimdFpTwoRegMisc.fcvtmu(s, d);
                    case 1050 -> SimdFpTwoRegMisc.fcvtmu(s, d);
                    case 1051 -> SimdFpTwoRegMisc.fcvtas(s, d);
                    case 1052 -> SimdFpTwoRegMisc.fcvtas(s, d);
                    case 1053 -> SimdFpTwoRegMisc.fcvtas(s, d);
                    case 1054 -> SimdFpTwoRegMisc.fcvtas(s, d);
                    case 1055 -> SimdFpTwoRegMisc.fcvtau(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 66 -> {
                switch (op) {
                    case 1056 -> SimdFpTwoRegMisc.fcvtau(s, d);
                    case 1057 -> SimdFpTwoRegMisc.fcvtau(s, d);
                    case 1058 -> SimdFpTwoRegMisc.fcvtau(s, d);
                    case 1059 -> SimdFpTwoRegMisc.fcvtps(s, d);
                    case 1060 -> SimdFpTwoRegMisc.fcvtps(s, d);
                    case 1061 -> SimdFpTwoRegMisc.fcvtps(s, d);
                    case 1062 -> SimdFpTwoRegMisc.fcvtps(s, d);
                    case 1063 -> SimdFpTwoRegMisc.fcvtpu(s, d);
                    case 1064 -> SimdFpTwoRegMisc.fcvtpu(s, d);
                    case 1065 -> SimdFpTwoRegMisc.fcvtpu(s, d);
                    case 1066 -> SimdFpTwoRegMisc.fcvtpu(s, d);
                    case 1067 -> SimdFpTwoRegMisc.fcvtzs(s, d);
                    case 1068 -> SimdFpTwoRegMisc.fcvtzs(s, d);
                    case 1069 -> SimdFpTwoRegMisc.fcvtzs(s, d);
                    case 1070 -> SimdFpTwoRegMisc.fcvtzs(s, d);
                    case 1071 -> SimdFpTwoRegMisc.fcvtzu(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 67 -> {
                switch (op) {
                    case 1072 -> SimdFpTwoRegMisc.fcvtzu(s, d);
                    case 1073 -> SimdFpTwoRegMisc.fcvtzu(s, d);
                    case 1074 -> SimdFpTwoRegMisc.fcvtzu(s, d);
                    case 1075 -> SimdFpTwoRegMisc.scvtf(s, d);
                    case 1076 -> SimdFpTwoRegMisc.scvtf(s, d);
                    case 1077 -> SimdFpTwoRegMisc.scvtf(s, d);
                    case 1078 -> SimdFpTwoRegMisc.scvtf(s, d);
                    case 1079 -> SimdFpTwoRegMisc.ucvtf(s, d);
                    case 1080 -> SimdFpTwoRegMisc.ucvtf(s, d);
                    case 1081 -> SimdFpTwoRegMisc.ucvtf(s, d);
                    case 1082 -> SimdFpTwoRegMisc.ucvtf(s, d);
                    case 1083 -> SimdFpTwoRegMisc.scvtfFixed(s, d);
                    case 1084 -> SimdFpTwoRegMisc.scvtfFixed(s, d);
                    case 1085 -> SimdFpTwoRegMisc.scvtfFixed(s, d);
                    case 1086 -> SimdFpTwoRegMisc.scvtfFixed(s, d);
                    case 1087 -> SimdFpTwoRegMisc.ucvtfFixed(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 68 -> {
                switch (op) {
                    case 1088 -> SimdFpTwoRegMisc.ucvtfFixed(s, d);
                    case 1089 -> SimdFpTwoRegMisc.ucvtfFixed(s, d);
                    case 1090 -> SimdFpTwoRegMisc.ucvtfFixed(s, d);
                    case 1091 -> SimdFpTwoRegMisc.fcvtzsFixed(s, d);
                    case 1092 -> SimdFpTwoRegMisc.fcvtzsFixed(s, d);
                    case 1093 -> SimdFpTwoRegMisc.fcvtzsFixed(s, d);
                    case 1094 -> SimdFpTwoRegMisc.fcvtzsFixed(s, d);
                    case 1095 -> SimdFpTwoRegMisc.fcvtzuFixed(s, d);
                    case 1096 -> SimdFpTwoRegMisc.fcvtzuFixed(s, d);
                    case 1097 -> SimdFpTwoRegMisc.fcvtzuFixed(s, d);
                    case 1098 -> SimdFpTwoRegMisc.fcvtzuFixed(s, d);
                    case 1099 -> SimdFpTwoRegMisc.fcvtlHalf(s, d);
                    case 1100 -> SimdFpTwoRegMisc.fcvtlSingle(s, d);
                    case 1101 -> SimdFpTwoRegMisc.fcvtnHalf(s, d);
                    case 1102 -> SimdFpTwoRegMisc.fcvtnSingle(s, d);
                    case 1103 -> SimdFpTwoRegMisc.fcvtxn(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 69 -> {
                switch (op) {
                    case 1104 -> SimdFpTwoRegMisc.fcvtxnScalar(s, d);
                    case 1105 -> SimdThreeDifferent.saddl(s, d);
                    case 1106 -> SimdThreeDifferent.saddw(s, d);
                    case 1107 -> SimdThreeDifferent.ssubl(s, d);
                    case 1108 -> SimdThreeDifferent.ssubw(s, d);
                    case 1109 -> SimdThreeDifferent.sabal(s, d);
                    case 1110 -> SimdThreeDifferent.sabdl(s, d);
                    case 1111 -> SimdThreeDifferent.uaddl(s, d);
                    case 1112 -> SimdThreeDifferent.uaddw(s, d);
                    case 1113 -> SimdThreeDifferent.usubl(s, d);
                    case 1114 -> SimdThreeDifferent.usubw(s, d);
                    case 1115 -> SimdThreeDifferent.uabal(s, d);
                    case 1116 -> SimdThreeDifferent.uabdl(s, d);
                    case 1117 -> SimdThreeDifferent.addhn(s, d);
                    case 1118 -> SimdThreeDifferent.raddhn(s, d);
                    case 1119 -> SimdThreeDifferent.subhn(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 70 -> {
                switch (op) {
                    case 1120 -> SimdThreeDifferent.rsubhn(s, d);
                    case 1121 -> SimdThreeDifferent.smull(s, d);
                    case 1122 -> SimdThreeDifferent.smlal(s, d);
                    case 1123 -> SimdThreeDifferent.smlsl(s, d);
                    case 1124 -> SimdThreeDifferent.umull(s, d);
                    case 1125 -> SimdThreeDifferent.umlal(s, d);
                    case 1126 -> SimdThreeDifferent.umlsl(s, d);
                    case 1127 -> SimdThreeDifferent.sqdmull(s, d);
                    case 1128 -> SimdThreeDifferent.sqdmull(s, d);
                    case 1129 -> SimdThreeDifferent.sqdmlal(s, d);
                    case 1130 -> SimdThreeDifferent.sqdmlal(s, d);
                    case 1131 -> SimdThreeDifferent.sqdmlsl(s, d);
                    case 1132 -> SimdThreeDifferent.sqdmlsl(s, d);
                    case 1133 -> SimdThreeDifferent.pmullBytes(s, d);
                    case 1134 -> SimdThreeDifferent.pmullLongs(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            default -> throw Groups.unknown(op);
        }
    }
}
