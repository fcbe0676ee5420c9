package dev.cellvisor.cpu.a64.isa;

/**
 * How the texts of FP and SIMD instructions are to be read: the named formats beside those of the package's description. GNU objdump is the
 * judge of what they print.
 *
 * <p>A letter tells where a register stands: {@code d} and {@code t} in bits 4:0, {@code n} in 9:5, {@code m} in 20:16, {@code a} and {@code t2} in 14:10.
 * {@code <Bd>}, {@code <Hd>}, {@code <Sd>}, {@code <Dd>}, {@code <Qd>} are scalar registers; {@code <Vd.8B>} a vector whose arrangement is fixed;
 * {@code <Vn.D[1]>} a fixed element. Arrangements are printed in lower case.
 *
 * <table>
 * <caption>Vectors whose arrangement depends on fields: {@code <{Vd.T}>}</caption>
 * <tr><th>after the dot</th><th>fields</th><th>arrangement</th></tr>
 * <tr><td>{@code T}</td><td>size (bits 23:22), Q</td><td>8B 16B, 4H 8H, 2S 4S, 1D 2D for size 0 to 3 and Q 0, 1</td></tr>
 * <tr><td>{@code Tw}</td><td>size</td><td>elements of twice the size, 128 bits: 8H, 4S, 2D</td></tr>
 * <tr><td>{@code Tp}</td><td>size, Q</td><td>elements of twice the size: 4H 8H, 2S 4S, 1D 2D</td></tr>
 * <tr><td>{@code Tf}</td><td>sz (bit 22), Q</td><td>2S 4S, 2D</td></tr>
 * <tr><td>{@code Tpair}</td><td>sz</td><td>2S, 2D</td></tr>
 * <tr><td>{@code Tb}, {@code Th}, {@code Ts}, {@code Td}</td><td>Q</td><td>8B 16B; 4H 8H; 2S 4S; 1D 2D</td></tr>
 * <tr><td>{@code Thq}</td><td>Q</td><td>2H 4H</td></tr>
 * <tr><td>{@code T5}</td><td>imm5, Q</td><td>as T, size being the place of imm5's lowest one</td></tr>
 * <tr><td>{@code Ti}</td><td>imm (immh:immb, bits 22:16), Q</td><td>as T, size being the place of the highest one of imm, minus 3</td></tr>
 * <tr><td>{@code Tiw}</td><td>imm</td><td>elements of twice that size, 128 bits</td></tr>
 * <tr><td>{@code Tc}</td><td>cmode (bits 15:12), Q</td><td>4H 8H where cmode is 10xx, else 2S 4S</td></tr>
 * </table>
 *
 * <table>
 * <caption>Scalars, elements, general registers</caption>
 * <tr><th>name</th><th>fields</th><th>printed</th></tr>
 * <tr><td>{@code Vd:size}, {@code Vd:size+1}</td><td>size</td><td>b, h, s, d for 0 to 3; one size larger</td></tr>
 * <tr><td>{@code Vd:sz}</td><td>sz (bit 22)</td><td>s, d</td></tr>
 * <tr><td>{@code Vd:imm}, {@code Vd:imm+1}</td><td>imm</td><td>by size as for Ti; one size larger</td></tr>
 * <tr><td>{@code Vd:imm5}</td><td>imm5</td><td>by size as for T5</td></tr>
 * <tr><td>{@code Rd:sf}, {@code Rn:sf}</td><td>sf (bit 31)</td><td>w, x</td></tr>
 * <tr><td>{@code Rn:imm5}</td><td>imm5</td><td>x where the lowest one is bit 3, else w</td></tr>
 * <tr><td>{@code Vn.T5[]}</td><td>imm5</td><td>{@code v1.s[2]}: size as for T5, the index is what stands above the lowest one</td></tr>
 * <tr><td>{@code Vn.T5[imm4]}</td><td>imm5, imm4</td><td>the same size; the index is imm4 without as many low bits as size says (those should be zero)</td></tr>
 * <tr><td>{@code Vm[]}</td><td>bits 23:22, L, M, Rm, H (bits 21, 20, 19:16, 11)</td><td>bits 23:22 are 00 or 01: {@code v3.h[HLM]}, register Rm;
 *     10: {@code v19.s[HL]}, register M:Rm; 11: {@code v19.d[H]}</td></tr>
 * <tr><td>{@code Vm.H[]}</td><td>L, M, Rm, H</td><td>{@code v3.h[HLM]} whatever bits 23:22 are</td></tr>
 * <tr><td>{@code Vm.4B[]}</td><td>L, M, Rm, H</td><td>{@code v19.4b[HL]}</td></tr>
 * <tr><td>{@code Vm.H[HL]}, {@code Vm.S[H]}</td><td>L, M, Rm, H</td><td>{@code v19.h[HL]}, {@code v19.s[H]}, register M:Rm: complex numbers</td></tr>
 * </table>
 *
 * <table>
 * <caption>Lists of registers in loads, stores and table look-ups</caption>
 * <tr><th>name</th><th>fields</th><th>printed</th></tr>
 * <tr><td>{@code list1} to {@code list4}</td><td>Rt, size (bits 11:10), Q</td><td>so many registers from Rt on, 31 being followed by 0, as T with bits 11:10 for size:
 *     {@code {v0.16b}}, {@code {v0.16b, v1.16b}}, three and four as {@code {v0.16b-v2.16b}} where the numbers rise</td></tr>
 * <tr><td>{@code element1} to {@code element4}</td><td>Rt, scale (bits 15:14), S, size, Q</td><td>{@code {v0.s, v1.s}[2]}: scale 0 is b with index Q:S:size, 1 is h with
 *     Q:S:size[1], 2 is s with Q:S where size is 0, and d with Q where it is 1</td></tr>
 * <tr><td>{@code afterlist1} …, {@code afterelement1} …, {@code afterall1} …</td><td>Rm and the fields of the list</td><td>the step of post-indexed accesses: x0 to x30, or where Rm is 31
 *     {@code #32}: registers times 8 or 16 bytes by Q; times the element's bytes; times 1 &lt;&lt; size bytes</td></tr>
 * <tr><td>{@code table}</td><td>Rn, len (bits 14:13)</td><td>len + 1 registers from Rn on: {@code {v1.16b-v2.16b}}</td></tr>
 * </table>
 *
 * <table>
 * <caption>Immediates and parts of mnemonics</caption>
 * <tr><th>name</th><th>fields</th><th>printed</th></tr>
 * <tr><td>{@code 2}</td><td>Q</td><td>inside a mnemonic: 2 where Q is 1, else nothing</td></tr>
 * <tr><td>{@code e}</td><td>e (bit 4)</td><td>inside a mnemonic: e where it is 1, else nothing</td></tr>
 * <tr><td>{@code rightshift}</td><td>imm</td><td>{@code #3}: 16 &lt;&lt; size minus imm (1 to the element's bits)</td></tr>
 * <tr><td>{@code leftshift}</td><td>imm</td><td>{@code #3}: imm minus 8 &lt;&lt; size (0 to the element's bits less 1)</td></tr>
 * <tr><td>{@code elementbits}</td><td>size</td><td>{@code #8}, {@code #16}, {@code #32}</td></tr>
 * <tr><td>{@code fbits}</td><td>scale (bits 15:10)</td><td>{@code #}64 - scale</td></tr>
 * <tr><td>{@code simdimm}</td><td>a (bits 18:16), imm5 (bits 9:5), cmode</td><td>the 8 bits a:imm5 as {@code #0xff}, then {@code , lsl #8} by cmode where it is not 0 (bits 2:1 of
 *     cmode 0xxx, bit 1 of 10xx, times 8), {@code , msl #8} and {@code #16} for cmode 12 and 13; no shift for 14</td></tr>
 * <tr><td>{@code simdimm64}</td><td>a, imm5</td><td>64 bits, each of the 8 as a whole byte: {@code #0xff00ff0000000000}</td></tr>
 * <tr><td>{@code simdfpimm}</td><td>a, imm5</td><td>the 8 bits as a floating-point constant (Arm ARM, VFPExpandImm): {@code #1.000000000000000000e+00}</td></tr>
 * <tr><td>{@code fpimm}</td><td>imm8 (bits 20:13)</td><td>the same</td></tr>
 * <tr><td>{@code rot}</td><td>rot, 2 bits</td><td>{@code #0}, {@code #90}, {@code #180}, {@code #270}</td></tr>
 * <tr><td>{@code rot90}</td><td>rot, 1 bit</td><td>{@code #90}, {@code #270}</td></tr>
 * </table>
 *
 * <p>{@code <#nzcv>} is printed in hexadecimal, {@code <#imm4>} (of EXT) and {@code <#imm6>} (of XAR) in decimal.
 */
final class SimdFormats {

    private SimdFormats() {
    }
}
