// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** The instructions of group RARE. */
final class RareSwitch {

    private RareSwitch() {
    }

    static long execute(Core c, long s, long d, long pc) {
        switch ((int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK) {
            case 1133, 1134, 1135 -> LogicalShiftedRight.eor32(s, d);
            case 1136, 1137 -> AddSubShiftedRight.add64(s, d);
            case 1138, 1139 -> AddSubShiftedRight.sub64(s, d);
            case 1140 -> AddSubCarry.adc64(s, d);
            case 1141, 1142 -> AddSubShiftedRight.subs64(s, d);
            case 1143, 1144, 1145 -> LogicalShiftedRight.bics32(s, d);
            case 1146, 1147, 1148 -> LogicalShiftedRight.orr32(s, d);
            case 1149, 1150, 1151 -> LogicalShiftedRight.eor64(s, d);
            case 1152 -> LoadStoreUnprivileged.sttr64(c, s, d);
            case 1153, 1154 -> AddSubShiftedRight.subs32(s, d);
            case 1155 -> LoadStoreUnprivileged.ldtr64(c, s, d);
            case 1156, 1157, 1158 -> LogicalShiftedRight.ands32(s, d);
            case 1159, 1160, 1161 -> LogicalShiftedRight.orn64(s, d);
            case 1162 -> AddSubCarry.adc32(s, d);
            case 1163 -> AddSubCarry.adcs64(s, d);
            case 1164 -> AddSubCarry.adcs32(s, d);
            case 1165 -> AddSubCarry.sbc64(s, d);
            case 1166 -> AddSubCarry.sbc32(s, d);
            case 1167 -> AddSubCarry.sbcs64(s, d);
            case 1168 -> AddSubCarry.sbcs32(s, d);
            case 1169, 1170 -> AddSubShiftedRight.add32(s, d);
            case 1171, 1172 -> AddSubShiftedRight.adds64(s, d);
            case 1173, 1174 -> AddSubShiftedRight.adds32(s, d);
            case 1175, 1176 -> AddSubShiftedRight.sub32(s, d);
            case 1177, 1178, 1179, 1180 -> AtomicMemory.ldadd(c, s, d);
            case 1181, 1182, 1183, 1184 -> AtomicMemory.ldclr(c, s, d);
            case 1185, 1186, 1187, 1188 -> AtomicMemory.ldeor(c, s, d);
            case 1189, 1190, 1191, 1192 -> AtomicMemory.ldset(c, s, d);
            case 1193, 1194, 1195, 1196 -> AtomicMemory.ldsmax(c, s, d);
            case 1197, 1198, 1199, 1200 -> AtomicMemory.ldsmin(c, s, d);
            case 1201, 1202, 1203, 1204 -> AtomicMemory.ldumax(c, s, d);
            case 1205, 1206, 1207, 1208 -> AtomicMemory.ldumin(c, s, d);
            case 1209, 1210, 1211, 1212 -> AtomicMemory.swp(c, s, d);
            case 1213, 1214, 1215, 1216 -> CompareAndSwap.cas(c, s, d);
            case 1217 -> CompareAndSwap.casp32(c, s, d);
            case 1218 -> CompareAndSwap.casp64(c, s, d);
            case 1219, 1220, 1221, 1222 -> Crc32.crc32(s, d);
            case 1223, 1224, 1225, 1226 -> Crc32.crc32c(s, d);
            case 1227 -> FlagManipulation.rmif(s, d);
            case 1228 -> FlagManipulation.setf8(s, d);
            case 1229 -> FlagManipulation.setf16(s, d);
            case 1230 -> FlagManipulation.cfinv(s, d);
            case 1231 -> FlagManipulation.xaflag(s, d);
            case 1232 -> FlagManipulation.axflag(s, d);
            case 1233 -> LoadStoreRcpcUnscaled.stlurb(c, s, d);
            case 1234 -> LoadStoreRcpcUnscaled.ldapurb(c, s, d);
            case 1235 -> LoadStoreRcpcUnscaled.ldapursb64(c, s, d);
            case 1236 -> LoadStoreRcpcUnscaled.ldapursb32(c, s, d);
            case 1237 -> LoadStoreRcpcUnscaled.stlurh(c, s, d);
            case 1238 -> LoadStoreRcpcUnscaled.ldapurh(c, s, d);
            case 1239 -> LoadStoreRcpcUnscaled.ldapursh64(c, s, d);
            case 1240 -> LoadStoreRcpcUnscaled.ldapursh32(c, s, d);
            case 1241 -> LoadStoreRcpcUnscaled.stlur32(c, s, d);
            case 1242 -> LoadStoreRcpcUnscaled.ldapur32(c, s, d);
            case 1243 -> LoadStoreRcpcUnscaled.ldapursw(c, s, d);
            case 1244 -> LoadStoreRcpcUnscaled.stlur64(c, s, d);
            case 1245 -> LoadStoreRcpcUnscaled.ldapur64(c, s, d);
            case 1246 -> LoadStoreUnprivileged.sttrb(c, s, d);
            case 1247 -> LoadStoreUnprivileged.ldtrb(c, s, d);
            case 1248 -> LoadStoreUnprivileged.ldtrsb64(c, s, d);
            case 1249 -> LoadStoreUnprivileged.ldtrsb32(c, s, d);
            case 1250 -> LoadStoreUnprivileged.sttrh(c, s, d);
            case 1251 -> LoadStoreUnprivileged.ldtrh(c, s, d);
            case 1252 -> LoadStoreUnprivileged.ldtrsh64(c, s, d);
            case 1253 -> LoadStoreUnprivileged.ldtrsh32(c, s, d);
            case 1254 -> LoadStoreUnprivileged.sttr32(c, s, d);
            case 1255 -> LoadStoreUnprivileged.ldtr32(c, s, d);
            case 1256 -> LoadStoreUnprivileged.ldtrsw(c, s, d);
            case 1257, 1258, 1259 -> LogicalShiftedRight.and64(s, d);
            case 1260, 1261, 1262 -> LogicalShiftedRight.and32(s, d);
            case 1263, 1264, 1265 -> LogicalShiftedRight.bic64(s, d);
            case 1266, 1267, 1268 -> LogicalShiftedRight.bic32(s, d);
            case 1269, 1270, 1271 -> LogicalShiftedRight.orr64(s, d);
            case 1272, 1273, 1274 -> LogicalShiftedRight.orn32(s, d);
            case 1275, 1276, 1277 -> LogicalShiftedRight.eon64(s, d);
            case 1278, 1279, 1280 -> LogicalShiftedRight.eon32(s, d);
            case 1281, 1282, 1283 -> LogicalShiftedRight.ands64(s, d);
            case 1284, 1285, 1286 -> LogicalShiftedRight.bics64(s, d);
            default -> throw new IllegalStateException("operation " + (d >>> Regs.OP_SHIFT & Regs.OP_MASK) + " is in no group");
        }
        return pc + 4;
    }
}
