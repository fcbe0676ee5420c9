// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** The texts of every encoding, for disassembler, assembler and explanations. The index is the operation's number. */
final class EncodingTexts {
    static final String[] NAME = new String[Encodings.COUNT];
    static final String[] BITS = new String[Encodings.COUNT];
    static final String[] ASM = new String[Encodings.COUNT];
    static final String[][] ALIAS = new String[Encodings.COUNT][];

    static {
        part0();
        part1();
        part2();
        part3();
        part4();
        part5();
        part6();
        part7();
        part8();
        part9();
        part10();
    }

    private EncodingTexts() {
    }

    private static void put(int op, String name, String bits, String asm, String... alias) {
        NAME[op] = name;
        BITS[op] = bits;
        ASM[op] = asm;
        ALIAS[op] = alias;
    }

    private static void part0() {
        put(8, "LogicalShifted.orr64", "1 01 01010 00 0 Rm imm6:6 Rn Rd", "orr <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 && imm6 == 0 => mov <Xd>, <Xm>");
        put(9, "Hints.nothing", "1101010100 0 00 011 0010 hint:7 11111", "hint <#hint>",
                "hint == 22 => clearbhb");
        put(10, "Hints.nothing", "1101010100 0 00 011 0010 0000 000 11111", "nop");
        put(11, "Hints.nothing", "1101010100 0 00 011 0010 0010 000 11111", "esb");
        put(12, "Hints.nothing", "1101010100 0 00 011 0010 0010 001 11111", "psb csync");
        put(13, "Hints.nothing", "1101010100 0 00 011 0010 0010 010 11111", "tsb csync");
        put(14, "Hints.nothing", "1101010100 0 00 011 0010 0010 100 11111", "csdb");
        put(15, "Hints.nothing", "1101010100 0 00 011 0010 0100 000 11111", "bti");
        put(16, "Hints.nothing", "1101010100 0 00 011 0010 0100 010 11111", "bti c");
        put(17, "Hints.nothing", "1101010100 0 00 011 0010 0100 100 11111", "bti j");
        put(18, "Hints.nothing", "1101010100 0 00 011 0010 0100 110 11111", "bti jc");
        put(19, "Hints.nothing", "1101010100 0 00 011 0011 CRm:4 100 11111", "dsb <{barrier}>",
                "CRm == 0 => ssbb",
                "CRm == 4 => pssbb");
        put(20, "Hints.nothing", "1101010100 0 00 011 0011 CRm:4 101 11111", "dmb <{barrier}>");
        put(21, "Hints.nothing", "1101010100 0 00 011 0011 CRm:4 110 11111", "isb <#CRm>",
                "CRm == 15 => isb");
        put(22, "Hints.nothing", "1101010100 0 00 011 0011 0000 111 11111", "sb");
        put(23, "LoadStoreUnsigned.ldr64", "11 111 0 01 01 imm12:12 Rn|SP Rt", "ldr <Xt>, [<Xn|SP><{,#imm12*8}>]");
        put(24, "AddSubImmediate.add64", "1 0 0 100010 sh:1 imm12:12 Rn|SP Rd|SP", "add <Xd|SP>, <Xn|SP>, <{addimm}>",
                "sh == 0 && imm12 == 0 && (Rd == 31 || Rn == 31) => mov <Xd|SP>, <Xn|SP>");
        put(25, "ConditionalBranch.eq", "0101010 0 imm19:19 0 0000", "b.eq <label:imm19*4>");
        put(26, "AddSubShifted.subs64", "1 1 1 01011 00 0 Rm imm6:6 Rn Rd", "subs <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmp <Xn>, <Xm><{,shift}>",
                "Rn == 31 => negs <Xd>, <Xm><{,shift}>");
        put(27, "ConditionalBranch.ne", "0101010 0 imm19:19 0 0001", "b.ne <label:imm19*4>");
        put(28, "AddSubImmediate.subs32", "0 1 1 100010 sh:1 imm12:12 Rn|SP Rd", "subs <Wd>, <Wn|WSP>, <{addimm}>",
                "Rd == 31 => cmp <Wn|WSP>, <{addimm}>");
        put(29, "AddSubShifted.add64", "1 0 0 01011 00 0 Rm imm6:6 Rn Rd", "add <Xd>, <Xn>, <Xm><{,shift}>");
        put(30, "LoadStorePair.stp64", "10 101 0 010 0 imm7:7 Rt2 Rn|SP Rts", "stp <Xt>, <Xt2>, [<Xn|SP><{,#simm7*8}>]");
        put(31, "LoadStorePair.stp64", "10 101 0 000 0 imm7:7 Rt2 Rn|SP Rts", "stnp <Xt>, <Xt2>, [<Xn|SP><{,#simm7*8}>]");
        put(32, "Branch.ret", "1101011 0 0 10 11111 000000 Rn 00000", "ret <Xn>",
                "Rn == 30 => ret");
        put(33, "LoadStoreUnsigned.ldr32", "10 111 0 01 01 imm12:12 Rn|SP Rt", "ldr <Wt>, [<Xn|SP><{,#imm12*4}>]");
        put(34, "LoadStorePair.ldp64", "10 101 0 010 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Xt>, <Xt2>, [<Xn|SP><{,#simm7*8}>]");
        put(35, "LoadStorePair.ldp64", "10 101 0 000 1 imm7:7 Rt2 Rn|SP Rt", "ldnp <Xt>, <Xt2>, [<Xn|SP><{,#simm7*8}>]");
        put(36, "CompareBranch.cbnz32", "0 011010 1 imm19:19 Rts", "cbnz <Wt>, <label:imm19*4>");
        put(37, "Branch.bl", "1 00101 imm26:26", "bl <label:imm26*4>");
        put(38, "AddSubShifted.sub64", "1 1 0 01011 00 0 Rm imm6:6 Rn Rd", "sub <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => neg <Xd>, <Xm><{,shift}>");
        put(39, "LoadStoreUnsigned.str64", "11 111 0 01 00 imm12:12 Rn|SP Rts", "str <Xt>, [<Xn|SP><{,#imm12*8}>]");
        put(40, "LogicalShifted.orr32", "0 01 01010 00 0 Rm 0 imm5:5 Rn Rd", "orr <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 && imm5 == 0 => mov <Wd>, <Wm>");
        put(41, "CompareBranch.cbz64", "1 011010 0 imm19:19 Rts", "cbz <Xt>, <label:imm19*4>");
        put(42, "Branch.b", "0 00101 imm26:26", "b <label:imm26*4>");
        put(43, "AddSubShifted.add32", "0 0 0 01011 00 0 Rm 0 imm5:5 Rn Rd", "add <Wd>, <Wn>, <Wm><{,shift}>");
        put(44, "LoadStoreIndexed.ldrb", "00 111 0 00 01 0 imm9:9 01 Rn|SP Rt", "ldrb <Wt>, [<Xn|SP>], <#simm9>");
        put(45, "LoadStoreIndexed.ldrb", "00 111 0 00 01 0 imm9:9 11 Rn|SP Rt", "ldrb <Wt>, [<Xn|SP>, <#simm9>]!");
        put(46, "MoveWide.movz32", "0 10 100101 0 hw:1 imm16:16 Rd", "movz <Wd>, <#imm16><{,hw}>",
                "!(imm16 == 0 && hw != 0) => mov <Wd>, <{movz}>");
        put(47, "LoadStoreRegister.ldrb", "00 111 0 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrb <Wt>, [<Xn|SP>, <{index:0}>]");
        put(48, "AddSubShifted.subs32", "0 1 1 01011 00 0 Rm 0 imm5:5 Rn Rd", "subs <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmp <Wn>, <Wm><{,shift}>",
                "Rn == 31 => negs <Wd>, <Wm><{,shift}>");
        put(49, "LoadStoreRegister.ldr64", "11 111 0 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <Xt>, [<Xn|SP>, <{index:3}>]");
        put(50, "LogicalImmediate.ands64", "1 11 100100 N:1 immr:6 imms:6 Rn Rd", "ands <Xd>, <Xn>, <{bitmask}>",
                "Rd == 31 => tst <Xn>, <{bitmask}>");
        put(51, "Bitfield.ubfm64", "1 10 100110 1 immr:6 imms:6 Rn Rd", "ubfm <Xd>, <Xn>, <#immr>, <#imms>",
                "imms != 63 && imms + 1 == immr => lsl <Xd>, <Xn>, <{lslamount}>",
                "imms == 63 => lsr <Xd>, <Xn>, <#immr>",
                "imms < immr => ubfiz <Xd>, <Xn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => ubfx <Xd>, <Xn>, <#immr>, <{bfxwidth}>");
        put(52, "CompareBranch.cbz32", "0 011010 0 imm19:19 Rts", "cbz <Wt>, <label:imm19*4>");
        put(53, "MoveWide.movz64", "1 10 100101 hw:2 imm16:16 Rd", "movz <Xd>, <#imm16><{,hw}>",
                "!(imm16 == 0 && hw != 0) => mov <Xd>, <{movz}>");
        put(54, "LoadStorePair.stpIndexed64", "10 101 0 001 0 imm7:7 Rt2 Rn|SP Rts", "stp <Xt>, <Xt2>, [<Xn|SP>], <#simm7*8>");
        put(55, "LoadStorePair.stpIndexed64", "10 101 0 011 0 imm7:7 Rt2 Rn|SP Rts", "stp <Xt>, <Xt2>, [<Xn|SP>, <#simm7*8>]!");
        put(56, "LoadStorePair.ldpIndexed64", "10 101 0 001 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Xt>, <Xt2>, [<Xn|SP>], <#simm7*8>");
        put(57, "LoadStorePair.ldpIndexed64", "10 101 0 011 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Xt>, <Xt2>, [<Xn|SP>, <#simm7*8>]!");
        put(58, "AddSubImmediate.subs64", "1 1 1 100010 sh:1 imm12:12 Rn|SP Rd", "subs <Xd>, <Xn|SP>, <{addimm}>",
                "Rd == 31 => cmp <Xn|SP>, <{addimm}>");
        put(59, "LogicalImmediate.and32", "0 00 100100 0 immr:6 imms:6 Rn Rd|SP", "and <Wd|WSP>, <Wn>, <{bitmask}>");
        put(60, "ConditionalBranch.hi", "0101010 0 imm19:19 0 1000", "b.hi <label:imm19*4>");
        put(61, "LoadStoreUnsigned.ldrb", "00 111 0 01 01 imm12:12 Rn|SP Rt", "ldrb <Wt>, [<Xn|SP><{,#imm12}>]");
        put(62, "ConditionalBranch.ls", "0101010 0 imm19:19 0 1001", "b.ls <label:imm19*4>");
        put(63, "LoadStoreRegister.str64", "11 111 0 00 00 1 Rm option:3 S:1 10 Rn|SP Rts", "str <Xt>, [<Xn|SP>, <{index:3}>]");
        put(64, "PcRelative.adrp", "1 immlo:2 10000 immhi:19 Rd", "adrp <Xd>, <{adrp}>");
        put(65, "LogicalImmediate.and64", "1 00 100100 N:1 immr:6 imms:6 Rn Rd|SP", "and <Xd|SP>, <Xn>, <{bitmask}>");
        put(66, "LoadStoreUnsigned.str32", "10 111 0 01 00 imm12:12 Rn|SP Rts", "str <Wt>, [<Xn|SP><{,#imm12*4}>]");
        put(67, "ConditionalSelect.csel64", "1 0 0 11010100 Rm cond:4 0 0 Rn Rd", "csel <Xd>, <Xn>, <Xm>, <{cond}>");
        put(68, "Extract.extr32", "0 00 100111 0 0 Rm 0 imms:5 Rn Rd", "extr <Wd>, <Wn>, <Wm>, <#imms>",
                "Rn == Rm => ror <Wd>, <Wn>, <#imms>");
        put(69, "LogicalShifted.and64", "1 00 01010 00 0 Rm imm6:6 Rn Rd", "and <Xd>, <Xn>, <Xm><{,shift}>");
        put(70, "LogicalShifted.eor32", "0 10 01010 00 0 Rm 0 imm5:5 Rn Rd", "eor <Wd>, <Wn>, <Wm><{,shift}>");
        put(71, "CompareBranch.cbnz64", "1 011010 1 imm19:19 Rts", "cbnz <Xt>, <label:imm19*4>");
        put(72, "AddSubImmediate.sub64", "1 1 0 100010 sh:1 imm12:12 Rn|SP Rd|SP", "sub <Xd|SP>, <Xn|SP>, <{addimm}>");
        put(73, "ConditionalCompare.ccmpImmediate32", "0 1 1 11010010 imm5:5 cond:4 1 0 Rn 0 nzcv:4", "ccmp <Wn>, <#imm5>, <#nzcv>, <{cond}>");
        put(74, "AddSubImmediate.add32", "0 0 0 100010 sh:1 imm12:12 Rn|SP Rd|SP", "add <Wd|WSP>, <Wn|WSP>, <{addimm}>",
                "sh == 0 && imm12 == 0 && (Rd == 31 || Rn == 31) => mov <Wd|WSP>, <Wn|WSP>");
        put(75, "LogicalImmediate.orr64", "1 01 100100 N:1 immr:6 imms:6 Rn Rd|SP", "orr <Xd|SP>, <Xn>, <{bitmask}>",
                "Rn == 31 => mov <Xd|SP>, <{movbitmask}>");
        put(76, "DataProcessing3.madd64", "1 00 11011 000 Rm 0 Ra Rn Rd", "madd <Xd>, <Xn>, <Xm>, <Xa>",
                "Ra == 31 => mul <Xd>, <Xn>, <Xm>");
        put(77, "ConditionalBranch.cs", "0101010 0 imm19:19 0 0010", "b.cs <label:imm19*4>");
        put(78, "SystemInstructions.mrsSpEl0", "1101010100 1 11 000 0100 0001 000 Rt", "mrs <Xt>, <{sysreg}>");
        put(79, "Bitfield.sbfm64", "1 00 100110 1 immr:6 imms:6 Rn Rd", "sbfm <Xd>, <Xn>, <#immr>, <#imms>",
                "imms == 63 => asr <Xd>, <Xn>, <#immr>",
                "immr == 0 && imms == 7 => sxtb <Xd>, <Wn>",
                "immr == 0 && imms == 15 => sxth <Xd>, <Wn>",
                "immr == 0 && imms == 31 => sxtw <Xd>, <Wn>",
                "imms < immr => sbfiz <Xd>, <Xn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => sbfx <Xd>, <Xn>, <#immr>, <{bfxwidth}>");
        put(80, "Branch.blr", "1101011 0 0 01 11111 000000 Rn 00000", "blr <Xn>");
        put(81, "ConditionalSelect.csinc32", "0 0 0 11010100 Rm cond:4 0 1 Rn Rd", "csinc <Wd>, <Wn>, <Wm>, <{cond}>",
                "Rm == 31 && Rn == 31 && cond < 14 => cset <Wd>, <{notcond}>",
                "Rm == Rn && cond < 14 => cinc <Wd>, <Wn>, <{notcond}>");
        put(82, "AddSubImmediate.sub32", "0 1 0 100010 sh:1 imm12:12 Rn|SP Rd|SP", "sub <Wd|WSP>, <Wn|WSP>, <{addimm}>");
        put(83, "CompareBranch.tbnz", "0 011011 1 b40:5 imm14:14 Rts", "tbnz <Wt>, <{bitnumber}>, <label:imm14*4>");
        put(84, "CompareBranch.tbnz", "1 011011 1 b40:5 imm14:14 Rts", "tbnz <Xt>, <{bitnumber}>, <label:imm14*4>");
        put(85, "AddSubShifted.sub32", "0 1 0 01011 00 0 Rm 0 imm5:5 Rn Rd", "sub <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => neg <Wd>, <Wm><{,shift}>");
        put(86, "SystemInstructions.cache", "1101010100 0 01 011 0111 0101 001 Rts", "ic ivau, <Xt>");
        put(87, "SystemInstructions.cache", "1101010100 0 01 011 0111 0100 001 Rts", "dc zva, <Xt>");
        put(88, "SystemInstructions.cache", "1101010100 0 01 011 0111 1010 001 Rts", "dc cvac, <Xt>");
        put(89, "SystemInstructions.cache", "1101010100 0 01 011 0111 1011 001 Rts", "dc cvau, <Xt>");
        put(90, "SystemInstructions.cache", "1101010100 0 01 011 0111 1110 001 Rts", "dc civac, <Xt>");
        put(91, "AddSubExtended.add64", "1 0 0 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd|SP", "add <Xd|SP>, <Xn|SP>, <{extended}>");
        put(92, "DataProcessing1.rev64", "1 1 0 11010110 00000 000011 Rn Rd", "rev <Xd>, <Xn>");
        put(93, "AddSubImmediate.adds32", "0 0 1 100010 sh:1 imm12:12 Rn|SP Rd", "adds <Wd>, <Wn|WSP>, <{addimm}>",
                "Rd == 31 => cmn <Wn|WSP>, <{addimm}>");
        put(94, "ConditionalBranch.cc", "0101010 0 imm19:19 0 0011", "b.cc <label:imm19*4>");
        put(95, "ConditionalCompare.ccmp32", "0 1 1 11010010 Rm cond:4 0 0 Rn 0 nzcv:4", "ccmp <Wn>, <Wm>, <#nzcv>, <{cond}>");
        put(96, "ConditionalSelect.csinc64", "1 0 0 11010100 Rm cond:4 0 1 Rn Rd", "csinc <Xd>, <Xn>, <Xm>, <{cond}>",
                "Rm == 31 && Rn == 31 && cond < 14 => cset <Xd>, <{notcond}>",
                "Rm == Rn && cond < 14 => cinc <Xd>, <Xn>, <{notcond}>");
        put(97, "LogicalShifted.and32", "0 00 01010 00 0 Rm 0 imm5:5 Rn Rd", "and <Wd>, <Wn>, <Wm><{,shift}>");
        put(98, "LogicalImmediate.ands32", "0 11 100100 0 immr:6 imms:6 Rn Rd", "ands <Wd>, <Wn>, <{bitmask}>",
                "Rd == 31 => tst <Wn>, <{bitmask}>");
        put(99, "LogicalShifted.eor64", "1 10 01010 00 0 Rm imm6:6 Rn Rd", "eor <Xd>, <Xn>, <Xm><{,shift}>");
        put(100, "MoveWide.movk", "1 11 100101 hw:2 imm16:16 Rd", "movk <Xd>, <#imm16><{,hw}>");
        put(101, "MoveWide.movk", "0 11 100101 0 hw:1 imm16:16 Rd", "movk <Wd>, <#imm16><{,hw}>");
        put(102, "DataProcessing2.lslv64", "1 0 0 11010110 Rm 0010 00 Rn Rd", "lsl <Xd>, <Xn>, <Xm>");
        put(103, "LoadStoreUnsigned.prfm", "11 111 0 01 10 imm12:12 Rn|SP prfop:5", "prfm <{prfop}>, [<Xn|SP><{,#imm12*8}>]");
        put(104, "ConditionalSelect.csinv32", "0 1 0 11010100 Rm cond:4 0 0 Rn Rd", "csinv <Wd>, <Wn>, <Wm>, <{cond}>",
                "Rm == 31 && Rn == 31 && cond < 14 => csetm <Wd>, <{notcond}>",
                "Rm == Rn && cond < 14 => cinv <Wd>, <Wn>, <{notcond}>");
        put(105, "CompareBranch.tbz", "0 011011 0 b40:5 imm14:14 Rts", "tbz <Wt>, <{bitnumber}>, <label:imm14*4>");
        put(106, "CompareBranch.tbz", "1 011011 0 b40:5 imm14:14 Rts", "tbz <Xt>, <{bitnumber}>, <label:imm14*4>");
        put(107, "LoadStoreIndexed.ldr64", "11 111 0 00 01 0 imm9:9 01 Rn|SP Rt", "ldr <Xt>, [<Xn|SP>], <#simm9>");
        put(108, "LoadStoreIndexed.ldr64", "11 111 0 00 01 0 imm9:9 11 Rn|SP Rt", "ldr <Xt>, [<Xn|SP>, <#simm9>]!");
        put(109, "ConditionalBranch.ge", "0101010 0 imm19:19 0 1010", "b.ge <label:imm19*4>");
        put(110, "LoadStorePair.ldp32", "00 101 0 010 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Wt>, <Wt2>, [<Xn|SP><{,#simm7*4}>]");
        put(111, "LoadStorePair.ldp32", "00 101 0 000 1 imm7:7 Rt2 Rn|SP Rt", "ldnp <Wt>, <Wt2>, [<Xn|SP><{,#simm7*4}>]");
        put(112, "LoadStorePair.stp32", "00 101 0 010 0 imm7:7 Rt2 Rn|SP Rts", "stp <Wt>, <Wt2>, [<Xn|SP><{,#simm7*4}>]");
        put(113, "LoadStorePair.stp32", "00 101 0 000 0 imm7:7 Rt2 Rn|SP Rts", "stnp <Wt>, <Wt2>, [<Xn|SP><{,#simm7*4}>]");
        put(114, "ConditionalCompare.ccmp64", "1 1 1 11010010 Rm cond:4 0 0 Rn 0 nzcv:4", "ccmp <Xn>, <Xm>, <#nzcv>, <{cond}>");
        put(115, "LogicalShifted.bics64", "1 11 01010 00 1 Rm imm6:6 Rn Rd", "bics <Xd>, <Xn>, <Xm><{,shift}>");
        put(116, "SystemInstructions.mrsTpidrEl1", "1101010100 1 11 000 1101 0000 100 Rt", "mrs <Xt>, <{sysreg}>");
        put(117, "DataProcessing2.lsrv64", "1 0 0 11010110 Rm 0010 01 Rn Rd", "lsr <Xd>, <Xn>, <Xm>");
        put(118, "MoveWide.movn32", "0 00 100101 0 hw:1 imm16:16 Rd", "movn <Wd>, <#imm16><{,hw}>",
                "!(imm16 == 0 && hw != 0) && imm16 != 65535 => mov <Wd>, <{movn}>");
        put(119, "LogicalShifted.bic64", "1 00 01010 00 1 Rm imm6:6 Rn Rd", "bic <Xd>, <Xn>, <Xm><{,shift}>");
        put(120, "DataProcessing1.clz64", "1 1 0 11010110 00000 000100 Rn Rd", "clz <Xd>, <Xn>");
        put(121, "Bitfield.ubfm32", "0 10 100110 0 0 immr:5 0 imms:5 Rn Rd", "ubfm <Wd>, <Wn>, <#immr>, <#imms>",
                "imms != 31 && imms + 1 == immr => lsl <Wd>, <Wn>, <{lslamount}>",
                "imms == 31 => lsr <Wd>, <Wn>, <#immr>",
                "immr == 0 && imms == 7 => uxtb <Wd>, <Wn>",
                "immr == 0 && imms == 15 => uxth <Wd>, <Wn>",
                "imms < immr => ubfiz <Wd>, <Wn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => ubfx <Wd>, <Wn>, <#immr>, <{bfxwidth}>");
        put(122, "Exclusive.ldxr32", "10 001000 0 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", "ldxr <Wt>, [<Xn|SP>]");
        put(123, "Exclusive.ldxr32", "10 001000 0 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldaxr <Wt>, [<Xn|SP>]");
        put(124, "LoadStoreUnsigned.strb", "00 111 0 01 00 imm12:12 Rn|SP Rts", "strb <Wt>, [<Xn|SP><{,#imm12}>]");
        put(125, "AddSubImmediate.adds64", "1 0 1 100010 sh:1 imm12:12 Rn|SP Rd", "adds <Xd>, <Xn|SP>, <{addimm}>",
                "Rd == 31 => cmn <Xn|SP>, <{addimm}>");
        put(126, "Exclusive.stxr32", "10 001000 0 0 0 Rs 0 sbo:5 Rn|SP Rts", "stxr <Ws>, <Wt>, [<Xn|SP>]");
        put(127, "Exclusive.stxr32", "10 001000 0 0 0 Rs 1 sbo:5 Rn|SP Rts", "stlxr <Ws>, <Wt>, [<Xn|SP>]");
        put(128, "MoveWide.movn64", "1 00 100101 hw:2 imm16:16 Rd", "movn <Xd>, <#imm16><{,hw}>",
                "!(imm16 == 0 && hw != 0) => mov <Xd>, <{movn}>");
        put(129, "LoadStoreUnscaled.ldur64", "11 111 0 00 01 0 imm9:9 00 Rn|SP Rt", "ldur <Xt>, [<Xn|SP><{,#simm9}>]");
        put(130, "ConditionalCompare.ccmpImmediate64", "1 1 1 11010010 imm5:5 cond:4 1 0 Rn 0 nzcv:4", "ccmp <Xn>, <#imm5>, <#nzcv>, <{cond}>");
        put(131, "LoadStoreUnsigned.ldrh", "01 111 0 01 01 imm12:12 Rn|SP Rt", "ldrh <Wt>, [<Xn|SP><{,#imm12*2}>]");
        put(132, "LoadStoreRegister.ldr32", "10 111 0 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <Wt>, [<Xn|SP>, <{index:2}>]");
        put(133, "SystemInstructions.mrs", "1101010100 1 1 o0:1 op1:3 CRn:4 CRm:4 op2:3 Rt", "mrs <Xt>, <{sysreg}>");
        put(134, "AddSubShifted.adds64", "1 0 1 01011 00 0 Rm imm6:6 Rn Rd", "adds <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmn <Xn>, <Xm><{,shift}>");
        put(135, "LoadStoreOrdered.stlr8", "00 001000 1 0 0 sbo:5 1 sbo2:5 Rn|SP Rts", "stlrb <Wt>, [<Xn|SP>]");
    }

