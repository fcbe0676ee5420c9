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
        put(11, "Hints.nothing", "1101010100 0 00 011 0010 0000 111 11111", "xpaclri");
        put(12, "Hints.nothing", "1101010100 0 00 011 0010 0001 000 11111", "pacia1716");
        put(13, "Hints.nothing", "1101010100 0 00 011 0010 0001 010 11111", "pacib1716");
        put(14, "Hints.nothing", "1101010100 0 00 011 0010 0001 100 11111", "autia1716");
        put(15, "Hints.nothing", "1101010100 0 00 011 0010 0001 110 11111", "autib1716");
        put(16, "Hints.nothing", "1101010100 0 00 011 0010 0010 000 11111", "esb");
        put(17, "Hints.nothing", "1101010100 0 00 011 0010 0010 001 11111", "psb csync");
        put(18, "Hints.nothing", "1101010100 0 00 011 0010 0010 010 11111", "tsb csync");
        put(19, "Hints.nothing", "1101010100 0 00 011 0010 0010 100 11111", "csdb");
        put(20, "Hints.nothing", "1101010100 0 00 011 0010 0011 000 11111", "paciaz");
        put(21, "Hints.nothing", "1101010100 0 00 011 0010 0011 001 11111", "paciasp");
        put(22, "Hints.nothing", "1101010100 0 00 011 0010 0011 010 11111", "pacibz");
        put(23, "Hints.nothing", "1101010100 0 00 011 0010 0011 011 11111", "pacibsp");
        put(24, "Hints.nothing", "1101010100 0 00 011 0010 0011 100 11111", "autiaz");
        put(25, "Hints.nothing", "1101010100 0 00 011 0010 0011 101 11111", "autiasp");
        put(26, "Hints.nothing", "1101010100 0 00 011 0010 0011 110 11111", "autibz");
        put(27, "Hints.nothing", "1101010100 0 00 011 0010 0011 111 11111", "autibsp");
        put(28, "Hints.nothing", "1101010100 0 00 011 0010 0100 000 11111", "bti");
        put(29, "Hints.nothing", "1101010100 0 00 011 0010 0100 010 11111", "bti c");
        put(30, "Hints.nothing", "1101010100 0 00 011 0010 0100 100 11111", "bti j");
        put(31, "Hints.nothing", "1101010100 0 00 011 0010 0100 110 11111", "bti jc");
        put(32, "Hints.nothing", "1101010100 0 00 011 0011 CRm:4 100 11111", "dsb <{barrier}>",
                "CRm == 0 => ssbb",
                "CRm == 4 => pssbb");
        put(33, "Hints.nothing", "1101010100 0 00 011 0011 CRm:4 101 11111", "dmb <{barrier}>");
        put(34, "Hints.nothing", "1101010100 0 00 011 0011 CRm:4 110 11111", "isb <#CRm>",
                "CRm == 15 => isb");
        put(35, "Hints.nothing", "1101010100 0 00 011 0011 0000 111 11111", "sb");
        put(36, "LoadStoreUnsigned.ldr64", "11 111 0 01 01 imm12:12 Rn|SP Rt", "ldr <Xt>, [<Xn|SP><{,#imm12*8}>]");
        put(37, "AddSubImmediate.add64", "1 0 0 100010 sh:1 imm12:12 Rn|SP Rd|SP", "add <Xd|SP>, <Xn|SP>, <{addimm}>",
                "sh == 0 && imm12 == 0 && (Rd == 31 || Rn == 31) => mov <Xd|SP>, <Xn|SP>");
        put(38, "ConditionalBranch.eq", "0101010 0 imm19:19 0 0000", "b.eq <label:imm19*4>");
        put(39, "AddSubShifted.subs64", "1 1 1 01011 00 0 Rm imm6:6 Rn Rd", "subs <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmp <Xn>, <Xm><{,shift}>",
                "Rn == 31 => negs <Xd>, <Xm><{,shift}>");
        put(40, "ConditionalBranch.ne", "0101010 0 imm19:19 0 0001", "b.ne <label:imm19*4>");
        put(41, "AddSubImmediate.subs32", "0 1 1 100010 sh:1 imm12:12 Rn|SP Rd", "subs <Wd>, <Wn|WSP>, <{addimm}>",
                "Rd == 31 => cmp <Wn|WSP>, <{addimm}>");
        put(42, "AddSubShifted.add64", "1 0 0 01011 00 0 Rm imm6:6 Rn Rd", "add <Xd>, <Xn>, <Xm><{,shift}>");
        put(43, "LoadStorePair.stp64", "10 101 0 010 0 imm7:7 Rt2 Rn|SP Rts", "stp <Xt>, <Xt2>, [<Xn|SP><{,#simm7*8}>]");
        put(44, "LoadStorePair.stp64", "10 101 0 000 0 imm7:7 Rt2 Rn|SP Rts", "stnp <Xt>, <Xt2>, [<Xn|SP><{,#simm7*8}>]");
        put(45, "Branch.ret", "1101011 0 0 10 11111 000000 Rn 00000", "ret <Xn>",
                "Rn == 30 => ret");
        put(46, "LoadStoreUnsigned.ldr32", "10 111 0 01 01 imm12:12 Rn|SP Rt", "ldr <Wt>, [<Xn|SP><{,#imm12*4}>]");
        put(47, "LoadStorePair.ldp64", "10 101 0 010 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Xt>, <Xt2>, [<Xn|SP><{,#simm7*8}>]");
        put(48, "LoadStorePair.ldp64", "10 101 0 000 1 imm7:7 Rt2 Rn|SP Rt", "ldnp <Xt>, <Xt2>, [<Xn|SP><{,#simm7*8}>]");
        put(49, "CompareBranch.cbnz32", "0 011010 1 imm19:19 Rts", "cbnz <Wt>, <label:imm19*4>");
        put(50, "Branch.bl", "1 00101 imm26:26", "bl <label:imm26*4>");
        put(51, "AddSubShifted.sub64", "1 1 0 01011 00 0 Rm imm6:6 Rn Rd", "sub <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => neg <Xd>, <Xm><{,shift}>");
        put(52, "LoadStoreUnsigned.str64", "11 111 0 01 00 imm12:12 Rn|SP Rts", "str <Xt>, [<Xn|SP><{,#imm12*8}>]");
        put(53, "LogicalShifted.orr32", "0 01 01010 00 0 Rm 0 imm5:5 Rn Rd", "orr <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 && imm5 == 0 => mov <Wd>, <Wm>");
        put(54, "CompareBranch.cbz64", "1 011010 0 imm19:19 Rts", "cbz <Xt>, <label:imm19*4>");
        put(55, "Branch.b", "0 00101 imm26:26", "b <label:imm26*4>");
        put(56, "AddSubShifted.add32", "0 0 0 01011 00 0 Rm 0 imm5:5 Rn Rd", "add <Wd>, <Wn>, <Wm><{,shift}>");
        put(57, "LoadStoreIndexed.ldrb", "00 111 0 00 01 0 imm9:9 01 Rn|SP Rt", "ldrb <Wt>, [<Xn|SP>], <#simm9>");
        put(58, "LoadStoreIndexed.ldrb", "00 111 0 00 01 0 imm9:9 11 Rn|SP Rt", "ldrb <Wt>, [<Xn|SP>, <#simm9>]!");
        put(59, "MoveWide.movz32", "0 10 100101 0 hw:1 imm16:16 Rd", "movz <Wd>, <#imm16><{,hw}>",
                "!(imm16 == 0 && hw != 0) => mov <Wd>, <{movz}>");
        put(60, "LoadStoreRegister.ldrb", "00 111 0 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrb <Wt>, [<Xn|SP>, <{index:0}>]");
        put(61, "AddSubShifted.subs32", "0 1 1 01011 00 0 Rm 0 imm5:5 Rn Rd", "subs <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmp <Wn>, <Wm><{,shift}>",
                "Rn == 31 => negs <Wd>, <Wm><{,shift}>");
        put(62, "LoadStoreRegister.ldr64", "11 111 0 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <Xt>, [<Xn|SP>, <{index:3}>]");
        put(63, "LogicalImmediate.ands64", "1 11 100100 N:1 immr:6 imms:6 Rn Rd", "ands <Xd>, <Xn>, <{bitmask}>",
                "Rd == 31 => tst <Xn>, <{bitmask}>");
        put(64, "Bitfield.ubfm64", "1 10 100110 1 immr:6 imms:6 Rn Rd", "ubfm <Xd>, <Xn>, <#immr>, <#imms>",
                "imms != 63 && imms + 1 == immr => lsl <Xd>, <Xn>, <{lslamount}>",
                "imms == 63 => lsr <Xd>, <Xn>, <#immr>",
                "imms < immr => ubfiz <Xd>, <Xn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => ubfx <Xd>, <Xn>, <#immr>, <{bfxwidth}>");
        put(65, "CompareBranch.cbz32", "0 011010 0 imm19:19 Rts", "cbz <Wt>, <label:imm19*4>");
        put(66, "MoveWide.movz64", "1 10 100101 hw:2 imm16:16 Rd", "movz <Xd>, <#imm16><{,hw}>",
                "!(imm16 == 0 && hw != 0) => mov <Xd>, <{movz}>");
        put(67, "LoadStorePair.stpIndexed64", "10 101 0 001 0 imm7:7 Rt2 Rn|SP Rts", "stp <Xt>, <Xt2>, [<Xn|SP>], <#simm7*8>");
        put(68, "LoadStorePair.stpIndexed64", "10 101 0 011 0 imm7:7 Rt2 Rn|SP Rts", "stp <Xt>, <Xt2>, [<Xn|SP>, <#simm7*8>]!");
        put(69, "LoadStorePair.ldpIndexed64", "10 101 0 001 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Xt>, <Xt2>, [<Xn|SP>], <#simm7*8>");
        put(70, "LoadStorePair.ldpIndexed64", "10 101 0 011 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Xt>, <Xt2>, [<Xn|SP>, <#simm7*8>]!");
        put(71, "AddSubImmediate.subs64", "1 1 1 100010 sh:1 imm12:12 Rn|SP Rd", "subs <Xd>, <Xn|SP>, <{addimm}>",
                "Rd == 31 => cmp <Xn|SP>, <{addimm}>");
        put(72, "LogicalImmediate.and32", "0 00 100100 0 immr:6 imms:6 Rn Rd|SP", "and <Wd|WSP>, <Wn>, <{bitmask}>");
        put(73, "ConditionalBranch.hi", "0101010 0 imm19:19 0 1000", "b.hi <label:imm19*4>");
        put(74, "LoadStoreUnsigned.ldrb", "00 111 0 01 01 imm12:12 Rn|SP Rt", "ldrb <Wt>, [<Xn|SP><{,#imm12}>]");
        put(75, "ConditionalBranch.ls", "0101010 0 imm19:19 0 1001", "b.ls <label:imm19*4>");
        put(76, "LoadStoreRegister.str64", "11 111 0 00 00 1 Rm option:3 S:1 10 Rn|SP Rts", "str <Xt>, [<Xn|SP>, <{index:3}>]");
        put(77, "PcRelative.adrp", "1 immlo:2 10000 immhi:19 Rd", "adrp <Xd>, <{adrp}>");
        put(78, "LogicalImmediate.and64", "1 00 100100 N:1 immr:6 imms:6 Rn Rd|SP", "and <Xd|SP>, <Xn>, <{bitmask}>");
        put(79, "LoadStoreUnsigned.str32", "10 111 0 01 00 imm12:12 Rn|SP Rts", "str <Wt>, [<Xn|SP><{,#imm12*4}>]");
        put(80, "ConditionalSelect.csel64", "1 0 0 11010100 Rm cond:4 0 0 Rn Rd", "csel <Xd>, <Xn>, <Xm>, <{cond}>");
        put(81, "Extract.extr32", "0 00 100111 0 0 Rm 0 imms:5 Rn Rd", "extr <Wd>, <Wn>, <Wm>, <#imms>",
                "Rn == Rm => ror <Wd>, <Wn>, <#imms>");
        put(82, "LogicalShifted.and64", "1 00 01010 00 0 Rm imm6:6 Rn Rd", "and <Xd>, <Xn>, <Xm><{,shift}>");
        put(83, "LogicalShifted.eor32", "0 10 01010 00 0 Rm 0 imm5:5 Rn Rd", "eor <Wd>, <Wn>, <Wm><{,shift}>");
        put(84, "CompareBranch.cbnz64", "1 011010 1 imm19:19 Rts", "cbnz <Xt>, <label:imm19*4>");
        put(85, "AddSubImmediate.sub64", "1 1 0 100010 sh:1 imm12:12 Rn|SP Rd|SP", "sub <Xd|SP>, <Xn|SP>, <{addimm}>");
        put(86, "ConditionalCompare.ccmpImmediate32", "0 1 1 11010010 imm5:5 cond:4 1 0 Rn 0 nzcv:4", "ccmp <Wn>, <#imm5>, <#nzcv>, <{cond}>");
        put(87, "AddSubImmediate.add32", "0 0 0 100010 sh:1 imm12:12 Rn|SP Rd|SP", "add <Wd|WSP>, <Wn|WSP>, <{addimm}>",
                "sh == 0 && imm12 == 0 && (Rd == 31 || Rn == 31) => mov <Wd|WSP>, <Wn|WSP>");
        put(88, "LogicalImmediate.orr64", "1 01 100100 N:1 immr:6 imms:6 Rn Rd|SP", "orr <Xd|SP>, <Xn>, <{bitmask}>",
                "Rn == 31 => mov <Xd|SP>, <{movbitmask}>");
        put(89, "DataProcessing3.madd64", "1 00 11011 000 Rm 0 Ra Rn Rd", "madd <Xd>, <Xn>, <Xm>, <Xa>",
                "Ra == 31 => mul <Xd>, <Xn>, <Xm>");
        put(90, "ConditionalBranch.cs", "0101010 0 imm19:19 0 0010", "b.cs <label:imm19*4>");
        put(91, "SystemInstructions.mrsSpEl0", "1101010100 1 11 000 0100 0001 000 Rt", "mrs <Xt>, <{sysreg}>");
        put(92, "Bitfield.sbfm64", "1 00 100110 1 immr:6 imms:6 Rn Rd", "sbfm <Xd>, <Xn>, <#immr>, <#imms>",
                "imms == 63 => asr <Xd>, <Xn>, <#immr>",
                "immr == 0 && imms == 7 => sxtb <Xd>, <Wn>",
                "immr == 0 && imms == 15 => sxth <Xd>, <Wn>",
                "immr == 0 && imms == 31 => sxtw <Xd>, <Wn>",
                "imms < immr => sbfiz <Xd>, <Xn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => sbfx <Xd>, <Xn>, <#immr>, <{bfxwidth}>");
        put(93, "Branch.blr", "1101011 0 0 01 11111 000000 Rn 00000", "blr <Xn>");
        put(94, "ConditionalSelect.csinc32", "0 0 0 11010100 Rm cond:4 0 1 Rn Rd", "csinc <Wd>, <Wn>, <Wm>, <{cond}>",
                "Rm == 31 && Rn == 31 && cond < 14 => cset <Wd>, <{notcond}>",
                "Rm == Rn && cond < 14 => cinc <Wd>, <Wn>, <{notcond}>");
        put(95, "AddSubImmediate.sub32", "0 1 0 100010 sh:1 imm12:12 Rn|SP Rd|SP", "sub <Wd|WSP>, <Wn|WSP>, <{addimm}>");
        put(96, "CompareBranch.tbnz", "0 011011 1 b40:5 imm14:14 Rts", "tbnz <Wt>, <{bitnumber}>, <label:imm14*4>");
        put(97, "CompareBranch.tbnz", "1 011011 1 b40:5 imm14:14 Rts", "tbnz <Xt>, <{bitnumber}>, <label:imm14*4>");
        put(98, "AddSubShifted.sub32", "0 1 0 01011 00 0 Rm 0 imm5:5 Rn Rd", "sub <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => neg <Wd>, <Wm><{,shift}>");
        put(99, "AddSubExtended.add64", "1 0 0 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd|SP", "add <Xd|SP>, <Xn|SP>, <{extended}>");
        put(100, "SystemInstructions.dc", "1101010100 0 01 011 0111 0100 001 Rts", "dc zva, <Xt>");
        put(101, "SystemInstructions.dc", "1101010100 0 01 011 0111 1010 001 Rts", "dc cvac, <Xt>");
        put(102, "SystemInstructions.dc", "1101010100 0 01 011 0111 1011 001 Rts", "dc cvau, <Xt>");
        put(103, "SystemInstructions.dc", "1101010100 0 01 011 0111 1110 001 Rts", "dc civac, <Xt>");
        put(104, "DataProcessing1.rev64", "1 1 0 11010110 00000 000011 Rn Rd", "rev <Xd>, <Xn>");
        put(105, "AddSubImmediate.adds32", "0 0 1 100010 sh:1 imm12:12 Rn|SP Rd", "adds <Wd>, <Wn|WSP>, <{addimm}>",
                "Rd == 31 => cmn <Wn|WSP>, <{addimm}>");
        put(106, "ConditionalBranch.cc", "0101010 0 imm19:19 0 0011", "b.cc <label:imm19*4>");
        put(107, "ConditionalCompare.ccmp32", "0 1 1 11010010 Rm cond:4 0 0 Rn 0 nzcv:4", "ccmp <Wn>, <Wm>, <#nzcv>, <{cond}>");
        put(108, "ConditionalSelect.csinc64", "1 0 0 11010100 Rm cond:4 0 1 Rn Rd", "csinc <Xd>, <Xn>, <Xm>, <{cond}>",
                "Rm == 31 && Rn == 31 && cond < 14 => cset <Xd>, <{notcond}>",
                "Rm == Rn && cond < 14 => cinc <Xd>, <Xn>, <{notcond}>");
        put(109, "LogicalShifted.and32", "0 00 01010 00 0 Rm 0 imm5:5 Rn Rd", "and <Wd>, <Wn>, <Wm><{,shift}>");
        put(110, "LogicalImmediate.ands32", "0 11 100100 0 immr:6 imms:6 Rn Rd", "ands <Wd>, <Wn>, <{bitmask}>",
                "Rd == 31 => tst <Wn>, <{bitmask}>");
        put(111, "LogicalShifted.eor64", "1 10 01010 00 0 Rm imm6:6 Rn Rd", "eor <Xd>, <Xn>, <Xm><{,shift}>");
        put(112, "MoveWide.movk", "1 11 100101 hw:2 imm16:16 Rd", "movk <Xd>, <#imm16><{,hw}>");
        put(113, "MoveWide.movk", "0 11 100101 0 hw:1 imm16:16 Rd", "movk <Wd>, <#imm16><{,hw}>");
        put(114, "DataProcessing2.lslv64", "1 0 0 11010110 Rm 0010 00 Rn Rd", "lsl <Xd>, <Xn>, <Xm>");
        put(115, "LoadStoreUnsigned.prfm", "11 111 0 01 10 imm12:12 Rn|SP prfop:5", "prfm <{prfop}>, [<Xn|SP><{,#imm12*8}>]");
        put(116, "ConditionalSelect.csinv32", "0 1 0 11010100 Rm cond:4 0 0 Rn Rd", "csinv <Wd>, <Wn>, <Wm>, <{cond}>",
                "Rm == 31 && Rn == 31 && cond < 14 => csetm <Wd>, <{notcond}>",
                "Rm == Rn && cond < 14 => cinv <Wd>, <Wn>, <{notcond}>");
        put(117, "CompareBranch.tbz", "0 011011 0 b40:5 imm14:14 Rts", "tbz <Wt>, <{bitnumber}>, <label:imm14*4>");
        put(118, "CompareBranch.tbz", "1 011011 0 b40:5 imm14:14 Rts", "tbz <Xt>, <{bitnumber}>, <label:imm14*4>");
        put(119, "LoadStoreIndexed.ldr64", "11 111 0 00 01 0 imm9:9 01 Rn|SP Rt", "ldr <Xt>, [<Xn|SP>], <#simm9>");
        put(120, "LoadStoreIndexed.ldr64", "11 111 0 00 01 0 imm9:9 11 Rn|SP Rt", "ldr <Xt>, [<Xn|SP>, <#simm9>]!");
        put(121, "ConditionalBranch.ge", "0101010 0 imm19:19 0 1010", "b.ge <label:imm19*4>");
        put(122, "LoadStorePair.ldp32", "00 101 0 010 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Wt>, <Wt2>, [<Xn|SP><{,#simm7*4}>]");
        put(123, "LoadStorePair.ldp32", "00 101 0 000 1 imm7:7 Rt2 Rn|SP Rt", "ldnp <Wt>, <Wt2>, [<Xn|SP><{,#simm7*4}>]");
        put(124, "LoadStorePair.stp32", "00 101 0 010 0 imm7:7 Rt2 Rn|SP Rts", "stp <Wt>, <Wt2>, [<Xn|SP><{,#simm7*4}>]");
        put(125, "LoadStorePair.stp32", "00 101 0 000 0 imm7:7 Rt2 Rn|SP Rts", "stnp <Wt>, <Wt2>, [<Xn|SP><{,#simm7*4}>]");
        put(126, "ConditionalCompare.ccmp64", "1 1 1 11010010 Rm cond:4 0 0 Rn 0 nzcv:4", "ccmp <Xn>, <Xm>, <#nzcv>, <{cond}>");
        put(127, "LogicalShifted.bics64", "1 11 01010 00 1 Rm imm6:6 Rn Rd", "bics <Xd>, <Xn>, <Xm><{,shift}>");
        put(128, "SystemInstructions.mrsTpidrEl1", "1101010100 1 11 000 1101 0000 100 Rt", "mrs <Xt>, <{sysreg}>");
        put(129, "DataProcessing2.lsrv64", "1 0 0 11010110 Rm 0010 01 Rn Rd", "lsr <Xd>, <Xn>, <Xm>");
        put(130, "MoveWide.movn32", "0 00 100101 0 hw:1 imm16:16 Rd", "movn <Wd>, <#imm16><{,hw}>",
                "!(imm16 == 0 && hw != 0) && imm16 != 65535 => mov <Wd>, <{movn}>");
        put(131, "LogicalShifted.bic64", "1 00 01010 00 1 Rm imm6:6 Rn Rd", "bic <Xd>, <Xn>, <Xm><{,shift}>");
        put(132, "DataProcessing1.clz64", "1 1 0 11010110 00000 000100 Rn Rd", "clz <Xd>, <Xn>");
        put(133, "Bitfield.ubfm32", "0 10 100110 0 0 immr:5 0 imms:5 Rn Rd", "ubfm <Wd>, <Wn>, <#immr>, <#imms>",
                "imms != 31 && imms + 1 == immr => lsl <Wd>, <Wn>, <{lslamount}>",
                "imms == 31 => lsr <Wd>, <Wn>, <#immr>",
                "immr == 0 && imms == 7 => uxtb <Wd>, <Wn>",
                "immr == 0 && imms == 15 => uxth <Wd>, <Wn>",
                "imms < immr => ubfiz <Wd>, <Wn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => ubfx <Wd>, <Wn>, <#immr>, <{bfxwidth}>");
        put(134, "Exclusive.ldxr32", "10 001000 0 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", "ldxr <Wt>, [<Xn|SP>]");
        put(135, "Exclusive.ldxr32", "10 001000 0 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldaxr <Wt>, [<Xn|SP>]");
    }

    private static void part1() {
        put(136, "LoadStoreUnsigned.strb", "00 111 0 01 00 imm12:12 Rn|SP Rts", "strb <Wt>, [<Xn|SP><{,#imm12}>]");
        put(137, "AddSubImmediate.adds64", "1 0 1 100010 sh:1 imm12:12 Rn|SP Rd", "adds <Xd>, <Xn|SP>, <{addimm}>",
                "Rd == 31 => cmn <Xn|SP>, <{addimm}>");
        put(138, "Exclusive.stxr32", "10 001000 0 0 0 Rs 0 sbo:5 Rn|SP Rts", "stxr <Ws>, <Wt>, [<Xn|SP>]");
        put(139, "Exclusive.stxr32", "10 001000 0 0 0 Rs 1 sbo:5 Rn|SP Rts", "stlxr <Ws>, <Wt>, [<Xn|SP>]");
        put(140, "MoveWide.movn64", "1 00 100101 hw:2 imm16:16 Rd", "movn <Xd>, <#imm16><{,hw}>",
                "!(imm16 == 0 && hw != 0) => mov <Xd>, <{movn}>");
        put(141, "LoadStoreUnscaled.ldur64", "11 111 0 00 01 0 imm9:9 00 Rn|SP Rt", "ldur <Xt>, [<Xn|SP><{,#simm9}>]");
        put(142, "ConditionalCompare.ccmpImmediate64", "1 1 1 11010010 imm5:5 cond:4 1 0 Rn 0 nzcv:4", "ccmp <Xn>, <#imm5>, <#nzcv>, <{cond}>");
        put(143, "LoadStoreUnsigned.ldrh", "01 111 0 01 01 imm12:12 Rn|SP Rt", "ldrh <Wt>, [<Xn|SP><{,#imm12*2}>]");
        put(144, "LoadStoreRegister.ldr32", "10 111 0 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <Wt>, [<Xn|SP>, <{index:2}>]");
        put(145, "SystemInstructions.mrs", "1101010100 1 1 o0:1 op1:3 CRn:4 CRm:4 op2:3 Rt", "mrs <Xt>, <{sysreg}>");
        put(146, "AddSubShifted.adds64", "1 0 1 01011 00 0 Rm imm6:6 Rn Rd", "adds <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmn <Xn>, <Xm><{,shift}>");
        put(147, "LoadStoreOrdered.stlr8", "00 001000 1 0 0 sbo:5 1 sbo2:5 Rn|SP Rts", "stlrb <Wt>, [<Xn|SP>]");
        put(148, "LoadStoreOrdered.stlr8", "00 001000 1 0 0 sbo:5 0 sbo2:5 Rn|SP Rts", "stllrb <Wt>, [<Xn|SP>]");
        put(149, "Exclusive.ldxr64", "11 001000 0 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", "ldxr <Xt>, [<Xn|SP>]");
        put(150, "Exclusive.ldxr64", "11 001000 0 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldaxr <Xt>, [<Xn|SP>]");
        put(151, "ConditionalBranch.le", "0101010 0 imm19:19 0 1101", "b.le <label:imm19*4>");
        put(152, "DataProcessing1.rev32", "0 1 0 11010110 00000 000010 Rn Rd", "rev <Wd>, <Wn>");
        put(153, "LogicalImmediate.orr32", "0 01 100100 0 immr:6 imms:6 Rn Rd|SP", "orr <Wd|WSP>, <Wn>, <{bitmask}>",
                "Rn == 31 => mov <Wd|WSP>, <{movbitmask}>");
        put(154, "ConditionalBranch.lt", "0101010 0 imm19:19 0 1011", "b.lt <label:imm19*4>");
        put(155, "ConditionalSelect.csel32", "0 0 0 11010100 Rm cond:4 0 0 Rn Rd", "csel <Wd>, <Wn>, <Wm>, <{cond}>");
        put(156, "LogicalShifted.ands32", "0 11 01010 00 0 Rm 0 imm5:5 Rn Rd", "ands <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => tst <Wn>, <Wm><{,shift}>");
        put(157, "ConditionalBranch.gt", "0101010 0 imm19:19 0 1100", "b.gt <label:imm19*4>");
        put(158, "LogicalShifted.ands64", "1 11 01010 00 0 Rm imm6:6 Rn Rd", "ands <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => tst <Xn>, <Xm><{,shift}>");
        put(159, "Exclusive.stxr64", "11 001000 0 0 0 Rs 0 sbo:5 Rn|SP Rts", "stxr <Ws>, <Xt>, [<Xn|SP>]");
        put(160, "Exclusive.stxr64", "11 001000 0 0 0 Rs 1 sbo:5 Rn|SP Rts", "stlxr <Ws>, <Xt>, [<Xn|SP>]");
        put(161, "LoadStoreIndexed.str64", "11 111 0 00 00 0 imm9:9 01 Rn|SP Rts", "str <Xt>, [<Xn|SP>], <#simm9>");
        put(162, "LoadStoreIndexed.str64", "11 111 0 00 00 0 imm9:9 11 Rn|SP Rts", "str <Xt>, [<Xn|SP>, <#simm9>]!");
        put(163, "LogicalImmediate.eor32", "0 10 100100 0 immr:6 imms:6 Rn Rd|SP", "eor <Wd|WSP>, <Wn>, <{bitmask}>");
        put(164, "LoadStoreUnsigned.strh", "01 111 0 01 00 imm12:12 Rn|SP Rts", "strh <Wt>, [<Xn|SP><{,#imm12*2}>]");
        put(165, "LoadStoreUnscaled.stur64", "11 111 0 00 00 0 imm9:9 00 Rn|SP Rts", "stur <Xt>, [<Xn|SP><{,#simm9}>]");
        put(166, "SystemInstructions.sys", "1101010100 0 01 op1:3 CRn:4 CRm:4 op2:3 Rts", "sys <#op1>, <{Cn}>, <{Cm}>, <#op2><{,optionalXt}>",
                "CRn == 7 || CRn == 8 => <{sysop}>");
        put(167, "ConditionalBranch.mi", "0101010 0 imm19:19 0 0100", "b.mi <label:imm19*4>");
        put(168, "SystemInstructions.msr", "1101010100 0 1 o0:1 op1:3 CRn:4 CRm:4 op2:3 Rts", "msr <{sysreg}>, <Xt>");
        put(169, "DataProcessing2.lslv32", "0 0 0 11010110 Rm 0010 00 Rn Rd", "lsl <Wd>, <Wn>, <Wm>");
        put(170, "ConditionalSelect.csinv64", "1 1 0 11010100 Rm cond:4 0 0 Rn Rd", "csinv <Xd>, <Xn>, <Xm>, <{cond}>",
                "Rm == 31 && Rn == 31 && cond < 14 => csetm <Xd>, <{notcond}>",
                "Rm == Rn && cond < 14 => cinv <Xd>, <Xn>, <{notcond}>");
        put(171, "AddSubShifted.adds32", "0 0 1 01011 00 0 Rm 0 imm5:5 Rn Rd", "adds <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmn <Wn>, <Wm><{,shift}>");
        put(172, "LoadStoreUnsigned.ldrsw", "10 111 0 01 10 imm12:12 Rn|SP Rt", "ldrsw <Xt>, [<Xn|SP><{,#imm12*4}>]");
        put(173, "LoadStoreRegister.str32", "10 111 0 00 00 1 Rm option:3 S:1 10 Rn|SP Rts", "str <Wt>, [<Xn|SP>, <{index:2}>]");
        put(174, "AddSubExtended.subs64", "1 1 1 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd", "subs <Xd>, <Xn|SP>, <{extended}>",
                "Rd == 31 => cmp <Xn|SP>, <{extended}>");
        put(175, "Exclusive.stxp64", "11 001000 0 0 1 Rs 0 Rt2 Rn|SP Rts", "stxp <Ws>, <Xt>, <Xt2>, [<Xn|SP>]");
        put(176, "Exclusive.stxp64", "11 001000 0 0 1 Rs 1 Rt2 Rn|SP Rts", "stlxp <Ws>, <Xt>, <Xt2>, [<Xn|SP>]");
        put(177, "LoadStoreOrdered.stlr64", "11 001000 1 0 0 sbo:5 1 sbo2:5 Rn|SP Rts", "stlr <Xt>, [<Xn|SP>]");
        put(178, "LoadStoreOrdered.stlr64", "11 001000 1 0 0 sbo:5 0 sbo2:5 Rn|SP Rts", "stllr <Xt>, [<Xn|SP>]");
        put(179, "Exclusive.ldxp64", "11 001000 0 1 1 sbo:5 0 Rt2 Rn|SP Rt", "ldxp <Xt>, <Xt2>, [<Xn|SP>]");
        put(180, "Exclusive.ldxp64", "11 001000 0 1 1 sbo:5 1 Rt2 Rn|SP Rt", "ldaxp <Xt>, <Xt2>, [<Xn|SP>]");
        put(181, "DataProcessing3.umaddl", "1 00 11011 101 Rm 0 Ra Rn Rd", "umaddl <Xd>, <Wn>, <Wm>, <Xa>",
                "Ra == 31 => umull <Xd>, <Wn>, <Wm>");
        put(182, "SystemInstructions.msrImmediate", "1101010100 0 00 000 0100 CRm:4 011 11111", "msr uao, <#CRm>");
        put(183, "SystemInstructions.msrImmediate", "1101010100 0 00 000 0100 CRm:4 100 11111", "msr pan, <#CRm>");
        put(184, "SystemInstructions.msrImmediate", "1101010100 0 00 000 0100 CRm:4 101 11111", "msr spsel, <#CRm>");
        put(185, "SystemInstructions.msrImmediate", "1101010100 0 00 011 0100 CRm:4 001 11111", "msr ssbs, <#CRm>");
        put(186, "SystemInstructions.msrImmediate", "1101010100 0 00 011 0100 CRm:4 010 11111", "msr dit, <#CRm>");
        put(187, "SystemInstructions.msrImmediate", "1101010100 0 00 011 0100 CRm:4 110 11111", "msr daifset, <#CRm>");
        put(188, "SystemInstructions.msrImmediate", "1101010100 0 00 011 0100 CRm:4 111 11111", "msr daifclr, <#CRm>");
        put(189, "LoadStoreRegister.prfm", "11 111 0 00 10 1 Rm option:3 S:1 10 Rn|SP prfop:5", "prfm <{prfop}>, [<Xn|SP>, <{index:3}>]");
        put(190, "AddSubExtended.subs32", "0 1 1 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd", "subs <Wd>, <Wn|WSP>, <{extended}>",
                "Rd == 31 => cmp <Wn|WSP>, <{extended}>");
        put(191, "Bitfield.bfm32", "0 01 100110 0 0 immr:5 0 imms:5 Rn Rd", "bfm <Wd>, <Wn>, <#immr>, <#imms>",
                "Rn == 31 && imms < immr => bfc <Wd>, <{bfizlsb}>, <{bfizwidth}>",
                "imms < immr => bfi <Wd>, <Wn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => bfxil <Wd>, <Wn>, <#immr>, <{bfxwidth}>");
        put(192, "LoadStoreRegister.strb", "00 111 0 00 00 1 Rm option:3 S:1 10 Rn|SP Rts", "strb <Wt>, [<Xn|SP>, <{index:0}>]");
        put(193, "LoadStoreIndexed.str32", "10 111 0 00 00 0 imm9:9 01 Rn|SP Rts", "str <Wt>, [<Xn|SP>], <#simm9>");
        put(194, "LoadStoreIndexed.str32", "10 111 0 00 00 0 imm9:9 11 Rn|SP Rts", "str <Wt>, [<Xn|SP>, <#simm9>]!");
        put(195, "LoadStoreUnscaled.stur32", "10 111 0 00 00 0 imm9:9 00 Rn|SP Rts", "stur <Wt>, [<Xn|SP><{,#simm9}>]");
        put(196, "ConditionalSelect.csneg32", "0 1 0 11010100 Rm cond:4 0 1 Rn Rd", "csneg <Wd>, <Wn>, <Wm>, <{cond}>",
                "Rm == Rn && cond < 14 => cneg <Wd>, <Wn>, <{notcond}>");
        put(197, "LoadStoreRegister.ldrh", "01 111 0 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrh <Wt>, [<Xn|SP>, <{index:1}>]");
        put(198, "LoadStoreUnscaled.ldur32", "10 111 0 00 01 0 imm9:9 00 Rn|SP Rt", "ldur <Wt>, [<Xn|SP><{,#simm9}>]");
        put(199, "Bitfield.sbfm32", "0 00 100110 0 0 immr:5 0 imms:5 Rn Rd", "sbfm <Wd>, <Wn>, <#immr>, <#imms>",
                "imms == 31 => asr <Wd>, <Wn>, <#immr>",
                "immr == 0 && imms == 7 => sxtb <Wd>, <Wn>",
                "immr == 0 && imms == 15 => sxth <Wd>, <Wn>",
                "imms < immr => sbfiz <Wd>, <Wn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => sbfx <Wd>, <Wn>, <#immr>, <{bfxwidth}>");
        put(200, "DataProcessing3.madd32", "0 00 11011 000 Rm 0 Ra Rn Rd", "madd <Wd>, <Wn>, <Wm>, <Wa>",
                "Ra == 31 => mul <Wd>, <Wn>, <Wm>");
        put(201, "DataProcessing2.lsrv32", "0 0 0 11010110 Rm 0010 01 Rn Rd", "lsr <Wd>, <Wn>, <Wm>");
        put(202, "LoadStoreIndexed.strb", "00 111 0 00 00 0 imm9:9 01 Rn|SP Rts", "strb <Wt>, [<Xn|SP>], <#simm9>");
        put(203, "LoadStoreIndexed.strb", "00 111 0 00 00 0 imm9:9 11 Rn|SP Rts", "strb <Wt>, [<Xn|SP>, <#simm9>]!");
        put(204, "LoadStoreOrdered.stlr32", "10 001000 1 0 0 sbo:5 1 sbo2:5 Rn|SP Rts", "stlr <Wt>, [<Xn|SP>]");
        put(205, "LoadStoreOrdered.stlr32", "10 001000 1 0 0 sbo:5 0 sbo2:5 Rn|SP Rts", "stllr <Wt>, [<Xn|SP>]");
        put(206, "LoadStoreRegister.ldrsb64", "00 111 0 00 10 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrsb <Xt>, [<Xn|SP>, <{index:0}>]");
        put(207, "DataProcessing3.smaddl", "1 00 11011 001 Rm 0 Ra Rn Rd", "smaddl <Xd>, <Wn>, <Wm>, <Xa>",
                "Ra == 31 => smull <Xd>, <Wn>, <Wm>");
        put(208, "DataProcessing3.msub64", "1 00 11011 000 Rm 1 Ra Rn Rd", "msub <Xd>, <Xn>, <Xm>, <Xa>",
                "Ra == 31 => mneg <Xd>, <Xn>, <Xm>");
        put(209, "DataProcessing1.rbit64", "1 1 0 11010110 00000 000000 Rn Rd", "rbit <Xd>, <Xn>");
        put(210, "LoadStoreUnscaled.ldurb", "00 111 0 00 01 0 imm9:9 00 Rn|SP Rt", "ldurb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(211, "Extract.extr64", "1 00 100111 1 0 Rm imms:6 Rn Rd", "extr <Xd>, <Xn>, <Xm>, <#imms>",
                "Rn == Rm => ror <Xd>, <Xn>, <#imms>");
        put(212, "ConditionalSelect.csneg64", "1 1 0 11010100 Rm cond:4 0 1 Rn Rd", "csneg <Xd>, <Xn>, <Xm>, <{cond}>",
                "Rm == Rn && cond < 14 => cneg <Xd>, <Xn>, <{notcond}>");
        put(213, "LoadStoreOrdered.ldar32", "10 001000 1 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldar <Wt>, [<Xn|SP>]");
        put(214, "LoadStoreOrdered.ldar32", "10 001000 1 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", "ldlar <Wt>, [<Xn|SP>]");
        put(215, "LoadStoreOrdered.ldar32", "10 111 0 00 101 11111 1 100 00 Rn|SP Rt", "ldapr <Wt>, [<Xn|SP>]");
        put(216, "Branch.br", "1101011 0 0 00 11111 000000 Rn 00000", "br <Xn>");
        put(217, "LoadStoreOrdered.ldar16", "01 001000 1 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldarh <Wt>, [<Xn|SP>]");
        put(218, "LoadStoreOrdered.ldar16", "01 001000 1 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", "ldlarh <Wt>, [<Xn|SP>]");
        put(219, "LoadStoreOrdered.ldar16", "01 111 0 00 101 11111 1 100 00 Rn|SP Rt", "ldaprh <Wt>, [<Xn|SP>]");
        put(220, "DataProcessing2.udiv64", "1 0 0 11010110 Rm 00001 0 Rn Rd", "udiv <Xd>, <Xn>, <Xm>");
        put(221, "Bitfield.bfm64", "1 01 100110 1 immr:6 imms:6 Rn Rd", "bfm <Xd>, <Xn>, <#immr>, <#imms>",
                "Rn == 31 && imms < immr => bfc <Xd>, <{bfizlsb}>, <{bfizwidth}>",
                "imms < immr => bfi <Xd>, <Xn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => bfxil <Xd>, <Xn>, <#immr>, <{bfxwidth}>");
        put(222, "DataProcessing2.udiv32", "0 0 0 11010110 Rm 00001 0 Rn Rd", "udiv <Wd>, <Wn>, <Wm>");
        put(223, "LoadStoreRegister.strh", "01 111 0 00 00 1 Rm option:3 S:1 10 Rn|SP Rts", "strh <Wt>, [<Xn|SP>, <{index:1}>]");
        put(224, "LoadStoreUnscaled.sturb", "00 111 0 00 00 0 imm9:9 00 Rn|SP Rts", "sturb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(225, "LoadStoreUnsigned.ldrsh32", "01 111 0 01 11 imm12:12 Rn|SP Rt", "ldrsh <Wt>, [<Xn|SP><{,#imm12*2}>]");
        put(226, "DataProcessing1.clz32", "0 1 0 11010110 00000 000100 Rn Rd", "clz <Wd>, <Wn>");
        put(227, "AddSubExtended.add32", "0 0 0 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd|SP", "add <Wd|WSP>, <Wn|WSP>, <{extended}>");
        put(228, "DataProcessing3.msub32", "0 00 11011 000 Rm 1 Ra Rn Rd", "msub <Wd>, <Wn>, <Wm>, <Wa>",
                "Ra == 31 => mneg <Wd>, <Wn>, <Wm>");
        put(229, "LoadStoreIndexed.ldr32", "10 111 0 00 01 0 imm9:9 01 Rn|SP Rt", "ldr <Wt>, [<Xn|SP>], <#simm9>");
        put(230, "LoadStoreIndexed.ldr32", "10 111 0 00 01 0 imm9:9 11 Rn|SP Rt", "ldr <Wt>, [<Xn|SP>, <#simm9>]!");
        put(231, "PcRelative.adr", "0 immlo:2 10000 immhi:19 Rd", "adr <Xd>, <{adr}>");
        put(232, "AddSubExtended.sub64", "1 1 0 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd|SP", "sub <Xd|SP>, <Xn|SP>, <{extended}>");
        put(233, "LogicalShifted.bics32", "0 11 01010 00 1 Rm 0 imm5:5 Rn Rd", "bics <Wd>, <Wn>, <Wm><{,shift}>");
        put(234, "LogicalShifted.bic32", "0 00 01010 00 1 Rm 0 imm5:5 Rn Rd", "bic <Wd>, <Wn>, <Wm><{,shift}>");
        put(235, "DataProcessing3.umulh", "1 00 11011 110 Rm 0 sbo:5 Rn Rd", "umulh <Xd>, <Xn>, <Xm>");
        put(236, "LogicalImmediate.eor64", "1 10 100100 N:1 immr:6 imms:6 Rn Rd|SP", "eor <Xd|SP>, <Xn>, <{bitmask}>");
        put(237, "AddSubExtended.adds64", "1 0 1 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd", "adds <Xd>, <Xn|SP>, <{extended}>",
                "Rd == 31 => cmn <Xn|SP>, <{extended}>");
        put(238, "DataProcessing1.rev16On32", "0 1 0 11010110 00000 000001 Rn Rd", "rev16 <Wd>, <Wn>");
        put(239, "DataProcessing2.asrv32", "0 0 0 11010110 Rm 0010 10 Rn Rd", "asr <Wd>, <Wn>, <Wm>");
        put(240, "DataProcessing2.sdiv64", "1 0 0 11010110 Rm 00001 1 Rn Rd", "sdiv <Xd>, <Xn>, <Xm>");
        put(241, "ExceptionGeneration.eret", "1101011 0100 11111 000000 11111 00000", "eret");
        put(242, "Exclusive.stxr8", "00 001000 0 0 0 Rs 0 sbo:5 Rn|SP Rts", "stxrb <Ws>, <Wt>, [<Xn|SP>]");
        put(243, "Exclusive.stxr8", "00 001000 0 0 0 Rs 1 sbo:5 Rn|SP Rts", "stlxrb <Ws>, <Wt>, [<Xn|SP>]");
        put(244, "LoadLiteral.ldr64", "01 011 0 00 imm19:19 Rt", "ldr <Xt>, <label:imm19*4>");
        put(245, "LoadStoreIndexed.ldrsw", "10 111 0 00 10 0 imm9:9 01 Rn|SP Rt", "ldrsw <Xt>, [<Xn|SP>], <#simm9>");
        put(246, "LoadStoreIndexed.ldrsw", "10 111 0 00 10 0 imm9:9 11 Rn|SP Rt", "ldrsw <Xt>, [<Xn|SP>, <#simm9>]!");
        put(247, "LogicalShifted.orn32", "0 01 01010 00 1 Rm 0 imm5:5 Rn Rd", "orn <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => mvn <Wd>, <Wm><{,shift}>");
        put(248, "SystemInstructions.mrsTpidrEl0", "1101010100 1 11 011 1101 0000 010 Rt", "mrs <Xt>, <{sysreg}>");
        put(249, "DataProcessing1.rbit32", "0 1 0 11010110 00000 000000 Rn Rd", "rbit <Wd>, <Wn>");
        put(250, "LoadStoreOrdered.ldar64", "11 001000 1 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldar <Xt>, [<Xn|SP>]");
        put(251, "LoadStoreOrdered.ldar64", "11 001000 1 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", "ldlar <Xt>, [<Xn|SP>]");
        put(252, "LoadStoreOrdered.ldar64", "11 111 0 00 101 11111 1 100 00 Rn|SP Rt", "ldapr <Xt>, [<Xn|SP>]");
        put(253, "LoadStoreOrdered.ldar8", "00 001000 1 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldarb <Wt>, [<Xn|SP>]");
        put(254, "LoadStoreOrdered.ldar8", "00 001000 1 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", "ldlarb <Wt>, [<Xn|SP>]");
        put(255, "LoadStoreOrdered.ldar8", "00 111 0 00 101 11111 1 100 00 Rn|SP Rt", "ldaprb <Wt>, [<Xn|SP>]");
        put(256, "LoadStoreRegister.ldrsw", "10 111 0 00 10 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrsw <Xt>, [<Xn|SP>, <{index:2}>]");
        put(257, "LogicalShifted.orn64", "1 01 01010 00 1 Rm imm6:6 Rn Rd", "orn <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => mvn <Xd>, <Xm><{,shift}>");
        put(258, "AddSubExtended.adds32", "0 0 1 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd", "adds <Wd>, <Wn|WSP>, <{extended}>",
                "Rd == 31 => cmn <Wn|WSP>, <{extended}>");
        put(259, "AddSubExtended.sub32", "0 1 0 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd|SP", "sub <Wd|WSP>, <Wn|WSP>, <{extended}>");
        put(260, "ConditionalBranch.pl", "0101010 0 imm19:19 0 0101", "b.pl <label:imm19*4>");
        put(261, "ConditionalBranch.vs", "0101010 0 imm19:19 0 0110", "b.vs <label:imm19*4>");
        put(262, "ConditionalBranch.vc", "0101010 0 imm19:19 0 0111", "b.vc <label:imm19*4>");
        put(263, "ConditionalBranch.always", "0101010 0 imm19:19 0 1110", "b.al <label:imm19*4>");
    }

    private static void part2() {
        put(264, "ConditionalBranch.always", "0101010 0 imm19:19 0 1111", "b.nv <label:imm19*4>");
        put(265, "ConditionalCompare.ccmn64", "1 0 1 11010010 Rm cond:4 0 0 Rn 0 nzcv:4", "ccmn <Xn>, <Xm>, <#nzcv>, <{cond}>");
        put(266, "ConditionalCompare.ccmn32", "0 0 1 11010010 Rm cond:4 0 0 Rn 0 nzcv:4", "ccmn <Wn>, <Wm>, <#nzcv>, <{cond}>");
        put(267, "ConditionalCompare.ccmnImmediate64", "1 0 1 11010010 imm5:5 cond:4 1 0 Rn 0 nzcv:4", "ccmn <Xn>, <#imm5>, <#nzcv>, <{cond}>");
        put(268, "ConditionalCompare.ccmnImmediate32", "0 0 1 11010010 imm5:5 cond:4 1 0 Rn 0 nzcv:4", "ccmn <Wn>, <#imm5>, <#nzcv>, <{cond}>");
        put(269, "DataProcessing1.rev16On64", "1 1 0 11010110 00000 000001 Rn Rd", "rev16 <Xd>, <Xn>");
        put(270, "DataProcessing1.rev32On64", "1 1 0 11010110 00000 000010 Rn Rd", "rev32 <Xd>, <Xn>");
        put(271, "DataProcessing1.cls64", "1 1 0 11010110 00000 000101 Rn Rd", "cls <Xd>, <Xn>");
        put(272, "DataProcessing1.cls32", "0 1 0 11010110 00000 000101 Rn Rd", "cls <Wd>, <Wn>");
        put(273, "DataProcessing2.sdiv32", "0 0 0 11010110 Rm 00001 1 Rn Rd", "sdiv <Wd>, <Wn>, <Wm>");
        put(274, "DataProcessing2.asrv64", "1 0 0 11010110 Rm 0010 10 Rn Rd", "asr <Xd>, <Xn>, <Xm>");
        put(275, "DataProcessing2.rorv64", "1 0 0 11010110 Rm 0010 11 Rn Rd", "ror <Xd>, <Xn>, <Xm>");
        put(276, "DataProcessing2.rorv32", "0 0 0 11010110 Rm 0010 11 Rn Rd", "ror <Wd>, <Wn>, <Wm>");
        put(277, "DataProcessing3.smsubl", "1 00 11011 001 Rm 1 Ra Rn Rd", "smsubl <Xd>, <Wn>, <Wm>, <Xa>",
                "Ra == 31 => smnegl <Xd>, <Wn>, <Wm>");
        put(278, "DataProcessing3.smulh", "1 00 11011 010 Rm 0 sbo:5 Rn Rd", "smulh <Xd>, <Xn>, <Xm>");
        put(279, "DataProcessing3.umsubl", "1 00 11011 101 Rm 1 Ra Rn Rd", "umsubl <Xd>, <Wn>, <Wm>, <Xa>",
                "Ra == 31 => umnegl <Xd>, <Wn>, <Wm>");
        put(280, "ExceptionGeneration.svc", "11010100 000 imm16:16 000 01", "svc <#imm16>");
        put(281, "ExceptionGeneration.hvc", "11010100 000 imm16:16 000 10", "hvc <#imm16>");
        put(282, "ExceptionGeneration.smc", "11010100 000 imm16:16 000 11", "smc <#imm16>");
        put(283, "ExceptionGeneration.brk", "11010100 001 imm16:16 000 00", "brk <#imm16>");
        put(284, "ExceptionGeneration.hlt", "11010100 010 imm16:16 000 00", "hlt <#imm16>");
        put(285, "ExceptionGeneration.undefined", "11010100 101 imm16:16 000 01", "dcps1 <#imm16>",
                "imm16 == 0 => dcps1");
        put(286, "ExceptionGeneration.undefined", "11010100 101 imm16:16 000 10", "dcps2 <#imm16>",
                "imm16 == 0 => dcps2");
        put(287, "ExceptionGeneration.undefined", "11010100 101 imm16:16 000 11", "dcps3 <#imm16>",
                "imm16 == 0 => dcps3");
        put(288, "ExceptionGeneration.undefined", "1101011 0101 11111 000000 11111 00000", "drps");
        put(289, "ExceptionGeneration.undefined", "0000000000000000 imm16:16", "udf <#imm16>");
        put(290, "Exclusive.ldxr8", "00 001000 0 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", "ldxrb <Wt>, [<Xn|SP>]");
        put(291, "Exclusive.ldxr8", "00 001000 0 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldaxrb <Wt>, [<Xn|SP>]");
        put(292, "Exclusive.ldxr16", "01 001000 0 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", "ldxrh <Wt>, [<Xn|SP>]");
        put(293, "Exclusive.ldxr16", "01 001000 0 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldaxrh <Wt>, [<Xn|SP>]");
        put(294, "Exclusive.stxr16", "01 001000 0 0 0 Rs 0 sbo:5 Rn|SP Rts", "stxrh <Ws>, <Wt>, [<Xn|SP>]");
        put(295, "Exclusive.stxr16", "01 001000 0 0 0 Rs 1 sbo:5 Rn|SP Rts", "stlxrh <Ws>, <Wt>, [<Xn|SP>]");
        put(296, "Exclusive.ldxp32", "10 001000 0 1 1 sbo:5 0 Rt2 Rn|SP Rt", "ldxp <Wt>, <Wt2>, [<Xn|SP>]");
        put(297, "Exclusive.ldxp32", "10 001000 0 1 1 sbo:5 1 Rt2 Rn|SP Rt", "ldaxp <Wt>, <Wt2>, [<Xn|SP>]");
        put(298, "Exclusive.stxp32", "10 001000 0 0 1 Rs 0 Rt2 Rn|SP Rts", "stxp <Ws>, <Wt>, <Wt2>, [<Xn|SP>]");
        put(299, "Exclusive.stxp32", "10 001000 0 0 1 Rs 1 Rt2 Rn|SP Rts", "stlxp <Ws>, <Wt>, <Wt2>, [<Xn|SP>]");
        put(300, "Hints.clrex", "1101010100 0 00 011 0011 CRm:4 010 11111", "clrex <#CRm>",
                "CRm == 15 => clrex");
        put(301, "Hints.sevl", "1101010100 0 00 011 0010 0000 101 11111", "sevl");
        put(302, "Hints.yield", "1101010100 0 00 011 0010 0000 001 11111", "yield");
        put(303, "Hints.wfe", "1101010100 0 00 011 0010 0000 010 11111", "wfe");
        put(304, "Hints.wfi", "1101010100 0 00 011 0010 0000 011 11111", "wfi");
        put(305, "Hints.sev", "1101010100 0 00 011 0010 0000 100 11111", "sev");
        put(306, "LoadLiteral.ldr32", "00 011 0 00 imm19:19 Rt", "ldr <Wt>, <label:imm19*4>");
        put(307, "LoadLiteral.ldrsw", "10 011 0 00 imm19:19 Rt", "ldrsw <Xt>, <label:imm19*4>");
        put(308, "LoadLiteral.prfm", "11 011 0 00 imm19:19 prfop:5", "prfm <{prfop}>, <label:imm19*4>");
        put(309, "LoadStoreIndexed.ldrsb64", "00 111 0 00 10 0 imm9:9 01 Rn|SP Rt", "ldrsb <Xt>, [<Xn|SP>], <#simm9>");
        put(310, "LoadStoreIndexed.ldrsb64", "00 111 0 00 10 0 imm9:9 11 Rn|SP Rt", "ldrsb <Xt>, [<Xn|SP>, <#simm9>]!");
        put(311, "LoadStoreIndexed.ldrsb32", "00 111 0 00 11 0 imm9:9 01 Rn|SP Rt", "ldrsb <Wt>, [<Xn|SP>], <#simm9>");
        put(312, "LoadStoreIndexed.ldrsb32", "00 111 0 00 11 0 imm9:9 11 Rn|SP Rt", "ldrsb <Wt>, [<Xn|SP>, <#simm9>]!");
        put(313, "LoadStoreIndexed.strh", "01 111 0 00 00 0 imm9:9 01 Rn|SP Rts", "strh <Wt>, [<Xn|SP>], <#simm9>");
        put(314, "LoadStoreIndexed.strh", "01 111 0 00 00 0 imm9:9 11 Rn|SP Rts", "strh <Wt>, [<Xn|SP>, <#simm9>]!");
        put(315, "LoadStoreIndexed.ldrh", "01 111 0 00 01 0 imm9:9 01 Rn|SP Rt", "ldrh <Wt>, [<Xn|SP>], <#simm9>");
        put(316, "LoadStoreIndexed.ldrh", "01 111 0 00 01 0 imm9:9 11 Rn|SP Rt", "ldrh <Wt>, [<Xn|SP>, <#simm9>]!");
        put(317, "LoadStoreIndexed.ldrsh64", "01 111 0 00 10 0 imm9:9 01 Rn|SP Rt", "ldrsh <Xt>, [<Xn|SP>], <#simm9>");
        put(318, "LoadStoreIndexed.ldrsh64", "01 111 0 00 10 0 imm9:9 11 Rn|SP Rt", "ldrsh <Xt>, [<Xn|SP>, <#simm9>]!");
        put(319, "LoadStoreIndexed.ldrsh32", "01 111 0 00 11 0 imm9:9 01 Rn|SP Rt", "ldrsh <Wt>, [<Xn|SP>], <#simm9>");
        put(320, "LoadStoreIndexed.ldrsh32", "01 111 0 00 11 0 imm9:9 11 Rn|SP Rt", "ldrsh <Wt>, [<Xn|SP>, <#simm9>]!");
        put(321, "LoadStoreOrdered.stlr16", "01 001000 1 0 0 sbo:5 1 sbo2:5 Rn|SP Rts", "stlrh <Wt>, [<Xn|SP>]");
        put(322, "LoadStoreOrdered.stlr16", "01 001000 1 0 0 sbo:5 0 sbo2:5 Rn|SP Rts", "stllrh <Wt>, [<Xn|SP>]");
        put(323, "LoadStorePair.stpIndexed32", "00 101 0 001 0 imm7:7 Rt2 Rn|SP Rts", "stp <Wt>, <Wt2>, [<Xn|SP>], <#simm7*4>");
        put(324, "LoadStorePair.stpIndexed32", "00 101 0 011 0 imm7:7 Rt2 Rn|SP Rts", "stp <Wt>, <Wt2>, [<Xn|SP>, <#simm7*4>]!");
        put(325, "LoadStorePair.ldpIndexed32", "00 101 0 001 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Wt>, <Wt2>, [<Xn|SP>], <#simm7*4>");
        put(326, "LoadStorePair.ldpIndexed32", "00 101 0 011 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Wt>, <Wt2>, [<Xn|SP>, <#simm7*4>]!");
        put(327, "LoadStorePair.ldpsw", "01 101 0 010 1 imm7:7 Rt2 Rn|SP Rt", "ldpsw <Xt>, <Xt2>, [<Xn|SP><{,#simm7*4}>]");
        put(328, "LoadStorePair.ldpswIndexed", "01 101 0 001 1 imm7:7 Rt2 Rn|SP Rt", "ldpsw <Xt>, <Xt2>, [<Xn|SP>], <#simm7*4>");
        put(329, "LoadStorePair.ldpswIndexed", "01 101 0 011 1 imm7:7 Rt2 Rn|SP Rt", "ldpsw <Xt>, <Xt2>, [<Xn|SP>, <#simm7*4>]!");
        put(330, "LoadStoreRegister.ldrsb32", "00 111 0 00 11 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrsb <Wt>, [<Xn|SP>, <{index:0}>]");
        put(331, "LoadStoreRegister.ldrsh64", "01 111 0 00 10 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrsh <Xt>, [<Xn|SP>, <{index:1}>]");
        put(332, "LoadStoreRegister.ldrsh32", "01 111 0 00 11 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrsh <Wt>, [<Xn|SP>, <{index:1}>]");
        put(333, "LoadStoreUnscaled.ldursb64", "00 111 0 00 10 0 imm9:9 00 Rn|SP Rt", "ldursb <Xt>, [<Xn|SP><{,#simm9}>]");
        put(334, "LoadStoreUnscaled.ldursb32", "00 111 0 00 11 0 imm9:9 00 Rn|SP Rt", "ldursb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(335, "LoadStoreUnscaled.sturh", "01 111 0 00 00 0 imm9:9 00 Rn|SP Rts", "sturh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(336, "LoadStoreUnscaled.ldurh", "01 111 0 00 01 0 imm9:9 00 Rn|SP Rt", "ldurh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(337, "LoadStoreUnscaled.ldursh64", "01 111 0 00 10 0 imm9:9 00 Rn|SP Rt", "ldursh <Xt>, [<Xn|SP><{,#simm9}>]");
        put(338, "LoadStoreUnscaled.ldursh32", "01 111 0 00 11 0 imm9:9 00 Rn|SP Rt", "ldursh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(339, "LoadStoreUnscaled.ldursw", "10 111 0 00 10 0 imm9:9 00 Rn|SP Rt", "ldursw <Xt>, [<Xn|SP><{,#simm9}>]");
        put(340, "LoadStoreUnscaled.prfum", "11 111 0 00 10 0 imm9:9 00 Rn|SP prfop:5", "prfum <{prfop}>, [<Xn|SP><{,#simm9}>]");
        put(341, "LoadStoreUnsigned.ldrsb64", "00 111 0 01 10 imm12:12 Rn|SP Rt", "ldrsb <Xt>, [<Xn|SP><{,#imm12}>]");
        put(342, "LoadStoreUnsigned.ldrsb32", "00 111 0 01 11 imm12:12 Rn|SP Rt", "ldrsb <Wt>, [<Xn|SP><{,#imm12}>]");
        put(343, "LoadStoreUnsigned.ldrsh64", "01 111 0 01 10 imm12:12 Rn|SP Rt", "ldrsh <Xt>, [<Xn|SP><{,#imm12*2}>]");
        put(344, "LogicalShifted.eon64", "1 10 01010 00 1 Rm imm6:6 Rn Rd", "eon <Xd>, <Xn>, <Xm><{,shift}>");
        put(345, "LogicalShifted.eon32", "0 10 01010 00 1 Rm 0 imm5:5 Rn Rd", "eon <Wd>, <Wn>, <Wm><{,shift}>");
        put(346, "SystemInstructions.sysl", "1101010100 1 01 op1:3 CRn:4 CRm:4 op2:3 Rt", "sysl <Xt>, <#op1>, <{Cn}>, <{Cm}>, <#op2>");
        put(347, "FpMove.fmovDtoX", "100 11110 01 1 00 110 000000 Rn Rd", "fmov <Xd>, <Dn>");
        put(348, "FpLoadStorePair.stpQ", "10 101 1 010 0 imm7:7 Rt2 Rn|SP Rt", "stp <Qt>, <Qt2>, [<Xn|SP><{,#simm7*16}>]");
        put(349, "FpLoadStorePair.stpQ", "10 101 1 000 0 imm7:7 Rt2 Rn|SP Rt", "stnp <Qt>, <Qt2>, [<Xn|SP><{,#simm7*16}>]");
        put(350, "FpLoadStorePair.stpQ", "10 101 1 001 0 imm7:7 Rt2 Rn|SP Rt", "stp <Qt>, <Qt2>, [<Xn|SP>], <#simm7*16>");
        put(351, "FpLoadStorePair.stpQ", "10 101 1 011 0 imm7:7 Rt2 Rn|SP Rt", "stp <Qt>, <Qt2>, [<Xn|SP>, <#simm7*16>]!");
        put(352, "FpLoadStorePair.ldpQ", "10 101 1 010 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Qt>, <Qt2>, [<Xn|SP><{,#simm7*16}>]");
        put(353, "FpLoadStorePair.ldpQ", "10 101 1 000 1 imm7:7 Rt2 Rn|SP Rt", "ldnp <Qt>, <Qt2>, [<Xn|SP><{,#simm7*16}>]");
        put(354, "FpLoadStorePair.ldpQ", "10 101 1 001 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Qt>, <Qt2>, [<Xn|SP>], <#simm7*16>");
        put(355, "FpLoadStorePair.ldpQ", "10 101 1 011 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Qt>, <Qt2>, [<Xn|SP>, <#simm7*16>]!");
        put(356, "FpLoadStore.strQ", "00 111 1 01 10 imm12:12 Rn|SP Rt", "str <Qt>, [<Xn|SP><{,#imm12*16}>]");
        put(357, "FpLoadStore.ldrQ", "00 111 1 01 11 imm12:12 Rn|SP Rt", "ldr <Qt>, [<Xn|SP><{,#imm12*16}>]");
        put(358, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 0 1 000000 0111 size:2 Rn|SP Rt", "ld1 <{list1}>, [<Xn|SP>]");
        put(359, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 1 1 0 Rm 0111 size:2 Rn|SP Rt", "ld1 <{list1}>, [<Xn|SP>], <{afterlist1}>");
        put(360, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 0 1 000000 1010 size:2 Rn|SP Rt", "ld1 <{list2}>, [<Xn|SP>]");
        put(361, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 1 1 0 Rm 1010 size:2 Rn|SP Rt", "ld1 <{list2}>, [<Xn|SP>], <{afterlist2}>");
        put(362, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 0 1 000000 0110 size:2 Rn|SP Rt", "ld1 <{list3}>, [<Xn|SP>]");
        put(363, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 1 1 0 Rm 0110 size:2 Rn|SP Rt", "ld1 <{list3}>, [<Xn|SP>], <{afterlist3}>");
        put(364, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 0 1 000000 0010 size:2 Rn|SP Rt", "ld1 <{list4}>, [<Xn|SP>]");
        put(365, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 1 1 0 Rm 0010 size:2 Rn|SP Rt", "ld1 <{list4}>, [<Xn|SP>], <{afterlist4}>");
        put(366, "FpLoadStore.ldrQIndexed", "00 111 1 00 11 0 imm9:9 00 Rn|SP Rt", "ldur <Qt>, [<Xn|SP><{,#simm9}>]");
        put(367, "FpLoadStore.ldrQIndexed", "00 111 1 00 11 0 imm9:9 01 Rn|SP Rt", "ldr <Qt>, [<Xn|SP>], <#simm9>");
        put(368, "FpLoadStore.ldrQIndexed", "00 111 1 00 11 0 imm9:9 11 Rn|SP Rt", "ldr <Qt>, [<Xn|SP>, <#simm9>]!");
        put(369, "FpLoadStore.strQIndexed", "00 111 1 00 10 0 imm9:9 00 Rn|SP Rt", "stur <Qt>, [<Xn|SP><{,#simm9}>]");
        put(370, "FpLoadStore.strQIndexed", "00 111 1 00 10 0 imm9:9 01 Rn|SP Rt", "str <Qt>, [<Xn|SP>], <#simm9>");
        put(371, "FpLoadStore.strQIndexed", "00 111 1 00 10 0 imm9:9 11 Rn|SP Rt", "str <Qt>, [<Xn|SP>, <#simm9>]!");
        put(372, "FpLoadStore.strB", "00 111 1 01 00 imm12:12 Rn|SP Rt", "str <Bt>, [<Xn|SP><{,#imm12}>]");
        put(373, "FpLoadStore.strBIndexed", "00 111 1 00 00 0 imm9:9 00 Rn|SP Rt", "stur <Bt>, [<Xn|SP><{,#simm9}>]");
        put(374, "FpLoadStore.strBIndexed", "00 111 1 00 00 0 imm9:9 01 Rn|SP Rt", "str <Bt>, [<Xn|SP>], <#simm9>");
        put(375, "FpLoadStore.strBIndexed", "00 111 1 00 00 0 imm9:9 11 Rn|SP Rt", "str <Bt>, [<Xn|SP>, <#simm9>]!");
        put(376, "FpLoadStore.strBRegister", "00 111 1 00 00 1 Rm option:3 S:1 10 Rn|SP Rt", "str <Bt>, [<Xn|SP>, <{index:0}>]");
        put(377, "FpLoadStore.ldrB", "00 111 1 01 01 imm12:12 Rn|SP Rt", "ldr <Bt>, [<Xn|SP><{,#imm12}>]");
        put(378, "FpLoadStore.ldrBIndexed", "00 111 1 00 01 0 imm9:9 00 Rn|SP Rt", "ldur <Bt>, [<Xn|SP><{,#simm9}>]");
        put(379, "FpLoadStore.ldrBIndexed", "00 111 1 00 01 0 imm9:9 01 Rn|SP Rt", "ldr <Bt>, [<Xn|SP>], <#simm9>");
        put(380, "FpLoadStore.ldrBIndexed", "00 111 1 00 01 0 imm9:9 11 Rn|SP Rt", "ldr <Bt>, [<Xn|SP>, <#simm9>]!");
        put(381, "FpLoadStore.ldrBRegister", "00 111 1 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <Bt>, [<Xn|SP>, <{index:0}>]");
        put(382, "FpLoadStore.strH", "01 111 1 01 00 imm12:12 Rn|SP Rt", "str <Ht>, [<Xn|SP><{,#imm12*2}>]");
        put(383, "FpLoadStore.strHIndexed", "01 111 1 00 00 0 imm9:9 00 Rn|SP Rt", "stur <Ht>, [<Xn|SP><{,#simm9}>]");
        put(384, "FpLoadStore.strHIndexed", "01 111 1 00 00 0 imm9:9 01 Rn|SP Rt", "str <Ht>, [<Xn|SP>], <#simm9>");
        put(385, "FpLoadStore.strHIndexed", "01 111 1 00 00 0 imm9:9 11 Rn|SP Rt", "str <Ht>, [<Xn|SP>, <#simm9>]!");
        put(386, "FpLoadStore.strHRegister", "01 111 1 00 00 1 Rm option:3 S:1 10 Rn|SP Rt", "str <Ht>, [<Xn|SP>, <{index:1}>]");
        put(387, "FpLoadStore.ldrH", "01 111 1 01 01 imm12:12 Rn|SP Rt", "ldr <Ht>, [<Xn|SP><{,#imm12*2}>]");
        put(388, "FpLoadStore.ldrHIndexed", "01 111 1 00 01 0 imm9:9 00 Rn|SP Rt", "ldur <Ht>, [<Xn|SP><{,#simm9}>]");
        put(389, "FpLoadStore.ldrHIndexed", "01 111 1 00 01 0 imm9:9 01 Rn|SP Rt", "ldr <Ht>, [<Xn|SP>], <#simm9>");
        put(390, "FpLoadStore.ldrHIndexed", "01 111 1 00 01 0 imm9:9 11 Rn|SP Rt", "ldr <Ht>, [<Xn|SP>, <#simm9>]!");
        put(391, "FpLoadStore.ldrHRegister", "01 111 1 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <Ht>, [<Xn|SP>, <{index:1}>]");
    }

    private static void part3() {
        put(392, "FpLoadStore.strS", "10 111 1 01 00 imm12:12 Rn|SP Rt", "str <St>, [<Xn|SP><{,#imm12*4}>]");
        put(393, "FpLoadStore.strSIndexed", "10 111 1 00 00 0 imm9:9 00 Rn|SP Rt", "stur <St>, [<Xn|SP><{,#simm9}>]");
        put(394, "FpLoadStore.strSIndexed", "10 111 1 00 00 0 imm9:9 01 Rn|SP Rt", "str <St>, [<Xn|SP>], <#simm9>");
        put(395, "FpLoadStore.strSIndexed", "10 111 1 00 00 0 imm9:9 11 Rn|SP Rt", "str <St>, [<Xn|SP>, <#simm9>]!");
        put(396, "FpLoadStore.strSRegister", "10 111 1 00 00 1 Rm option:3 S:1 10 Rn|SP Rt", "str <St>, [<Xn|SP>, <{index:2}>]");
        put(397, "FpLoadStore.ldrS", "10 111 1 01 01 imm12:12 Rn|SP Rt", "ldr <St>, [<Xn|SP><{,#imm12*4}>]");
        put(398, "FpLoadStore.ldrSIndexed", "10 111 1 00 01 0 imm9:9 00 Rn|SP Rt", "ldur <St>, [<Xn|SP><{,#simm9}>]");
        put(399, "FpLoadStore.ldrSIndexed", "10 111 1 00 01 0 imm9:9 01 Rn|SP Rt", "ldr <St>, [<Xn|SP>], <#simm9>");
        put(400, "FpLoadStore.ldrSIndexed", "10 111 1 00 01 0 imm9:9 11 Rn|SP Rt", "ldr <St>, [<Xn|SP>, <#simm9>]!");
        put(401, "FpLoadStore.ldrSRegister", "10 111 1 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <St>, [<Xn|SP>, <{index:2}>]");
        put(402, "FpLoadStore.strD", "11 111 1 01 00 imm12:12 Rn|SP Rt", "str <Dt>, [<Xn|SP><{,#imm12*8}>]");
        put(403, "FpLoadStore.strDIndexed", "11 111 1 00 00 0 imm9:9 00 Rn|SP Rt", "stur <Dt>, [<Xn|SP><{,#simm9}>]");
        put(404, "FpLoadStore.strDIndexed", "11 111 1 00 00 0 imm9:9 01 Rn|SP Rt", "str <Dt>, [<Xn|SP>], <#simm9>");
        put(405, "FpLoadStore.strDIndexed", "11 111 1 00 00 0 imm9:9 11 Rn|SP Rt", "str <Dt>, [<Xn|SP>, <#simm9>]!");
        put(406, "FpLoadStore.strDRegister", "11 111 1 00 00 1 Rm option:3 S:1 10 Rn|SP Rt", "str <Dt>, [<Xn|SP>, <{index:3}>]");
        put(407, "FpLoadStore.ldrD", "11 111 1 01 01 imm12:12 Rn|SP Rt", "ldr <Dt>, [<Xn|SP><{,#imm12*8}>]");
        put(408, "FpLoadStore.ldrDIndexed", "11 111 1 00 01 0 imm9:9 00 Rn|SP Rt", "ldur <Dt>, [<Xn|SP><{,#simm9}>]");
        put(409, "FpLoadStore.ldrDIndexed", "11 111 1 00 01 0 imm9:9 01 Rn|SP Rt", "ldr <Dt>, [<Xn|SP>], <#simm9>");
        put(410, "FpLoadStore.ldrDIndexed", "11 111 1 00 01 0 imm9:9 11 Rn|SP Rt", "ldr <Dt>, [<Xn|SP>, <#simm9>]!");
        put(411, "FpLoadStore.ldrDRegister", "11 111 1 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <Dt>, [<Xn|SP>, <{index:3}>]");
        put(412, "FpLoadStore.strQRegister", "00 111 1 00 10 1 Rm option:3 S:1 10 Rn|SP Rt", "str <Qt>, [<Xn|SP>, <{index:4}>]");
        put(413, "FpLoadStore.ldrQRegister", "00 111 1 00 11 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <Qt>, [<Xn|SP>, <{index:4}>]");
        put(414, "FpLoadStore.ldrSLiteral", "00 011 1 00 imm19:19 Rt", "ldr <St>, <label:imm19*4>");
        put(415, "FpLoadStore.ldrDLiteral", "01 011 1 00 imm19:19 Rt", "ldr <Dt>, <label:imm19*4>");
        put(416, "FpLoadStore.ldrQLiteral", "10 011 1 00 imm19:19 Rt", "ldr <Qt>, <label:imm19*4>");
        put(417, "FpLoadStorePair.stpS", "00 101 1 010 0 imm7:7 Rt2 Rn|SP Rt", "stp <St>, <St2>, [<Xn|SP><{,#simm7*4}>]");
        put(418, "FpLoadStorePair.stpS", "00 101 1 000 0 imm7:7 Rt2 Rn|SP Rt", "stnp <St>, <St2>, [<Xn|SP><{,#simm7*4}>]");
        put(419, "FpLoadStorePair.stpS", "00 101 1 001 0 imm7:7 Rt2 Rn|SP Rt", "stp <St>, <St2>, [<Xn|SP>], <#simm7*4>");
        put(420, "FpLoadStorePair.stpS", "00 101 1 011 0 imm7:7 Rt2 Rn|SP Rt", "stp <St>, <St2>, [<Xn|SP>, <#simm7*4>]!");
        put(421, "FpLoadStorePair.ldpS", "00 101 1 010 1 imm7:7 Rt2 Rn|SP Rt", "ldp <St>, <St2>, [<Xn|SP><{,#simm7*4}>]");
        put(422, "FpLoadStorePair.ldpS", "00 101 1 000 1 imm7:7 Rt2 Rn|SP Rt", "ldnp <St>, <St2>, [<Xn|SP><{,#simm7*4}>]");
        put(423, "FpLoadStorePair.ldpS", "00 101 1 001 1 imm7:7 Rt2 Rn|SP Rt", "ldp <St>, <St2>, [<Xn|SP>], <#simm7*4>");
        put(424, "FpLoadStorePair.ldpS", "00 101 1 011 1 imm7:7 Rt2 Rn|SP Rt", "ldp <St>, <St2>, [<Xn|SP>, <#simm7*4>]!");
        put(425, "FpLoadStorePair.stpD", "01 101 1 010 0 imm7:7 Rt2 Rn|SP Rt", "stp <Dt>, <Dt2>, [<Xn|SP><{,#simm7*8}>]");
        put(426, "FpLoadStorePair.stpD", "01 101 1 000 0 imm7:7 Rt2 Rn|SP Rt", "stnp <Dt>, <Dt2>, [<Xn|SP><{,#simm7*8}>]");
        put(427, "FpLoadStorePair.stpD", "01 101 1 001 0 imm7:7 Rt2 Rn|SP Rt", "stp <Dt>, <Dt2>, [<Xn|SP>], <#simm7*8>");
        put(428, "FpLoadStorePair.stpD", "01 101 1 011 0 imm7:7 Rt2 Rn|SP Rt", "stp <Dt>, <Dt2>, [<Xn|SP>, <#simm7*8>]!");
        put(429, "FpLoadStorePair.ldpD", "01 101 1 010 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Dt>, <Dt2>, [<Xn|SP><{,#simm7*8}>]");
        put(430, "FpLoadStorePair.ldpD", "01 101 1 000 1 imm7:7 Rt2 Rn|SP Rt", "ldnp <Dt>, <Dt2>, [<Xn|SP><{,#simm7*8}>]");
        put(431, "FpLoadStorePair.ldpD", "01 101 1 001 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Dt>, <Dt2>, [<Xn|SP>], <#simm7*8>");
        put(432, "FpLoadStorePair.ldpD", "01 101 1 011 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Dt>, <Dt2>, [<Xn|SP>, <#simm7*8>]!");
        put(433, "FpMove.fmovS", "000 11110 00 1 0000 00 10000 Rn Rd", "fmov <Sd>, <Sn>");
        put(434, "FpMove.fmovD", "000 11110 01 1 0000 00 10000 Rn Rd", "fmov <Dd>, <Dn>");
        put(435, "FpMove.fmovH", "000 11110 11 1 0000 00 10000 Rn Rd", "fmov <Hd>, <Hn>");
        put(436, "FpMove.fabsS", "000 11110 00 1 0000 01 10000 Rn Rd", "fabs <Sd>, <Sn>");
        put(437, "FpMove.fabsD", "000 11110 01 1 0000 01 10000 Rn Rd", "fabs <Dd>, <Dn>");
        put(438, "FpMove.fabsH", "000 11110 11 1 0000 01 10000 Rn Rd", "fabs <Hd>, <Hn>");
        put(439, "FpMove.fnegS", "000 11110 00 1 0000 10 10000 Rn Rd", "fneg <Sd>, <Sn>");
        put(440, "FpMove.fnegD", "000 11110 01 1 0000 10 10000 Rn Rd", "fneg <Dd>, <Dn>");
        put(441, "FpMove.fnegH", "000 11110 11 1 0000 10 10000 Rn Rd", "fneg <Hd>, <Hn>");
        put(442, "FpMove.fmovSImmediate", "000 11110 00 1 imm8:8 100 00000 Rd", "fmov <Sd>, <{fpimm}>");
        put(443, "FpMove.fmovDImmediate", "000 11110 01 1 imm8:8 100 00000 Rd", "fmov <Dd>, <{fpimm}>");
        put(444, "FpMove.fmovHImmediate", "000 11110 11 1 imm8:8 100 00000 Rd", "fmov <Hd>, <{fpimm}>");
        put(445, "FpMove.fmovStoW", "000 11110 00 1 00 110 000000 Rn Rd", "fmov <Wd>, <Sn>");
        put(446, "FpMove.fmovWtoS", "000 11110 00 1 00 111 000000 Rn Rd", "fmov <Sd>, <Wn>");
        put(447, "FpMove.fmovXtoD", "100 11110 01 1 00 111 000000 Rn Rd", "fmov <Dd>, <Xn>");
        put(448, "FpMove.fmovTopToX", "100 11110 10 1 01 110 000000 Rn Rd", "fmov <Xd>, <Vn.D[1]>");
        put(449, "FpMove.fmovXtoTop", "100 11110 10 1 01 111 000000 Rn Rd", "fmov <Vd.D[1]>, <Xn>");
        put(450, "FpMove.fmovHtoGeneral", "000 11110 11 1 00 110 000000 Rn Rd", "fmov <Wd>, <Hn>");
        put(451, "FpMove.fmovHtoGeneral", "100 11110 11 1 00 110 000000 Rn Rd", "fmov <Xd>, <Hn>");
        put(452, "FpMove.fmovGeneralToH", "000 11110 11 1 00 111 000000 Rn Rd", "fmov <Hd>, <Wn>");
        put(453, "FpMove.fmovGeneralToH", "100 11110 11 1 00 111 000000 Rn Rd", "fmov <Hd>, <Xn>");
        put(454, "FpMove.fcselS", "000 11110 00 1 Rm cond:4 11 Rn Rd", "fcsel <Sd>, <Sn>, <Sm>, <{cond}>");
        put(455, "FpMove.fcselD", "000 11110 01 1 Rm cond:4 11 Rn Rd", "fcsel <Dd>, <Dn>, <Dm>, <{cond}>");
        put(456, "FpMove.fcselH", "000 11110 11 1 Rm cond:4 11 Rn Rd", "fcsel <Hd>, <Hn>, <Hm>, <{cond}>");
        put(457, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 0 0 000000 0111 size:2 Rn|SP Rt", "st1 <{list1}>, [<Xn|SP>]");
        put(458, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 1 0 0 Rm 0111 size:2 Rn|SP Rt", "st1 <{list1}>, [<Xn|SP>], <{afterlist1}>");
        put(459, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 0 0 000000 1010 size:2 Rn|SP Rt", "st1 <{list2}>, [<Xn|SP>]");
        put(460, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 1 0 0 Rm 1010 size:2 Rn|SP Rt", "st1 <{list2}>, [<Xn|SP>], <{afterlist2}>");
        put(461, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 0 0 000000 0110 size:2 Rn|SP Rt", "st1 <{list3}>, [<Xn|SP>]");
        put(462, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 1 0 0 Rm 0110 size:2 Rn|SP Rt", "st1 <{list3}>, [<Xn|SP>], <{afterlist3}>");
        put(463, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 0 0 000000 0010 size:2 Rn|SP Rt", "st1 <{list4}>, [<Xn|SP>]");
        put(464, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 1 0 0 Rm 0010 size:2 Rn|SP Rt", "st1 <{list4}>, [<Xn|SP>], <{afterlist4}>");
        put(465, "SimdLoadStoreMultiple.ldn", "0 Q:1 001100 0 1 000000 1000 size:2 Rn|SP Rt", "ld2 <{list2}>, [<Xn|SP>]");
        put(466, "SimdLoadStoreMultiple.ldn", "0 Q:1 001100 1 1 0 Rm 1000 size:2 Rn|SP Rt", "ld2 <{list2}>, [<Xn|SP>], <{afterlist2}>");
        put(467, "SimdLoadStoreMultiple.ldn", "0 Q:1 001100 0 1 000000 0100 size:2 Rn|SP Rt", "ld3 <{list3}>, [<Xn|SP>]");
        put(468, "SimdLoadStoreMultiple.ldn", "0 Q:1 001100 1 1 0 Rm 0100 size:2 Rn|SP Rt", "ld3 <{list3}>, [<Xn|SP>], <{afterlist3}>");
        put(469, "SimdLoadStoreMultiple.ldn", "0 Q:1 001100 0 1 000000 0000 size:2 Rn|SP Rt", "ld4 <{list4}>, [<Xn|SP>]");
        put(470, "SimdLoadStoreMultiple.ldn", "0 Q:1 001100 1 1 0 Rm 0000 size:2 Rn|SP Rt", "ld4 <{list4}>, [<Xn|SP>], <{afterlist4}>");
        put(471, "SimdLoadStoreMultiple.stn", "0 Q:1 001100 0 0 000000 1000 size:2 Rn|SP Rt", "st2 <{list2}>, [<Xn|SP>]");
        put(472, "SimdLoadStoreMultiple.stn", "0 Q:1 001100 1 0 0 Rm 1000 size:2 Rn|SP Rt", "st2 <{list2}>, [<Xn|SP>], <{afterlist2}>");
        put(473, "SimdLoadStoreMultiple.stn", "0 Q:1 001100 0 0 000000 0100 size:2 Rn|SP Rt", "st3 <{list3}>, [<Xn|SP>]");
        put(474, "SimdLoadStoreMultiple.stn", "0 Q:1 001100 1 0 0 Rm 0100 size:2 Rn|SP Rt", "st3 <{list3}>, [<Xn|SP>], <{afterlist3}>");
        put(475, "SimdLoadStoreMultiple.stn", "0 Q:1 001100 0 0 000000 0000 size:2 Rn|SP Rt", "st4 <{list4}>, [<Xn|SP>]");
        put(476, "SimdLoadStoreMultiple.stn", "0 Q:1 001100 1 0 0 Rm 0000 size:2 Rn|SP Rt", "st4 <{list4}>, [<Xn|SP>], <{afterlist4}>");
        put(477, "SimdLoadStoreSingle.load", "0 Q:1 001101 0 1 0 00000 scale:2 0 S:1 size:2 Rn|SP Rt", "ld1 <{element1}>, [<Xn|SP>]");
        put(478, "SimdLoadStoreSingle.load", "0 Q:1 001101 1 1 0 Rm scale:2 0 S:1 size:2 Rn|SP Rt", "ld1 <{element1}>, [<Xn|SP>], <{afterelement1}>");
        put(479, "SimdLoadStoreSingle.load", "0 Q:1 001101 0 1 1 00000 scale:2 0 S:1 size:2 Rn|SP Rt", "ld2 <{element2}>, [<Xn|SP>]");
        put(480, "SimdLoadStoreSingle.load", "0 Q:1 001101 1 1 1 Rm scale:2 0 S:1 size:2 Rn|SP Rt", "ld2 <{element2}>, [<Xn|SP>], <{afterelement2}>");
        put(481, "SimdLoadStoreSingle.load", "0 Q:1 001101 0 1 0 00000 scale:2 1 S:1 size:2 Rn|SP Rt", "ld3 <{element3}>, [<Xn|SP>]");
        put(482, "SimdLoadStoreSingle.load", "0 Q:1 001101 1 1 0 Rm scale:2 1 S:1 size:2 Rn|SP Rt", "ld3 <{element3}>, [<Xn|SP>], <{afterelement3}>");
        put(483, "SimdLoadStoreSingle.load", "0 Q:1 001101 0 1 1 00000 scale:2 1 S:1 size:2 Rn|SP Rt", "ld4 <{element4}>, [<Xn|SP>]");
        put(484, "SimdLoadStoreSingle.load", "0 Q:1 001101 1 1 1 Rm scale:2 1 S:1 size:2 Rn|SP Rt", "ld4 <{element4}>, [<Xn|SP>], <{afterelement4}>");
        put(485, "SimdLoadStoreSingle.store", "0 Q:1 001101 0 0 0 00000 scale:2 0 S:1 size:2 Rn|SP Rt", "st1 <{element1}>, [<Xn|SP>]");
        put(486, "SimdLoadStoreSingle.store", "0 Q:1 001101 1 0 0 Rm scale:2 0 S:1 size:2 Rn|SP Rt", "st1 <{element1}>, [<Xn|SP>], <{afterelement1}>");
        put(487, "SimdLoadStoreSingle.store", "0 Q:1 001101 0 0 1 00000 scale:2 0 S:1 size:2 Rn|SP Rt", "st2 <{element2}>, [<Xn|SP>]");
        put(488, "SimdLoadStoreSingle.store", "0 Q:1 001101 1 0 1 Rm scale:2 0 S:1 size:2 Rn|SP Rt", "st2 <{element2}>, [<Xn|SP>], <{afterelement2}>");
        put(489, "SimdLoadStoreSingle.store", "0 Q:1 001101 0 0 0 00000 scale:2 1 S:1 size:2 Rn|SP Rt", "st3 <{element3}>, [<Xn|SP>]");
        put(490, "SimdLoadStoreSingle.store", "0 Q:1 001101 1 0 0 Rm scale:2 1 S:1 size:2 Rn|SP Rt", "st3 <{element3}>, [<Xn|SP>], <{afterelement3}>");
        put(491, "SimdLoadStoreSingle.store", "0 Q:1 001101 0 0 1 00000 scale:2 1 S:1 size:2 Rn|SP Rt", "st4 <{element4}>, [<Xn|SP>]");
        put(492, "SimdLoadStoreSingle.store", "0 Q:1 001101 1 0 1 Rm scale:2 1 S:1 size:2 Rn|SP Rt", "st4 <{element4}>, [<Xn|SP>], <{afterelement4}>");
        put(493, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 0 1 0 00000 11 0 0 size:2 Rn|SP Rt", "ld1r <{list1}>, [<Xn|SP>]");
        put(494, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 1 1 0 Rm 11 0 0 size:2 Rn|SP Rt", "ld1r <{list1}>, [<Xn|SP>], <{afterall1}>");
        put(495, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 0 1 1 00000 11 0 0 size:2 Rn|SP Rt", "ld2r <{list2}>, [<Xn|SP>]");
        put(496, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 1 1 1 Rm 11 0 0 size:2 Rn|SP Rt", "ld2r <{list2}>, [<Xn|SP>], <{afterall2}>");
        put(497, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 0 1 0 00000 11 1 0 size:2 Rn|SP Rt", "ld3r <{list3}>, [<Xn|SP>]");
        put(498, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 1 1 0 Rm 11 1 0 size:2 Rn|SP Rt", "ld3r <{list3}>, [<Xn|SP>], <{afterall3}>");
        put(499, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 0 1 1 00000 11 1 0 size:2 Rn|SP Rt", "ld4r <{list4}>, [<Xn|SP>]");
        put(500, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 1 1 1 Rm 11 1 0 size:2 Rn|SP Rt", "ld4r <{list4}>, [<Xn|SP>], <{afterall4}>");
        put(501, "SimdThreeSame.cmeq", "0 Q:1 1 01110 size:2 1 Rm 10001 1 Rn Rd", "cmeq <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(502, "SimdThreeSame.cmeq", "01 1 11110 11 1 Rm 10001 1 Rn Rd", "cmeq <Dd>, <Dn>, <Dm>");
        put(503, "SimdThreeSame.cmhs", "0 Q:1 1 01110 size:2 1 Rm 00111 1 Rn Rd", "cmhs <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(504, "SimdThreeSame.cmhs", "01 1 11110 11 1 Rm 00111 1 Rn Rd", "cmhs <Dd>, <Dn>, <Dm>");
        put(505, "SimdCopy.dupGeneral", "0 Q:1 0 01110000 imm5:5 0 0001 1 Rn Rd", "dup <{Vd.T5}>, <{Rn:imm5}>");
        put(506, "SimdShiftImmediate.shrn", "0 Q:1 0 011110 imm:7 10000 1 Rn Rd", "shrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(507, "SimdTwoRegMisc.cmeqZero", "0 Q:1 0 01110 size:2 10000 01001 10 Rn Rd", "cmeq <{Vd.T}>, <{Vn.T}>, #0");
        put(508, "SimdTwoRegMisc.cmeqZero", "01 0 11110 11 10000 01001 10 Rn Rd", "cmeq <Dd>, <Dn>, #0");
        put(509, "SimdAcrossLanes.addv", "0 Q:1 0 01110 size:2 11000 11011 10 Rn Rd", "addv <{Vd:size}>, <{Vn.T}>");
        put(510, "SimdAcrossLanes.uaddlv", "0 Q:1 1 01110 size:2 11000 00011 10 Rn Rd", "uaddlv <{Vd:size+1}>, <{Vn.T}>");
        put(511, "SimdAcrossLanes.saddlv", "0 Q:1 0 01110 size:2 11000 00011 10 Rn Rd", "saddlv <{Vd:size+1}>, <{Vn.T}>");
        put(512, "SimdAcrossLanes.smaxv", "0 Q:1 0 01110 size:2 11000 01010 10 Rn Rd", "smaxv <{Vd:size}>, <{Vn.T}>");
        put(513, "SimdAcrossLanes.umaxv", "0 Q:1 1 01110 size:2 11000 01010 10 Rn Rd", "umaxv <{Vd:size}>, <{Vn.T}>");
        put(514, "SimdAcrossLanes.sminv", "0 Q:1 0 01110 size:2 11000 11010 10 Rn Rd", "sminv <{Vd:size}>, <{Vn.T}>");
        put(515, "SimdAcrossLanes.uminv", "0 Q:1 1 01110 size:2 11000 11010 10 Rn Rd", "uminv <{Vd:size}>, <{Vn.T}>");
        put(516, "SimdAcrossLanes.addpScalar", "01 0 11110 11 11000 11011 10 Rn Rd", "addp <Dd>, <Vn.2D>");
        put(517, "SimdCopy.dupElement", "0 Q:1 0 01110000 imm5:5 0 0000 1 Rn Rd", "dup <{Vd.T5}>, <{Vn.T5[]}>");
        put(518, "SimdCopy.dupScalar", "01 0 11110000 imm5:5 0 0000 1 Rn Rd", "mov <{Vd:imm5}>, <{Vn.T5[]}>");
        put(519, "SimdCopy.insGeneral", "0 1 0 01110000 imm5:5 0 0011 1 Rn Rd", "mov <{Vd.T5[]}>, <{Rn:imm5}>");
    }

    private static void part4() {
        put(520, "SimdCopy.insElement", "0 1 1 01110000 imm5:5 0 imm4:4 1 Rn Rd", "mov <{Vd.T5[]}>, <{Vn.T5[imm4]}>");
        put(521, "SimdCopy.umov", "0 0 0 01110000 imm5:5 0 0111 1 Rn Rd", "umov <Wd>, <{Vn.T5[]}>",
                "(imm5 & 3) == 0 => mov <Wd>, <{Vn.T5[]}>");
        put(522, "SimdCopy.umov", "0 1 0 01110000 imm5:5 0 0111 1 Rn Rd", "mov <Xd>, <{Vn.T5[]}>");
        put(523, "SimdCopy.smov32", "0 0 0 01110000 imm5:5 0 0101 1 Rn Rd", "smov <Wd>, <{Vn.T5[]}>");
        put(524, "SimdCopy.smov64", "0 1 0 01110000 imm5:5 0 0101 1 Rn Rd", "smov <Xd>, <{Vn.T5[]}>");
        put(525, "SimdModifiedImmediate.movi", "0 Q:1 0 01111 00000 a:3 cmode:4 0 1 imm5:5 Rd", "movi <{Vd.Tc}>, <{simdimm}>");
        put(526, "SimdModifiedImmediate.mvni", "0 Q:1 1 01111 00000 a:3 cmode:4 0 1 imm5:5 Rd", "mvni <{Vd.Tc}>, <{simdimm}>");
        put(527, "SimdModifiedImmediate.moviBytes", "0 Q:1 0 01111 00000 a:3 1110 0 1 imm5:5 Rd", "movi <{Vd.Tb}>, <{simdimm}>");
        put(528, "SimdModifiedImmediate.moviMask", "0 0 1 01111 00000 a:3 1110 0 1 imm5:5 Rd", "movi <Dd>, <{simdimm64}>");
        put(529, "SimdModifiedImmediate.moviMask", "0 1 1 01111 00000 a:3 1110 0 1 imm5:5 Rd", "movi <Vd.2D>, <{simdimm64}>");
        put(530, "SimdModifiedImmediate.orr", "0 Q:1 0 01111 00000 a:3 cmode:4 0 1 imm5:5 Rd", "orr <{Vd.Tc}>, <{simdimm}>");
        put(531, "SimdModifiedImmediate.bic", "0 Q:1 1 01111 00000 a:3 cmode:4 0 1 imm5:5 Rd", "bic <{Vd.Tc}>, <{simdimm}>");
        put(532, "SimdModifiedImmediate.fmovSingle", "0 Q:1 0 01111 00000 a:3 1111 0 1 imm5:5 Rd", "fmov <{Vd.Tq}>, <{simdfpimm}>");
        put(533, "SimdModifiedImmediate.fmovDouble", "0 1 1 01111 00000 a:3 1111 0 1 imm5:5 Rd", "fmov <Vd.2D>, <{simdfpimm}>");
        put(534, "SimdModifiedImmediate.fmovHalf", "0 Q:1 0 01111 00000 a:3 1111 1 1 imm5:5 Rd", "fmov <{Vd.Th}>, <{simdfpimm}>");
        put(535, "SimdPermute.uzp1", "0 Q:1 0 01110 size:2 0 Rm 0 001 10 Rn Rd", "uzp1 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(536, "SimdPermute.uzp2", "0 Q:1 0 01110 size:2 0 Rm 0 101 10 Rn Rd", "uzp2 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(537, "SimdPermute.trn1", "0 Q:1 0 01110 size:2 0 Rm 0 010 10 Rn Rd", "trn1 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(538, "SimdPermute.trn2", "0 Q:1 0 01110 size:2 0 Rm 0 110 10 Rn Rd", "trn2 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(539, "SimdPermute.zip1", "0 Q:1 0 01110 size:2 0 Rm 0 011 10 Rn Rd", "zip1 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(540, "SimdPermute.zip2", "0 Q:1 0 01110 size:2 0 Rm 0 111 10 Rn Rd", "zip2 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(541, "SimdPermute.ext64", "0 0 1 01110 000 Rm 0 0 imm4:3 0 Rn Rd", "ext <Vd.8B>, <Vn.8B>, <Vm.8B>, <#imm4>");
        put(542, "SimdPermute.ext128", "0 1 1 01110 000 Rm 0 imm4:4 0 Rn Rd", "ext <Vd.16B>, <Vn.16B>, <Vm.16B>, <#imm4>");
        put(543, "SimdPermute.tbl", "0 Q:1 0 01110 000 Rm 0 len:2 0 00 Rn Rd", "tbl <{Vd.Tb}>, <{table}>, <{Vm.Tb}>");
        put(544, "SimdPermute.tbx", "0 Q:1 0 01110 000 Rm 0 len:2 1 00 Rn Rd", "tbx <{Vd.Tb}>, <{table}>, <{Vm.Tb}>");
        put(545, "SimdShiftImmediate.sshr", "0 Q:1 0 011110 imm:7 00000 1 Rn Rd", "sshr <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(546, "SimdShiftImmediate.sshr", "01 0 111110 imm:7 00000 1 Rn Rd", "sshr <Dd>, <Dn>, <{rightshift}>");
        put(547, "SimdShiftImmediate.ssra", "0 Q:1 0 011110 imm:7 00010 1 Rn Rd", "ssra <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(548, "SimdShiftImmediate.ssra", "01 0 111110 imm:7 00010 1 Rn Rd", "ssra <Dd>, <Dn>, <{rightshift}>");
        put(549, "SimdShiftImmediate.srshr", "0 Q:1 0 011110 imm:7 00100 1 Rn Rd", "srshr <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(550, "SimdShiftImmediate.srshr", "01 0 111110 imm:7 00100 1 Rn Rd", "srshr <Dd>, <Dn>, <{rightshift}>");
        put(551, "SimdShiftImmediate.srsra", "0 Q:1 0 011110 imm:7 00110 1 Rn Rd", "srsra <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(552, "SimdShiftImmediate.srsra", "01 0 111110 imm:7 00110 1 Rn Rd", "srsra <Dd>, <Dn>, <{rightshift}>");
        put(553, "SimdShiftImmediate.ushr", "0 Q:1 1 011110 imm:7 00000 1 Rn Rd", "ushr <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(554, "SimdShiftImmediate.ushr", "01 1 111110 imm:7 00000 1 Rn Rd", "ushr <Dd>, <Dn>, <{rightshift}>");
        put(555, "SimdShiftImmediate.usra", "0 Q:1 1 011110 imm:7 00010 1 Rn Rd", "usra <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(556, "SimdShiftImmediate.usra", "01 1 111110 imm:7 00010 1 Rn Rd", "usra <Dd>, <Dn>, <{rightshift}>");
        put(557, "SimdShiftImmediate.urshr", "0 Q:1 1 011110 imm:7 00100 1 Rn Rd", "urshr <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(558, "SimdShiftImmediate.urshr", "01 1 111110 imm:7 00100 1 Rn Rd", "urshr <Dd>, <Dn>, <{rightshift}>");
        put(559, "SimdShiftImmediate.ursra", "0 Q:1 1 011110 imm:7 00110 1 Rn Rd", "ursra <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(560, "SimdShiftImmediate.ursra", "01 1 111110 imm:7 00110 1 Rn Rd", "ursra <Dd>, <Dn>, <{rightshift}>");
        put(561, "SimdShiftImmediate.sri", "0 Q:1 1 011110 imm:7 01000 1 Rn Rd", "sri <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(562, "SimdShiftImmediate.sri", "01 1 111110 imm:7 01000 1 Rn Rd", "sri <Dd>, <Dn>, <{rightshift}>");
        put(563, "SimdShiftImmediate.shl", "0 Q:1 0 011110 imm:7 01010 1 Rn Rd", "shl <{Vd.Ti}>, <{Vn.Ti}>, <{leftshift}>");
        put(564, "SimdShiftImmediate.shl", "01 0 111110 imm:7 01010 1 Rn Rd", "shl <Dd>, <Dn>, <{leftshift}>");
        put(565, "SimdShiftImmediate.sli", "0 Q:1 1 011110 imm:7 01010 1 Rn Rd", "sli <{Vd.Ti}>, <{Vn.Ti}>, <{leftshift}>");
        put(566, "SimdShiftImmediate.sli", "01 1 111110 imm:7 01010 1 Rn Rd", "sli <Dd>, <Dn>, <{leftshift}>");
        put(567, "SimdShiftImmediate.sqshluImmediate", "0 Q:1 1 011110 imm:7 01100 1 Rn Rd", "sqshlu <{Vd.Ti}>, <{Vn.Ti}>, <{leftshift}>");
        put(568, "SimdShiftImmediate.sqshluImmediate", "01 1 111110 imm:7 01100 1 Rn Rd", "sqshlu <{Vd:imm}>, <{Vn:imm}>, <{leftshift}>");
        put(569, "SimdShiftImmediate.sqshlImmediate", "0 Q:1 0 011110 imm:7 01110 1 Rn Rd", "sqshl <{Vd.Ti}>, <{Vn.Ti}>, <{leftshift}>");
        put(570, "SimdShiftImmediate.sqshlImmediate", "01 0 111110 imm:7 01110 1 Rn Rd", "sqshl <{Vd:imm}>, <{Vn:imm}>, <{leftshift}>");
        put(571, "SimdShiftImmediate.uqshlImmediate", "0 Q:1 1 011110 imm:7 01110 1 Rn Rd", "uqshl <{Vd.Ti}>, <{Vn.Ti}>, <{leftshift}>");
        put(572, "SimdShiftImmediate.uqshlImmediate", "01 1 111110 imm:7 01110 1 Rn Rd", "uqshl <{Vd:imm}>, <{Vn:imm}>, <{leftshift}>");
        put(573, "SimdShiftImmediate.rshrn", "0 Q:1 0 011110 imm:7 10001 1 Rn Rd", "rshrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(574, "SimdShiftImmediate.sqshrn", "0 Q:1 0 011110 imm:7 10010 1 Rn Rd", "sqshrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(575, "SimdShiftImmediate.sqshrn", "01 0 111110 imm:7 10010 1 Rn Rd", "sqshrn <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>");
        put(576, "SimdShiftImmediate.sqrshrn", "0 Q:1 0 011110 imm:7 10011 1 Rn Rd", "sqrshrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(577, "SimdShiftImmediate.sqrshrn", "01 0 111110 imm:7 10011 1 Rn Rd", "sqrshrn <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>");
        put(578, "SimdShiftImmediate.uqshrn", "0 Q:1 1 011110 imm:7 10010 1 Rn Rd", "uqshrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(579, "SimdShiftImmediate.uqshrn", "01 1 111110 imm:7 10010 1 Rn Rd", "uqshrn <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>");
        put(580, "SimdShiftImmediate.uqrshrn", "0 Q:1 1 011110 imm:7 10011 1 Rn Rd", "uqrshrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(581, "SimdShiftImmediate.uqrshrn", "01 1 111110 imm:7 10011 1 Rn Rd", "uqrshrn <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>");
        put(582, "SimdShiftImmediate.sqshrun", "0 Q:1 1 011110 imm:7 10000 1 Rn Rd", "sqshrun<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(583, "SimdShiftImmediate.sqshrun", "01 1 111110 imm:7 10000 1 Rn Rd", "sqshrun <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>");
        put(584, "SimdShiftImmediate.sqrshrun", "0 Q:1 1 011110 imm:7 10001 1 Rn Rd", "sqrshrun<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(585, "SimdShiftImmediate.sqrshrun", "01 1 111110 imm:7 10001 1 Rn Rd", "sqrshrun <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>");
        put(586, "SimdShiftImmediate.sshll", "0 Q:1 0 011110 imm:7 10100 1 Rn Rd", "sshll<{2}> <{Vd.Tiw}>, <{Vn.Ti}>, <{leftshift}>",
                "Integer.bitCount(imm) == 1 => sxtl<{2}> <{Vd.Tiw}>, <{Vn.Ti}>");
        put(587, "SimdShiftImmediate.ushll", "0 Q:1 1 011110 imm:7 10100 1 Rn Rd", "ushll<{2}> <{Vd.Tiw}>, <{Vn.Ti}>, <{leftshift}>",
                "Integer.bitCount(imm) == 1 => uxtl<{2}> <{Vd.Tiw}>, <{Vn.Ti}>");
        put(588, "SimdThreeSame.and", "0 Q:1 0 01110 00 1 Rm 00011 1 Rn Rd", "and <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(589, "SimdThreeSame.bic", "0 Q:1 0 01110 01 1 Rm 00011 1 Rn Rd", "bic <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(590, "SimdThreeSame.orr", "0 Q:1 0 01110 10 1 Rm 00011 1 Rn Rd", "orr <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>",
                "Rn == Rm => mov <{Vd.Tb}>, <{Vn.Tb}>");
        put(591, "SimdThreeSame.orn", "0 Q:1 0 01110 11 1 Rm 00011 1 Rn Rd", "orn <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(592, "SimdThreeSame.eor", "0 Q:1 1 01110 00 1 Rm 00011 1 Rn Rd", "eor <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(593, "SimdThreeSame.bsl", "0 Q:1 1 01110 01 1 Rm 00011 1 Rn Rd", "bsl <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(594, "SimdThreeSame.bit", "0 Q:1 1 01110 10 1 Rm 00011 1 Rn Rd", "bit <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(595, "SimdThreeSame.bif", "0 Q:1 1 01110 11 1 Rm 00011 1 Rn Rd", "bif <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(596, "SimdThreeSame.add", "0 Q:1 0 01110 size:2 1 Rm 10000 1 Rn Rd", "add <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(597, "SimdThreeSame.add", "01 0 11110 11 1 Rm 10000 1 Rn Rd", "add <Dd>, <Dn>, <Dm>");
        put(598, "SimdThreeSame.sub", "0 Q:1 1 01110 size:2 1 Rm 10000 1 Rn Rd", "sub <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(599, "SimdThreeSame.sub", "01 1 11110 11 1 Rm 10000 1 Rn Rd", "sub <Dd>, <Dn>, <Dm>");
        put(600, "SimdThreeSame.cmtst", "0 Q:1 0 01110 size:2 1 Rm 10001 1 Rn Rd", "cmtst <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(601, "SimdThreeSame.cmtst", "01 0 11110 11 1 Rm 10001 1 Rn Rd", "cmtst <Dd>, <Dn>, <Dm>");
        put(602, "SimdThreeSame.cmgt", "0 Q:1 0 01110 size:2 1 Rm 00110 1 Rn Rd", "cmgt <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(603, "SimdThreeSame.cmgt", "01 0 11110 11 1 Rm 00110 1 Rn Rd", "cmgt <Dd>, <Dn>, <Dm>");
        put(604, "SimdThreeSame.cmge", "0 Q:1 0 01110 size:2 1 Rm 00111 1 Rn Rd", "cmge <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(605, "SimdThreeSame.cmge", "01 0 11110 11 1 Rm 00111 1 Rn Rd", "cmge <Dd>, <Dn>, <Dm>");
        put(606, "SimdThreeSame.cmhi", "0 Q:1 1 01110 size:2 1 Rm 00110 1 Rn Rd", "cmhi <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(607, "SimdThreeSame.cmhi", "01 1 11110 11 1 Rm 00110 1 Rn Rd", "cmhi <Dd>, <Dn>, <Dm>");
        put(608, "SimdThreeSame.smax", "0 Q:1 0 01110 size:2 1 Rm 01100 1 Rn Rd", "smax <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(609, "SimdThreeSame.smin", "0 Q:1 0 01110 size:2 1 Rm 01101 1 Rn Rd", "smin <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(610, "SimdThreeSame.sabd", "0 Q:1 0 01110 size:2 1 Rm 01110 1 Rn Rd", "sabd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(611, "SimdThreeSame.saba", "0 Q:1 0 01110 size:2 1 Rm 01111 1 Rn Rd", "saba <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(612, "SimdThreeSame.shadd", "0 Q:1 0 01110 size:2 1 Rm 00000 1 Rn Rd", "shadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(613, "SimdThreeSame.srhadd", "0 Q:1 0 01110 size:2 1 Rm 00010 1 Rn Rd", "srhadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(614, "SimdThreeSame.shsub", "0 Q:1 0 01110 size:2 1 Rm 00100 1 Rn Rd", "shsub <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(615, "SimdThreeSame.umax", "0 Q:1 1 01110 size:2 1 Rm 01100 1 Rn Rd", "umax <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(616, "SimdThreeSame.umin", "0 Q:1 1 01110 size:2 1 Rm 01101 1 Rn Rd", "umin <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(617, "SimdThreeSame.uabd", "0 Q:1 1 01110 size:2 1 Rm 01110 1 Rn Rd", "uabd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(618, "SimdThreeSame.uaba", "0 Q:1 1 01110 size:2 1 Rm 01111 1 Rn Rd", "uaba <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(619, "SimdThreeSame.uhadd", "0 Q:1 1 01110 size:2 1 Rm 00000 1 Rn Rd", "uhadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(620, "SimdThreeSame.urhadd", "0 Q:1 1 01110 size:2 1 Rm 00010 1 Rn Rd", "urhadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(621, "SimdThreeSame.uhsub", "0 Q:1 1 01110 size:2 1 Rm 00100 1 Rn Rd", "uhsub <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(622, "SimdThreeSame.addp", "0 Q:1 0 01110 size:2 1 Rm 10111 1 Rn Rd", "addp <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(623, "SimdThreeSame.smaxp", "0 Q:1 0 01110 size:2 1 Rm 10100 1 Rn Rd", "smaxp <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(624, "SimdThreeSame.sminp", "0 Q:1 0 01110 size:2 1 Rm 10101 1 Rn Rd", "sminp <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(625, "SimdThreeSame.umaxp", "0 Q:1 1 01110 size:2 1 Rm 10100 1 Rn Rd", "umaxp <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(626, "SimdThreeSame.uminp", "0 Q:1 1 01110 size:2 1 Rm 10101 1 Rn Rd", "uminp <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(627, "SimdThreeSame.sqadd", "0 Q:1 0 01110 size:2 1 Rm 00001 1 Rn Rd", "sqadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(628, "SimdThreeSame.sqadd", "01 0 11110 size:2 1 Rm 00001 1 Rn Rd", "sqadd <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(629, "SimdThreeSame.sqsub", "0 Q:1 0 01110 size:2 1 Rm 00101 1 Rn Rd", "sqsub <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(630, "SimdThreeSame.sqsub", "01 0 11110 size:2 1 Rm 00101 1 Rn Rd", "sqsub <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(631, "SimdThreeSame.sshl", "0 Q:1 0 01110 size:2 1 Rm 01000 1 Rn Rd", "sshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(632, "SimdThreeSame.sshl", "01 0 11110 11 1 Rm 01000 1 Rn Rd", "sshl <Dd>, <Dn>, <Dm>");
        put(633, "SimdThreeSame.sqshl", "0 Q:1 0 01110 size:2 1 Rm 01001 1 Rn Rd", "sqshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(634, "SimdThreeSame.sqshl", "01 0 11110 size:2 1 Rm 01001 1 Rn Rd", "sqshl <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(635, "SimdThreeSame.srshl", "0 Q:1 0 01110 size:2 1 Rm 01010 1 Rn Rd", "srshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(636, "SimdThreeSame.srshl", "01 0 11110 11 1 Rm 01010 1 Rn Rd", "srshl <Dd>, <Dn>, <Dm>");
        put(637, "SimdThreeSame.sqrshl", "0 Q:1 0 01110 size:2 1 Rm 01011 1 Rn Rd", "sqrshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(638, "SimdThreeSame.sqrshl", "01 0 11110 size:2 1 Rm 01011 1 Rn Rd", "sqrshl <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(639, "SimdThreeSame.uqadd", "0 Q:1 1 01110 size:2 1 Rm 00001 1 Rn Rd", "uqadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(640, "SimdThreeSame.uqadd", "01 1 11110 size:2 1 Rm 00001 1 Rn Rd", "uqadd <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(641, "SimdThreeSame.uqsub", "0 Q:1 1 01110 size:2 1 Rm 00101 1 Rn Rd", "uqsub <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(642, "SimdThreeSame.uqsub", "01 1 11110 size:2 1 Rm 00101 1 Rn Rd", "uqsub <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(643, "SimdThreeSame.ushl", "0 Q:1 1 01110 size:2 1 Rm 01000 1 Rn Rd", "ushl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(644, "SimdThreeSame.ushl", "01 1 11110 11 1 Rm 01000 1 Rn Rd", "ushl <Dd>, <Dn>, <Dm>");
        put(645, "SimdThreeSame.uqshl", "0 Q:1 1 01110 size:2 1 Rm 01001 1 Rn Rd", "uqshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(646, "SimdThreeSame.uqshl", "01 1 11110 size:2 1 Rm 01001 1 Rn Rd", "uqshl <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(647, "SimdThreeSame.urshl", "0 Q:1 1 01110 size:2 1 Rm 01010 1 Rn Rd", "urshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
    }

    private static void part5() {
        put(648, "SimdThreeSame.urshl", "01 1 11110 11 1 Rm 01010 1 Rn Rd", "urshl <Dd>, <Dn>, <Dm>");
        put(649, "SimdThreeSame.uqrshl", "0 Q:1 1 01110 size:2 1 Rm 01011 1 Rn Rd", "uqrshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(650, "SimdThreeSame.uqrshl", "01 1 11110 size:2 1 Rm 01011 1 Rn Rd", "uqrshl <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(651, "SimdThreeSame.sqdmulh", "0 Q:1 0 01110 size:2 1 Rm 10110 1 Rn Rd", "sqdmulh <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(652, "SimdThreeSame.sqdmulh", "01 0 11110 size:2 1 Rm 10110 1 Rn Rd", "sqdmulh <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(653, "SimdThreeSame.sqrdmulh", "0 Q:1 1 01110 size:2 1 Rm 10110 1 Rn Rd", "sqrdmulh <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(654, "SimdThreeSame.sqrdmulh", "01 1 11110 size:2 1 Rm 10110 1 Rn Rd", "sqrdmulh <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(655, "SimdThreeSame.mul", "0 Q:1 0 01110 size:2 1 Rm 10011 1 Rn Rd", "mul <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(656, "SimdThreeSame.pmul", "0 Q:1 1 01110 size:2 1 Rm 10011 1 Rn Rd", "pmul <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(657, "SimdThreeSame.mla", "0 Q:1 0 01110 size:2 1 Rm 10010 1 Rn Rd", "mla <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(658, "SimdThreeSame.mls", "0 Q:1 1 01110 size:2 1 Rm 10010 1 Rn Rd", "mls <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(659, "SimdTwoRegMisc.rev64Bytes", "0 Q:1 0 01110 00 10000 00000 10 Rn Rd", "rev64 <{Vd.T}>, <{Vn.T}>");
        put(660, "SimdTwoRegMisc.rev64", "0 Q:1 0 01110 size:2 10000 00000 10 Rn Rd", "rev64 <{Vd.T}>, <{Vn.T}>");
        put(661, "SimdTwoRegMisc.rev32Bytes", "0 Q:1 1 01110 00 10000 00000 10 Rn Rd", "rev32 <{Vd.T}>, <{Vn.T}>");
        put(662, "SimdTwoRegMisc.rev32Halves", "0 Q:1 1 01110 01 10000 00000 10 Rn Rd", "rev32 <{Vd.T}>, <{Vn.T}>");
        put(663, "SimdTwoRegMisc.rev16", "0 Q:1 0 01110 00 10000 00001 10 Rn Rd", "rev16 <{Vd.T}>, <{Vn.T}>");
        put(664, "SimdTwoRegMisc.rbit", "0 Q:1 1 01110 01 10000 00101 10 Rn Rd", "rbit <{Vd.Tb}>, <{Vn.Tb}>");
        put(665, "SimdTwoRegMisc.not", "0 Q:1 1 01110 00 10000 00101 10 Rn Rd", "mvn <{Vd.Tb}>, <{Vn.Tb}>");
        put(666, "SimdTwoRegMisc.cnt", "0 Q:1 0 01110 00 10000 00101 10 Rn Rd", "cnt <{Vd.Tb}>, <{Vn.Tb}>");
        put(667, "SimdTwoRegMisc.clz", "0 Q:1 1 01110 size:2 10000 00100 10 Rn Rd", "clz <{Vd.T}>, <{Vn.T}>");
        put(668, "SimdTwoRegMisc.cls", "0 Q:1 0 01110 size:2 10000 00100 10 Rn Rd", "cls <{Vd.T}>, <{Vn.T}>");
        put(669, "SimdTwoRegMisc.cmgtZero", "0 Q:1 0 01110 size:2 10000 01000 10 Rn Rd", "cmgt <{Vd.T}>, <{Vn.T}>, #0");
        put(670, "SimdTwoRegMisc.cmgtZero", "01 0 11110 11 10000 01000 10 Rn Rd", "cmgt <Dd>, <Dn>, #0");
        put(671, "SimdTwoRegMisc.cmgeZero", "0 Q:1 1 01110 size:2 10000 01000 10 Rn Rd", "cmge <{Vd.T}>, <{Vn.T}>, #0");
        put(672, "SimdTwoRegMisc.cmgeZero", "01 1 11110 11 10000 01000 10 Rn Rd", "cmge <Dd>, <Dn>, #0");
        put(673, "SimdTwoRegMisc.cmleZero", "0 Q:1 1 01110 size:2 10000 01001 10 Rn Rd", "cmle <{Vd.T}>, <{Vn.T}>, #0");
        put(674, "SimdTwoRegMisc.cmleZero", "01 1 11110 11 10000 01001 10 Rn Rd", "cmle <Dd>, <Dn>, #0");
        put(675, "SimdTwoRegMisc.cmltZero", "0 Q:1 0 01110 size:2 10000 01010 10 Rn Rd", "cmlt <{Vd.T}>, <{Vn.T}>, #0");
        put(676, "SimdTwoRegMisc.cmltZero", "01 0 11110 11 10000 01010 10 Rn Rd", "cmlt <Dd>, <Dn>, #0");
        put(677, "SimdTwoRegMisc.abs", "0 Q:1 0 01110 size:2 10000 01011 10 Rn Rd", "abs <{Vd.T}>, <{Vn.T}>");
        put(678, "SimdTwoRegMisc.abs", "01 0 11110 11 10000 01011 10 Rn Rd", "abs <Dd>, <Dn>");
        put(679, "SimdTwoRegMisc.neg", "0 Q:1 1 01110 size:2 10000 01011 10 Rn Rd", "neg <{Vd.T}>, <{Vn.T}>");
        put(680, "SimdTwoRegMisc.neg", "01 1 11110 11 10000 01011 10 Rn Rd", "neg <Dd>, <Dn>");
        put(681, "SimdTwoRegMisc.saddlp", "0 Q:1 0 01110 size:2 10000 00010 10 Rn Rd", "saddlp <{Vd.Tp}>, <{Vn.T}>");
        put(682, "SimdTwoRegMisc.uaddlp", "0 Q:1 1 01110 size:2 10000 00010 10 Rn Rd", "uaddlp <{Vd.Tp}>, <{Vn.T}>");
        put(683, "SimdTwoRegMisc.sadalp", "0 Q:1 0 01110 size:2 10000 00110 10 Rn Rd", "sadalp <{Vd.Tp}>, <{Vn.T}>");
        put(684, "SimdTwoRegMisc.uadalp", "0 Q:1 1 01110 size:2 10000 00110 10 Rn Rd", "uadalp <{Vd.Tp}>, <{Vn.T}>");
        put(685, "SimdTwoRegMisc.sqabs", "0 Q:1 0 01110 size:2 10000 00111 10 Rn Rd", "sqabs <{Vd.T}>, <{Vn.T}>");
        put(686, "SimdTwoRegMisc.sqabs", "01 0 11110 size:2 10000 00111 10 Rn Rd", "sqabs <{Vd:size}>, <{Vn:size}>");
        put(687, "SimdTwoRegMisc.sqneg", "0 Q:1 1 01110 size:2 10000 00111 10 Rn Rd", "sqneg <{Vd.T}>, <{Vn.T}>");
        put(688, "SimdTwoRegMisc.sqneg", "01 1 11110 size:2 10000 00111 10 Rn Rd", "sqneg <{Vd:size}>, <{Vn:size}>");
        put(689, "SimdTwoRegMisc.suqadd", "0 Q:1 0 01110 size:2 10000 00011 10 Rn Rd", "suqadd <{Vd.T}>, <{Vn.T}>");
        put(690, "SimdTwoRegMisc.suqadd", "01 0 11110 size:2 10000 00011 10 Rn Rd", "suqadd <{Vd:size}>, <{Vn:size}>");
        put(691, "SimdTwoRegMisc.usqadd", "0 Q:1 1 01110 size:2 10000 00011 10 Rn Rd", "usqadd <{Vd.T}>, <{Vn.T}>");
        put(692, "SimdTwoRegMisc.usqadd", "01 1 11110 size:2 10000 00011 10 Rn Rd", "usqadd <{Vd:size}>, <{Vn:size}>");
        put(693, "SimdTwoRegMisc.xtn", "0 Q:1 0 01110 size:2 10000 10010 10 Rn Rd", "xtn<{2}> <{Vd.T}>, <{Vn.Tw}>");
        put(694, "SimdTwoRegMisc.sqxtn", "0 Q:1 0 01110 size:2 10000 10100 10 Rn Rd", "sqxtn<{2}> <{Vd.T}>, <{Vn.Tw}>");
        put(695, "SimdTwoRegMisc.sqxtn", "01 0 11110 size:2 10000 10100 10 Rn Rd", "sqxtn <{Vd:size}>, <{Vn:size+1}>");
        put(696, "SimdTwoRegMisc.uqxtn", "0 Q:1 1 01110 size:2 10000 10100 10 Rn Rd", "uqxtn<{2}> <{Vd.T}>, <{Vn.Tw}>");
        put(697, "SimdTwoRegMisc.uqxtn", "01 1 11110 size:2 10000 10100 10 Rn Rd", "uqxtn <{Vd:size}>, <{Vn:size+1}>");
        put(698, "SimdTwoRegMisc.sqxtun", "0 Q:1 1 01110 size:2 10000 10010 10 Rn Rd", "sqxtun<{2}> <{Vd.T}>, <{Vn.Tw}>");
        put(699, "SimdTwoRegMisc.sqxtun", "01 1 11110 size:2 10000 10010 10 Rn Rd", "sqxtun <{Vd:size}>, <{Vn:size+1}>");
        put(700, "SimdTwoRegMisc.shll", "0 Q:1 1 01110 size:2 10000 10011 10 Rn Rd", "shll<{2}> <{Vd.Tw}>, <{Vn.T}>, <{elementbits}>");
        put(701, "LogicalShiftedRight.eor32", "0 10 01010 01 0 Rm 0 imm5:5 Rn Rd", "eor <Wd>, <Wn>, <Wm><{,shift}>");
        put(702, "LogicalShiftedRight.eor32", "0 10 01010 10 0 Rm 0 imm5:5 Rn Rd", "eor <Wd>, <Wn>, <Wm><{,shift}>");
        put(703, "LogicalShiftedRight.eor32", "0 10 01010 11 0 Rm 0 imm5:5 Rn Rd", "eor <Wd>, <Wn>, <Wm><{,shift}>");
        put(704, "AddSubShiftedRight.add64", "1 0 0 01011 01 0 Rm imm6:6 Rn Rd", "add <Xd>, <Xn>, <Xm><{,shift}>");
        put(705, "AddSubShiftedRight.add64", "1 0 0 01011 10 0 Rm imm6:6 Rn Rd", "add <Xd>, <Xn>, <Xm><{,shift}>");
        put(706, "AddSubShiftedRight.sub64", "1 1 0 01011 01 0 Rm imm6:6 Rn Rd", "sub <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => neg <Xd>, <Xm><{,shift}>");
        put(707, "AddSubShiftedRight.sub64", "1 1 0 01011 10 0 Rm imm6:6 Rn Rd", "sub <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => neg <Xd>, <Xm><{,shift}>");
        put(708, "AddSubCarry.adc64", "1 0 0 11010000 Rm 000000 Rn Rd", "adc <Xd>, <Xn>, <Xm>");
        put(709, "AddSubShiftedRight.subs64", "1 1 1 01011 01 0 Rm imm6:6 Rn Rd", "subs <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmp <Xn>, <Xm><{,shift}>",
                "Rn == 31 => negs <Xd>, <Xm><{,shift}>");
        put(710, "AddSubShiftedRight.subs64", "1 1 1 01011 10 0 Rm imm6:6 Rn Rd", "subs <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmp <Xn>, <Xm><{,shift}>",
                "Rn == 31 => negs <Xd>, <Xm><{,shift}>");
        put(711, "LogicalShiftedRight.bics32", "0 11 01010 01 1 Rm 0 imm5:5 Rn Rd", "bics <Wd>, <Wn>, <Wm><{,shift}>");
        put(712, "LogicalShiftedRight.bics32", "0 11 01010 10 1 Rm 0 imm5:5 Rn Rd", "bics <Wd>, <Wn>, <Wm><{,shift}>");
        put(713, "LogicalShiftedRight.bics32", "0 11 01010 11 1 Rm 0 imm5:5 Rn Rd", "bics <Wd>, <Wn>, <Wm><{,shift}>");
        put(714, "LogicalShiftedRight.orr32", "0 01 01010 01 0 Rm 0 imm5:5 Rn Rd", "orr <Wd>, <Wn>, <Wm><{,shift}>");
        put(715, "LogicalShiftedRight.orr32", "0 01 01010 10 0 Rm 0 imm5:5 Rn Rd", "orr <Wd>, <Wn>, <Wm><{,shift}>");
        put(716, "LogicalShiftedRight.orr32", "0 01 01010 11 0 Rm 0 imm5:5 Rn Rd", "orr <Wd>, <Wn>, <Wm><{,shift}>");
        put(717, "LogicalShiftedRight.eor64", "1 10 01010 01 0 Rm imm6:6 Rn Rd", "eor <Xd>, <Xn>, <Xm><{,shift}>");
        put(718, "LogicalShiftedRight.eor64", "1 10 01010 10 0 Rm imm6:6 Rn Rd", "eor <Xd>, <Xn>, <Xm><{,shift}>");
        put(719, "LogicalShiftedRight.eor64", "1 10 01010 11 0 Rm imm6:6 Rn Rd", "eor <Xd>, <Xn>, <Xm><{,shift}>");
        put(720, "LoadStoreUnprivileged.sttr64", "11 111 0 00 00 0 imm9:9 10 Rn|SP Rts", "sttr <Xt>, [<Xn|SP><{,#simm9}>]");
        put(721, "AddSubShiftedRight.subs32", "0 1 1 01011 01 0 Rm 0 imm5:5 Rn Rd", "subs <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmp <Wn>, <Wm><{,shift}>",
                "Rn == 31 => negs <Wd>, <Wm><{,shift}>");
        put(722, "AddSubShiftedRight.subs32", "0 1 1 01011 10 0 Rm 0 imm5:5 Rn Rd", "subs <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmp <Wn>, <Wm><{,shift}>",
                "Rn == 31 => negs <Wd>, <Wm><{,shift}>");
        put(723, "LoadStoreUnprivileged.ldtr64", "11 111 0 00 01 0 imm9:9 10 Rn|SP Rt", "ldtr <Xt>, [<Xn|SP><{,#simm9}>]");
        put(724, "LogicalShiftedRight.ands32", "0 11 01010 01 0 Rm 0 imm5:5 Rn Rd", "ands <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => tst <Wn>, <Wm><{,shift}>");
        put(725, "LogicalShiftedRight.ands32", "0 11 01010 10 0 Rm 0 imm5:5 Rn Rd", "ands <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => tst <Wn>, <Wm><{,shift}>");
        put(726, "LogicalShiftedRight.ands32", "0 11 01010 11 0 Rm 0 imm5:5 Rn Rd", "ands <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => tst <Wn>, <Wm><{,shift}>");
        put(727, "LogicalShiftedRight.orn64", "1 01 01010 01 1 Rm imm6:6 Rn Rd", "orn <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => mvn <Xd>, <Xm><{,shift}>");
        put(728, "LogicalShiftedRight.orn64", "1 01 01010 10 1 Rm imm6:6 Rn Rd", "orn <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => mvn <Xd>, <Xm><{,shift}>");
        put(729, "LogicalShiftedRight.orn64", "1 01 01010 11 1 Rm imm6:6 Rn Rd", "orn <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => mvn <Xd>, <Xm><{,shift}>");
        put(730, "AddSubCarry.adc32", "0 0 0 11010000 Rm 000000 Rn Rd", "adc <Wd>, <Wn>, <Wm>");
        put(731, "AddSubCarry.adcs64", "1 0 1 11010000 Rm 000000 Rn Rd", "adcs <Xd>, <Xn>, <Xm>");
        put(732, "AddSubCarry.adcs32", "0 0 1 11010000 Rm 000000 Rn Rd", "adcs <Wd>, <Wn>, <Wm>");
        put(733, "AddSubCarry.sbc64", "1 1 0 11010000 Rm 000000 Rn Rd", "sbc <Xd>, <Xn>, <Xm>",
                "Rn == 31 => ngc <Xd>, <Xm>");
        put(734, "AddSubCarry.sbc32", "0 1 0 11010000 Rm 000000 Rn Rd", "sbc <Wd>, <Wn>, <Wm>",
                "Rn == 31 => ngc <Wd>, <Wm>");
        put(735, "AddSubCarry.sbcs64", "1 1 1 11010000 Rm 000000 Rn Rd", "sbcs <Xd>, <Xn>, <Xm>",
                "Rn == 31 => ngcs <Xd>, <Xm>");
        put(736, "AddSubCarry.sbcs32", "0 1 1 11010000 Rm 000000 Rn Rd", "sbcs <Wd>, <Wn>, <Wm>",
                "Rn == 31 => ngcs <Wd>, <Wm>");
        put(737, "AddSubShiftedRight.add32", "0 0 0 01011 01 0 Rm 0 imm5:5 Rn Rd", "add <Wd>, <Wn>, <Wm><{,shift}>");
        put(738, "AddSubShiftedRight.add32", "0 0 0 01011 10 0 Rm 0 imm5:5 Rn Rd", "add <Wd>, <Wn>, <Wm><{,shift}>");
        put(739, "AddSubShiftedRight.adds64", "1 0 1 01011 01 0 Rm imm6:6 Rn Rd", "adds <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmn <Xn>, <Xm><{,shift}>");
        put(740, "AddSubShiftedRight.adds64", "1 0 1 01011 10 0 Rm imm6:6 Rn Rd", "adds <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmn <Xn>, <Xm><{,shift}>");
        put(741, "AddSubShiftedRight.adds32", "0 0 1 01011 01 0 Rm 0 imm5:5 Rn Rd", "adds <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmn <Wn>, <Wm><{,shift}>");
        put(742, "AddSubShiftedRight.adds32", "0 0 1 01011 10 0 Rm 0 imm5:5 Rn Rd", "adds <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmn <Wn>, <Wm><{,shift}>");
        put(743, "AddSubShiftedRight.sub32", "0 1 0 01011 01 0 Rm 0 imm5:5 Rn Rd", "sub <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => neg <Wd>, <Wm><{,shift}>");
        put(744, "AddSubShiftedRight.sub32", "0 1 0 01011 10 0 Rm 0 imm5:5 Rn Rd", "sub <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => neg <Wd>, <Wm><{,shift}>");
        put(745, "AtomicMemory.ldadd", "00 111 0 00 A:1 R:1 1 Rs 0 000 00 Rn|SP Rt", "ldadd<{order}>b <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stadd<{order}>b <Ws>, [<Xn|SP>]");
        put(746, "AtomicMemory.ldadd", "01 111 0 00 A:1 R:1 1 Rs 0 000 00 Rn|SP Rt", "ldadd<{order}>h <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stadd<{order}>h <Ws>, [<Xn|SP>]");
        put(747, "AtomicMemory.ldadd", "10 111 0 00 A:1 R:1 1 Rs 0 000 00 Rn|SP Rt", "ldadd<{order}> <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stadd<{order}> <Ws>, [<Xn|SP>]");
        put(748, "AtomicMemory.ldadd", "11 111 0 00 A:1 R:1 1 Rs 0 000 00 Rn|SP Rt", "ldadd<{order}> <Xs>, <Xt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stadd<{order}> <Xs>, [<Xn|SP>]");
        put(749, "AtomicMemory.ldclr", "00 111 0 00 A:1 R:1 1 Rs 0 001 00 Rn|SP Rt", "ldclr<{order}>b <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stclr<{order}>b <Ws>, [<Xn|SP>]");
        put(750, "AtomicMemory.ldclr", "01 111 0 00 A:1 R:1 1 Rs 0 001 00 Rn|SP Rt", "ldclr<{order}>h <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stclr<{order}>h <Ws>, [<Xn|SP>]");
        put(751, "AtomicMemory.ldclr", "10 111 0 00 A:1 R:1 1 Rs 0 001 00 Rn|SP Rt", "ldclr<{order}> <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stclr<{order}> <Ws>, [<Xn|SP>]");
        put(752, "AtomicMemory.ldclr", "11 111 0 00 A:1 R:1 1 Rs 0 001 00 Rn|SP Rt", "ldclr<{order}> <Xs>, <Xt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stclr<{order}> <Xs>, [<Xn|SP>]");
        put(753, "AtomicMemory.ldeor", "00 111 0 00 A:1 R:1 1 Rs 0 010 00 Rn|SP Rt", "ldeor<{order}>b <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => steor<{order}>b <Ws>, [<Xn|SP>]");
        put(754, "AtomicMemory.ldeor", "01 111 0 00 A:1 R:1 1 Rs 0 010 00 Rn|SP Rt", "ldeor<{order}>h <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => steor<{order}>h <Ws>, [<Xn|SP>]");
        put(755, "AtomicMemory.ldeor", "10 111 0 00 A:1 R:1 1 Rs 0 010 00 Rn|SP Rt", "ldeor<{order}> <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => steor<{order}> <Ws>, [<Xn|SP>]");
        put(756, "AtomicMemory.ldeor", "11 111 0 00 A:1 R:1 1 Rs 0 010 00 Rn|SP Rt", "ldeor<{order}> <Xs>, <Xt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => steor<{order}> <Xs>, [<Xn|SP>]");
        put(757, "AtomicMemory.ldset", "00 111 0 00 A:1 R:1 1 Rs 0 011 00 Rn|SP Rt", "ldset<{order}>b <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stset<{order}>b <Ws>, [<Xn|SP>]");
        put(758, "AtomicMemory.ldset", "01 111 0 00 A:1 R:1 1 Rs 0 011 00 Rn|SP Rt", "ldset<{order}>h <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stset<{order}>h <Ws>, [<Xn|SP>]");
        put(759, "AtomicMemory.ldset", "10 111 0 00 A:1 R:1 1 Rs 0 011 00 Rn|SP Rt", "ldset<{order}> <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stset<{order}> <Ws>, [<Xn|SP>]");
        put(760, "AtomicMemory.ldset", "11 111 0 00 A:1 R:1 1 Rs 0 011 00 Rn|SP Rt", "ldset<{order}> <Xs>, <Xt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stset<{order}> <Xs>, [<Xn|SP>]");
        put(761, "AtomicMemory.ldsmax", "00 111 0 00 A:1 R:1 1 Rs 0 100 00 Rn|SP Rt", "ldsmax<{order}>b <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stsmax<{order}>b <Ws>, [<Xn|SP>]");
        put(762, "AtomicMemory.ldsmax", "01 111 0 00 A:1 R:1 1 Rs 0 100 00 Rn|SP Rt", "ldsmax<{order}>h <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stsmax<{order}>h <Ws>, [<Xn|SP>]");
        put(763, "AtomicMemory.ldsmax", "10 111 0 00 A:1 R:1 1 Rs 0 100 00 Rn|SP Rt", "ldsmax<{order}> <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stsmax<{order}> <Ws>, [<Xn|SP>]");
        put(764, "AtomicMemory.ldsmax", "11 111 0 00 A:1 R:1 1 Rs 0 100 00 Rn|SP Rt", "ldsmax<{order}> <Xs>, <Xt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stsmax<{order}> <Xs>, [<Xn|SP>]");
        put(765, "AtomicMemory.ldsmin", "00 111 0 00 A:1 R:1 1 Rs 0 101 00 Rn|SP Rt", "ldsmin<{order}>b <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stsmin<{order}>b <Ws>, [<Xn|SP>]");
        put(766, "AtomicMemory.ldsmin", "01 111 0 00 A:1 R:1 1 Rs 0 101 00 Rn|SP Rt", "ldsmin<{order}>h <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stsmin<{order}>h <Ws>, [<Xn|SP>]");
        put(767, "AtomicMemory.ldsmin", "10 111 0 00 A:1 R:1 1 Rs 0 101 00 Rn|SP Rt", "ldsmin<{order}> <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stsmin<{order}> <Ws>, [<Xn|SP>]");
        put(768, "AtomicMemory.ldsmin", "11 111 0 00 A:1 R:1 1 Rs 0 101 00 Rn|SP Rt", "ldsmin<{order}> <Xs>, <Xt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stsmin<{order}> <Xs>, [<Xn|SP>]");
        put(769, "AtomicMemory.ldumax", "00 111 0 00 A:1 R:1 1 Rs 0 110 00 Rn|SP Rt", "ldumax<{order}>b <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stumax<{order}>b <Ws>, [<Xn|SP>]");
        put(770, "AtomicMemory.ldumax", "01 111 0 00 A:1 R:1 1 Rs 0 110 00 Rn|SP Rt", "ldumax<{order}>h <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stumax<{order}>h <Ws>, [<Xn|SP>]");
        put(771, "AtomicMemory.ldumax", "10 111 0 00 A:1 R:1 1 Rs 0 110 00 Rn|SP Rt", "ldumax<{order}> <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stumax<{order}> <Ws>, [<Xn|SP>]");
        put(772, "AtomicMemory.ldumax", "11 111 0 00 A:1 R:1 1 Rs 0 110 00 Rn|SP Rt", "ldumax<{order}> <Xs>, <Xt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stumax<{order}> <Xs>, [<Xn|SP>]");
        put(773, "AtomicMemory.ldumin", "00 111 0 00 A:1 R:1 1 Rs 0 111 00 Rn|SP Rt", "ldumin<{order}>b <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stumin<{order}>b <Ws>, [<Xn|SP>]");
        put(774, "AtomicMemory.ldumin", "01 111 0 00 A:1 R:1 1 Rs 0 111 00 Rn|SP Rt", "ldumin<{order}>h <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stumin<{order}>h <Ws>, [<Xn|SP>]");
        put(775, "AtomicMemory.ldumin", "10 111 0 00 A:1 R:1 1 Rs 0 111 00 Rn|SP Rt", "ldumin<{order}> <Ws>, <Wt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stumin<{order}> <Ws>, [<Xn|SP>]");
    }

    private static void part6() {
        put(776, "AtomicMemory.ldumin", "11 111 0 00 A:1 R:1 1 Rs 0 111 00 Rn|SP Rt", "ldumin<{order}> <Xs>, <Xt>, [<Xn|SP>]",
                "A == 0 && Rt == 31 => stumin<{order}> <Xs>, [<Xn|SP>]");
        put(777, "AtomicMemory.swp", "00 111 0 00 A:1 R:1 1 Rs 1 000 00 Rn|SP Rt", "swp<{order}>b <Ws>, <Wt>, [<Xn|SP>]");
        put(778, "AtomicMemory.swp", "01 111 0 00 A:1 R:1 1 Rs 1 000 00 Rn|SP Rt", "swp<{order}>h <Ws>, <Wt>, [<Xn|SP>]");
        put(779, "AtomicMemory.swp", "10 111 0 00 A:1 R:1 1 Rs 1 000 00 Rn|SP Rt", "swp<{order}> <Ws>, <Wt>, [<Xn|SP>]");
        put(780, "AtomicMemory.swp", "11 111 0 00 A:1 R:1 1 Rs 1 000 00 Rn|SP Rt", "swp<{order}> <Xs>, <Xt>, [<Xn|SP>]");
        put(781, "CompareAndSwap.cas", "00 001000 1 A:1 1 Rs R:1 11111 Rn|SP Rts", "cas<{order}>b <Ws>, <Wt>, [<Xn|SP>]");
        put(782, "CompareAndSwap.cas", "01 001000 1 A:1 1 Rs R:1 11111 Rn|SP Rts", "cas<{order}>h <Ws>, <Wt>, [<Xn|SP>]");
        put(783, "CompareAndSwap.cas", "10 001000 1 A:1 1 Rs R:1 11111 Rn|SP Rts", "cas<{order}> <Ws>, <Wt>, [<Xn|SP>]");
        put(784, "CompareAndSwap.cas", "11 001000 1 A:1 1 Rs R:1 11111 Rn|SP Rts", "cas<{order}> <Xs>, <Xt>, [<Xn|SP>]");
        put(785, "CompareAndSwap.casp32", "00 001000 0 A:1 1 Rs R:1 11111 Rn|SP Rts", "casp<{order}> <Ws>, <{Ws+1}>, <Wt>, <{Wt+1}>, [<Xn|SP>]");
        put(786, "CompareAndSwap.casp64", "01 001000 0 A:1 1 Rs R:1 11111 Rn|SP Rts", "casp<{order}> <Xs>, <{Xs+1}>, <Xt>, <{Xt+1}>, [<Xn|SP>]");
        put(787, "Crc32.crc32", "0 0 0 11010110 Rm 010 0 00 Rn Rd", "crc32b <Wd>, <Wn>, <Wm>");
        put(788, "Crc32.crc32", "0 0 0 11010110 Rm 010 0 01 Rn Rd", "crc32h <Wd>, <Wn>, <Wm>");
        put(789, "Crc32.crc32", "0 0 0 11010110 Rm 010 0 10 Rn Rd", "crc32w <Wd>, <Wn>, <Wm>");
        put(790, "Crc32.crc32", "1 0 0 11010110 Rm 010 0 11 Rn Rd", "crc32x <Wd>, <Wn>, <Xm>");
        put(791, "Crc32.crc32c", "0 0 0 11010110 Rm 010 1 00 Rn Rd", "crc32cb <Wd>, <Wn>, <Wm>");
        put(792, "Crc32.crc32c", "0 0 0 11010110 Rm 010 1 01 Rn Rd", "crc32ch <Wd>, <Wn>, <Wm>");
        put(793, "Crc32.crc32c", "0 0 0 11010110 Rm 010 1 10 Rn Rd", "crc32cw <Wd>, <Wn>, <Wm>");
        put(794, "Crc32.crc32c", "1 0 0 11010110 Rm 010 1 11 Rn Rd", "crc32cx <Wd>, <Wn>, <Xm>");
        put(795, "FlagManipulation.rmif", "1 0 1 11010000 imm6:6 00001 Rn 0 mask:4", "rmif <Xn>, <#imm6>, <{mask}>");
        put(796, "FlagManipulation.setf8", "0 0 1 11010000 000000 0 0010 Rn 0 1101", "setf8 <Wn>");
        put(797, "FlagManipulation.setf16", "0 0 1 11010000 000000 1 0010 Rn 0 1101", "setf16 <Wn>");
        put(798, "FlagManipulation.cfinv", "1101010100 0 00 000 0100 0000 000 11111", "cfinv");
        put(799, "FlagManipulation.xaflag", "1101010100 0 00 000 0100 0000 001 11111", "xaflag");
        put(800, "FlagManipulation.axflag", "1101010100 0 00 000 0100 0000 010 11111", "axflag");
        put(801, "LoadStoreRcpcUnscaled.stlurb", "00 011001 00 0 imm9:9 00 Rn|SP Rts", "stlurb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(802, "LoadStoreRcpcUnscaled.ldapurb", "00 011001 01 0 imm9:9 00 Rn|SP Rt", "ldapurb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(803, "LoadStoreRcpcUnscaled.ldapursb64", "00 011001 10 0 imm9:9 00 Rn|SP Rt", "ldapursb <Xt>, [<Xn|SP><{,#simm9}>]");
        put(804, "LoadStoreRcpcUnscaled.ldapursb32", "00 011001 11 0 imm9:9 00 Rn|SP Rt", "ldapursb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(805, "LoadStoreRcpcUnscaled.stlurh", "01 011001 00 0 imm9:9 00 Rn|SP Rts", "stlurh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(806, "LoadStoreRcpcUnscaled.ldapurh", "01 011001 01 0 imm9:9 00 Rn|SP Rt", "ldapurh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(807, "LoadStoreRcpcUnscaled.ldapursh64", "01 011001 10 0 imm9:9 00 Rn|SP Rt", "ldapursh <Xt>, [<Xn|SP><{,#simm9}>]");
        put(808, "LoadStoreRcpcUnscaled.ldapursh32", "01 011001 11 0 imm9:9 00 Rn|SP Rt", "ldapursh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(809, "LoadStoreRcpcUnscaled.stlur32", "10 011001 00 0 imm9:9 00 Rn|SP Rts", "stlur <Wt>, [<Xn|SP><{,#simm9}>]");
        put(810, "LoadStoreRcpcUnscaled.ldapur32", "10 011001 01 0 imm9:9 00 Rn|SP Rt", "ldapur <Wt>, [<Xn|SP><{,#simm9}>]");
        put(811, "LoadStoreRcpcUnscaled.ldapursw", "10 011001 10 0 imm9:9 00 Rn|SP Rt", "ldapursw <Xt>, [<Xn|SP><{,#simm9}>]");
        put(812, "LoadStoreRcpcUnscaled.stlur64", "11 011001 00 0 imm9:9 00 Rn|SP Rts", "stlur <Xt>, [<Xn|SP><{,#simm9}>]");
        put(813, "LoadStoreRcpcUnscaled.ldapur64", "11 011001 01 0 imm9:9 00 Rn|SP Rt", "ldapur <Xt>, [<Xn|SP><{,#simm9}>]");
        put(814, "LoadStoreUnprivileged.sttrb", "00 111 0 00 00 0 imm9:9 10 Rn|SP Rts", "sttrb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(815, "LoadStoreUnprivileged.ldtrb", "00 111 0 00 01 0 imm9:9 10 Rn|SP Rt", "ldtrb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(816, "LoadStoreUnprivileged.ldtrsb64", "00 111 0 00 10 0 imm9:9 10 Rn|SP Rt", "ldtrsb <Xt>, [<Xn|SP><{,#simm9}>]");
        put(817, "LoadStoreUnprivileged.ldtrsb32", "00 111 0 00 11 0 imm9:9 10 Rn|SP Rt", "ldtrsb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(818, "LoadStoreUnprivileged.sttrh", "01 111 0 00 00 0 imm9:9 10 Rn|SP Rts", "sttrh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(819, "LoadStoreUnprivileged.ldtrh", "01 111 0 00 01 0 imm9:9 10 Rn|SP Rt", "ldtrh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(820, "LoadStoreUnprivileged.ldtrsh64", "01 111 0 00 10 0 imm9:9 10 Rn|SP Rt", "ldtrsh <Xt>, [<Xn|SP><{,#simm9}>]");
        put(821, "LoadStoreUnprivileged.ldtrsh32", "01 111 0 00 11 0 imm9:9 10 Rn|SP Rt", "ldtrsh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(822, "LoadStoreUnprivileged.sttr32", "10 111 0 00 00 0 imm9:9 10 Rn|SP Rts", "sttr <Wt>, [<Xn|SP><{,#simm9}>]");
        put(823, "LoadStoreUnprivileged.ldtr32", "10 111 0 00 01 0 imm9:9 10 Rn|SP Rt", "ldtr <Wt>, [<Xn|SP><{,#simm9}>]");
        put(824, "LoadStoreUnprivileged.ldtrsw", "10 111 0 00 10 0 imm9:9 10 Rn|SP Rt", "ldtrsw <Xt>, [<Xn|SP><{,#simm9}>]");
        put(825, "LogicalShiftedRight.and64", "1 00 01010 01 0 Rm imm6:6 Rn Rd", "and <Xd>, <Xn>, <Xm><{,shift}>");
        put(826, "LogicalShiftedRight.and64", "1 00 01010 10 0 Rm imm6:6 Rn Rd", "and <Xd>, <Xn>, <Xm><{,shift}>");
        put(827, "LogicalShiftedRight.and64", "1 00 01010 11 0 Rm imm6:6 Rn Rd", "and <Xd>, <Xn>, <Xm><{,shift}>");
        put(828, "LogicalShiftedRight.and32", "0 00 01010 01 0 Rm 0 imm5:5 Rn Rd", "and <Wd>, <Wn>, <Wm><{,shift}>");
        put(829, "LogicalShiftedRight.and32", "0 00 01010 10 0 Rm 0 imm5:5 Rn Rd", "and <Wd>, <Wn>, <Wm><{,shift}>");
        put(830, "LogicalShiftedRight.and32", "0 00 01010 11 0 Rm 0 imm5:5 Rn Rd", "and <Wd>, <Wn>, <Wm><{,shift}>");
        put(831, "LogicalShiftedRight.bic64", "1 00 01010 01 1 Rm imm6:6 Rn Rd", "bic <Xd>, <Xn>, <Xm><{,shift}>");
        put(832, "LogicalShiftedRight.bic64", "1 00 01010 10 1 Rm imm6:6 Rn Rd", "bic <Xd>, <Xn>, <Xm><{,shift}>");
        put(833, "LogicalShiftedRight.bic64", "1 00 01010 11 1 Rm imm6:6 Rn Rd", "bic <Xd>, <Xn>, <Xm><{,shift}>");
        put(834, "LogicalShiftedRight.bic32", "0 00 01010 01 1 Rm 0 imm5:5 Rn Rd", "bic <Wd>, <Wn>, <Wm><{,shift}>");
        put(835, "LogicalShiftedRight.bic32", "0 00 01010 10 1 Rm 0 imm5:5 Rn Rd", "bic <Wd>, <Wn>, <Wm><{,shift}>");
        put(836, "LogicalShiftedRight.bic32", "0 00 01010 11 1 Rm 0 imm5:5 Rn Rd", "bic <Wd>, <Wn>, <Wm><{,shift}>");
        put(837, "LogicalShiftedRight.orr64", "1 01 01010 01 0 Rm imm6:6 Rn Rd", "orr <Xd>, <Xn>, <Xm><{,shift}>");
        put(838, "LogicalShiftedRight.orr64", "1 01 01010 10 0 Rm imm6:6 Rn Rd", "orr <Xd>, <Xn>, <Xm><{,shift}>");
        put(839, "LogicalShiftedRight.orr64", "1 01 01010 11 0 Rm imm6:6 Rn Rd", "orr <Xd>, <Xn>, <Xm><{,shift}>");
        put(840, "LogicalShiftedRight.orn32", "0 01 01010 01 1 Rm 0 imm5:5 Rn Rd", "orn <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => mvn <Wd>, <Wm><{,shift}>");
        put(841, "LogicalShiftedRight.orn32", "0 01 01010 10 1 Rm 0 imm5:5 Rn Rd", "orn <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => mvn <Wd>, <Wm><{,shift}>");
        put(842, "LogicalShiftedRight.orn32", "0 01 01010 11 1 Rm 0 imm5:5 Rn Rd", "orn <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => mvn <Wd>, <Wm><{,shift}>");
        put(843, "LogicalShiftedRight.eon64", "1 10 01010 01 1 Rm imm6:6 Rn Rd", "eon <Xd>, <Xn>, <Xm><{,shift}>");
        put(844, "LogicalShiftedRight.eon64", "1 10 01010 10 1 Rm imm6:6 Rn Rd", "eon <Xd>, <Xn>, <Xm><{,shift}>");
        put(845, "LogicalShiftedRight.eon64", "1 10 01010 11 1 Rm imm6:6 Rn Rd", "eon <Xd>, <Xn>, <Xm><{,shift}>");
        put(846, "LogicalShiftedRight.eon32", "0 10 01010 01 1 Rm 0 imm5:5 Rn Rd", "eon <Wd>, <Wn>, <Wm><{,shift}>");
        put(847, "LogicalShiftedRight.eon32", "0 10 01010 10 1 Rm 0 imm5:5 Rn Rd", "eon <Wd>, <Wn>, <Wm><{,shift}>");
        put(848, "LogicalShiftedRight.eon32", "0 10 01010 11 1 Rm 0 imm5:5 Rn Rd", "eon <Wd>, <Wn>, <Wm><{,shift}>");
        put(849, "LogicalShiftedRight.ands64", "1 11 01010 01 0 Rm imm6:6 Rn Rd", "ands <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => tst <Xn>, <Xm><{,shift}>");
        put(850, "LogicalShiftedRight.ands64", "1 11 01010 10 0 Rm imm6:6 Rn Rd", "ands <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => tst <Xn>, <Xm><{,shift}>");
        put(851, "LogicalShiftedRight.ands64", "1 11 01010 11 0 Rm imm6:6 Rn Rd", "ands <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => tst <Xn>, <Xm><{,shift}>");
        put(852, "LogicalShiftedRight.bics64", "1 11 01010 01 1 Rm imm6:6 Rn Rd", "bics <Xd>, <Xn>, <Xm><{,shift}>");
        put(853, "LogicalShiftedRight.bics64", "1 11 01010 10 1 Rm imm6:6 Rn Rd", "bics <Xd>, <Xn>, <Xm><{,shift}>");
        put(854, "LogicalShiftedRight.bics64", "1 11 01010 11 1 Rm imm6:6 Rn Rd", "bics <Xd>, <Xn>, <Xm><{,shift}>");
    }
}
