package dev.cellvisor.cpu.a64.asm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** From a cell's text to bytes: labels, data, constants, literals; and what is said about mistakes. */
class AssemblerTest {

    @Test
    void statementsEndAtSemicolonsAndLines() {
        assertArrayEquals(new int[] {0xd2800020, 0xd4000001}, Assembler.words("mov x0, #1; svc #0"));
        assertArrayEquals(new int[] {0xd2800020, 0xd4000001, 0xd503201f}, Assembler.words("""
                  MOV X0, 1      // one; not two
                # a line that is a comment
                  svc 0 /* over
                  lines */
                  nop"""));
    }

    @Test
    void labelsReachBothWays() {
        assertArrayEquals(new int[] {0x14000002, 0x17ffffff, 0x17fffffe}, Assembler.words("start: b end; b start; end: b start"));
        assertArrayEquals(new int[] {0x14000001, 0x17ffffff, 0x14000001, 0x17fffffd + 1}, Assembler.words("1: b 1f; 1: b 1b - 4; b 1f; 1: b 1b - 8"));
        assertArrayEquals(new int[] {0x14000000, 0x14000002}, Assembler.words("b .; b . + 8"));
    }

    @Test
    void addressesCountFromWhereTheProgramStands() {
        Program program = Assembler.assemble(0x4008_0ffcL, "first: adr x0, text; adrp x1, text; bl outside; text: .asciz \"hi\"", Map.of("outside", 0x4008_0000L)::get);
        assertEquals(0x4008_1008L, program.symbol("text"));
        Disassembler disassembler = new Disassembler();
        assertEquals("adr x0, 0x40081008", disassembler.disassemble(0x4008_0ffcL, word(program, 0)).text());
        assertEquals("adrp x1, 0x40081000", disassembler.disassemble(0x4008_1000L, word(program, 1)).text());
        assertEquals("bl 0x40080000", disassembler.disassemble(0x4008_1004L, word(program, 2)).text());
        assertEquals(15, program.bytes().length);
    }

    private static int word(Program program, int index) {
        byte[] bytes = program.bytes();
        return bytes[index * 4] & 0xff | (bytes[index * 4 + 1] & 0xff) << 8 | (bytes[index * 4 + 2] & 0xff) << 16 | bytes[index * 4 + 3] << 24;
    }

    @Test
    void literalsStandBehindTheProgramOnce() {
        Program program = Assembler.assemble("ldr x0, =0x1122334455667788; ldr x1, =0x1122334455667788; ldr w2, =end; end: nop");
        assertArrayEquals(new int[] {0x580000c0, 0x580000a1, 0x18000042, 0xd503201f, 12, 0, 0x55667788, 0x11223344}, program.words());
        assertArrayEquals(new int[] {0x58000040, 0x14000003, 5, 0, 0xd503201f}, Assembler.words("ldr x0, =5; b over; .ltorg; over: nop"));
    }

    @Test
    void dataOfAllSizes() {
        assertArrayEquals(new byte[] {1, -2, 'A', 10, 0x34, 0x12, 0x78, 0x56, 0x34, 0x12, 0, 0, 0, 0, 0, 0, 0, -128},
                Assembler.assemble(".byte 1, -2, 'A', '\\n'; .hword 0x1234; .word 0x12345678; .quad 1 << 63").bytes());
        assertArrayEquals(new byte[] {'a', ';', '"', '/', '/', 0, 7, 7, 0, 0, 0, 0, 0, 0, 0, 0},
                Assembler.assemble(".asciz \"a;\\\"//\"; .space 2, 7; .align 4").bytes());
        assertArrayEquals(new int[] {0xd503201f, 0xd503201f, 0x3fc00000}, Assembler.words("nop; .align 3; .float 1.5"));
    }

    @Test
    void constantsMayComeLater() {
        Program program = Assembler.assemble("mov x0, #COUNT * 2; .equ COUNT, BASE + 1; BASE = 20; end:");
        assertArrayEquals(Assembler.words("mov x0, 42"), program.words());
        assertEquals(21, program.symbol("COUNT"));
        assertEquals(4, program.symbol("end"));
        assertThrows(IllegalArgumentException.class, () -> program.symbol("ends"));
    }

    @Test
    void spellingsThatNoDisassemblerPrints() {
        assertArrayEquals(Assembler.words("sub x0, x1, #4; cmn x0, #1; ldur x0, [x1, #-8]; and x0, x1, #~0xff; b.cs ."),
                Assembler.words("add x0, x1, #-4; cmp x0, #-1; ldr x0, [x1, #-8]; bic x0, x1, #0xff; bhs ."));
    }

    private static String mistake(String source) {
        return assertThrows(AssemblyException.class, () -> Assembler.assemble(source)).getMessage();
    }

    @Test
    void mistakesAreToldWithWhatWouldBeRight() {
        String message = mistake("nop\n  add x0, x1");
        assertTrue(message.startsWith("line 2, 'add x0, x1': an operand is missing"), message);
        assertTrue(message.contains("add Xd|SP, Xn|SP, #imm12{, lsl #12}"), message);
        assertTrue(mistake("mvo x0, x1").startsWith("line 1, 'mvo x0, x1': there is no instruction 'mvo'; nearest are mov, mvn"), mistake("mvo x0, x1"));
        assertTrue(mistake("ldr w0, [x1, #16384]").contains("#16384 does not fit: 0 to 16380 in steps of 4"), mistake("ldr w0, [x1, #16384]"));
        assertTrue(mistake("mov x0, #0x12345678").contains("ldr x0, =0x12345678"));
        assertTrue(mistake("and x0, x1, #5").contains("is no bitmask"));
        assertTrue(mistake("b nowhere").contains("there is no label or constant 'nowhere'"));
        assertTrue(mistake("tbz w0, #40, .").contains("bit 40 needs an X register"));
        assertTrue(mistake("mrs x0, sctrl_el1").contains("nearest are sctlr_el1, "), mistake("mrs x0, sctrl_el1"));
        assertTrue(mistake("dmb foo").contains("ishst"));
        assertTrue(mistake(".wrod 3").contains("nearest is .word"));
        assertTrue(mistake("a: nop; a: nop").contains("'a' is defined twice"));
        assertTrue(mistake(".byte 1; nop").contains(".align 2"));
        assertTrue(mistake("p = q; q = p; mov x0, p").contains("depends on itself"));
        assertTrue(mistake("tbz x0, #1, . + 0x10000").contains("too far away"));
        assertTrue(mistake("b . + 2").contains("no multiple of 4"));
        assertEquals(3, assertThrows(AssemblyException.class, () -> Assembler.assemble("nop\nnop\nfoo\nbar")).line());
    }

    @Test
    void aListingShowsWhatCameFromWhat() {
        String listing = Assembler.assemble(0x1000, "loop: subs x0, x0, #1 // count\n b.ne loop; .word 7").toString();
        assertEquals("""
                loop:
                            1000:  f1000400  subs x0, x0, #1
                            1004:  54ffffe1  b.ne loop
                            1008:  4 bytes   .word 7
                """, listing.replace(System.lineSeparator(), "\n"));
    }
}
