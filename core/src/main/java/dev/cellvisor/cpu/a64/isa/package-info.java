/**
 * The instructions: each family in one class, each encoding once, as an {@link dev.cellvisor.cpu.a64.isa.Insn} on the static method that
 * is its meaning. Decoder, run loop and switches are generated from them, and so are disassembler and assembler. What follows is how their
 * texts are to be read; GNU objdump is the judge of what they print.
 *
 * <h2>Fields in {@code bits}</h2>
 * {@code Rd}, {@code Rt}, {@code Rds}, {@code Rts}, {@code Rn}, {@code Rm}, {@code Ra}, {@code Rt2}, {@code Rs} are registers. A field whose
 * name starts with {@code sbo} or {@code sbz} should be ones or zeros: any value decodes, the assembler writes ones or zeros. Bits {@code x} are
 * written as 0. Where several encodings have the same text, each is right for some operands only: an assembler tries them in turn and keeps the
 * word that decodes to the operation it came from. (MRS of three registers is a faster way to the same thing: its word is MRS's own.)
 *
 * <h2>Operands</h2>
 * <table>
 * <caption>Plain operands</caption>
 * <tr><th>written</th><th>from</th><th>printed</th></tr>
 * <tr><td>{@code <Xd>}, {@code <Wd>}, {@code <Xt>}, {@code <Wt>}</td><td>bits 4:0</td><td>x0 to x30, xzr; w0 to w30, wzr</td></tr>
 * <tr><td>{@code <Xn>}, {@code <Wn>}</td><td>bits 9:5</td><td>the same</td></tr>
 * <tr><td>{@code <Xm>}, {@code <Xs>}, …</td><td>bits 20:16</td><td>the same</td></tr>
 * <tr><td>{@code <Xa>}, {@code <Xt2>}, …</td><td>bits 14:10</td><td>the same</td></tr>
 * <tr><td>{@code <Xn|SP>}, {@code <Wn|WSP>}, …</td><td>as above</td><td>31 is sp, wsp</td></tr>
 * <tr><td>{@code <#f>}</td><td>field f, unsigned</td><td>{@code #0x1f}; in decimal {@code #31} where f is immr, imms, imm6, op1, op2, and in udf</td></tr>
 * <tr><td>{@code <#simm9>}, {@code <#simm7*8>}</td><td>field imm9, imm7, signed, times the scale</td><td>decimal</td></tr>
 * <tr><td>{@code <{,#simm9}>}, {@code <{,#imm12*8}>}</td><td>the same; signed only with the s</td><td>{@code , #-8} in decimal; nothing at all for 0</td></tr>
 * <tr><td>{@code <label:imm19*4>}</td><td>signed field, times 4, added to the instruction's address</td><td>an address or symbol</td></tr>
 * </table>
 *
 * <h2>Named formats</h2>
 * Inside {@code <{…}>}; a name that starts with a comma prints it only if it prints anything. A format may refuse its fields: then the
 * next spelling is tried (next alias, at last {@code asm}).
 * <table>
 * <caption>Named formats of integer instructions</caption>
 * <tr><th>name</th><th>fields</th><th>printed</th></tr>
 * <tr><td>{@code addimm}</td><td>imm12, sh</td><td>{@code #0x10}, and {@code , lsl #12} if sh is 1</td></tr>
 * <tr><td>{@code ,shift}</td><td>bits 23:22 (lsl, lsr, asr, ror), 15:10</td><td>{@code , lsr #3}; nothing for lsl by 0</td></tr>
 * <tr><td>{@code extended}</td><td>Rm, option, imm3, sf (bit 31)</td><td>{@code w2, uxtw #2}: an X register only if sf is 1 and option is 3 or 7; the amount
 *     only if not 0. Where Rn is SP, or Rd is and may be (|SP), option 2 + sf is {@code lsl}, and nothing at all for amount 0</td></tr>
 * <tr><td>{@code bitmask}</td><td>N, immr, imms, sf</td><td>the bitmask (Arm ARM, DecodeBitMasks) as {@code #0xff}, of 32 bits if sf is 0</td></tr>
 * <tr><td>{@code movbitmask}</td><td>N, immr, imms, sf, Rd</td><td>the same; refuses what a MOVZ or MOVN could make too, unless Rd is SP (31)</td></tr>
 * <tr><td>{@code ,hw}</td><td>hw</td><td>{@code , lsl #16}; nothing for 0</td></tr>
 * <tr><td>{@code movz}, {@code movn}</td><td>imm16, hw, sf</td><td>the value that is moved, as {@code #0x10000}; of 32 bits if sf is 0</td></tr>
 * <tr><td>{@code bfizlsb}, {@code bfizwidth}</td><td>immr, imms, sf</td><td>decimal: (-immr) modulo the register's width; imms + 1</td></tr>
 * <tr><td>{@code bfxwidth}</td><td>immr, imms</td><td>decimal: imms - immr + 1</td></tr>
 * <tr><td>{@code lslamount}</td><td>imms, sf</td><td>decimal: 31 - imms or 63 - imms</td></tr>
 * <tr><td>{@code adr}, {@code adrp}</td><td>immhi:immlo, signed</td><td>an address: the instruction's plus the immediate; its page's plus 4096 times that</td></tr>
 * <tr><td>{@code cond}, {@code notcond}</td><td>cond</td><td>eq ne cs cc mi pl vs vc hi ls ge lt gt le al nv; the opposite one (hs and lo are read as cs and cc)</td></tr>
 * <tr><td>{@code bitnumber}</td><td>b40, bit 31</td><td>decimal: bit 31 as 32, plus b40</td></tr>
 * <tr><td>{@code prfop}</td><td>prfop</td><td>{@code pldl1keep}: pld, pli, pst; l1 to l3; keep, strm; else {@code #0x06}</td></tr>
 * <tr><td>{@code index:n}</td><td>Rm, option, S</td><td>{@code w2, uxtw #n} (option 2; 6 is sxtw), {@code x2, lsl #n} (3), {@code x2, sxtx #n} (7): the amount only if S is
 *     1, even if n is 0; option 3 without S is {@code x2} alone</td></tr>
 * <tr><td>{@code order}</td><td>A, R</td><td>a, l, al or nothing: inside a mnemonic</td></tr>
 * <tr><td>{@code Ws+1}, {@code Xs+1}, {@code Wt+1}, {@code Xt+1}</td><td>bits 20:16, 4:0</td><td>the register after it: no choice, but written out</td></tr>
 * <tr><td>{@code barrier}</td><td>CRm</td><td>sy st ld ish ishst ishld nsh nshst nshld osh oshst oshld for 15 14 13 11 10 9 7 6 5 3 2 1; else {@code #0x00}</td></tr>
 * <tr><td>{@code sysreg}</td><td>op0:op1:CRn:CRm:op2 (bits 20:5)</td><td>the system register's name, else {@code s3_0_c15_c1_0}</td></tr>
 * <tr><td>{@code sysop}</td><td>op1, CRn, CRm, op2, Rts</td><td>mnemonic and operands of an IC, DC, AT or TLBI operation with a name, and
 *     {@code , x0} where it takes a register; refuses others</td></tr>
 * <tr><td>{@code Cn}, {@code Cm}</td><td>CRn, CRm</td><td>{@code C7}</td></tr>
 * <tr><td>{@code ,optionalXt}</td><td>bits 4:0</td><td>{@code , x0}; nothing for 31</td></tr>
 * <tr><td>{@code mask}</td><td>mask</td><td>decimal</td></tr>
 * </table>
 */
package dev.cellvisor.cpu.a64.isa;
