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
        put(4, "AddSubImmediate.add64", "1 0 0 100010 sh:1 imm12:12 Rn|SP Rd|SP", "add <Xd|SP>, <Xn|SP>, <{addimm}>",
                "sh == 0 && imm12 == 0 && (Rd == 31 || Rn == 31) => mov <Xd|SP>, <Xn|SP>");
        put(5, "AddSubImmediate.add32", "0 0 0 100010 sh:1 imm12:12 Rn|SP Rd|SP", "add <Wd|WSP>, <Wn|WSP>, <{addimm}>",
                "sh == 0 && imm12 == 0 && (Rd == 31 || Rn == 31) => mov <Wd|WSP>, <Wn|WSP>");
        put(6, "AddSubImmediate.adds64", "1 0 1 100010 sh:1 imm12:12 Rn|SP Rd", "adds <Xd>, <Xn|SP>, <{addimm}>",
                "Rd == 31 => cmn <Xn|SP>, <{addimm}>");
        put(7, "AddSubImmediate.adds32", "0 0 1 100010 sh:1 imm12:12 Rn|SP Rd", "adds <Wd>, <Wn|WSP>, <{addimm}>",
                "Rd == 31 => cmn <Wn|WSP>, <{addimm}>");
        put(8, "AddSubImmediate.sub64", "1 1 0 100010 sh:1 imm12:12 Rn|SP Rd|SP", "sub <Xd|SP>, <Xn|SP>, <{addimm}>");
        put(9, "AddSubImmediate.sub32", "0 1 0 100010 sh:1 imm12:12 Rn|SP Rd|SP", "sub <Wd|WSP>, <Wn|WSP>, <{addimm}>");
        put(10, "AddSubImmediate.subs64", "1 1 1 100010 sh:1 imm12:12 Rn|SP Rd", "subs <Xd>, <Xn|SP>, <{addimm}>",
                "Rd == 31 => cmp <Xn|SP>, <{addimm}>");
        put(11, "AddSubImmediate.subs32", "0 1 1 100010 sh:1 imm12:12 Rn|SP Rd", "subs <Wd>, <Wn|WSP>, <{addimm}>",
                "Rd == 31 => cmp <Wn|WSP>, <{addimm}>");
    }
}
