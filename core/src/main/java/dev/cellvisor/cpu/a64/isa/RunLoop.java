// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.state.A64State.BUDGET;
import static dev.cellvisor.cpu.a64.state.A64State.PC;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

/**
 * The interpreter. One method, kept under HotSpot's limit of 8000 bytes of bytecode, since a longer one is never compiled. The budget
 * lives in the state block, so that it is exact wherever an instruction leaves the fast path, and setting it to 0 there ends the loop.
 */
public final class RunLoop {

    private RunLoop() {
    }

    private static void setPc(long s, long pc) {
        setLong(s + PC, pc);
    }

    /** Executes until the budget is used up. A guest exception leaves by {@link GuestException}, with the state already in its handler. */
    public static void run(CodePages pages, Core c, long s) {
        while (true) {
            if (getLong(s + BUDGET) <= 0) {
                return;
            }
            long pc = getLong(s + PC);
            long[] code = pages.at(pc);
            long page = pc & -4096;
            int i = (int) (pc >>> 2) & 1023;
            while (true) {
                long here = page + (i << 2);
                setLong(s + PC, here);
                long budget = getLong(s + BUDGET);
                if (budget <= 0) {
                    return;
                }
                setLong(s + BUDGET, budget - 1);
                long d = code[i];
                long next;
                switch ((int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK) {
                    case Decoder.UNDECODED -> {
                        setLong(s + BUDGET, budget);
                        pages.decode(code, i);
                        continue;
                    }
                    case Decoder.PAGE_END -> {
                        setLong(s + BUDGET, budget);
                        next = page + 4096;
                    }
                    case Decoder.BREAKPOINT -> {
                        setLong(s + BUDGET, budget);
                        pages.breakpoint();
                        return;
                    }
                    case Decoder.UNDEFINED -> {
                        throw c.undefined();
                    }
                    case 4 -> {
                        AddSubExtended.add64(s, d);
                        i++;
                        continue;
                    }
                    case 5 -> {
                        AddSubExtended.add32(s, d);
                        i++;
                        continue;
                    }
                    case 6 -> {
                        AddSubExtended.adds64(s, d);
                        i++;
                        continue;
                    }
                    case 7 -> {
                        AddSubExtended.adds32(s, d);
                        i++;
                        continue;
                    }
                    case 8 -> {
                        AddSubExtended.sub64(s, d);
                        i++;
                        continue;
                    }
                    case 9 -> {
                        AddSubExtended.sub32(s, d);
                        i++;
                        continue;
                    }
                    case 10 -> {
                        AddSubExtended.subs64(s, d);
                        i++;
                        continue;
                    }
                    case 11 -> {
                        AddSubExtended.subs32(s, d);
                        i++;
                        continue;
                    }
                    case 12 -> {
                        AddSubImmediate.add64(s, d);
                        i++;
                        continue;
                    }
                    case 13 -> {
                        AddSubImmediate.add32(s, d);
                        i++;
                        continue;
                    }
                    case 14 -> {
                        AddSubImmediate.adds64(s, d);
                        i++;
                        continue;
                    }
                    case 15 -> {
                        AddSubImmediate.adds32(s, d);
                        i++;
                        continue;
                    }
                    case 16 -> {
                        AddSubImmediate.sub64(s, d);
                        i++;
                        continue;
                    }
                    case 17 -> {
                        AddSubImmediate.sub32(s, d);
                        i++;
                        continue;
                    }
                    case 18 -> {
                        AddSubImmediate.subs64(s, d);
                        i++;
                        continue;
                    }
                    case 19 -> {
                        AddSubImmediate.subs32(s, d);
                        i++;
                        continue;
                    }
                    case 20 -> {
                        AddSubShifted.add64(s, d);
                        i++;
                        continue;
                    }
                    case 21 -> {
                        AddSubShifted.add32(s, d);
                        i++;
                        continue;
                    }
                    case 22 -> {
                        AddSubShifted.adds64(s, d);
                        i++;
                        continue;
                    }
                    case 23 -> {
                        AddSubShifted.adds32(s, d);
                        i++;
                        continue;
                    }
                    case 24 -> {
                        AddSubShifted.sub64(s, d);
                        i++;
                        continue;
                    }
                    case 25 -> {
                        AddSubShifted.sub32(s, d);
                        i++;
                        continue;
                    }
                    case 26 -> {
                        AddSubShifted.subs64(s, d);
                        i++;
                        continue;
                    }
                    case 27 -> {
                        AddSubShifted.subs32(s, d);
                        i++;
                        continue;
                    }
                    case 28 -> {
                        Bitfield.sbfm64(s, d);
                        i++;
                        continue;
                    }
                    case 29 -> {
                        Bitfield.sbfm32(s, d);
                        i++;
                        continue;
                    }
                    case 30 -> {
                        Bitfield.bfm64(s, d);
                        i++;
                        continue;
                    }
                    case 31 -> {
                        Bitfield.bfm32(s, d);
                        i++;
                        continue;
                    }
                    case 32 -> {
                        Bitfield.ubfm64(s, d);
                        i++;
                        continue;
                    }
                    case 33 -> {
                        Bitfield.ubfm32(s, d);
                        i++;
                        continue;
                    }
                    case 34 -> {
                        next = Branch.b(s, d, here);
                    }
                    case 35 -> {
                        next = Branch.bl(s, d, here);
                    }
                    case 36 -> {
                        next = Branch.br(s, d, here);
                    }
                    case 37 -> {
                        next = Branch.blr(s, d, here);
                    }
                    case 38 -> {
                        next = Branch.ret(s, d, here);
                    }
                    case 39 -> {
                        next = CompareBranch.cbz64(s, d, here);
                    }
                    case 40 -> {
                        next = CompareBranch.cbz32(s, d, here);
                    }
                    case 41 -> {
                        next = CompareBranch.cbnz64(s, d, here);
                    }
                    case 42 -> {
                        next = CompareBranch.cbnz32(s, d, here);
                    }
                    case 43, 44 -> {
                        next = CompareBranch.tbz(s, d, here);
                    }
                    case 45, 46 -> {
                        next = CompareBranch.tbnz(s, d, here);
                    }
                    case 47 -> {
                        next = ConditionalBranch.eq(s, d, here);
                    }
                    case 48 -> {
                        next = ConditionalBranch.ne(s, d, here);
                    }
                    case 49 -> {
                        next = ConditionalBranch.cs(s, d, here);
                    }
                    case 50 -> {
                        next = ConditionalBranch.cc(s, d, here);
                    }
                    case 51 -> {
                        next = ConditionalBranch.mi(s, d, here);
                    }
                    case 52 -> {
                        next = ConditionalBranch.pl(s, d, here);
                    }
                    case 53 -> {
                        next = ConditionalBranch.vs(s, d, here);
                    }
                    case 54 -> {
                        next = ConditionalBranch.vc(s, d, here);
                    }
                    case 55 -> {
                        next = ConditionalBranch.hi(s, d, here);
                    }
                    case 56 -> {
                        next = ConditionalBranch.ls(s, d, here);
                    }
                    case 57 -> {
                        next = ConditionalBranch.ge(s, d, here);
                    }
                    case 58 -> {
                        next = ConditionalBranch.lt(s, d, here);
                    }
                    case 59 -> {
                        next = ConditionalBranch.gt(s, d, here);
                    }
                    case 60 -> {
                        next = ConditionalBranch.le(s, d, here);
                    }
                    case 61, 62 -> {
                        next = ConditionalBranch.always(s, d, here);
                    }
                    case 63 -> {
                        ConditionalCompare.ccmn64(s, d);
                        i++;
                        continue;
                    }
                    case 64 -> {
                        ConditionalCompare.ccmn32(s, d);
                        i++;
                        continue;
                    }
                    case 65 -> {
                        ConditionalCompare.ccmp64(s, d);
                        i++;
                        continue;
                    }
                    case 66 -> {
                        ConditionalCompare.ccmp32(s, d);
                        i++;
                        continue;
                    }
                    case 67 -> {
                        ConditionalCompare.ccmnImmediate64(s, d);
                        i++;
                        continue;
                    }
                    case 68 -> {
                        ConditionalCompare.ccmnImmediate32(s, d);
                        i++;
                        continue;
                    }
                    case 69 -> {
                        ConditionalCompare.ccmpImmediate64(s, d);
                        i++;
                        continue;
                    }
                    case 70 -> {
                        ConditionalCompare.ccmpImmediate32(s, d);
                        i++;
                        continue;
                    }
                    case 71 -> {
                        ConditionalSelect.csel64(s, d);
                        i++;
                        continue;
                    }
                    case 72 -> {
                        ConditionalSelect.csel32(s, d);
                        i++;
                        continue;
                    }
                    case 73 -> {
                        ConditionalSelect.csinc64(s, d);
                        i++;
                        continue;
                    }
                    case 74 -> {
                        ConditionalSelect.csinc32(s, d);
                        i++;
                        continue;
                    }
                    case 75 -> {
                        ConditionalSelect.csinv64(s, d);
                        i++;
                        continue;
                    }
                    case 76 -> {
                        ConditionalSelect.csinv32(s, d);
                        i++;
                        continue;
                    }
                    case 77 -> {
                        ConditionalSelect.csneg64(s, d);
                        i++;
                        continue;
                    }
                    case 78 -> {
                        ConditionalSelect.csneg32(s, d);
                        i++;
                        continue;
                    }
                    case 79 -> {
                        DataProcessing1.rbit64(s, d);
                        i++;
                        continue;
                    }
                    case 80 -> {
                        DataProcessing1.rbit32(s, d);
                        i++;
                        continue;
                    }
                    case 81 -> {
                        DataProcessing1.rev16On64(s, d);
                        i++;
                        continue;
                    }
                    case 82 -> {
                        DataProcessing1.rev16On32(s, d);
                        i++;
                        continue;
                    }
                    case 83 -> {
                        DataProcessing1.rev32On64(s, d);
                        i++;
                        continue;
                    }
                    case 84 -> {
                        DataProcessing1.rev32(s, d);
                        i++;
                        continue;
                    }
                    case 85 -> {
                        DataProcessing1.rev64(s, d);
                        i++;
                        continue;
                    }
                    case 86 -> {
                        DataProcessing1.clz64(s, d);
                        i++;
                        continue;
                    }
                    case 87 -> {
                        DataProcessing1.clz32(s, d);
                        i++;
                        continue;
                    }
                    case 88 -> {
                        DataProcessing1.cls64(s, d);
                        i++;
                        continue;
                    }
                    case 89 -> {
                        DataProcessing1.cls32(s, d);
                        i++;
                        continue;
                    }
                    case 90 -> {
                        DataProcessing2.udiv64(s, d);
                        i++;
                        continue;
                    }
                    case 91 -> {
                        DataProcessing2.udiv32(s, d);
                        i++;
                        continue;
                    }
                    case 92 -> {
                        DataProcessing2.sdiv64(s, d);
                        i++;
                        continue;
                    }
                    case 93 -> {
                        DataProcessing2.sdiv32(s, d);
                        i++;
                        continue;
                    }
                    case 94 -> {
                        DataProcessing2.lslv64(s, d);
                        i++;
                        continue;
                    }
                    case 95 -> {
                        DataProcessing2.lslv32(s, d);
                        i++;
                        continue;
                    }
                    case 96 -> {
                        DataProcessing2.lsrv64(s, d);
                        i++;
                        continue;
                    }
                    case 97 -> {
                        DataProcessing2.lsrv32(s, d);
                        i++;
                        continue;
                    }
                    case 98 -> {
                        DataProcessing2.asrv64(s, d);
                        i++;
                        continue;
                    }
                    case 99 -> {
                        DataProcessing2.asrv32(s, d);
                        i++;
                        continue;
                    }
                    case 100 -> {
                        DataProcessing2.rorv64(s, d);
                        i++;
                        continue;
                    }
                    case 101 -> {
                        DataProcessing2.rorv32(s, d);
                        i++;
                        continue;
                    }
                    case 102 -> {
                        DataProcessing3.madd64(s, d);
                        i++;
                        continue;
                    }
                    case 103 -> {
                        DataProcessing3.madd32(s, d);
                        i++;
                        continue;
                    }
                    case 104 -> {
                        DataProcessing3.msub64(s, d);
                        i++;
                        continue;
                    }
                    case 105 -> {
                        DataProcessing3.msub32(s, d);
                        i++;
                        continue;
                    }
                    case 106 -> {
                        DataProcessing3.smaddl(s, d);
                        i++;
                        continue;
                    }
                    case 107 -> {
                        DataProcessing3.smsubl(s, d);
                        i++;
                        continue;
                    }
                    case 108 -> {
                        DataProcessing3.smulh(s, d);
                        i++;
                        continue;
                    }
                    case 109 -> {
                        DataProcessing3.umaddl(s, d);
                        i++;
                        continue;
                    }
                    case 110 -> {
                        DataProcessing3.umsubl(s, d);
                        i++;
                        continue;
                    }
                    case 111 -> {
                        DataProcessing3.umulh(s, d);
                        i++;
                        continue;
                    }
                    case 112 -> {
                        setPc(s, ExceptionGeneration.svc(c, s, d, here));
                        next = -1;
                    }
                    case 113 -> {
                        setPc(s, ExceptionGeneration.hvc(c, s, d, here));
                        next = -1;
                    }
                    case 114 -> {
                        setPc(s, ExceptionGeneration.smc(c, s, d, here));
                        next = -1;
                    }
                    case 115 -> {
                        setPc(s, ExceptionGeneration.brk(c, s, d, here));
                        next = -1;
                    }
                    case 116 -> {
                        setPc(s, ExceptionGeneration.hlt(c, s, d, here));
                        next = -1;
                    }
                    case 117, 118, 119, 120, 121 -> {
                        setPc(s, ExceptionGeneration.undefined(c, s, d, here));
                        next = -1;
                    }
                    case 122 -> {
                        setPc(s, ExceptionGeneration.eret(c, s, d, here));
                        next = -1;
                    }
                    case 123, 124 -> {
                        Exclusive.ldxr8(c, s, d);
                        i++;
                        continue;
                    }
                    case 125, 126 -> {
                        Exclusive.ldxr16(c, s, d);
                        i++;
                        continue;
                    }
                    case 127, 128 -> {
                        Exclusive.ldxr32(c, s, d);
                        i++;
                        continue;
                    }
                    case 129, 130 -> {
                        Exclusive.ldxr64(c, s, d);
                        i++;
                        continue;
                    }
                    case 131, 132 -> {
                        Exclusive.stxr8(c, s, d);
                        i++;
                        continue;
                    }
                    case 133, 134 -> {
                        Exclusive.stxr16(c, s, d);
                        i++;
                        continue;
                    }
                    case 135, 136 -> {
                        Exclusive.stxr32(c, s, d);
                        i++;
                        continue;
                    }
                    case 137, 138 -> {
                        Exclusive.stxr64(c, s, d);
                        i++;
                        continue;
                    }
                    case 139, 140 -> {
                        Exclusive.ldxp32(c, s, d);
                        i++;
                        continue;
                    }
                    case 141, 142 -> {
                        Exclusive.ldxp64(c, s, d);
                        i++;
                        continue;
                    }
                    case 143, 144 -> {
                        Exclusive.stxp32(c, s, d);
                        i++;
                        continue;
                    }
                    case 145, 146 -> {
                        Exclusive.stxp64(c, s, d);
                        i++;
                        continue;
                    }
                    case 147 -> {
                        Extract.extr64(s, d);
                        i++;
                        continue;
                    }
                    case 148 -> {
                        Extract.extr32(s, d);
                        i++;
                        continue;
                    }
                    case 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176 -> {
                        Hints.nothing(s, d);
                        i++;
                        continue;
                    }
                    case 177 -> {
                        Hints.clrex(s, d);
                        i++;
                        continue;
                    }
                    case 178 -> {
                        Hints.sevl(s, d);
                        i++;
                        continue;
                    }
                    case 179 -> {
                        setPc(s, Hints.yield(c, s, d, here));
                        next = -1;
                    }
                    case 180 -> {
                        setPc(s, Hints.wfe(c, s, d, here));
                        next = -1;
                    }
                    case 181 -> {
                        setPc(s, Hints.wfi(c, s, d, here));
                        next = -1;
                    }
                    case 182 -> {
                        setPc(s, Hints.sev(c, s, d, here));
                        next = -1;
                    }
                    case 183 -> {
                        LoadLiteral.ldr32(c, s, d);
                        i++;
                        continue;
                    }
                    case 184 -> {
                        LoadLiteral.ldr64(c, s, d);
                        i++;
                        continue;
                    }
                    case 185 -> {
                        LoadLiteral.ldrsw(c, s, d);
                        i++;
                        continue;
                    }
                    case 186 -> {
                        LoadLiteral.prfm(s, d);
                        i++;
                        continue;
                    }
                    case 187, 188 -> {
                        LoadStoreIndexed.strb(c, s, d);
                        i++;
                        continue;
                    }
                    case 189, 190 -> {
                        LoadStoreIndexed.ldrb(c, s, d);
                        i++;
                        continue;
                    }
                    case 191, 192 -> {
                        LoadStoreIndexed.ldrsb64(c, s, d);
                        i++;
                        continue;
                    }
                    case 193, 194 -> {
                        LoadStoreIndexed.ldrsb32(c, s, d);
                        i++;
                        continue;
                    }
                    case 195, 196 -> {
                        LoadStoreIndexed.strh(c, s, d);
                        i++;
                        continue;
                    }
                    case 197, 198 -> {
                        LoadStoreIndexed.ldrh(c, s, d);
                        i++;
                        continue;
                    }
                    case 199, 200 -> {
                        LoadStoreIndexed.ldrsh64(c, s, d);
                        i++;
                        continue;
                    }
                    case 201, 202 -> {
                        LoadStoreIndexed.ldrsh32(c, s, d);
                        i++;
                        continue;
                    }
                    case 203, 204 -> {
                        LoadStoreIndexed.str32(c, s, d);
                        i++;
                        continue;
                    }
                    case 205, 206 -> {
                        LoadStoreIndexed.ldr32(c, s, d);
                        i++;
                        continue;
                    }
                    case 207, 208 -> {
                        LoadStoreIndexed.ldrsw(c, s, d);
                        i++;
                        continue;
                    }
                    case 209, 210 -> {
                        LoadStoreIndexed.str64(c, s, d);
                        i++;
                        continue;
                    }
                    case 211, 212 -> {
                        LoadStoreIndexed.ldr64(c, s, d);
                        i++;
                        continue;
                    }
                    case 213 -> {
                        LoadStoreOrdered.stlr8(c, s, d);
                        i++;
                        continue;
                    }
                    case 214 -> {
                        LoadStoreOrdered.stlr16(c, s, d);
                        i++;
                        continue;
                    }
                    case 215 -> {
                        LoadStoreOrdered.stlr32(c, s, d);
                        i++;
                        continue;
                    }
                    case 216 -> {
                        LoadStoreOrdered.stlr64(c, s, d);
                        i++;
                        continue;
                    }
                    case 217, 218 -> {
                        LoadStoreOrdered.ldar8(c, s, d);
                        i++;
                        continue;
                    }
                    case 219, 220 -> {
                        LoadStoreOrdered.ldar16(c, s, d);
                        i++;
                        continue;
                    }
                    case 221, 222 -> {
                        LoadStoreOrdered.ldar32(c, s, d);
                        i++;
                        continue;
                    }
                    case 223, 224 -> {
                        LoadStoreOrdered.ldar64(c, s, d);
                        i++;
                        continue;
                    }
                    case 225, 226 -> {
                        LoadStorePair.stp32(c, s, d);
                        i++;
                        continue;
                    }
                    case 227, 228 -> {
                        LoadStorePair.stpIndexed32(c, s, d);
                        i++;
                        continue;
                    }
                    case 229, 230 -> {
                        LoadStorePair.ldp32(c, s, d);
                        i++;
                        continue;
                    }
                    case 231, 232 -> {
                        LoadStorePair.ldpIndexed32(c, s, d);
                        i++;
                        continue;
                    }
                    case 233 -> {
                        LoadStorePair.ldpsw(c, s, d);
                        i++;
                        continue;
                    }
                    case 234, 235 -> {
                        LoadStorePair.ldpswIndexed(c, s, d);
                        i++;
                        continue;
                    }
                    case 236, 237 -> {
                        LoadStorePair.stp64(c, s, d);
                        i++;
                        continue;
                    }
                    case 238, 239 -> {
                        LoadStorePair.stpIndexed64(c, s, d);
                        i++;
                        continue;
                    }
                    case 240, 241 -> {
                        LoadStorePair.ldp64(c, s, d);
                        i++;
                        continue;
                    }
                    case 242, 243 -> {
                        LoadStorePair.ldpIndexed64(c, s, d);
                        i++;
                        continue;
                    }
                    case 244 -> {
                        LoadStoreRegister.strb(c, s, d);
                        i++;
                        continue;
                    }
                    case 245 -> {
                        LoadStoreRegister.ldrb(c, s, d);
                        i++;
                        continue;
                    }
                    case 246 -> {
                        LoadStoreRegister.ldrsb64(c, s, d);
                        i++;
                        continue;
                    }
                    case 247 -> {
                        LoadStoreRegister.ldrsb32(c, s, d);
                        i++;
                        continue;
                    }
                    case 248 -> {
                        LoadStoreRegister.strh(c, s, d);
                        i++;
                        continue;
                    }
                    case 249 -> {
                        LoadStoreRegister.ldrh(c, s, d);
                        i++;
                        continue;
                    }
                    case 250 -> {
                        LoadStoreRegister.ldrsh64(c, s, d);
                        i++;
                        continue;
                    }
                    case 251 -> {
                        LoadStoreRegister.ldrsh32(c, s, d);
                        i++;
                        continue;
                    }
                    case 252 -> {
                        LoadStoreRegister.str32(c, s, d);
                        i++;
                        continue;
                    }
                    case 253 -> {
                        LoadStoreRegister.ldr32(c, s, d);
                        i++;
                        continue;
                    }
                    case 254 -> {
                        LoadStoreRegister.ldrsw(c, s, d);
                        i++;
                        continue;
                    }
                    case 255 -> {
                        LoadStoreRegister.str64(c, s, d);
                        i++;
                        continue;
                    }
                    case 256 -> {
                        LoadStoreRegister.ldr64(c, s, d);
                        i++;
                        continue;
                    }
                    case 257 -> {
                        LoadStoreRegister.prfm(s, d);
                        i++;
                        continue;
                    }
                    case 258 -> {
                        LoadStoreUnscaled.sturb(c, s, d);
                        i++;
                        continue;
                    }
                    case 259 -> {
                        LoadStoreUnscaled.ldurb(c, s, d);
                        i++;
                        continue;
                    }
                    case 260 -> {
                        LoadStoreUnscaled.ldursb64(c, s, d);
                        i++;
                        continue;
                    }
                    case 261 -> {
                        LoadStoreUnscaled.ldursb32(c, s, d);
                        i++;
                        continue;
                    }
                    case 262 -> {
                        LoadStoreUnscaled.sturh(c, s, d);
                        i++;
                        continue;
                    }
                    case 263 -> {
                        LoadStoreUnscaled.ldurh(c, s, d);
                        i++;
                        continue;
                    }
                    case 264 -> {
                        LoadStoreUnscaled.ldursh64(c, s, d);
                        i++;
                        continue;
                    }
                    case 265 -> {
                        LoadStoreUnscaled.ldursh32(c, s, d);
                        i++;
                        continue;
                    }
                    case 266 -> {
                        LoadStoreUnscaled.stur32(c, s, d);
                        i++;
                        continue;
                    }
                    case 267 -> {
                        LoadStoreUnscaled.ldur32(c, s, d);
                        i++;
                        continue;
                    }
                    case 268 -> {
                        LoadStoreUnscaled.ldursw(c, s, d);
                        i++;
                        continue;
                    }
                    case 269 -> {
                        LoadStoreUnscaled.stur64(c, s, d);
                        i++;
                        continue;
                    }
                    case 270 -> {
                        LoadStoreUnscaled.ldur64(c, s, d);
                        i++;
                        continue;
                    }
                    case 271 -> {
                        LoadStoreUnscaled.prfum(s, d);
                        i++;
                        continue;
                    }
                    case 272 -> {
                        LoadStoreUnsigned.strb(c, s, d);
                        i++;
                        continue;
                    }
                    case 273 -> {
                        LoadStoreUnsigned.ldrb(c, s, d);
                        i++;
                        continue;
                    }
                    case 274 -> {
                        LoadStoreUnsigned.ldrsb64(c, s, d);
                        i++;
                        continue;
                    }
                    case 275 -> {
                        LoadStoreUnsigned.ldrsb32(c, s, d);
                        i++;
                        continue;
                    }
                    case 276 -> {
                        LoadStoreUnsigned.strh(c, s, d);
                        i++;
                        continue;
                    }
                    case 277 -> {
                        LoadStoreUnsigned.ldrh(c, s, d);
                        i++;
                        continue;
                    }
                    case 278 -> {
                        LoadStoreUnsigned.ldrsh64(c, s, d);
                        i++;
                        continue;
                    }
                    case 279 -> {
                        LoadStoreUnsigned.ldrsh32(c, s, d);
                        i++;
                        continue;
                    }
                    case 280 -> {
                        LoadStoreUnsigned.str32(c, s, d);
                        i++;
                        continue;
                    }
                    case 281 -> {
                        LoadStoreUnsigned.ldr32(c, s, d);
                        i++;
                        continue;
                    }
                    case 282 -> {
                        LoadStoreUnsigned.ldrsw(c, s, d);
                        i++;
                        continue;
                    }
                    case 283 -> {
                        LoadStoreUnsigned.str64(c, s, d);
                        i++;
                        continue;
                    }
                    case 284 -> {
                        LoadStoreUnsigned.ldr64(c, s, d);
                        i++;
                        continue;
                    }
                    case 285 -> {
                        LoadStoreUnsigned.prfm(s, d);
                        i++;
                        continue;
                    }
                    case 286 -> {
                        LogicalImmediate.and64(s, d);
                        i++;
                        continue;
                    }
                    case 287 -> {
                        LogicalImmediate.and32(s, d);
                        i++;
                        continue;
                    }
                    case 288 -> {
                        LogicalImmediate.orr64(s, d);
                        i++;
                        continue;
                    }
                    case 289 -> {
                        LogicalImmediate.orr32(s, d);
                        i++;
                        continue;
                    }
                    case 290 -> {
                        LogicalImmediate.eor64(s, d);
                        i++;
                        continue;
                    }
                    case 291 -> {
                        LogicalImmediate.eor32(s, d);
                        i++;
                        continue;
                    }
                    case 292 -> {
                        LogicalImmediate.ands64(s, d);
                        i++;
                        continue;
                    }
                    case 293 -> {
                        LogicalImmediate.ands32(s, d);
                        i++;
                        continue;
                    }
                    case 294 -> {
                        LogicalShifted.and64(s, d);
                        i++;
                        continue;
                    }
                    case 295 -> {
                        LogicalShifted.and32(s, d);
                        i++;
                        continue;
                    }
                    case 296 -> {
                        LogicalShifted.bic64(s, d);
                        i++;
                        continue;
                    }
                    case 297 -> {
                        LogicalShifted.bic32(s, d);
                        i++;
                        continue;
                    }
                    case 298 -> {
                        LogicalShifted.orr64(s, d);
                        i++;
                        continue;
                    }
                    case 299 -> {
                        LogicalShifted.orr32(s, d);
                        i++;
                        continue;
                    }
                    case 300 -> {
                        LogicalShifted.orn64(s, d);
                        i++;
                        continue;
                    }
                    case 301 -> {
                        LogicalShifted.orn32(s, d);
                        i++;
                        continue;
                    }
                    case 302 -> {
                        LogicalShifted.eor64(s, d);
                        i++;
                        continue;
                    }
                    case 303 -> {
                        LogicalShifted.eor32(s, d);
                        i++;
                        continue;
                    }
                    case 304 -> {
                        LogicalShifted.eon64(s, d);
                        i++;
                        continue;
                    }
                    case 305 -> {
                        LogicalShifted.eon32(s, d);
                        i++;
                        continue;
                    }
                    case 306 -> {
                        LogicalShifted.ands64(s, d);
                        i++;
                        continue;
                    }
                    case 307 -> {
                        LogicalShifted.ands32(s, d);
                        i++;
                        continue;
                    }
                    case 308 -> {
                        LogicalShifted.bics64(s, d);
                        i++;
                        continue;
                    }
                    case 309 -> {
                        LogicalShifted.bics32(s, d);
                        i++;
                        continue;
                    }
                    case 310 -> {
                        MoveWide.movn64(s, d);
                        i++;
                        continue;
                    }
                    case 311 -> {
                        MoveWide.movn32(s, d);
                        i++;
                        continue;
                    }
                    case 312 -> {
                        MoveWide.movz64(s, d);
                        i++;
                        continue;
                    }
                    case 313 -> {
                        MoveWide.movz32(s, d);
                        i++;
                        continue;
                    }
                    case 314, 315 -> {
                        MoveWide.movk(s, d);
                        i++;
                        continue;
                    }
                    case 316 -> {
                        PcRelative.adr(s, d, here);
                        i++;
                        continue;
                    }
                    case 317 -> {
                        PcRelative.adrp(s, d, here);
                        i++;
                        continue;
                    }
                    case 318, 319, 320, 321, 322, 323, 324 -> {
                        setPc(s, SystemInstructions.msrImmediate(c, s, d, here));
                        next = -1;
                    }
                    case 325 -> {
                        setPc(s, SystemInstructions.msr(c, s, d, here));
                        next = -1;
                    }
                    case 326 -> {
                        SystemInstructions.mrs(c, s, d);
                        i++;
                        continue;
                    }
                    case 327 -> {
                        SystemInstructions.mrsSpEl0(c, s, d);
                        i++;
                        continue;
                    }
                    case 328 -> {
                        SystemInstructions.mrsTpidrEl1(c, s, d);
                        i++;
                        continue;
                    }
                    case 329 -> {
                        SystemInstructions.mrsTpidrEl0(s, d);
                        i++;
                        continue;
                    }
                    case 330 -> {
                        setPc(s, SystemInstructions.sys(c, s, d, here));
                        next = -1;
                    }
                    case 331, 332, 333, 334 -> {
                        SystemInstructions.dc(c, s, d);
                        i++;
                        continue;
                    }
                    case 335 -> {
                        SystemInstructions.sysl(c, s, d);
                        i++;
                        continue;
                    }
                    default -> next = Groups.execute(c, s, d, here);
                }
                if (((next ^ page) & -4096) == 0) {
                    i = (int) (next >>> 2) & 1023;
                    if ((next & 3) == 0) {
                        continue;
                    }
                }
                if (next != -1) {
                    setLong(s + PC, next);
                }
                break;
            }
        }
    }
}
