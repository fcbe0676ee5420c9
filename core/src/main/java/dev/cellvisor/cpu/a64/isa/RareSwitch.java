// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** The instructions of group RARE. */
final class RareSwitch {

    private RareSwitch() {
    }

    static long execute(Core c, long s, long d, long pc) {
        int op = (int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK;
        switch (op >>> 4) { // two levels: C1 makes a chain of comparisons of a switch
            case 70 -> {
                switch (op) {
                    case 1135 -> LogicalShiftedRight.eor32(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 71 -> {
                switch (op) {
                    case 1136 -> LogicalShiftedRight.eor32(s, d);
                    case 1137 -> LogicalShiftedRight.eor32(s, d);
                    case 1138 -> AddSubShiftedRight.add64(s, d);
                    case 1139 -> AddSubShiftedRight.add64(s, d);
                    case 1140 -> AddSubShiftedRight.sub64(s, d);
                    case 1141 -> AddSubShiftedRight.sub64(s, d);
                    case 1142 -> AddSubCarry.adc64(s, d);
                    case 1143 -> AddSubShiftedRight.subs64(s, d);
                    case 1144 -> AddSubShiftedRight.subs64(s, d);
                    case 1145 -> LogicalShiftedRight.bics32(s, d);
                    case 1146 -> LogicalShiftedRight.bics32(s, d);
                    case 1147 -> LogicalShiftedRight.bics32(s, d);
                    case 1148 -> LogicalShiftedRight.orr32(s, d);
                    case 1149 -> LogicalShiftedRight.orr32(s, d);
                    case 1150 -> LogicalShiftedRight.orr32(s, d);
                    case 1151 -> LogicalShiftedRight.eor64(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 72 -> {
                switch (op) {
                    case 1152 -> LogicalShiftedRight.eor64(s, d);
                    case 1153 -> LogicalShiftedRight.eor64(s, d);
                    case 1154 -> LoadStoreUnprivileged.sttr64(c, s, d);
                    case 1155 -> AddSubShiftedRight.subs32(s, d);
                    case 1156 -> AddSubShiftedRight.subs32(s, d);
                    case 1157 -> LoadStoreUnprivileged.ldtr64(c, s, d);
                    case 1158 -> LogicalShiftedRight.ands32(s, d);
                    case 1159 -> LogicalShiftedRight.ands32(s, d);
                    case 1160 -> LogicalShiftedRight.ands32(s, d);
                    case 1161 -> LogicalShiftedRight.orn64(s, d);
                    case 1162 -> LogicalShiftedRight.orn64(s, d);
                    case 1163 -> LogicalShiftedRight.orn64(s, d);
                    case 1164 -> AddSubCarry.adc32(s, d);
                    case 1165 -> AddSubCarry.adcs64(s, d);
                    case 1166 -> AddSubCarry.adcs32(s, d);
                    case 1167 -> AddSubCarry.sbc64(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 73 -> {
                switch (op) {
                    case 1168 -> AddSubCarry.sbc32(s, d);
                    case 1169 -> AddSubCarry.sbcs64(s, d);
                    case 1170 -> AddSubCarry.sbcs32(s, d);
                    case 1171 -> AddSubShiftedRight.add32(s, d);
                    case 1172 -> AddSubShiftedRight.add32(s, d);
                    case 1173 -> AddSubShiftedRight.adds64(s, d);
                    case 1174 -> AddSubShiftedRight.adds64(s, d);
                    case 1175 -> AddSubShiftedRight.adds32(s, d);
                    case 1176 -> AddSubShiftedRight.adds32(s, d);
                    case 1177 -> AddSubShiftedRight.sub32(s, d);
                    case 1178 -> AddSubShiftedRight.sub32(s, d);
                    case 1179 -> AtomicMemory.ldadd(c, s, d);
                    case 1180 -> AtomicMemory.ldadd(c, s, d);
                    case 1181 -> AtomicMemory.ldadd(c, s, d);
                    case 1182 -> AtomicMemory.ldadd(c, s, d);
                    case 1183 -> AtomicMemory.ldclr(c, s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 74 -> {
                switch (op) {
                    case 1184 -> AtomicMemory.ldclr(c, s, d);
                    case 1185 -> AtomicMemory.ldclr(c, s, d);
                    case 1186 -> AtomicMemory.ldclr(c, s, d);
                    case 1187 -> AtomicMemory.ldeor(c, s, d);
                    case 1188 -> AtomicMemory.ldeor(c, s, d);
                    case 1189 -> AtomicMemory.ldeor(c, s, d);
                    case 1190 -> AtomicMemory.ldeor(c, s, d);
                    case 1191 -> AtomicMemory.ldset(c, s, d);
                    case 1192 -> AtomicMemory.ldset(c, s, d);
                    case 1193 -> AtomicMemory.ldset(c, s, d);
                    case 1194 -> AtomicMemory.ldset(c, s, d);
                    case 1195 -> AtomicMemory.ldsmax(c, s, d);
                    case 1196 -> AtomicMemory.ldsmax(c, s, d);
                    case 1197 -> AtomicMemory.ldsmax(c, s, d);
                    case 1198 -> AtomicMemory.ldsmax(c, s, d);
                    case 1199 -> AtomicMemory.ldsmin(c, s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 75 -> {
                switch (op) {
                    case 1200 -> AtomicMemory.ldsmin(c, s, d);
                    case 1201 -> AtomicMemory.ldsmin(c, s, d);
                    case 1202 -> AtomicMemory.ldsmin(c, s, d);
                    case 1203 -> AtomicMemory.ldumax(c, s, d);
                    case 1204 -> AtomicMemory.ldumax(c, s, d);
                    case 1205 -> AtomicMemory.ldumax(c, s, d);
                    case 1206 -> AtomicMemory.ldumax(c, s, d);
                    case 1207 -> AtomicMemory.ldumin(c, s, d);
                    case 1208 -> AtomicMemory.ldumin(c, s, d);
                    case 1209 -> AtomicMemory.ldumin(c, s, d);
                    case 1210 -> AtomicMemory.ldumin(c, s, d);
                    case 1211 -> AtomicMemory.swp(c, s, d);
                    case 1212 -> AtomicMemory.swp(c, s, d);
                    case 1213 -> AtomicMemory.swp(c, s, d);
                    case 1214 -> AtomicMemory.swp(c, s, d);
                    case 1215 -> CompareAndSwap.cas(c, s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 76 -> {
                switch (op) {
                    case 1216 -> CompareAndSwap.cas(c, s, d);
                    case 1217 -> CompareAndSwap.cas(c, s, d);
                    case 1218 -> CompareAndSwap.cas(c, s, d);
                    case 1219 -> CompareAndSwap.casp32(c, s, d);
                    case 1220 -> CompareAndSwap.casp64(c, s, d);
                    case 1221 -> Crc32.crc32(s, d);
                    case 1222 -> Crc32.crc32(s, d);
                    case 1223 -> Crc32.crc32(s, d);
                    case 1224 -> Crc32.crc32(s, d);
                    case 1225 -> Crc32.crc32c(s, d);
                    case 1226 -> Crc32.crc32c(s, d);
                    case 1227 -> Crc32.crc32c(s, d);
                    case 1228 -> Crc32.crc32c(s, d);
                    case 1229 -> FlagManipulation.rmif(s, d);
                    case 1230 -> FlagManipulation.setf8(s, d);
                    case 1231 -> FlagManipulation.setf16(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 77 -> {
                switch (op) {
                    case 1232 -> FlagManipulation.cfinv(s, d);
                    case 1233 -> FlagManipulation.xaflag(s, d);
                    case 1234 -> FlagManipulation.axflag(s, d);
                    case 1235 -> LoadStoreRcpcUnscaled.stlurb(c, s, d);
                    case 1236 -> LoadStoreRcpcUnscaled.ldapurb(c, s, d);
                    case 1237 -> LoadStoreRcpcUnscaled.ldapursb64(c, s, d);
                    case 1238 -> LoadStoreRcpcUnscaled.ldapursb32(c, s, d);
                    case 1239 -> LoadStoreRcpcUnscaled.stlurh(c, s, d);
                    case 1240 -> LoadStoreRcpcUnscaled.ldapurh(c, s, d);
                    case 1241 -> LoadStoreRcpcUnscaled.ldapursh64(c, s, d);
                    case 1242 -> LoadStoreRcpcUnscaled.ldapursh32(c, s, d);
                    case 1243 -> LoadStoreRcpcUnscaled.stlur32(c, s, d);
                    case 1244 -> LoadStoreRcpcUnscaled.ldapur32(c, s, d);
                    case 1245 -> LoadStoreRcpcUnscaled.ldapursw(c, s, d);
                    case 1246 -> LoadStoreRcpcUnscaled.stlur64(c, s, d);
                    case 1247 -> LoadStoreRcpcUnscaled.ldapur64(c, s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 78 -> {
                switch (op) {
                    case 1248 -> LoadStoreUnprivileged.sttrb(c, s, d);
                    case 1249 -> LoadStoreUnprivileged.ldtrb(c, s, d);
                    case 1250 -> LoadStoreUnprivileged.ldtrsb64(c, s, d);
                    case 1251 -> LoadStoreUnprivileged.ldtrsb32(c, s, d);
                    case 1252 -> LoadStoreUnprivileged.sttrh(c, s, d);
                    case 1253 -> LoadStoreUnprivileged.ldtrh(c, s, d);
                    case 1254 -> LoadStoreUnprivileged.ldtrsh64(c, s, d);
                    case 1255 -> LoadStoreUnprivileged.ldtrsh32(c, s, d);
                    case 1256 -> LoadStoreUnprivileged.sttr32(c, s, d);
                    case 1257 -> LoadStoreUnprivileged.ldtr32(c, s, d);
                    case 1258 -> LoadStoreUnprivileged.ldtrsw(c, s, d);
                    case 1259 -> LogicalShiftedRight.and64(s, d);
                    case 1260 -> LogicalShiftedRight.and64(s, d);
                    case 1261 -> LogicalShiftedRight.and64(s, d);
                    case 1262 -> LogicalShiftedRight.and32(s, d);
                    case 1263 -> LogicalShiftedRight.and32(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 79 -> {
                switch (op) {
                    case 1264 -> LogicalShiftedRight.and32(s, d);
                    case 1265 -> LogicalShiftedRight.bic64(s, d);
                    case 1266 -> LogicalShiftedRight.bic64(s, d);
                    case 1267 -> LogicalShiftedRight.bic64(s, d);
                    case 1268 -> LogicalShiftedRight.bic32(s, d);
                    case 1269 -> LogicalShiftedRight.bic32(s, d);
                    case 1270 -> LogicalShiftedRight.bic32(s, d);
                    case 1271 -> LogicalShiftedRight.orr64(s, d);
                    case 1272 -> LogicalShiftedRight.orr64(s, d);
                    case 1273 -> LogicalShiftedRight.orr64(s, d);
                    case 1274 -> LogicalShiftedRight.orn32(s, d);
                    case 1275 -> LogicalShiftedRight.orn32(s, d);
                    case 1276 -> LogicalShiftedRight.orn32(s, d);
                    case 1277 -> LogicalShiftedRight.eon64(s, d);
                    case 1278 -> LogicalShiftedRight.eon64(s, d);
                    case 1279 -> LogicalShiftedRight.eon64(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 80 -> {
                switch (op) {
                    case 1280 -> LogicalShiftedRight.eon32(s, d);
                    case 1281 -> LogicalShiftedRight.eon32(s, d);
                    case 1282 -> LogicalShiftedRight.eon32(s, d);
                    case 1283 -> LogicalShiftedRight.ands64(s, d);
                    case 1284 -> LogicalShiftedRight.ands64(s, d);
                    case 1285 -> LogicalShiftedRight.ands64(s, d);
                    case 1286 -> LogicalShiftedRight.bics64(s, d);
                    case 1287 -> LogicalShiftedRight.bics64(s, d);
                    case 1288 -> LogicalShiftedRight.bics64(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            default -> throw Groups.unknown(op);
        }
        return pc + 4;
    }
}
