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
        put(4, "AddSubExtended.add64", "1 0 0 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd|SP", "add <Xd|SP>, <Xn|SP>, <{extended}>");
        put(5, "AddSubExtended.add32", "0 0 0 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd|SP", "add <Wd|WSP>, <Wn|WSP>, <{extended}>");
        put(6, "AddSubExtended.adds64", "1 0 1 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd", "adds <Xd>, <Xn|SP>, <{extended}>",
                "Rd == 31 => cmn <Xn|SP>, <{extended}>");
        put(7, "AddSubExtended.adds32", "0 0 1 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd", "adds <Wd>, <Wn|WSP>, <{extended}>",
                "Rd == 31 => cmn <Wn|WSP>, <{extended}>");
        put(8, "AddSubExtended.sub64", "1 1 0 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd|SP", "sub <Xd|SP>, <Xn|SP>, <{extended}>");
        put(9, "AddSubExtended.sub32", "0 1 0 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd|SP", "sub <Wd|WSP>, <Wn|WSP>, <{extended}>");
        put(10, "AddSubExtended.subs64", "1 1 1 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd", "subs <Xd>, <Xn|SP>, <{extended}>",
                "Rd == 31 => cmp <Xn|SP>, <{extended}>");
        put(11, "AddSubExtended.subs32", "0 1 1 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd", "subs <Wd>, <Wn|WSP>, <{extended}>",
                "Rd == 31 => cmp <Wn|WSP>, <{extended}>");
        put(12, "AddSubImmediate.add64", "1 0 0 100010 sh:1 imm12:12 Rn|SP Rd|SP", "add <Xd|SP>, <Xn|SP>, <{addimm}>",
                "sh == 0 && imm12 == 0 && (Rd == 31 || Rn == 31) => mov <Xd|SP>, <Xn|SP>");
        put(13, "AddSubImmediate.add32", "0 0 0 100010 sh:1 imm12:12 Rn|SP Rd|SP", "add <Wd|WSP>, <Wn|WSP>, <{addimm}>",
                "sh == 0 && imm12 == 0 && (Rd == 31 || Rn == 31) => mov <Wd|WSP>, <Wn|WSP>");
        put(14, "AddSubImmediate.adds64", "1 0 1 100010 sh:1 imm12:12 Rn|SP Rd", "adds <Xd>, <Xn|SP>, <{addimm}>",
                "Rd == 31 => cmn <Xn|SP>, <{addimm}>");
        put(15, "AddSubImmediate.adds32", "0 0 1 100010 sh:1 imm12:12 Rn|SP Rd", "adds <Wd>, <Wn|WSP>, <{addimm}>",
                "Rd == 31 => cmn <Wn|WSP>, <{addimm}>");
        put(16, "AddSubImmediate.sub64", "1 1 0 100010 sh:1 imm12:12 Rn|SP Rd|SP", "sub <Xd|SP>, <Xn|SP>, <{addimm}>");
        put(17, "AddSubImmediate.sub32", "0 1 0 100010 sh:1 imm12:12 Rn|SP Rd|SP", "sub <Wd|WSP>, <Wn|WSP>, <{addimm}>");
        put(18, "AddSubImmediate.subs64", "1 1 1 100010 sh:1 imm12:12 Rn|SP Rd", "subs <Xd>, <Xn|SP>, <{addimm}>",
                "Rd == 31 => cmp <Xn|SP>, <{addimm}>");
        put(19, "AddSubImmediate.subs32", "0 1 1 100010 sh:1 imm12:12 Rn|SP Rd", "subs <Wd>, <Wn|WSP>, <{addimm}>",
                "Rd == 31 => cmp <Wn|WSP>, <{addimm}>");
        put(20, "AddSubShifted.add64", "1 0 0 01011 00 0 Rm imm6:6 Rn Rd", "add <Xd>, <Xn>, <Xm><{,shift}>");
        put(21, "AddSubShifted.add32", "0 0 0 01011 00 0 Rm 0 imm5:5 Rn Rd", "add <Wd>, <Wn>, <Wm><{,shift}>");
        put(22, "AddSubShifted.adds64", "1 0 1 01011 00 0 Rm imm6:6 Rn Rd", "adds <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmn <Xn>, <Xm><{,shift}>");
        put(23, "AddSubShifted.adds32", "0 0 1 01011 00 0 Rm 0 imm5:5 Rn Rd", "adds <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmn <Wn>, <Wm><{,shift}>");
        put(24, "AddSubShifted.sub64", "1 1 0 01011 00 0 Rm imm6:6 Rn Rd", "sub <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => neg <Xd>, <Xm><{,shift}>");
        put(25, "AddSubShifted.sub32", "0 1 0 01011 00 0 Rm 0 imm5:5 Rn Rd", "sub <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => neg <Wd>, <Wm><{,shift}>");
        put(26, "AddSubShifted.subs64", "1 1 1 01011 00 0 Rm imm6:6 Rn Rd", "subs <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmp <Xn>, <Xm><{,shift}>",
                "Rn == 31 => negs <Xd>, <Xm><{,shift}>");
        put(27, "AddSubShifted.subs32", "0 1 1 01011 00 0 Rm 0 imm5:5 Rn Rd", "subs <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmp <Wn>, <Wm><{,shift}>",
                "Rn == 31 => negs <Wd>, <Wm><{,shift}>");
        put(28, "Bitfield.sbfm64", "1 00 100110 1 immr:6 imms:6 Rn Rd", "sbfm <Xd>, <Xn>, <#immr>, <#imms>",
                "imms == 63 => asr <Xd>, <Xn>, <#immr>",
                "immr == 0 && imms == 7 => sxtb <Xd>, <Wn>",
                "immr == 0 && imms == 15 => sxth <Xd>, <Wn>",
                "immr == 0 && imms == 31 => sxtw <Xd>, <Wn>",
                "imms < immr => sbfiz <Xd>, <Xn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => sbfx <Xd>, <Xn>, <#immr>, <{bfxwidth}>");
        put(29, "Bitfield.sbfm32", "0 00 100110 0 0 immr:5 0 imms:5 Rn Rd", "sbfm <Wd>, <Wn>, <#immr>, <#imms>",
                "imms == 31 => asr <Wd>, <Wn>, <#immr>",
                "immr == 0 && imms == 7 => sxtb <Wd>, <Wn>",
                "immr == 0 && imms == 15 => sxth <Wd>, <Wn>",
                "imms < immr => sbfiz <Wd>, <Wn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => sbfx <Wd>, <Wn>, <#immr>, <{bfxwidth}>");
        put(30, "Bitfield.bfm64", "1 01 100110 1 immr:6 imms:6 Rn Rd", "bfm <Xd>, <Xn>, <#immr>, <#imms>",
                "Rn == 31 && imms < immr => bfc <Xd>, <{bfizlsb}>, <{bfizwidth}>",
                "imms < immr => bfi <Xd>, <Xn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => bfxil <Xd>, <Xn>, <#immr>, <{bfxwidth}>");
        put(31, "Bitfield.bfm32", "0 01 100110 0 0 immr:5 0 imms:5 Rn Rd", "bfm <Wd>, <Wn>, <#immr>, <#imms>",
                "Rn == 31 && imms < immr => bfc <Wd>, <{bfizlsb}>, <{bfizwidth}>",
                "imms < immr => bfi <Wd>, <Wn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => bfxil <Wd>, <Wn>, <#immr>, <{bfxwidth}>");
        put(32, "Bitfield.ubfm64", "1 10 100110 1 immr:6 imms:6 Rn Rd", "ubfm <Xd>, <Xn>, <#immr>, <#imms>",
                "imms != 63 && imms + 1 == immr => lsl <Xd>, <Xn>, <{lslamount}>",
                "imms == 63 => lsr <Xd>, <Xn>, <#immr>",
                "imms < immr => ubfiz <Xd>, <Xn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => ubfx <Xd>, <Xn>, <#immr>, <{bfxwidth}>");
        put(33, "Bitfield.ubfm32", "0 10 100110 0 0 immr:5 0 imms:5 Rn Rd", "ubfm <Wd>, <Wn>, <#immr>, <#imms>",
                "imms != 31 && imms + 1 == immr => lsl <Wd>, <Wn>, <{lslamount}>",
                "imms == 31 => lsr <Wd>, <Wn>, <#immr>",
                "immr == 0 && imms == 7 => uxtb <Wd>, <Wn>",
                "immr == 0 && imms == 15 => uxth <Wd>, <Wn>",
                "imms < immr => ubfiz <Wd>, <Wn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => ubfx <Wd>, <Wn>, <#immr>, <{bfxwidth}>");
        put(34, "Branch.b", "0 00101 imm26:26", "b <label:imm26*4>");
        put(35, "Branch.bl", "1 00101 imm26:26", "bl <label:imm26*4>");
        put(36, "Branch.br", "1101011 0 0 00 11111 000000 Rn 00000", "br <Xn>");
        put(37, "Branch.blr", "1101011 0 0 01 11111 000000 Rn 00000", "blr <Xn>");
        put(38, "Branch.ret", "1101011 0 0 10 11111 000000 Rn 00000", "ret <Xn>",
                "Rn == 30 => ret");
        put(39, "CompareBranch.cbz64", "1 011010 0 imm19:19 Rts", "cbz <Xt>, <label:imm19*4>");
        put(40, "CompareBranch.cbz32", "0 011010 0 imm19:19 Rts", "cbz <Wt>, <label:imm19*4>");
        put(41, "CompareBranch.cbnz64", "1 011010 1 imm19:19 Rts", "cbnz <Xt>, <label:imm19*4>");
        put(42, "CompareBranch.cbnz32", "0 011010 1 imm19:19 Rts", "cbnz <Wt>, <label:imm19*4>");
        put(43, "CompareBranch.tbz", "0 011011 0 b40:5 imm14:14 Rts", "tbz <Wt>, <{bitnumber}>, <label:imm14*4>");
        put(44, "CompareBranch.tbz", "1 011011 0 b40:5 imm14:14 Rts", "tbz <Xt>, <{bitnumber}>, <label:imm14*4>");
        put(45, "CompareBranch.tbnz", "0 011011 1 b40:5 imm14:14 Rts", "tbnz <Wt>, <{bitnumber}>, <label:imm14*4>");
        put(46, "CompareBranch.tbnz", "1 011011 1 b40:5 imm14:14 Rts", "tbnz <Xt>, <{bitnumber}>, <label:imm14*4>");
        put(47, "ConditionalBranch.eq", "0101010 0 imm19:19 0 0000", "b.eq <label:imm19*4>");
        put(48, "ConditionalBranch.ne", "0101010 0 imm19:19 0 0001", "b.ne <label:imm19*4>");
        put(49, "ConditionalBranch.cs", "0101010 0 imm19:19 0 0010", "b.cs <label:imm19*4>");
        put(50, "ConditionalBranch.cc", "0101010 0 imm19:19 0 0011", "b.cc <label:imm19*4>");
        put(51, "ConditionalBranch.mi", "0101010 0 imm19:19 0 0100", "b.mi <label:imm19*4>");
        put(52, "ConditionalBranch.pl", "0101010 0 imm19:19 0 0101", "b.pl <label:imm19*4>");
        put(53, "ConditionalBranch.vs", "0101010 0 imm19:19 0 0110", "b.vs <label:imm19*4>");
        put(54, "ConditionalBranch.vc", "0101010 0 imm19:19 0 0111", "b.vc <label:imm19*4>");
        put(55, "ConditionalBranch.hi", "0101010 0 imm19:19 0 1000", "b.hi <label:imm19*4>");
        put(56, "ConditionalBranch.ls", "0101010 0 imm19:19 0 1001", "b.ls <label:imm19*4>");
        put(57, "ConditionalBranch.ge", "0101010 0 imm19:19 0 1010", "b.ge <label:imm19*4>");
        put(58, "ConditionalBranch.lt", "0101010 0 imm19:19 0 1011", "b.lt <label:imm19*4>");
        put(59, "ConditionalBranch.gt", "0101010 0 imm19:19 0 1100", "b.gt <label:imm19*4>");
        put(60, "ConditionalBranch.le", "0101010 0 imm19:19 0 1101", "b.le <label:imm19*4>");
        put(61, "ConditionalBranch.always", "0101010 0 imm19:19 0 1110", "b.al <label:imm19*4>");
        put(62, "ConditionalBranch.always", "0101010 0 imm19:19 0 1111", "b.nv <label:imm19*4>");
        put(63, "ConditionalCompare.ccmn64", "1 0 1 11010010 Rm cond:4 0 0 Rn 0 nzcv:4", "ccmn <Xn>, <Xm>, <#nzcv>, <{cond}>");
        put(64, "ConditionalCompare.ccmn32", "0 0 1 11010010 Rm cond:4 0 0 Rn 0 nzcv:4", "ccmn <Wn>, <Wm>, <#nzcv>, <{cond}>");
        put(65, "ConditionalCompare.ccmp64", "1 1 1 11010010 Rm cond:4 0 0 Rn 0 nzcv:4", "ccmp <Xn>, <Xm>, <#nzcv>, <{cond}>");
        put(66, "ConditionalCompare.ccmp32", "0 1 1 11010010 Rm cond:4 0 0 Rn 0 nzcv:4", "ccmp <Wn>, <Wm>, <#nzcv>, <{cond}>");
        put(67, "ConditionalCompare.ccmnImmediate64", "1 0 1 11010010 imm5:5 cond:4 1 0 Rn 0 nzcv:4", "ccmn <Xn>, <#imm5>, <#nzcv>, <{cond}>");
        put(68, "ConditionalCompare.ccmnImmediate32", "0 0 1 11010010 imm5:5 cond:4 1 0 Rn 0 nzcv:4", "ccmn <Wn>, <#imm5>, <#nzcv>, <{cond}>");
        put(69, "ConditionalCompare.ccmpImmediate64", "1 1 1 11010010 imm5:5 cond:4 1 0 Rn 0 nzcv:4", "ccmp <Xn>, <#imm5>, <#nzcv>, <{cond}>");
        put(70, "ConditionalCompare.ccmpImmediate32", "0 1 1 11010010 imm5:5 cond:4 1 0 Rn 0 nzcv:4", "ccmp <Wn>, <#imm5>, <#nzcv>, <{cond}>");
        put(71, "ConditionalSelect.csel64", "1 0 0 11010100 Rm cond:4 0 0 Rn Rd", "csel <Xd>, <Xn>, <Xm>, <{cond}>");
        put(72, "ConditionalSelect.csel32", "0 0 0 11010100 Rm cond:4 0 0 Rn Rd", "csel <Wd>, <Wn>, <Wm>, <{cond}>");
        put(73, "ConditionalSelect.csinc64", "1 0 0 11010100 Rm cond:4 0 1 Rn Rd", "csinc <Xd>, <Xn>, <Xm>, <{cond}>",
                "Rm == 31 && Rn == 31 && cond < 14 => cset <Xd>, <{notcond}>",
                "Rm == Rn && cond < 14 => cinc <Xd>, <Xn>, <{notcond}>");
        put(74, "ConditionalSelect.csinc32", "0 0 0 11010100 Rm cond:4 0 1 Rn Rd", "csinc <Wd>, <Wn>, <Wm>, <{cond}>",
                "Rm == 31 && Rn == 31 && cond < 14 => cset <Wd>, <{notcond}>",
                "Rm == Rn && cond < 14 => cinc <Wd>, <Wn>, <{notcond}>");
        put(75, "ConditionalSelect.csinv64", "1 1 0 11010100 Rm cond:4 0 0 Rn Rd", "csinv <Xd>, <Xn>, <Xm>, <{cond}>",
                "Rm == 31 && Rn == 31 && cond < 14 => csetm <Xd>, <{notcond}>",
                "Rm == Rn && cond < 14 => cinv <Xd>, <Xn>, <{notcond}>");
        put(76, "ConditionalSelect.csinv32", "0 1 0 11010100 Rm cond:4 0 0 Rn Rd", "csinv <Wd>, <Wn>, <Wm>, <{cond}>",
                "Rm == 31 && Rn == 31 && cond < 14 => csetm <Wd>, <{notcond}>",
                "Rm == Rn && cond < 14 => cinv <Wd>, <Wn>, <{notcond}>");
        put(77, "ConditionalSelect.csneg64", "1 1 0 11010100 Rm cond:4 0 1 Rn Rd", "csneg <Xd>, <Xn>, <Xm>, <{cond}>",
                "Rm == Rn && cond < 14 => cneg <Xd>, <Xn>, <{notcond}>");
        put(78, "ConditionalSelect.csneg32", "0 1 0 11010100 Rm cond:4 0 1 Rn Rd", "csneg <Wd>, <Wn>, <Wm>, <{cond}>",
                "Rm == Rn && cond < 14 => cneg <Wd>, <Wn>, <{notcond}>");
        put(79, "DataProcessing1.rbit64", "1 1 0 11010110 00000 000000 Rn Rd", "rbit <Xd>, <Xn>");
        put(80, "DataProcessing1.rbit32", "0 1 0 11010110 00000 000000 Rn Rd", "rbit <Wd>, <Wn>");
        put(81, "DataProcessing1.rev16On64", "1 1 0 11010110 00000 000001 Rn Rd", "rev16 <Xd>, <Xn>");
        put(82, "DataProcessing1.rev16On32", "0 1 0 11010110 00000 000001 Rn Rd", "rev16 <Wd>, <Wn>");
        put(83, "DataProcessing1.rev32On64", "1 1 0 11010110 00000 000010 Rn Rd", "rev32 <Xd>, <Xn>");
        put(84, "DataProcessing1.rev32", "0 1 0 11010110 00000 000010 Rn Rd", "rev <Wd>, <Wn>");
        put(85, "DataProcessing1.rev64", "1 1 0 11010110 00000 000011 Rn Rd", "rev <Xd>, <Xn>");
        put(86, "DataProcessing1.clz64", "1 1 0 11010110 00000 000100 Rn Rd", "clz <Xd>, <Xn>");
        put(87, "DataProcessing1.clz32", "0 1 0 11010110 00000 000100 Rn Rd", "clz <Wd>, <Wn>");
        put(88, "DataProcessing1.cls64", "1 1 0 11010110 00000 000101 Rn Rd", "cls <Xd>, <Xn>");
        put(89, "DataProcessing1.cls32", "0 1 0 11010110 00000 000101 Rn Rd", "cls <Wd>, <Wn>");
        put(90, "DataProcessing2.udiv64", "1 0 0 11010110 Rm 00001 0 Rn Rd", "udiv <Xd>, <Xn>, <Xm>");
        put(91, "DataProcessing2.udiv32", "0 0 0 11010110 Rm 00001 0 Rn Rd", "udiv <Wd>, <Wn>, <Wm>");
        put(92, "DataProcessing2.sdiv64", "1 0 0 11010110 Rm 00001 1 Rn Rd", "sdiv <Xd>, <Xn>, <Xm>");
        put(93, "DataProcessing2.sdiv32", "0 0 0 11010110 Rm 00001 1 Rn Rd", "sdiv <Wd>, <Wn>, <Wm>");
        put(94, "DataProcessing2.lslv64", "1 0 0 11010110 Rm 0010 00 Rn Rd", "lsl <Xd>, <Xn>, <Xm>");
        put(95, "DataProcessing2.lslv32", "0 0 0 11010110 Rm 0010 00 Rn Rd", "lsl <Wd>, <Wn>, <Wm>");
        put(96, "DataProcessing2.lsrv64", "1 0 0 11010110 Rm 0010 01 Rn Rd", "lsr <Xd>, <Xn>, <Xm>");
        put(97, "DataProcessing2.lsrv32", "0 0 0 11010110 Rm 0010 01 Rn Rd", "lsr <Wd>, <Wn>, <Wm>");
        put(98, "DataProcessing2.asrv64", "1 0 0 11010110 Rm 0010 10 Rn Rd", "asr <Xd>, <Xn>, <Xm>");
        put(99, "DataProcessing2.asrv32", "0 0 0 11010110 Rm 0010 10 Rn Rd", "asr <Wd>, <Wn>, <Wm>");
        put(100, "DataProcessing2.rorv64", "1 0 0 11010110 Rm 0010 11 Rn Rd", "ror <Xd>, <Xn>, <Xm>");
        put(101, "DataProcessing2.rorv32", "0 0 0 11010110 Rm 0010 11 Rn Rd", "ror <Wd>, <Wn>, <Wm>");
        put(102, "DataProcessing3.madd64", "1 00 11011 000 Rm 0 Ra Rn Rd", "madd <Xd>, <Xn>, <Xm>, <Xa>",
                "Ra == 31 => mul <Xd>, <Xn>, <Xm>");
        put(103, "DataProcessing3.madd32", "0 00 11011 000 Rm 0 Ra Rn Rd", "madd <Wd>, <Wn>, <Wm>, <Wa>",
                "Ra == 31 => mul <Wd>, <Wn>, <Wm>");
        put(104, "DataProcessing3.msub64", "1 00 11011 000 Rm 1 Ra Rn Rd", "msub <Xd>, <Xn>, <Xm>, <Xa>",
                "Ra == 31 => mneg <Xd>, <Xn>, <Xm>");
        put(105, "DataProcessing3.msub32", "0 00 11011 000 Rm 1 Ra Rn Rd", "msub <Wd>, <Wn>, <Wm>, <Wa>",
                "Ra == 31 => mneg <Wd>, <Wn>, <Wm>");
        put(106, "DataProcessing3.smaddl", "1 00 11011 001 Rm 0 Ra Rn Rd", "smaddl <Xd>, <Wn>, <Wm>, <Xa>",
                "Ra == 31 => smull <Xd>, <Wn>, <Wm>");
        put(107, "DataProcessing3.smsubl", "1 00 11011 001 Rm 1 Ra Rn Rd", "smsubl <Xd>, <Wn>, <Wm>, <Xa>",
                "Ra == 31 => smnegl <Xd>, <Wn>, <Wm>");
        put(108, "DataProcessing3.smulh", "1 00 11011 010 Rm 0 sbo:5 Rn Rd", "smulh <Xd>, <Xn>, <Xm>");
        put(109, "DataProcessing3.umaddl", "1 00 11011 101 Rm 0 Ra Rn Rd", "umaddl <Xd>, <Wn>, <Wm>, <Xa>",
                "Ra == 31 => umull <Xd>, <Wn>, <Wm>");
        put(110, "DataProcessing3.umsubl", "1 00 11011 101 Rm 1 Ra Rn Rd", "umsubl <Xd>, <Wn>, <Wm>, <Xa>",
                "Ra == 31 => umnegl <Xd>, <Wn>, <Wm>");
        put(111, "DataProcessing3.umulh", "1 00 11011 110 Rm 0 sbo:5 Rn Rd", "umulh <Xd>, <Xn>, <Xm>");
        put(112, "ExceptionGeneration.svc", "11010100 000 imm16:16 000 01", "svc <#imm16>");
        put(113, "ExceptionGeneration.hvc", "11010100 000 imm16:16 000 10", "hvc <#imm16>");
        put(114, "ExceptionGeneration.smc", "11010100 000 imm16:16 000 11", "smc <#imm16>");
        put(115, "ExceptionGeneration.brk", "11010100 001 imm16:16 000 00", "brk <#imm16>");
        put(116, "ExceptionGeneration.hlt", "11010100 010 imm16:16 000 00", "hlt <#imm16>");
        put(117, "ExceptionGeneration.undefined", "11010100 101 imm16:16 000 01", "dcps1 <#imm16>",
                "imm16 == 0 => dcps1");
        put(118, "ExceptionGeneration.undefined", "11010100 101 imm16:16 000 10", "dcps2 <#imm16>",
                "imm16 == 0 => dcps2");
        put(119, "ExceptionGeneration.undefined", "11010100 101 imm16:16 000 11", "dcps3 <#imm16>",
                "imm16 == 0 => dcps3");
        put(120, "ExceptionGeneration.undefined", "1101011 0101 11111 000000 11111 00000", "drps");
        put(121, "ExceptionGeneration.undefined", "0000000000000000 imm16:16", "udf <#imm16>");
        put(122, "ExceptionGeneration.eret", "1101011 0100 11111 000000 11111 00000", "eret");
        put(123, "Exclusive.ldxr8", "00 001000 0 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", "ldxrb <Wt>, [<Xn|SP>]");
        put(124, "Exclusive.ldxr8", "00 001000 0 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldaxrb <Wt>, [<Xn|SP>]");
        put(125, "Exclusive.ldxr16", "01 001000 0 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", "ldxrh <Wt>, [<Xn|SP>]");
        put(126, "Exclusive.ldxr16", "01 001000 0 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldaxrh <Wt>, [<Xn|SP>]");
        put(127, "Exclusive.ldxr32", "10 001000 0 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", "ldxr <Wt>, [<Xn|SP>]");
        put(128, "Exclusive.ldxr32", "10 001000 0 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldaxr <Wt>, [<Xn|SP>]");
        put(129, "Exclusive.ldxr64", "11 001000 0 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", "ldxr <Xt>, [<Xn|SP>]");
        put(130, "Exclusive.ldxr64", "11 001000 0 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldaxr <Xt>, [<Xn|SP>]");
        put(131, "Exclusive.stxr8", "00 001000 0 0 0 Rs 0 sbo:5 Rn|SP Rts", "stxrb <Ws>, <Wt>, [<Xn|SP>]");
    }

    private static void part1() {
        put(132, "Exclusive.stxr8", "00 001000 0 0 0 Rs 1 sbo:5 Rn|SP Rts", "stlxrb <Ws>, <Wt>, [<Xn|SP>]");
        put(133, "Exclusive.stxr16", "01 001000 0 0 0 Rs 0 sbo:5 Rn|SP Rts", "stxrh <Ws>, <Wt>, [<Xn|SP>]");
        put(134, "Exclusive.stxr16", "01 001000 0 0 0 Rs 1 sbo:5 Rn|SP Rts", "stlxrh <Ws>, <Wt>, [<Xn|SP>]");
        put(135, "Exclusive.stxr32", "10 001000 0 0 0 Rs 0 sbo:5 Rn|SP Rts", "stxr <Ws>, <Wt>, [<Xn|SP>]");
        put(136, "Exclusive.stxr32", "10 001000 0 0 0 Rs 1 sbo:5 Rn|SP Rts", "stlxr <Ws>, <Wt>, [<Xn|SP>]");
        put(137, "Exclusive.stxr64", "11 001000 0 0 0 Rs 0 sbo:5 Rn|SP Rts", "stxr <Ws>, <Xt>, [<Xn|SP>]");
        put(138, "Exclusive.stxr64", "11 001000 0 0 0 Rs 1 sbo:5 Rn|SP Rts", "stlxr <Ws>, <Xt>, [<Xn|SP>]");
        put(139, "Exclusive.ldxp32", "10 001000 0 1 1 sbo:5 0 Rt2 Rn|SP Rt", "ldxp <Wt>, <Wt2>, [<Xn|SP>]");
        put(140, "Exclusive.ldxp32", "10 001000 0 1 1 sbo:5 1 Rt2 Rn|SP Rt", "ldaxp <Wt>, <Wt2>, [<Xn|SP>]");
        put(141, "Exclusive.ldxp64", "11 001000 0 1 1 sbo:5 0 Rt2 Rn|SP Rt", "ldxp <Xt>, <Xt2>, [<Xn|SP>]");
        put(142, "Exclusive.ldxp64", "11 001000 0 1 1 sbo:5 1 Rt2 Rn|SP Rt", "ldaxp <Xt>, <Xt2>, [<Xn|SP>]");
        put(143, "Exclusive.stxp32", "10 001000 0 0 1 Rs 0 Rt2 Rn|SP Rts", "stxp <Ws>, <Wt>, <Wt2>, [<Xn|SP>]");
        put(144, "Exclusive.stxp32", "10 001000 0 0 1 Rs 1 Rt2 Rn|SP Rts", "stlxp <Ws>, <Wt>, <Wt2>, [<Xn|SP>]");
        put(145, "Exclusive.stxp64", "11 001000 0 0 1 Rs 0 Rt2 Rn|SP Rts", "stxp <Ws>, <Xt>, <Xt2>, [<Xn|SP>]");
        put(146, "Exclusive.stxp64", "11 001000 0 0 1 Rs 1 Rt2 Rn|SP Rts", "stlxp <Ws>, <Xt>, <Xt2>, [<Xn|SP>]");
        put(147, "Extract.extr64", "1 00 100111 1 0 Rm imms:6 Rn Rd", "extr <Xd>, <Xn>, <Xm>, <#imms>",
                "Rn == Rm => ror <Xd>, <Xn>, <#imms>");
        put(148, "Extract.extr32", "0 00 100111 0 0 Rm 0 imms:5 Rn Rd", "extr <Wd>, <Wn>, <Wm>, <#imms>",
                "Rn == Rm => ror <Wd>, <Wn>, <#imms>");
        put(149, "Hints.nothing", "1101010100 0 00 011 0010 hint:7 11111", "hint <#hint>");
        put(150, "Hints.nothing", "1101010100 0 00 011 0010 0000 000 11111", "nop");
        put(151, "Hints.nothing", "1101010100 0 00 011 0010 0000 110 11111", "dgh");
        put(152, "Hints.nothing", "1101010100 0 00 011 0010 0000 111 11111", "xpaclri");
        put(153, "Hints.nothing", "1101010100 0 00 011 0010 0001 000 11111", "pacia1716");
        put(154, "Hints.nothing", "1101010100 0 00 011 0010 0001 010 11111", "pacib1716");
        put(155, "Hints.nothing", "1101010100 0 00 011 0010 0001 100 11111", "autia1716");
        put(156, "Hints.nothing", "1101010100 0 00 011 0010 0001 110 11111", "autib1716");
        put(157, "Hints.nothing", "1101010100 0 00 011 0010 0010 000 11111", "esb");
        put(158, "Hints.nothing", "1101010100 0 00 011 0010 0010 001 11111", "psb csync");
        put(159, "Hints.nothing", "1101010100 0 00 011 0010 0010 010 11111", "tsb csync");
        put(160, "Hints.nothing", "1101010100 0 00 011 0010 0010 100 11111", "csdb");
        put(161, "Hints.nothing", "1101010100 0 00 011 0010 0011 000 11111", "paciaz");
        put(162, "Hints.nothing", "1101010100 0 00 011 0010 0011 001 11111", "paciasp");
        put(163, "Hints.nothing", "1101010100 0 00 011 0010 0011 010 11111", "pacibz");
        put(164, "Hints.nothing", "1101010100 0 00 011 0010 0011 011 11111", "pacibsp");
        put(165, "Hints.nothing", "1101010100 0 00 011 0010 0011 100 11111", "autiaz");
        put(166, "Hints.nothing", "1101010100 0 00 011 0010 0011 101 11111", "autiasp");
        put(167, "Hints.nothing", "1101010100 0 00 011 0010 0011 110 11111", "autibz");
        put(168, "Hints.nothing", "1101010100 0 00 011 0010 0011 111 11111", "autibsp");
        put(169, "Hints.nothing", "1101010100 0 00 011 0010 0100 000 11111", "bti");
        put(170, "Hints.nothing", "1101010100 0 00 011 0010 0100 010 11111", "bti c");
        put(171, "Hints.nothing", "1101010100 0 00 011 0010 0100 100 11111", "bti j");
        put(172, "Hints.nothing", "1101010100 0 00 011 0010 0100 110 11111", "bti jc");
        put(173, "Hints.nothing", "1101010100 0 00 011 0011 CRm:4 100 11111", "dsb <{barrier}>",
                "CRm == 0 => ssbb",
                "CRm == 4 => pssbb");
        put(174, "Hints.nothing", "1101010100 0 00 011 0011 CRm:4 101 11111", "dmb <{barrier}>");
        put(175, "Hints.nothing", "1101010100 0 00 011 0011 CRm:4 110 11111", "isb <#CRm>",
                "CRm == 15 => isb");
        put(176, "Hints.nothing", "1101010100 0 00 011 0011 0000 111 11111", "sb");
        put(177, "Hints.clrex", "1101010100 0 00 011 0011 CRm:4 010 11111", "clrex <#CRm>",
                "CRm == 15 => clrex");
        put(178, "Hints.sevl", "1101010100 0 00 011 0010 0000 101 11111", "sevl");
        put(179, "Hints.yield", "1101010100 0 00 011 0010 0000 001 11111", "yield");
        put(180, "Hints.wfe", "1101010100 0 00 011 0010 0000 010 11111", "wfe");
        put(181, "Hints.wfi", "1101010100 0 00 011 0010 0000 011 11111", "wfi");
        put(182, "Hints.sev", "1101010100 0 00 011 0010 0000 100 11111", "sev");
        put(183, "LoadLiteral.ldr32", "00 011 0 00 imm19:19 Rt", "ldr <Wt>, <label:imm19*4>");
        put(184, "LoadLiteral.ldr64", "01 011 0 00 imm19:19 Rt", "ldr <Xt>, <label:imm19*4>");
        put(185, "LoadLiteral.ldrsw", "10 011 0 00 imm19:19 Rt", "ldrsw <Xt>, <label:imm19*4>");
        put(186, "LoadLiteral.prfm", "11 011 0 00 imm19:19 prfop:5", "prfm <{prfop}>, <label:imm19*4>");
        put(187, "LoadStoreIndexed.strb", "00 111 0 00 00 0 imm9:9 01 Rn|SP Rts", "strb <Wt>, [<Xn|SP>], <#simm9>");
        put(188, "LoadStoreIndexed.strb", "00 111 0 00 00 0 imm9:9 11 Rn|SP Rts", "strb <Wt>, [<Xn|SP>, <#simm9>]!");
        put(189, "LoadStoreIndexed.ldrb", "00 111 0 00 01 0 imm9:9 01 Rn|SP Rt", "ldrb <Wt>, [<Xn|SP>], <#simm9>");
        put(190, "LoadStoreIndexed.ldrb", "00 111 0 00 01 0 imm9:9 11 Rn|SP Rt", "ldrb <Wt>, [<Xn|SP>, <#simm9>]!");
        put(191, "LoadStoreIndexed.ldrsb64", "00 111 0 00 10 0 imm9:9 01 Rn|SP Rt", "ldrsb <Xt>, [<Xn|SP>], <#simm9>");
        put(192, "LoadStoreIndexed.ldrsb64", "00 111 0 00 10 0 imm9:9 11 Rn|SP Rt", "ldrsb <Xt>, [<Xn|SP>, <#simm9>]!");
        put(193, "LoadStoreIndexed.ldrsb32", "00 111 0 00 11 0 imm9:9 01 Rn|SP Rt", "ldrsb <Wt>, [<Xn|SP>], <#simm9>");
        put(194, "LoadStoreIndexed.ldrsb32", "00 111 0 00 11 0 imm9:9 11 Rn|SP Rt", "ldrsb <Wt>, [<Xn|SP>, <#simm9>]!");
        put(195, "LoadStoreIndexed.strh", "01 111 0 00 00 0 imm9:9 01 Rn|SP Rts", "strh <Wt>, [<Xn|SP>], <#simm9>");
        put(196, "LoadStoreIndexed.strh", "01 111 0 00 00 0 imm9:9 11 Rn|SP Rts", "strh <Wt>, [<Xn|SP>, <#simm9>]!");
        put(197, "LoadStoreIndexed.ldrh", "01 111 0 00 01 0 imm9:9 01 Rn|SP Rt", "ldrh <Wt>, [<Xn|SP>], <#simm9>");
        put(198, "LoadStoreIndexed.ldrh", "01 111 0 00 01 0 imm9:9 11 Rn|SP Rt", "ldrh <Wt>, [<Xn|SP>, <#simm9>]!");
        put(199, "LoadStoreIndexed.ldrsh64", "01 111 0 00 10 0 imm9:9 01 Rn|SP Rt", "ldrsh <Xt>, [<Xn|SP>], <#simm9>");
        put(200, "LoadStoreIndexed.ldrsh64", "01 111 0 00 10 0 imm9:9 11 Rn|SP Rt", "ldrsh <Xt>, [<Xn|SP>, <#simm9>]!");
        put(201, "LoadStoreIndexed.ldrsh32", "01 111 0 00 11 0 imm9:9 01 Rn|SP Rt", "ldrsh <Wt>, [<Xn|SP>], <#simm9>");
        put(202, "LoadStoreIndexed.ldrsh32", "01 111 0 00 11 0 imm9:9 11 Rn|SP Rt", "ldrsh <Wt>, [<Xn|SP>, <#simm9>]!");
        put(203, "LoadStoreIndexed.str32", "10 111 0 00 00 0 imm9:9 01 Rn|SP Rts", "str <Wt>, [<Xn|SP>], <#simm9>");
        put(204, "LoadStoreIndexed.str32", "10 111 0 00 00 0 imm9:9 11 Rn|SP Rts", "str <Wt>, [<Xn|SP>, <#simm9>]!");
        put(205, "LoadStoreIndexed.ldr32", "10 111 0 00 01 0 imm9:9 01 Rn|SP Rt", "ldr <Wt>, [<Xn|SP>], <#simm9>");
        put(206, "LoadStoreIndexed.ldr32", "10 111 0 00 01 0 imm9:9 11 Rn|SP Rt", "ldr <Wt>, [<Xn|SP>, <#simm9>]!");
        put(207, "LoadStoreIndexed.ldrsw", "10 111 0 00 10 0 imm9:9 01 Rn|SP Rt", "ldrsw <Xt>, [<Xn|SP>], <#simm9>");
        put(208, "LoadStoreIndexed.ldrsw", "10 111 0 00 10 0 imm9:9 11 Rn|SP Rt", "ldrsw <Xt>, [<Xn|SP>, <#simm9>]!");
        put(209, "LoadStoreIndexed.str64", "11 111 0 00 00 0 imm9:9 01 Rn|SP Rts", "str <Xt>, [<Xn|SP>], <#simm9>");
        put(210, "LoadStoreIndexed.str64", "11 111 0 00 00 0 imm9:9 11 Rn|SP Rts", "str <Xt>, [<Xn|SP>, <#simm9>]!");
        put(211, "LoadStoreIndexed.ldr64", "11 111 0 00 01 0 imm9:9 01 Rn|SP Rt", "ldr <Xt>, [<Xn|SP>], <#simm9>");
        put(212, "LoadStoreIndexed.ldr64", "11 111 0 00 01 0 imm9:9 11 Rn|SP Rt", "ldr <Xt>, [<Xn|SP>, <#simm9>]!");
        put(213, "LoadStoreOrdered.stlr8", "00 001000 1 0 0 sbo:5 1 sbo2:5 Rn|SP Rts", "stlrb <Wt>, [<Xn|SP>]");
        put(214, "LoadStoreOrdered.stlr16", "01 001000 1 0 0 sbo:5 1 sbo2:5 Rn|SP Rts", "stlrh <Wt>, [<Xn|SP>]");
        put(215, "LoadStoreOrdered.stlr32", "10 001000 1 0 0 sbo:5 1 sbo2:5 Rn|SP Rts", "stlr <Wt>, [<Xn|SP>]");
        put(216, "LoadStoreOrdered.stlr64", "11 001000 1 0 0 sbo:5 1 sbo2:5 Rn|SP Rts", "stlr <Xt>, [<Xn|SP>]");
        put(217, "LoadStoreOrdered.ldar8", "00 001000 1 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldarb <Wt>, [<Xn|SP>]");
        put(218, "LoadStoreOrdered.ldar8", "00 111 0 00 101 11111 1 100 00 Rn|SP Rt", "ldaprb <Wt>, [<Xn|SP>]");
        put(219, "LoadStoreOrdered.ldar16", "01 001000 1 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldarh <Wt>, [<Xn|SP>]");
        put(220, "LoadStoreOrdered.ldar16", "01 111 0 00 101 11111 1 100 00 Rn|SP Rt", "ldaprh <Wt>, [<Xn|SP>]");
        put(221, "LoadStoreOrdered.ldar32", "10 001000 1 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldar <Wt>, [<Xn|SP>]");
        put(222, "LoadStoreOrdered.ldar32", "10 111 0 00 101 11111 1 100 00 Rn|SP Rt", "ldapr <Wt>, [<Xn|SP>]");
        put(223, "LoadStoreOrdered.ldar64", "11 001000 1 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", "ldar <Xt>, [<Xn|SP>]");
        put(224, "LoadStoreOrdered.ldar64", "11 111 0 00 101 11111 1 100 00 Rn|SP Rt", "ldapr <Xt>, [<Xn|SP>]");
        put(225, "LoadStorePair.stp32", "00 101 0 010 0 imm7:7 Rt2 Rn|SP Rts", "stp <Wt>, <Wt2>, [<Xn|SP><{,#simm7*4}>]");
        put(226, "LoadStorePair.stp32", "00 101 0 000 0 imm7:7 Rt2 Rn|SP Rts", "stnp <Wt>, <Wt2>, [<Xn|SP><{,#simm7*4}>]");
        put(227, "LoadStorePair.stpIndexed32", "00 101 0 001 0 imm7:7 Rt2 Rn|SP Rts", "stp <Wt>, <Wt2>, [<Xn|SP>], <#simm7*4>");
        put(228, "LoadStorePair.stpIndexed32", "00 101 0 011 0 imm7:7 Rt2 Rn|SP Rts", "stp <Wt>, <Wt2>, [<Xn|SP>, <#simm7*4>]!");
        put(229, "LoadStorePair.ldp32", "00 101 0 010 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Wt>, <Wt2>, [<Xn|SP><{,#simm7*4}>]");
        put(230, "LoadStorePair.ldp32", "00 101 0 000 1 imm7:7 Rt2 Rn|SP Rt", "ldnp <Wt>, <Wt2>, [<Xn|SP><{,#simm7*4}>]");
        put(231, "LoadStorePair.ldpIndexed32", "00 101 0 001 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Wt>, <Wt2>, [<Xn|SP>], <#simm7*4>");
        put(232, "LoadStorePair.ldpIndexed32", "00 101 0 011 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Wt>, <Wt2>, [<Xn|SP>, <#simm7*4>]!");
        put(233, "LoadStorePair.ldpsw", "01 101 0 010 1 imm7:7 Rt2 Rn|SP Rt", "ldpsw <Xt>, <Xt2>, [<Xn|SP><{,#simm7*4}>]");
        put(234, "LoadStorePair.ldpswIndexed", "01 101 0 001 1 imm7:7 Rt2 Rn|SP Rt", "ldpsw <Xt>, <Xt2>, [<Xn|SP>], <#simm7*4>");
        put(235, "LoadStorePair.ldpswIndexed", "01 101 0 011 1 imm7:7 Rt2 Rn|SP Rt", "ldpsw <Xt>, <Xt2>, [<Xn|SP>, <#simm7*4>]!");
        put(236, "LoadStorePair.stp64", "10 101 0 010 0 imm7:7 Rt2 Rn|SP Rts", "stp <Xt>, <Xt2>, [<Xn|SP><{,#simm7*8}>]");
        put(237, "LoadStorePair.stp64", "10 101 0 000 0 imm7:7 Rt2 Rn|SP Rts", "stnp <Xt>, <Xt2>, [<Xn|SP><{,#simm7*8}>]");
        put(238, "LoadStorePair.stpIndexed64", "10 101 0 001 0 imm7:7 Rt2 Rn|SP Rts", "stp <Xt>, <Xt2>, [<Xn|SP>], <#simm7*8>");
        put(239, "LoadStorePair.stpIndexed64", "10 101 0 011 0 imm7:7 Rt2 Rn|SP Rts", "stp <Xt>, <Xt2>, [<Xn|SP>, <#simm7*8>]!");
        put(240, "LoadStorePair.ldp64", "10 101 0 010 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Xt>, <Xt2>, [<Xn|SP><{,#simm7*8}>]");
        put(241, "LoadStorePair.ldp64", "10 101 0 000 1 imm7:7 Rt2 Rn|SP Rt", "ldnp <Xt>, <Xt2>, [<Xn|SP><{,#simm7*8}>]");
        put(242, "LoadStorePair.ldpIndexed64", "10 101 0 001 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Xt>, <Xt2>, [<Xn|SP>], <#simm7*8>");
        put(243, "LoadStorePair.ldpIndexed64", "10 101 0 011 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Xt>, <Xt2>, [<Xn|SP>, <#simm7*8>]!");
        put(244, "LoadStoreRegister.strb", "00 111 0 00 00 1 Rm option:3 S:1 10 Rn|SP Rts", "strb <Wt>, [<Xn|SP>, <{index:0}>]");
        put(245, "LoadStoreRegister.ldrb", "00 111 0 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrb <Wt>, [<Xn|SP>, <{index:0}>]");
        put(246, "LoadStoreRegister.ldrsb64", "00 111 0 00 10 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrsb <Xt>, [<Xn|SP>, <{index:0}>]");
        put(247, "LoadStoreRegister.ldrsb32", "00 111 0 00 11 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrsb <Wt>, [<Xn|SP>, <{index:0}>]");
        put(248, "LoadStoreRegister.strh", "01 111 0 00 00 1 Rm option:3 S:1 10 Rn|SP Rts", "strh <Wt>, [<Xn|SP>, <{index:1}>]");
        put(249, "LoadStoreRegister.ldrh", "01 111 0 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrh <Wt>, [<Xn|SP>, <{index:1}>]");
        put(250, "LoadStoreRegister.ldrsh64", "01 111 0 00 10 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrsh <Xt>, [<Xn|SP>, <{index:1}>]");
        put(251, "LoadStoreRegister.ldrsh32", "01 111 0 00 11 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrsh <Wt>, [<Xn|SP>, <{index:1}>]");
        put(252, "LoadStoreRegister.str32", "10 111 0 00 00 1 Rm option:3 S:1 10 Rn|SP Rts", "str <Wt>, [<Xn|SP>, <{index:2}>]");
        put(253, "LoadStoreRegister.ldr32", "10 111 0 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <Wt>, [<Xn|SP>, <{index:2}>]");
        put(254, "LoadStoreRegister.ldrsw", "10 111 0 00 10 1 Rm option:3 S:1 10 Rn|SP Rt", "ldrsw <Xt>, [<Xn|SP>, <{index:2}>]");
        put(255, "LoadStoreRegister.str64", "11 111 0 00 00 1 Rm option:3 S:1 10 Rn|SP Rts", "str <Xt>, [<Xn|SP>, <{index:3}>]");
        put(256, "LoadStoreRegister.ldr64", "11 111 0 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <Xt>, [<Xn|SP>, <{index:3}>]");
        put(257, "LoadStoreRegister.prfm", "11 111 0 00 10 1 Rm option:3 S:1 10 Rn|SP prfop:5", "prfm <{prfop}>, [<Xn|SP>, <{index:3}>]");
        put(258, "LoadStoreUnscaled.sturb", "00 111 0 00 00 0 imm9:9 00 Rn|SP Rts", "sturb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(259, "LoadStoreUnscaled.ldurb", "00 111 0 00 01 0 imm9:9 00 Rn|SP Rt", "ldurb <Wt>, [<Xn|SP><{,#simm9}>]");
    }

    private static void part2() {
        put(260, "LoadStoreUnscaled.ldursb64", "00 111 0 00 10 0 imm9:9 00 Rn|SP Rt", "ldursb <Xt>, [<Xn|SP><{,#simm9}>]");
        put(261, "LoadStoreUnscaled.ldursb32", "00 111 0 00 11 0 imm9:9 00 Rn|SP Rt", "ldursb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(262, "LoadStoreUnscaled.sturh", "01 111 0 00 00 0 imm9:9 00 Rn|SP Rts", "sturh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(263, "LoadStoreUnscaled.ldurh", "01 111 0 00 01 0 imm9:9 00 Rn|SP Rt", "ldurh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(264, "LoadStoreUnscaled.ldursh64", "01 111 0 00 10 0 imm9:9 00 Rn|SP Rt", "ldursh <Xt>, [<Xn|SP><{,#simm9}>]");
        put(265, "LoadStoreUnscaled.ldursh32", "01 111 0 00 11 0 imm9:9 00 Rn|SP Rt", "ldursh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(266, "LoadStoreUnscaled.stur32", "10 111 0 00 00 0 imm9:9 00 Rn|SP Rts", "stur <Wt>, [<Xn|SP><{,#simm9}>]");
        put(267, "LoadStoreUnscaled.ldur32", "10 111 0 00 01 0 imm9:9 00 Rn|SP Rt", "ldur <Wt>, [<Xn|SP><{,#simm9}>]");
        put(268, "LoadStoreUnscaled.ldursw", "10 111 0 00 10 0 imm9:9 00 Rn|SP Rt", "ldursw <Xt>, [<Xn|SP><{,#simm9}>]");
        put(269, "LoadStoreUnscaled.stur64", "11 111 0 00 00 0 imm9:9 00 Rn|SP Rts", "stur <Xt>, [<Xn|SP><{,#simm9}>]");
        put(270, "LoadStoreUnscaled.ldur64", "11 111 0 00 01 0 imm9:9 00 Rn|SP Rt", "ldur <Xt>, [<Xn|SP><{,#simm9}>]");
        put(271, "LoadStoreUnscaled.prfum", "11 111 0 00 10 0 imm9:9 00 Rn|SP prfop:5", "prfum <{prfop}>, [<Xn|SP><{,#simm9}>]");
        put(272, "LoadStoreUnsigned.strb", "00 111 0 01 00 imm12:12 Rn|SP Rts", "strb <Wt>, [<Xn|SP><{,#imm12}>]");
        put(273, "LoadStoreUnsigned.ldrb", "00 111 0 01 01 imm12:12 Rn|SP Rt", "ldrb <Wt>, [<Xn|SP><{,#imm12}>]");
        put(274, "LoadStoreUnsigned.ldrsb64", "00 111 0 01 10 imm12:12 Rn|SP Rt", "ldrsb <Xt>, [<Xn|SP><{,#imm12}>]");
        put(275, "LoadStoreUnsigned.ldrsb32", "00 111 0 01 11 imm12:12 Rn|SP Rt", "ldrsb <Wt>, [<Xn|SP><{,#imm12}>]");
        put(276, "LoadStoreUnsigned.strh", "01 111 0 01 00 imm12:12 Rn|SP Rts", "strh <Wt>, [<Xn|SP><{,#imm12*2}>]");
        put(277, "LoadStoreUnsigned.ldrh", "01 111 0 01 01 imm12:12 Rn|SP Rt", "ldrh <Wt>, [<Xn|SP><{,#imm12*2}>]");
        put(278, "LoadStoreUnsigned.ldrsh64", "01 111 0 01 10 imm12:12 Rn|SP Rt", "ldrsh <Xt>, [<Xn|SP><{,#imm12*2}>]");
        put(279, "LoadStoreUnsigned.ldrsh32", "01 111 0 01 11 imm12:12 Rn|SP Rt", "ldrsh <Wt>, [<Xn|SP><{,#imm12*2}>]");
        put(280, "LoadStoreUnsigned.str32", "10 111 0 01 00 imm12:12 Rn|SP Rts", "str <Wt>, [<Xn|SP><{,#imm12*4}>]");
        put(281, "LoadStoreUnsigned.ldr32", "10 111 0 01 01 imm12:12 Rn|SP Rt", "ldr <Wt>, [<Xn|SP><{,#imm12*4}>]");
        put(282, "LoadStoreUnsigned.ldrsw", "10 111 0 01 10 imm12:12 Rn|SP Rt", "ldrsw <Xt>, [<Xn|SP><{,#imm12*4}>]");
        put(283, "LoadStoreUnsigned.str64", "11 111 0 01 00 imm12:12 Rn|SP Rts", "str <Xt>, [<Xn|SP><{,#imm12*8}>]");
        put(284, "LoadStoreUnsigned.ldr64", "11 111 0 01 01 imm12:12 Rn|SP Rt", "ldr <Xt>, [<Xn|SP><{,#imm12*8}>]");
        put(285, "LoadStoreUnsigned.prfm", "11 111 0 01 10 imm12:12 Rn|SP prfop:5", "prfm <{prfop}>, [<Xn|SP><{,#imm12*8}>]");
        put(286, "LogicalImmediate.and64", "1 00 100100 N:1 immr:6 imms:6 Rn Rd|SP", "and <Xd|SP>, <Xn>, <{bitmask}>");
        put(287, "LogicalImmediate.and32", "0 00 100100 0 immr:6 imms:6 Rn Rd|SP", "and <Wd|WSP>, <Wn>, <{bitmask}>");
        put(288, "LogicalImmediate.orr64", "1 01 100100 N:1 immr:6 imms:6 Rn Rd|SP", "orr <Xd|SP>, <Xn>, <{bitmask}>",
                "Rn == 31 => mov <Xd|SP>, <{movbitmask}>");
        put(289, "LogicalImmediate.orr32", "0 01 100100 0 immr:6 imms:6 Rn Rd|SP", "orr <Wd|WSP>, <Wn>, <{bitmask}>",
                "Rn == 31 => mov <Wd|WSP>, <{movbitmask}>");
        put(290, "LogicalImmediate.eor64", "1 10 100100 N:1 immr:6 imms:6 Rn Rd|SP", "eor <Xd|SP>, <Xn>, <{bitmask}>");
        put(291, "LogicalImmediate.eor32", "0 10 100100 0 immr:6 imms:6 Rn Rd|SP", "eor <Wd|WSP>, <Wn>, <{bitmask}>");
        put(292, "LogicalImmediate.ands64", "1 11 100100 N:1 immr:6 imms:6 Rn Rd", "ands <Xd>, <Xn>, <{bitmask}>",
                "Rd == 31 => tst <Xn>, <{bitmask}>");
        put(293, "LogicalImmediate.ands32", "0 11 100100 0 immr:6 imms:6 Rn Rd", "ands <Wd>, <Wn>, <{bitmask}>",
                "Rd == 31 => tst <Wn>, <{bitmask}>");
        put(294, "LogicalShifted.and64", "1 00 01010 00 0 Rm imm6:6 Rn Rd", "and <Xd>, <Xn>, <Xm><{,shift}>");
        put(295, "LogicalShifted.and32", "0 00 01010 00 0 Rm 0 imm5:5 Rn Rd", "and <Wd>, <Wn>, <Wm><{,shift}>");
        put(296, "LogicalShifted.bic64", "1 00 01010 00 1 Rm imm6:6 Rn Rd", "bic <Xd>, <Xn>, <Xm><{,shift}>");
        put(297, "LogicalShifted.bic32", "0 00 01010 00 1 Rm 0 imm5:5 Rn Rd", "bic <Wd>, <Wn>, <Wm><{,shift}>");
        put(298, "LogicalShifted.orr64", "1 01 01010 00 0 Rm imm6:6 Rn Rd", "orr <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 && imm6 == 0 => mov <Xd>, <Xm>");
        put(299, "LogicalShifted.orr32", "0 01 01010 00 0 Rm 0 imm5:5 Rn Rd", "orr <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 && imm5 == 0 => mov <Wd>, <Wm>");
        put(300, "LogicalShifted.orn64", "1 01 01010 00 1 Rm imm6:6 Rn Rd", "orn <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => mvn <Xd>, <Xm><{,shift}>");
        put(301, "LogicalShifted.orn32", "0 01 01010 00 1 Rm 0 imm5:5 Rn Rd", "orn <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => mvn <Wd>, <Wm><{,shift}>");
        put(302, "LogicalShifted.eor64", "1 10 01010 00 0 Rm imm6:6 Rn Rd", "eor <Xd>, <Xn>, <Xm><{,shift}>");
        put(303, "LogicalShifted.eor32", "0 10 01010 00 0 Rm 0 imm5:5 Rn Rd", "eor <Wd>, <Wn>, <Wm><{,shift}>");
        put(304, "LogicalShifted.eon64", "1 10 01010 00 1 Rm imm6:6 Rn Rd", "eon <Xd>, <Xn>, <Xm><{,shift}>");
        put(305, "LogicalShifted.eon32", "0 10 01010 00 1 Rm 0 imm5:5 Rn Rd", "eon <Wd>, <Wn>, <Wm><{,shift}>");
        put(306, "LogicalShifted.ands64", "1 11 01010 00 0 Rm imm6:6 Rn Rd", "ands <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => tst <Xn>, <Xm><{,shift}>");
        put(307, "LogicalShifted.ands32", "0 11 01010 00 0 Rm 0 imm5:5 Rn Rd", "ands <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => tst <Wn>, <Wm><{,shift}>");
        put(308, "LogicalShifted.bics64", "1 11 01010 00 1 Rm imm6:6 Rn Rd", "bics <Xd>, <Xn>, <Xm><{,shift}>");
        put(309, "LogicalShifted.bics32", "0 11 01010 00 1 Rm 0 imm5:5 Rn Rd", "bics <Wd>, <Wn>, <Wm><{,shift}>");
        put(310, "MoveWide.movn64", "1 00 100101 hw:2 imm16:16 Rd", "movn <Xd>, <#imm16><{,hw}>",
                "!(imm16 == 0 && hw != 0) => mov <Xd>, <{movn}>");
        put(311, "MoveWide.movn32", "0 00 100101 0 hw:1 imm16:16 Rd", "movn <Wd>, <#imm16><{,hw}>",
                "!(imm16 == 0 && hw != 0) && imm16 != 65535 => mov <Wd>, <{movn}>");
        put(312, "MoveWide.movz64", "1 10 100101 hw:2 imm16:16 Rd", "movz <Xd>, <#imm16><{,hw}>",
                "!(imm16 == 0 && hw != 0) => mov <Xd>, <{movz}>");
        put(313, "MoveWide.movz32", "0 10 100101 0 hw:1 imm16:16 Rd", "movz <Wd>, <#imm16><{,hw}>",
                "!(imm16 == 0 && hw != 0) => mov <Wd>, <{movz}>");
        put(314, "MoveWide.movk", "1 11 100101 hw:2 imm16:16 Rd", "movk <Xd>, <#imm16><{,hw}>");
        put(315, "MoveWide.movk", "0 11 100101 0 hw:1 imm16:16 Rd", "movk <Wd>, <#imm16><{,hw}>");
        put(316, "PcRelative.adr", "0 immlo:2 10000 immhi:19 Rd", "adr <Xd>, <{adr}>");
        put(317, "PcRelative.adrp", "1 immlo:2 10000 immhi:19 Rd", "adrp <Xd>, <{adrp}>");
        put(318, "SystemInstructions.msrImmediate", "1101010100 0 00 000 0100 CRm:4 011 11111", "msr uao, <#CRm>");
        put(319, "SystemInstructions.msrImmediate", "1101010100 0 00 000 0100 CRm:4 100 11111", "msr pan, <#CRm>");
        put(320, "SystemInstructions.msrImmediate", "1101010100 0 00 000 0100 CRm:4 101 11111", "msr spsel, <#CRm>");
        put(321, "SystemInstructions.msrImmediate", "1101010100 0 00 011 0100 CRm:4 001 11111", "msr ssbs, <#CRm>");
        put(322, "SystemInstructions.msrImmediate", "1101010100 0 00 011 0100 CRm:4 010 11111", "msr dit, <#CRm>");
        put(323, "SystemInstructions.msrImmediate", "1101010100 0 00 011 0100 CRm:4 110 11111", "msr daifset, <#CRm>");
        put(324, "SystemInstructions.msrImmediate", "1101010100 0 00 011 0100 CRm:4 111 11111", "msr daifclr, <#CRm>");
        put(325, "SystemInstructions.msr", "1101010100 0 1 o0:1 op1:3 CRn:4 CRm:4 op2:3 Rts", "msr <{sysreg}>, <Xt>");
        put(326, "SystemInstructions.mrs", "1101010100 1 1 o0:1 op1:3 CRn:4 CRm:4 op2:3 Rt", "mrs <Xt>, <{sysreg}>");
        put(327, "SystemInstructions.mrsSpEl0", "1101010100 1 11 000 0100 0001 000 Rt", "mrs <Xt>, <{sysreg}>");
        put(328, "SystemInstructions.mrsTpidrEl1", "1101010100 1 11 000 1101 0000 100 Rt", "mrs <Xt>, <{sysreg}>");
        put(329, "SystemInstructions.mrsTpidrEl0", "1101010100 1 11 011 1101 0000 010 Rt", "mrs <Xt>, <{sysreg}>");
        put(330, "SystemInstructions.sys", "1101010100 0 01 op1:3 CRn:4 CRm:4 op2:3 Rts", "sys <#op1>, <{Cn}>, <{Cm}>, <#op2><{,optionalXt}>",
                "CRn == 7 || CRn == 8 => <{sysop}>");
        put(331, "SystemInstructions.dc", "1101010100 0 01 011 0111 0100 001 Rts", "dc zva, <Xt>");
        put(332, "SystemInstructions.dc", "1101010100 0 01 011 0111 1010 001 Rts", "dc cvac, <Xt>");
        put(333, "SystemInstructions.dc", "1101010100 0 01 011 0111 1011 001 Rts", "dc cvau, <Xt>");
        put(334, "SystemInstructions.dc", "1101010100 0 01 011 0111 1110 001 Rts", "dc civac, <Xt>");
        put(335, "SystemInstructions.sysl", "1101010100 1 01 op1:3 CRn:4 CRm:4 op2:3 Rt", "sysl <Xt>, <#op1>, <{Cn}>, <{Cm}>, <#op2>");
        put(336, "AddSubCarry.adc64", "1 0 0 11010000 Rm 000000 Rn Rd", "adc <Xd>, <Xn>, <Xm>");
        put(337, "AddSubCarry.adc32", "0 0 0 11010000 Rm 000000 Rn Rd", "adc <Wd>, <Wn>, <Wm>");
        put(338, "AddSubCarry.adcs64", "1 0 1 11010000 Rm 000000 Rn Rd", "adcs <Xd>, <Xn>, <Xm>");
        put(339, "AddSubCarry.adcs32", "0 0 1 11010000 Rm 000000 Rn Rd", "adcs <Wd>, <Wn>, <Wm>");
        put(340, "AddSubCarry.sbc64", "1 1 0 11010000 Rm 000000 Rn Rd", "sbc <Xd>, <Xn>, <Xm>",
                "Rn == 31 => ngc <Xd>, <Xm>");
        put(341, "AddSubCarry.sbc32", "0 1 0 11010000 Rm 000000 Rn Rd", "sbc <Wd>, <Wn>, <Wm>",
                "Rn == 31 => ngc <Wd>, <Wm>");
        put(342, "AddSubCarry.sbcs64", "1 1 1 11010000 Rm 000000 Rn Rd", "sbcs <Xd>, <Xn>, <Xm>",
                "Rn == 31 => ngcs <Xd>, <Xm>");
        put(343, "AddSubCarry.sbcs32", "0 1 1 11010000 Rm 000000 Rn Rd", "sbcs <Wd>, <Wn>, <Wm>",
                "Rn == 31 => ngcs <Wd>, <Wm>");
        put(344, "AddSubShiftedRight.add64", "1 0 0 01011 01 0 Rm imm6:6 Rn Rd", "add <Xd>, <Xn>, <Xm><{,shift}>");
        put(345, "AddSubShiftedRight.add64", "1 0 0 01011 10 0 Rm imm6:6 Rn Rd", "add <Xd>, <Xn>, <Xm><{,shift}>");
        put(346, "AddSubShiftedRight.add32", "0 0 0 01011 01 0 Rm 0 imm5:5 Rn Rd", "add <Wd>, <Wn>, <Wm><{,shift}>");
        put(347, "AddSubShiftedRight.add32", "0 0 0 01011 10 0 Rm 0 imm5:5 Rn Rd", "add <Wd>, <Wn>, <Wm><{,shift}>");
        put(348, "AddSubShiftedRight.adds64", "1 0 1 01011 01 0 Rm imm6:6 Rn Rd", "adds <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmn <Xn>, <Xm><{,shift}>");
        put(349, "AddSubShiftedRight.adds64", "1 0 1 01011 10 0 Rm imm6:6 Rn Rd", "adds <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmn <Xn>, <Xm><{,shift}>");
        put(350, "AddSubShiftedRight.adds32", "0 0 1 01011 01 0 Rm 0 imm5:5 Rn Rd", "adds <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmn <Wn>, <Wm><{,shift}>");
        put(351, "AddSubShiftedRight.adds32", "0 0 1 01011 10 0 Rm 0 imm5:5 Rn Rd", "adds <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmn <Wn>, <Wm><{,shift}>");
        put(352, "AddSubShiftedRight.sub64", "1 1 0 01011 01 0 Rm imm6:6 Rn Rd", "sub <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => neg <Xd>, <Xm><{,shift}>");
        put(353, "AddSubShiftedRight.sub64", "1 1 0 01011 10 0 Rm imm6:6 Rn Rd", "sub <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => neg <Xd>, <Xm><{,shift}>");
        put(354, "AddSubShiftedRight.sub32", "0 1 0 01011 01 0 Rm 0 imm5:5 Rn Rd", "sub <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => neg <Wd>, <Wm><{,shift}>");
        put(355, "AddSubShiftedRight.sub32", "0 1 0 01011 10 0 Rm 0 imm5:5 Rn Rd", "sub <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => neg <Wd>, <Wm><{,shift}>");
        put(356, "AddSubShiftedRight.subs64", "1 1 1 01011 01 0 Rm imm6:6 Rn Rd", "subs <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmp <Xn>, <Xm><{,shift}>",
                "Rn == 31 => negs <Xd>, <Xm><{,shift}>");
        put(357, "AddSubShiftedRight.subs64", "1 1 1 01011 10 0 Rm imm6:6 Rn Rd", "subs <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmp <Xn>, <Xm><{,shift}>",
                "Rn == 31 => negs <Xd>, <Xm><{,shift}>");
        put(358, "AddSubShiftedRight.subs32", "0 1 1 01011 01 0 Rm 0 imm5:5 Rn Rd", "subs <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmp <Wn>, <Wm><{,shift}>",
                "Rn == 31 => negs <Wd>, <Wm><{,shift}>");
        put(359, "AddSubShiftedRight.subs32", "0 1 1 01011 10 0 Rm 0 imm5:5 Rn Rd", "subs <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmp <Wn>, <Wm><{,shift}>",
                "Rn == 31 => negs <Wd>, <Wm><{,shift}>");
        put(360, "Crc32.crc32", "0 0 0 11010110 Rm 010 0 00 Rn Rd", "crc32b <Wd>, <Wn>, <Wm>");
        put(361, "Crc32.crc32", "0 0 0 11010110 Rm 010 0 01 Rn Rd", "crc32h <Wd>, <Wn>, <Wm>");
        put(362, "Crc32.crc32", "0 0 0 11010110 Rm 010 0 10 Rn Rd", "crc32w <Wd>, <Wn>, <Wm>");
        put(363, "Crc32.crc32", "1 0 0 11010110 Rm 010 0 11 Rn Rd", "crc32x <Wd>, <Wn>, <Xm>");
        put(364, "Crc32.crc32c", "0 0 0 11010110 Rm 010 1 00 Rn Rd", "crc32cb <Wd>, <Wn>, <Wm>");
        put(365, "Crc32.crc32c", "0 0 0 11010110 Rm 010 1 01 Rn Rd", "crc32ch <Wd>, <Wn>, <Wm>");
        put(366, "Crc32.crc32c", "0 0 0 11010110 Rm 010 1 10 Rn Rd", "crc32cw <Wd>, <Wn>, <Wm>");
        put(367, "Crc32.crc32c", "1 0 0 11010110 Rm 010 1 11 Rn Rd", "crc32cx <Wd>, <Wn>, <Xm>");
        put(368, "LoadStoreUnprivileged.sttrb", "00 111 0 00 00 0 imm9:9 10 Rn|SP Rts", "sttrb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(369, "LoadStoreUnprivileged.ldtrb", "00 111 0 00 01 0 imm9:9 10 Rn|SP Rt", "ldtrb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(370, "LoadStoreUnprivileged.ldtrsb64", "00 111 0 00 10 0 imm9:9 10 Rn|SP Rt", "ldtrsb <Xt>, [<Xn|SP><{,#simm9}>]");
        put(371, "LoadStoreUnprivileged.ldtrsb32", "00 111 0 00 11 0 imm9:9 10 Rn|SP Rt", "ldtrsb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(372, "LoadStoreUnprivileged.sttrh", "01 111 0 00 00 0 imm9:9 10 Rn|SP Rts", "sttrh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(373, "LoadStoreUnprivileged.ldtrh", "01 111 0 00 01 0 imm9:9 10 Rn|SP Rt", "ldtrh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(374, "LoadStoreUnprivileged.ldtrsh64", "01 111 0 00 10 0 imm9:9 10 Rn|SP Rt", "ldtrsh <Xt>, [<Xn|SP><{,#simm9}>]");
        put(375, "LoadStoreUnprivileged.ldtrsh32", "01 111 0 00 11 0 imm9:9 10 Rn|SP Rt", "ldtrsh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(376, "LoadStoreUnprivileged.sttr32", "10 111 0 00 00 0 imm9:9 10 Rn|SP Rts", "sttr <Wt>, [<Xn|SP><{,#simm9}>]");
        put(377, "LoadStoreUnprivileged.ldtr32", "10 111 0 00 01 0 imm9:9 10 Rn|SP Rt", "ldtr <Wt>, [<Xn|SP><{,#simm9}>]");
        put(378, "LoadStoreUnprivileged.ldtrsw", "10 111 0 00 10 0 imm9:9 10 Rn|SP Rt", "ldtrsw <Xt>, [<Xn|SP><{,#simm9}>]");
        put(379, "LoadStoreUnprivileged.sttr64", "11 111 0 00 00 0 imm9:9 10 Rn|SP Rts", "sttr <Xt>, [<Xn|SP><{,#simm9}>]");
        put(380, "LoadStoreUnprivileged.ldtr64", "11 111 0 00 01 0 imm9:9 10 Rn|SP Rt", "ldtr <Xt>, [<Xn|SP><{,#simm9}>]");
        put(381, "LogicalShiftedRight.and64", "1 00 01010 01 0 Rm imm6:6 Rn Rd", "and <Xd>, <Xn>, <Xm><{,shift}>");
        put(382, "LogicalShiftedRight.and64", "1 00 01010 10 0 Rm imm6:6 Rn Rd", "and <Xd>, <Xn>, <Xm><{,shift}>");
        put(383, "LogicalShiftedRight.and64", "1 00 01010 11 0 Rm imm6:6 Rn Rd", "and <Xd>, <Xn>, <Xm><{,shift}>");
        put(384, "LogicalShiftedRight.and32", "0 00 01010 01 0 Rm 0 imm5:5 Rn Rd", "and <Wd>, <Wn>, <Wm><{,shift}>");
        put(385, "LogicalShiftedRight.and32", "0 00 01010 10 0 Rm 0 imm5:5 Rn Rd", "and <Wd>, <Wn>, <Wm><{,shift}>");
        put(386, "LogicalShiftedRight.and32", "0 00 01010 11 0 Rm 0 imm5:5 Rn Rd", "and <Wd>, <Wn>, <Wm><{,shift}>");
        put(387, "LogicalShiftedRight.bic64", "1 00 01010 01 1 Rm imm6:6 Rn Rd", "bic <Xd>, <Xn>, <Xm><{,shift}>");
    }

    private static void part3() {
        put(388, "LogicalShiftedRight.bic64", "1 00 01010 10 1 Rm imm6:6 Rn Rd", "bic <Xd>, <Xn>, <Xm><{,shift}>");
        put(389, "LogicalShiftedRight.bic64", "1 00 01010 11 1 Rm imm6:6 Rn Rd", "bic <Xd>, <Xn>, <Xm><{,shift}>");
        put(390, "LogicalShiftedRight.bic32", "0 00 01010 01 1 Rm 0 imm5:5 Rn Rd", "bic <Wd>, <Wn>, <Wm><{,shift}>");
        put(391, "LogicalShiftedRight.bic32", "0 00 01010 10 1 Rm 0 imm5:5 Rn Rd", "bic <Wd>, <Wn>, <Wm><{,shift}>");
        put(392, "LogicalShiftedRight.bic32", "0 00 01010 11 1 Rm 0 imm5:5 Rn Rd", "bic <Wd>, <Wn>, <Wm><{,shift}>");
        put(393, "LogicalShiftedRight.orr64", "1 01 01010 01 0 Rm imm6:6 Rn Rd", "orr <Xd>, <Xn>, <Xm><{,shift}>");
        put(394, "LogicalShiftedRight.orr64", "1 01 01010 10 0 Rm imm6:6 Rn Rd", "orr <Xd>, <Xn>, <Xm><{,shift}>");
        put(395, "LogicalShiftedRight.orr64", "1 01 01010 11 0 Rm imm6:6 Rn Rd", "orr <Xd>, <Xn>, <Xm><{,shift}>");
        put(396, "LogicalShiftedRight.orr32", "0 01 01010 01 0 Rm 0 imm5:5 Rn Rd", "orr <Wd>, <Wn>, <Wm><{,shift}>");
        put(397, "LogicalShiftedRight.orr32", "0 01 01010 10 0 Rm 0 imm5:5 Rn Rd", "orr <Wd>, <Wn>, <Wm><{,shift}>");
        put(398, "LogicalShiftedRight.orr32", "0 01 01010 11 0 Rm 0 imm5:5 Rn Rd", "orr <Wd>, <Wn>, <Wm><{,shift}>");
        put(399, "LogicalShiftedRight.orn64", "1 01 01010 01 1 Rm imm6:6 Rn Rd", "orn <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => mvn <Xd>, <Xm><{,shift}>");
        put(400, "LogicalShiftedRight.orn64", "1 01 01010 10 1 Rm imm6:6 Rn Rd", "orn <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => mvn <Xd>, <Xm><{,shift}>");
        put(401, "LogicalShiftedRight.orn64", "1 01 01010 11 1 Rm imm6:6 Rn Rd", "orn <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => mvn <Xd>, <Xm><{,shift}>");
        put(402, "LogicalShiftedRight.orn32", "0 01 01010 01 1 Rm 0 imm5:5 Rn Rd", "orn <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => mvn <Wd>, <Wm><{,shift}>");
        put(403, "LogicalShiftedRight.orn32", "0 01 01010 10 1 Rm 0 imm5:5 Rn Rd", "orn <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => mvn <Wd>, <Wm><{,shift}>");
        put(404, "LogicalShiftedRight.orn32", "0 01 01010 11 1 Rm 0 imm5:5 Rn Rd", "orn <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => mvn <Wd>, <Wm><{,shift}>");
        put(405, "LogicalShiftedRight.eor64", "1 10 01010 01 0 Rm imm6:6 Rn Rd", "eor <Xd>, <Xn>, <Xm><{,shift}>");
        put(406, "LogicalShiftedRight.eor64", "1 10 01010 10 0 Rm imm6:6 Rn Rd", "eor <Xd>, <Xn>, <Xm><{,shift}>");
        put(407, "LogicalShiftedRight.eor64", "1 10 01010 11 0 Rm imm6:6 Rn Rd", "eor <Xd>, <Xn>, <Xm><{,shift}>");
        put(408, "LogicalShiftedRight.eor32", "0 10 01010 01 0 Rm 0 imm5:5 Rn Rd", "eor <Wd>, <Wn>, <Wm><{,shift}>");
        put(409, "LogicalShiftedRight.eor32", "0 10 01010 10 0 Rm 0 imm5:5 Rn Rd", "eor <Wd>, <Wn>, <Wm><{,shift}>");
        put(410, "LogicalShiftedRight.eor32", "0 10 01010 11 0 Rm 0 imm5:5 Rn Rd", "eor <Wd>, <Wn>, <Wm><{,shift}>");
        put(411, "LogicalShiftedRight.eon64", "1 10 01010 01 1 Rm imm6:6 Rn Rd", "eon <Xd>, <Xn>, <Xm><{,shift}>");
        put(412, "LogicalShiftedRight.eon64", "1 10 01010 10 1 Rm imm6:6 Rn Rd", "eon <Xd>, <Xn>, <Xm><{,shift}>");
        put(413, "LogicalShiftedRight.eon64", "1 10 01010 11 1 Rm imm6:6 Rn Rd", "eon <Xd>, <Xn>, <Xm><{,shift}>");
        put(414, "LogicalShiftedRight.eon32", "0 10 01010 01 1 Rm 0 imm5:5 Rn Rd", "eon <Wd>, <Wn>, <Wm><{,shift}>");
        put(415, "LogicalShiftedRight.eon32", "0 10 01010 10 1 Rm 0 imm5:5 Rn Rd", "eon <Wd>, <Wn>, <Wm><{,shift}>");
        put(416, "LogicalShiftedRight.eon32", "0 10 01010 11 1 Rm 0 imm5:5 Rn Rd", "eon <Wd>, <Wn>, <Wm><{,shift}>");
        put(417, "LogicalShiftedRight.ands64", "1 11 01010 01 0 Rm imm6:6 Rn Rd", "ands <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => tst <Xn>, <Xm><{,shift}>");
        put(418, "LogicalShiftedRight.ands64", "1 11 01010 10 0 Rm imm6:6 Rn Rd", "ands <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => tst <Xn>, <Xm><{,shift}>");
        put(419, "LogicalShiftedRight.ands64", "1 11 01010 11 0 Rm imm6:6 Rn Rd", "ands <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => tst <Xn>, <Xm><{,shift}>");
        put(420, "LogicalShiftedRight.ands32", "0 11 01010 01 0 Rm 0 imm5:5 Rn Rd", "ands <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => tst <Wn>, <Wm><{,shift}>");
        put(421, "LogicalShiftedRight.ands32", "0 11 01010 10 0 Rm 0 imm5:5 Rn Rd", "ands <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => tst <Wn>, <Wm><{,shift}>");
        put(422, "LogicalShiftedRight.ands32", "0 11 01010 11 0 Rm 0 imm5:5 Rn Rd", "ands <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => tst <Wn>, <Wm><{,shift}>");
        put(423, "LogicalShiftedRight.bics64", "1 11 01010 01 1 Rm imm6:6 Rn Rd", "bics <Xd>, <Xn>, <Xm><{,shift}>");
        put(424, "LogicalShiftedRight.bics64", "1 11 01010 10 1 Rm imm6:6 Rn Rd", "bics <Xd>, <Xn>, <Xm><{,shift}>");
        put(425, "LogicalShiftedRight.bics64", "1 11 01010 11 1 Rm imm6:6 Rn Rd", "bics <Xd>, <Xn>, <Xm><{,shift}>");
        put(426, "LogicalShiftedRight.bics32", "0 11 01010 01 1 Rm 0 imm5:5 Rn Rd", "bics <Wd>, <Wn>, <Wm><{,shift}>");
        put(427, "LogicalShiftedRight.bics32", "0 11 01010 10 1 Rm 0 imm5:5 Rn Rd", "bics <Wd>, <Wn>, <Wm><{,shift}>");
        put(428, "LogicalShiftedRight.bics32", "0 11 01010 11 1 Rm 0 imm5:5 Rn Rd", "bics <Wd>, <Wn>, <Wm><{,shift}>");
    }
}
