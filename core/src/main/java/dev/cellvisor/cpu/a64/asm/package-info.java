/**
 * Assembler, disassembler and explanations of A64 instructions. All of them read the texts that stand at each instruction's meaning
 * ({@link dev.cellvisor.cpu.a64.isa.Insn}): an {@link dev.cellvisor.cpu.a64.asm.Operand} is one piece of such a text, and knows it in both
 * directions, so that what is printed can be read. The judge of what is printed is GNU objdump, and of what is read GNU as.
 *
 * <pre>
 * new Disassembler().disassemble(0x4008_0000, 0xd503201f).text()      // nop
 * Assembler.assemble("loop: subs x0, x0, #1; b.ne loop; ret").bytes()
 * Explanation.of(0x91000420)                                          // add x0, x1, #0x1: fields and all
 * </pre>
 */
package dev.cellvisor.cpu.a64.asm;