    private static void part1() {
        put(136, "LoadStoreOrdered.stlr8", "00 001000 1 0 0 sbo:5 0 sbo2:5 Rn|SP Rts", "stllrb <Wt>, [<Xn|SP>]");
        put(137, "Exclusive.ldxr64", "11 001000 0 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", "ldxr <Xt>, [<Xn|SP>]");
        put(138, "Exclusive.ldxr64", "11 001000 0 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldaxr <Xt>, [<Xn|SP>]");
        put(139, "ConditionalBranch.le", "0101010 0 imm19:19 0 1101", "b.le <label:imm19*4>");
        put(140, "DataProcessing1.rev32", "0 1 0 11010110 00000 000010 Rn Rd", "rev <Wd>, <Wn>");
        put(141, "LogicalImmediate.orr32", "0 01 100100 0 immr:6 imms:6 Rn Rd|SP", "orr <Wd|WSP>, <Wn>, <{bitmask}>",
                "Rn == 31 => mov <Wd|WSP>, <{movbitmask}>");
        put(142, "ConditionalBranch.lt", "0101010 0 imm19:19 0 1011", "b.lt <label:imm19*4>");
        put(143, "ConditionalSelect.csel32", "0 0 0 11010100 Rm cond:4 0 0 Rn Rd", "csel <Wd>, <Wn>, <Wm>, <{cond}>");
        put(144, "LogicalShifted.ands32", "0 11 01010 00 0 Rm 0 imm5:5 Rn Rd", "ands <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => tst <Wn>, <Wm><{,shift}>");
        put(145, "ConditionalBranch.gt", "0101010 0 imm19:19 0 1100", "b.gt <label:imm19*4>");
        put(146, "LogicalShifted.ands64", "1 11 01010 00 0 Rm imm6:6 Rn Rd", "ands <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => tst <Xn>, <Xm><{,shift}>");
        put(147, "Exclusive.stxr64", "11 001000 0 0 0 Rs 0 sbo:5 Rn|SP Rts", "stxr <Ws>, <Xt>, [<Xn|SP>]");
        put(148, "Exclusive.stxr64", "11 001000 0 0 0 Rs 1 sbo:5 Rn|SP Rts", "stlxr <Ws>, <Xt>, [<Xn|SP>]");
        put(149, "LoadStoreIndexed.str64", "11 111 0 00 00 0 imm9:9 01 Rn|SP Rts", "str <Xt>, [<Xn|SP>], <#simm9>");
        put(150, "LoadStoreIndexed.str64", "11 111 0 00 00 0 imm9:9 11 Rn|SP Rts", "str <Xt>, [<Xn|SP>, <#simm9>]!");
        put(151, "LogicalImmediate.eor32", "0 10 100100 0 immr:6 imms:6 Rn Rd|SP", "eor <Wd|WSP>, <Wn>, <{bitmask}>");
        put(152, "LoadStoreUnsigned.strh", "01 111 0 01 00 imm12:12 Rn|SP Rts", "strh <Wt>, [<Xn|SP><{,#imm12*2}>]");
        put(153, "LoadStoreUnscaled.stur64", "11 111 0 00 00 0 imm9:9 00 Rn|SP Rts", "stur <Xt>, [<Xn|SP><{,#simm9}>]");
        put(154, "ConditionalBranch.mi", "0101010 0 imm19:19 0 0100", "b.mi <label:imm19*4>");
        put(155, "SystemInstructions.msrDaif", "1101010100 0 1 1 011 0100 0010 001 Rts", "msr <{sysreg}>, <Xt>");
        put(156, "DataProcessing2.lslv32", "0 0 0 11010110 Rm 0010 00 Rn Rd", "lsl <Wd>, <Wn>, <Wm>");
        put(157, "ConditionalSelect.csinv64", "1 1 0 11010100 Rm cond:4 0 0 Rn Rd", "csinv <Xd>, <Xn>, <Xm>, <{cond}>",
                "Rm == 31 && Rn == 31 && cond < 14 => csetm <Xd>, <{notcond}>",
                "Rm == Rn && cond < 14 => cinv <Xd>, <Xn>, <{notcond}>");
        put(158, "AddSubShifted.adds32", "0 0 1 01011 00 0 Rm 0 imm5:5 Rn Rd", "adds <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmn <Wn>, <Wm><{,shift}>");
        put(159, "LoadStoreUnsigned.ldrsw", "10 111 0 01 10 imm12:12 Rn|SP Rt", "ldrsw <Xt>, [<Xn|SP><{,#imm12*4}>]");
        put(160, "LoadStoreRegister.str32", "10 111 0 00 00 1 Rm option:3 S:1 10 Rn|SP Rts", "str <Wt>, [<Xn|SP>, <{index:2}>]");
        put(161, "AddSubExtended.subs64", "1 1 1 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd", "subs <Xd>, <Xn|SP>, <{extended}>",
                "Rd == 31 => cmp <Xn|SP>, <{extended}>");
        put(162, "Exclusive.stxp64", "11 001000 0 0 1 Rs 0 Rt2 Rn|SP Rts", "stxp <Ws>, <Xt>, <Xt2>, [<Xn|SP>]");
        put(163, "Exclusive.stxp64", "11 001000 0 0 1 Rs 1 Rt2 Rn|SP Rts", "stlxp <Ws>, <Xt>, <Xt2>, [<Xn|SP>]");
        put(164, "LoadStoreOrdered.stlr64", "11 001000 1 0 0 sbo:5 1 sbo2:5 Rn|SP Rts", "stlr <Xt>, [<Xn|SP>]");
        put(165, "LoadStoreOrdered.stlr64", "11 001000 1 0 0 sbo:5 0 sbo2:5 Rn|SP Rts", "stllr <Xt>, [<Xn|SP>]");
        put(166, "Exclusive.ldxp64", "11 001000 0 1 1 sbo:5 0 Rt2 Rn|SP Rt", "ldxp <Xt>, <Xt2>, [<Xn|SP>]");
        put(167, "Exclusive.ldxp64", "11 001000 0 1 1 sbo:5 1 Rt2 Rn|SP Rt", "ldaxp <Xt>, <Xt2>, [<Xn|SP>]");
        put(168, "DataProcessing3.umaddl", "1 00 11011 101 Rm 0 Ra Rn Rd", "umaddl <Xd>, <Wn>, <Wm>, <Xa>",
                "Ra == 31 => umull <Xd>, <Wn>, <Wm>");
        put(169, "SystemInstructions.sys", "1101010100 0 01 op1:3 CRn:4 CRm:4 op2:3 Rts", "sys <#op1>, <{Cn}>, <{Cm}>, <#op2><{,optionalXt}>",
                "CRn == 7 || CRn == 8 => <{sysop}>");
        put(170, "LoadStoreRegister.prfm", "11 111 0 00 10 1 Rm option:3 S:1 10 Rn|SP prfop:5", "prfm <{prfop}>, [<Xn|SP>, <{index:3}>]");
        put(171, "SystemInstructions.daifSet", "1101010100 0 00 011 0100 CRm:4 110 11111", "msr daifset, <#CRm>");
        put(172, "AddSubExtended.subs32", "0 1 1 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd", "subs <Wd>, <Wn|WSP>, <{extended}>",
                "Rd == 31 => cmp <Wn|WSP>, <{extended}>");
        put(173, "Bitfield.bfm32", "0 01 100110 0 0 immr:5 0 imms:5 Rn Rd", "bfm <Wd>, <Wn>, <#immr>, <#imms>",
                "Rn == 31 && imms < immr => bfc <Wd>, <{bfizlsb}>, <{bfizwidth}>",
                "imms < immr => bfi <Wd>, <Wn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => bfxil <Wd>, <Wn>, <#immr>, <{bfxwidth}>");
        put(174, "LoadStoreRegister.strb", "00 111 0 00 00 1 Rm option:3 S:1 10 Rn|SP Rts", "strb <Wt>, [<Xn|SP>, <{index:0}>]");
        put(175, "LoadStoreIndexed.str32", "10 111 0 00 00 0 imm9:9 01 Rn|SP Rts", "str <Wt>, [<Xn|SP>], <#simm9>");
        put(176, "LoadStoreIndexed.str32", "10 111 0 00 00 0 imm9:9 11 Rn|SP Rts", "str <Wt>, [<Xn|SP>, <#simm9>]!");
        put(177, "LoadStoreUnscaled.stur32", "10 111 0 00 00 0 imm9:9 00 Rn|SP Rts", "stur <Wt>, [<Xn|SP><{,#simm9}>]");
        put(178, "ConditionalSelect.csneg32", "0 1 0 11010100 Rm cond:4 0 1 Rn Rd", "csneg <Wd>, <Wn>, <Wm>, <{cond}>",
                "Rm == Rn && cond < 14 => cneg <Wd>, <Wn>, <{notcond}>");
        put(179, "LoadStoreRegister.ldrh", "01 111 0 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrh <Wt>, [<Xn|SP>, <{index:1}>]");
        put(180, "LoadStoreUnscaled.ldur32", "10 111 0 00 01 0 imm9:9 00 Rn|SP Rt", "ldur <Wt>, [<Xn|SP><{,#simm9}>]");
        put(181, "Bitfield.sbfm32", "0 00 100110 0 0 immr:5 0 imms:5 Rn Rd", "sbfm <Wd>, <Wn>, <#immr>, <#imms>",
                "imms == 31 => asr <Wd>, <Wn>, <#immr>",
                "immr == 0 && imms == 7 => sxtb <Wd>, <Wn>",
                "immr == 0 && imms == 15 => sxth <Wd>, <Wn>",
                "imms < immr => sbfiz <Wd>, <Wn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => sbfx <Wd>, <Wn>, <#immr>, <{bfxwidth}>");
        put(182, "DataProcessing3.madd32", "0 00 11011 000 Rm 0 Ra Rn Rd", "madd <Wd>, <Wn>, <Wm>, <Wa>",
                "Ra == 31 => mul <Wd>, <Wn>, <Wm>");
        put(183, "DataProcessing2.lsrv32", "0 0 0 11010110 Rm 0010 01 Rn Rd", "lsr <Wd>, <Wn>, <Wm>");
        put(184, "LoadStoreIndexed.strb", "00 111 0 00 00 0 imm9:9 01 Rn|SP Rts", "strb <Wt>, [<Xn|SP>], <#simm9>");
        put(185, "LoadStoreIndexed.strb", "00 111 0 00 00 0 imm9:9 11 Rn|SP Rts", "strb <Wt>, [<Xn|SP>, <#simm9>]!");
        put(186, "LoadStoreOrdered.stlr32", "10 001000 1 0 0 sbo:5 1 sbo2:5 Rn|SP Rts", "stlr <Wt>, [<Xn|SP>]");
        put(187, "LoadStoreOrdered.stlr32", "10 001000 1 0 0 sbo:5 0 sbo2:5 Rn|SP Rts", "stllr <Wt>, [<Xn|SP>]");
        put(188, "LoadStoreRegister.ldrsb64", "00 111 0 00 10 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrsb <Xt>, [<Xn|SP>, <{index:0}>]");
        put(189, "DataProcessing3.smaddl", "1 00 11011 001 Rm 0 Ra Rn Rd", "smaddl <Xd>, <Wn>, <Wm>, <Xa>",
                "Ra == 31 => smull <Xd>, <Wn>, <Wm>");
        put(190, "DataProcessing3.msub64", "1 00 11011 000 Rm 1 Ra Rn Rd", "msub <Xd>, <Xn>, <Xm>, <Xa>",
                "Ra == 31 => mneg <Xd>, <Xn>, <Xm>");
        put(191, "DataProcessing1.rbit64", "1 1 0 11010110 00000 000000 Rn Rd", "rbit <Xd>, <Xn>");
        put(192, "LoadStoreUnscaled.ldurb", "00 111 0 00 01 0 imm9:9 00 Rn|SP Rt", "ldurb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(193, "Extract.extr64", "1 00 100111 1 0 Rm imms:6 Rn Rd", "extr <Xd>, <Xn>, <Xm>, <#imms>",
                "Rn == Rm => ror <Xd>, <Xn>, <#imms>");
        put(194, "ConditionalSelect.csneg64", "1 1 0 11010100 Rm cond:4 0 1 Rn Rd", "csneg <Xd>, <Xn>, <Xm>, <{cond}>",
                "Rm == Rn && cond < 14 => cneg <Xd>, <Xn>, <{notcond}>");
        put(195, "LoadStoreOrdered.ldar32", "10 001000 1 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldar <Wt>, [<Xn|SP>]");
        put(196, "LoadStoreOrdered.ldar32", "10 001000 1 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", "ldlar <Wt>, [<Xn|SP>]");
        put(197, "LoadStoreOrdered.ldar32", "10 111 0 00 101 11111 1 100 00 Rn|SP Rt", "ldapr <Wt>, [<Xn|SP>]");
        put(198, "Branch.br", "1101011 0 0 00 11111 000000 Rn 00000", "br <Xn>");
        put(199, "LoadStoreOrdered.ldar16", "01 001000 1 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldarh <Wt>, [<Xn|SP>]");
        put(200, "LoadStoreOrdered.ldar16", "01 001000 1 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", "ldlarh <Wt>, [<Xn|SP>]");
        put(201, "LoadStoreOrdered.ldar16", "01 111 0 00 101 11111 1 100 00 Rn|SP Rt", "ldaprh <Wt>, [<Xn|SP>]");
        put(202, "DataProcessing2.udiv64", "1 0 0 11010110 Rm 00001 0 Rn Rd", "udiv <Xd>, <Xn>, <Xm>");
        put(203, "Bitfield.bfm64", "1 01 100110 1 immr:6 imms:6 Rn Rd", "bfm <Xd>, <Xn>, <#immr>, <#imms>",
                "Rn == 31 && imms < immr => bfc <Xd>, <{bfizlsb}>, <{bfizwidth}>",
                "imms < immr => bfi <Xd>, <Xn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => bfxil <Xd>, <Xn>, <#immr>, <{bfxwidth}>");
        put(204, "DataProcessing2.udiv32", "0 0 0 11010110 Rm 00001 0 Rn Rd", "udiv <Wd>, <Wn>, <Wm>");
        put(205, "LoadStoreRegister.strh", "01 111 0 00 00 1 Rm option:3 S:1 10 Rn|SP Rts", "strh <Wt>, [<Xn|SP>, <{index:1}>]");
        put(206, "LoadStoreUnscaled.sturb", "00 111 0 00 00 0 imm9:9 00 Rn|SP Rts", "sturb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(207, "LoadStoreUnsigned.ldrsh32", "01 111 0 01 11 imm12:12 Rn|SP Rt", "ldrsh <Wt>, [<Xn|SP><{,#imm12*2}>]");
        put(208, "SystemInstructions.msr", "1101010100 0 1 o0:1 op1:3 CRn:4 CRm:4 op2:3 Rts", "msr <{sysreg}>, <Xt>");
        put(209, "DataProcessing1.clz32", "0 1 0 11010110 00000 000100 Rn Rd", "clz <Wd>, <Wn>");
        put(210, "AddSubExtended.add32", "0 0 0 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd|SP", "add <Wd|WSP>, <Wn|WSP>, <{extended}>");
        put(211, "DataProcessing3.msub32", "0 00 11011 000 Rm 1 Ra Rn Rd", "msub <Wd>, <Wn>, <Wm>, <Wa>",
                "Ra == 31 => mneg <Wd>, <Wn>, <Wm>");
        put(212, "LoadStoreIndexed.ldr32", "10 111 0 00 01 0 imm9:9 01 Rn|SP Rt", "ldr <Wt>, [<Xn|SP>], <#simm9>");
        put(213, "LoadStoreIndexed.ldr32", "10 111 0 00 01 0 imm9:9 11 Rn|SP Rt", "ldr <Wt>, [<Xn|SP>, <#simm9>]!");
        put(214, "PcRelative.adr", "0 immlo:2 10000 immhi:19 Rd", "adr <Xd>, <{adr}>");
        put(215, "AddSubExtended.sub64", "1 1 0 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd|SP", "sub <Xd|SP>, <Xn|SP>, <{extended}>");
        put(216, "LogicalShifted.bics32", "0 11 01010 00 1 Rm 0 imm5:5 Rn Rd", "bics <Wd>, <Wn>, <Wm><{,shift}>");
        put(217, "LogicalShifted.bic32", "0 00 01010 00 1 Rm 0 imm5:5 Rn Rd", "bic <Wd>, <Wn>, <Wm><{,shift}>");
        put(218, "DataProcessing3.umulh", "1 00 11011 110 Rm 0 sbo:5 Rn Rd", "umulh <Xd>, <Xn>, <Xm>");
        put(219, "LogicalImmediate.eor64", "1 10 100100 N:1 immr:6 imms:6 Rn Rd|SP", "eor <Xd|SP>, <Xn>, <{bitmask}>");
        put(220, "AddSubExtended.adds64", "1 0 1 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd", "adds <Xd>, <Xn|SP>, <{extended}>",
                "Rd == 31 => cmn <Xn|SP>, <{extended}>");
        put(221, "DataProcessing1.rev16On32", "0 1 0 11010110 00000 000001 Rn Rd", "rev16 <Wd>, <Wn>");
        put(222, "DataProcessing2.asrv32", "0 0 0 11010110 Rm 0010 10 Rn Rd", "asr <Wd>, <Wn>, <Wm>");
        put(223, "DataProcessing2.sdiv64", "1 0 0 11010110 Rm 00001 1 Rn Rd", "sdiv <Xd>, <Xn>, <Xm>");
        put(224, "ExceptionGeneration.eret", "1101011 0100 11111 000000 11111 00000", "eret");
        put(225, "Exclusive.stxr8", "00 001000 0 0 0 Rs 0 sbo:5 Rn|SP Rts", "stxrb <Ws>, <Wt>, [<Xn|SP>]");
        put(226, "Exclusive.stxr8", "00 001000 0 0 0 Rs 1 sbo:5 Rn|SP Rts", "stlxrb <Ws>, <Wt>, [<Xn|SP>]");
        put(227, "LoadLiteral.ldr64", "01 011 0 00 imm19:19 Rt", "ldr <Xt>, <label:imm19*4>");
        put(228, "LoadStoreIndexed.ldrsw", "10 111 0 00 10 0 imm9:9 01 Rn|SP Rt", "ldrsw <Xt>, [<Xn|SP>], <#simm9>");
        put(229, "LoadStoreIndexed.ldrsw", "10 111 0 00 10 0 imm9:9 11 Rn|SP Rt", "ldrsw <Xt>, [<Xn|SP>, <#simm9>]!");
        put(230, "LogicalShifted.orn32", "0 01 01010 00 1 Rm 0 imm5:5 Rn Rd", "orn <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => mvn <Wd>, <Wm><{,shift}>");
        put(231, "SystemInstructions.mrsTpidrEl0", "1101010100 1 11 011 1101 0000 010 Rt", "mrs <Xt>, <{sysreg}>");
        put(232, "SystemInstructions.daifClear", "1101010100 0 00 011 0100 CRm:4 111 11111", "msr daifclr, <#CRm>");
        put(233, "DataProcessing1.rbit32", "0 1 0 11010110 00000 000000 Rn Rd", "rbit <Wd>, <Wn>");
        put(234, "LoadStoreOrdered.ldar64", "11 001000 1 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldar <Xt>, [<Xn|SP>]");
        put(235, "LoadStoreOrdered.ldar64", "11 001000 1 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", "ldlar <Xt>, [<Xn|SP>]");
        put(236, "LoadStoreOrdered.ldar64", "11 111 0 00 101 11111 1 100 00 Rn|SP Rt", "ldapr <Xt>, [<Xn|SP>]");
        put(237, "LoadStoreOrdered.ldar8", "00 001000 1 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldarb <Wt>, [<Xn|SP>]");
        put(238, "LoadStoreOrdered.ldar8", "00 001000 1 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", "ldlarb <Wt>, [<Xn|SP>]");
        put(239, "LoadStoreOrdered.ldar8", "00 111 0 00 101 11111 1 100 00 Rn|SP Rt", "ldaprb <Wt>, [<Xn|SP>]");
        put(240, "LoadStoreRegister.ldrsw", "10 111 0 00 10 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrsw <Xt>, [<Xn|SP>, <{index:2}>]");
        put(241, "LogicalShifted.orn64", "1 01 01010 00 1 Rm imm6:6 Rn Rd", "orn <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => mvn <Xd>, <Xm><{,shift}>");
        put(242, "AddSubExtended.adds32", "0 0 1 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd", "adds <Wd>, <Wn|WSP>, <{extended}>",
                "Rd == 31 => cmn <Wn|WSP>, <{extended}>");
        put(243, "AddSubExtended.sub32", "0 1 0 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd|SP", "sub <Wd|WSP>, <Wn|WSP>, <{extended}>");
        put(244, "AuthenticatedBranch.braaz", "1101011 0 0 00 11111 00001 0 Rn 11111", "braaz <Xn>");
        put(245, "AuthenticatedBranch.brabz", "1101011 0 0 00 11111 00001 1 Rn 11111", "brabz <Xn>");
        put(246, "AuthenticatedBranch.braa", "1101011 1 0 00 11111 00001 0 Rn Rd|SP", "braa <Xn>, <Xd|SP>");
        put(247, "AuthenticatedBranch.brab", "1101011 1 0 00 11111 00001 1 Rn Rd|SP", "brab <Xn>, <Xd|SP>");
        put(248, "AuthenticatedBranch.blraaz", "1101011 0 0 01 11111 00001 0 Rn 11111", "blraaz <Xn>");
        put(249, "AuthenticatedBranch.blrabz", "1101011 0 0 01 11111 00001 1 Rn 11111", "blrabz <Xn>");
        put(250, "AuthenticatedBranch.blraa", "1101011 1 0 01 11111 00001 0 Rn Rd|SP", "blraa <Xn>, <Xd|SP>");
        put(251, "AuthenticatedBranch.blrab", "1101011 1 0 01 11111 00001 1 Rn Rd|SP", "blrab <Xn>, <Xd|SP>");
        put(252, "AuthenticatedBranch.retaa", "1101011 0 0 10 11111 00001 0 11111 11111", "retaa");
        put(253, "AuthenticatedBranch.retab", "1101011 0 0 10 11111 00001 1 11111 11111", "retab");
        put(254, "AuthenticatedBranch.eretaa", "1101011 0 1 00 11111 00001 0 11111 11111", "eretaa");
        put(255, "AuthenticatedBranch.eretab", "1101011 0 1 00 11111 00001 1 11111 11111", "eretab");
        put(256, "ConditionalBranch.pl", "0101010 0 imm19:19 0 0101", "b.pl <label:imm19*4>");
        put(257, "ConditionalBranch.vs", "0101010 0 imm19:19 0 0110", "b.vs <label:imm19*4>");
        put(258, "ConditionalBranch.vc", "0101010 0 imm19:19 0 0111", "b.vc <label:imm19*4>");
        put(259, "ConditionalBranch.always", "0101010 0 imm19:19 0 1110", "b.al <label:imm19*4>");
        put(260, "ConditionalBranch.always", "0101010 0 imm19:19 0 1111", "b.nv <label:imm19*4>");
        put(261, "ConditionalCompare.ccmn64", "1 0 1 11010010 Rm cond:4 0 0 Rn 0 nzcv:4", "ccmn <Xn>, <Xm>, <#nzcv>, <{cond}>");
        put(262, "ConditionalCompare.ccmn32", "0 0 1 11010010 Rm cond:4 0 0 Rn 0 nzcv:4", "ccmn <Wn>, <Wm>, <#nzcv>, <{cond}>");
        put(263, "ConditionalCompare.ccmnImmediate64", "1 0 1 11010010 imm5:5 cond:4 1 0 Rn 0 nzcv:4", "ccmn <Xn>, <#imm5>, <#nzcv>, <{cond}>");
    }

    private static void part2() {
        put(264, "ConditionalCompare.ccmnImmediate32", "0 0 1 11010010 imm5:5 cond:4 1 0 Rn 0 nzcv:4", "ccmn <Wn>, <#imm5>, <#nzcv>, <{cond}>");
        put(265, "DataProcessing1.rev16On64", "1 1 0 11010110 00000 000001 Rn Rd", "rev16 <Xd>, <Xn>");
        put(266, "DataProcessing1.rev32On64", "1 1 0 11010110 00000 000010 Rn Rd", "rev32 <Xd>, <Xn>");
        put(267, "DataProcessing1.cls64", "1 1 0 11010110 00000 000101 Rn Rd", "cls <Xd>, <Xn>");
        put(268, "DataProcessing1.cls32", "0 1 0 11010110 00000 000101 Rn Rd", "cls <Wd>, <Wn>");
        put(269, "DataProcessing2.sdiv32", "0 0 0 11010110 Rm 00001 1 Rn Rd", "sdiv <Wd>, <Wn>, <Wm>");
        put(270, "DataProcessing2.asrv64", "1 0 0 11010110 Rm 0010 10 Rn Rd", "asr <Xd>, <Xn>, <Xm>");
        put(271, "DataProcessing2.rorv64", "1 0 0 11010110 Rm 0010 11 Rn Rd", "ror <Xd>, <Xn>, <Xm>");
        put(272, "DataProcessing2.rorv32", "0 0 0 11010110 Rm 0010 11 Rn Rd", "ror <Wd>, <Wn>, <Wm>");
        put(273, "DataProcessing3.smsubl", "1 00 11011 001 Rm 1 Ra Rn Rd", "smsubl <Xd>, <Wn>, <Wm>, <Xa>",
                "Ra == 31 => smnegl <Xd>, <Wn>, <Wm>");
        put(274, "DataProcessing3.smulh", "1 00 11011 010 Rm 0 sbo:5 Rn Rd", "smulh <Xd>, <Xn>, <Xm>");
        put(275, "DataProcessing3.umsubl", "1 00 11011 101 Rm 1 Ra Rn Rd", "umsubl <Xd>, <Wn>, <Wm>, <Xa>",
                "Ra == 31 => umnegl <Xd>, <Wn>, <Wm>");
        put(276, "ExceptionGeneration.svc", "11010100 000 imm16:16 000 01", "svc <#imm16>");
        put(277, "ExceptionGeneration.hvc", "11010100 000 imm16:16 000 10", "hvc <#imm16>");
        put(278, "ExceptionGeneration.smc", "11010100 000 imm16:16 000 11", "smc <#imm16>");
        put(279, "ExceptionGeneration.brk", "11010100 001 imm16:16 000 00", "brk <#imm16>");
        put(280, "ExceptionGeneration.hlt", "11010100 010 imm16:16 000 00", "hlt <#imm16>");
        put(281, "ExceptionGeneration.undefined", "11010100 101 imm16:16 000 01", "dcps1 <#imm16>",
                "imm16 == 0 => dcps1");
        put(282, "ExceptionGeneration.undefined", "11010100 101 imm16:16 000 10", "dcps2 <#imm16>",
                "imm16 == 0 => dcps2");
        put(283, "ExceptionGeneration.undefined", "11010100 101 imm16:16 000 11", "dcps3 <#imm16>",
                "imm16 == 0 => dcps3");
        put(284, "ExceptionGeneration.undefined", "1101011 0101 11111 000000 11111 00000", "drps");
        put(285, "ExceptionGeneration.undefined", "0000000000000000 imm16:16", "udf <#imm16>");
        put(286, "Exclusive.ldxr8", "00 001000 0 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", "ldxrb <Wt>, [<Xn|SP>]");
        put(287, "Exclusive.ldxr8", "00 001000 0 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldaxrb <Wt>, [<Xn|SP>]");
        put(288, "Exclusive.ldxr16", "01 001000 0 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", "ldxrh <Wt>, [<Xn|SP>]");
        put(289, "Exclusive.ldxr16", "01 001000 0 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldaxrh <Wt>, [<Xn|SP>]");
        put(290, "Exclusive.stxr16", "01 001000 0 0 0 Rs 0 sbo:5 Rn|SP Rts", "stxrh <Ws>, <Wt>, [<Xn|SP>]");
        put(291, "Exclusive.stxr16", "01 001000 0 0 0 Rs 1 sbo:5 Rn|SP Rts", "stlxrh <Ws>, <Wt>, [<Xn|SP>]");
        put(292, "Exclusive.ldxp32", "10 001000 0 1 1 sbo:5 0 Rt2 Rn|SP Rt", "ldxp <Wt>, <Wt2>, [<Xn|SP>]");
        put(293, "Exclusive.ldxp32", "10 001000 0 1 1 sbo:5 1 Rt2 Rn|SP Rt", "ldaxp <Wt>, <Wt2>, [<Xn|SP>]");
        put(294, "Exclusive.stxp32", "10 001000 0 0 1 Rs 0 Rt2 Rn|SP Rts", "stxp <Ws>, <Wt>, <Wt2>, [<Xn|SP>]");
        put(295, "Exclusive.stxp32", "10 001000 0 0 1 Rs 1 Rt2 Rn|SP Rts", "stlxp <Ws>, <Wt>, <Wt2>, [<Xn|SP>]");
        put(296, "Hints.clrex", "1101010100 0 00 011 0011 CRm:4 010 11111", "clrex <#CRm>",
                "CRm == 15 => clrex");
        put(297, "Hints.sevl", "1101010100 0 00 011 0010 0000 101 11111", "sevl");
        put(298, "Hints.yield", "1101010100 0 00 011 0010 0000 001 11111", "yield");
        put(299, "Hints.wfe", "1101010100 0 00 011 0010 0000 010 11111", "wfe");
        put(300, "Hints.wfi", "1101010100 0 00 011 0010 0000 011 11111", "wfi");
        put(301, "Hints.sev", "1101010100 0 00 011 0010 0000 100 11111", "sev");
        put(302, "LoadLiteral.ldr32", "00 011 0 00 imm19:19 Rt", "ldr <Wt>, <label:imm19*4>");
        put(303, "LoadLiteral.ldrsw", "10 011 0 00 imm19:19 Rt", "ldrsw <Xt>, <label:imm19*4>");
        put(304, "LoadLiteral.prfm", "11 011 0 00 imm19:19 prfop:5", "prfm <{prfop}>, <label:imm19*4>");
        put(305, "LoadStoreIndexed.ldrsb64", "00 111 0 00 10 0 imm9:9 01 Rn|SP Rt", "ldrsb <Xt>, [<Xn|SP>], <#simm9>");
        put(306, "LoadStoreIndexed.ldrsb64", "00 111 0 00 10 0 imm9:9 11 Rn|SP Rt", "ldrsb <Xt>, [<Xn|SP>, <#simm9>]!");
        put(307, "LoadStoreIndexed.ldrsb32", "00 111 0 00 11 0 imm9:9 01 Rn|SP Rt", "ldrsb <Wt>, [<Xn|SP>], <#simm9>");
        put(308, "LoadStoreIndexed.ldrsb32", "00 111 0 00 11 0 imm9:9 11 Rn|SP Rt", "ldrsb <Wt>, [<Xn|SP>, <#simm9>]!");
        put(309, "LoadStoreIndexed.strh", "01 111 0 00 00 0 imm9:9 01 Rn|SP Rts", "strh <Wt>, [<Xn|SP>], <#simm9>");
        put(310, "LoadStoreIndexed.strh", "01 111 0 00 00 0 imm9:9 11 Rn|SP Rts", "strh <Wt>, [<Xn|SP>, <#simm9>]!");
        put(311, "LoadStoreIndexed.ldrh", "01 111 0 00 01 0 imm9:9 01 Rn|SP Rt", "ldrh <Wt>, [<Xn|SP>], <#simm9>");
        put(312, "LoadStoreIndexed.ldrh", "01 111 0 00 01 0 imm9:9 11 Rn|SP Rt", "ldrh <Wt>, [<Xn|SP>, <#simm9>]!");
        put(313, "LoadStoreIndexed.ldrsh64", "01 111 0 00 10 0 imm9:9 01 Rn|SP Rt", "ldrsh <Xt>, [<Xn|SP>], <#simm9>");
        put(314, "LoadStoreIndexed.ldrsh64", "01 111 0 00 10 0 imm9:9 11 Rn|SP Rt", "ldrsh <Xt>, [<Xn|SP>, <#simm9>]!");
        put(315, "LoadStoreIndexed.ldrsh32", "01 111 0 00 11 0 imm9:9 01 Rn|SP Rt", "ldrsh <Wt>, [<Xn|SP>], <#simm9>");
        put(316, "LoadStoreIndexed.ldrsh32", "01 111 0 00 11 0 imm9:9 11 Rn|SP Rt", "ldrsh <Wt>, [<Xn|SP>, <#simm9>]!");
        put(317, "LoadStoreOrdered.stlr16", "01 001000 1 0 0 sbo:5 1 sbo2:5 Rn|SP Rts", "stlrh <Wt>, [<Xn|SP>]");
        put(318, "LoadStoreOrdered.stlr16", "01 001000 1 0 0 sbo:5 0 sbo2:5 Rn|SP Rts", "stllrh <Wt>, [<Xn|SP>]");
        put(319, "LoadStorePair.stpIndexed32", "00 101 0 001 0 imm7:7 Rt2 Rn|SP Rts", "stp <Wt>, <Wt2>, [<Xn|SP>], <#simm7*4>");
        put(320, "LoadStorePair.stpIndexed32", "00 101 0 011 0 imm7:7 Rt2 Rn|SP Rts", "stp <Wt>, <Wt2>, [<Xn|SP>, <#simm7*4>]!");
        put(321, "LoadStorePair.ldpIndexed32", "00 101 0 001 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Wt>, <Wt2>, [<Xn|SP>], <#simm7*4>");
        put(322, "LoadStorePair.ldpIndexed32", "00 101 0 011 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Wt>, <Wt2>, [<Xn|SP>, <#simm7*4>]!");
        put(323, "LoadStorePair.ldpsw", "01 101 0 010 1 imm7:7 Rt2 Rn|SP Rt", "ldpsw <Xt>, <Xt2>, [<Xn|SP><{,#simm7*4}>]");
        put(324, "LoadStorePair.ldpswIndexed", "01 101 0 001 1 imm7:7 Rt2 Rn|SP Rt", "ldpsw <Xt>, <Xt2>, [<Xn|SP>], <#simm7*4>");
        put(325, "LoadStorePair.ldpswIndexed", "01 101 0 011 1 imm7:7 Rt2 Rn|SP Rt", "ldpsw <Xt>, <Xt2>, [<Xn|SP>, <#simm7*4>]!");
        put(326, "LoadStoreRegister.ldrsb32", "00 111 0 00 11 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrsb <Wt>, [<Xn|SP>, <{index:0}>]");
        put(327, "LoadStoreRegister.ldrsh64", "01 111 0 00 10 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrsh <Xt>, [<Xn|SP>, <{index:1}>]");
        put(328, "LoadStoreRegister.ldrsh32", "01 111 0 00 11 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrsh <Wt>, [<Xn|SP>, <{index:1}>]");
        put(329, "LoadStoreUnscaled.ldursb64", "00 111 0 00 10 0 imm9:9 00 Rn|SP Rt", "ldursb <Xt>, [<Xn|SP><{,#simm9}>]");
        put(330, "LoadStoreUnscaled.ldursb32", "00 111 0 00 11 0 imm9:9 00 Rn|SP Rt", "ldursb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(331, "LoadStoreUnscaled.sturh", "01 111 0 00 00 0 imm9:9 00 Rn|SP Rts", "sturh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(332, "LoadStoreUnscaled.ldurh", "01 111 0 00 01 0 imm9:9 00 Rn|SP Rt", "ldurh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(333, "LoadStoreUnscaled.ldursh64", "01 111 0 00 10 0 imm9:9 00 Rn|SP Rt", "ldursh <Xt>, [<Xn|SP><{,#simm9}>]");
        put(334, "LoadStoreUnscaled.ldursh32", "01 111 0 00 11 0 imm9:9 00 Rn|SP Rt", "ldursh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(335, "LoadStoreUnscaled.ldursw", "10 111 0 00 10 0 imm9:9 00 Rn|SP Rt", "ldursw <Xt>, [<Xn|SP><{,#simm9}>]");
        put(336, "LoadStoreUnscaled.prfum", "11 111 0 00 10 0 imm9:9 00 Rn|SP prfop:5", "prfum <{prfop}>, [<Xn|SP><{,#simm9}>]");
        put(337, "LoadStoreUnsigned.ldrsb64", "00 111 0 01 10 imm12:12 Rn|SP Rt", "ldrsb <Xt>, [<Xn|SP><{,#imm12}>]");
        put(338, "LoadStoreUnsigned.ldrsb32", "00 111 0 01 11 imm12:12 Rn|SP Rt", "ldrsb <Wt>, [<Xn|SP><{,#imm12}>]");
        put(339, "LoadStoreUnsigned.ldrsh64", "01 111 0 01 10 imm12:12 Rn|SP Rt", "ldrsh <Xt>, [<Xn|SP><{,#imm12*2}>]");
        put(340, "LogicalShifted.eon64", "1 10 01010 00 1 Rm imm6:6 Rn Rd", "eon <Xd>, <Xn>, <Xm><{,shift}>");
        put(341, "LogicalShifted.eon32", "0 10 01010 00 1 Rm 0 imm5:5 Rn Rd", "eon <Wd>, <Wn>, <Wm><{,shift}>");
        put(342, "SystemInstructions.msrImmediate", "1101010100 0 00 000 0100 CRm:4 011 11111", "msr <{sysreg}>, xzr",
                "CRm < 2 => msr uao, <#CRm>");
        put(343, "SystemInstructions.msrImmediate", "1101010100 0 00 000 0100 CRm:4 100 11111", "msr <{sysreg}>, xzr",
                "CRm < 2 => msr pan, <#CRm>");
        put(344, "SystemInstructions.msrImmediate", "1101010100 0 00 000 0100 CRm:4 101 11111", "msr <{sysreg}>, xzr",
                "CRm < 2 => msr spsel, <#CRm>");
        put(345, "SystemInstructions.msrImmediate", "1101010100 0 00 011 0100 CRm:4 001 11111", "msr <{sysreg}>, xzr",
                "CRm < 2 => msr ssbs, <#CRm>");
        put(346, "SystemInstructions.msrImmediate", "1101010100 0 00 011 0100 CRm:4 010 11111", "msr <{sysreg}>, xzr",
                "CRm < 2 => msr dit, <#CRm>");
        put(347, "SystemInstructions.sysl", "1101010100 1 01 op1:3 CRn:4 CRm:4 op2:3 Rt", "sysl <Xt>, <#op1>, <{Cn}>, <{Cm}>, <#op2>");
        put(348, "FpMove.fmovDtoX", "100 11110 01 1 00 110 000000 Rn Rd", "fmov <Xd>, <Dn>");
        put(349, "FpLoadStorePair.stpQ", "10 101 1 010 0 imm7:7 Rt2 Rn|SP Rt", "stp <Qt>, <Qt2>, [<Xn|SP><{,#simm7*16}>]");
        put(350, "FpLoadStorePair.stpQ", "10 101 1 000 0 imm7:7 Rt2 Rn|SP Rt", "stnp <Qt>, <Qt2>, [<Xn|SP><{,#simm7*16}>]");
        put(351, "FpLoadStorePair.stpQ", "10 101 1 001 0 imm7:7 Rt2 Rn|SP Rt", "stp <Qt>, <Qt2>, [<Xn|SP>], <#simm7*16>");
        put(352, "FpLoadStorePair.stpQ", "10 101 1 011 0 imm7:7 Rt2 Rn|SP Rt", "stp <Qt>, <Qt2>, [<Xn|SP>, <#simm7*16>]!");
        put(353, "FpLoadStorePair.ldpQ", "10 101 1 010 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Qt>, <Qt2>, [<Xn|SP><{,#simm7*16}>]");
        put(354, "FpLoadStorePair.ldpQ", "10 101 1 000 1 imm7:7 Rt2 Rn|SP Rt", "ldnp <Qt>, <Qt2>, [<Xn|SP><{,#simm7*16}>]");
        put(355, "FpLoadStorePair.ldpQ", "10 101 1 001 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Qt>, <Qt2>, [<Xn|SP>], <#simm7*16>");
        put(356, "FpLoadStorePair.ldpQ", "10 101 1 011 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Qt>, <Qt2>, [<Xn|SP>, <#simm7*16>]!");
        put(357, "FpLoadStore.strQ", "00 111 1 01 10 imm12:12 Rn|SP Rt", "str <Qt>, [<Xn|SP><{,#imm12*16}>]");
        put(358, "FpLoadStore.ldrQ", "00 111 1 01 11 imm12:12 Rn|SP Rt", "ldr <Qt>, [<Xn|SP><{,#imm12*16}>]");
        put(359, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 0 1 000000 0111 size:2 Rn|SP Rt", "ld1 <{list1}>, [<Xn|SP>]");
        put(360, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 1 1 0 Rm 0111 size:2 Rn|SP Rt", "ld1 <{list1}>, [<Xn|SP>], <{afterlist1}>");
        put(361, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 0 1 000000 1010 size:2 Rn|SP Rt", "ld1 <{list2}>, [<Xn|SP>]");
        put(362, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 1 1 0 Rm 1010 size:2 Rn|SP Rt", "ld1 <{list2}>, [<Xn|SP>], <{afterlist2}>");
        put(363, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 0 1 000000 0110 size:2 Rn|SP Rt", "ld1 <{list3}>, [<Xn|SP>]");
        put(364, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 1 1 0 Rm 0110 size:2 Rn|SP Rt", "ld1 <{list3}>, [<Xn|SP>], <{afterlist3}>");
        put(365, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 0 1 000000 0010 size:2 Rn|SP Rt", "ld1 <{list4}>, [<Xn|SP>]");
        put(366, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 1 1 0 Rm 0010 size:2 Rn|SP Rt", "ld1 <{list4}>, [<Xn|SP>], <{afterlist4}>");
        put(367, "FpLoadStore.ldrQIndexed", "00 111 1 00 11 0 imm9:9 00 Rn|SP Rt", "ldur <Qt>, [<Xn|SP><{,#simm9}>]");
        put(368, "FpLoadStore.ldrQIndexed", "00 111 1 00 11 0 imm9:9 01 Rn|SP Rt", "ldr <Qt>, [<Xn|SP>], <#simm9>");
        put(369, "FpLoadStore.ldrQIndexed", "00 111 1 00 11 0 imm9:9 11 Rn|SP Rt", "ldr <Qt>, [<Xn|SP>, <#simm9>]!");
        put(370, "FpLoadStore.strQIndexed", "00 111 1 00 10 0 imm9:9 00 Rn|SP Rt", "stur <Qt>, [<Xn|SP><{,#simm9}>]");
        put(371, "FpLoadStore.strQIndexed", "00 111 1 00 10 0 imm9:9 01 Rn|SP Rt", "str <Qt>, [<Xn|SP>], <#simm9>");
        put(372, "FpLoadStore.strQIndexed", "00 111 1 00 10 0 imm9:9 11 Rn|SP Rt", "str <Qt>, [<Xn|SP>, <#simm9>]!");
        put(373, "FpArithmetic.faddS", "000 11110 00 1 Rm 0010 10 Rn Rd", "fadd <Sd>, <Sn>, <Sm>");
        put(374, "FpArithmetic.faddD", "000 11110 01 1 Rm 0010 10 Rn Rd", "fadd <Dd>, <Dn>, <Dm>");
        put(375, "FpArithmetic.faddH", "000 11110 11 1 Rm 0010 10 Rn Rd", "fadd <Hd>, <Hn>, <Hm>");
        put(376, "FpArithmetic.fsubS", "000 11110 00 1 Rm 0011 10 Rn Rd", "fsub <Sd>, <Sn>, <Sm>");
        put(377, "FpArithmetic.fsubD", "000 11110 01 1 Rm 0011 10 Rn Rd", "fsub <Dd>, <Dn>, <Dm>");
        put(378, "FpArithmetic.fsubH", "000 11110 11 1 Rm 0011 10 Rn Rd", "fsub <Hd>, <Hn>, <Hm>");
        put(379, "FpArithmetic.fmulS", "000 11110 00 1 Rm 0000 10 Rn Rd", "fmul <Sd>, <Sn>, <Sm>");
        put(380, "FpArithmetic.fmulD", "000 11110 01 1 Rm 0000 10 Rn Rd", "fmul <Dd>, <Dn>, <Dm>");
        put(381, "FpArithmetic.fmulH", "000 11110 11 1 Rm 0000 10 Rn Rd", "fmul <Hd>, <Hn>, <Hm>");
        put(382, "FpArithmetic.fdivS", "000 11110 00 1 Rm 0001 10 Rn Rd", "fdiv <Sd>, <Sn>, <Sm>");
        put(383, "FpArithmetic.fdivD", "000 11110 01 1 Rm 0001 10 Rn Rd", "fdiv <Dd>, <Dn>, <Dm>");
        put(384, "FpArithmetic.fdivH", "000 11110 11 1 Rm 0001 10 Rn Rd", "fdiv <Hd>, <Hn>, <Hm>");
        put(385, "FpArithmetic.fnmul", "000 11110 0 sz:1 1 Rm 1000 10 Rn Rd", "fnmul <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>");
        put(386, "FpArithmetic.fnmul", "000 11110 11 1 Rm 1000 10 Rn Rd", "fnmul <Hd>, <Hn>, <Hm>");
        put(387, "FpArithmetic.fmax", "000 11110 0 sz:1 1 Rm 0100 10 Rn Rd", "fmax <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>");
        put(388, "FpArithmetic.fmax", "000 11110 11 1 Rm 0100 10 Rn Rd", "fmax <Hd>, <Hn>, <Hm>");
        put(389, "FpArithmetic.fmin", "000 11110 0 sz:1 1 Rm 0101 10 Rn Rd", "fmin <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>");
        put(390, "FpArithmetic.fmin", "000 11110 11 1 Rm 0101 10 Rn Rd", "fmin <Hd>, <Hn>, <Hm>");
        put(391, "FpArithmetic.fmaxnm", "000 11110 0 sz:1 1 Rm 0110 10 Rn Rd", "fmaxnm <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>");
    }

    private static void part3() {
        put(392, "FpArithmetic.fmaxnm", "000 11110 11 1 Rm 0110 10 Rn Rd", "fmaxnm <Hd>, <Hn>, <Hm>");
        put(393, "FpArithmetic.fminnm", "000 11110 0 sz:1 1 Rm 0111 10 Rn Rd", "fminnm <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>");
        put(394, "FpArithmetic.fminnm", "000 11110 11 1 Rm 0111 10 Rn Rd", "fminnm <Hd>, <Hn>, <Hm>");
        put(395, "FpArithmetic.fsqrtS", "000 11110 00 1 0000 11 10000 Rn Rd", "fsqrt <Sd>, <Sn>");
        put(396, "FpArithmetic.fsqrtD", "000 11110 01 1 0000 11 10000 Rn Rd", "fsqrt <Dd>, <Dn>");
        put(397, "FpArithmetic.fsqrtH", "000 11110 11 1 0000 11 10000 Rn Rd", "fsqrt <Hd>, <Hn>");
        put(398, "FpArithmetic.fcvtStoD", "000 11110 00 1 0001 01 10000 Rn Rd", "fcvt <Dd>, <Sn>");
        put(399, "FpArithmetic.fcvtDtoS", "000 11110 01 1 0001 00 10000 Rn Rd", "fcvt <Sd>, <Dn>");
        put(400, "FpArithmetic.fcvtStoH", "000 11110 00 1 0001 11 10000 Rn Rd", "fcvt <Hd>, <Sn>");
        put(401, "FpArithmetic.fcvtDtoH", "000 11110 01 1 0001 11 10000 Rn Rd", "fcvt <Hd>, <Dn>");
        put(402, "FpArithmetic.fcvtHtoS", "000 11110 11 1 0001 00 10000 Rn Rd", "fcvt <Sd>, <Hn>");
        put(403, "FpArithmetic.fcvtHtoD", "000 11110 11 1 0001 01 10000 Rn Rd", "fcvt <Dd>, <Hn>");
        put(404, "FpArithmetic.frintn", "000 11110 0 sz:1 1 001 000 10000 Rn Rd", "frintn <{Vd:sz}>, <{Vn:sz}>");
        put(405, "FpArithmetic.frintn", "000 11110 11 1 001 000 10000 Rn Rd", "frintn <Hd>, <Hn>");
        put(406, "FpArithmetic.frintp", "000 11110 0 sz:1 1 001 001 10000 Rn Rd", "frintp <{Vd:sz}>, <{Vn:sz}>");
        put(407, "FpArithmetic.frintp", "000 11110 11 1 001 001 10000 Rn Rd", "frintp <Hd>, <Hn>");
        put(408, "FpArithmetic.frintm", "000 11110 0 sz:1 1 001 010 10000 Rn Rd", "frintm <{Vd:sz}>, <{Vn:sz}>");
        put(409, "FpArithmetic.frintm", "000 11110 11 1 001 010 10000 Rn Rd", "frintm <Hd>, <Hn>");
        put(410, "FpArithmetic.frintz", "000 11110 0 sz:1 1 001 011 10000 Rn Rd", "frintz <{Vd:sz}>, <{Vn:sz}>");
        put(411, "FpArithmetic.frintz", "000 11110 11 1 001 011 10000 Rn Rd", "frintz <Hd>, <Hn>");
        put(412, "FpArithmetic.frinta", "000 11110 0 sz:1 1 001 100 10000 Rn Rd", "frinta <{Vd:sz}>, <{Vn:sz}>");
        put(413, "FpArithmetic.frinta", "000 11110 11 1 001 100 10000 Rn Rd", "frinta <Hd>, <Hn>");
        put(414, "FpArithmetic.frintx", "000 11110 0 sz:1 1 001 110 10000 Rn Rd", "frintx <{Vd:sz}>, <{Vn:sz}>");
        put(415, "FpArithmetic.frintx", "000 11110 11 1 001 110 10000 Rn Rd", "frintx <Hd>, <Hn>");
        put(416, "FpArithmetic.frinti", "000 11110 0 sz:1 1 001 111 10000 Rn Rd", "frinti <{Vd:sz}>, <{Vn:sz}>");
        put(417, "FpArithmetic.frinti", "000 11110 11 1 001 111 10000 Rn Rd", "frinti <Hd>, <Hn>");
        put(418, "FpArithmetic.frint32z", "000 11110 0 sz:1 1 010 000 10000 Rn Rd", "frint32z <{Vd:sz}>, <{Vn:sz}>");
        put(419, "FpArithmetic.frint32x", "000 11110 0 sz:1 1 010 001 10000 Rn Rd", "frint32x <{Vd:sz}>, <{Vn:sz}>");
        put(420, "FpArithmetic.frint64z", "000 11110 0 sz:1 1 010 010 10000 Rn Rd", "frint64z <{Vd:sz}>, <{Vn:sz}>");
        put(421, "FpArithmetic.frint64x", "000 11110 0 sz:1 1 010 011 10000 Rn Rd", "frint64x <{Vd:sz}>, <{Vn:sz}>");
        put(422, "FpArithmetic.fmaddS", "000 11111 00 0 Rm 0 Ra Rn Rd", "fmadd <Sd>, <Sn>, <Sm>, <Sa>");
        put(423, "FpArithmetic.fmaddD", "000 11111 01 0 Rm 0 Ra Rn Rd", "fmadd <Dd>, <Dn>, <Dm>, <Da>");
        put(424, "FpArithmetic.fmaddH", "000 11111 11 0 Rm 0 Ra Rn Rd", "fmadd <Hd>, <Hn>, <Hm>, <Ha>");
        put(425, "FpArithmetic.fmsubS", "000 11111 00 0 Rm 1 Ra Rn Rd", "fmsub <Sd>, <Sn>, <Sm>, <Sa>");
        put(426, "FpArithmetic.fmsubD", "000 11111 01 0 Rm 1 Ra Rn Rd", "fmsub <Dd>, <Dn>, <Dm>, <Da>");
        put(427, "FpArithmetic.fmsubH", "000 11111 11 0 Rm 1 Ra Rn Rd", "fmsub <Hd>, <Hn>, <Hm>, <Ha>");
        put(428, "FpArithmetic.fnmaddS", "000 11111 00 1 Rm 0 Ra Rn Rd", "fnmadd <Sd>, <Sn>, <Sm>, <Sa>");
        put(429, "FpArithmetic.fnmaddD", "000 11111 01 1 Rm 0 Ra Rn Rd", "fnmadd <Dd>, <Dn>, <Dm>, <Da>");
        put(430, "FpArithmetic.fnmaddH", "000 11111 11 1 Rm 0 Ra Rn Rd", "fnmadd <Hd>, <Hn>, <Hm>, <Ha>");
        put(431, "FpArithmetic.fnmsubS", "000 11111 00 1 Rm 1 Ra Rn Rd", "fnmsub <Sd>, <Sn>, <Sm>, <Sa>");
        put(432, "FpArithmetic.fnmsubD", "000 11111 01 1 Rm 1 Ra Rn Rd", "fnmsub <Dd>, <Dn>, <Dm>, <Da>");
        put(433, "FpArithmetic.fnmsubH", "000 11111 11 1 Rm 1 Ra Rn Rd", "fnmsub <Hd>, <Hn>, <Hm>, <Ha>");
        put(434, "FpArithmetic.fcmpS", "000 11110 00 1 Rm 00 1000 Rn 00000", "fcmp <Sn>, <Sm>");
        put(435, "FpArithmetic.fcmpD", "000 11110 01 1 Rm 00 1000 Rn 00000", "fcmp <Dn>, <Dm>");
        put(436, "FpArithmetic.fcmpeS", "000 11110 00 1 Rm 00 1000 Rn 10000", "fcmpe <Sn>, <Sm>");
        put(437, "FpArithmetic.fcmpeD", "000 11110 01 1 Rm 00 1000 Rn 10000", "fcmpe <Dn>, <Dm>");
        put(438, "FpArithmetic.fcmpH", "000 11110 11 1 Rm 00 1000 Rn e:1 0000", "fcmp<{e}> <Hn>, <Hm>");
        put(439, "FpArithmetic.fcmpZero", "000 11110 0 sz:1 1 xxxxx 00 1000 Rn e:1 1000", "fcmp<{e}> <{Vn:sz}>, #0.0");
        put(440, "FpArithmetic.fcmpZero", "000 11110 11 1 xxxxx 00 1000 Rn e:1 1000", "fcmp<{e}> <Hn>, #0.0");
        put(441, "FpArithmetic.fccmp", "000 11110 0 sz:1 1 Rm cond:4 01 Rn e:1 nzcv:4", "fccmp<{e}> <{Vn:sz}>, <{Vm:sz}>, <#nzcv>, <{cond}>");
        put(442, "FpArithmetic.fccmp", "000 11110 11 1 Rm cond:4 01 Rn e:1 nzcv:4", "fccmp<{e}> <Hn>, <Hm>, <#nzcv>, <{cond}>");
        put(443, "FpInteger.fcvtzsDtoW", "0 00 11110 01 1 11 000 000000 Rn Rd", "fcvtzs <Wd>, <Dn>");
        put(444, "FpInteger.fcvtzsDtoX", "1 00 11110 01 1 11 000 000000 Rn Rd", "fcvtzs <Xd>, <Dn>");
        put(445, "FpInteger.fcvtns", "sf:1 00 11110 0 sz:1 1 00 000 000000 Rn Rd", "fcvtns <{Rd:sf}>, <{Vn:sz}>");
        put(446, "FpInteger.fcvtns", "sf:1 00 11110 11 1 00 000 000000 Rn Rd", "fcvtns <{Rd:sf}>, <Hn>");
        put(447, "FpInteger.fcvtnu", "sf:1 00 11110 0 sz:1 1 00 001 000000 Rn Rd", "fcvtnu <{Rd:sf}>, <{Vn:sz}>");
        put(448, "FpInteger.fcvtnu", "sf:1 00 11110 11 1 00 001 000000 Rn Rd", "fcvtnu <{Rd:sf}>, <Hn>");
        put(449, "FpInteger.fcvtps", "sf:1 00 11110 0 sz:1 1 01 000 000000 Rn Rd", "fcvtps <{Rd:sf}>, <{Vn:sz}>");
        put(450, "FpInteger.fcvtps", "sf:1 00 11110 11 1 01 000 000000 Rn Rd", "fcvtps <{Rd:sf}>, <Hn>");
        put(451, "FpInteger.fcvtpu", "sf:1 00 11110 0 sz:1 1 01 001 000000 Rn Rd", "fcvtpu <{Rd:sf}>, <{Vn:sz}>");
        put(452, "FpInteger.fcvtpu", "sf:1 00 11110 11 1 01 001 000000 Rn Rd", "fcvtpu <{Rd:sf}>, <Hn>");
        put(453, "FpInteger.fcvtms", "sf:1 00 11110 0 sz:1 1 10 000 000000 Rn Rd", "fcvtms <{Rd:sf}>, <{Vn:sz}>");
        put(454, "FpInteger.fcvtms", "sf:1 00 11110 11 1 10 000 000000 Rn Rd", "fcvtms <{Rd:sf}>, <Hn>");
        put(455, "FpInteger.fcvtmu", "sf:1 00 11110 0 sz:1 1 10 001 000000 Rn Rd", "fcvtmu <{Rd:sf}>, <{Vn:sz}>");
        put(456, "FpInteger.fcvtmu", "sf:1 00 11110 11 1 10 001 000000 Rn Rd", "fcvtmu <{Rd:sf}>, <Hn>");
        put(457, "FpInteger.fcvtzs", "sf:1 00 11110 00 1 11 000 000000 Rn Rd", "fcvtzs <{Rd:sf}>, <Sn>");
        put(458, "FpInteger.fcvtzs", "sf:1 00 11110 11 1 11 000 000000 Rn Rd", "fcvtzs <{Rd:sf}>, <Hn>");
        put(459, "FpInteger.fcvtzu", "sf:1 00 11110 0 sz:1 1 11 001 000000 Rn Rd", "fcvtzu <{Rd:sf}>, <{Vn:sz}>");
        put(460, "FpInteger.fcvtzu", "sf:1 00 11110 11 1 11 001 000000 Rn Rd", "fcvtzu <{Rd:sf}>, <Hn>");
        put(461, "FpInteger.fcvtas", "sf:1 00 11110 0 sz:1 1 00 100 000000 Rn Rd", "fcvtas <{Rd:sf}>, <{Vn:sz}>");
        put(462, "FpInteger.fcvtas", "sf:1 00 11110 11 1 00 100 000000 Rn Rd", "fcvtas <{Rd:sf}>, <Hn>");
        put(463, "FpInteger.fcvtau", "sf:1 00 11110 0 sz:1 1 00 101 000000 Rn Rd", "fcvtau <{Rd:sf}>, <{Vn:sz}>");
        put(464, "FpInteger.fcvtau", "sf:1 00 11110 11 1 00 101 000000 Rn Rd", "fcvtau <{Rd:sf}>, <Hn>");
        put(465, "FpInteger.fcvtzsFixed", "sf:1 00 11110 0 sz:1 0 11 000 scale:6 Rn Rd", "fcvtzs <{Rd:sf}>, <{Vn:sz}>, <{fbits}>");
        put(466, "FpInteger.fcvtzsFixed", "sf:1 00 11110 11 0 11 000 scale:6 Rn Rd", "fcvtzs <{Rd:sf}>, <Hn>, <{fbits}>");
        put(467, "FpInteger.fcvtzuFixed", "sf:1 00 11110 0 sz:1 0 11 001 scale:6 Rn Rd", "fcvtzu <{Rd:sf}>, <{Vn:sz}>, <{fbits}>");
        put(468, "FpInteger.fcvtzuFixed", "sf:1 00 11110 11 0 11 001 scale:6 Rn Rd", "fcvtzu <{Rd:sf}>, <Hn>, <{fbits}>");
        put(469, "FpInteger.fjcvtzs", "0 00 11110 01 1 11 110 000000 Rn Rd", "fjcvtzs <Wd>, <Dn>");
        put(470, "FpInteger.scvtfWtoD", "0 00 11110 01 1 00 010 000000 Rn Rd", "scvtf <Dd>, <Wn>");
        put(471, "FpInteger.scvtfXtoD", "1 00 11110 01 1 00 010 000000 Rn Rd", "scvtf <Dd>, <Xn>");
        put(472, "FpInteger.ucvtfWtoD", "0 00 11110 01 1 00 011 000000 Rn Rd", "ucvtf <Dd>, <Wn>");
        put(473, "FpInteger.scvtf", "sf:1 00 11110 00 1 00 010 000000 Rn Rd", "scvtf <Sd>, <{Rn:sf}>");
        put(474, "FpInteger.scvtf", "sf:1 00 11110 11 1 00 010 000000 Rn Rd", "scvtf <Hd>, <{Rn:sf}>");
        put(475, "FpInteger.ucvtf", "1 00 11110 01 1 00 011 000000 Rn Rd", "ucvtf <Dd>, <Xn>");
        put(476, "FpInteger.ucvtf", "sf:1 00 11110 00 1 00 011 000000 Rn Rd", "ucvtf <Sd>, <{Rn:sf}>");
        put(477, "FpInteger.ucvtf", "sf:1 00 11110 11 1 00 011 000000 Rn Rd", "ucvtf <Hd>, <{Rn:sf}>");
        put(478, "FpInteger.scvtfFixed", "sf:1 00 11110 0 sz:1 0 00 010 scale:6 Rn Rd", "scvtf <{Vd:sz}>, <{Rn:sf}>, <{fbits}>");
        put(479, "FpInteger.scvtfFixed", "sf:1 00 11110 11 0 00 010 scale:6 Rn Rd", "scvtf <Hd>, <{Rn:sf}>, <{fbits}>");
        put(480, "FpInteger.ucvtfFixed", "sf:1 00 11110 0 sz:1 0 00 011 scale:6 Rn Rd", "ucvtf <{Vd:sz}>, <{Rn:sf}>, <{fbits}>");
        put(481, "FpInteger.ucvtfFixed", "sf:1 00 11110 11 0 00 011 scale:6 Rn Rd", "ucvtf <Hd>, <{Rn:sf}>, <{fbits}>");
        put(482, "FpLoadStore.strB", "00 111 1 01 00 imm12:12 Rn|SP Rt", "str <Bt>, [<Xn|SP><{,#imm12}>]");
        put(483, "FpLoadStore.strBIndexed", "00 111 1 00 00 0 imm9:9 00 Rn|SP Rt", "stur <Bt>, [<Xn|SP><{,#simm9}>]");
        put(484, "FpLoadStore.strBIndexed", "00 111 1 00 00 0 imm9:9 01 Rn|SP Rt", "str <Bt>, [<Xn|SP>], <#simm9>");
        put(485, "FpLoadStore.strBIndexed", "00 111 1 00 00 0 imm9:9 11 Rn|SP Rt", "str <Bt>, [<Xn|SP>, <#simm9>]!");
        put(486, "FpLoadStore.strBRegister", "00 111 1 00 00 1 Rm option:3 S:1 10 Rn|SP Rt", "str <Bt>, [<Xn|SP>, <{index:0}>]");
        put(487, "FpLoadStore.ldrB", "00 111 1 01 01 imm12:12 Rn|SP Rt", "ldr <Bt>, [<Xn|SP><{,#imm12}>]");
        put(488, "FpLoadStore.ldrBIndexed", "00 111 1 00 01 0 imm9:9 00 Rn|SP Rt", "ldur <Bt>, [<Xn|SP><{,#simm9}>]");
        put(489, "FpLoadStore.ldrBIndexed", "00 111 1 00 01 0 imm9:9 01 Rn|SP Rt", "ldr <Bt>, [<Xn|SP>], <#simm9>");
        put(490, "FpLoadStore.ldrBIndexed", "00 111 1 00 01 0 imm9:9 11 Rn|SP Rt", "ldr <Bt>, [<Xn|SP>, <#simm9>]!");
        put(491, "FpLoadStore.ldrBRegister", "00 111 1 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <Bt>, [<Xn|SP>, <{index:0}>]");
        put(492, "FpLoadStore.strH", "01 111 1 01 00 imm12:12 Rn|SP Rt", "str <Ht>, [<Xn|SP><{,#imm12*2}>]");
        put(493, "FpLoadStore.strHIndexed", "01 111 1 00 00 0 imm9:9 00 Rn|SP Rt", "stur <Ht>, [<Xn|SP><{,#simm9}>]");
        put(494, "FpLoadStore.strHIndexed", "01 111 1 00 00 0 imm9:9 01 Rn|SP Rt", "str <Ht>, [<Xn|SP>], <#simm9>");
        put(495, "FpLoadStore.strHIndexed", "01 111 1 00 00 0 imm9:9 11 Rn|SP Rt", "str <Ht>, [<Xn|SP>, <#simm9>]!");
        put(496, "FpLoadStore.strHRegister", "01 111 1 00 00 1 Rm option:3 S:1 10 Rn|SP Rt", "str <Ht>, [<Xn|SP>, <{index:1}>]");
        put(497, "FpLoadStore.ldrH", "01 111 1 01 01 imm12:12 Rn|SP Rt", "ldr <Ht>, [<Xn|SP><{,#imm12*2}>]");
        put(498, "FpLoadStore.ldrHIndexed", "01 111 1 00 01 0 imm9:9 00 Rn|SP Rt", "ldur <Ht>, [<Xn|SP><{,#simm9}>]");
        put(499, "FpLoadStore.ldrHIndexed", "01 111 1 00 01 0 imm9:9 01 Rn|SP Rt", "ldr <Ht>, [<Xn|SP>], <#simm9>");
        put(500, "FpLoadStore.ldrHIndexed", "01 111 1 00 01 0 imm9:9 11 Rn|SP Rt", "ldr <Ht>, [<Xn|SP>, <#simm9>]!");
        put(501, "FpLoadStore.ldrHRegister", "01 111 1 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <Ht>, [<Xn|SP>, <{index:1}>]");
        put(502, "FpLoadStore.strS", "10 111 1 01 00 imm12:12 Rn|SP Rt", "str <St>, [<Xn|SP><{,#imm12*4}>]");
        put(503, "FpLoadStore.strSIndexed", "10 111 1 00 00 0 imm9:9 00 Rn|SP Rt", "stur <St>, [<Xn|SP><{,#simm9}>]");
        put(504, "FpLoadStore.strSIndexed", "10 111 1 00 00 0 imm9:9 01 Rn|SP Rt", "str <St>, [<Xn|SP>], <#simm9>");
        put(505, "FpLoadStore.strSIndexed", "10 111 1 00 00 0 imm9:9 11 Rn|SP Rt", "str <St>, [<Xn|SP>, <#simm9>]!");
        put(506, "FpLoadStore.strSRegister", "10 111 1 00 00 1 Rm option:3 S:1 10 Rn|SP Rt", "str <St>, [<Xn|SP>, <{index:2}>]");
        put(507, "FpLoadStore.ldrS", "10 111 1 01 01 imm12:12 Rn|SP Rt", "ldr <St>, [<Xn|SP><{,#imm12*4}>]");
        put(508, "FpLoadStore.ldrSIndexed", "10 111 1 00 01 0 imm9:9 00 Rn|SP Rt", "ldur <St>, [<Xn|SP><{,#simm9}>]");
        put(509, "FpLoadStore.ldrSIndexed", "10 111 1 00 01 0 imm9:9 01 Rn|SP Rt", "ldr <St>, [<Xn|SP>], <#simm9>");
        put(510, "FpLoadStore.ldrSIndexed", "10 111 1 00 01 0 imm9:9 11 Rn|SP Rt", "ldr <St>, [<Xn|SP>, <#simm9>]!");
        put(511, "FpLoadStore.ldrSRegister", "10 111 1 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <St>, [<Xn|SP>, <{index:2}>]");
        put(512, "FpLoadStore.strD", "11 111 1 01 00 imm12:12 Rn|SP Rt", "str <Dt>, [<Xn|SP><{,#imm12*8}>]");
        put(513, "FpLoadStore.strDIndexed", "11 111 1 00 00 0 imm9:9 00 Rn|SP Rt", "stur <Dt>, [<Xn|SP><{,#simm9}>]");
        put(514, "FpLoadStore.strDIndexed", "11 111 1 00 00 0 imm9:9 01 Rn|SP Rt", "str <Dt>, [<Xn|SP>], <#simm9>");
        put(515, "FpLoadStore.strDIndexed", "11 111 1 00 00 0 imm9:9 11 Rn|SP Rt", "str <Dt>, [<Xn|SP>, <#simm9>]!");
        put(516, "FpLoadStore.strDRegister", "11 111 1 00 00 1 Rm option:3 S:1 10 Rn|SP Rt", "str <Dt>, [<Xn|SP>, <{index:3}>]");
        put(517, "FpLoadStore.ldrD", "11 111 1 01 01 imm12:12 Rn|SP Rt", "ldr <Dt>, [<Xn|SP><{,#imm12*8}>]");
        put(518, "FpLoadStore.ldrDIndexed", "11 111 1 00 01 0 imm9:9 00 Rn|SP Rt", "ldur <Dt>, [<Xn|SP><{,#simm9}>]");
        put(519, "FpLoadStore.ldrDIndexed", "11 111 1 00 01 0 imm9:9 01 Rn|SP Rt", "ldr <Dt>, [<Xn|SP>], <#simm9>");
    }

    private static void part4() {
        put(520, "FpLoadStore.ldrDIndexed", "11 111 1 00 01 0 imm9:9 11 Rn|SP Rt", "ldr <Dt>, [<Xn|SP>, <#simm9>]!");
        put(521, "FpLoadStore.ldrDRegister", "11 111 1 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <Dt>, [<Xn|SP>, <{index:3}>]");
        put(522, "FpLoadStore.strQRegister", "00 111 1 00 10 1 Rm option:3 S:1 10 Rn|SP Rt", "str <Qt>, [<Xn|SP>, <{index:4}>]");
        put(523, "FpLoadStore.ldrQRegister", "00 111 1 00 11 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <Qt>, [<Xn|SP>, <{index:4}>]");
        put(524, "FpLoadStore.ldrSLiteral", "00 011 1 00 imm19:19 Rt", "ldr <St>, <label:imm19*4>");
        put(525, "FpLoadStore.ldrDLiteral", "01 011 1 00 imm19:19 Rt", "ldr <Dt>, <label:imm19*4>");
        put(526, "FpLoadStore.ldrQLiteral", "10 011 1 00 imm19:19 Rt", "ldr <Qt>, <label:imm19*4>");
        put(527, "FpLoadStorePair.stpS", "00 101 1 010 0 imm7:7 Rt2 Rn|SP Rt", "stp <St>, <St2>, [<Xn|SP><{,#simm7*4}>]");
        put(528, "FpLoadStorePair.stpS", "00 101 1 000 0 imm7:7 Rt2 Rn|SP Rt", "stnp <St>, <St2>, [<Xn|SP><{,#simm7*4}>]");
        put(529, "FpLoadStorePair.stpS", "00 101 1 001 0 imm7:7 Rt2 Rn|SP Rt", "stp <St>, <St2>, [<Xn|SP>], <#simm7*4>");
        put(530, "FpLoadStorePair.stpS", "00 101 1 011 0 imm7:7 Rt2 Rn|SP Rt", "stp <St>, <St2>, [<Xn|SP>, <#simm7*4>]!");
        put(531, "FpLoadStorePair.ldpS", "00 101 1 010 1 imm7:7 Rt2 Rn|SP Rt", "ldp <St>, <St2>, [<Xn|SP><{,#simm7*4}>]");
        put(532, "FpLoadStorePair.ldpS", "00 101 1 000 1 imm7:7 Rt2 Rn|SP Rt", "ldnp <St>, <St2>, [<Xn|SP><{,#simm7*4}>]");
        put(533, "FpLoadStorePair.ldpS", "00 101 1 001 1 imm7:7 Rt2 Rn|SP Rt", "ldp <St>, <St2>, [<Xn|SP>], <#simm7*4>");
        put(534, "FpLoadStorePair.ldpS", "00 101 1 011 1 imm7:7 Rt2 Rn|SP Rt", "ldp <St>, <St2>, [<Xn|SP>, <#simm7*4>]!");
        put(535, "FpLoadStorePair.stpD", "01 101 1 010 0 imm7:7 Rt2 Rn|SP Rt", "stp <Dt>, <Dt2>, [<Xn|SP><{,#simm7*8}>]");
        put(536, "FpLoadStorePair.stpD", "01 101 1 000 0 imm7:7 Rt2 Rn|SP Rt", "stnp <Dt>, <Dt2>, [<Xn|SP><{,#simm7*8}>]");
        put(537, "FpLoadStorePair.stpD", "01 101 1 001 0 imm7:7 Rt2 Rn|SP Rt", "stp <Dt>, <Dt2>, [<Xn|SP>], <#simm7*8>");
        put(538, "FpLoadStorePair.stpD", "01 101 1 011 0 imm7:7 Rt2 Rn|SP Rt", "stp <Dt>, <Dt2>, [<Xn|SP>, <#simm7*8>]!");
        put(539, "FpLoadStorePair.ldpD", "01 101 1 010 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Dt>, <Dt2>, [<Xn|SP><{,#simm7*8}>]");
        put(540, "FpLoadStorePair.ldpD", "01 101 1 000 1 imm7:7 Rt2 Rn|SP Rt", "ldnp <Dt>, <Dt2>, [<Xn|SP><{,#simm7*8}>]");
        put(541, "FpLoadStorePair.ldpD", "01 101 1 001 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Dt>, <Dt2>, [<Xn|SP>], <#simm7*8>");
        put(542, "FpLoadStorePair.ldpD", "01 101 1 011 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Dt>, <Dt2>, [<Xn|SP>, <#simm7*8>]!");
        put(543, "FpMove.fmovS", "000 11110 00 1 0000 00 10000 Rn Rd", "fmov <Sd>, <Sn>");
        put(544, "FpMove.fmovD", "000 11110 01 1 0000 00 10000 Rn Rd", "fmov <Dd>, <Dn>");
        put(545, "FpMove.fmovH", "000 11110 11 1 0000 00 10000 Rn Rd", "fmov <Hd>, <Hn>");
        put(546, "FpMove.fabsS", "000 11110 00 1 0000 01 10000 Rn Rd", "fabs <Sd>, <Sn>");
        put(547, "FpMove.fabsD", "000 11110 01 1 0000 01 10000 Rn Rd", "fabs <Dd>, <Dn>");
        put(548, "FpMove.fabsH", "000 11110 11 1 0000 01 10000 Rn Rd", "fabs <Hd>, <Hn>");
        put(549, "FpMove.fnegS", "000 11110 00 1 0000 10 10000 Rn Rd", "fneg <Sd>, <Sn>");
        put(550, "FpMove.fnegD", "000 11110 01 1 0000 10 10000 Rn Rd", "fneg <Dd>, <Dn>");
        put(551, "FpMove.fnegH", "000 11110 11 1 0000 10 10000 Rn Rd", "fneg <Hd>, <Hn>");
        put(552, "FpMove.fmovSImmediate", "000 11110 00 1 imm8:8 100 00000 Rd", "fmov <Sd>, <{fpimm}>");
        put(553, "FpMove.fmovDImmediate", "000 11110 01 1 imm8:8 100 00000 Rd", "fmov <Dd>, <{fpimm}>");
        put(554, "FpMove.fmovHImmediate", "000 11110 11 1 imm8:8 100 00000 Rd", "fmov <Hd>, <{fpimm}>");
        put(555, "FpMove.fmovStoW", "000 11110 00 1 00 110 000000 Rn Rd", "fmov <Wd>, <Sn>");
        put(556, "FpMove.fmovWtoS", "000 11110 00 1 00 111 000000 Rn Rd", "fmov <Sd>, <Wn>");
        put(557, "FpMove.fmovXtoD", "100 11110 01 1 00 111 000000 Rn Rd", "fmov <Dd>, <Xn>");
        put(558, "FpMove.fmovTopToX", "100 11110 10 1 01 110 000000 Rn Rd", "fmov <Xd>, <Vn.D[1]>");
        put(559, "FpMove.fmovXtoTop", "100 11110 10 1 01 111 000000 Rn Rd", "fmov <Vd.D[1]>, <Xn>");
        put(560, "FpMove.fmovHtoGeneral", "000 11110 11 1 00 110 000000 Rn Rd", "fmov <Wd>, <Hn>");
        put(561, "FpMove.fmovHtoGeneral", "100 11110 11 1 00 110 000000 Rn Rd", "fmov <Xd>, <Hn>");
        put(562, "FpMove.fmovGeneralToH", "000 11110 11 1 00 111 000000 Rn Rd", "fmov <Hd>, <Wn>");
        put(563, "FpMove.fmovGeneralToH", "100 11110 11 1 00 111 000000 Rn Rd", "fmov <Hd>, <Xn>");
        put(564, "FpMove.fcselS", "000 11110 00 1 Rm cond:4 11 Rn Rd", "fcsel <Sd>, <Sn>, <Sm>, <{cond}>");
        put(565, "FpMove.fcselD", "000 11110 01 1 Rm cond:4 11 Rn Rd", "fcsel <Dd>, <Dn>, <Dm>, <{cond}>");
        put(566, "FpMove.fcselH", "000 11110 11 1 Rm cond:4 11 Rn Rd", "fcsel <Hd>, <Hn>, <Hm>, <{cond}>");
        put(567, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 0 0 000000 0111 size:2 Rn|SP Rt", "st1 <{list1}>, [<Xn|SP>]");
        put(568, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 1 0 0 Rm 0111 size:2 Rn|SP Rt", "st1 <{list1}>, [<Xn|SP>], <{afterlist1}>");
        put(569, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 0 0 000000 1010 size:2 Rn|SP Rt", "st1 <{list2}>, [<Xn|SP>]");
        put(570, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 1 0 0 Rm 1010 size:2 Rn|SP Rt", "st1 <{list2}>, [<Xn|SP>], <{afterlist2}>");
        put(571, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 0 0 000000 0110 size:2 Rn|SP Rt", "st1 <{list3}>, [<Xn|SP>]");
        put(572, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 1 0 0 Rm 0110 size:2 Rn|SP Rt", "st1 <{list3}>, [<Xn|SP>], <{afterlist3}>");
        put(573, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 0 0 000000 0010 size:2 Rn|SP Rt", "st1 <{list4}>, [<Xn|SP>]");
        put(574, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 1 0 0 Rm 0010 size:2 Rn|SP Rt", "st1 <{list4}>, [<Xn|SP>], <{afterlist4}>");
        put(575, "SimdLoadStoreMultiple.ldn", "0 Q:1 001100 0 1 000000 1000 size:2 Rn|SP Rt", "ld2 <{list2}>, [<Xn|SP>]");
        put(576, "SimdLoadStoreMultiple.ldn", "0 Q:1 001100 1 1 0 Rm 1000 size:2 Rn|SP Rt", "ld2 <{list2}>, [<Xn|SP>], <{afterlist2}>");
        put(577, "SimdLoadStoreMultiple.ldn", "0 Q:1 001100 0 1 000000 0100 size:2 Rn|SP Rt", "ld3 <{list3}>, [<Xn|SP>]");
        put(578, "SimdLoadStoreMultiple.ldn", "0 Q:1 001100 1 1 0 Rm 0100 size:2 Rn|SP Rt", "ld3 <{list3}>, [<Xn|SP>], <{afterlist3}>");
        put(579, "SimdLoadStoreMultiple.ldn", "0 Q:1 001100 0 1 000000 0000 size:2 Rn|SP Rt", "ld4 <{list4}>, [<Xn|SP>]");
        put(580, "SimdLoadStoreMultiple.ldn", "0 Q:1 001100 1 1 0 Rm 0000 size:2 Rn|SP Rt", "ld4 <{list4}>, [<Xn|SP>], <{afterlist4}>");
        put(581, "SimdLoadStoreMultiple.stn", "0 Q:1 001100 0 0 000000 1000 size:2 Rn|SP Rt", "st2 <{list2}>, [<Xn|SP>]");
        put(582, "SimdLoadStoreMultiple.stn", "0 Q:1 001100 1 0 0 Rm 1000 size:2 Rn|SP Rt", "st2 <{list2}>, [<Xn|SP>], <{afterlist2}>");
        put(583, "SimdLoadStoreMultiple.stn", "0 Q:1 001100 0 0 000000 0100 size:2 Rn|SP Rt", "st3 <{list3}>, [<Xn|SP>]");
        put(584, "SimdLoadStoreMultiple.stn", "0 Q:1 001100 1 0 0 Rm 0100 size:2 Rn|SP Rt", "st3 <{list3}>, [<Xn|SP>], <{afterlist3}>");
        put(585, "SimdLoadStoreMultiple.stn", "0 Q:1 001100 0 0 000000 0000 size:2 Rn|SP Rt", "st4 <{list4}>, [<Xn|SP>]");
        put(586, "SimdLoadStoreMultiple.stn", "0 Q:1 001100 1 0 0 Rm 0000 size:2 Rn|SP Rt", "st4 <{list4}>, [<Xn|SP>], <{afterlist4}>");
        put(587, "SimdLoadStoreSingle.load", "0 Q:1 001101 0 1 0 00000 scale:2 0 S:1 size:2 Rn|SP Rt", "ld1 <{element1}>, [<Xn|SP>]");
        put(588, "SimdLoadStoreSingle.load", "0 Q:1 001101 1 1 0 Rm scale:2 0 S:1 size:2 Rn|SP Rt", "ld1 <{element1}>, [<Xn|SP>], <{afterelement1}>");
        put(589, "SimdLoadStoreSingle.load", "0 Q:1 001101 0 1 1 00000 scale:2 0 S:1 size:2 Rn|SP Rt", "ld2 <{element2}>, [<Xn|SP>]");
        put(590, "SimdLoadStoreSingle.load", "0 Q:1 001101 1 1 1 Rm scale:2 0 S:1 size:2 Rn|SP Rt", "ld2 <{element2}>, [<Xn|SP>], <{afterelement2}>");
        put(591, "SimdLoadStoreSingle.load", "0 Q:1 001101 0 1 0 00000 scale:2 1 S:1 size:2 Rn|SP Rt", "ld3 <{element3}>, [<Xn|SP>]");
        put(592, "SimdLoadStoreSingle.load", "0 Q:1 001101 1 1 0 Rm scale:2 1 S:1 size:2 Rn|SP Rt", "ld3 <{element3}>, [<Xn|SP>], <{afterelement3}>");
        put(593, "SimdLoadStoreSingle.load", "0 Q:1 001101 0 1 1 00000 scale:2 1 S:1 size:2 Rn|SP Rt", "ld4 <{element4}>, [<Xn|SP>]");
        put(594, "SimdLoadStoreSingle.load", "0 Q:1 001101 1 1 1 Rm scale:2 1 S:1 size:2 Rn|SP Rt", "ld4 <{element4}>, [<Xn|SP>], <{afterelement4}>");
        put(595, "SimdLoadStoreSingle.store", "0 Q:1 001101 0 0 0 00000 scale:2 0 S:1 size:2 Rn|SP Rt", "st1 <{element1}>, [<Xn|SP>]");
        put(596, "SimdLoadStoreSingle.store", "0 Q:1 001101 1 0 0 Rm scale:2 0 S:1 size:2 Rn|SP Rt", "st1 <{element1}>, [<Xn|SP>], <{afterelement1}>");
        put(597, "SimdLoadStoreSingle.store", "0 Q:1 001101 0 0 1 00000 scale:2 0 S:1 size:2 Rn|SP Rt", "st2 <{element2}>, [<Xn|SP>]");
        put(598, "SimdLoadStoreSingle.store", "0 Q:1 001101 1 0 1 Rm scale:2 0 S:1 size:2 Rn|SP Rt", "st2 <{element2}>, [<Xn|SP>], <{afterelement2}>");
        put(599, "SimdLoadStoreSingle.store", "0 Q:1 001101 0 0 0 00000 scale:2 1 S:1 size:2 Rn|SP Rt", "st3 <{element3}>, [<Xn|SP>]");
        put(600, "SimdLoadStoreSingle.store", "0 Q:1 001101 1 0 0 Rm scale:2 1 S:1 size:2 Rn|SP Rt", "st3 <{element3}>, [<Xn|SP>], <{afterelement3}>");
        put(601, "SimdLoadStoreSingle.store", "0 Q:1 001101 0 0 1 00000 scale:2 1 S:1 size:2 Rn|SP Rt", "st4 <{element4}>, [<Xn|SP>]");
        put(602, "SimdLoadStoreSingle.store", "0 Q:1 001101 1 0 1 Rm scale:2 1 S:1 size:2 Rn|SP Rt", "st4 <{element4}>, [<Xn|SP>], <{afterelement4}>");
        put(603, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 0 1 0 00000 11 0 0 size:2 Rn|SP Rt", "ld1r <{list1}>, [<Xn|SP>]");
        put(604, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 1 1 0 Rm 11 0 0 size:2 Rn|SP Rt", "ld1r <{list1}>, [<Xn|SP>], <{afterall1}>");
        put(605, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 0 1 1 00000 11 0 0 size:2 Rn|SP Rt", "ld2r <{list2}>, [<Xn|SP>]");
        put(606, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 1 1 1 Rm 11 0 0 size:2 Rn|SP Rt", "ld2r <{list2}>, [<Xn|SP>], <{afterall2}>");
        put(607, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 0 1 0 00000 11 1 0 size:2 Rn|SP Rt", "ld3r <{list3}>, [<Xn|SP>]");
        put(608, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 1 1 0 Rm 11 1 0 size:2 Rn|SP Rt", "ld3r <{list3}>, [<Xn|SP>], <{afterall3}>");
        put(609, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 0 1 1 00000 11 1 0 size:2 Rn|SP Rt", "ld4r <{list4}>, [<Xn|SP>]");
        put(610, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 1 1 1 Rm 11 1 0 size:2 Rn|SP Rt", "ld4r <{list4}>, [<Xn|SP>], <{afterall4}>");
        put(611, "SimdThreeSame.cmeq", "0 Q:1 1 01110 size:2 1 Rm 10001 1 Rn Rd", "cmeq <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(612, "SimdThreeSame.cmeq", "01 1 11110 11 1 Rm 10001 1 Rn Rd", "cmeq <Dd>, <Dn>, <Dm>");
        put(613, "SimdThreeSame.cmhs", "0 Q:1 1 01110 size:2 1 Rm 00111 1 Rn Rd", "cmhs <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(614, "SimdThreeSame.cmhs", "01 1 11110 11 1 Rm 00111 1 Rn Rd", "cmhs <Dd>, <Dn>, <Dm>");
        put(615, "SimdCopy.dupGeneral", "0 Q:1 0 01110000 imm5:5 0 0001 1 Rn Rd", "dup <{Vd.T5}>, <{Rn:imm5}>");
        put(616, "SimdShiftImmediate.shrn", "0 Q:1 0 011110 imm:7 10000 1 Rn Rd", "shrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(617, "SimdTwoRegMisc.cmeqZero", "0 Q:1 0 01110 size:2 10000 01001 10 Rn Rd", "cmeq <{Vd.T}>, <{Vn.T}>, #0");
        put(618, "SimdTwoRegMisc.cmeqZero", "01 0 11110 11 10000 01001 10 Rn Rd", "cmeq <Dd>, <Dn>, #0");
        put(619, "SimdAcrossLanes.addv", "0 Q:1 0 01110 size:2 11000 11011 10 Rn Rd", "addv <{Vd:size}>, <{Vn.T}>");
        put(620, "SimdAcrossLanes.uaddlv", "0 Q:1 1 01110 size:2 11000 00011 10 Rn Rd", "uaddlv <{Vd:size+1}>, <{Vn.T}>");
        put(621, "SimdAcrossLanes.saddlv", "0 Q:1 0 01110 size:2 11000 00011 10 Rn Rd", "saddlv <{Vd:size+1}>, <{Vn.T}>");
        put(622, "SimdAcrossLanes.smaxv", "0 Q:1 0 01110 size:2 11000 01010 10 Rn Rd", "smaxv <{Vd:size}>, <{Vn.T}>");
        put(623, "SimdAcrossLanes.umaxv", "0 Q:1 1 01110 size:2 11000 01010 10 Rn Rd", "umaxv <{Vd:size}>, <{Vn.T}>");
        put(624, "SimdAcrossLanes.sminv", "0 Q:1 0 01110 size:2 11000 11010 10 Rn Rd", "sminv <{Vd:size}>, <{Vn.T}>");
        put(625, "SimdAcrossLanes.uminv", "0 Q:1 1 01110 size:2 11000 11010 10 Rn Rd", "uminv <{Vd:size}>, <{Vn.T}>");
        put(626, "SimdAcrossLanes.addpScalar", "01 0 11110 11 11000 11011 10 Rn Rd", "addp <Dd>, <Vn.2D>");
        put(627, "SimdCopy.dupElement", "0 Q:1 0 01110000 imm5:5 0 0000 1 Rn Rd", "dup <{Vd.T5}>, <{Vn.T5[]}>");
        put(628, "SimdCopy.dupScalar", "01 0 11110000 imm5:5 0 0000 1 Rn Rd", "mov <{Vd:imm5}>, <{Vn.T5[]}>");
        put(629, "SimdCopy.insGeneral", "0 1 0 01110000 imm5:5 0 0011 1 Rn Rd", "mov <{Vd.T5[]}>, <{Rn:imm5}>");
        put(630, "SimdCopy.insElement", "0 1 1 01110000 imm5:5 0 imm4:4 1 Rn Rd", "mov <{Vd.T5[]}>, <{Vn.T5[imm4]}>");
        put(631, "SimdCopy.umov", "0 0 0 01110000 imm5:5 0 0111 1 Rn Rd", "umov <Wd>, <{Vn.T5[]}>",
                "(imm5 & 3) == 0 => mov <Wd>, <{Vn.T5[]}>");
        put(632, "SimdCopy.umov", "0 1 0 01110000 imm5:5 0 0111 1 Rn Rd", "mov <Xd>, <{Vn.T5[]}>");
        put(633, "SimdCopy.smov32", "0 0 0 01110000 imm5:5 0 0101 1 Rn Rd", "smov <Wd>, <{Vn.T5[]}>");
        put(634, "SimdCopy.smov64", "0 1 0 01110000 imm5:5 0 0101 1 Rn Rd", "smov <Xd>, <{Vn.T5[]}>");
        put(635, "SimdModifiedImmediate.movi", "0 Q:1 0 01111 00000 a:3 cmode:4 0 1 imm5:5 Rd", "movi <{Vd.Tc}>, <{simdimm}>");
        put(636, "SimdModifiedImmediate.mvni", "0 Q:1 1 01111 00000 a:3 cmode:4 0 1 imm5:5 Rd", "mvni <{Vd.Tc}>, <{simdimm}>");
        put(637, "SimdModifiedImmediate.moviBytes", "0 Q:1 0 01111 00000 a:3 1110 0 1 imm5:5 Rd", "movi <{Vd.Tb}>, <{simdimm}>");
        put(638, "SimdModifiedImmediate.moviMask", "0 0 1 01111 00000 a:3 1110 0 1 imm5:5 Rd", "movi <Dd>, <{simdimm64}>");
        put(639, "SimdModifiedImmediate.moviMask", "0 1 1 01111 00000 a:3 1110 0 1 imm5:5 Rd", "movi <Vd.2D>, <{simdimm64}>");
        put(640, "SimdModifiedImmediate.orr", "0 Q:1 0 01111 00000 a:3 cmode:4 0 1 imm5:5 Rd", "orr <{Vd.Tc}>, <{simdimm}>");
        put(641, "SimdModifiedImmediate.bic", "0 Q:1 1 01111 00000 a:3 cmode:4 0 1 imm5:5 Rd", "bic <{Vd.Tc}>, <{simdimm}>");
        put(642, "SimdModifiedImmediate.fmovSingle", "0 Q:1 0 01111 00000 a:3 1111 0 1 imm5:5 Rd", "fmov <{Vd.Ts}>, <{simdfpimm}>");
        put(643, "SimdModifiedImmediate.fmovDouble", "0 1 1 01111 00000 a:3 1111 0 1 imm5:5 Rd", "fmov <Vd.2D>, <{simdfpimm}>");
        put(644, "SimdModifiedImmediate.fmovHalf", "0 Q:1 0 01111 00000 a:3 1111 1 1 imm5:5 Rd", "fmov <{Vd.Th}>, <{simdfpimm}>");
        put(645, "SimdPermute.uzp1", "0 Q:1 0 01110 size:2 0 Rm 0 001 10 Rn Rd", "uzp1 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(646, "SimdPermute.uzp2", "0 Q:1 0 01110 size:2 0 Rm 0 101 10 Rn Rd", "uzp2 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(647, "SimdPermute.trn1", "0 Q:1 0 01110 size:2 0 Rm 0 010 10 Rn Rd", "trn1 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
    }

    private static void part5() {
        put(648, "SimdPermute.trn2", "0 Q:1 0 01110 size:2 0 Rm 0 110 10 Rn Rd", "trn2 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(649, "SimdPermute.zip1", "0 Q:1 0 01110 size:2 0 Rm 0 011 10 Rn Rd", "zip1 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(650, "SimdPermute.zip2", "0 Q:1 0 01110 size:2 0 Rm 0 111 10 Rn Rd", "zip2 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(651, "SimdPermute.ext64", "0 0 1 01110 000 Rm 0 0 imm4:3 0 Rn Rd", "ext <Vd.8B>, <Vn.8B>, <Vm.8B>, <#imm4>");
        put(652, "SimdPermute.ext128", "0 1 1 01110 000 Rm 0 imm4:4 0 Rn Rd", "ext <Vd.16B>, <Vn.16B>, <Vm.16B>, <#imm4>");
        put(653, "SimdPermute.tbl", "0 Q:1 0 01110 000 Rm 0 len:2 0 00 Rn Rd", "tbl <{Vd.Tb}>, <{table}>, <{Vm.Tb}>");
        put(654, "SimdPermute.tbx", "0 Q:1 0 01110 000 Rm 0 len:2 1 00 Rn Rd", "tbx <{Vd.Tb}>, <{table}>, <{Vm.Tb}>");
        put(655, "SimdShiftImmediate.sshr", "0 Q:1 0 011110 imm:7 00000 1 Rn Rd", "sshr <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(656, "SimdShiftImmediate.sshr", "01 0 111110 imm:7 00000 1 Rn Rd", "sshr <Dd>, <Dn>, <{rightshift}>");
        put(657, "SimdShiftImmediate.ssra", "0 Q:1 0 011110 imm:7 00010 1 Rn Rd", "ssra <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(658, "SimdShiftImmediate.ssra", "01 0 111110 imm:7 00010 1 Rn Rd", "ssra <Dd>, <Dn>, <{rightshift}>");
        put(659, "SimdShiftImmediate.srshr", "0 Q:1 0 011110 imm:7 00100 1 Rn Rd", "srshr <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(660, "SimdShiftImmediate.srshr", "01 0 111110 imm:7 00100 1 Rn Rd", "srshr <Dd>, <Dn>, <{rightshift}>");
        put(661, "SimdShiftImmediate.srsra", "0 Q:1 0 011110 imm:7 00110 1 Rn Rd", "srsra <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(662, "SimdShiftImmediate.srsra", "01 0 111110 imm:7 00110 1 Rn Rd", "srsra <Dd>, <Dn>, <{rightshift}>");
        put(663, "SimdShiftImmediate.ushr", "0 Q:1 1 011110 imm:7 00000 1 Rn Rd", "ushr <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(664, "SimdShiftImmediate.ushr", "01 1 111110 imm:7 00000 1 Rn Rd", "ushr <Dd>, <Dn>, <{rightshift}>");
        put(665, "SimdShiftImmediate.usra", "0 Q:1 1 011110 imm:7 00010 1 Rn Rd", "usra <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(666, "SimdShiftImmediate.usra", "01 1 111110 imm:7 00010 1 Rn Rd", "usra <Dd>, <Dn>, <{rightshift}>");
        put(667, "SimdShiftImmediate.urshr", "0 Q:1 1 011110 imm:7 00100 1 Rn Rd", "urshr <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(668, "SimdShiftImmediate.urshr", "01 1 111110 imm:7 00100 1 Rn Rd", "urshr <Dd>, <Dn>, <{rightshift}>");
        put(669, "SimdShiftImmediate.ursra", "0 Q:1 1 011110 imm:7 00110 1 Rn Rd", "ursra <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(670, "SimdShiftImmediate.ursra", "01 1 111110 imm:7 00110 1 Rn Rd", "ursra <Dd>, <Dn>, <{rightshift}>");
        put(671, "SimdShiftImmediate.sri", "0 Q:1 1 011110 imm:7 01000 1 Rn Rd", "sri <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(672, "SimdShiftImmediate.sri", "01 1 111110 imm:7 01000 1 Rn Rd", "sri <Dd>, <Dn>, <{rightshift}>");
        put(673, "SimdShiftImmediate.shl", "0 Q:1 0 011110 imm:7 01010 1 Rn Rd", "shl <{Vd.Ti}>, <{Vn.Ti}>, <{leftshift}>");
        put(674, "SimdShiftImmediate.shl", "01 0 111110 imm:7 01010 1 Rn Rd", "shl <Dd>, <Dn>, <{leftshift}>");
        put(675, "SimdShiftImmediate.sli", "0 Q:1 1 011110 imm:7 01010 1 Rn Rd", "sli <{Vd.Ti}>, <{Vn.Ti}>, <{leftshift}>");
        put(676, "SimdShiftImmediate.sli", "01 1 111110 imm:7 01010 1 Rn Rd", "sli <Dd>, <Dn>, <{leftshift}>");
        put(677, "SimdShiftImmediate.sqshluImmediate", "0 Q:1 1 011110 imm:7 01100 1 Rn Rd", "sqshlu <{Vd.Ti}>, <{Vn.Ti}>, <{leftshift}>");
        put(678, "SimdShiftImmediate.sqshluImmediate", "01 1 111110 imm:7 01100 1 Rn Rd", "sqshlu <{Vd:imm}>, <{Vn:imm}>, <{leftshift}>");
        put(679, "SimdShiftImmediate.sqshlImmediate", "0 Q:1 0 011110 imm:7 01110 1 Rn Rd", "sqshl <{Vd.Ti}>, <{Vn.Ti}>, <{leftshift}>");
        put(680, "SimdShiftImmediate.sqshlImmediate", "01 0 111110 imm:7 01110 1 Rn Rd", "sqshl <{Vd:imm}>, <{Vn:imm}>, <{leftshift}>");
        put(681, "SimdShiftImmediate.uqshlImmediate", "0 Q:1 1 011110 imm:7 01110 1 Rn Rd", "uqshl <{Vd.Ti}>, <{Vn.Ti}>, <{leftshift}>");
        put(682, "SimdShiftImmediate.uqshlImmediate", "01 1 111110 imm:7 01110 1 Rn Rd", "uqshl <{Vd:imm}>, <{Vn:imm}>, <{leftshift}>");
        put(683, "SimdShiftImmediate.rshrn", "0 Q:1 0 011110 imm:7 10001 1 Rn Rd", "rshrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(684, "SimdShiftImmediate.sqshrn", "0 Q:1 0 011110 imm:7 10010 1 Rn Rd", "sqshrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(685, "SimdShiftImmediate.sqshrn", "01 0 111110 imm:7 10010 1 Rn Rd", "sqshrn <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>");
        put(686, "SimdShiftImmediate.sqrshrn", "0 Q:1 0 011110 imm:7 10011 1 Rn Rd", "sqrshrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(687, "SimdShiftImmediate.sqrshrn", "01 0 111110 imm:7 10011 1 Rn Rd", "sqrshrn <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>");
        put(688, "SimdShiftImmediate.uqshrn", "0 Q:1 1 011110 imm:7 10010 1 Rn Rd", "uqshrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(689, "SimdShiftImmediate.uqshrn", "01 1 111110 imm:7 10010 1 Rn Rd", "uqshrn <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>");
        put(690, "SimdShiftImmediate.uqrshrn", "0 Q:1 1 011110 imm:7 10011 1 Rn Rd", "uqrshrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(691, "SimdShiftImmediate.uqrshrn", "01 1 111110 imm:7 10011 1 Rn Rd", "uqrshrn <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>");
        put(692, "SimdShiftImmediate.sqshrun", "0 Q:1 1 011110 imm:7 10000 1 Rn Rd", "sqshrun<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(693, "SimdShiftImmediate.sqshrun", "01 1 111110 imm:7 10000 1 Rn Rd", "sqshrun <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>");
        put(694, "SimdShiftImmediate.sqrshrun", "0 Q:1 1 011110 imm:7 10001 1 Rn Rd", "sqrshrun<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(695, "SimdShiftImmediate.sqrshrun", "01 1 111110 imm:7 10001 1 Rn Rd", "sqrshrun <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>");
        put(696, "SimdShiftImmediate.sshll", "0 Q:1 0 011110 imm:7 10100 1 Rn Rd", "sshll<{2}> <{Vd.Tiw}>, <{Vn.Ti}>, <{leftshift}>",
                "Integer.bitCount(imm) == 1 => sxtl<{2}> <{Vd.Tiw}>, <{Vn.Ti}>");
        put(697, "SimdShiftImmediate.ushll", "0 Q:1 1 011110 imm:7 10100 1 Rn Rd", "ushll<{2}> <{Vd.Tiw}>, <{Vn.Ti}>, <{leftshift}>",
                "Integer.bitCount(imm) == 1 => uxtl<{2}> <{Vd.Tiw}>, <{Vn.Ti}>");
        put(698, "SimdThreeSame.and", "0 Q:1 0 01110 00 1 Rm 00011 1 Rn Rd", "and <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(699, "SimdThreeSame.bic", "0 Q:1 0 01110 01 1 Rm 00011 1 Rn Rd", "bic <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(700, "SimdThreeSame.orr", "0 Q:1 0 01110 10 1 Rm 00011 1 Rn Rd", "orr <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>",
                "Rn == Rm => mov <{Vd.Tb}>, <{Vn.Tb}>");
        put(701, "SimdThreeSame.orn", "0 Q:1 0 01110 11 1 Rm 00011 1 Rn Rd", "orn <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(702, "SimdThreeSame.eor", "0 Q:1 1 01110 00 1 Rm 00011 1 Rn Rd", "eor <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(703, "SimdThreeSame.bsl", "0 Q:1 1 01110 01 1 Rm 00011 1 Rn Rd", "bsl <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(704, "SimdThreeSame.bit", "0 Q:1 1 01110 10 1 Rm 00011 1 Rn Rd", "bit <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(705, "SimdThreeSame.bif", "0 Q:1 1 01110 11 1 Rm 00011 1 Rn Rd", "bif <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(706, "SimdThreeSame.add", "0 Q:1 0 01110 size:2 1 Rm 10000 1 Rn Rd", "add <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(707, "SimdThreeSame.add", "01 0 11110 11 1 Rm 10000 1 Rn Rd", "add <Dd>, <Dn>, <Dm>");
        put(708, "SimdThreeSame.sub", "0 Q:1 1 01110 size:2 1 Rm 10000 1 Rn Rd", "sub <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(709, "SimdThreeSame.sub", "01 1 11110 11 1 Rm 10000 1 Rn Rd", "sub <Dd>, <Dn>, <Dm>");
        put(710, "SimdThreeSame.cmtst", "0 Q:1 0 01110 size:2 1 Rm 10001 1 Rn Rd", "cmtst <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(711, "SimdThreeSame.cmtst", "01 0 11110 11 1 Rm 10001 1 Rn Rd", "cmtst <Dd>, <Dn>, <Dm>");
        put(712, "SimdThreeSame.cmgt", "0 Q:1 0 01110 size:2 1 Rm 00110 1 Rn Rd", "cmgt <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(713, "SimdThreeSame.cmgt", "01 0 11110 11 1 Rm 00110 1 Rn Rd", "cmgt <Dd>, <Dn>, <Dm>");
        put(714, "SimdThreeSame.cmge", "0 Q:1 0 01110 size:2 1 Rm 00111 1 Rn Rd", "cmge <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(715, "SimdThreeSame.cmge", "01 0 11110 11 1 Rm 00111 1 Rn Rd", "cmge <Dd>, <Dn>, <Dm>");
        put(716, "SimdThreeSame.cmhi", "0 Q:1 1 01110 size:2 1 Rm 00110 1 Rn Rd", "cmhi <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(717, "SimdThreeSame.cmhi", "01 1 11110 11 1 Rm 00110 1 Rn Rd", "cmhi <Dd>, <Dn>, <Dm>");
        put(718, "SimdThreeSame.smax", "0 Q:1 0 01110 size:2 1 Rm 01100 1 Rn Rd", "smax <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(719, "SimdThreeSame.smin", "0 Q:1 0 01110 size:2 1 Rm 01101 1 Rn Rd", "smin <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(720, "SimdThreeSame.sabd", "0 Q:1 0 01110 size:2 1 Rm 01110 1 Rn Rd", "sabd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(721, "SimdThreeSame.saba", "0 Q:1 0 01110 size:2 1 Rm 01111 1 Rn Rd", "saba <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(722, "SimdThreeSame.shadd", "0 Q:1 0 01110 size:2 1 Rm 00000 1 Rn Rd", "shadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(723, "SimdThreeSame.srhadd", "0 Q:1 0 01110 size:2 1 Rm 00010 1 Rn Rd", "srhadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(724, "SimdThreeSame.shsub", "0 Q:1 0 01110 size:2 1 Rm 00100 1 Rn Rd", "shsub <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(725, "SimdThreeSame.umax", "0 Q:1 1 01110 size:2 1 Rm 01100 1 Rn Rd", "umax <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(726, "SimdThreeSame.umin", "0 Q:1 1 01110 size:2 1 Rm 01101 1 Rn Rd", "umin <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(727, "SimdThreeSame.uabd", "0 Q:1 1 01110 size:2 1 Rm 01110 1 Rn Rd", "uabd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(728, "SimdThreeSame.uaba", "0 Q:1 1 01110 size:2 1 Rm 01111 1 Rn Rd", "uaba <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(729, "SimdThreeSame.uhadd", "0 Q:1 1 01110 size:2 1 Rm 00000 1 Rn Rd", "uhadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(730, "SimdThreeSame.urhadd", "0 Q:1 1 01110 size:2 1 Rm 00010 1 Rn Rd", "urhadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(731, "SimdThreeSame.uhsub", "0 Q:1 1 01110 size:2 1 Rm 00100 1 Rn Rd", "uhsub <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(732, "SimdThreeSame.addp", "0 Q:1 0 01110 size:2 1 Rm 10111 1 Rn Rd", "addp <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(733, "SimdThreeSame.smaxp", "0 Q:1 0 01110 size:2 1 Rm 10100 1 Rn Rd", "smaxp <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(734, "SimdThreeSame.sminp", "0 Q:1 0 01110 size:2 1 Rm 10101 1 Rn Rd", "sminp <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(735, "SimdThreeSame.umaxp", "0 Q:1 1 01110 size:2 1 Rm 10100 1 Rn Rd", "umaxp <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(736, "SimdThreeSame.uminp", "0 Q:1 1 01110 size:2 1 Rm 10101 1 Rn Rd", "uminp <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(737, "SimdThreeSame.sqadd", "0 Q:1 0 01110 size:2 1 Rm 00001 1 Rn Rd", "sqadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(738, "SimdThreeSame.sqadd", "01 0 11110 size:2 1 Rm 00001 1 Rn Rd", "sqadd <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(739, "SimdThreeSame.sqsub", "0 Q:1 0 01110 size:2 1 Rm 00101 1 Rn Rd", "sqsub <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(740, "SimdThreeSame.sqsub", "01 0 11110 size:2 1 Rm 00101 1 Rn Rd", "sqsub <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(741, "SimdThreeSame.sshl", "0 Q:1 0 01110 size:2 1 Rm 01000 1 Rn Rd", "sshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(742, "SimdThreeSame.sshl", "01 0 11110 11 1 Rm 01000 1 Rn Rd", "sshl <Dd>, <Dn>, <Dm>");
        put(743, "SimdThreeSame.sqshl", "0 Q:1 0 01110 size:2 1 Rm 01001 1 Rn Rd", "sqshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(744, "SimdThreeSame.sqshl", "01 0 11110 size:2 1 Rm 01001 1 Rn Rd", "sqshl <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(745, "SimdThreeSame.srshl", "0 Q:1 0 01110 size:2 1 Rm 01010 1 Rn Rd", "srshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(746, "SimdThreeSame.srshl", "01 0 11110 11 1 Rm 01010 1 Rn Rd", "srshl <Dd>, <Dn>, <Dm>");
        put(747, "SimdThreeSame.sqrshl", "0 Q:1 0 01110 size:2 1 Rm 01011 1 Rn Rd", "sqrshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(748, "SimdThreeSame.sqrshl", "01 0 11110 size:2 1 Rm 01011 1 Rn Rd", "sqrshl <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(749, "SimdThreeSame.uqadd", "0 Q:1 1 01110 size:2 1 Rm 00001 1 Rn Rd", "uqadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(750, "SimdThreeSame.uqadd", "01 1 11110 size:2 1 Rm 00001 1 Rn Rd", "uqadd <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(751, "SimdThreeSame.uqsub", "0 Q:1 1 01110 size:2 1 Rm 00101 1 Rn Rd", "uqsub <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(752, "SimdThreeSame.uqsub", "01 1 11110 size:2 1 Rm 00101 1 Rn Rd", "uqsub <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(753, "SimdThreeSame.ushl", "0 Q:1 1 01110 size:2 1 Rm 01000 1 Rn Rd", "ushl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(754, "SimdThreeSame.ushl", "01 1 11110 11 1 Rm 01000 1 Rn Rd", "ushl <Dd>, <Dn>, <Dm>");
        put(755, "SimdThreeSame.uqshl", "0 Q:1 1 01110 size:2 1 Rm 01001 1 Rn Rd", "uqshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(756, "SimdThreeSame.uqshl", "01 1 11110 size:2 1 Rm 01001 1 Rn Rd", "uqshl <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(757, "SimdThreeSame.urshl", "0 Q:1 1 01110 size:2 1 Rm 01010 1 Rn Rd", "urshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(758, "SimdThreeSame.urshl", "01 1 11110 11 1 Rm 01010 1 Rn Rd", "urshl <Dd>, <Dn>, <Dm>");
        put(759, "SimdThreeSame.uqrshl", "0 Q:1 1 01110 size:2 1 Rm 01011 1 Rn Rd", "uqrshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(760, "SimdThreeSame.uqrshl", "01 1 11110 size:2 1 Rm 01011 1 Rn Rd", "uqrshl <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(761, "SimdThreeSame.sqdmulh", "0 Q:1 0 01110 size:2 1 Rm 10110 1 Rn Rd", "sqdmulh <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(762, "SimdThreeSame.sqdmulh", "01 0 11110 size:2 1 Rm 10110 1 Rn Rd", "sqdmulh <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(763, "SimdThreeSame.sqrdmulh", "0 Q:1 1 01110 size:2 1 Rm 10110 1 Rn Rd", "sqrdmulh <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(764, "SimdThreeSame.sqrdmulh", "01 1 11110 size:2 1 Rm 10110 1 Rn Rd", "sqrdmulh <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(765, "SimdThreeSame.mul", "0 Q:1 0 01110 size:2 1 Rm 10011 1 Rn Rd", "mul <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(766, "SimdThreeSame.pmul", "0 Q:1 1 01110 size:2 1 Rm 10011 1 Rn Rd", "pmul <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(767, "SimdThreeSame.mla", "0 Q:1 0 01110 size:2 1 Rm 10010 1 Rn Rd", "mla <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(768, "SimdThreeSame.mls", "0 Q:1 1 01110 size:2 1 Rm 10010 1 Rn Rd", "mls <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(769, "SimdTwoRegMisc.rev64Bytes", "0 Q:1 0 01110 00 10000 00000 10 Rn Rd", "rev64 <{Vd.T}>, <{Vn.T}>");
        put(770, "SimdTwoRegMisc.rev64", "0 Q:1 0 01110 size:2 10000 00000 10 Rn Rd", "rev64 <{Vd.T}>, <{Vn.T}>");
        put(771, "SimdTwoRegMisc.rev32Bytes", "0 Q:1 1 01110 00 10000 00000 10 Rn Rd", "rev32 <{Vd.T}>, <{Vn.T}>");
        put(772, "SimdTwoRegMisc.rev32Halves", "0 Q:1 1 01110 01 10000 00000 10 Rn Rd", "rev32 <{Vd.T}>, <{Vn.T}>");
        put(773, "SimdTwoRegMisc.rev16", "0 Q:1 0 01110 00 10000 00001 10 Rn Rd", "rev16 <{Vd.T}>, <{Vn.T}>");
        put(774, "SimdTwoRegMisc.rbit", "0 Q:1 1 01110 01 10000 00101 10 Rn Rd", "rbit <{Vd.Tb}>, <{Vn.Tb}>");
        put(775, "SimdTwoRegMisc.not", "0 Q:1 1 01110 00 10000 00101 10 Rn Rd", "mvn <{Vd.Tb}>, <{Vn.Tb}>");
    }

    private static void part6() {
        put(776, "SimdTwoRegMisc.cnt", "0 Q:1 0 01110 00 10000 00101 10 Rn Rd", "cnt <{Vd.Tb}>, <{Vn.Tb}>");
        put(777, "SimdTwoRegMisc.clz", "0 Q:1 1 01110 size:2 10000 00100 10 Rn Rd", "clz <{Vd.T}>, <{Vn.T}>");
        put(778, "SimdTwoRegMisc.cls", "0 Q:1 0 01110 size:2 10000 00100 10 Rn Rd", "cls <{Vd.T}>, <{Vn.T}>");
        put(779, "SimdTwoRegMisc.cmgtZero", "0 Q:1 0 01110 size:2 10000 01000 10 Rn Rd", "cmgt <{Vd.T}>, <{Vn.T}>, #0");
        put(780, "SimdTwoRegMisc.cmgtZero", "01 0 11110 11 10000 01000 10 Rn Rd", "cmgt <Dd>, <Dn>, #0");
        put(781, "SimdTwoRegMisc.cmgeZero", "0 Q:1 1 01110 size:2 10000 01000 10 Rn Rd", "cmge <{Vd.T}>, <{Vn.T}>, #0");
        put(782, "SimdTwoRegMisc.cmgeZero", "01 1 11110 11 10000 01000 10 Rn Rd", "cmge <Dd>, <Dn>, #0");
        put(783, "SimdTwoRegMisc.cmleZero", "0 Q:1 1 01110 size:2 10000 01001 10 Rn Rd", "cmle <{Vd.T}>, <{Vn.T}>, #0");
        put(784, "SimdTwoRegMisc.cmleZero", "01 1 11110 11 10000 01001 10 Rn Rd", "cmle <Dd>, <Dn>, #0");
        put(785, "SimdTwoRegMisc.cmltZero", "0 Q:1 0 01110 size:2 10000 01010 10 Rn Rd", "cmlt <{Vd.T}>, <{Vn.T}>, #0");
        put(786, "SimdTwoRegMisc.cmltZero", "01 0 11110 11 10000 01010 10 Rn Rd", "cmlt <Dd>, <Dn>, #0");
        put(787, "SimdTwoRegMisc.abs", "0 Q:1 0 01110 size:2 10000 01011 10 Rn Rd", "abs <{Vd.T}>, <{Vn.T}>");
        put(788, "SimdTwoRegMisc.abs", "01 0 11110 11 10000 01011 10 Rn Rd", "abs <Dd>, <Dn>");
        put(789, "SimdTwoRegMisc.neg", "0 Q:1 1 01110 size:2 10000 01011 10 Rn Rd", "neg <{Vd.T}>, <{Vn.T}>");
        put(790, "SimdTwoRegMisc.neg", "01 1 11110 11 10000 01011 10 Rn Rd", "neg <Dd>, <Dn>");
        put(791, "SimdTwoRegMisc.saddlp", "0 Q:1 0 01110 size:2 10000 00010 10 Rn Rd", "saddlp <{Vd.Tp}>, <{Vn.T}>");
        put(792, "SimdTwoRegMisc.uaddlp", "0 Q:1 1 01110 size:2 10000 00010 10 Rn Rd", "uaddlp <{Vd.Tp}>, <{Vn.T}>");
        put(793, "SimdTwoRegMisc.sadalp", "0 Q:1 0 01110 size:2 10000 00110 10 Rn Rd", "sadalp <{Vd.Tp}>, <{Vn.T}>");
        put(794, "SimdTwoRegMisc.uadalp", "0 Q:1 1 01110 size:2 10000 00110 10 Rn Rd", "uadalp <{Vd.Tp}>, <{Vn.T}>");
        put(795, "SimdTwoRegMisc.sqabs", "0 Q:1 0 01110 size:2 10000 00111 10 Rn Rd", "sqabs <{Vd.T}>, <{Vn.T}>");
        put(796, "SimdTwoRegMisc.sqabs", "01 0 11110 size:2 10000 00111 10 Rn Rd", "sqabs <{Vd:size}>, <{Vn:size}>");
        put(797, "SimdTwoRegMisc.sqneg", "0 Q:1 1 01110 size:2 10000 00111 10 Rn Rd", "sqneg <{Vd.T}>, <{Vn.T}>");
        put(798, "SimdTwoRegMisc.sqneg", "01 1 11110 size:2 10000 00111 10 Rn Rd", "sqneg <{Vd:size}>, <{Vn:size}>");
        put(799, "SimdTwoRegMisc.suqadd", "0 Q:1 0 01110 size:2 10000 00011 10 Rn Rd", "suqadd <{Vd.T}>, <{Vn.T}>");
        put(800, "SimdTwoRegMisc.suqadd", "01 0 11110 size:2 10000 00011 10 Rn Rd", "suqadd <{Vd:size}>, <{Vn:size}>");
        put(801, "SimdTwoRegMisc.usqadd", "0 Q:1 1 01110 size:2 10000 00011 10 Rn Rd", "usqadd <{Vd.T}>, <{Vn.T}>");
        put(802, "SimdTwoRegMisc.usqadd", "01 1 11110 size:2 10000 00011 10 Rn Rd", "usqadd <{Vd:size}>, <{Vn:size}>");
        put(803, "SimdTwoRegMisc.xtn", "0 Q:1 0 01110 size:2 10000 10010 10 Rn Rd", "xtn<{2}> <{Vd.T}>, <{Vn.Tw}>");
        put(804, "SimdTwoRegMisc.sqxtn", "0 Q:1 0 01110 size:2 10000 10100 10 Rn Rd", "sqxtn<{2}> <{Vd.T}>, <{Vn.Tw}>");
        put(805, "SimdTwoRegMisc.sqxtn", "01 0 11110 size:2 10000 10100 10 Rn Rd", "sqxtn <{Vd:size}>, <{Vn:size+1}>");
        put(806, "SimdTwoRegMisc.uqxtn", "0 Q:1 1 01110 size:2 10000 10100 10 Rn Rd", "uqxtn<{2}> <{Vd.T}>, <{Vn.Tw}>");
        put(807, "SimdTwoRegMisc.uqxtn", "01 1 11110 size:2 10000 10100 10 Rn Rd", "uqxtn <{Vd:size}>, <{Vn:size+1}>");
        put(808, "SimdTwoRegMisc.sqxtun", "0 Q:1 1 01110 size:2 10000 10010 10 Rn Rd", "sqxtun<{2}> <{Vd.T}>, <{Vn.Tw}>");
        put(809, "SimdTwoRegMisc.sqxtun", "01 1 11110 size:2 10000 10010 10 Rn Rd", "sqxtun <{Vd:size}>, <{Vn:size+1}>");
        put(810, "SimdTwoRegMisc.shll", "0 Q:1 1 01110 size:2 10000 10011 10 Rn Rd", "shll<{2}> <{Vd.Tw}>, <{Vn.T}>, <{elementbits}>");
        put(811, "Crypto.aese", "01001110 00 10100 00100 10 Rn Rd", "aese <Vd.16B>, <Vn.16B>");
        put(812, "Crypto.aesd", "01001110 00 10100 00101 10 Rn Rd", "aesd <Vd.16B>, <Vn.16B>");
        put(813, "Crypto.aesmc", "01001110 00 10100 00110 10 Rn Rd", "aesmc <Vd.16B>, <Vn.16B>");
        put(814, "Crypto.aesimc", "01001110 00 10100 00111 10 Rn Rd", "aesimc <Vd.16B>, <Vn.16B>");
        put(815, "Crypto.sha1c", "01011110 000 Rm 0 000 00 Rn Rd", "sha1c <Qd>, <Sn>, <Vm.4S>");
        put(816, "Crypto.sha1p", "01011110 000 Rm 0 001 00 Rn Rd", "sha1p <Qd>, <Sn>, <Vm.4S>");
        put(817, "Crypto.sha1m", "01011110 000 Rm 0 010 00 Rn Rd", "sha1m <Qd>, <Sn>, <Vm.4S>");
        put(818, "Crypto.sha1h", "01011110 00 10100 00000 10 Rn Rd", "sha1h <Sd>, <Sn>");
        put(819, "Crypto.sha1su0", "01011110 000 Rm 0 011 00 Rn Rd", "sha1su0 <Vd.4S>, <Vn.4S>, <Vm.4S>");
        put(820, "Crypto.sha1su1", "01011110 00 10100 00001 10 Rn Rd", "sha1su1 <Vd.4S>, <Vn.4S>");
        put(821, "Crypto.sha256h", "01011110 000 Rm 0 100 00 Rn Rd", "sha256h <Qd>, <Qn>, <Vm.4S>");
        put(822, "Crypto.sha256h2", "01011110 000 Rm 0 101 00 Rn Rd", "sha256h2 <Qd>, <Qn>, <Vm.4S>");
        put(823, "Crypto.sha256su0", "01011110 00 10100 00010 10 Rn Rd", "sha256su0 <Vd.4S>, <Vn.4S>");
        put(824, "Crypto.sha256su1", "01011110 000 Rm 0 110 00 Rn Rd", "sha256su1 <Vd.4S>, <Vn.4S>, <Vm.4S>");
        put(825, "Crypto.sha512h", "11001110 011 Rm 1000 00 Rn Rd", "sha512h <Qd>, <Qn>, <Vm.2D>");
        put(826, "Crypto.sha512h2", "11001110 011 Rm 1000 01 Rn Rd", "sha512h2 <Qd>, <Qn>, <Vm.2D>");
        put(827, "Crypto.sha512su0", "11001110 110 00000 1000 00 Rn Rd", "sha512su0 <Vd.2D>, <Vn.2D>");
        put(828, "Crypto.sha512su1", "11001110 011 Rm 1000 10 Rn Rd", "sha512su1 <Vd.2D>, <Vn.2D>, <Vm.2D>");
        put(829, "Crypto.eor3", "11001110 000 Rm 0 Ra Rn Rd", "eor3 <Vd.16B>, <Vn.16B>, <Vm.16B>, <Va.16B>");
        put(830, "Crypto.bcax", "11001110 001 Rm 0 Ra Rn Rd", "bcax <Vd.16B>, <Vn.16B>, <Vm.16B>, <Va.16B>");
        put(831, "Crypto.rax1", "11001110 011 Rm 1000 11 Rn Rd", "rax1 <Vd.2D>, <Vn.2D>, <Vm.2D>");
        put(832, "Crypto.xar", "11001110 100 Rm imm6:6 Rn Rd", "xar <Vd.2D>, <Vn.2D>, <Vm.2D>, <#imm6>");
        put(833, "SimdByElement.mul", "0 Q:1 0 01111 size:2 L:1 M:1 Rm:4 1000 H:1 0 Rn Rd", "mul <{Vd.T}>, <{Vn.T}>, <{Vm[]}>");
        put(834, "SimdByElement.mla", "0 Q:1 1 01111 size:2 L:1 M:1 Rm:4 0000 H:1 0 Rn Rd", "mla <{Vd.T}>, <{Vn.T}>, <{Vm[]}>");
        put(835, "SimdByElement.mls", "0 Q:1 1 01111 size:2 L:1 M:1 Rm:4 0100 H:1 0 Rn Rd", "mls <{Vd.T}>, <{Vn.T}>, <{Vm[]}>");
        put(836, "SimdByElement.sqdmulh", "0 Q:1 0 01111 size:2 L:1 M:1 Rm:4 1100 H:1 0 Rn Rd", "sqdmulh <{Vd.T}>, <{Vn.T}>, <{Vm[]}>");
        put(837, "SimdByElement.sqdmulh", "01 0 11111 size:2 L:1 M:1 Rm:4 1100 H:1 0 Rn Rd", "sqdmulh <{Vd:size}>, <{Vn:size}>, <{Vm[]}>");
        put(838, "SimdByElement.sqrdmulh", "0 Q:1 0 01111 size:2 L:1 M:1 Rm:4 1101 H:1 0 Rn Rd", "sqrdmulh <{Vd.T}>, <{Vn.T}>, <{Vm[]}>");
        put(839, "SimdByElement.sqrdmulh", "01 0 11111 size:2 L:1 M:1 Rm:4 1101 H:1 0 Rn Rd", "sqrdmulh <{Vd:size}>, <{Vn:size}>, <{Vm[]}>");
        put(840, "SimdByElement.smull", "0 Q:1 0 01111 size:2 L:1 M:1 Rm:4 1010 H:1 0 Rn Rd", "smull<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm[]}>");
        put(841, "SimdByElement.smlal", "0 Q:1 0 01111 size:2 L:1 M:1 Rm:4 0010 H:1 0 Rn Rd", "smlal<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm[]}>");
        put(842, "SimdByElement.smlsl", "0 Q:1 0 01111 size:2 L:1 M:1 Rm:4 0110 H:1 0 Rn Rd", "smlsl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm[]}>");
        put(843, "SimdByElement.umull", "0 Q:1 1 01111 size:2 L:1 M:1 Rm:4 1010 H:1 0 Rn Rd", "umull<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm[]}>");
        put(844, "SimdByElement.umlal", "0 Q:1 1 01111 size:2 L:1 M:1 Rm:4 0010 H:1 0 Rn Rd", "umlal<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm[]}>");
        put(845, "SimdByElement.umlsl", "0 Q:1 1 01111 size:2 L:1 M:1 Rm:4 0110 H:1 0 Rn Rd", "umlsl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm[]}>");
        put(846, "SimdByElement.sqdmull", "0 Q:1 0 01111 size:2 L:1 M:1 Rm:4 1011 H:1 0 Rn Rd", "sqdmull<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm[]}>");
        put(847, "SimdByElement.sqdmull", "01 0 11111 size:2 L:1 M:1 Rm:4 1011 H:1 0 Rn Rd", "sqdmull <{Vd:size+1}>, <{Vn:size}>, <{Vm[]}>");
        put(848, "SimdByElement.sqdmlal", "0 Q:1 0 01111 size:2 L:1 M:1 Rm:4 0011 H:1 0 Rn Rd", "sqdmlal<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm[]}>");
        put(849, "SimdByElement.sqdmlal", "01 0 11111 size:2 L:1 M:1 Rm:4 0011 H:1 0 Rn Rd", "sqdmlal <{Vd:size+1}>, <{Vn:size}>, <{Vm[]}>");
        put(850, "SimdByElement.sqdmlsl", "0 Q:1 0 01111 size:2 L:1 M:1 Rm:4 0111 H:1 0 Rn Rd", "sqdmlsl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm[]}>");
        put(851, "SimdByElement.sqdmlsl", "01 0 11111 size:2 L:1 M:1 Rm:4 0111 H:1 0 Rn Rd", "sqdmlsl <{Vd:size+1}>, <{Vn:size}>, <{Vm[]}>");
        put(852, "SimdByElement.fmla", "0 Q:1 0 01111 1 sz:1 L:1 M:1 Rm:4 0001 H:1 0 Rn Rd", "fmla <{Vd.Tf}>, <{Vn.Tf}>, <{Vm[]}>");
        put(853, "SimdByElement.fmla", "01 0 11111 1 sz:1 L:1 M:1 Rm:4 0001 H:1 0 Rn Rd", "fmla <{Vd:sz}>, <{Vn:sz}>, <{Vm[]}>");
        put(854, "SimdByElement.fmla", "0 Q:1 0 01111 00 L:1 M:1 Rm:4 0001 H:1 0 Rn Rd", "fmla <{Vd.Th}>, <{Vn.Th}>, <{Vm[]}>");
        put(855, "SimdByElement.fmla", "01 0 11111 00 L:1 M:1 Rm:4 0001 H:1 0 Rn Rd", "fmla <Hd>, <Hn>, <{Vm[]}>");
        put(856, "SimdByElement.fmls", "0 Q:1 0 01111 1 sz:1 L:1 M:1 Rm:4 0101 H:1 0 Rn Rd", "fmls <{Vd.Tf}>, <{Vn.Tf}>, <{Vm[]}>");
        put(857, "SimdByElement.fmls", "01 0 11111 1 sz:1 L:1 M:1 Rm:4 0101 H:1 0 Rn Rd", "fmls <{Vd:sz}>, <{Vn:sz}>, <{Vm[]}>");
        put(858, "SimdByElement.fmls", "0 Q:1 0 01111 00 L:1 M:1 Rm:4 0101 H:1 0 Rn Rd", "fmls <{Vd.Th}>, <{Vn.Th}>, <{Vm[]}>");
        put(859, "SimdByElement.fmls", "01 0 11111 00 L:1 M:1 Rm:4 0101 H:1 0 Rn Rd", "fmls <Hd>, <Hn>, <{Vm[]}>");
        put(860, "SimdByElement.fmul", "0 Q:1 0 01111 1 sz:1 L:1 M:1 Rm:4 1001 H:1 0 Rn Rd", "fmul <{Vd.Tf}>, <{Vn.Tf}>, <{Vm[]}>");
        put(861, "SimdByElement.fmul", "01 0 11111 1 sz:1 L:1 M:1 Rm:4 1001 H:1 0 Rn Rd", "fmul <{Vd:sz}>, <{Vn:sz}>, <{Vm[]}>");
        put(862, "SimdByElement.fmul", "0 Q:1 0 01111 00 L:1 M:1 Rm:4 1001 H:1 0 Rn Rd", "fmul <{Vd.Th}>, <{Vn.Th}>, <{Vm[]}>");
        put(863, "SimdByElement.fmul", "01 0 11111 00 L:1 M:1 Rm:4 1001 H:1 0 Rn Rd", "fmul <Hd>, <Hn>, <{Vm[]}>");
        put(864, "SimdByElement.fmulx", "0 Q:1 1 01111 1 sz:1 L:1 M:1 Rm:4 1001 H:1 0 Rn Rd", "fmulx <{Vd.Tf}>, <{Vn.Tf}>, <{Vm[]}>");
        put(865, "SimdByElement.fmulx", "01 1 11111 1 sz:1 L:1 M:1 Rm:4 1001 H:1 0 Rn Rd", "fmulx <{Vd:sz}>, <{Vn:sz}>, <{Vm[]}>");
        put(866, "SimdByElement.fmulx", "0 Q:1 1 01111 00 L:1 M:1 Rm:4 1001 H:1 0 Rn Rd", "fmulx <{Vd.Th}>, <{Vn.Th}>, <{Vm[]}>");
        put(867, "SimdByElement.fmulx", "01 1 11111 00 L:1 M:1 Rm:4 1001 H:1 0 Rn Rd", "fmulx <Hd>, <Hn>, <{Vm[]}>");
        put(868, "SimdExtensions.sqrdmlah", "0 Q:1 1 01110 size:2 0 Rm 1 0000 1 Rn Rd", "sqrdmlah <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(869, "SimdExtensions.sqrdmlah", "01 1 11110 size:2 0 Rm 1 0000 1 Rn Rd", "sqrdmlah <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(870, "SimdExtensions.sqrdmlsh", "0 Q:1 1 01110 size:2 0 Rm 1 0001 1 Rn Rd", "sqrdmlsh <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(871, "SimdExtensions.sqrdmlsh", "01 1 11110 size:2 0 Rm 1 0001 1 Rn Rd", "sqrdmlsh <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(872, "SimdExtensions.sqrdmlahElement", "0 Q:1 1 01111 size:2 L:1 M:1 Rm:4 1101 H:1 0 Rn Rd", "sqrdmlah <{Vd.T}>, <{Vn.T}>, <{Vm[]}>");
        put(873, "SimdExtensions.sqrdmlahElement", "01 1 11111 size:2 L:1 M:1 Rm:4 1101 H:1 0 Rn Rd", "sqrdmlah <{Vd:size}>, <{Vn:size}>, <{Vm[]}>");
        put(874, "SimdExtensions.sqrdmlshElement", "0 Q:1 1 01111 size:2 L:1 M:1 Rm:4 1111 H:1 0 Rn Rd", "sqrdmlsh <{Vd.T}>, <{Vn.T}>, <{Vm[]}>");
        put(875, "SimdExtensions.sqrdmlshElement", "01 1 11111 size:2 L:1 M:1 Rm:4 1111 H:1 0 Rn Rd", "sqrdmlsh <{Vd:size}>, <{Vn:size}>, <{Vm[]}>");
        put(876, "SimdExtensions.sdot", "0 Q:1 0 01110 10 0 Rm 1 0010 1 Rn Rd", "sdot <{Vd.Ts}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(877, "SimdExtensions.udot", "0 Q:1 1 01110 10 0 Rm 1 0010 1 Rn Rd", "udot <{Vd.Ts}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(878, "SimdExtensions.sdotElement", "0 Q:1 0 01111 10 L:1 M:1 Rm:4 1110 H:1 0 Rn Rd", "sdot <{Vd.Ts}>, <{Vn.Tb}>, <{Vm.4B[]}>");
        put(879, "SimdExtensions.udotElement", "0 Q:1 1 01111 10 L:1 M:1 Rm:4 1110 H:1 0 Rn Rd", "udot <{Vd.Ts}>, <{Vn.Tb}>, <{Vm.4B[]}>");
        put(880, "SimdExtensions.fmlal", "0 Q:1 0 01110 001 Rm 11101 1 Rn Rd", "fmlal <{Vd.Ts}>, <{Vn.Thq}>, <{Vm.Thq}>");
        put(881, "SimdExtensions.fmlal", "0 Q:1 1 01110 001 Rm 11001 1 Rn Rd", "fmlal2 <{Vd.Ts}>, <{Vn.Thq}>, <{Vm.Thq}>");
        put(882, "SimdExtensions.fmlsl", "0 Q:1 0 01110 101 Rm 11101 1 Rn Rd", "fmlsl <{Vd.Ts}>, <{Vn.Thq}>, <{Vm.Thq}>");
        put(883, "SimdExtensions.fmlsl", "0 Q:1 1 01110 101 Rm 11001 1 Rn Rd", "fmlsl2 <{Vd.Ts}>, <{Vn.Thq}>, <{Vm.Thq}>");
        put(884, "SimdExtensions.fmlalElement", "0 Q:1 0 01111 10 L:1 M:1 Rm:4 0000 H:1 0 Rn Rd", "fmlal <{Vd.Ts}>, <{Vn.Thq}>, <{Vm.H[]}>");
        put(885, "SimdExtensions.fmlalElement", "0 Q:1 1 01111 10 L:1 M:1 Rm:4 1000 H:1 0 Rn Rd", "fmlal2 <{Vd.Ts}>, <{Vn.Thq}>, <{Vm.H[]}>");
        put(886, "SimdExtensions.fmlslElement", "0 Q:1 0 01111 10 L:1 M:1 Rm:4 0100 H:1 0 Rn Rd", "fmlsl <{Vd.Ts}>, <{Vn.Thq}>, <{Vm.H[]}>");
        put(887, "SimdExtensions.fmlslElement", "0 Q:1 1 01111 10 L:1 M:1 Rm:4 1100 H:1 0 Rn Rd", "fmlsl2 <{Vd.Ts}>, <{Vn.Thq}>, <{Vm.H[]}>");
        put(888, "SimdExtensions.fcadd", "0 Q:1 1 01110 size:2 0 Rm 111 rot:1 0 1 Rn Rd", "fcadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>, <{rot90}>");
        put(889, "SimdExtensions.fcadd", "0 Q:1 1 01110 01 0 Rm 111 rot:1 0 1 Rn Rd", "fcadd <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>, <{rot90}>");
        put(890, "SimdExtensions.fcmla", "0 Q:1 1 01110 size:2 0 Rm 110 rot:2 1 Rn Rd", "fcmla <{Vd.T}>, <{Vn.T}>, <{Vm.T}>, <{rot}>");
        put(891, "SimdExtensions.fcmla", "0 Q:1 1 01110 01 0 Rm 110 rot:2 1 Rn Rd", "fcmla <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>, <{rot}>");
        put(892, "SimdExtensions.fcmlaElement", "0 Q:1 1 01111 01 L:1 M:1 Rm:4 0 rot:2 1 H:1 0 Rn Rd", "fcmla <{Vd.Th}>, <{Vn.Th}>, <{Vm.H[HL]}>, <{rot}>");
        put(893, "SimdExtensions.fcmlaElement", "0 1 1 01111 10 0 M:1 Rm:4 0 rot:2 1 H:1 0 Rn Rd", "fcmla <Vd.4S>, <Vn.4S>, <{Vm.S[H]}>, <{rot}>");
        put(894, "SimdFpThreeSame.fadd", "0 Q:1 0 01110 0 sz:1 1 Rm 11010 1 Rn Rd", "fadd <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(895, "SimdFpThreeSame.fadd", "0 Q:1 0 01110 0 10 Rm 00010 1 Rn Rd", "fadd <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(896, "SimdFpThreeSame.fsub", "0 Q:1 0 01110 1 sz:1 1 Rm 11010 1 Rn Rd", "fsub <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(897, "SimdFpThreeSame.fsub", "0 Q:1 0 01110 1 10 Rm 00010 1 Rn Rd", "fsub <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(898, "SimdFpThreeSame.fmul", "0 Q:1 1 01110 0 sz:1 1 Rm 11011 1 Rn Rd", "fmul <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(899, "SimdFpThreeSame.fmul", "0 Q:1 1 01110 0 10 Rm 00011 1 Rn Rd", "fmul <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(900, "SimdFpThreeSame.fdiv", "0 Q:1 1 01110 0 sz:1 1 Rm 11111 1 Rn Rd", "fdiv <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(901, "SimdFpThreeSame.fdiv", "0 Q:1 1 01110 0 10 Rm 00111 1 Rn Rd", "fdiv <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(902, "SimdFpThreeSame.fmla", "0 Q:1 0 01110 0 sz:1 1 Rm 11001 1 Rn Rd", "fmla <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(903, "SimdFpThreeSame.fmla", "0 Q:1 0 01110 0 10 Rm 00001 1 Rn Rd", "fmla <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
    }

    private static void part7() {
        put(904, "SimdFpThreeSame.fmls", "0 Q:1 0 01110 1 sz:1 1 Rm 11001 1 Rn Rd", "fmls <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(905, "SimdFpThreeSame.fmls", "0 Q:1 0 01110 1 10 Rm 00001 1 Rn Rd", "fmls <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(906, "SimdFpThreeSame.fmax", "0 Q:1 0 01110 0 sz:1 1 Rm 11110 1 Rn Rd", "fmax <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(907, "SimdFpThreeSame.fmax", "0 Q:1 0 01110 0 10 Rm 00110 1 Rn Rd", "fmax <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(908, "SimdFpThreeSame.fmin", "0 Q:1 0 01110 1 sz:1 1 Rm 11110 1 Rn Rd", "fmin <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(909, "SimdFpThreeSame.fmin", "0 Q:1 0 01110 1 10 Rm 00110 1 Rn Rd", "fmin <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(910, "SimdFpThreeSame.fmaxnm", "0 Q:1 0 01110 0 sz:1 1 Rm 11000 1 Rn Rd", "fmaxnm <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(911, "SimdFpThreeSame.fmaxnm", "0 Q:1 0 01110 0 10 Rm 00000 1 Rn Rd", "fmaxnm <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(912, "SimdFpThreeSame.fminnm", "0 Q:1 0 01110 1 sz:1 1 Rm 11000 1 Rn Rd", "fminnm <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(913, "SimdFpThreeSame.fminnm", "0 Q:1 0 01110 1 10 Rm 00000 1 Rn Rd", "fminnm <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(914, "SimdFpThreeSame.fmulx", "0 Q:1 0 01110 0 sz:1 1 Rm 11011 1 Rn Rd", "fmulx <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(915, "SimdFpThreeSame.fmulx", "0 Q:1 0 01110 0 10 Rm 00011 1 Rn Rd", "fmulx <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(916, "SimdFpThreeSame.fmulx", "01 0 11110 0 sz:1 1 Rm 11011 1 Rn Rd", "fmulx <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>");
        put(917, "SimdFpThreeSame.fmulx", "01 0 11110 0 10 Rm 00011 1 Rn Rd", "fmulx <Hd>, <Hn>, <Hm>");
        put(918, "SimdFpThreeSame.fabd", "0 Q:1 1 01110 1 sz:1 1 Rm 11010 1 Rn Rd", "fabd <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(919, "SimdFpThreeSame.fabd", "0 Q:1 1 01110 1 10 Rm 00010 1 Rn Rd", "fabd <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(920, "SimdFpThreeSame.fabd", "01 1 11110 1 sz:1 1 Rm 11010 1 Rn Rd", "fabd <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>");
        put(921, "SimdFpThreeSame.fabd", "01 1 11110 1 10 Rm 00010 1 Rn Rd", "fabd <Hd>, <Hn>, <Hm>");
        put(922, "SimdFpThreeSame.fcmeq", "0 Q:1 0 01110 0 sz:1 1 Rm 11100 1 Rn Rd", "fcmeq <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(923, "SimdFpThreeSame.fcmeq", "0 Q:1 0 01110 0 10 Rm 00100 1 Rn Rd", "fcmeq <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(924, "SimdFpThreeSame.fcmeq", "01 0 11110 0 sz:1 1 Rm 11100 1 Rn Rd", "fcmeq <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>");
        put(925, "SimdFpThreeSame.fcmeq", "01 0 11110 0 10 Rm 00100 1 Rn Rd", "fcmeq <Hd>, <Hn>, <Hm>");
        put(926, "SimdFpThreeSame.fcmge", "0 Q:1 1 01110 0 sz:1 1 Rm 11100 1 Rn Rd", "fcmge <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(927, "SimdFpThreeSame.fcmge", "0 Q:1 1 01110 0 10 Rm 00100 1 Rn Rd", "fcmge <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(928, "SimdFpThreeSame.fcmge", "01 1 11110 0 sz:1 1 Rm 11100 1 Rn Rd", "fcmge <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>");
        put(929, "SimdFpThreeSame.fcmge", "01 1 11110 0 10 Rm 00100 1 Rn Rd", "fcmge <Hd>, <Hn>, <Hm>");
        put(930, "SimdFpThreeSame.fcmgt", "0 Q:1 1 01110 1 sz:1 1 Rm 11100 1 Rn Rd", "fcmgt <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(931, "SimdFpThreeSame.fcmgt", "0 Q:1 1 01110 1 10 Rm 00100 1 Rn Rd", "fcmgt <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(932, "SimdFpThreeSame.fcmgt", "01 1 11110 1 sz:1 1 Rm 11100 1 Rn Rd", "fcmgt <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>");
        put(933, "SimdFpThreeSame.fcmgt", "01 1 11110 1 10 Rm 00100 1 Rn Rd", "fcmgt <Hd>, <Hn>, <Hm>");
        put(934, "SimdFpThreeSame.facge", "0 Q:1 1 01110 0 sz:1 1 Rm 11101 1 Rn Rd", "facge <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(935, "SimdFpThreeSame.facge", "0 Q:1 1 01110 0 10 Rm 00101 1 Rn Rd", "facge <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(936, "SimdFpThreeSame.facge", "01 1 11110 0 sz:1 1 Rm 11101 1 Rn Rd", "facge <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>");
        put(937, "SimdFpThreeSame.facge", "01 1 11110 0 10 Rm 00101 1 Rn Rd", "facge <Hd>, <Hn>, <Hm>");
        put(938, "SimdFpThreeSame.facgt", "0 Q:1 1 01110 1 sz:1 1 Rm 11101 1 Rn Rd", "facgt <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(939, "SimdFpThreeSame.facgt", "0 Q:1 1 01110 1 10 Rm 00101 1 Rn Rd", "facgt <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(940, "SimdFpThreeSame.facgt", "01 1 11110 1 sz:1 1 Rm 11101 1 Rn Rd", "facgt <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>");
        put(941, "SimdFpThreeSame.facgt", "01 1 11110 1 10 Rm 00101 1 Rn Rd", "facgt <Hd>, <Hn>, <Hm>");
        put(942, "SimdFpThreeSame.frecps", "0 Q:1 0 01110 0 sz:1 1 Rm 11111 1 Rn Rd", "frecps <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(943, "SimdFpThreeSame.frecps", "0 Q:1 0 01110 0 10 Rm 00111 1 Rn Rd", "frecps <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(944, "SimdFpThreeSame.frecps", "01 0 11110 0 sz:1 1 Rm 11111 1 Rn Rd", "frecps <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>");
        put(945, "SimdFpThreeSame.frecps", "01 0 11110 0 10 Rm 00111 1 Rn Rd", "frecps <Hd>, <Hn>, <Hm>");
        put(946, "SimdFpThreeSame.frsqrts", "0 Q:1 0 01110 1 sz:1 1 Rm 11111 1 Rn Rd", "frsqrts <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(947, "SimdFpThreeSame.frsqrts", "0 Q:1 0 01110 1 10 Rm 00111 1 Rn Rd", "frsqrts <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(948, "SimdFpThreeSame.frsqrts", "01 0 11110 1 sz:1 1 Rm 11111 1 Rn Rd", "frsqrts <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>");
        put(949, "SimdFpThreeSame.frsqrts", "01 0 11110 1 10 Rm 00111 1 Rn Rd", "frsqrts <Hd>, <Hn>, <Hm>");
        put(950, "SimdFpThreeSame.faddp", "0 Q:1 1 01110 0 sz:1 1 Rm 11010 1 Rn Rd", "faddp <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(951, "SimdFpThreeSame.faddp", "0 Q:1 1 01110 0 10 Rm 00010 1 Rn Rd", "faddp <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(952, "SimdFpThreeSame.fmaxp", "0 Q:1 1 01110 0 sz:1 1 Rm 11110 1 Rn Rd", "fmaxp <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(953, "SimdFpThreeSame.fmaxp", "0 Q:1 1 01110 0 10 Rm 00110 1 Rn Rd", "fmaxp <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(954, "SimdFpThreeSame.fminp", "0 Q:1 1 01110 1 sz:1 1 Rm 11110 1 Rn Rd", "fminp <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(955, "SimdFpThreeSame.fminp", "0 Q:1 1 01110 1 10 Rm 00110 1 Rn Rd", "fminp <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(956, "SimdFpThreeSame.fmaxnmp", "0 Q:1 1 01110 0 sz:1 1 Rm 11000 1 Rn Rd", "fmaxnmp <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(957, "SimdFpThreeSame.fmaxnmp", "0 Q:1 1 01110 0 10 Rm 00000 1 Rn Rd", "fmaxnmp <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(958, "SimdFpThreeSame.fminnmp", "0 Q:1 1 01110 1 sz:1 1 Rm 11000 1 Rn Rd", "fminnmp <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>");
        put(959, "SimdFpThreeSame.fminnmp", "0 Q:1 1 01110 1 10 Rm 00000 1 Rn Rd", "fminnmp <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>");
        put(960, "SimdFpThreeSame.faddpScalar", "01 1 11110 0 sz:1 11000 01101 10 Rn Rd", "faddp <{Vd:sz}>, <{Vn.Tpair}>");
        put(961, "SimdFpThreeSame.faddpScalar", "01 0 11110 0 0 11000 01101 10 Rn Rd", "faddp <Hd>, <Vn.2H>");
        put(962, "SimdFpThreeSame.fmaxpScalar", "01 1 11110 0 sz:1 11000 01111 10 Rn Rd", "fmaxp <{Vd:sz}>, <{Vn.Tpair}>");
        put(963, "SimdFpThreeSame.fmaxpScalar", "01 0 11110 0 0 11000 01111 10 Rn Rd", "fmaxp <Hd>, <Vn.2H>");
        put(964, "SimdFpThreeSame.fminpScalar", "01 1 11110 1 sz:1 11000 01111 10 Rn Rd", "fminp <{Vd:sz}>, <{Vn.Tpair}>");
        put(965, "SimdFpThreeSame.fminpScalar", "01 0 11110 1 0 11000 01111 10 Rn Rd", "fminp <Hd>, <Vn.2H>");
        put(966, "SimdFpThreeSame.fmaxnmpScalar", "01 1 11110 0 sz:1 11000 01100 10 Rn Rd", "fmaxnmp <{Vd:sz}>, <{Vn.Tpair}>");
        put(967, "SimdFpThreeSame.fmaxnmpScalar", "01 0 11110 0 0 11000 01100 10 Rn Rd", "fmaxnmp <Hd>, <Vn.2H>");
        put(968, "SimdFpThreeSame.fminnmpScalar", "01 1 11110 1 sz:1 11000 01100 10 Rn Rd", "fminnmp <{Vd:sz}>, <{Vn.Tpair}>");
        put(969, "SimdFpThreeSame.fminnmpScalar", "01 0 11110 1 0 11000 01100 10 Rn Rd", "fminnmp <Hd>, <Vn.2H>");
        put(970, "SimdFpThreeSame.fmaxv", "0 1 1 01110 0 0 11000 01111 10 Rn Rd", "fmaxv <Sd>, <Vn.4S>");
        put(971, "SimdFpThreeSame.fmaxv", "0 Q:1 0 01110 0 0 11000 01111 10 Rn Rd", "fmaxv <Hd>, <{Vn.Th}>");
        put(972, "SimdFpThreeSame.fminv", "0 1 1 01110 1 0 11000 01111 10 Rn Rd", "fminv <Sd>, <Vn.4S>");
        put(973, "SimdFpThreeSame.fminv", "0 Q:1 0 01110 1 0 11000 01111 10 Rn Rd", "fminv <Hd>, <{Vn.Th}>");
        put(974, "SimdFpThreeSame.fmaxnmv", "0 1 1 01110 0 0 11000 01100 10 Rn Rd", "fmaxnmv <Sd>, <Vn.4S>");
        put(975, "SimdFpThreeSame.fmaxnmv", "0 Q:1 0 01110 0 0 11000 01100 10 Rn Rd", "fmaxnmv <Hd>, <{Vn.Th}>");
        put(976, "SimdFpThreeSame.fminnmv", "0 1 1 01110 1 0 11000 01100 10 Rn Rd", "fminnmv <Sd>, <Vn.4S>");
        put(977, "SimdFpThreeSame.fminnmv", "0 Q:1 0 01110 1 0 11000 01100 10 Rn Rd", "fminnmv <Hd>, <{Vn.Th}>");
        put(978, "SimdFpTwoRegMisc.fabs", "0 Q:1 0 01110 1 sz:1 10000 01111 10 Rn Rd", "fabs <{Vd.Tf}>, <{Vn.Tf}>");
        put(979, "SimdFpTwoRegMisc.fabs", "0 Q:1 0 01110 1 1 11100 01111 10 Rn Rd", "fabs <{Vd.Th}>, <{Vn.Th}>");
        put(980, "SimdFpTwoRegMisc.fneg", "0 Q:1 1 01110 1 sz:1 10000 01111 10 Rn Rd", "fneg <{Vd.Tf}>, <{Vn.Tf}>");
        put(981, "SimdFpTwoRegMisc.fneg", "0 Q:1 1 01110 1 1 11100 01111 10 Rn Rd", "fneg <{Vd.Th}>, <{Vn.Th}>");
        put(982, "SimdFpTwoRegMisc.fsqrt", "0 Q:1 1 01110 1 sz:1 10000 11111 10 Rn Rd", "fsqrt <{Vd.Tf}>, <{Vn.Tf}>");
        put(983, "SimdFpTwoRegMisc.fsqrt", "0 Q:1 1 01110 1 1 11100 11111 10 Rn Rd", "fsqrt <{Vd.Th}>, <{Vn.Th}>");
        put(984, "SimdFpTwoRegMisc.frecpe", "0 Q:1 0 01110 1 sz:1 10000 11101 10 Rn Rd", "frecpe <{Vd.Tf}>, <{Vn.Tf}>");
        put(985, "SimdFpTwoRegMisc.frecpe", "0 Q:1 0 01110 1 1 11100 11101 10 Rn Rd", "frecpe <{Vd.Th}>, <{Vn.Th}>");
        put(986, "SimdFpTwoRegMisc.frecpe", "01 0 11110 1 sz:1 10000 11101 10 Rn Rd", "frecpe <{Vd:sz}>, <{Vn:sz}>");
        put(987, "SimdFpTwoRegMisc.frecpe", "01 0 11110 1 1 11100 11101 10 Rn Rd", "frecpe <Hd>, <Hn>");
        put(988, "SimdFpTwoRegMisc.frsqrte", "0 Q:1 1 01110 1 sz:1 10000 11101 10 Rn Rd", "frsqrte <{Vd.Tf}>, <{Vn.Tf}>");
        put(989, "SimdFpTwoRegMisc.frsqrte", "0 Q:1 1 01110 1 1 11100 11101 10 Rn Rd", "frsqrte <{Vd.Th}>, <{Vn.Th}>");
        put(990, "SimdFpTwoRegMisc.frsqrte", "01 1 11110 1 sz:1 10000 11101 10 Rn Rd", "frsqrte <{Vd:sz}>, <{Vn:sz}>");
        put(991, "SimdFpTwoRegMisc.frsqrte", "01 1 11110 1 1 11100 11101 10 Rn Rd", "frsqrte <Hd>, <Hn>");
        put(992, "SimdFpTwoRegMisc.frecpx", "01 0 11110 1 sz:1 10000 11111 10 Rn Rd", "frecpx <{Vd:sz}>, <{Vn:sz}>");
        put(993, "SimdFpTwoRegMisc.frecpx", "01 0 11110 1 1 11100 11111 10 Rn Rd", "frecpx <Hd>, <Hn>");
        put(994, "SimdFpTwoRegMisc.urecpe", "0 Q:1 0 01110 10 10000 11100 10 Rn Rd", "urecpe <{Vd.Ts}>, <{Vn.Ts}>");
        put(995, "SimdFpTwoRegMisc.ursqrte", "0 Q:1 1 01110 10 10000 11100 10 Rn Rd", "ursqrte <{Vd.Ts}>, <{Vn.Ts}>");
        put(996, "SimdFpTwoRegMisc.frintn", "0 Q:1 0 01110 0 sz:1 10000 11000 10 Rn Rd", "frintn <{Vd.Tf}>, <{Vn.Tf}>");
        put(997, "SimdFpTwoRegMisc.frintn", "0 Q:1 0 01110 0 1 11100 11000 10 Rn Rd", "frintn <{Vd.Th}>, <{Vn.Th}>");
        put(998, "SimdFpTwoRegMisc.frintm", "0 Q:1 0 01110 0 sz:1 10000 11001 10 Rn Rd", "frintm <{Vd.Tf}>, <{Vn.Tf}>");
        put(999, "SimdFpTwoRegMisc.frintm", "0 Q:1 0 01110 0 1 11100 11001 10 Rn Rd", "frintm <{Vd.Th}>, <{Vn.Th}>");
        put(1000, "SimdFpTwoRegMisc.frintp", "0 Q:1 0 01110 1 sz:1 10000 11000 10 Rn Rd", "frintp <{Vd.Tf}>, <{Vn.Tf}>");
        put(1001, "SimdFpTwoRegMisc.frintp", "0 Q:1 0 01110 1 1 11100 11000 10 Rn Rd", "frintp <{Vd.Th}>, <{Vn.Th}>");
        put(1002, "SimdFpTwoRegMisc.frintz", "0 Q:1 0 01110 1 sz:1 10000 11001 10 Rn Rd", "frintz <{Vd.Tf}>, <{Vn.Tf}>");
        put(1003, "SimdFpTwoRegMisc.frintz", "0 Q:1 0 01110 1 1 11100 11001 10 Rn Rd", "frintz <{Vd.Th}>, <{Vn.Th}>");
        put(1004, "SimdFpTwoRegMisc.frinta", "0 Q:1 1 01110 0 sz:1 10000 11000 10 Rn Rd", "frinta <{Vd.Tf}>, <{Vn.Tf}>");
        put(1005, "SimdFpTwoRegMisc.frinta", "0 Q:1 1 01110 0 1 11100 11000 10 Rn Rd", "frinta <{Vd.Th}>, <{Vn.Th}>");
        put(1006, "SimdFpTwoRegMisc.frintx", "0 Q:1 1 01110 0 sz:1 10000 11001 10 Rn Rd", "frintx <{Vd.Tf}>, <{Vn.Tf}>");
        put(1007, "SimdFpTwoRegMisc.frintx", "0 Q:1 1 01110 0 1 11100 11001 10 Rn Rd", "frintx <{Vd.Th}>, <{Vn.Th}>");
        put(1008, "SimdFpTwoRegMisc.frinti", "0 Q:1 1 01110 1 sz:1 10000 11001 10 Rn Rd", "frinti <{Vd.Tf}>, <{Vn.Tf}>");
        put(1009, "SimdFpTwoRegMisc.frinti", "0 Q:1 1 01110 1 1 11100 11001 10 Rn Rd", "frinti <{Vd.Th}>, <{Vn.Th}>");
        put(1010, "SimdFpTwoRegMisc.frint32z", "0 Q:1 0 01110 0 sz:1 10000 11110 10 Rn Rd", "frint32z <{Vd.Tf}>, <{Vn.Tf}>");
        put(1011, "SimdFpTwoRegMisc.frint64z", "0 Q:1 0 01110 0 sz:1 10000 11111 10 Rn Rd", "frint64z <{Vd.Tf}>, <{Vn.Tf}>");
        put(1012, "SimdFpTwoRegMisc.frint32x", "0 Q:1 1 01110 0 sz:1 10000 11110 10 Rn Rd", "frint32x <{Vd.Tf}>, <{Vn.Tf}>");
        put(1013, "SimdFpTwoRegMisc.frint64x", "0 Q:1 1 01110 0 sz:1 10000 11111 10 Rn Rd", "frint64x <{Vd.Tf}>, <{Vn.Tf}>");
        put(1014, "SimdFpTwoRegMisc.fcmgtZero", "0 Q:1 0 01110 1 sz:1 10000 01100 10 Rn Rd", "fcmgt <{Vd.Tf}>, <{Vn.Tf}>, #0.0");
        put(1015, "SimdFpTwoRegMisc.fcmgtZero", "0 Q:1 0 01110 1 1 11100 01100 10 Rn Rd", "fcmgt <{Vd.Th}>, <{Vn.Th}>, #0.0");
        put(1016, "SimdFpTwoRegMisc.fcmgtZero", "01 0 11110 1 sz:1 10000 01100 10 Rn Rd", "fcmgt <{Vd:sz}>, <{Vn:sz}>, #0.0");
        put(1017, "SimdFpTwoRegMisc.fcmgtZero", "01 0 11110 1 1 11100 01100 10 Rn Rd", "fcmgt <Hd>, <Hn>, #0.0");
        put(1018, "SimdFpTwoRegMisc.fcmeqZero", "0 Q:1 0 01110 1 sz:1 10000 01101 10 Rn Rd", "fcmeq <{Vd.Tf}>, <{Vn.Tf}>, #0.0");
        put(1019, "SimdFpTwoRegMisc.fcmeqZero", "0 Q:1 0 01110 1 1 11100 01101 10 Rn Rd", "fcmeq <{Vd.Th}>, <{Vn.Th}>, #0.0");
        put(1020, "SimdFpTwoRegMisc.fcmeqZero", "01 0 11110 1 sz:1 10000 01101 10 Rn Rd", "fcmeq <{Vd:sz}>, <{Vn:sz}>, #0.0");
        put(1021, "SimdFpTwoRegMisc.fcmeqZero", "01 0 11110 1 1 11100 01101 10 Rn Rd", "fcmeq <Hd>, <Hn>, #0.0");
        put(1022, "SimdFpTwoRegMisc.fcmltZero", "0 Q:1 0 01110 1 sz:1 10000 01110 10 Rn Rd", "fcmlt <{Vd.Tf}>, <{Vn.Tf}>, #0.0");
        put(1023, "SimdFpTwoRegMisc.fcmltZero", "0 Q:1 0 01110 1 1 11100 01110 10 Rn Rd", "fcmlt <{Vd.Th}>, <{Vn.Th}>, #0.0");
        put(1024, "SimdFpTwoRegMisc.fcmltZero", "01 0 11110 1 sz:1 10000 01110 10 Rn Rd", "fcmlt <{Vd:sz}>, <{Vn:sz}>, #0.0");
        put(1025, "SimdFpTwoRegMisc.fcmltZero", "01 0 11110 1 1 11100 01110 10 Rn Rd", "fcmlt <Hd>, <Hn>, #0.0");
        put(1026, "SimdFpTwoRegMisc.fcmgeZero", "0 Q:1 1 01110 1 sz:1 10000 01100 10 Rn Rd", "fcmge <{Vd.Tf}>, <{Vn.Tf}>, #0.0");
        put(1027, "SimdFpTwoRegMisc.fcmgeZero", "0 Q:1 1 01110 1 1 11100 01100 10 Rn Rd", "fcmge <{Vd.Th}>, <{Vn.Th}>, #0.0");
        put(1028, "SimdFpTwoRegMisc.fcmgeZero", "01 1 11110 1 sz:1 10000 01100 10 Rn Rd", "fcmge <{Vd:sz}>, <{Vn:sz}>, #0.0");
        put(1029, "SimdFpTwoRegMisc.fcmgeZero", "01 1 11110 1 1 11100 01100 10 Rn Rd", "fcmge <Hd>, <Hn>, #0.0");
        put(1030, "SimdFpTwoRegMisc.fcmleZero", "0 Q:1 1 01110 1 sz:1 10000 01101 10 Rn Rd", "fcmle <{Vd.Tf}>, <{Vn.Tf}>, #0.0");
        put(1031, "SimdFpTwoRegMisc.fcmleZero", "0 Q:1 1 01110 1 1 11100 01101 10 Rn Rd", "fcmle <{Vd.Th}>, <{Vn.Th}>, #0.0");
    }

    private static void part8() {
        put(1032, "SimdFpTwoRegMisc.fcmleZero", "01 1 11110 1 sz:1 10000 01101 10 Rn Rd", "fcmle <{Vd:sz}>, <{Vn:sz}>, #0.0");
        put(1033, "SimdFpTwoRegMisc.fcmleZero", "01 1 11110 1 1 11100 01101 10 Rn Rd", "fcmle <Hd>, <Hn>, #0.0");
        put(1034, "SimdFpTwoRegMisc.fcvtns", "0 Q:1 0 01110 0 sz:1 10000 11010 10 Rn Rd", "fcvtns <{Vd.Tf}>, <{Vn.Tf}>");
        put(1035, "SimdFpTwoRegMisc.fcvtns", "0 Q:1 0 01110 0 1 11100 11010 10 Rn Rd", "fcvtns <{Vd.Th}>, <{Vn.Th}>");
        put(1036, "SimdFpTwoRegMisc.fcvtns", "01 0 11110 0 sz:1 10000 11010 10 Rn Rd", "fcvtns <{Vd:sz}>, <{Vn:sz}>");
        put(1037, "SimdFpTwoRegMisc.fcvtns", "01 0 11110 0 1 11100 11010 10 Rn Rd", "fcvtns <Hd>, <Hn>");
        put(1038, "SimdFpTwoRegMisc.fcvtnu", "0 Q:1 1 01110 0 sz:1 10000 11010 10 Rn Rd", "fcvtnu <{Vd.Tf}>, <{Vn.Tf}>");
        put(1039, "SimdFpTwoRegMisc.fcvtnu", "0 Q:1 1 01110 0 1 11100 11010 10 Rn Rd", "fcvtnu <{Vd.Th}>, <{Vn.Th}>");
        put(1040, "SimdFpTwoRegMisc.fcvtnu", "01 1 11110 0 sz:1 10000 11010 10 Rn Rd", "fcvtnu <{Vd:sz}>, <{Vn:sz}>");
        put(1041, "SimdFpTwoRegMisc.fcvtnu", "01 1 11110 0 1 11100 11010 10 Rn Rd", "fcvtnu <Hd>, <Hn>");
        put(1042, "SimdFpTwoRegMisc.fcvtms", "0 Q:1 0 01110 0 sz:1 10000 11011 10 Rn Rd", "fcvtms <{Vd.Tf}>, <{Vn.Tf}>");
        put(1043, "SimdFpTwoRegMisc.fcvtms", "0 Q:1 0 01110 0 1 11100 11011 10 Rn Rd", "fcvtms <{Vd.Th}>, <{Vn.Th}>");
        put(1044, "SimdFpTwoRegMisc.fcvtms", "01 0 11110 0 sz:1 10000 11011 10 Rn Rd", "fcvtms <{Vd:sz}>, <{Vn:sz}>");
        put(1045, "SimdFpTwoRegMisc.fcvtms", "01 0 11110 0 1 11100 11011 10 Rn Rd", "fcvtms <Hd>, <Hn>");
        put(1046, "SimdFpTwoRegMisc.fcvtmu", "0 Q:1 1 01110 0 sz:1 10000 11011 10 Rn Rd", "fcvtmu <{Vd.Tf}>, <{Vn.Tf}>");
        put(1047, "SimdFpTwoRegMisc.fcvtmu", "0 Q:1 1 01110 0 1 11100 11011 10 Rn Rd", "fcvtmu <{Vd.Th}>, <{Vn.Th}>");
        put(1048, "SimdFpTwoRegMisc.fcvtmu", "01 1 11110 0 sz:1 10000 11011 10 Rn Rd", "fcvtmu <{Vd:sz}>, <{Vn:sz}>");
        put(1049, "SimdFpTwoRegMisc.fcvtmu", "01 1 11110 0 1 11100 11011 10 Rn Rd", "fcvtmu <Hd>, <Hn>");
        put(1050, "SimdFpTwoRegMisc.fcvtas", "0 Q:1 0 01110 0 sz:1 10000 11100 10 Rn Rd", "fcvtas <{Vd.Tf}>, <{Vn.Tf}>");
        put(1051, "SimdFpTwoRegMisc.fcvtas", "0 Q:1 0 01110 0 1 11100 11100 10 Rn Rd", "fcvtas <{Vd.Th}>, <{Vn.Th}>");
        put(1052, "SimdFpTwoRegMisc.fcvtas", "01 0 11110 0 sz:1 10000 11100 10 Rn Rd", "fcvtas <{Vd:sz}>, <{Vn:sz}>");
        put(1053, "SimdFpTwoRegMisc.fcvtas", "01 0 11110 0 1 11100 11100 10 Rn Rd", "fcvtas <Hd>, <Hn>");
        put(1054, "SimdFpTwoRegMisc.fcvtau", "0 Q:1 1 01110 0 sz:1 10000 11100 10 Rn Rd", "fcvtau <{Vd.Tf}>, <{Vn.Tf}>");
        put(1055, "SimdFpTwoRegMisc.fcvtau", "0 Q:1 1 01110 0 1 11100 11100 10 Rn Rd", "fcvtau <{Vd.Th}>, <{Vn.Th}>");
        put(1056, "SimdFpTwoRegMisc.fcvtau", "01 1 11110 0 sz:1 10000 11100 10 Rn Rd", "fcvtau <{Vd:sz}>, <{Vn:sz}>");
        put(1057, "SimdFpTwoRegMisc.fcvtau", "01 1 11110 0 1 11100 11100 10 Rn Rd", "fcvtau <Hd>, <Hn>");
        put(1058, "SimdFpTwoRegMisc.fcvtps", "0 Q:1 0 01110 1 sz:1 10000 11010 10 Rn Rd", "fcvtps <{Vd.Tf}>, <{Vn.Tf}>");
        put(1059, "SimdFpTwoRegMisc.fcvtps", "0 Q:1 0 01110 1 1 11100 11010 10 Rn Rd", "fcvtps <{Vd.Th}>, <{Vn.Th}>");
        put(1060, "SimdFpTwoRegMisc.fcvtps", "01 0 11110 1 sz:1 10000 11010 10 Rn Rd", "fcvtps <{Vd:sz}>, <{Vn:sz}>");
        put(1061, "SimdFpTwoRegMisc.fcvtps", "01 0 11110 1 1 11100 11010 10 Rn Rd", "fcvtps <Hd>, <Hn>");
        put(1062, "SimdFpTwoRegMisc.fcvtpu", "0 Q:1 1 01110 1 sz:1 10000 11010 10 Rn Rd", "fcvtpu <{Vd.Tf}>, <{Vn.Tf}>");
        put(1063, "SimdFpTwoRegMisc.fcvtpu", "0 Q:1 1 01110 1 1 11100 11010 10 Rn Rd", "fcvtpu <{Vd.Th}>, <{Vn.Th}>");
        put(1064, "SimdFpTwoRegMisc.fcvtpu", "01 1 11110 1 sz:1 10000 11010 10 Rn Rd", "fcvtpu <{Vd:sz}>, <{Vn:sz}>");
        put(1065, "SimdFpTwoRegMisc.fcvtpu", "01 1 11110 1 1 11100 11010 10 Rn Rd", "fcvtpu <Hd>, <Hn>");
        put(1066, "SimdFpTwoRegMisc.fcvtzs", "0 Q:1 0 01110 1 sz:1 10000 11011 10 Rn Rd", "fcvtzs <{Vd.Tf}>, <{Vn.Tf}>");
        put(1067, "SimdFpTwoRegMisc.fcvtzs", "0 Q:1 0 01110 1 1 11100 11011 10 Rn Rd", "fcvtzs <{Vd.Th}>, <{Vn.Th}>");
        put(1068, "SimdFpTwoRegMisc.fcvtzs", "01 0 11110 1 sz:1 10000 11011 10 Rn Rd", "fcvtzs <{Vd:sz}>, <{Vn:sz}>");
        put(1069, "SimdFpTwoRegMisc.fcvtzs", "01 0 11110 1 1 11100 11011 10 Rn Rd", "fcvtzs <Hd>, <Hn>");
        put(1070, "SimdFpTwoRegMisc.fcvtzu", "0 Q:1 1 01110 1 sz:1 10000 11011 10 Rn Rd", "fcvtzu <{Vd.Tf}>, <{Vn.Tf}>");
        put(1071, "SimdFpTwoRegMisc.fcvtzu", "0 Q:1 1 01110 1 1 11100 11011 10 Rn Rd", "fcvtzu <{Vd.Th}>, <{Vn.Th}>");
        put(1072, "SimdFpTwoRegMisc.fcvtzu", "01 1 11110 1 sz:1 10000 11011 10 Rn Rd", "fcvtzu <{Vd:sz}>, <{Vn:sz}>");
        put(1073, "SimdFpTwoRegMisc.fcvtzu", "01 1 11110 1 1 11100 11011 10 Rn Rd", "fcvtzu <Hd>, <Hn>");
        put(1074, "SimdFpTwoRegMisc.scvtf", "0 Q:1 0 01110 0 sz:1 10000 11101 10 Rn Rd", "scvtf <{Vd.Tf}>, <{Vn.Tf}>");
        put(1075, "SimdFpTwoRegMisc.scvtf", "0 Q:1 0 01110 0 1 11100 11101 10 Rn Rd", "scvtf <{Vd.Th}>, <{Vn.Th}>");
        put(1076, "SimdFpTwoRegMisc.scvtf", "01 0 11110 0 sz:1 10000 11101 10 Rn Rd", "scvtf <{Vd:sz}>, <{Vn:sz}>");
        put(1077, "SimdFpTwoRegMisc.scvtf", "01 0 11110 0 1 11100 11101 10 Rn Rd", "scvtf <Hd>, <Hn>");
        put(1078, "SimdFpTwoRegMisc.ucvtf", "0 Q:1 1 01110 0 sz:1 10000 11101 10 Rn Rd", "ucvtf <{Vd.Tf}>, <{Vn.Tf}>");
        put(1079, "SimdFpTwoRegMisc.ucvtf", "0 Q:1 1 01110 0 1 11100 11101 10 Rn Rd", "ucvtf <{Vd.Th}>, <{Vn.Th}>");
        put(1080, "SimdFpTwoRegMisc.ucvtf", "01 1 11110 0 sz:1 10000 11101 10 Rn Rd", "ucvtf <{Vd:sz}>, <{Vn:sz}>");
        put(1081, "SimdFpTwoRegMisc.ucvtf", "01 1 11110 0 1 11100 11101 10 Rn Rd", "ucvtf <Hd>, <Hn>");
        put(1082, "SimdFpTwoRegMisc.scvtfFixed", "0 Q:1 0 011110 imm:7 11100 1 Rn Rd", "scvtf <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(1083, "SimdFpTwoRegMisc.scvtfFixed", "0 Q:1 0 011110 imm:7 11100 1 Rn Rd", "scvtf <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(1084, "SimdFpTwoRegMisc.scvtfFixed", "01 0 111110 imm:7 11100 1 Rn Rd", "scvtf <{Vd:imm}>, <{Vn:imm}>, <{rightshift}>");
        put(1085, "SimdFpTwoRegMisc.scvtfFixed", "01 0 111110 imm:7 11100 1 Rn Rd", "scvtf <{Vd:imm}>, <{Vn:imm}>, <{rightshift}>");
        put(1086, "SimdFpTwoRegMisc.ucvtfFixed", "0 Q:1 1 011110 imm:7 11100 1 Rn Rd", "ucvtf <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(1087, "SimdFpTwoRegMisc.ucvtfFixed", "0 Q:1 1 011110 imm:7 11100 1 Rn Rd", "ucvtf <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(1088, "SimdFpTwoRegMisc.ucvtfFixed", "01 1 111110 imm:7 11100 1 Rn Rd", "ucvtf <{Vd:imm}>, <{Vn:imm}>, <{rightshift}>");
        put(1089, "SimdFpTwoRegMisc.ucvtfFixed", "01 1 111110 imm:7 11100 1 Rn Rd", "ucvtf <{Vd:imm}>, <{Vn:imm}>, <{rightshift}>");
        put(1090, "SimdFpTwoRegMisc.fcvtzsFixed", "0 Q:1 0 011110 imm:7 11111 1 Rn Rd", "fcvtzs <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(1091, "SimdFpTwoRegMisc.fcvtzsFixed", "0 Q:1 0 011110 imm:7 11111 1 Rn Rd", "fcvtzs <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(1092, "SimdFpTwoRegMisc.fcvtzsFixed", "01 0 111110 imm:7 11111 1 Rn Rd", "fcvtzs <{Vd:imm}>, <{Vn:imm}>, <{rightshift}>");
        put(1093, "SimdFpTwoRegMisc.fcvtzsFixed", "01 0 111110 imm:7 11111 1 Rn Rd", "fcvtzs <{Vd:imm}>, <{Vn:imm}>, <{rightshift}>");
        put(1094, "SimdFpTwoRegMisc.fcvtzuFixed", "0 Q:1 1 011110 imm:7 11111 1 Rn Rd", "fcvtzu <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(1095, "SimdFpTwoRegMisc.fcvtzuFixed", "0 Q:1 1 011110 imm:7 11111 1 Rn Rd", "fcvtzu <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(1096, "SimdFpTwoRegMisc.fcvtzuFixed", "01 1 111110 imm:7 11111 1 Rn Rd", "fcvtzu <{Vd:imm}>, <{Vn:imm}>, <{rightshift}>");
        put(1097, "SimdFpTwoRegMisc.fcvtzuFixed", "01 1 111110 imm:7 11111 1 Rn Rd", "fcvtzu <{Vd:imm}>, <{Vn:imm}>, <{rightshift}>");
        put(1098, "SimdFpTwoRegMisc.fcvtlHalf", "0 Q:1 0 01110 00 10000 10111 10 Rn Rd", "fcvtl<{2}> <Vd.4S>, <{Vn.Th}>");
        put(1099, "SimdFpTwoRegMisc.fcvtlSingle", "0 Q:1 0 01110 01 10000 10111 10 Rn Rd", "fcvtl<{2}> <Vd.2D>, <{Vn.Ts}>");
        put(1100, "SimdFpTwoRegMisc.fcvtnHalf", "0 Q:1 0 01110 00 10000 10110 10 Rn Rd", "fcvtn<{2}> <{Vd.Th}>, <Vn.4S>");
        put(1101, "SimdFpTwoRegMisc.fcvtnSingle", "0 Q:1 0 01110 01 10000 10110 10 Rn Rd", "fcvtn<{2}> <{Vd.Ts}>, <Vn.2D>");
        put(1102, "SimdFpTwoRegMisc.fcvtxn", "0 Q:1 1 01110 01 10000 10110 10 Rn Rd", "fcvtxn<{2}> <{Vd.Ts}>, <Vn.2D>");
        put(1103, "SimdFpTwoRegMisc.fcvtxnScalar", "01 1 11110 01 10000 10110 10 Rn Rd", "fcvtxn <Sd>, <Dn>");
        put(1104, "SimdThreeDifferent.saddl", "0 Q:1 0 01110 size:2 1 Rm 0000 00 Rn Rd", "saddl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>");
        put(1105, "SimdThreeDifferent.saddw", "0 Q:1 0 01110 size:2 1 Rm 0001 00 Rn Rd", "saddw<{2}> <{Vd.Tw}>, <{Vn.Tw}>, <{Vm.T}>");
        put(1106, "SimdThreeDifferent.ssubl", "0 Q:1 0 01110 size:2 1 Rm 0010 00 Rn Rd", "ssubl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>");
        put(1107, "SimdThreeDifferent.ssubw", "0 Q:1 0 01110 size:2 1 Rm 0011 00 Rn Rd", "ssubw<{2}> <{Vd.Tw}>, <{Vn.Tw}>, <{Vm.T}>");
        put(1108, "SimdThreeDifferent.sabal", "0 Q:1 0 01110 size:2 1 Rm 0101 00 Rn Rd", "sabal<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>");
        put(1109, "SimdThreeDifferent.sabdl", "0 Q:1 0 01110 size:2 1 Rm 0111 00 Rn Rd", "sabdl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>");
        put(1110, "SimdThreeDifferent.uaddl", "0 Q:1 1 01110 size:2 1 Rm 0000 00 Rn Rd", "uaddl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>");
        put(1111, "SimdThreeDifferent.uaddw", "0 Q:1 1 01110 size:2 1 Rm 0001 00 Rn Rd", "uaddw<{2}> <{Vd.Tw}>, <{Vn.Tw}>, <{Vm.T}>");
        put(1112, "SimdThreeDifferent.usubl", "0 Q:1 1 01110 size:2 1 Rm 0010 00 Rn Rd", "usubl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>");
        put(1113, "SimdThreeDifferent.usubw", "0 Q:1 1 01110 size:2 1 Rm 0011 00 Rn Rd", "usubw<{2}> <{Vd.Tw}>, <{Vn.Tw}>, <{Vm.T}>");
        put(1114, "SimdThreeDifferent.uabal", "0 Q:1 1 01110 size:2 1 Rm 0101 00 Rn Rd", "uabal<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>");
        put(1115, "SimdThreeDifferent.uabdl", "0 Q:1 1 01110 size:2 1 Rm 0111 00 Rn Rd", "uabdl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>");
        put(1116, "SimdThreeDifferent.addhn", "0 Q:1 0 01110 size:2 1 Rm 0100 00 Rn Rd", "addhn<{2}> <{Vd.T}>, <{Vn.Tw}>, <{Vm.Tw}>");
        put(1117, "SimdThreeDifferent.raddhn", "0 Q:1 1 01110 size:2 1 Rm 0100 00 Rn Rd", "raddhn<{2}> <{Vd.T}>, <{Vn.Tw}>, <{Vm.Tw}>");
        put(1118, "SimdThreeDifferent.subhn", "0 Q:1 0 01110 size:2 1 Rm 0110 00 Rn Rd", "subhn<{2}> <{Vd.T}>, <{Vn.Tw}>, <{Vm.Tw}>");
        put(1119, "SimdThreeDifferent.rsubhn", "0 Q:1 1 01110 size:2 1 Rm 0110 00 Rn Rd", "rsubhn<{2}> <{Vd.T}>, <{Vn.Tw}>, <{Vm.Tw}>");
        put(1120, "SimdThreeDifferent.smull", "0 Q:1 0 01110 size:2 1 Rm 1100 00 Rn Rd", "smull<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>");
        put(1121, "SimdThreeDifferent.smlal", "0 Q:1 0 01110 size:2 1 Rm 1000 00 Rn Rd", "smlal<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>");
        put(1122, "SimdThreeDifferent.smlsl", "0 Q:1 0 01110 size:2 1 Rm 1010 00 Rn Rd", "smlsl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>");
        put(1123, "SimdThreeDifferent.umull", "0 Q:1 1 01110 size:2 1 Rm 1100 00 Rn Rd", "umull<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>");
        put(1124, "SimdThreeDifferent.umlal", "0 Q:1 1 01110 size:2 1 Rm 1000 00 Rn Rd", "umlal<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>");
        put(1125, "SimdThreeDifferent.umlsl", "0 Q:1 1 01110 size:2 1 Rm 1010 00 Rn Rd", "umlsl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>");
        put(1126, "SimdThreeDifferent.sqdmull", "0 Q:1 0 01110 size:2 1 Rm 1101 00 Rn Rd", "sqdmull<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>");
        put(1127, "SimdThreeDifferent.sqdmull", "01 0 11110 size:2 1 Rm 1101 00 Rn Rd", "sqdmull <{Vd:size+1}>, <{Vn:size}>, <{Vm:size}>");
        put(1128, "SimdThreeDifferent.sqdmlal", "0 Q:1 0 01110 size:2 1 Rm 1001 00 Rn Rd", "sqdmlal<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>");
        put(1129, "SimdThreeDifferent.sqdmlal", "01 0 11110 size:2 1 Rm 1001 00 Rn Rd", "sqdmlal <{Vd:size+1}>, <{Vn:size}>, <{Vm:size}>");
        put(1130, "SimdThreeDifferent.sqdmlsl", "0 Q:1 0 01110 size:2 1 Rm 1011 00 Rn Rd", "sqdmlsl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>");
        put(1131, "SimdThreeDifferent.sqdmlsl", "01 0 11110 size:2 1 Rm 1011 00 Rn Rd", "sqdmlsl <{Vd:size+1}>, <{Vn:size}>, <{Vm:size}>");
        put(1132, "SimdThreeDifferent.pmullBytes", "0 Q:1 0 01110 00 1 Rm 1110 00 Rn Rd", "pmull<{2}> <Vd.8H>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(1133, "SimdThreeDifferent.pmullLongs", "0 Q:1 0 01110 11 1 Rm 1110 00 Rn Rd", "pmull<{2}> <Vd.1Q>, <{Vn.Td}>, <{Vm.Td}>");
        put(1134, "LogicalShiftedRight.eor32", "0 10 01010 01 0 Rm 0 imm5:5 Rn Rd", "eor <Wd>, <Wn>, <Wm><{,shift}>");
        put(1135, "LogicalShiftedRight.eor32", "0 10 01010 10 0 Rm 0 imm5:5 Rn Rd", "eor <Wd>, <Wn>, <Wm><{,shift}>");
        put(1136, "LogicalShiftedRight.eor32", "0 10 01010 11 0 Rm 0 imm5:5 Rn Rd", "eor <Wd>, <Wn>, <Wm><{,shift}>");
        put(1137, "AddSubShiftedRight.add64", "1 0 0 01011 01 0 Rm imm6:6 Rn Rd", "add <Xd>, <Xn>, <Xm><{,shift}>");
        put(1138, "AddSubShiftedRight.add64", "1 0 0 01011 10 0 Rm imm6:6 Rn Rd", "add <Xd>, <Xn>, <Xm><{,shift}>");
        put(1139, "AddSubShiftedRight.sub64", "1 1 0 01011 01 0 Rm imm6:6 Rn Rd", "sub <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => neg <Xd>, <Xm><{,shift}>");
        put(1140, "AddSubShiftedRight.sub64", "1 1 0 01011 10 0 Rm imm6:6 Rn Rd", "sub <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => neg <Xd>, <Xm><{,shift}>");
        put(1141, "AddSubCarry.adc64", "1 0 0 11010000 Rm 000000 Rn Rd", "adc <Xd>, <Xn>, <Xm>");
        put(1142, "AddSubShiftedRight.subs64", "1 1 1 01011 01 0 Rm imm6:6 Rn Rd", "subs <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmp <Xn>, <Xm><{,shift}>",
                "Rn == 31 => negs <Xd>, <Xm><{,shift}>");
        put(1143, "AddSubShiftedRight.subs64", "1 1 1 01011 10 0 Rm imm6:6 Rn Rd", "subs <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmp <Xn>, <Xm><{,shift}>",
                "Rn == 31 => negs <Xd>, <Xm><{,shift}>");
        put(1144, "LogicalShiftedRight.bics32", "0 11 01010 01 1 Rm 0 imm5:5 Rn Rd", "bics <Wd>, <Wn>, <Wm><{,shift}>");
        put(1145, "LogicalShiftedRight.bics32", "0 11 01010 10 1 Rm 0 imm5:5 Rn Rd", "bics <Wd>, <Wn>, <Wm><{,shift}>");
        put(1146, "LogicalShiftedRight.bics32", "0 11 01010 11 1 Rm 0 imm5:5 Rn Rd", "bics <Wd>, <Wn>, <Wm><{,shift}>");
        put(1147, "LogicalShiftedRight.orr32", "0 01 01010 01 0 Rm 0 imm5:5 Rn Rd", "orr <Wd>, <Wn>, <Wm><{,shift}>");
        put(1148, "LogicalShiftedRight.orr32", "0 01 01010 10 0 Rm 0 imm5:5 Rn Rd", "orr <Wd>, <Wn>, <Wm><{,shift}>");
        put(1149, "LogicalShiftedRight.orr32", "0 01 01010 11 0 Rm 0 imm5:5 Rn Rd", "orr <Wd>, <Wn>, <Wm><{,shift}>");
        put(1150, "LogicalShiftedRight.eor64", "1 10 01010 01 0 Rm imm6:6 Rn Rd", "eor <Xd>, <Xn>, <Xm><{,shift}>");
        put(1151, "LogicalShiftedRight.eor64", "1 10 01010 10 0 Rm imm6:6 Rn Rd", "eor <Xd>, <Xn>, <Xm><{,shift}>");
        put(1152, "LogicalShiftedRight.eor64", "1 10 01010 11 0 Rm imm6:6 Rn Rd", "eor <Xd>, <Xn>, <Xm><{,shift}>");
        put(1153, "LoadStoreUnprivileged.sttr64", "11 111 0 00 00 0 imm9:9 10 Rn|SP Rts", "sttr <Xt>, [<Xn|SP><{,#simm9}>]");
        put(1154, "AddSubShiftedRight.subs32", "0 1 1 01011 01 0 Rm 0 imm5:5 Rn Rd", "subs <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmp <Wn>, <Wm><{,shift}>",
                "Rn == 31 => negs <Wd>, <Wm><{,shift}>");
        put(1155, "AddSubShiftedRight.subs32", "0 1 1 01011 10 0 Rm 0 imm5:5 Rn Rd", "subs <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmp <Wn>, <Wm><{,shift}>",
                "Rn == 31 => negs <Wd>, <Wm><{,shift}>");
        put(1156, "LoadStoreUnprivileged.ldtr64", "11 111 0 00 01 0 imm9:9 10 Rn|SP Rt", "ldtr <Xt>, [<Xn|SP><{,#simm9}>]");
        put(1157, "LogicalShiftedRight.ands32", "0 11 01010 01 0 Rm 0 imm5:5 Rn Rd", "ands <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => tst <Wn>, <Wm><{,shift}>");
        put(1158, "LogicalShiftedRight.ands32", "0 11 01010 10 0 Rm 0 imm5:5 Rn Rd", "ands <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => tst <Wn>, <Wm><{,shift}>");
        put(1159, "LogicalShiftedRight.ands32", "0 11 01010 11 0 Rm 0 imm5:5 Rn Rd", "ands <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => tst <Wn>, <Wm><{,shift}>");
    }

    private static void part9() {
        put(1160, "LogicalShiftedRight.orn64", "1 01 01010 01 1 Rm imm6:6 Rn Rd", "orn <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => mvn <Xd>, <Xm><{,shift}>");
        put(1161, "LogicalShiftedRight.orn64", "1 01 01010 10 1 Rm imm6:6 Rn Rd", "orn <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => mvn <Xd>, <Xm><{,shift}>");
        put(1162, "LogicalShiftedRight.orn64", "1 01 01010 11 1 Rm imm6:6 Rn Rd", "orn <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => mvn <Xd>, <Xm><{,shift}>");
        put(1163, "AddSubCarry.adc32", "0 0 0 11010000 Rm 000000 Rn Rd", "adc <Wd>, <Wn>, <Wm>");
        put(1164, "AddSubCarry.adcs64", "1 0 1 11010000 Rm 000000 Rn Rd", "adcs <Xd>, <Xn>, <Xm>");
        put(1165, "AddSubCarry.adcs32", "0 0 1 11010000 Rm 000000 Rn Rd", "adcs <Wd>, <Wn>, <Wm>");
        put(1166, "AddSubCarry.sbc64", "1 1 0 11010000 Rm 000000 Rn Rd", "sbc <Xd>, <Xn>, <Xm>",
                "Rn == 31 => ngc <Xd>, <Xm>");
        put(1167, "AddSubCarry.sbc32", "0 1 0 11010000 Rm 000000 Rn Rd", "sbc <Wd>, <Wn>, <Wm>",
                "Rn == 31 => ngc <Wd>, <Wm>");
        put(1168, "AddSubCarry.sbcs64", "1 1 1 11010000 Rm 000000 Rn Rd", "sbcs <Xd>, <Xn>, <Xm>",
                "Rn == 31 => ngcs <Xd>, <Xm>");
        put(1169, "AddSubCarry.sbcs32", "0 1 1 11010000 Rm 000000 Rn Rd", "sbcs <Wd>, <Wn>, <Wm>",
                "Rn == 31 => ngcs <Wd>, <Wm>");
        put(1170, "AddSubShiftedRight.add32", "0 0 0 01011 01 0 Rm 0 imm5:5 Rn Rd", "add <Wd>, <Wn>, <Wm><{,shift}>");
        put(1171, "AddSubShiftedRight.add32", "0 0 0 01011 10 0 Rm 0 imm5:5 Rn Rd", "add <Wd>, <Wn>, <Wm><{,shift}>");
        put(1172, "AddSubShiftedRight.adds64", "1 0 1 01011 01 0 Rm imm6:6 Rn Rd", "adds <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmn <Xn>, <Xm><{,shift}>");
        put(1173, "AddSubShiftedRight.adds64", "1 0 1 01011 10 0 Rm imm6:6 Rn Rd", "adds <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmn <Xn>, <Xm><{,shift}>");
        put(1174, "AddSubShiftedRight.adds32", "0 0 1 01011 01 0 Rm 0 imm5:5 Rn Rd", "adds <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmn <Wn>, <Wm><{,shift}>");
        put(1175, "AddSubShiftedRight.adds32", "0 0 1 01011 10 0 Rm 0 imm5:5 Rn Rd", "adds <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmn <Wn>, <Wm><{,shift}>");
        put(1176, "AddSubShiftedRight.sub32", "0 1 0 01011 01 0 Rm 0 imm5:5 Rn Rd", "sub <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => neg <Wd>, <Wm><{,shift}>");
        put(1177, "AddSubShiftedRight.sub32", "0 1 0 01011 10 0 Rm 0 imm5:5 Rn Rd", "sub <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => neg <Wd>, <Wm><{,shift}>");
        put(1178, "AtomicMemory.ldadd", "00 111 0 00 A:1 R:1 1 Rs 0 000 00 Rn|SP Rt", "ldadd<{order}>b <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stadd<{order}>b <Ws>, [<Xn|SP>]");
        put(1179, "AtomicMemory.ldadd", "01 111 0 00 A:1 R:1 1 Rs 0 000 00 Rn|SP Rt", "ldadd<{order}>h <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stadd<{order}>h <Ws>, [<Xn|SP>]");
        put(1180, "AtomicMemory.ldadd", "10 111 0 00 A:1 R:1 1 Rs 0 000 00 Rn|SP Rt", "ldadd<{order}> <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stadd<{order}> <Ws>, [<Xn|SP>]");
        put(1181, "AtomicMemory.ldadd", "11 111 0 00 A:1 R:1 1 Rs 0 000 00 Rn|SP Rt", "ldadd<{order}> <Xs>, <Xt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stadd<{order}> <Xs>, [<Xn|SP>]");
        put(1182, "AtomicMemory.ldclr", "00 111 0 00 A:1 R:1 1 Rs 0 001 00 Rn|SP Rt", "ldclr<{order}>b <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stclr<{order}>b <Ws>, [<Xn|SP>]");
        put(1183, "AtomicMemory.ldclr", "01 111 0 00 A:1 R:1 1 Rs 0 001 00 Rn|SP Rt", "ldclr<{order}>h <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stclr<{order}>h <Ws>, [<Xn|SP>]");
        put(1184, "AtomicMemory.ldclr", "10 111 0 00 A:1 R:1 1 Rs 0 001 00 Rn|SP Rt", "ldclr<{order}> <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stclr<{order}> <Ws>, [<Xn|SP>]");
        put(1185, "AtomicMemory.ldclr", "11 111 0 00 A:1 R:1 1 Rs 0 001 00 Rn|SP Rt", "ldclr<{order}> <Xs>, <Xt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stclr<{order}> <Xs>, [<Xn|SP>]");
        put(1186, "AtomicMemory.ldeor", "00 111 0 00 A:1 R:1 1 Rs 0 010 00 Rn|SP Rt", "ldeor<{order}>b <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => steor<{order}>b <Ws>, [<Xn|SP>]");
        put(1187, "AtomicMemory.ldeor", "01 111 0 00 A:1 R:1 1 Rs 0 010 00 Rn|SP Rt", "ldeor<{order}>h <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => steor<{order}>h <Ws>, [<Xn|SP>]");
        put(1188, "AtomicMemory.ldeor", "10 111 0 00 A:1 R:1 1 Rs 0 010 00 Rn|SP Rt", "ldeor<{order}> <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => steor<{order}> <Ws>, [<Xn|SP>]");
        put(1189, "AtomicMemory.ldeor", "11 111 0 00 A:1 R:1 1 Rs 0 010 00 Rn|SP Rt", "ldeor<{order}> <Xs>, <Xt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => steor<{order}> <Xs>, [<Xn|SP>]");
        put(1190, "AtomicMemory.ldset", "00 111 0 00 A:1 R:1 1 Rs 0 011 00 Rn|SP Rt", "ldset<{order}>b <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stset<{order}>b <Ws>, [<Xn|SP>]");
        put(1191, "AtomicMemory.ldset", "01 111 0 00 A:1 R:1 1 Rs 0 011 00 Rn|SP Rt", "ldset<{order}>h <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stset<{order}>h <Ws>, [<Xn|SP>]");
        put(1192, "AtomicMemory.ldset", "10 111 0 00 A:1 R:1 1 Rs 0 011 00 Rn|SP Rt", "ldset<{order}> <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stset<{order}> <Ws>, [<Xn|SP>]");
        put(1193, "AtomicMemory.ldset", "11 111 0 00 A:1 R:1 1 Rs 0 011 00 Rn|SP Rt", "ldset<{order}> <Xs>, <Xt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stset<{order}> <Xs>, [<Xn|SP>]");
        put(1194, "AtomicMemory.ldsmax", "00 111 0 00 A:1 R:1 1 Rs 0 100 00 Rn|SP Rt", "ldsmax<{order}>b <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stsmax<{order}>b <Ws>, [<Xn|SP>]");
        put(1195, "AtomicMemory.ldsmax", "01 111 0 00 A:1 R:1 1 Rs 0 100 00 Rn|SP Rt", "ldsmax<{order}>h <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stsmax<{order}>h <Ws>, [<Xn|SP>]");
        put(1196, "AtomicMemory.ldsmax", "10 111 0 00 A:1 R:1 1 Rs 0 100 00 Rn|SP Rt", "ldsmax<{order}> <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stsmax<{order}> <Ws>, [<Xn|SP>]");
        put(1197, "AtomicMemory.ldsmax", "11 111 0 00 A:1 R:1 1 Rs 0 100 00 Rn|SP Rt", "ldsmax<{order}> <Xs>, <Xt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stsmax<{order}> <Xs>, [<Xn|SP>]");
        put(1198, "AtomicMemory.ldsmin", "00 111 0 00 A:1 R:1 1 Rs 0 101 00 Rn|SP Rt", "ldsmin<{order}>b <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stsmin<{order}>b <Ws>, [<Xn|SP>]");
        put(1199, "AtomicMemory.ldsmin", "01 111 0 00 A:1 R:1 1 Rs 0 101 00 Rn|SP Rt", "ldsmin<{order}>h <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stsmin<{order}>h <Ws>, [<Xn|SP>]");
        put(1200, "AtomicMemory.ldsmin", "10 111 0 00 A:1 R:1 1 Rs 0 101 00 Rn|SP Rt", "ldsmin<{order}> <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stsmin<{order}> <Ws>, [<Xn|SP>]");
        put(1201, "AtomicMemory.ldsmin", "11 111 0 00 A:1 R:1 1 Rs 0 101 00 Rn|SP Rt", "ldsmin<{order}> <Xs>, <Xt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stsmin<{order}> <Xs>, [<Xn|SP>]");
        put(1202, "AtomicMemory.ldumax", "00 111 0 00 A:1 R:1 1 Rs 0 110 00 Rn|SP Rt", "ldumax<{order}>b <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stumax<{order}>b <Ws>, [<Xn|SP>]");
        put(1203, "AtomicMemory.ldumax", "01 111 0 00 A:1 R:1 1 Rs 0 110 00 Rn|SP Rt", "ldumax<{order}>h <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stumax<{order}>h <Ws>, [<Xn|SP>]");
        put(1204, "AtomicMemory.ldumax", "10 111 0 00 A:1 R:1 1 Rs 0 110 00 Rn|SP Rt", "ldumax<{order}> <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stumax<{order}> <Ws>, [<Xn|SP>]");
        put(1205, "AtomicMemory.ldumax", "11 111 0 00 A:1 R:1 1 Rs 0 110 00 Rn|SP Rt", "ldumax<{order}> <Xs>, <Xt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stumax<{order}> <Xs>, [<Xn|SP>]");
        put(1206, "AtomicMemory.ldumin", "00 111 0 00 A:1 R:1 1 Rs 0 111 00 Rn|SP Rt", "ldumin<{order}>b <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stumin<{order}>b <Ws>, [<Xn|SP>]");
        put(1207, "AtomicMemory.ldumin", "01 111 0 00 A:1 R:1 1 Rs 0 111 00 Rn|SP Rt", "ldumin<{order}>h <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stumin<{order}>h <Ws>, [<Xn|SP>]");
        put(1208, "AtomicMemory.ldumin", "10 111 0 00 A:1 R:1 1 Rs 0 111 00 Rn|SP Rt", "ldumin<{order}> <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stumin<{order}> <Ws>, [<Xn|SP>]");
        put(1209, "AtomicMemory.ldumin", "11 111 0 00 A:1 R:1 1 Rs 0 111 00 Rn|SP Rt", "ldumin<{order}> <Xs>, <Xt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stumin<{order}> <Xs>, [<Xn|SP>]");
        put(1210, "AtomicMemory.swp", "00 111 0 00 A:1 R:1 1 Rs 1 000 00 Rn|SP Rt", "swp<{order}>b <Ws>, <Wt>, [<Xn|SP>]");
        put(1211, "AtomicMemory.swp", "01 111 0 00 A:1 R:1 1 Rs 1 000 00 Rn|SP Rt", "swp<{order}>h <Ws>, <Wt>, [<Xn|SP>]");
        put(1212, "AtomicMemory.swp", "10 111 0 00 A:1 R:1 1 Rs 1 000 00 Rn|SP Rt", "swp<{order}> <Ws>, <Wt>, [<Xn|SP>]");
        put(1213, "AtomicMemory.swp", "11 111 0 00 A:1 R:1 1 Rs 1 000 00 Rn|SP Rt", "swp<{order}> <Xs>, <Xt>, [<Xn|SP>]");
        put(1214, "CompareAndSwap.cas", "00 001000 1 A:1 1 Rs R:1 11111 Rn|SP Rts", "cas<{order}>b <Ws>, <Wt>, [<Xn|SP>]");
        put(1215, "CompareAndSwap.cas", "01 001000 1 A:1 1 Rs R:1 11111 Rn|SP Rts", "cas<{order}>h <Ws>, <Wt>, [<Xn|SP>]");
        put(1216, "CompareAndSwap.cas", "10 001000 1 A:1 1 Rs R:1 11111 Rn|SP Rts", "cas<{order}> <Ws>, <Wt>, [<Xn|SP>]");
        put(1217, "CompareAndSwap.cas", "11 001000 1 A:1 1 Rs R:1 11111 Rn|SP Rts", "cas<{order}> <Xs>, <Xt>, [<Xn|SP>]");
        put(1218, "CompareAndSwap.casp32", "00 001000 0 A:1 1 Rs R:1 11111 Rn|SP Rts", "casp<{order}> <Ws>, <{Ws+1}>, <Wt>, <{Wt+1}>, [<Xn|SP>]");
        put(1219, "CompareAndSwap.casp64", "01 001000 0 A:1 1 Rs R:1 11111 Rn|SP Rts", "casp<{order}> <Xs>, <{Xs+1}>, <Xt>, <{Xt+1}>, [<Xn|SP>]");
        put(1220, "Crc32.crc32", "0 0 0 11010110 Rm 010 0 00 Rn Rd", "crc32b <Wd>, <Wn>, <Wm>");
        put(1221, "Crc32.crc32", "0 0 0 11010110 Rm 010 0 01 Rn Rd", "crc32h <Wd>, <Wn>, <Wm>");
        put(1222, "Crc32.crc32", "0 0 0 11010110 Rm 010 0 10 Rn Rd", "crc32w <Wd>, <Wn>, <Wm>");
        put(1223, "Crc32.crc32", "1 0 0 11010110 Rm 010 0 11 Rn Rd", "crc32x <Wd>, <Wn>, <Xm>");
        put(1224, "Crc32.crc32c", "0 0 0 11010110 Rm 010 1 00 Rn Rd", "crc32cb <Wd>, <Wn>, <Wm>");
        put(1225, "Crc32.crc32c", "0 0 0 11010110 Rm 010 1 01 Rn Rd", "crc32ch <Wd>, <Wn>, <Wm>");
        put(1226, "Crc32.crc32c", "0 0 0 11010110 Rm 010 1 10 Rn Rd", "crc32cw <Wd>, <Wn>, <Wm>");
        put(1227, "Crc32.crc32c", "1 0 0 11010110 Rm 010 1 11 Rn Rd", "crc32cx <Wd>, <Wn>, <Xm>");
        put(1228, "FlagManipulation.rmif", "1 0 1 11010000 imm6:6 00001 Rn 0 mask:4", "rmif <Xn>, <#imm6>, <{mask}>");
        put(1229, "FlagManipulation.setf8", "0 0 1 11010000 000000 0 0010 Rn 0 1101", "setf8 <Wn>");
        put(1230, "FlagManipulation.setf16", "0 0 1 11010000 000000 1 0010 Rn 0 1101", "setf16 <Wn>");
        put(1231, "FlagManipulation.cfinv", "1101010100 0 00 000 0100 0000 000 11111", "cfinv");
        put(1232, "FlagManipulation.xaflag", "1101010100 0 00 000 0100 0000 001 11111", "xaflag");
        put(1233, "FlagManipulation.axflag", "1101010100 0 00 000 0100 0000 010 11111", "axflag");
        put(1234, "LoadStoreRcpcUnscaled.stlurb", "00 011001 00 0 imm9:9 00 Rn|SP Rts", "stlurb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(1235, "LoadStoreRcpcUnscaled.ldapurb", "00 011001 01 0 imm9:9 00 Rn|SP Rt", "ldapurb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(1236, "LoadStoreRcpcUnscaled.ldapursb64", "00 011001 10 0 imm9:9 00 Rn|SP Rt", "ldapursb <Xt>, [<Xn|SP><{,#simm9}>]");
        put(1237, "LoadStoreRcpcUnscaled.ldapursb32", "00 011001 11 0 imm9:9 00 Rn|SP Rt", "ldapursb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(1238, "LoadStoreRcpcUnscaled.stlurh", "01 011001 00 0 imm9:9 00 Rn|SP Rts", "stlurh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(1239, "LoadStoreRcpcUnscaled.ldapurh", "01 011001 01 0 imm9:9 00 Rn|SP Rt", "ldapurh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(1240, "LoadStoreRcpcUnscaled.ldapursh64", "01 011001 10 0 imm9:9 00 Rn|SP Rt", "ldapursh <Xt>, [<Xn|SP><{,#simm9}>]");
        put(1241, "LoadStoreRcpcUnscaled.ldapursh32", "01 011001 11 0 imm9:9 00 Rn|SP Rt", "ldapursh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(1242, "LoadStoreRcpcUnscaled.stlur32", "10 011001 00 0 imm9:9 00 Rn|SP Rts", "stlur <Wt>, [<Xn|SP><{,#simm9}>]");
        put(1243, "LoadStoreRcpcUnscaled.ldapur32", "10 011001 01 0 imm9:9 00 Rn|SP Rt", "ldapur <Wt>, [<Xn|SP><{,#simm9}>]");
        put(1244, "LoadStoreRcpcUnscaled.ldapursw", "10 011001 10 0 imm9:9 00 Rn|SP Rt", "ldapursw <Xt>, [<Xn|SP><{,#simm9}>]");
        put(1245, "LoadStoreRcpcUnscaled.stlur64", "11 011001 00 0 imm9:9 00 Rn|SP Rts", "stlur <Xt>, [<Xn|SP><{,#simm9}>]");
        put(1246, "LoadStoreRcpcUnscaled.ldapur64", "11 011001 01 0 imm9:9 00 Rn|SP Rt", "ldapur <Xt>, [<Xn|SP><{,#simm9}>]");
        put(1247, "LoadStoreUnprivileged.sttrb", "00 111 0 00 00 0 imm9:9 10 Rn|SP Rts", "sttrb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(1248, "LoadStoreUnprivileged.ldtrb", "00 111 0 00 01 0 imm9:9 10 Rn|SP Rt", "ldtrb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(1249, "LoadStoreUnprivileged.ldtrsb64", "00 111 0 00 10 0 imm9:9 10 Rn|SP Rt", "ldtrsb <Xt>, [<Xn|SP><{,#simm9}>]");
        put(1250, "LoadStoreUnprivileged.ldtrsb32", "00 111 0 00 11 0 imm9:9 10 Rn|SP Rt", "ldtrsb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(1251, "LoadStoreUnprivileged.sttrh", "01 111 0 00 00 0 imm9:9 10 Rn|SP Rts", "sttrh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(1252, "LoadStoreUnprivileged.ldtrh", "01 111 0 00 01 0 imm9:9 10 Rn|SP Rt", "ldtrh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(1253, "LoadStoreUnprivileged.ldtrsh64", "01 111 0 00 10 0 imm9:9 10 Rn|SP Rt", "ldtrsh <Xt>, [<Xn|SP><{,#simm9}>]");
        put(1254, "LoadStoreUnprivileged.ldtrsh32", "01 111 0 00 11 0 imm9:9 10 Rn|SP Rt", "ldtrsh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(1255, "LoadStoreUnprivileged.sttr32", "10 111 0 00 00 0 imm9:9 10 Rn|SP Rts", "sttr <Wt>, [<Xn|SP><{,#simm9}>]");
        put(1256, "LoadStoreUnprivileged.ldtr32", "10 111 0 00 01 0 imm9:9 10 Rn|SP Rt", "ldtr <Wt>, [<Xn|SP><{,#simm9}>]");
        put(1257, "LoadStoreUnprivileged.ldtrsw", "10 111 0 00 10 0 imm9:9 10 Rn|SP Rt", "ldtrsw <Xt>, [<Xn|SP><{,#simm9}>]");
        put(1258, "LogicalShiftedRight.and64", "1 00 01010 01 0 Rm imm6:6 Rn Rd", "and <Xd>, <Xn>, <Xm><{,shift}>");
        put(1259, "LogicalShiftedRight.and64", "1 00 01010 10 0 Rm imm6:6 Rn Rd", "and <Xd>, <Xn>, <Xm><{,shift}>");
        put(1260, "LogicalShiftedRight.and64", "1 00 01010 11 0 Rm imm6:6 Rn Rd", "and <Xd>, <Xn>, <Xm><{,shift}>");
        put(1261, "LogicalShiftedRight.and32", "0 00 01010 01 0 Rm 0 imm5:5 Rn Rd", "and <Wd>, <Wn>, <Wm><{,shift}>");
        put(1262, "LogicalShiftedRight.and32", "0 00 01010 10 0 Rm 0 imm5:5 Rn Rd", "and <Wd>, <Wn>, <Wm><{,shift}>");
        put(1263, "LogicalShiftedRight.and32", "0 00 01010 11 0 Rm 0 imm5:5 Rn Rd", "and <Wd>, <Wn>, <Wm><{,shift}>");
        put(1264, "LogicalShiftedRight.bic64", "1 00 01010 01 1 Rm imm6:6 Rn Rd", "bic <Xd>, <Xn>, <Xm><{,shift}>");
        put(1265, "LogicalShiftedRight.bic64", "1 00 01010 10 1 Rm imm6:6 Rn Rd", "bic <Xd>, <Xn>, <Xm><{,shift}>");
        put(1266, "LogicalShiftedRight.bic64", "1 00 01010 11 1 Rm imm6:6 Rn Rd", "bic <Xd>, <Xn>, <Xm><{,shift}>");
        put(1267, "LogicalShiftedRight.bic32", "0 00 01010 01 1 Rm 0 imm5:5 Rn Rd", "bic <Wd>, <Wn>, <Wm><{,shift}>");
        put(1268, "LogicalShiftedRight.bic32", "0 00 01010 10 1 Rm 0 imm5:5 Rn Rd", "bic <Wd>, <Wn>, <Wm><{,shift}>");
        put(1269, "LogicalShiftedRight.bic32", "0 00 01010 11 1 Rm 0 imm5:5 Rn Rd", "bic <Wd>, <Wn>, <Wm><{,shift}>");
        put(1270, "LogicalShiftedRight.orr64", "1 01 01010 01 0 Rm imm6:6 Rn Rd", "orr <Xd>, <Xn>, <Xm><{,shift}>");
        put(1271, "LogicalShiftedRight.orr64", "1 01 01010 10 0 Rm imm6:6 Rn Rd", "orr <Xd>, <Xn>, <Xm><{,shift}>");
        put(1272, "LogicalShiftedRight.orr64", "1 01 01010 11 0 Rm imm6:6 Rn Rd", "orr <Xd>, <Xn>, <Xm><{,shift}>");
        put(1273, "LogicalShiftedRight.orn32", "0 01 01010 01 1 Rm 0 imm5:5 Rn Rd", "orn <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => mvn <Wd>, <Wm><{,shift}>");
        put(1274, "LogicalShiftedRight.orn32", "0 01 01010 10 1 Rm 0 imm5:5 Rn Rd", "orn <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => mvn <Wd>, <Wm><{,shift}>");
        put(1275, "LogicalShiftedRight.orn32", "0 01 01010 11 1 Rm 0 imm5:5 Rn Rd", "orn <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => mvn <Wd>, <Wm><{,shift}>");
        put(1276, "LogicalShiftedRight.eon64", "1 10 01010 01 1 Rm imm6:6 Rn Rd", "eon <Xd>, <Xn>, <Xm><{,shift}>");
        put(1277, "LogicalShiftedRight.eon64", "1 10 01010 10 1 Rm imm6:6 Rn Rd", "eon <Xd>, <Xn>, <Xm><{,shift}>");
        put(1278, "LogicalShiftedRight.eon64", "1 10 01010 11 1 Rm imm6:6 Rn Rd", "eon <Xd>, <Xn>, <Xm><{,shift}>");
        put(1279, "LogicalShiftedRight.eon32", "0 10 01010 01 1 Rm 0 imm5:5 Rn Rd", "eon <Wd>, <Wn>, <Wm><{,shift}>");
        put(1280, "LogicalShiftedRight.eon32", "0 10 01010 10 1 Rm 0 imm5:5 Rn Rd", "eon <Wd>, <Wn>, <Wm><{,shift}>");
        put(1281, "LogicalShiftedRight.eon32", "0 10 01010 11 1 Rm 0 imm5:5 Rn Rd", "eon <Wd>, <Wn>, <Wm><{,shift}>");
        put(1282, "LogicalShiftedRight.ands64", "1 11 01010 01 0 Rm imm6:6 Rn Rd", "ands <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => tst <Xn>, <Xm><{,shift}>");
        put(1283, "LogicalShiftedRight.ands64", "1 11 01010 10 0 Rm imm6:6 Rn Rd", "ands <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => tst <Xn>, <Xm><{,shift}>");
        put(1284, "LogicalShiftedRight.ands64", "1 11 01010 11 0 Rm imm6:6 Rn Rd", "ands <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => tst <Xn>, <Xm><{,shift}>");
        put(1285, "LogicalShiftedRight.bics64", "1 11 01010 01 1 Rm imm6:6 Rn Rd", "bics <Xd>, <Xn>, <Xm><{,shift}>");
        put(1286, "LogicalShiftedRight.bics64", "1 11 01010 10 1 Rm imm6:6 Rn Rd", "bics <Xd>, <Xn>, <Xm><{,shift}>");
        put(1287, "LogicalShiftedRight.bics64", "1 11 01010 11 1 Rm imm6:6 Rn Rd", "bics <Xd>, <Xn>, <Xm><{,shift}>");
    }

    private static void part10() {
        put(1288, "PointerAuthentication.xpaclri", "1101010100 0 00 011 0010 0000 111 11111", "xpaclri");
        put(1289, "PointerAuthentication.pacia1716", "1101010100 0 00 011 0010 0001 000 11111", "pacia1716");
        put(1290, "PointerAuthentication.pacib1716", "1101010100 0 00 011 0010 0001 010 11111", "pacib1716");
        put(1291, "PointerAuthentication.autia1716", "1101010100 0 00 011 0010 0001 100 11111", "autia1716");
        put(1292, "PointerAuthentication.autib1716", "1101010100 0 00 011 0010 0001 110 11111", "autib1716");
        put(1293, "PointerAuthentication.paciaz", "1101010100 0 00 011 0010 0011 000 11111", "paciaz");
        put(1294, "PointerAuthentication.paciasp", "1101010100 0 00 011 0010 0011 001 11111", "paciasp");
        put(1295, "PointerAuthentication.pacibz", "1101010100 0 00 011 0010 0011 010 11111", "pacibz");
        put(1296, "PointerAuthentication.pacibsp", "1101010100 0 00 011 0010 0011 011 11111", "pacibsp");
        put(1297, "PointerAuthentication.autiaz", "1101010100 0 00 011 0010 0011 100 11111", "autiaz");
        put(1298, "PointerAuthentication.autiasp", "1101010100 0 00 011 0010 0011 101 11111", "autiasp");
        put(1299, "PointerAuthentication.autibz", "1101010100 0 00 011 0010 0011 110 11111", "autibz");
        put(1300, "PointerAuthentication.autibsp", "1101010100 0 00 011 0010 0011 111 11111", "autibsp");
        put(1301, "PointerAuthentication.pacia", "1 1 0 11010110 00001 000000 Rn|SP Rd", "pacia <Xd>, <Xn|SP>");
        put(1302, "PointerAuthentication.pacib", "1 1 0 11010110 00001 000001 Rn|SP Rd", "pacib <Xd>, <Xn|SP>");
        put(1303, "PointerAuthentication.pacda", "1 1 0 11010110 00001 000010 Rn|SP Rd", "pacda <Xd>, <Xn|SP>");
        put(1304, "PointerAuthentication.pacdb", "1 1 0 11010110 00001 000011 Rn|SP Rd", "pacdb <Xd>, <Xn|SP>");
        put(1305, "PointerAuthentication.autia", "1 1 0 11010110 00001 000100 Rn|SP Rd", "autia <Xd>, <Xn|SP>");
        put(1306, "PointerAuthentication.autib", "1 1 0 11010110 00001 000101 Rn|SP Rd", "autib <Xd>, <Xn|SP>");
        put(1307, "PointerAuthentication.autda", "1 1 0 11010110 00001 000110 Rn|SP Rd", "autda <Xd>, <Xn|SP>");
        put(1308, "PointerAuthentication.autdb", "1 1 0 11010110 00001 000111 Rn|SP Rd", "autdb <Xd>, <Xn|SP>");
        put(1309, "PointerAuthentication.paciza", "1 1 0 11010110 00001 001000 11111 Rd", "paciza <Xd>");
        put(1310, "PointerAuthentication.pacizb", "1 1 0 11010110 00001 001001 11111 Rd", "pacizb <Xd>");
        put(1311, "PointerAuthentication.pacdza", "1 1 0 11010110 00001 001010 11111 Rd", "pacdza <Xd>");
        put(1312, "PointerAuthentication.pacdzb", "1 1 0 11010110 00001 001011 11111 Rd", "pacdzb <Xd>");
        put(1313, "PointerAuthentication.autiza", "1 1 0 11010110 00001 001100 11111 Rd", "autiza <Xd>");
        put(1314, "PointerAuthentication.autizb", "1 1 0 11010110 00001 001101 11111 Rd", "autizb <Xd>");
        put(1315, "PointerAuthentication.autdza", "1 1 0 11010110 00001 001110 11111 Rd", "autdza <Xd>");
        put(1316, "PointerAuthentication.autdzb", "1 1 0 11010110 00001 001111 11111 Rd", "autdzb <Xd>");
        put(1317, "PointerAuthentication.xpaci", "1 1 0 11010110 00001 010000 11111 Rd", "xpaci <Xd>");
        put(1318, "PointerAuthentication.xpacd", "1 1 0 11010110 00001 010001 11111 Rd", "xpacd <Xd>");
        put(1319, "PointerAuthentication.pacga", "1 0 0 11010110 Rm 001100 Rn Rd", "pacga <Xd>, <Xn>, <Xm|SP>");
        put(1320, "PointerAuthentication.ldraa", "11 111 0 00 0 S:1 1 imm9:9 0 1 Rn|SP Rt", "ldraa <Xt>, [<Xn|SP><{,authoffset}>]");
        put(1321, "PointerAuthentication.ldrab", "11 111 0 00 1 S:1 1 imm9:9 0 1 Rn|SP Rt", "ldrab <Xt>, [<Xn|SP><{,authoffset}>]");
        put(1322, "PointerAuthentication.ldraaIndexed", "11 111 0 00 0 S:1 1 imm9:9 1 1 Rn|SP Rt", "ldraa <Xt>, [<Xn|SP><{,authoffset}>]!");
        put(1323, "PointerAuthentication.ldrabIndexed", "11 111 0 00 1 S:1 1 imm9:9 1 1 Rn|SP Rt", "ldrab <Xt>, [<Xn|SP><{,authoffset}>]!");
    }
}
