package dev.cellvisor.cpu.a64.asm;

import java.util.function.Function;

/**
 * From assembly text to instructions. The instructions are those of the table that the emulated CPU is made from, in the syntax of GNU as;
 * what it prints as a disassembly can be read again.
 *
 * <pre>
 * Assembler.words("mov x0, #1; svc #0")                        // {0xd2800020, 0xd4000001}
 * Assembler.assemble(0x4008_0000, """
 *         adr     x0, text
 *         ldr     x1, =0x09000000      // PL011
 *     1:  ldrb    w2, [x0], #1
 *         cbz     w2, 2f
 *         strb    w2, [x1]
 *         b       1b
 *     2:  wfi
 *         b       2b
 *     text:
 *         .asciz  "Hello, World!\\n"
 *     """).bytes()
 * </pre>
 *
 * Statements end at a semicolon or the end of a line; comments stand behind {@code //}. Labels may be used before they are defined, and
 * {@code 1:} is reached by {@code 1b} and {@code 1f}. {@code ldr x0, =value} places the value behind the program, or at {@code .ltorg}.
 * Directives: {@code .byte .hword .word .quad} (and their other names), {@code .float .double}, {@code .ascii .asciz .string}, {@code .space
 * .fill}, {@code .align .p2align .balign}, {@code .org}, {@code .equ name, value} or {@code name = value}, {@code .inst}, {@code .ltorg};
 * {@code .text .global .type .size .arch .cpu} are accepted and change nothing.
 */
public final class Assembler {

    private Assembler() {
    }

    /** A source at address 0; see {@link #assemble(long, String, Function)}. */
    public static Program assemble(String source) {
        return assemble(0, source);
    }

    /** A source at an address; see {@link #assemble(long, String, Function)}. */
    public static Program assemble(long address, String source) {
        return assemble(address, source, name -> null);
    }

    /**
     * A source at an address, with names from outside.
     *
     * @param address where it will stand
     * @param source the text
     * @param symbols values of names that the source does not define, {@code null} for those that nobody knows
     * @throws AssemblyException at the first statement that is wrong: one sentence that says what would be right
     */
    public static Program assemble(long address, String source, Function<String, Long> symbols) {
        return new Assembly(address, source, symbols).run();
    }

    /** The words of a source at address 0; see {@link Program#words()}. */
    public static int[] words(String source) {
        return assemble(source).words();
    }
}
