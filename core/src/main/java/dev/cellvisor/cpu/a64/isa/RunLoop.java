// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.state.A64State.PC;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

/**
 * The interpreter. One method, kept under HotSpot's limit of 8000 bytes of bytecode, since a longer one is never compiled. Budget
 * and PC are exact in the core wherever an instruction leaves the fast path, and setting the budget to 0 there ends the loop.
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
            if (c.budget <= 0) {
                return;
            }
            long[] code = pages.again(getLong(s + PC));
            long pc = getLong(s + PC);
            long page = pc & -4096;
            int i = (int) (pc >>> 2) & 1023;
            while (true) {
                long here = page + (i << 2);
                c.pc = here;
                if (c.budget <= 0) {
                    setLong(s + PC, here);
                    return;
                }
                c.budget--;
                long d = code[i];
                long next;
                int op = (int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK;
                // C1 makes a chain of comparisons of a switch: two levels, and the frequent blocks first.
                switch (op >>> 3) {
                    case 0 -> {
                        switch (op) {
                            case Decoder.UNDECODED -> {
                                c.budget++;
                                pages.decode(code, i);
                                continue;
                            }
                            case Decoder.PAGE_END -> {
                                c.budget++;
                                next = page + 4096;
                            }
                            case Decoder.BREAKPOINT -> {
                                c.budget++;
                                setLong(s + PC, here);
                                pages.breakpoint();
                                return;
                            }
                            default -> throw c.undefined();
                        }
                    }
                    case 1 -> {
                        switch (op) {
                            case 8 -> {
                                LogicalShifted.orr64(s, d);
                                i++;
                                continue;
                            }
                            case 9 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 10 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 11 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 12 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 13 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 14 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 15 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 2 -> {
                        switch (op) {
                            case 16 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 17 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 18 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 19 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 20 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 21 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 22 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 23 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 3 -> {
                        switch (op) {
                            case 24 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 25 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 26 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 27 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 28 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 29 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 30 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 31 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 4 -> {
                        switch (op) {
                            case 32 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 33 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 34 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 35 -> {
                                Hints.nothing(s, d);
                                i++;
                                continue;
                            }
                            case 36 -> {
                                LoadStoreUnsigned.ldr64(c, s, d);
                                i++;
                                continue;
                            }
                            case 37 -> {
                                AddSubImmediate.add64(s, d);
                                i++;
                                continue;
                            }
                            case 38 -> {
                                next = ConditionalBranch.eq(s, d, here);
                            }
                            case 39 -> {
                                AddSubShifted.subs64(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 5 -> {
                        switch (op) {
                            case 40 -> {
                                next = ConditionalBranch.ne(s, d, here);
                            }
                            case 41 -> {
                                AddSubImmediate.subs32(s, d);
                                i++;
                                continue;
                            }
                            case 42 -> {
                                AddSubShifted.add64(s, d);
                                i++;
                                continue;
                            }
                            case 43 -> {
                                LoadStorePair.stp64(c, s, d);
                                i++;
                                continue;
                            }
                            case 44 -> {
                                LoadStorePair.stp64(c, s, d);
                                i++;
                                continue;
                            }
                            case 45 -> {
                                next = Branch.ret(s, d, here);
                            }
                            case 46 -> {
                                LoadStoreUnsigned.ldr32(c, s, d);
                                i++;
                                continue;
                            }
                            case 47 -> {
                                LoadStorePair.ldp64(c, s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 6 -> {
                        switch (op) {
                            case 48 -> {
                                LoadStorePair.ldp64(c, s, d);
                                i++;
                                continue;
                            }
                            case 49 -> {
                                next = CompareBranch.cbnz32(s, d, here);
                            }
                            case 50 -> {
                                next = Branch.bl(s, d, here);
                            }
                            case 51 -> {
                                AddSubShifted.sub64(s, d);
                                i++;
                                continue;
                            }
                            case 52 -> {
                                LoadStoreUnsigned.str64(c, s, d);
                                i++;
                                continue;
                            }
                            case 53 -> {
                                LogicalShifted.orr32(s, d);
                                i++;
                                continue;
                            }
                            case 54 -> {
                                next = CompareBranch.cbz64(s, d, here);
                            }
                            case 55 -> {
                                next = Branch.b(s, d, here);
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 7 -> {
                        switch (op) {
                            case 56 -> {
                                AddSubShifted.add32(s, d);
                                i++;
                                continue;
                            }
                            case 57 -> {
                                LoadStoreIndexed.ldrb(c, s, d);
                                i++;
                                continue;
                            }
                            case 58 -> {
                                LoadStoreIndexed.ldrb(c, s, d);
                                i++;
                                continue;
                            }
                            case 59 -> {
                                MoveWide.movz32(s, d);
                                i++;
                                continue;
                            }
                            case 60 -> {
                                LoadStoreRegister.ldrb(c, s, d);
                                i++;
                                continue;
                            }
                            case 61 -> {
                                AddSubShifted.subs32(s, d);
                                i++;
                                continue;
                            }
                            case 62 -> {
                                LoadStoreRegister.ldr64(c, s, d);
                                i++;
                                continue;
                            }
                            case 63 -> {
                                LogicalImmediate.ands64(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 8 -> {
                        switch (op) {
                            case 64 -> {
                                Bitfield.ubfm64(s, d);
                                i++;
                                continue;
                            }
                            case 65 -> {
                                next = CompareBranch.cbz32(s, d, here);
                            }
                            case 66 -> {
                                MoveWide.movz64(s, d);
                                i++;
                                continue;
                            }
                            case 67 -> {
                                LoadStorePair.stpIndexed64(c, s, d);
                                i++;
                                continue;
                            }
                            case 68 -> {
                                LoadStorePair.stpIndexed64(c, s, d);
                                i++;
                                continue;
                            }
                            case 69 -> {
                                LoadStorePair.ldpIndexed64(c, s, d);
                                i++;
                                continue;
                            }
                            case 70 -> {
                                LoadStorePair.ldpIndexed64(c, s, d);
                                i++;
                                continue;
                            }
                            case 71 -> {
                                AddSubImmediate.subs64(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 9 -> {
                        switch (op) {
                            case 72 -> {
                                LogicalImmediate.and32(s, d);
                                i++;
                                continue;
                            }
                            case 73 -> {
                                next = ConditionalBranch.hi(s, d, here);
                            }
                            case 74 -> {
                                LoadStoreUnsigned.ldrb(c, s, d);
                                i++;
                                continue;
                            }
                            case 75 -> {
                                next = ConditionalBranch.ls(s, d, here);
                            }
                            case 76 -> {
                                LoadStoreRegister.str64(c, s, d);
                                i++;
                                continue;
                            }
                            case 77 -> {
                                PcRelative.adrp(s, d, here);
                                i++;
                                continue;
                            }
                            case 78 -> {
                                LogicalImmediate.and64(s, d);
                                i++;
                                continue;
                            }
                            case 79 -> {
                                LoadStoreUnsigned.str32(c, s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 10 -> {
                        switch (op) {
                            case 80 -> {
                                ConditionalSelect.csel64(s, d);
                                i++;
                                continue;
                            }
                            case 81 -> {
                                Extract.extr32(s, d);
                                i++;
                                continue;
                            }
                            case 82 -> {
                                LogicalShifted.and64(s, d);
                                i++;
                                continue;
                            }
                            case 83 -> {
                                LogicalShifted.eor32(s, d);
                                i++;
                                continue;
                            }
                            case 84 -> {
                                next = CompareBranch.cbnz64(s, d, here);
                            }
                            case 85 -> {
                                AddSubImmediate.sub64(s, d);
                                i++;
                                continue;
                            }
                            case 86 -> {
                                ConditionalCompare.ccmpImmediate32(s, d);
                                i++;
                                continue;
                            }
                            case 87 -> {
                                AddSubImmediate.add32(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 11 -> {
                        switch (op) {
                            case 88 -> {
                                LogicalImmediate.orr64(s, d);
                                i++;
                                continue;
                            }
                            case 89 -> {
                                DataProcessing3.madd64(s, d);
                                i++;
                                continue;
                            }
                            case 90 -> {
                                next = ConditionalBranch.cs(s, d, here);
                            }
                            case 91 -> {
                                SystemInstructions.mrsSpEl0(c, s, d);
                                i++;
                                continue;
                            }
                            case 92 -> {
                                Bitfield.sbfm64(s, d);
                                i++;
                                continue;
                            }
                            case 93 -> {
                                next = Branch.blr(s, d, here);
                            }
                            case 94 -> {
                                ConditionalSelect.csinc32(s, d);
                                i++;
                                continue;
                            }
                            case 95 -> {
                                AddSubImmediate.sub32(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 12 -> {
                        switch (op) {
                            case 96 -> {
                                next = CompareBranch.tbnz(s, d, here);
                            }
                            case 97 -> {
                                next = CompareBranch.tbnz(s, d, here);
                            }
                            case 98 -> {
                                AddSubShifted.sub32(s, d);
                                i++;
                                continue;
                            }
                            case 99 -> {
                                SystemInstructions.cache(c, s, d);
                                i++;
                                continue;
                            }
                            case 100 -> {
                                SystemInstructions.cache(c, s, d);
                                i++;
                                continue;
                            }
                            case 101 -> {
                                SystemInstructions.cache(c, s, d);
                                i++;
                                continue;
                            }
                            case 102 -> {
                                SystemInstructions.cache(c, s, d);
                                i++;
                                continue;
                            }
                            case 103 -> {
                                SystemInstructions.cache(c, s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 13 -> {
                        switch (op) {
                            case 104 -> {
                                AddSubExtended.add64(s, d);
                                i++;
                                continue;
                            }
                            case 105 -> {
                                DataProcessing1.rev64(s, d);
                                i++;
                                continue;
                            }
                            case 106 -> {
                                AddSubImmediate.adds32(s, d);
                                i++;
                                continue;
                            }
                            case 107 -> {
                                next = ConditionalBranch.cc(s, d, here);
                            }
                            case 108 -> {
                                ConditionalCompare.ccmp32(s, d);
                                i++;
                                continue;
                            }
                            case 109 -> {
                                ConditionalSelect.csinc64(s, d);
                                i++;
                                continue;
                            }
                            case 110 -> {
                                LogicalShifted.and32(s, d);
                                i++;
                                continue;
                            }
                            case 111 -> {
                                LogicalImmediate.ands32(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 14 -> {
                        switch (op) {
                            case 112 -> {
                                LogicalShifted.eor64(s, d);
                                i++;
                                continue;
                            }
                            case 113 -> {
                                MoveWide.movk(s, d);
                                i++;
                                continue;
                            }
                            case 114 -> {
                                MoveWide.movk(s, d);
                                i++;
                                continue;
                            }
                            case 115 -> {
                                DataProcessing2.lslv64(s, d);
                                i++;
                                continue;
                            }
                            case 116 -> {
                                LoadStoreUnsigned.prfm(s, d);
                                i++;
                                continue;
                            }
                            case 117 -> {
                                ConditionalSelect.csinv32(s, d);
                                i++;
                                continue;
                            }
                            case 118 -> {
                                next = CompareBranch.tbz(s, d, here);
                            }
                            case 119 -> {
                                next = CompareBranch.tbz(s, d, here);
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 15 -> {
                        switch (op) {
                            case 120 -> {
                                LoadStoreIndexed.ldr64(c, s, d);
                                i++;
                                continue;
                            }
                            case 121 -> {
                                LoadStoreIndexed.ldr64(c, s, d);
                                i++;
                                continue;
                            }
                            case 122 -> {
                                next = ConditionalBranch.ge(s, d, here);
                            }
                            case 123 -> {
                                LoadStorePair.ldp32(c, s, d);
                                i++;
                                continue;
                            }
                            case 124 -> {
                                LoadStorePair.ldp32(c, s, d);
                                i++;
                                continue;
                            }
                            case 125 -> {
                                LoadStorePair.stp32(c, s, d);
                                i++;
                                continue;
                            }
                            case 126 -> {
                                LoadStorePair.stp32(c, s, d);
                                i++;
                                continue;
                            }
                            case 127 -> {
                                ConditionalCompare.ccmp64(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 16 -> {
                        switch (op) {
                            case 128 -> {
                                LogicalShifted.bics64(s, d);
                                i++;
                                continue;
                            }
                            case 129 -> {
                                SystemInstructions.mrsTpidrEl1(c, s, d);
                                i++;
                                continue;
                            }
                            case 130 -> {
                                DataProcessing2.lsrv64(s, d);
                                i++;
                                continue;
                            }
                            case 131 -> {
                                MoveWide.movn32(s, d);
                                i++;
                                continue;
                            }
                            case 132 -> {
                                LogicalShifted.bic64(s, d);
                                i++;
                                continue;
                            }
                            case 133 -> {
                                DataProcessing1.clz64(s, d);
                                i++;
                                continue;
                            }
                            case 134 -> {
                                Bitfield.ubfm32(s, d);
                                i++;
                                continue;
                            }
                            case 135 -> {
                                Exclusive.ldxr32(c, s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 17 -> {
                        switch (op) {
                            case 136 -> {
                                Exclusive.ldxr32(c, s, d);
                                i++;
                                continue;
                            }
                            case 137 -> {
                                LoadStoreUnsigned.strb(c, s, d);
                                i++;
                                continue;
                            }
                            case 138 -> {
                                AddSubImmediate.adds64(s, d);
                                i++;
                                continue;
                            }
                            case 139 -> {
                                Exclusive.stxr32(c, s, d);
                                i++;
                                continue;
                            }
                            case 140 -> {
                                Exclusive.stxr32(c, s, d);
                                i++;
                                continue;
                            }
                            case 141 -> {
                                MoveWide.movn64(s, d);
                                i++;
                                continue;
                            }
                            case 142 -> {
                                LoadStoreUnscaled.ldur64(c, s, d);
                                i++;
                                continue;
                            }
                            case 143 -> {
                                ConditionalCompare.ccmpImmediate64(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 18 -> {
                        switch (op) {
                            case 144 -> {
                                LoadStoreUnsigned.ldrh(c, s, d);
                                i++;
                                continue;
                            }
                            case 145 -> {
                                LoadStoreRegister.ldr32(c, s, d);
                                i++;
                                continue;
                            }
                            case 146 -> {
                                SystemInstructions.mrs(c, s, d);
                                i++;
                                continue;
                            }
                            case 147 -> {
                                AddSubShifted.adds64(s, d);
                                i++;
                                continue;
                            }
                            case 148 -> {
                                LoadStoreOrdered.stlr8(c, s, d);
                                i++;
                                continue;
                            }
                            case 149 -> {
                                LoadStoreOrdered.stlr8(c, s, d);
                                i++;
                                continue;
                            }
                            case 150 -> {
                                Exclusive.ldxr64(c, s, d);
                                i++;
                                continue;
                            }
                            case 151 -> {
                                Exclusive.ldxr64(c, s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 19 -> {
                        switch (op) {
                            case 152 -> {
                                next = ConditionalBranch.le(s, d, here);
                            }
                            case 153 -> {
                                DataProcessing1.rev32(s, d);
                                i++;
                                continue;
                            }
                            case 154 -> {
                                LogicalImmediate.orr32(s, d);
                                i++;
                                continue;
                            }
                            case 155 -> {
                                next = ConditionalBranch.lt(s, d, here);
                            }
                            case 156 -> {
                                ConditionalSelect.csel32(s, d);
                                i++;
                                continue;
                            }
                            case 157 -> {
                                LogicalShifted.ands32(s, d);
                                i++;
                                continue;
                            }
                            case 158 -> {
                                next = ConditionalBranch.gt(s, d, here);
                            }
                            case 159 -> {
                                LogicalShifted.ands64(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 20 -> {
                        switch (op) {
                            case 160 -> {
                                Exclusive.stxr64(c, s, d);
                                i++;
                                continue;
                            }
                            case 161 -> {
                                Exclusive.stxr64(c, s, d);
                                i++;
                                continue;
                            }
                            case 162 -> {
                                LoadStoreIndexed.str64(c, s, d);
                                i++;
                                continue;
                            }
                            case 163 -> {
                                LoadStoreIndexed.str64(c, s, d);
                                i++;
                                continue;
                            }
                            case 164 -> {
                                LogicalImmediate.eor32(s, d);
                                i++;
                                continue;
                            }
                            case 165 -> {
                                LoadStoreUnsigned.strh(c, s, d);
                                i++;
                                continue;
                            }
                            case 166 -> {
                                LoadStoreUnscaled.stur64(c, s, d);
                                i++;
                                continue;
                            }
                            case 167 -> {
                                next = ConditionalBranch.mi(s, d, here);
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 21 -> {
                        switch (op) {
                            case 168 -> {
                                SystemInstructions.msrDaif(c, s, d);
                                i++;
                                continue;
                            }
                            case 169 -> {
                                DataProcessing2.lslv32(s, d);
                                i++;
                                continue;
                            }
                            case 170 -> {
                                ConditionalSelect.csinv64(s, d);
                                i++;
                                continue;
                            }
                            case 171 -> {
                                AddSubShifted.adds32(s, d);
                                i++;
                                continue;
                            }
                            case 172 -> {
                                LoadStoreUnsigned.ldrsw(c, s, d);
                                i++;
                                continue;
                            }
                            case 173 -> {
                                LoadStoreRegister.str32(c, s, d);
                                i++;
                                continue;
                            }
                            case 174 -> {
                                AddSubExtended.subs64(s, d);
                                i++;
                                continue;
                            }
                            case 175 -> {
                                Exclusive.stxp64(c, s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 22 -> {
                        switch (op) {
                            case 176 -> {
                                Exclusive.stxp64(c, s, d);
                                i++;
                                continue;
                            }
                            case 177 -> {
                                LoadStoreOrdered.stlr64(c, s, d);
                                i++;
                                continue;
                            }
                            case 178 -> {
                                LoadStoreOrdered.stlr64(c, s, d);
                                i++;
                                continue;
                            }
                            case 179 -> {
                                Exclusive.ldxp64(c, s, d);
                                i++;
                                continue;
                            }
                            case 180 -> {
                                Exclusive.ldxp64(c, s, d);
                                i++;
                                continue;
                            }
                            case 181 -> {
                                DataProcessing3.umaddl(s, d);
                                i++;
                                continue;
                            }
                            case 182 -> {
                                setPc(s, SystemInstructions.sys(c, s, d, here));
                                next = -1;
                            }
                            case 183 -> {
                                LoadStoreRegister.prfm(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 23 -> {
                        switch (op) {
                            case 184 -> {
                                SystemInstructions.daifSet(c, s, d);
                                i++;
                                continue;
                            }
                            case 185 -> {
                                AddSubExtended.subs32(s, d);
                                i++;
                                continue;
                            }
                            case 186 -> {
                                Bitfield.bfm32(s, d);
                                i++;
                                continue;
                            }
                            case 187 -> {
                                LoadStoreRegister.strb(c, s, d);
                                i++;
                                continue;
                            }
                            case 188 -> {
                                LoadStoreIndexed.str32(c, s, d);
                                i++;
                                continue;
                            }
                            case 189 -> {
                                LoadStoreIndexed.str32(c, s, d);
                                i++;
                                continue;
                            }
                            case 190 -> {
                                LoadStoreUnscaled.stur32(c, s, d);
                                i++;
                                continue;
                            }
                            case 191 -> {
                                ConditionalSelect.csneg32(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 24 -> {
                        switch (op) {
                            case 192 -> {
                                LoadStoreRegister.ldrh(c, s, d);
                                i++;
                                continue;
                            }
                            case 193 -> {
                                LoadStoreUnscaled.ldur32(c, s, d);
                                i++;
                                continue;
                            }
                            case 194 -> {
                                Bitfield.sbfm32(s, d);
                                i++;
                                continue;
                            }
                            case 195 -> {
                                DataProcessing3.madd32(s, d);
                                i++;
                                continue;
                            }
                            case 196 -> {
                                DataProcessing2.lsrv32(s, d);
                                i++;
                                continue;
                            }
                            case 197 -> {
                                LoadStoreIndexed.strb(c, s, d);
                                i++;
                                continue;
                            }
                            case 198 -> {
                                LoadStoreIndexed.strb(c, s, d);
                                i++;
                                continue;
                            }
                            case 199 -> {
                                LoadStoreOrdered.stlr32(c, s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 25 -> {
                        switch (op) {
                            case 200 -> {
                                LoadStoreOrdered.stlr32(c, s, d);
                                i++;
                                continue;
                            }
                            case 201 -> {
                                LoadStoreRegister.ldrsb64(c, s, d);
                                i++;
                                continue;
                            }
                            case 202 -> {
                                DataProcessing3.smaddl(s, d);
                                i++;
                                continue;
                            }
                            case 203 -> {
                                DataProcessing3.msub64(s, d);
                                i++;
                                continue;
                            }
                            case 204 -> {
                                DataProcessing1.rbit64(s, d);
                                i++;
                                continue;
                            }
                            case 205 -> {
                                LoadStoreUnscaled.ldurb(c, s, d);
                                i++;
                                continue;
                            }
                            case 206 -> {
                                Extract.extr64(s, d);
                                i++;
                                continue;
                            }
                            case 207 -> {
                                ConditionalSelect.csneg64(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 26 -> {
                        switch (op) {
                            case 208 -> {
                                LoadStoreOrdered.ldar32(c, s, d);
                                i++;
                                continue;
                            }
                            case 209 -> {
                                LoadStoreOrdered.ldar32(c, s, d);
                                i++;
                                continue;
                            }
                            case 210 -> {
                                LoadStoreOrdered.ldar32(c, s, d);
                                i++;
                                continue;
                            }
                            case 211 -> {
                                next = Branch.br(s, d, here);
                            }
                            case 212 -> {
                                LoadStoreOrdered.ldar16(c, s, d);
                                i++;
                                continue;
                            }
                            case 213 -> {
                                LoadStoreOrdered.ldar16(c, s, d);
                                i++;
                                continue;
                            }
                            case 214 -> {
                                LoadStoreOrdered.ldar16(c, s, d);
                                i++;
                                continue;
                            }
                            case 215 -> {
                                DataProcessing2.udiv64(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 27 -> {
                        switch (op) {
                            case 216 -> {
                                Bitfield.bfm64(s, d);
                                i++;
                                continue;
                            }
                            case 217 -> {
                                DataProcessing2.udiv32(s, d);
                                i++;
                                continue;
                            }
                            case 218 -> {
                                LoadStoreRegister.strh(c, s, d);
                                i++;
                                continue;
                            }
                            case 219 -> {
                                LoadStoreUnscaled.sturb(c, s, d);
                                i++;
                                continue;
                            }
                            case 220 -> {
                                LoadStoreUnsigned.ldrsh32(c, s, d);
                                i++;
                                continue;
                            }
                            case 221 -> {
                                setPc(s, SystemInstructions.msr(c, s, d, here));
                                next = -1;
                            }
                            case 222 -> {
                                DataProcessing1.clz32(s, d);
                                i++;
                                continue;
                            }
                            case 223 -> {
                                AddSubExtended.add32(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 28 -> {
                        switch (op) {
                            case 224 -> {
                                DataProcessing3.msub32(s, d);
                                i++;
                                continue;
                            }
                            case 225 -> {
                                LoadStoreIndexed.ldr32(c, s, d);
                                i++;
                                continue;
                            }
                            case 226 -> {
                                LoadStoreIndexed.ldr32(c, s, d);
                                i++;
                                continue;
                            }
                            case 227 -> {
                                PcRelative.adr(s, d, here);
                                i++;
                                continue;
                            }
                            case 228 -> {
                                AddSubExtended.sub64(s, d);
                                i++;
                                continue;
                            }
                            case 229 -> {
                                LogicalShifted.bics32(s, d);
                                i++;
                                continue;
                            }
                            case 230 -> {
                                LogicalShifted.bic32(s, d);
                                i++;
                                continue;
                            }
                            case 231 -> {
                                DataProcessing3.umulh(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 29 -> {
                        switch (op) {
                            case 232 -> {
                                LogicalImmediate.eor64(s, d);
                                i++;
                                continue;
                            }
                            case 233 -> {
                                AddSubExtended.adds64(s, d);
                                i++;
                                continue;
                            }
                            case 234 -> {
                                DataProcessing1.rev16On32(s, d);
                                i++;
                                continue;
                            }
                            case 235 -> {
                                DataProcessing2.asrv32(s, d);
                                i++;
                                continue;
                            }
                            case 236 -> {
                                DataProcessing2.sdiv64(s, d);
                                i++;
                                continue;
                            }
                            case 237 -> {
                                setPc(s, ExceptionGeneration.eret(c, s, d, here));
                                next = -1;
                            }
                            case 238 -> {
                                Exclusive.stxr8(c, s, d);
                                i++;
                                continue;
                            }
                            case 239 -> {
                                Exclusive.stxr8(c, s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 30 -> {
                        switch (op) {
                            case 240 -> {
                                LoadLiteral.ldr64(c, s, d);
                                i++;
                                continue;
                            }
                            case 241 -> {
                                LoadStoreIndexed.ldrsw(c, s, d);
                                i++;
                                continue;
                            }
                            case 242 -> {
                                LoadStoreIndexed.ldrsw(c, s, d);
                                i++;
                                continue;
                            }
                            case 243 -> {
                                LogicalShifted.orn32(s, d);
                                i++;
                                continue;
                            }
                            case 244 -> {
                                SystemInstructions.mrsTpidrEl0(s, d);
                                i++;
                                continue;
                            }
                            case 245 -> {
                                SystemInstructions.daifClear(c, s, d);
                                i++;
                                continue;
                            }
                            case 246 -> {
                                DataProcessing1.rbit32(s, d);
                                i++;
                                continue;
                            }
                            case 247 -> {
                                LoadStoreOrdered.ldar64(c, s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 31 -> {
                        switch (op) {
                            case 248 -> {
                                LoadStoreOrdered.ldar64(c, s, d);
                                i++;
                                continue;
                            }
                            case 249 -> {
                                LoadStoreOrdered.ldar64(c, s, d);
                                i++;
                                continue;
                            }
                            case 250 -> {
                                LoadStoreOrdered.ldar8(c, s, d);
                                i++;
                                continue;
                            }
                            case 251 -> {
                                LoadStoreOrdered.ldar8(c, s, d);
                                i++;
                                continue;
                            }
                            case 252 -> {
                                LoadStoreOrdered.ldar8(c, s, d);
                                i++;
                                continue;
                            }
                            case 253 -> {
                                LoadStoreRegister.ldrsw(c, s, d);
                                i++;
                                continue;
                            }
                            case 254 -> {
                                LogicalShifted.orn64(s, d);
                                i++;
                                continue;
                            }
                            case 255 -> {
                                AddSubExtended.adds32(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 32 -> {
                        switch (op) {
                            case 256 -> {
                                AddSubExtended.sub32(s, d);
                                i++;
                                continue;
                            }
                            case 257 -> {
                                next = ConditionalBranch.pl(s, d, here);
                            }
                            case 258 -> {
                                next = ConditionalBranch.vs(s, d, here);
                            }
                            case 259 -> {
                                next = ConditionalBranch.vc(s, d, here);
                            }
                            case 260 -> {
                                next = ConditionalBranch.always(s, d, here);
                            }
                            case 261 -> {
                                next = ConditionalBranch.always(s, d, here);
                            }
                            case 262 -> {
                                ConditionalCompare.ccmn64(s, d);
                                i++;
                                continue;
                            }
                            case 263 -> {
                                ConditionalCompare.ccmn32(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 33 -> {
                        switch (op) {
                            case 264 -> {
                                ConditionalCompare.ccmnImmediate64(s, d);
                                i++;
                                continue;
                            }
                            case 265 -> {
                                ConditionalCompare.ccmnImmediate32(s, d);
                                i++;
                                continue;
                            }
                            case 266 -> {
                                DataProcessing1.rev16On64(s, d);
                                i++;
                                continue;
                            }
                            case 267 -> {
                                DataProcessing1.rev32On64(s, d);
                                i++;
                                continue;
                            }
                            case 268 -> {
                                DataProcessing1.cls64(s, d);
                                i++;
                                continue;
                            }
                            case 269 -> {
                                DataProcessing1.cls32(s, d);
                                i++;
                                continue;
                            }
                            case 270 -> {
                                DataProcessing2.sdiv32(s, d);
                                i++;
                                continue;
                            }
                            case 271 -> {
                                DataProcessing2.asrv64(s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 34 -> {
                        switch (op) {
                            case 272 -> {
                                DataProcessing2.rorv64(s, d);
                                i++;
                                continue;
                            }
                            case 273 -> {
                                DataProcessing2.rorv32(s, d);
                                i++;
                                continue;
                            }
                            case 274 -> {
                                DataProcessing3.smsubl(s, d);
                                i++;
                                continue;
                            }
                            case 275 -> {
                                DataProcessing3.smulh(s, d);
                                i++;
                                continue;
                            }
                            case 276 -> {
                                DataProcessing3.umsubl(s, d);
                                i++;
                                continue;
                            }
                            case 277 -> {
                                setPc(s, ExceptionGeneration.svc(c, s, d, here));
                                next = -1;
                            }
                            case 278 -> {
                                setPc(s, ExceptionGeneration.hvc(c, s, d, here));
                                next = -1;
                            }
                            case 279 -> {
                                setPc(s, ExceptionGeneration.smc(c, s, d, here));
                                next = -1;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 35 -> {
                        switch (op) {
                            case 280 -> {
                                setPc(s, ExceptionGeneration.brk(c, s, d, here));
                                next = -1;
                            }
                            case 281 -> {
                                setPc(s, ExceptionGeneration.hlt(c, s, d, here));
                                next = -1;
                            }
                            case 282 -> {
                                setPc(s, ExceptionGeneration.undefined(c, s, d, here));
                                next = -1;
                            }
                            case 283 -> {
                                setPc(s, ExceptionGeneration.undefined(c, s, d, here));
                                next = -1;
                            }
                            case 284 -> {
                                setPc(s, ExceptionGeneration.undefined(c, s, d, here));
                                next = -1;
                            }
                            case 285 -> {
                                setPc(s, ExceptionGeneration.undefined(c, s, d, here));
                                next = -1;
                            }
                            case 286 -> {
                                setPc(s, ExceptionGeneration.undefined(c, s, d, here));
                                next = -1;
                            }
                            case 287 -> {
                                Exclusive.ldxr8(c, s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 36 -> {
                        switch (op) {
                            case 288 -> {
                                Exclusive.ldxr8(c, s, d);
                                i++;
                                continue;
                            }
                            case 289 -> {
                                Exclusive.ldxr16(c, s, d);
                                i++;
                                continue;
                            }
                            case 290 -> {
                                Exclusive.ldxr16(c, s, d);
                                i++;
                                continue;
                            }
                            case 291 -> {
                                Exclusive.stxr16(c, s, d);
                                i++;
                                continue;
                            }
                            case 292 -> {
                                Exclusive.stxr16(c, s, d);
                                i++;
                                continue;
                            }
                            case 293 -> {
                                Exclusive.ldxp32(c, s, d);
                                i++;
                                continue;
                            }
                            case 294 -> {
                                Exclusive.ldxp32(c, s, d);
                                i++;
                                continue;
                            }
                            case 295 -> {
                                Exclusive.stxp32(c, s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 37 -> {
                        switch (op) {
                            case 296 -> {
                                Exclusive.stxp32(c, s, d);
                                i++;
                                continue;
                            }
                            case 297 -> {
                                Hints.clrex(s, d);
                                i++;
                                continue;
                            }
                            case 298 -> {
                                Hints.sevl(s, d);
                                i++;
                                continue;
                            }
                            case 299 -> {
                                setPc(s, Hints.yield(c, s, d, here));
                                next = -1;
                            }
                            case 300 -> {
                                setPc(s, Hints.wfe(c, s, d, here));
                                next = -1;
                            }
                            case 301 -> {
                                setPc(s, Hints.wfi(c, s, d, here));
                                next = -1;
                            }
                            case 302 -> {
                                setPc(s, Hints.sev(c, s, d, here));
                                next = -1;
                            }
                            case 303 -> {
                                LoadLiteral.ldr32(c, s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 38 -> {
                        switch (op) {
                            case 304 -> {
                                LoadLiteral.ldrsw(c, s, d);
                                i++;
                                continue;
                            }
                            case 305 -> {
                                LoadLiteral.prfm(s, d);
                                i++;
                                continue;
                            }
                            case 306 -> {
                                LoadStoreIndexed.ldrsb64(c, s, d);
                                i++;
                                continue;
                            }
                            case 307 -> {
                                LoadStoreIndexed.ldrsb64(c, s, d);
                                i++;
                                continue;
                            }
                            case 308 -> {
                                LoadStoreIndexed.ldrsb32(c, s, d);
                                i++;
                                continue;
                            }
                            case 309 -> {
                                LoadStoreIndexed.ldrsb32(c, s, d);
                                i++;
                                continue;
                            }
                            case 310 -> {
                                LoadStoreIndexed.strh(c, s, d);
                                i++;
                                continue;
                            }
                            case 311 -> {
                                LoadStoreIndexed.strh(c, s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 39 -> {
                        switch (op) {
                            case 312 -> {
                                LoadStoreIndexed.ldrh(c, s, d);
                                i++;
                                continue;
                            }
                            case 313 -> {
                                LoadStoreIndexed.ldrh(c, s, d);
                                i++;
                                continue;
                            }
                            case 314 -> {
                                LoadStoreIndexed.ldrsh64(c, s, d);
                                i++;
                                continue;
                            }
                            case 315 -> {
                                LoadStoreIndexed.ldrsh64(c, s, d);
                                i++;
                                continue;
                            }
                            case 316 -> {
                                LoadStoreIndexed.ldrsh32(c, s, d);
                                i++;
                                continue;
                            }
                            case 317 -> {
                                LoadStoreIndexed.ldrsh32(c, s, d);
                                i++;
                                continue;
                            }
                            case 318 -> {
                                LoadStoreOrdered.stlr16(c, s, d);
                                i++;
                                continue;
                            }
                            case 319 -> {
                                LoadStoreOrdered.stlr16(c, s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 40 -> {
                        switch (op) {
                            case 320 -> {
                                LoadStorePair.stpIndexed32(c, s, d);
                                i++;
                                continue;
                            }
                            case 321 -> {
                                LoadStorePair.stpIndexed32(c, s, d);
                                i++;
                                continue;
                            }
                            case 322 -> {
                                LoadStorePair.ldpIndexed32(c, s, d);
                                i++;
                                continue;
                            }
                            case 323 -> {
                                LoadStorePair.ldpIndexed32(c, s, d);
                                i++;
                                continue;
                            }
                            case 324 -> {
                                LoadStorePair.ldpsw(c, s, d);
                                i++;
                                continue;
                            }
                            case 325 -> {
                                LoadStorePair.ldpswIndexed(c, s, d);
                                i++;
                                continue;
                            }
                            case 326 -> {
                                LoadStorePair.ldpswIndexed(c, s, d);
                                i++;
                                continue;
                            }
                            case 327 -> {
                                LoadStoreRegister.ldrsb32(c, s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 41 -> {
                        switch (op) {
                            case 328 -> {
                                LoadStoreRegister.ldrsh64(c, s, d);
                                i++;
                                continue;
                            }
                            case 329 -> {
                                LoadStoreRegister.ldrsh32(c, s, d);
                                i++;
                                continue;
                            }
                            case 330 -> {
                                LoadStoreUnscaled.ldursb64(c, s, d);
                                i++;
                                continue;
                            }
                            case 331 -> {
                                LoadStoreUnscaled.ldursb32(c, s, d);
                                i++;
                                continue;
                            }
                            case 332 -> {
                                LoadStoreUnscaled.sturh(c, s, d);
                                i++;
                                continue;
                            }
                            case 333 -> {
                                LoadStoreUnscaled.ldurh(c, s, d);
                                i++;
                                continue;
                            }
                            case 334 -> {
                                LoadStoreUnscaled.ldursh64(c, s, d);
                                i++;
                                continue;
                            }
                            case 335 -> {
                                LoadStoreUnscaled.ldursh32(c, s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 42 -> {
                        switch (op) {
                            case 336 -> {
                                LoadStoreUnscaled.ldursw(c, s, d);
                                i++;
                                continue;
                            }
                            case 337 -> {
                                LoadStoreUnscaled.prfum(s, d);
                                i++;
                                continue;
                            }
                            case 338 -> {
                                LoadStoreUnsigned.ldrsb64(c, s, d);
                                i++;
                                continue;
                            }
                            case 339 -> {
                                LoadStoreUnsigned.ldrsb32(c, s, d);
                                i++;
                                continue;
                            }
                            case 340 -> {
                                LoadStoreUnsigned.ldrsh64(c, s, d);
                                i++;
                                continue;
                            }
                            case 341 -> {
                                LogicalShifted.eon64(s, d);
                                i++;
                                continue;
                            }
                            case 342 -> {
                                LogicalShifted.eon32(s, d);
                                i++;
                                continue;
                            }
                            case 343 -> {
                                setPc(s, SystemInstructions.msrImmediate(c, s, d, here));
                                next = -1;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
                    }
                    case 43 -> {
                        switch (op) {
                            case 344 -> {
                                setPc(s, SystemInstructions.msrImmediate(c, s, d, here));
                                next = -1;
                            }
                            case 345 -> {
                                setPc(s, SystemInstructions.msrImmediate(c, s, d, here));
                                next = -1;
                            }
                            case 346 -> {
                                setPc(s, SystemInstructions.msrImmediate(c, s, d, here));
                                next = -1;
                            }
                            case 347 -> {
                                setPc(s, SystemInstructions.msrImmediate(c, s, d, here));
                                next = -1;
                            }
                            case 348 -> {
                                SystemInstructions.sysl(c, s, d);
                                i++;
                                continue;
                            }
                            default -> next = Groups.execute(c, s, d, here);
                        }
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
                pages.leave();
                break;
            }
        }
    }
}
