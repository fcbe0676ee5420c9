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
        put(336, "FpLoadStore.strB", "00 111 1 01 00 imm12:12 Rn|SP Rt", "str <Bt>, [<Xn|SP><{,#imm12}>]");
        put(337, "FpLoadStore.strBIndexed", "00 111 1 00 00 0 imm9:9 00 Rn|SP Rt", "stur <Bt>, [<Xn|SP><{,#simm9}>]");
        put(338, "FpLoadStore.strBIndexed", "00 111 1 00 00 0 imm9:9 01 Rn|SP Rt", "str <Bt>, [<Xn|SP>], <#simm9>");
        put(339, "FpLoadStore.strBIndexed", "00 111 1 00 00 0 imm9:9 11 Rn|SP Rt", "str <Bt>, [<Xn|SP>, <#simm9>]!");
        put(340, "FpLoadStore.strBRegister", "00 111 1 00 00 1 Rm option:3 S:1 10 Rn|SP Rt", "str <Bt>, [<Xn|SP>, <{index:0}>]");
        put(341, "FpLoadStore.ldrB", "00 111 1 01 01 imm12:12 Rn|SP Rt", "ldr <Bt>, [<Xn|SP><{,#imm12}>]");
        put(342, "FpLoadStore.ldrBIndexed", "00 111 1 00 01 0 imm9:9 00 Rn|SP Rt", "ldur <Bt>, [<Xn|SP><{,#simm9}>]");
        put(343, "FpLoadStore.ldrBIndexed", "00 111 1 00 01 0 imm9:9 01 Rn|SP Rt", "ldr <Bt>, [<Xn|SP>], <#simm9>");
        put(344, "FpLoadStore.ldrBIndexed", "00 111 1 00 01 0 imm9:9 11 Rn|SP Rt", "ldr <Bt>, [<Xn|SP>, <#simm9>]!");
        put(345, "FpLoadStore.ldrBRegister", "00 111 1 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <Bt>, [<Xn|SP>, <{index:0}>]");
        put(346, "FpLoadStore.strH", "01 111 1 01 00 imm12:12 Rn|SP Rt", "str <Ht>, [<Xn|SP><{,#imm12*2}>]");
        put(347, "FpLoadStore.strHIndexed", "01 111 1 00 00 0 imm9:9 00 Rn|SP Rt", "stur <Ht>, [<Xn|SP><{,#simm9}>]");
        put(348, "FpLoadStore.strHIndexed", "01 111 1 00 00 0 imm9:9 01 Rn|SP Rt", "str <Ht>, [<Xn|SP>], <#simm9>");
        put(349, "FpLoadStore.strHIndexed", "01 111 1 00 00 0 imm9:9 11 Rn|SP Rt", "str <Ht>, [<Xn|SP>, <#simm9>]!");
        put(350, "FpLoadStore.strHRegister", "01 111 1 00 00 1 Rm option:3 S:1 10 Rn|SP Rt", "str <Ht>, [<Xn|SP>, <{index:1}>]");
        put(351, "FpLoadStore.ldrH", "01 111 1 01 01 imm12:12 Rn|SP Rt", "ldr <Ht>, [<Xn|SP><{,#imm12*2}>]");
        put(352, "FpLoadStore.ldrHIndexed", "01 111 1 00 01 0 imm9:9 00 Rn|SP Rt", "ldur <Ht>, [<Xn|SP><{,#simm9}>]");
        put(353, "FpLoadStore.ldrHIndexed", "01 111 1 00 01 0 imm9:9 01 Rn|SP Rt", "ldr <Ht>, [<Xn|SP>], <#simm9>");
        put(354, "FpLoadStore.ldrHIndexed", "01 111 1 00 01 0 imm9:9 11 Rn|SP Rt", "ldr <Ht>, [<Xn|SP>, <#simm9>]!");
        put(355, "FpLoadStore.ldrHRegister", "01 111 1 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <Ht>, [<Xn|SP>, <{index:1}>]");
        put(356, "FpLoadStore.strS", "10 111 1 01 00 imm12:12 Rn|SP Rt", "str <St>, [<Xn|SP><{,#imm12*4}>]");
        put(357, "FpLoadStore.strSIndexed", "10 111 1 00 00 0 imm9:9 00 Rn|SP Rt", "stur <St>, [<Xn|SP><{,#simm9}>]");
        put(358, "FpLoadStore.strSIndexed", "10 111 1 00 00 0 imm9:9 01 Rn|SP Rt", "str <St>, [<Xn|SP>], <#simm9>");
        put(359, "FpLoadStore.strSIndexed", "10 111 1 00 00 0 imm9:9 11 Rn|SP Rt", "str <St>, [<Xn|SP>, <#simm9>]!");
        put(360, "FpLoadStore.strSRegister", "10 111 1 00 00 1 Rm option:3 S:1 10 Rn|SP Rt", "str <St>, [<Xn|SP>, <{index:2}>]");
        put(361, "FpLoadStore.ldrS", "10 111 1 01 01 imm12:12 Rn|SP Rt", "ldr <St>, [<Xn|SP><{,#imm12*4}>]");
        put(362, "FpLoadStore.ldrSIndexed", "10 111 1 00 01 0 imm9:9 00 Rn|SP Rt", "ldur <St>, [<Xn|SP><{,#simm9}>]");
        put(363, "FpLoadStore.ldrSIndexed", "10 111 1 00 01 0 imm9:9 01 Rn|SP Rt", "ldr <St>, [<Xn|SP>], <#simm9>");
        put(364, "FpLoadStore.ldrSIndexed", "10 111 1 00 01 0 imm9:9 11 Rn|SP Rt", "ldr <St>, [<Xn|SP>, <#simm9>]!");
        put(365, "FpLoadStore.ldrSRegister", "10 111 1 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <St>, [<Xn|SP>, <{index:2}>]");
        put(366, "FpLoadStore.strD", "11 111 1 01 00 imm12:12 Rn|SP Rt", "str <Dt>, [<Xn|SP><{,#imm12*8}>]");
        put(367, "FpLoadStore.strDIndexed", "11 111 1 00 00 0 imm9:9 00 Rn|SP Rt", "stur <Dt>, [<Xn|SP><{,#simm9}>]");
        put(368, "FpLoadStore.strDIndexed", "11 111 1 00 00 0 imm9:9 01 Rn|SP Rt", "str <Dt>, [<Xn|SP>], <#simm9>");
        put(369, "FpLoadStore.strDIndexed", "11 111 1 00 00 0 imm9:9 11 Rn|SP Rt", "str <Dt>, [<Xn|SP>, <#simm9>]!");
        put(370, "FpLoadStore.strDRegister", "11 111 1 00 00 1 Rm option:3 S:1 10 Rn|SP Rt", "str <Dt>, [<Xn|SP>, <{index:3}>]");
        put(371, "FpLoadStore.ldrD", "11 111 1 01 01 imm12:12 Rn|SP Rt", "ldr <Dt>, [<Xn|SP><{,#imm12*8}>]");
        put(372, "FpLoadStore.ldrDIndexed", "11 111 1 00 01 0 imm9:9 00 Rn|SP Rt", "ldur <Dt>, [<Xn|SP><{,#simm9}>]");
        put(373, "FpLoadStore.ldrDIndexed", "11 111 1 00 01 0 imm9:9 01 Rn|SP Rt", "ldr <Dt>, [<Xn|SP>], <#simm9>");
        put(374, "FpLoadStore.ldrDIndexed", "11 111 1 00 01 0 imm9:9 11 Rn|SP Rt", "ldr <Dt>, [<Xn|SP>, <#simm9>]!");
        put(375, "FpLoadStore.ldrDRegister", "11 111 1 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <Dt>, [<Xn|SP>, <{index:3}>]");
        put(376, "FpLoadStore.strQ", "00 111 1 01 10 imm12:12 Rn|SP Rt", "str <Qt>, [<Xn|SP><{,#imm12*16}>]");
        put(377, "FpLoadStore.strQIndexed", "00 111 1 00 10 0 imm9:9 00 Rn|SP Rt", "stur <Qt>, [<Xn|SP><{,#simm9}>]");
        put(378, "FpLoadStore.strQIndexed", "00 111 1 00 10 0 imm9:9 01 Rn|SP Rt", "str <Qt>, [<Xn|SP>], <#simm9>");
        put(379, "FpLoadStore.strQIndexed", "00 111 1 00 10 0 imm9:9 11 Rn|SP Rt", "str <Qt>, [<Xn|SP>, <#simm9>]!");
        put(380, "FpLoadStore.strQRegister", "00 111 1 00 10 1 Rm option:3 S:1 10 Rn|SP Rt", "str <Qt>, [<Xn|SP>, <{index:4}>]");
        put(381, "FpLoadStore.ldrQ", "00 111 1 01 11 imm12:12 Rn|SP Rt", "ldr <Qt>, [<Xn|SP><{,#imm12*16}>]");
        put(382, "FpLoadStore.ldrQIndexed", "00 111 1 00 11 0 imm9:9 00 Rn|SP Rt", "ldur <Qt>, [<Xn|SP><{,#simm9}>]");
        put(383, "FpLoadStore.ldrQIndexed", "00 111 1 00 11 0 imm9:9 01 Rn|SP Rt", "ldr <Qt>, [<Xn|SP>], <#simm9>");
        put(384, "FpLoadStore.ldrQIndexed", "00 111 1 00 11 0 imm9:9 11 Rn|SP Rt", "ldr <Qt>, [<Xn|SP>, <#simm9>]!");
        put(385, "FpLoadStore.ldrQRegister", "00 111 1 00 11 1 Rm option:3 S:1 10 Rn|SP Rt", "ldr <Qt>, [<Xn|SP>, <{index:4}>]");
        put(386, "FpLoadStore.ldrSLiteral", "00 011 1 00 imm19:19 Rt", "ldr <St>, <label:imm19*4>");
        put(387, "FpLoadStore.ldrDLiteral", "01 011 1 00 imm19:19 Rt", "ldr <Dt>, <label:imm19*4>");
    }

    private static void part3() {
        put(388, "FpLoadStore.ldrQLiteral", "10 011 1 00 imm19:19 Rt", "ldr <Qt>, <label:imm19*4>");
        put(389, "FpLoadStorePair.stpS", "00 101 1 010 0 imm7:7 Rt2 Rn|SP Rt", "stp <St>, <St2>, [<Xn|SP><{,#simm7*4}>]");
        put(390, "FpLoadStorePair.stpS", "00 101 1 000 0 imm7:7 Rt2 Rn|SP Rt", "stnp <St>, <St2>, [<Xn|SP><{,#simm7*4}>]");
        put(391, "FpLoadStorePair.stpS", "00 101 1 001 0 imm7:7 Rt2 Rn|SP Rt", "stp <St>, <St2>, [<Xn|SP>], <#simm7*4>");
        put(392, "FpLoadStorePair.stpS", "00 101 1 011 0 imm7:7 Rt2 Rn|SP Rt", "stp <St>, <St2>, [<Xn|SP>, <#simm7*4>]!");
        put(393, "FpLoadStorePair.ldpS", "00 101 1 010 1 imm7:7 Rt2 Rn|SP Rt", "ldp <St>, <St2>, [<Xn|SP><{,#simm7*4}>]");
        put(394, "FpLoadStorePair.ldpS", "00 101 1 000 1 imm7:7 Rt2 Rn|SP Rt", "ldnp <St>, <St2>, [<Xn|SP><{,#simm7*4}>]");
        put(395, "FpLoadStorePair.ldpS", "00 101 1 001 1 imm7:7 Rt2 Rn|SP Rt", "ldp <St>, <St2>, [<Xn|SP>], <#simm7*4>");
        put(396, "FpLoadStorePair.ldpS", "00 101 1 011 1 imm7:7 Rt2 Rn|SP Rt", "ldp <St>, <St2>, [<Xn|SP>, <#simm7*4>]!");
        put(397, "FpLoadStorePair.stpD", "01 101 1 010 0 imm7:7 Rt2 Rn|SP Rt", "stp <Dt>, <Dt2>, [<Xn|SP><{,#simm7*8}>]");
        put(398, "FpLoadStorePair.stpD", "01 101 1 000 0 imm7:7 Rt2 Rn|SP Rt", "stnp <Dt>, <Dt2>, [<Xn|SP><{,#simm7*8}>]");
        put(399, "FpLoadStorePair.stpD", "01 101 1 001 0 imm7:7 Rt2 Rn|SP Rt", "stp <Dt>, <Dt2>, [<Xn|SP>], <#simm7*8>");
        put(400, "FpLoadStorePair.stpD", "01 101 1 011 0 imm7:7 Rt2 Rn|SP Rt", "stp <Dt>, <Dt2>, [<Xn|SP>, <#simm7*8>]!");
        put(401, "FpLoadStorePair.ldpD", "01 101 1 010 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Dt>, <Dt2>, [<Xn|SP><{,#simm7*8}>]");
        put(402, "FpLoadStorePair.ldpD", "01 101 1 000 1 imm7:7 Rt2 Rn|SP Rt", "ldnp <Dt>, <Dt2>, [<Xn|SP><{,#simm7*8}>]");
        put(403, "FpLoadStorePair.ldpD", "01 101 1 001 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Dt>, <Dt2>, [<Xn|SP>], <#simm7*8>");
        put(404, "FpLoadStorePair.ldpD", "01 101 1 011 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Dt>, <Dt2>, [<Xn|SP>, <#simm7*8>]!");
        put(405, "FpLoadStorePair.stpQ", "10 101 1 010 0 imm7:7 Rt2 Rn|SP Rt", "stp <Qt>, <Qt2>, [<Xn|SP><{,#simm7*16}>]");
        put(406, "FpLoadStorePair.stpQ", "10 101 1 000 0 imm7:7 Rt2 Rn|SP Rt", "stnp <Qt>, <Qt2>, [<Xn|SP><{,#simm7*16}>]");
        put(407, "FpLoadStorePair.stpQ", "10 101 1 001 0 imm7:7 Rt2 Rn|SP Rt", "stp <Qt>, <Qt2>, [<Xn|SP>], <#simm7*16>");
        put(408, "FpLoadStorePair.stpQ", "10 101 1 011 0 imm7:7 Rt2 Rn|SP Rt", "stp <Qt>, <Qt2>, [<Xn|SP>, <#simm7*16>]!");
        put(409, "FpLoadStorePair.ldpQ", "10 101 1 010 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Qt>, <Qt2>, [<Xn|SP><{,#simm7*16}>]");
        put(410, "FpLoadStorePair.ldpQ", "10 101 1 000 1 imm7:7 Rt2 Rn|SP Rt", "ldnp <Qt>, <Qt2>, [<Xn|SP><{,#simm7*16}>]");
        put(411, "FpLoadStorePair.ldpQ", "10 101 1 001 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Qt>, <Qt2>, [<Xn|SP>], <#simm7*16>");
        put(412, "FpLoadStorePair.ldpQ", "10 101 1 011 1 imm7:7 Rt2 Rn|SP Rt", "ldp <Qt>, <Qt2>, [<Xn|SP>, <#simm7*16>]!");
        put(413, "FpMove.fmovS", "000 11110 00 1 0000 00 10000 Rn Rd", "fmov <Sd>, <Sn>");
        put(414, "FpMove.fmovD", "000 11110 01 1 0000 00 10000 Rn Rd", "fmov <Dd>, <Dn>");
        put(415, "FpMove.fmovH", "000 11110 11 1 0000 00 10000 Rn Rd", "fmov <Hd>, <Hn>");
        put(416, "FpMove.fabsS", "000 11110 00 1 0000 01 10000 Rn Rd", "fabs <Sd>, <Sn>");
        put(417, "FpMove.fabsD", "000 11110 01 1 0000 01 10000 Rn Rd", "fabs <Dd>, <Dn>");
        put(418, "FpMove.fabsH", "000 11110 11 1 0000 01 10000 Rn Rd", "fabs <Hd>, <Hn>");
        put(419, "FpMove.fnegS", "000 11110 00 1 0000 10 10000 Rn Rd", "fneg <Sd>, <Sn>");
        put(420, "FpMove.fnegD", "000 11110 01 1 0000 10 10000 Rn Rd", "fneg <Dd>, <Dn>");
        put(421, "FpMove.fnegH", "000 11110 11 1 0000 10 10000 Rn Rd", "fneg <Hd>, <Hn>");
        put(422, "FpMove.fmovSImmediate", "000 11110 00 1 imm8:8 100 00000 Rd", "fmov <Sd>, <{fpimm}>");
        put(423, "FpMove.fmovDImmediate", "000 11110 01 1 imm8:8 100 00000 Rd", "fmov <Dd>, <{fpimm}>");
        put(424, "FpMove.fmovHImmediate", "000 11110 11 1 imm8:8 100 00000 Rd", "fmov <Hd>, <{fpimm}>");
        put(425, "FpMove.fmovStoW", "000 11110 00 1 00 110 000000 Rn Rd", "fmov <Wd>, <Sn>");
        put(426, "FpMove.fmovWtoS", "000 11110 00 1 00 111 000000 Rn Rd", "fmov <Sd>, <Wn>");
        put(427, "FpMove.fmovDtoX", "100 11110 01 1 00 110 000000 Rn Rd", "fmov <Xd>, <Dn>");
        put(428, "FpMove.fmovXtoD", "100 11110 01 1 00 111 000000 Rn Rd", "fmov <Dd>, <Xn>");
        put(429, "FpMove.fmovTopToX", "100 11110 10 1 01 110 000000 Rn Rd", "fmov <Xd>, <Vn.D[1]>");
        put(430, "FpMove.fmovXtoTop", "100 11110 10 1 01 111 000000 Rn Rd", "fmov <Vd.D[1]>, <Xn>");
        put(431, "FpMove.fmovHtoGeneral", "000 11110 11 1 00 110 000000 Rn Rd", "fmov <Wd>, <Hn>");
        put(432, "FpMove.fmovHtoGeneral", "100 11110 11 1 00 110 000000 Rn Rd", "fmov <Xd>, <Hn>");
        put(433, "FpMove.fmovGeneralToH", "000 11110 11 1 00 111 000000 Rn Rd", "fmov <Hd>, <Wn>");
        put(434, "FpMove.fmovGeneralToH", "100 11110 11 1 00 111 000000 Rn Rd", "fmov <Hd>, <Xn>");
        put(435, "FpMove.fcselS", "000 11110 00 1 Rm cond:4 11 Rn Rd", "fcsel <Sd>, <Sn>, <Sm>, <{cond}>");
        put(436, "FpMove.fcselD", "000 11110 01 1 Rm cond:4 11 Rn Rd", "fcsel <Dd>, <Dn>, <Dm>, <{cond}>");
        put(437, "FpMove.fcselH", "000 11110 11 1 Rm cond:4 11 Rn Rd", "fcsel <Hd>, <Hn>, <Hm>, <{cond}>");
        put(438, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 0 1 000000 0111 size:2 Rn|SP Rt", "ld1 <{list1}>, [<Xn|SP>]");
        put(439, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 1 1 0 Rm 0111 size:2 Rn|SP Rt", "ld1 <{list1}>, [<Xn|SP>], <{afterlist1}>");
        put(440, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 0 1 000000 1010 size:2 Rn|SP Rt", "ld1 <{list2}>, [<Xn|SP>]");
        put(441, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 1 1 0 Rm 1010 size:2 Rn|SP Rt", "ld1 <{list2}>, [<Xn|SP>], <{afterlist2}>");
        put(442, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 0 1 000000 0110 size:2 Rn|SP Rt", "ld1 <{list3}>, [<Xn|SP>]");
        put(443, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 1 1 0 Rm 0110 size:2 Rn|SP Rt", "ld1 <{list3}>, [<Xn|SP>], <{afterlist3}>");
        put(444, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 0 1 000000 0010 size:2 Rn|SP Rt", "ld1 <{list4}>, [<Xn|SP>]");
        put(445, "SimdLoadStoreMultiple.ld1", "0 Q:1 001100 1 1 0 Rm 0010 size:2 Rn|SP Rt", "ld1 <{list4}>, [<Xn|SP>], <{afterlist4}>");
        put(446, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 0 0 000000 0111 size:2 Rn|SP Rt", "st1 <{list1}>, [<Xn|SP>]");
        put(447, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 1 0 0 Rm 0111 size:2 Rn|SP Rt", "st1 <{list1}>, [<Xn|SP>], <{afterlist1}>");
        put(448, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 0 0 000000 1010 size:2 Rn|SP Rt", "st1 <{list2}>, [<Xn|SP>]");
        put(449, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 1 0 0 Rm 1010 size:2 Rn|SP Rt", "st1 <{list2}>, [<Xn|SP>], <{afterlist2}>");
        put(450, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 0 0 000000 0110 size:2 Rn|SP Rt", "st1 <{list3}>, [<Xn|SP>]");
        put(451, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 1 0 0 Rm 0110 size:2 Rn|SP Rt", "st1 <{list3}>, [<Xn|SP>], <{afterlist3}>");
        put(452, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 0 0 000000 0010 size:2 Rn|SP Rt", "st1 <{list4}>, [<Xn|SP>]");
        put(453, "SimdLoadStoreMultiple.st1", "0 Q:1 001100 1 0 0 Rm 0010 size:2 Rn|SP Rt", "st1 <{list4}>, [<Xn|SP>], <{afterlist4}>");
        put(454, "SimdLoadStoreMultiple.ldn", "0 Q:1 001100 0 1 000000 1000 size:2 Rn|SP Rt", "ld2 <{list2}>, [<Xn|SP>]");
        put(455, "SimdLoadStoreMultiple.ldn", "0 Q:1 001100 1 1 0 Rm 1000 size:2 Rn|SP Rt", "ld2 <{list2}>, [<Xn|SP>], <{afterlist2}>");
        put(456, "SimdLoadStoreMultiple.ldn", "0 Q:1 001100 0 1 000000 0100 size:2 Rn|SP Rt", "ld3 <{list3}>, [<Xn|SP>]");
        put(457, "SimdLoadStoreMultiple.ldn", "0 Q:1 001100 1 1 0 Rm 0100 size:2 Rn|SP Rt", "ld3 <{list3}>, [<Xn|SP>], <{afterlist3}>");
        put(458, "SimdLoadStoreMultiple.ldn", "0 Q:1 001100 0 1 000000 0000 size:2 Rn|SP Rt", "ld4 <{list4}>, [<Xn|SP>]");
        put(459, "SimdLoadStoreMultiple.ldn", "0 Q:1 001100 1 1 0 Rm 0000 size:2 Rn|SP Rt", "ld4 <{list4}>, [<Xn|SP>], <{afterlist4}>");
        put(460, "SimdLoadStoreMultiple.stn", "0 Q:1 001100 0 0 000000 1000 size:2 Rn|SP Rt", "st2 <{list2}>, [<Xn|SP>]");
        put(461, "SimdLoadStoreMultiple.stn", "0 Q:1 001100 1 0 0 Rm 1000 size:2 Rn|SP Rt", "st2 <{list2}>, [<Xn|SP>], <{afterlist2}>");
        put(462, "SimdLoadStoreMultiple.stn", "0 Q:1 001100 0 0 000000 0100 size:2 Rn|SP Rt", "st3 <{list3}>, [<Xn|SP>]");
        put(463, "SimdLoadStoreMultiple.stn", "0 Q:1 001100 1 0 0 Rm 0100 size:2 Rn|SP Rt", "st3 <{list3}>, [<Xn|SP>], <{afterlist3}>");
        put(464, "SimdLoadStoreMultiple.stn", "0 Q:1 001100 0 0 000000 0000 size:2 Rn|SP Rt", "st4 <{list4}>, [<Xn|SP>]");
        put(465, "SimdLoadStoreMultiple.stn", "0 Q:1 001100 1 0 0 Rm 0000 size:2 Rn|SP Rt", "st4 <{list4}>, [<Xn|SP>], <{afterlist4}>");
        put(466, "SimdLoadStoreSingle.load", "0 Q:1 001101 0 1 0 00000 scale:2 0 S:1 size:2 Rn|SP Rt", "ld1 <{element1}>, [<Xn|SP>]");
        put(467, "SimdLoadStoreSingle.load", "0 Q:1 001101 1 1 0 Rm scale:2 0 S:1 size:2 Rn|SP Rt", "ld1 <{element1}>, [<Xn|SP>], <{afterelement1}>");
        put(468, "SimdLoadStoreSingle.load", "0 Q:1 001101 0 1 1 00000 scale:2 0 S:1 size:2 Rn|SP Rt", "ld2 <{element2}>, [<Xn|SP>]");
        put(469, "SimdLoadStoreSingle.load", "0 Q:1 001101 1 1 1 Rm scale:2 0 S:1 size:2 Rn|SP Rt", "ld2 <{element2}>, [<Xn|SP>], <{afterelement2}>");
        put(470, "SimdLoadStoreSingle.load", "0 Q:1 001101 0 1 0 00000 scale:2 1 S:1 size:2 Rn|SP Rt", "ld3 <{element3}>, [<Xn|SP>]");
        put(471, "SimdLoadStoreSingle.load", "0 Q:1 001101 1 1 0 Rm scale:2 1 S:1 size:2 Rn|SP Rt", "ld3 <{element3}>, [<Xn|SP>], <{afterelement3}>");
        put(472, "SimdLoadStoreSingle.load", "0 Q:1 001101 0 1 1 00000 scale:2 1 S:1 size:2 Rn|SP Rt", "ld4 <{element4}>, [<Xn|SP>]");
        put(473, "SimdLoadStoreSingle.load", "0 Q:1 001101 1 1 1 Rm scale:2 1 S:1 size:2 Rn|SP Rt", "ld4 <{element4}>, [<Xn|SP>], <{afterelement4}>");
        put(474, "SimdLoadStoreSingle.store", "0 Q:1 001101 0 0 0 00000 scale:2 0 S:1 size:2 Rn|SP Rt", "st1 <{element1}>, [<Xn|SP>]");
        put(475, "SimdLoadStoreSingle.store", "0 Q:1 001101 1 0 0 Rm scale:2 0 S:1 size:2 Rn|SP Rt", "st1 <{element1}>, [<Xn|SP>], <{afterelement1}>");
        put(476, "SimdLoadStoreSingle.store", "0 Q:1 001101 0 0 1 00000 scale:2 0 S:1 size:2 Rn|SP Rt", "st2 <{element2}>, [<Xn|SP>]");
        put(477, "SimdLoadStoreSingle.store", "0 Q:1 001101 1 0 1 Rm scale:2 0 S:1 size:2 Rn|SP Rt", "st2 <{element2}>, [<Xn|SP>], <{afterelement2}>");
        put(478, "SimdLoadStoreSingle.store", "0 Q:1 001101 0 0 0 00000 scale:2 1 S:1 size:2 Rn|SP Rt", "st3 <{element3}>, [<Xn|SP>]");
        put(479, "SimdLoadStoreSingle.store", "0 Q:1 001101 1 0 0 Rm scale:2 1 S:1 size:2 Rn|SP Rt", "st3 <{element3}>, [<Xn|SP>], <{afterelement3}>");
        put(480, "SimdLoadStoreSingle.store", "0 Q:1 001101 0 0 1 00000 scale:2 1 S:1 size:2 Rn|SP Rt", "st4 <{element4}>, [<Xn|SP>]");
        put(481, "SimdLoadStoreSingle.store", "0 Q:1 001101 1 0 1 Rm scale:2 1 S:1 size:2 Rn|SP Rt", "st4 <{element4}>, [<Xn|SP>], <{afterelement4}>");
        put(482, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 0 1 0 00000 11 0 0 size:2 Rn|SP Rt", "ld1r <{list1}>, [<Xn|SP>]");
        put(483, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 1 1 0 Rm 11 0 0 size:2 Rn|SP Rt", "ld1r <{list1}>, [<Xn|SP>], <{afterall1}>");
        put(484, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 0 1 1 00000 11 0 0 size:2 Rn|SP Rt", "ld2r <{list2}>, [<Xn|SP>]");
        put(485, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 1 1 1 Rm 11 0 0 size:2 Rn|SP Rt", "ld2r <{list2}>, [<Xn|SP>], <{afterall2}>");
        put(486, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 0 1 0 00000 11 1 0 size:2 Rn|SP Rt", "ld3r <{list3}>, [<Xn|SP>]");
        put(487, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 1 1 0 Rm 11 1 0 size:2 Rn|SP Rt", "ld3r <{list3}>, [<Xn|SP>], <{afterall3}>");
        put(488, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 0 1 1 00000 11 1 0 size:2 Rn|SP Rt", "ld4r <{list4}>, [<Xn|SP>]");
        put(489, "SimdLoadStoreSingle.replicate", "0 Q:1 001101 1 1 1 Rm 11 1 0 size:2 Rn|SP Rt", "ld4r <{list4}>, [<Xn|SP>], <{afterall4}>");
        put(490, "SimdAcrossLanes.addv", "0 Q:1 0 01110 size:2 11000 11011 10 Rn Rd", "addv <{Vd:size}>, <{Vn.T}>");
        put(491, "SimdAcrossLanes.uaddlv", "0 Q:1 1 01110 size:2 11000 00011 10 Rn Rd", "uaddlv <{Vd:size+1}>, <{Vn.T}>");
        put(492, "SimdAcrossLanes.saddlv", "0 Q:1 0 01110 size:2 11000 00011 10 Rn Rd", "saddlv <{Vd:size+1}>, <{Vn.T}>");
        put(493, "SimdAcrossLanes.smaxv", "0 Q:1 0 01110 size:2 11000 01010 10 Rn Rd", "smaxv <{Vd:size}>, <{Vn.T}>");
        put(494, "SimdAcrossLanes.umaxv", "0 Q:1 1 01110 size:2 11000 01010 10 Rn Rd", "umaxv <{Vd:size}>, <{Vn.T}>");
        put(495, "SimdAcrossLanes.sminv", "0 Q:1 0 01110 size:2 11000 11010 10 Rn Rd", "sminv <{Vd:size}>, <{Vn.T}>");
        put(496, "SimdAcrossLanes.uminv", "0 Q:1 1 01110 size:2 11000 11010 10 Rn Rd", "uminv <{Vd:size}>, <{Vn.T}>");
        put(497, "SimdAcrossLanes.addpScalar", "01 0 11110 11 11000 11011 10 Rn Rd", "addp <Dd>, <Vn.2D>");
        put(498, "SimdCopy.dupElement", "0 Q:1 0 01110000 imm5:5 0 0000 1 Rn Rd", "dup <{Vd.T5}>, <{Vn.T5[]}>");
        put(499, "SimdCopy.dupScalar", "01 0 11110000 imm5:5 0 0000 1 Rn Rd", "mov <{Vd:imm5}>, <{Vn.T5[]}>");
        put(500, "SimdCopy.dupGeneral", "0 Q:1 0 01110000 imm5:5 0 0001 1 Rn Rd", "dup <{Vd.T5}>, <{Rn:imm5}>");
        put(501, "SimdCopy.insGeneral", "0 1 0 01110000 imm5:5 0 0011 1 Rn Rd", "mov <{Vd.T5[]}>, <{Rn:imm5}>");
        put(502, "SimdCopy.insElement", "0 1 1 01110000 imm5:5 0 imm4:4 1 Rn Rd", "mov <{Vd.T5[]}>, <{Vn.T5[imm4]}>");
        put(503, "SimdCopy.umov", "0 0 0 01110000 imm5:5 0 0111 1 Rn Rd", "umov <Wd>, <{Vn.T5[]}>",
                "(imm5 & 3) == 0 => mov <Wd>, <{Vn.T5[]}>");
        put(504, "SimdCopy.umov", "0 1 0 01110000 imm5:5 0 0111 1 Rn Rd", "mov <Xd>, <{Vn.T5[]}>");
        put(505, "SimdCopy.smov32", "0 0 0 01110000 imm5:5 0 0101 1 Rn Rd", "smov <Wd>, <{Vn.T5[]}>");
        put(506, "SimdCopy.smov64", "0 1 0 01110000 imm5:5 0 0101 1 Rn Rd", "smov <Xd>, <{Vn.T5[]}>");
        put(507, "SimdModifiedImmediate.movi", "0 Q:1 0 01111 00000 a:3 cmode:4 0 1 imm5:5 Rd", "movi <{Vd.Tc}>, <{simdimm}>");
        put(508, "SimdModifiedImmediate.mvni", "0 Q:1 1 01111 00000 a:3 cmode:4 0 1 imm5:5 Rd", "mvni <{Vd.Tc}>, <{simdimm}>");
        put(509, "SimdModifiedImmediate.moviBytes", "0 Q:1 0 01111 00000 a:3 1110 0 1 imm5:5 Rd", "movi <{Vd.Tb}>, <{simdimm}>");
        put(510, "SimdModifiedImmediate.moviMask", "0 0 1 01111 00000 a:3 1110 0 1 imm5:5 Rd", "movi <Dd>, <{simdimm64}>");
        put(511, "SimdModifiedImmediate.moviMask", "0 1 1 01111 00000 a:3 1110 0 1 imm5:5 Rd", "movi <Vd.2D>, <{simdimm64}>");
        put(512, "SimdModifiedImmediate.orr", "0 Q:1 0 01111 00000 a:3 cmode:4 0 1 imm5:5 Rd", "orr <{Vd.Tc}>, <{simdimm}>");
        put(513, "SimdModifiedImmediate.bic", "0 Q:1 1 01111 00000 a:3 cmode:4 0 1 imm5:5 Rd", "bic <{Vd.Tc}>, <{simdimm}>");
        put(514, "SimdModifiedImmediate.fmovSingle", "0 Q:1 0 01111 00000 a:3 1111 0 1 imm5:5 Rd", "fmov <{Vd.Tq}>, <{simdfpimm}>");
        put(515, "SimdModifiedImmediate.fmovDouble", "0 1 1 01111 00000 a:3 1111 0 1 imm5:5 Rd", "fmov <Vd.2D>, <{simdfpimm}>");
    }

    private static void part4() {
        put(516, "SimdModifiedImmediate.fmovHalf", "0 Q:1 0 01111 00000 a:3 1111 1 1 imm5:5 Rd", "fmov <{Vd.Th}>, <{simdfpimm}>");
        put(517, "SimdPermute.uzp1", "0 Q:1 0 01110 size:2 0 Rm 0 001 10 Rn Rd", "uzp1 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(518, "SimdPermute.uzp2", "0 Q:1 0 01110 size:2 0 Rm 0 101 10 Rn Rd", "uzp2 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(519, "SimdPermute.trn1", "0 Q:1 0 01110 size:2 0 Rm 0 010 10 Rn Rd", "trn1 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(520, "SimdPermute.trn2", "0 Q:1 0 01110 size:2 0 Rm 0 110 10 Rn Rd", "trn2 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(521, "SimdPermute.zip1", "0 Q:1 0 01110 size:2 0 Rm 0 011 10 Rn Rd", "zip1 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(522, "SimdPermute.zip2", "0 Q:1 0 01110 size:2 0 Rm 0 111 10 Rn Rd", "zip2 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(523, "SimdPermute.ext64", "0 0 1 01110 000 Rm 0 0 imm4:3 0 Rn Rd", "ext <Vd.8B>, <Vn.8B>, <Vm.8B>, <#imm4>");
        put(524, "SimdPermute.ext128", "0 1 1 01110 000 Rm 0 imm4:4 0 Rn Rd", "ext <Vd.16B>, <Vn.16B>, <Vm.16B>, <#imm4>");
        put(525, "SimdPermute.tbl", "0 Q:1 0 01110 000 Rm 0 len:2 0 00 Rn Rd", "tbl <{Vd.Tb}>, <{table}>, <{Vm.Tb}>");
        put(526, "SimdPermute.tbx", "0 Q:1 0 01110 000 Rm 0 len:2 1 00 Rn Rd", "tbx <{Vd.Tb}>, <{table}>, <{Vm.Tb}>");
        put(527, "SimdShiftImmediate.sshr", "0 Q:1 0 011110 imm:7 00000 1 Rn Rd", "sshr <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(528, "SimdShiftImmediate.sshr", "01 0 111110 imm:7 00000 1 Rn Rd", "sshr <Dd>, <Dn>, <{rightshift}>");
        put(529, "SimdShiftImmediate.ssra", "0 Q:1 0 011110 imm:7 00010 1 Rn Rd", "ssra <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(530, "SimdShiftImmediate.ssra", "01 0 111110 imm:7 00010 1 Rn Rd", "ssra <Dd>, <Dn>, <{rightshift}>");
        put(531, "SimdShiftImmediate.srshr", "0 Q:1 0 011110 imm:7 00100 1 Rn Rd", "srshr <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(532, "SimdShiftImmediate.srshr", "01 0 111110 imm:7 00100 1 Rn Rd", "srshr <Dd>, <Dn>, <{rightshift}>");
        put(533, "SimdShiftImmediate.srsra", "0 Q:1 0 011110 imm:7 00110 1 Rn Rd", "srsra <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(534, "SimdShiftImmediate.srsra", "01 0 111110 imm:7 00110 1 Rn Rd", "srsra <Dd>, <Dn>, <{rightshift}>");
        put(535, "SimdShiftImmediate.ushr", "0 Q:1 1 011110 imm:7 00000 1 Rn Rd", "ushr <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(536, "SimdShiftImmediate.ushr", "01 1 111110 imm:7 00000 1 Rn Rd", "ushr <Dd>, <Dn>, <{rightshift}>");
        put(537, "SimdShiftImmediate.usra", "0 Q:1 1 011110 imm:7 00010 1 Rn Rd", "usra <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(538, "SimdShiftImmediate.usra", "01 1 111110 imm:7 00010 1 Rn Rd", "usra <Dd>, <Dn>, <{rightshift}>");
        put(539, "SimdShiftImmediate.urshr", "0 Q:1 1 011110 imm:7 00100 1 Rn Rd", "urshr <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(540, "SimdShiftImmediate.urshr", "01 1 111110 imm:7 00100 1 Rn Rd", "urshr <Dd>, <Dn>, <{rightshift}>");
        put(541, "SimdShiftImmediate.ursra", "0 Q:1 1 011110 imm:7 00110 1 Rn Rd", "ursra <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(542, "SimdShiftImmediate.ursra", "01 1 111110 imm:7 00110 1 Rn Rd", "ursra <Dd>, <Dn>, <{rightshift}>");
        put(543, "SimdShiftImmediate.sri", "0 Q:1 1 011110 imm:7 01000 1 Rn Rd", "sri <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>");
        put(544, "SimdShiftImmediate.sri", "01 1 111110 imm:7 01000 1 Rn Rd", "sri <Dd>, <Dn>, <{rightshift}>");
        put(545, "SimdShiftImmediate.shl", "0 Q:1 0 011110 imm:7 01010 1 Rn Rd", "shl <{Vd.Ti}>, <{Vn.Ti}>, <{leftshift}>");
        put(546, "SimdShiftImmediate.shl", "01 0 111110 imm:7 01010 1 Rn Rd", "shl <Dd>, <Dn>, <{leftshift}>");
        put(547, "SimdShiftImmediate.sli", "0 Q:1 1 011110 imm:7 01010 1 Rn Rd", "sli <{Vd.Ti}>, <{Vn.Ti}>, <{leftshift}>");
        put(548, "SimdShiftImmediate.sli", "01 1 111110 imm:7 01010 1 Rn Rd", "sli <Dd>, <Dn>, <{leftshift}>");
        put(549, "SimdShiftImmediate.sqshluImmediate", "0 Q:1 1 011110 imm:7 01100 1 Rn Rd", "sqshlu <{Vd.Ti}>, <{Vn.Ti}>, <{leftshift}>");
        put(550, "SimdShiftImmediate.sqshluImmediate", "01 1 111110 imm:7 01100 1 Rn Rd", "sqshlu <{Vd:imm}>, <{Vn:imm}>, <{leftshift}>");
        put(551, "SimdShiftImmediate.sqshlImmediate", "0 Q:1 0 011110 imm:7 01110 1 Rn Rd", "sqshl <{Vd.Ti}>, <{Vn.Ti}>, <{leftshift}>");
        put(552, "SimdShiftImmediate.sqshlImmediate", "01 0 111110 imm:7 01110 1 Rn Rd", "sqshl <{Vd:imm}>, <{Vn:imm}>, <{leftshift}>");
        put(553, "SimdShiftImmediate.uqshlImmediate", "0 Q:1 1 011110 imm:7 01110 1 Rn Rd", "uqshl <{Vd.Ti}>, <{Vn.Ti}>, <{leftshift}>");
        put(554, "SimdShiftImmediate.uqshlImmediate", "01 1 111110 imm:7 01110 1 Rn Rd", "uqshl <{Vd:imm}>, <{Vn:imm}>, <{leftshift}>");
        put(555, "SimdShiftImmediate.shrn", "0 Q:1 0 011110 imm:7 10000 1 Rn Rd", "shrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(556, "SimdShiftImmediate.rshrn", "0 Q:1 0 011110 imm:7 10001 1 Rn Rd", "rshrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(557, "SimdShiftImmediate.sqshrn", "0 Q:1 0 011110 imm:7 10010 1 Rn Rd", "sqshrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(558, "SimdShiftImmediate.sqshrn", "01 0 111110 imm:7 10010 1 Rn Rd", "sqshrn <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>");
        put(559, "SimdShiftImmediate.sqrshrn", "0 Q:1 0 011110 imm:7 10011 1 Rn Rd", "sqrshrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(560, "SimdShiftImmediate.sqrshrn", "01 0 111110 imm:7 10011 1 Rn Rd", "sqrshrn <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>");
        put(561, "SimdShiftImmediate.uqshrn", "0 Q:1 1 011110 imm:7 10010 1 Rn Rd", "uqshrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(562, "SimdShiftImmediate.uqshrn", "01 1 111110 imm:7 10010 1 Rn Rd", "uqshrn <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>");
        put(563, "SimdShiftImmediate.uqrshrn", "0 Q:1 1 011110 imm:7 10011 1 Rn Rd", "uqrshrn<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(564, "SimdShiftImmediate.uqrshrn", "01 1 111110 imm:7 10011 1 Rn Rd", "uqrshrn <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>");
        put(565, "SimdShiftImmediate.sqshrun", "0 Q:1 1 011110 imm:7 10000 1 Rn Rd", "sqshrun<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(566, "SimdShiftImmediate.sqshrun", "01 1 111110 imm:7 10000 1 Rn Rd", "sqshrun <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>");
        put(567, "SimdShiftImmediate.sqrshrun", "0 Q:1 1 011110 imm:7 10001 1 Rn Rd", "sqrshrun<{2}> <{Vd.Ti}>, <{Vn.Tiw}>, <{rightshift}>");
        put(568, "SimdShiftImmediate.sqrshrun", "01 1 111110 imm:7 10001 1 Rn Rd", "sqrshrun <{Vd:imm}>, <{Vn:imm+1}>, <{rightshift}>");
        put(569, "SimdShiftImmediate.sshll", "0 Q:1 0 011110 imm:7 10100 1 Rn Rd", "sshll<{2}> <{Vd.Tiw}>, <{Vn.Ti}>, <{leftshift}>",
                "Integer.bitCount(imm) == 1 => sxtl<{2}> <{Vd.Tiw}>, <{Vn.Ti}>");
        put(570, "SimdShiftImmediate.ushll", "0 Q:1 1 011110 imm:7 10100 1 Rn Rd", "ushll<{2}> <{Vd.Tiw}>, <{Vn.Ti}>, <{leftshift}>",
                "Integer.bitCount(imm) == 1 => uxtl<{2}> <{Vd.Tiw}>, <{Vn.Ti}>");
        put(571, "SimdThreeSame.and", "0 Q:1 0 01110 00 1 Rm 00011 1 Rn Rd", "and <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(572, "SimdThreeSame.bic", "0 Q:1 0 01110 01 1 Rm 00011 1 Rn Rd", "bic <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(573, "SimdThreeSame.orr", "0 Q:1 0 01110 10 1 Rm 00011 1 Rn Rd", "orr <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>",
                "Rn == Rm => mov <{Vd.Tb}>, <{Vn.Tb}>");
        put(574, "SimdThreeSame.orn", "0 Q:1 0 01110 11 1 Rm 00011 1 Rn Rd", "orn <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(575, "SimdThreeSame.eor", "0 Q:1 1 01110 00 1 Rm 00011 1 Rn Rd", "eor <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(576, "SimdThreeSame.bsl", "0 Q:1 1 01110 01 1 Rm 00011 1 Rn Rd", "bsl <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(577, "SimdThreeSame.bit", "0 Q:1 1 01110 10 1 Rm 00011 1 Rn Rd", "bit <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(578, "SimdThreeSame.bif", "0 Q:1 1 01110 11 1 Rm 00011 1 Rn Rd", "bif <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>");
        put(579, "SimdThreeSame.add", "0 Q:1 0 01110 size:2 1 Rm 10000 1 Rn Rd", "add <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(580, "SimdThreeSame.add", "01 0 11110 11 1 Rm 10000 1 Rn Rd", "add <Dd>, <Dn>, <Dm>");
        put(581, "SimdThreeSame.sub", "0 Q:1 1 01110 size:2 1 Rm 10000 1 Rn Rd", "sub <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(582, "SimdThreeSame.sub", "01 1 11110 11 1 Rm 10000 1 Rn Rd", "sub <Dd>, <Dn>, <Dm>");
        put(583, "SimdThreeSame.cmeq", "0 Q:1 1 01110 size:2 1 Rm 10001 1 Rn Rd", "cmeq <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(584, "SimdThreeSame.cmeq", "01 1 11110 11 1 Rm 10001 1 Rn Rd", "cmeq <Dd>, <Dn>, <Dm>");
        put(585, "SimdThreeSame.cmtst", "0 Q:1 0 01110 size:2 1 Rm 10001 1 Rn Rd", "cmtst <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(586, "SimdThreeSame.cmtst", "01 0 11110 11 1 Rm 10001 1 Rn Rd", "cmtst <Dd>, <Dn>, <Dm>");
        put(587, "SimdThreeSame.cmgt", "0 Q:1 0 01110 size:2 1 Rm 00110 1 Rn Rd", "cmgt <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(588, "SimdThreeSame.cmgt", "01 0 11110 11 1 Rm 00110 1 Rn Rd", "cmgt <Dd>, <Dn>, <Dm>");
        put(589, "SimdThreeSame.cmge", "0 Q:1 0 01110 size:2 1 Rm 00111 1 Rn Rd", "cmge <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(590, "SimdThreeSame.cmge", "01 0 11110 11 1 Rm 00111 1 Rn Rd", "cmge <Dd>, <Dn>, <Dm>");
        put(591, "SimdThreeSame.cmhi", "0 Q:1 1 01110 size:2 1 Rm 00110 1 Rn Rd", "cmhi <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(592, "SimdThreeSame.cmhi", "01 1 11110 11 1 Rm 00110 1 Rn Rd", "cmhi <Dd>, <Dn>, <Dm>");
        put(593, "SimdThreeSame.cmhs", "0 Q:1 1 01110 size:2 1 Rm 00111 1 Rn Rd", "cmhs <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(594, "SimdThreeSame.cmhs", "01 1 11110 11 1 Rm 00111 1 Rn Rd", "cmhs <Dd>, <Dn>, <Dm>");
        put(595, "SimdThreeSame.smax", "0 Q:1 0 01110 size:2 1 Rm 01100 1 Rn Rd", "smax <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(596, "SimdThreeSame.smin", "0 Q:1 0 01110 size:2 1 Rm 01101 1 Rn Rd", "smin <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(597, "SimdThreeSame.sabd", "0 Q:1 0 01110 size:2 1 Rm 01110 1 Rn Rd", "sabd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(598, "SimdThreeSame.saba", "0 Q:1 0 01110 size:2 1 Rm 01111 1 Rn Rd", "saba <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(599, "SimdThreeSame.shadd", "0 Q:1 0 01110 size:2 1 Rm 00000 1 Rn Rd", "shadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(600, "SimdThreeSame.srhadd", "0 Q:1 0 01110 size:2 1 Rm 00010 1 Rn Rd", "srhadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(601, "SimdThreeSame.shsub", "0 Q:1 0 01110 size:2 1 Rm 00100 1 Rn Rd", "shsub <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(602, "SimdThreeSame.umax", "0 Q:1 1 01110 size:2 1 Rm 01100 1 Rn Rd", "umax <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(603, "SimdThreeSame.umin", "0 Q:1 1 01110 size:2 1 Rm 01101 1 Rn Rd", "umin <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(604, "SimdThreeSame.uabd", "0 Q:1 1 01110 size:2 1 Rm 01110 1 Rn Rd", "uabd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(605, "SimdThreeSame.uaba", "0 Q:1 1 01110 size:2 1 Rm 01111 1 Rn Rd", "uaba <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(606, "SimdThreeSame.uhadd", "0 Q:1 1 01110 size:2 1 Rm 00000 1 Rn Rd", "uhadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(607, "SimdThreeSame.urhadd", "0 Q:1 1 01110 size:2 1 Rm 00010 1 Rn Rd", "urhadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(608, "SimdThreeSame.uhsub", "0 Q:1 1 01110 size:2 1 Rm 00100 1 Rn Rd", "uhsub <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(609, "SimdThreeSame.addp", "0 Q:1 0 01110 size:2 1 Rm 10111 1 Rn Rd", "addp <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(610, "SimdThreeSame.smaxp", "0 Q:1 0 01110 size:2 1 Rm 10100 1 Rn Rd", "smaxp <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(611, "SimdThreeSame.sminp", "0 Q:1 0 01110 size:2 1 Rm 10101 1 Rn Rd", "sminp <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(612, "SimdThreeSame.umaxp", "0 Q:1 1 01110 size:2 1 Rm 10100 1 Rn Rd", "umaxp <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(613, "SimdThreeSame.uminp", "0 Q:1 1 01110 size:2 1 Rm 10101 1 Rn Rd", "uminp <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(614, "SimdThreeSame.sqadd", "0 Q:1 0 01110 size:2 1 Rm 00001 1 Rn Rd", "sqadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(615, "SimdThreeSame.sqadd", "01 0 11110 size:2 1 Rm 00001 1 Rn Rd", "sqadd <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(616, "SimdThreeSame.sqsub", "0 Q:1 0 01110 size:2 1 Rm 00101 1 Rn Rd", "sqsub <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(617, "SimdThreeSame.sqsub", "01 0 11110 size:2 1 Rm 00101 1 Rn Rd", "sqsub <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(618, "SimdThreeSame.sshl", "0 Q:1 0 01110 size:2 1 Rm 01000 1 Rn Rd", "sshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(619, "SimdThreeSame.sshl", "01 0 11110 11 1 Rm 01000 1 Rn Rd", "sshl <Dd>, <Dn>, <Dm>");
        put(620, "SimdThreeSame.sqshl", "0 Q:1 0 01110 size:2 1 Rm 01001 1 Rn Rd", "sqshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(621, "SimdThreeSame.sqshl", "01 0 11110 size:2 1 Rm 01001 1 Rn Rd", "sqshl <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(622, "SimdThreeSame.srshl", "0 Q:1 0 01110 size:2 1 Rm 01010 1 Rn Rd", "srshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(623, "SimdThreeSame.srshl", "01 0 11110 11 1 Rm 01010 1 Rn Rd", "srshl <Dd>, <Dn>, <Dm>");
        put(624, "SimdThreeSame.sqrshl", "0 Q:1 0 01110 size:2 1 Rm 01011 1 Rn Rd", "sqrshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(625, "SimdThreeSame.sqrshl", "01 0 11110 size:2 1 Rm 01011 1 Rn Rd", "sqrshl <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(626, "SimdThreeSame.uqadd", "0 Q:1 1 01110 size:2 1 Rm 00001 1 Rn Rd", "uqadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(627, "SimdThreeSame.uqadd", "01 1 11110 size:2 1 Rm 00001 1 Rn Rd", "uqadd <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(628, "SimdThreeSame.uqsub", "0 Q:1 1 01110 size:2 1 Rm 00101 1 Rn Rd", "uqsub <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(629, "SimdThreeSame.uqsub", "01 1 11110 size:2 1 Rm 00101 1 Rn Rd", "uqsub <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(630, "SimdThreeSame.ushl", "0 Q:1 1 01110 size:2 1 Rm 01000 1 Rn Rd", "ushl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(631, "SimdThreeSame.ushl", "01 1 11110 11 1 Rm 01000 1 Rn Rd", "ushl <Dd>, <Dn>, <Dm>");
        put(632, "SimdThreeSame.uqshl", "0 Q:1 1 01110 size:2 1 Rm 01001 1 Rn Rd", "uqshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(633, "SimdThreeSame.uqshl", "01 1 11110 size:2 1 Rm 01001 1 Rn Rd", "uqshl <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(634, "SimdThreeSame.urshl", "0 Q:1 1 01110 size:2 1 Rm 01010 1 Rn Rd", "urshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(635, "SimdThreeSame.urshl", "01 1 11110 11 1 Rm 01010 1 Rn Rd", "urshl <Dd>, <Dn>, <Dm>");
        put(636, "SimdThreeSame.uqrshl", "0 Q:1 1 01110 size:2 1 Rm 01011 1 Rn Rd", "uqrshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(637, "SimdThreeSame.uqrshl", "01 1 11110 size:2 1 Rm 01011 1 Rn Rd", "uqrshl <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(638, "SimdThreeSame.sqdmulh", "0 Q:1 0 01110 size:2 1 Rm 10110 1 Rn Rd", "sqdmulh <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(639, "SimdThreeSame.sqdmulh", "01 0 11110 size:2 1 Rm 10110 1 Rn Rd", "sqdmulh <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(640, "SimdThreeSame.sqrdmulh", "0 Q:1 1 01110 size:2 1 Rm 10110 1 Rn Rd", "sqrdmulh <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(641, "SimdThreeSame.sqrdmulh", "01 1 11110 size:2 1 Rm 10110 1 Rn Rd", "sqrdmulh <{Vd:size}>, <{Vn:size}>, <{Vm:size}>");
        put(642, "SimdThreeSame.mul", "0 Q:1 0 01110 size:2 1 Rm 10011 1 Rn Rd", "mul <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(643, "SimdThreeSame.pmul", "0 Q:1 1 01110 size:2 1 Rm 10011 1 Rn Rd", "pmul <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
    }

    private static void part5() {
        put(644, "SimdThreeSame.mla", "0 Q:1 0 01110 size:2 1 Rm 10010 1 Rn Rd", "mla <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(645, "SimdThreeSame.mls", "0 Q:1 1 01110 size:2 1 Rm 10010 1 Rn Rd", "mls <{Vd.T}>, <{Vn.T}>, <{Vm.T}>");
        put(646, "SimdTwoRegMisc.rev64Bytes", "0 Q:1 0 01110 00 10000 00000 10 Rn Rd", "rev64 <{Vd.T}>, <{Vn.T}>");
        put(647, "SimdTwoRegMisc.rev64", "0 Q:1 0 01110 size:2 10000 00000 10 Rn Rd", "rev64 <{Vd.T}>, <{Vn.T}>");
        put(648, "SimdTwoRegMisc.rev32Bytes", "0 Q:1 1 01110 00 10000 00000 10 Rn Rd", "rev32 <{Vd.T}>, <{Vn.T}>");
        put(649, "SimdTwoRegMisc.rev32Halves", "0 Q:1 1 01110 01 10000 00000 10 Rn Rd", "rev32 <{Vd.T}>, <{Vn.T}>");
        put(650, "SimdTwoRegMisc.rev16", "0 Q:1 0 01110 00 10000 00001 10 Rn Rd", "rev16 <{Vd.T}>, <{Vn.T}>");
        put(651, "SimdTwoRegMisc.rbit", "0 Q:1 1 01110 01 10000 00101 10 Rn Rd", "rbit <{Vd.Tb}>, <{Vn.Tb}>");
        put(652, "SimdTwoRegMisc.not", "0 Q:1 1 01110 00 10000 00101 10 Rn Rd", "mvn <{Vd.Tb}>, <{Vn.Tb}>");
        put(653, "SimdTwoRegMisc.cnt", "0 Q:1 0 01110 00 10000 00101 10 Rn Rd", "cnt <{Vd.Tb}>, <{Vn.Tb}>");
        put(654, "SimdTwoRegMisc.clz", "0 Q:1 1 01110 size:2 10000 00100 10 Rn Rd", "clz <{Vd.T}>, <{Vn.T}>");
        put(655, "SimdTwoRegMisc.cls", "0 Q:1 0 01110 size:2 10000 00100 10 Rn Rd", "cls <{Vd.T}>, <{Vn.T}>");
        put(656, "SimdTwoRegMisc.cmgtZero", "0 Q:1 0 01110 size:2 10000 01000 10 Rn Rd", "cmgt <{Vd.T}>, <{Vn.T}>, #0");
        put(657, "SimdTwoRegMisc.cmgtZero", "01 0 11110 11 10000 01000 10 Rn Rd", "cmgt <Dd>, <Dn>, #0");
        put(658, "SimdTwoRegMisc.cmgeZero", "0 Q:1 1 01110 size:2 10000 01000 10 Rn Rd", "cmge <{Vd.T}>, <{Vn.T}>, #0");
        put(659, "SimdTwoRegMisc.cmgeZero", "01 1 11110 11 10000 01000 10 Rn Rd", "cmge <Dd>, <Dn>, #0");
        put(660, "SimdTwoRegMisc.cmeqZero", "0 Q:1 0 01110 size:2 10000 01001 10 Rn Rd", "cmeq <{Vd.T}>, <{Vn.T}>, #0");
        put(661, "SimdTwoRegMisc.cmeqZero", "01 0 11110 11 10000 01001 10 Rn Rd", "cmeq <Dd>, <Dn>, #0");
        put(662, "SimdTwoRegMisc.cmleZero", "0 Q:1 1 01110 size:2 10000 01001 10 Rn Rd", "cmle <{Vd.T}>, <{Vn.T}>, #0");
        put(663, "SimdTwoRegMisc.cmleZero", "01 1 11110 11 10000 01001 10 Rn Rd", "cmle <Dd>, <Dn>, #0");
        put(664, "SimdTwoRegMisc.cmltZero", "0 Q:1 0 01110 size:2 10000 01010 10 Rn Rd", "cmlt <{Vd.T}>, <{Vn.T}>, #0");
        put(665, "SimdTwoRegMisc.cmltZero", "01 0 11110 11 10000 01010 10 Rn Rd", "cmlt <Dd>, <Dn>, #0");
        put(666, "SimdTwoRegMisc.abs", "0 Q:1 0 01110 size:2 10000 01011 10 Rn Rd", "abs <{Vd.T}>, <{Vn.T}>");
        put(667, "SimdTwoRegMisc.abs", "01 0 11110 11 10000 01011 10 Rn Rd", "abs <Dd>, <Dn>");
        put(668, "SimdTwoRegMisc.neg", "0 Q:1 1 01110 size:2 10000 01011 10 Rn Rd", "neg <{Vd.T}>, <{Vn.T}>");
        put(669, "SimdTwoRegMisc.neg", "01 1 11110 11 10000 01011 10 Rn Rd", "neg <Dd>, <Dn>");
        put(670, "SimdTwoRegMisc.saddlp", "0 Q:1 0 01110 size:2 10000 00010 10 Rn Rd", "saddlp <{Vd.Tp}>, <{Vn.T}>");
        put(671, "SimdTwoRegMisc.uaddlp", "0 Q:1 1 01110 size:2 10000 00010 10 Rn Rd", "uaddlp <{Vd.Tp}>, <{Vn.T}>");
        put(672, "SimdTwoRegMisc.sadalp", "0 Q:1 0 01110 size:2 10000 00110 10 Rn Rd", "sadalp <{Vd.Tp}>, <{Vn.T}>");
        put(673, "SimdTwoRegMisc.uadalp", "0 Q:1 1 01110 size:2 10000 00110 10 Rn Rd", "uadalp <{Vd.Tp}>, <{Vn.T}>");
        put(674, "SimdTwoRegMisc.sqabs", "0 Q:1 0 01110 size:2 10000 00111 10 Rn Rd", "sqabs <{Vd.T}>, <{Vn.T}>");
        put(675, "SimdTwoRegMisc.sqabs", "01 0 11110 size:2 10000 00111 10 Rn Rd", "sqabs <{Vd:size}>, <{Vn:size}>");
        put(676, "SimdTwoRegMisc.sqneg", "0 Q:1 1 01110 size:2 10000 00111 10 Rn Rd", "sqneg <{Vd.T}>, <{Vn.T}>");
        put(677, "SimdTwoRegMisc.sqneg", "01 1 11110 size:2 10000 00111 10 Rn Rd", "sqneg <{Vd:size}>, <{Vn:size}>");
        put(678, "SimdTwoRegMisc.suqadd", "0 Q:1 0 01110 size:2 10000 00011 10 Rn Rd", "suqadd <{Vd.T}>, <{Vn.T}>");
        put(679, "SimdTwoRegMisc.suqadd", "01 0 11110 size:2 10000 00011 10 Rn Rd", "suqadd <{Vd:size}>, <{Vn:size}>");
        put(680, "SimdTwoRegMisc.usqadd", "0 Q:1 1 01110 size:2 10000 00011 10 Rn Rd", "usqadd <{Vd.T}>, <{Vn.T}>");
        put(681, "SimdTwoRegMisc.usqadd", "01 1 11110 size:2 10000 00011 10 Rn Rd", "usqadd <{Vd:size}>, <{Vn:size}>");
        put(682, "SimdTwoRegMisc.xtn", "0 Q:1 0 01110 size:2 10000 10010 10 Rn Rd", "xtn<{2}> <{Vd.T}>, <{Vn.Tw}>");
        put(683, "SimdTwoRegMisc.sqxtn", "0 Q:1 0 01110 size:2 10000 10100 10 Rn Rd", "sqxtn<{2}> <{Vd.T}>, <{Vn.Tw}>");
        put(684, "SimdTwoRegMisc.sqxtn", "01 0 11110 size:2 10000 10100 10 Rn Rd", "sqxtn <{Vd:size}>, <{Vn:size+1}>");
        put(685, "SimdTwoRegMisc.uqxtn", "0 Q:1 1 01110 size:2 10000 10100 10 Rn Rd", "uqxtn<{2}> <{Vd.T}>, <{Vn.Tw}>");
        put(686, "SimdTwoRegMisc.uqxtn", "01 1 11110 size:2 10000 10100 10 Rn Rd", "uqxtn <{Vd:size}>, <{Vn:size+1}>");
        put(687, "SimdTwoRegMisc.sqxtun", "0 Q:1 1 01110 size:2 10000 10010 10 Rn Rd", "sqxtun<{2}> <{Vd.T}>, <{Vn.Tw}>");
        put(688, "SimdTwoRegMisc.sqxtun", "01 1 11110 size:2 10000 10010 10 Rn Rd", "sqxtun <{Vd:size}>, <{Vn:size+1}>");
        put(689, "SimdTwoRegMisc.shll", "0 Q:1 1 01110 size:2 10000 10011 10 Rn Rd", "shll<{2}> <{Vd.Tw}>, <{Vn.T}>, <{elementbits}>");
        put(690, "AddSubCarry.adc64", "1 0 0 11010000 Rm 000000 Rn Rd", "adc <Xd>, <Xn>, <Xm>");
        put(691, "AddSubCarry.adc32", "0 0 0 11010000 Rm 000000 Rn Rd", "adc <Wd>, <Wn>, <Wm>");
        put(692, "AddSubCarry.adcs64", "1 0 1 11010000 Rm 000000 Rn Rd", "adcs <Xd>, <Xn>, <Xm>");
        put(693, "AddSubCarry.adcs32", "0 0 1 11010000 Rm 000000 Rn Rd", "adcs <Wd>, <Wn>, <Wm>");
        put(694, "AddSubCarry.sbc64", "1 1 0 11010000 Rm 000000 Rn Rd", "sbc <Xd>, <Xn>, <Xm>",
                "Rn == 31 => ngc <Xd>, <Xm>");
        put(695, "AddSubCarry.sbc32", "0 1 0 11010000 Rm 000000 Rn Rd", "sbc <Wd>, <Wn>, <Wm>",
                "Rn == 31 => ngc <Wd>, <Wm>");
        put(696, "AddSubCarry.sbcs64", "1 1 1 11010000 Rm 000000 Rn Rd", "sbcs <Xd>, <Xn>, <Xm>",
                "Rn == 31 => ngcs <Xd>, <Xm>");
        put(697, "AddSubCarry.sbcs32", "0 1 1 11010000 Rm 000000 Rn Rd", "sbcs <Wd>, <Wn>, <Wm>",
                "Rn == 31 => ngcs <Wd>, <Wm>");
        put(698, "AddSubShiftedRight.add64", "1 0 0 01011 01 0 Rm imm6:6 Rn Rd", "add <Xd>, <Xn>, <Xm><{,shift}>");
        put(699, "AddSubShiftedRight.add64", "1 0 0 01011 10 0 Rm imm6:6 Rn Rd", "add <Xd>, <Xn>, <Xm><{,shift}>");
        put(700, "AddSubShiftedRight.add32", "0 0 0 01011 01 0 Rm 0 imm5:5 Rn Rd", "add <Wd>, <Wn>, <Wm><{,shift}>");
        put(701, "AddSubShiftedRight.add32", "0 0 0 01011 10 0 Rm 0 imm5:5 Rn Rd", "add <Wd>, <Wn>, <Wm><{,shift}>");
        put(702, "AddSubShiftedRight.adds64", "1 0 1 01011 01 0 Rm imm6:6 Rn Rd", "adds <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmn <Xn>, <Xm><{,shift}>");
        put(703, "AddSubShiftedRight.adds64", "1 0 1 01011 10 0 Rm imm6:6 Rn Rd", "adds <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmn <Xn>, <Xm><{,shift}>");
        put(704, "AddSubShiftedRight.adds32", "0 0 1 01011 01 0 Rm 0 imm5:5 Rn Rd", "adds <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmn <Wn>, <Wm><{,shift}>");
        put(705, "AddSubShiftedRight.adds32", "0 0 1 01011 10 0 Rm 0 imm5:5 Rn Rd", "adds <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmn <Wn>, <Wm><{,shift}>");
        put(706, "AddSubShiftedRight.sub64", "1 1 0 01011 01 0 Rm imm6:6 Rn Rd", "sub <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => neg <Xd>, <Xm><{,shift}>");
        put(707, "AddSubShiftedRight.sub64", "1 1 0 01011 10 0 Rm imm6:6 Rn Rd", "sub <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => neg <Xd>, <Xm><{,shift}>");
        put(708, "AddSubShiftedRight.sub32", "0 1 0 01011 01 0 Rm 0 imm5:5 Rn Rd", "sub <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => neg <Wd>, <Wm><{,shift}>");
        put(709, "AddSubShiftedRight.sub32", "0 1 0 01011 10 0 Rm 0 imm5:5 Rn Rd", "sub <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => neg <Wd>, <Wm><{,shift}>");
        put(710, "AddSubShiftedRight.subs64", "1 1 1 01011 01 0 Rm imm6:6 Rn Rd", "subs <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmp <Xn>, <Xm><{,shift}>",
                "Rn == 31 => negs <Xd>, <Xm><{,shift}>");
        put(711, "AddSubShiftedRight.subs64", "1 1 1 01011 10 0 Rm imm6:6 Rn Rd", "subs <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => cmp <Xn>, <Xm><{,shift}>",
                "Rn == 31 => negs <Xd>, <Xm><{,shift}>");
        put(712, "AddSubShiftedRight.subs32", "0 1 1 01011 01 0 Rm 0 imm5:5 Rn Rd", "subs <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmp <Wn>, <Wm><{,shift}>",
                "Rn == 31 => negs <Wd>, <Wm><{,shift}>");
        put(713, "AddSubShiftedRight.subs32", "0 1 1 01011 10 0 Rm 0 imm5:5 Rn Rd", "subs <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => cmp <Wn>, <Wm><{,shift}>",
                "Rn == 31 => negs <Wd>, <Wm><{,shift}>");
        put(714, "Crc32.crc32", "0 0 0 11010110 Rm 010 0 00 Rn Rd", "crc32b <Wd>, <Wn>, <Wm>");
        put(715, "Crc32.crc32", "0 0 0 11010110 Rm 010 0 01 Rn Rd", "crc32h <Wd>, <Wn>, <Wm>");
        put(716, "Crc32.crc32", "0 0 0 11010110 Rm 010 0 10 Rn Rd", "crc32w <Wd>, <Wn>, <Wm>");
        put(717, "Crc32.crc32", "1 0 0 11010110 Rm 010 0 11 Rn Rd", "crc32x <Wd>, <Wn>, <Xm>");
        put(718, "Crc32.crc32c", "0 0 0 11010110 Rm 010 1 00 Rn Rd", "crc32cb <Wd>, <Wn>, <Wm>");
        put(719, "Crc32.crc32c", "0 0 0 11010110 Rm 010 1 01 Rn Rd", "crc32ch <Wd>, <Wn>, <Wm>");
        put(720, "Crc32.crc32c", "0 0 0 11010110 Rm 010 1 10 Rn Rd", "crc32cw <Wd>, <Wn>, <Wm>");
        put(721, "Crc32.crc32c", "1 0 0 11010110 Rm 010 1 11 Rn Rd", "crc32cx <Wd>, <Wn>, <Xm>");
        put(722, "LoadStoreUnprivileged.sttrb", "00 111 0 00 00 0 imm9:9 10 Rn|SP Rts", "sttrb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(723, "LoadStoreUnprivileged.ldtrb", "00 111 0 00 01 0 imm9:9 10 Rn|SP Rt", "ldtrb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(724, "LoadStoreUnprivileged.ldtrsb64", "00 111 0 00 10 0 imm9:9 10 Rn|SP Rt", "ldtrsb <Xt>, [<Xn|SP><{,#simm9}>]");
        put(725, "LoadStoreUnprivileged.ldtrsb32", "00 111 0 00 11 0 imm9:9 10 Rn|SP Rt", "ldtrsb <Wt>, [<Xn|SP><{,#simm9}>]");
        put(726, "LoadStoreUnprivileged.sttrh", "01 111 0 00 00 0 imm9:9 10 Rn|SP Rts", "sttrh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(727, "LoadStoreUnprivileged.ldtrh", "01 111 0 00 01 0 imm9:9 10 Rn|SP Rt", "ldtrh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(728, "LoadStoreUnprivileged.ldtrsh64", "01 111 0 00 10 0 imm9:9 10 Rn|SP Rt", "ldtrsh <Xt>, [<Xn|SP><{,#simm9}>]");
        put(729, "LoadStoreUnprivileged.ldtrsh32", "01 111 0 00 11 0 imm9:9 10 Rn|SP Rt", "ldtrsh <Wt>, [<Xn|SP><{,#simm9}>]");
        put(730, "LoadStoreUnprivileged.sttr32", "10 111 0 00 00 0 imm9:9 10 Rn|SP Rts", "sttr <Wt>, [<Xn|SP><{,#simm9}>]");
        put(731, "LoadStoreUnprivileged.ldtr32", "10 111 0 00 01 0 imm9:9 10 Rn|SP Rt", "ldtr <Wt>, [<Xn|SP><{,#simm9}>]");
        put(732, "LoadStoreUnprivileged.ldtrsw", "10 111 0 00 10 0 imm9:9 10 Rn|SP Rt", "ldtrsw <Xt>, [<Xn|SP><{,#simm9}>]");
        put(733, "LoadStoreUnprivileged.sttr64", "11 111 0 00 00 0 imm9:9 10 Rn|SP Rts", "sttr <Xt>, [<Xn|SP><{,#simm9}>]");
        put(734, "LoadStoreUnprivileged.ldtr64", "11 111 0 00 01 0 imm9:9 10 Rn|SP Rt", "ldtr <Xt>, [<Xn|SP><{,#simm9}>]");
        put(735, "LogicalShiftedRight.and64", "1 00 01010 01 0 Rm imm6:6 Rn Rd", "and <Xd>, <Xn>, <Xm><{,shift}>");
        put(736, "LogicalShiftedRight.and64", "1 00 01010 10 0 Rm imm6:6 Rn Rd", "and <Xd>, <Xn>, <Xm><{,shift}>");
        put(737, "LogicalShiftedRight.and64", "1 00 01010 11 0 Rm imm6:6 Rn Rd", "and <Xd>, <Xn>, <Xm><{,shift}>");
        put(738, "LogicalShiftedRight.and32", "0 00 01010 01 0 Rm 0 imm5:5 Rn Rd", "and <Wd>, <Wn>, <Wm><{,shift}>");
        put(739, "LogicalShiftedRight.and32", "0 00 01010 10 0 Rm 0 imm5:5 Rn Rd", "and <Wd>, <Wn>, <Wm><{,shift}>");
        put(740, "LogicalShiftedRight.and32", "0 00 01010 11 0 Rm 0 imm5:5 Rn Rd", "and <Wd>, <Wn>, <Wm><{,shift}>");
        put(741, "LogicalShiftedRight.bic64", "1 00 01010 01 1 Rm imm6:6 Rn Rd", "bic <Xd>, <Xn>, <Xm><{,shift}>");
        put(742, "LogicalShiftedRight.bic64", "1 00 01010 10 1 Rm imm6:6 Rn Rd", "bic <Xd>, <Xn>, <Xm><{,shift}>");
        put(743, "LogicalShiftedRight.bic64", "1 00 01010 11 1 Rm imm6:6 Rn Rd", "bic <Xd>, <Xn>, <Xm><{,shift}>");
        put(744, "LogicalShiftedRight.bic32", "0 00 01010 01 1 Rm 0 imm5:5 Rn Rd", "bic <Wd>, <Wn>, <Wm><{,shift}>");
        put(745, "LogicalShiftedRight.bic32", "0 00 01010 10 1 Rm 0 imm5:5 Rn Rd", "bic <Wd>, <Wn>, <Wm><{,shift}>");
        put(746, "LogicalShiftedRight.bic32", "0 00 01010 11 1 Rm 0 imm5:5 Rn Rd", "bic <Wd>, <Wn>, <Wm><{,shift}>");
        put(747, "LogicalShiftedRight.orr64", "1 01 01010 01 0 Rm imm6:6 Rn Rd", "orr <Xd>, <Xn>, <Xm><{,shift}>");
        put(748, "LogicalShiftedRight.orr64", "1 01 01010 10 0 Rm imm6:6 Rn Rd", "orr <Xd>, <Xn>, <Xm><{,shift}>");
        put(749, "LogicalShiftedRight.orr64", "1 01 01010 11 0 Rm imm6:6 Rn Rd", "orr <Xd>, <Xn>, <Xm><{,shift}>");
        put(750, "LogicalShiftedRight.orr32", "0 01 01010 01 0 Rm 0 imm5:5 Rn Rd", "orr <Wd>, <Wn>, <Wm><{,shift}>");
        put(751, "LogicalShiftedRight.orr32", "0 01 01010 10 0 Rm 0 imm5:5 Rn Rd", "orr <Wd>, <Wn>, <Wm><{,shift}>");
        put(752, "LogicalShiftedRight.orr32", "0 01 01010 11 0 Rm 0 imm5:5 Rn Rd", "orr <Wd>, <Wn>, <Wm><{,shift}>");
        put(753, "LogicalShiftedRight.orn64", "1 01 01010 01 1 Rm imm6:6 Rn Rd", "orn <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => mvn <Xd>, <Xm><{,shift}>");
        put(754, "LogicalShiftedRight.orn64", "1 01 01010 10 1 Rm imm6:6 Rn Rd", "orn <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => mvn <Xd>, <Xm><{,shift}>");
        put(755, "LogicalShiftedRight.orn64", "1 01 01010 11 1 Rm imm6:6 Rn Rd", "orn <Xd>, <Xn>, <Xm><{,shift}>",
                "Rn == 31 => mvn <Xd>, <Xm><{,shift}>");
        put(756, "LogicalShiftedRight.orn32", "0 01 01010 01 1 Rm 0 imm5:5 Rn Rd", "orn <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => mvn <Wd>, <Wm><{,shift}>");
        put(757, "LogicalShiftedRight.orn32", "0 01 01010 10 1 Rm 0 imm5:5 Rn Rd", "orn <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => mvn <Wd>, <Wm><{,shift}>");
        put(758, "LogicalShiftedRight.orn32", "0 01 01010 11 1 Rm 0 imm5:5 Rn Rd", "orn <Wd>, <Wn>, <Wm><{,shift}>",
                "Rn == 31 => mvn <Wd>, <Wm><{,shift}>");
        put(759, "LogicalShiftedRight.eor64", "1 10 01010 01 0 Rm imm6:6 Rn Rd", "eor <Xd>, <Xn>, <Xm><{,shift}>");
        put(760, "LogicalShiftedRight.eor64", "1 10 01010 10 0 Rm imm6:6 Rn Rd", "eor <Xd>, <Xn>, <Xm><{,shift}>");
        put(761, "LogicalShiftedRight.eor64", "1 10 01010 11 0 Rm imm6:6 Rn Rd", "eor <Xd>, <Xn>, <Xm><{,shift}>");
        put(762, "LogicalShiftedRight.eor32", "0 10 01010 01 0 Rm 0 imm5:5 Rn Rd", "eor <Wd>, <Wn>, <Wm><{,shift}>");
        put(763, "LogicalShiftedRight.eor32", "0 10 01010 10 0 Rm 0 imm5:5 Rn Rd", "eor <Wd>, <Wn>, <Wm><{,shift}>");
        put(764, "LogicalShiftedRight.eor32", "0 10 01010 11 0 Rm 0 imm5:5 Rn Rd", "eor <Wd>, <Wn>, <Wm><{,shift}>");
        put(765, "LogicalShiftedRight.eon64", "1 10 01010 01 1 Rm imm6:6 Rn Rd", "eon <Xd>, <Xn>, <Xm><{,shift}>");
        put(766, "LogicalShiftedRight.eon64", "1 10 01010 10 1 Rm imm6:6 Rn Rd", "eon <Xd>, <Xn>, <Xm><{,shift}>");
        put(767, "LogicalShiftedRight.eon64", "1 10 01010 11 1 Rm imm6:6 Rn Rd", "eon <Xd>, <Xn>, <Xm><{,shift}>");
        put(768, "LogicalShiftedRight.eon32", "0 10 01010 01 1 Rm 0 imm5:5 Rn Rd", "eon <Wd>, <Wn>, <Wm><{,shift}>");
        put(769, "LogicalShiftedRight.eon32", "0 10 01010 10 1 Rm 0 imm5:5 Rn Rd", "eon <Wd>, <Wn>, <Wm><{,shift}>");
        put(770, "LogicalShiftedRight.eon32", "0 10 01010 11 1 Rm 0 imm5:5 Rn Rd", "eon <Wd>, <Wn>, <Wm><{,shift}>");
        put(771, "LogicalShiftedRight.ands64", "1 11 01010 01 0 Rm imm6:6 Rn Rd", "ands <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => tst <Xn>, <Xm><{,shift}>");
    }

    private static void part6() {
        put(772, "LogicalShiftedRight.ands64", "1 11 01010 10 0 Rm imm6:6 Rn Rd", "ands <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => tst <Xn>, <Xm><{,shift}>");
        put(773, "LogicalShiftedRight.ands64", "1 11 01010 11 0 Rm imm6:6 Rn Rd", "ands <Xd>, <Xn>, <Xm><{,shift}>",
                "Rd == 31 => tst <Xn>, <Xm><{,shift}>");
        put(774, "LogicalShiftedRight.ands32", "0 11 01010 01 0 Rm 0 imm5:5 Rn Rd", "ands <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => tst <Wn>, <Wm><{,shift}>");
        put(775, "LogicalShiftedRight.ands32", "0 11 01010 10 0 Rm 0 imm5:5 Rn Rd", "ands <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => tst <Wn>, <Wm><{,shift}>");
        put(776, "LogicalShiftedRight.ands32", "0 11 01010 11 0 Rm 0 imm5:5 Rn Rd", "ands <Wd>, <Wn>, <Wm><{,shift}>",
                "Rd == 31 => tst <Wn>, <Wm><{,shift}>");
        put(777, "LogicalShiftedRight.bics64", "1 11 01010 01 1 Rm imm6:6 Rn Rd", "bics <Xd>, <Xn>, <Xm><{,shift}>");
        put(778, "LogicalShiftedRight.bics64", "1 11 01010 10 1 Rm imm6:6 Rn Rd", "bics <Xd>, <Xn>, <Xm><{,shift}>");
        put(779, "LogicalShiftedRight.bics64", "1 11 01010 11 1 Rm imm6:6 Rn Rd", "bics <Xd>, <Xn>, <Xm><{,shift}>");
        put(780, "LogicalShiftedRight.bics32", "0 11 01010 01 1 Rm 0 imm5:5 Rn Rd", "bics <Wd>, <Wn>, <Wm><{,shift}>");
        put(781, "LogicalShiftedRight.bics32", "0 11 01010 10 1 Rm 0 imm5:5 Rn Rd", "bics <Wd>, <Wn>, <Wm><{,shift}>");
        put(782, "LogicalShiftedRight.bics32", "0 11 01010 11 1 Rm 0 imm5:5 Rn Rd", "bics <Wd>, <Wn>, <Wm><{,shift}>");
    }
}
