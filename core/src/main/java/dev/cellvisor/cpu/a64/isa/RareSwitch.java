// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** The instructions of group RARE. */
final class RareSwitch {

    private RareSwitch() {
    }

    static long execute(Core c, long s, long d, long pc) {
        switch ((int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK) {
            case 1085, 1086, 1087 -> LogicalShiftedRight.eor32(s, d);
            case 1088, 1089 -> AddSubShiftedRight.add64(s, d);
            case 1090, 1091 -> AddSubShiftedRight.sub64(s, d);
            case 1092 -> AddSubCarry.adc64(s, d);
            case 1093, 1094 -> AddSubShiftedRight.subs64(s, d);
            case 1095, 1096, 1097 -> LogicalShiftedRight.bics32(s, d);
            case 1098, 1099, 1100 -> LogicalShiftedRight.orr32(s, d);
            case 1101, 1102, 1103 -> LogicalShiftedRight.eor64(s, d);
            case 1104 -> LoadStoreUnprivileged.sttr64(c, s, d);
            case 1105, 1106 -> AddSubShiftedRight.subs32(s, d);
            case 1107 -> LoadStoreUnprivileged.ldtr64(c, s, d);
            case 1108, 1109, 1110 -> LogicalShiftedRight.ands32(s, d);
            case 1111, 1112, 1113 -> LogicalShiftedRight.orn64(s, d);
            case 1114 -> AddSubCarry.adc32(s, d);
            case 1115 -> AddSubCarry.adcs64(s, d);
            case 1116 -> AddSubCarry.adcs32(s, d);
            case 1117 -> AddSubCarry.sbc64(s, d);
            case 1118 -> AddSubCarry.sbc32(s, d);
            case 1119 -> AddSubCarry.sbcs64(s, d);
            case 1120 -> AddSubCarry.sbcs32(s, d);
            case 1121, 1122 -> AddSubShiftedRight.add32(s, d);
            case 1123, 1124 -> AddSubShiftedRight.adds64(s, d);
            case 1125, 1126 -> AddSubShiftedRight.adds32(s, d);
            case 1127, 1128 -> AddSubShiftedRight.sub32(s, d);
            case 1129, 1130, 1131, 1132 -> AtomicMemory.ldadd(c, s, d);
            case 1133, 1134, 1135, 1136 -> AtomicMemory.ldclr(c, s, d);
            case 1137, 1138, 1139, 1140 -> AtomicMemory.ldeor(c, s, d);
            case 1141, 1142, 1143, 1144 -> AtomicMemory.ldset(c, s, d);
            case 1145, 1146, 1147, 1148 -> AtomicMemory.ldsmax(c, s, d);
            case 1149, 1150, 1151, 1152 -> AtomicMemory.ldsmin(c, s, d);
            case 1153, 1154, 1155, 1156 -> AtomicMemory.ldumax(c, s, d);
            case 1157, 1158, 1159, 1160 -> AtomicMemory.ldumin(c, s, d);
            case 1161, 1162, 1163, 1164 -> AtomicMemory.swp(c, s, d);
            case 1165, 1166, 1167, 1168 -> CompareAndSwap.cas(c, s, d);
            case 1169 -> CompareAndSwap.casp32(c, s, d);
            case 1170 -> CompareAndSwap.casp64(c, s, d);
            case 1171, 1172, 1173, 1174 -> Crc32.crc32(s, d);
            case 1175, 1176, 1177, 1178 -> Crc32.crc32c(s, d);
            case 1179 -> FlagManipulation.rmif(s, d);
            case 1180 -> FlagManipulation.setf8(s, d);
            case 1181 -> FlagManipulation.setf16(s, d);
            case 1182 -> FlagManipulation.cfinv(s, d);
            case 1183 -> FlagManipulation.xaflag(s, d);
            case 1184 -> FlagManipulation.axflag(s, d);
            case 1185 -> LoadStoreRcpcUnscaled.stlurb(c, s, d);
            case 1186 -> LoadStoreRcpcUnscaled.ldapurb(c, s, d);
            case 1187 -> LoadStoreRcpcUnscaled.ldapursb64(c, s, d);
            case 1188 -> LoadStoreRcpcUnscaled.ldapursb32(c, s, d);
            case 1189 -> LoadStoreRcpcUnscaled.stlurh(c, s, d);
            case 1190 -> LoadStoreRcpcUnscaled.ldapurh(c, s, d);
            case 1191 -> LoadStoreRcpcUnscaled.ldapursh64(c, s, d);
            case 1192 -> LoadStoreRcpcUnscaled.ldapursh32(c, s, d);
            case 1193 -> LoadStoreRcpcUnscaled.stlur32(c, s, d);
            case 1194 -> LoadStoreRcpcUnscaled.ldapur32(c, s, d);
            case 1195 -> LoadStoreRcpcUnscaled.ldapursw(c, s, d);
            case 1196 -> LoadStoreRcpcUnscaled.stlur64(c, s, d);
            case 1197 -> LoadStoreRcpcUnscaled.ldapur64(c, s, d);
            case 1198 -> LoadStoreUnprivileged.sttrb(c, s, d);
            case 1199 -> LoadStoreUnprivileged.ldtrb(c, s, d);
            case 1200 -> LoadStoreUnprivileged.ldtrsb64(c, s, d);
            case 1201 -> LoadStoreUnprivileged.ldtrsb32(c, s, d);
            case 1202 -> LoadStoreUnprivileged.sttrh(c, s, d);
            case 1203 -> LoadStoreUnprivileged.ldtrh(c, s, d);
            case 1204 -> LoadStoreUnprivileged.ldtrsh64(c, s, d);
            case 1205 -> LoadStoreUnprivileged.ldtrsh32(c, s, d);
            case 1206 -> LoadStoreUnprivileged.sttr32(c, s, d);
            case 1207 -> LoadStoreUnprivileged.ldtr32(c, s, d);
            case 1208 -> LoadStoreUnprivileged.ldtrsw(c, s, d);
            case 1209, 1210, 1211 -> LogicalShiftedRight.and64(s, d);
            case 1212, 1213, 1214 -> LogicalShiftedRight.and32(s, d);
            case 1215, 1216, 1217 -> LogicalShiftedRight.bic64(s, d);
            case 1218, 1219, 1220 -> LogicalShiftedRight.bic32(s, d);
            case 1221, 1222, 1223 -> LogicalShiftedRight.orr64(s, d);
            case 1224, 1225, 1226 -> LogicalShiftedRight.orn32(s, d);
            case 1227, 1228, 1229 -> LogicalShiftedRight.eon64(s, d);
            case 1230, 1231, 1232 -> LogicalShiftedRight.eon32(s, d);
            case 1233, 1234, 1235 -> LogicalShiftedRight.ands64(s, d);
            case 1236, 1237, 1238 -> LogicalShiftedRight.bics64(s, d);
            default -> throw new IllegalStateException("operation " + (d >>> Regs.OP_SHIFT & Regs.OP_MASK) + " is in no group");
        }
        return pc + 4;
    }
}
