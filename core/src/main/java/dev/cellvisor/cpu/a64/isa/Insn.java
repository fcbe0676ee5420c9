package dev.cellvisor.cpu.a64.isa;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One encoding, on the static method that is its meaning. The decoder, the interpreter's switch, the disassembler and the assembler
 * are all made from it. The method's signature tells how the engine calls it:
 *
 * <ul>
 * <li>{@code void m(long s, long d)}: registers and flags only; cannot fail.</li>
 * <li>{@code void m(long s, long d, long pc)}: the same, and knows its own address.</li>
 * <li>{@code void m(Core c, long s, long d)}: may touch memory or raise an exception; {@link dev.cellvisor.cpu.a64.state.A64State#PC} holds
 *     its address. It either finishes or throws with nothing half-done.</li>
 * <li>{@code long m(long s, long d, long pc)}: a branch: returns the address of the next instruction.</li>
 * <li>{@code long m(Core c, long s, long d, long pc)}: may change anything (mode, mapping, interrupts): returns the address of the next
 *     instruction, and the engine looks everything up anew.</li>
 * </ul>
 *
 * {@code s} is the host address of the state block, {@code d} the decoded word: see {@link Regs}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Insn.All.class)
public @interface Insn {

    /**
     * 32 bits from bit 31 down, in pieces separated by spaces: runs of {@code 0}, {@code 1} and {@code x} (either), and fields
     * {@code name:width}. A register field has 5 bits without a width: {@code Rd}, {@code Rt} (destinations: 31 is discarded),
     * {@code Rds}, {@code Rts} (bits 4:0 as a source: 31 reads zero), {@code Rd|SP}, {@code Rn}, {@code Rn|SP}, {@code Rm}, {@code Ra}, {@code Rt2},
     * {@code Rs}. Only those in bits 4:0 and 9:5 get slots ({@link Regs#xd}, {@link Regs#xn}).
     */
    String bits();

    /**
     * Assembly text: lower-case mnemonic, then operands. In {@code <…>} stand operands: registers ({@code <Xd>}, {@code <Wn|WSP>}, {@code <Xt2>},
     * {@code <Dn>}, {@code <Vd.8B>}), immediates ({@code <#imm12>} unsigned field, {@code <#simm9>} signed field named imm9,
     * {@code <#simm7*8>} signed and scaled, {@code <label:imm19*4>} PC-relative), and named formats {@code <{name}>} for all that is more
     * than that (e.g. {@code <{bitmask}>}); a named format prints its own leading comma where it can be empty.
     */
    String asm();

    /** A Java condition over the fields' unsigned values that must hold as well, e.g. {@code "size != 3 && imm6 < 32"}. */
    String where() default "";

    /** What the CPU model must have. */
    Feature feature() default Feature.BASE;

    /** Preferred other spellings, most preferred first: {@code "condition => assembly text"}, e.g. {@code "Rd == 31 => cmp <Xn|SP>, <{addimm}>"}. */
    String[] alias() default {};

    /** Several encodings with one meaning. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface All {
        /** The encodings. */
        Insn[] value();
    }
}
