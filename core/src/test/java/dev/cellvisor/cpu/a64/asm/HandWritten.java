package dev.cellvisor.cpu.a64.asm;

import java.util.List;

/** Assembly text as people write it: numbers in all bases, shorthands, aliases, and mistakes. */
final class HandWritten {

    /** Each alone; 4 bytes long. */
    static final List<String> STATEMENTS = """
            mov x0, #1
            mov w0, #-1
            mov x0, #-2
            mov x0, 0xffff0000
            mov w0, 0xffff0000
            mov x0, #0x5555555555555555
            mov x0, #0x00ff00ff00ff00ff
            mov sp, #0x10
            mov sp, x0
            mov x0, sp
            mov w1, wsp
            mov x3, xzr
            mov x0, x1
            mov w0, w30
            mov x0, lr
            mov fp, sp
            mvn x0, x1
            mvn w0, w1, lsl #3
            neg x0, x1
            neg x0, x1, asr #4
            negs w0, w1
            add x0, x1, x2
            add x0, x1, #1
            add x0, x1, 4096
            add x0, x1, #0x123000
            add x0, x1, #1, lsl #12
            add x0, x1, #-1
            add w0, w1, #-4096
            sub x0, x1, #-5
            adds x0, x1, #-5
            subs w3, w4, #-1
            cmp x0, #-1
            cmp w0, #1
            cmn x0, #-4
            add sp, sp, #16
            add x0, sp, x1
            add x0, sp, x1, lsl #2
            add sp, x0, x1
            add x0, x1, w2, uxtw
            add x0, x1, w2, uxtw #2
            add x0, x1, x2, sxtx
            add x0, x1, x2, uxtx #1
            add w0, w1, w2, sxtb
            cmp x0, w1, uxtb
            cmp sp, x1
            cmp x0, x1, lsl #3
            add x0, x1, x2, lsl #63
            add x0, x1, x2, lsr 4
            sub sp, sp, x0, uxtx
            and x0, x1, #0xff
            and w0, w1, #-2
            and x0, x1, #~0xf
            bic x0, x1, #0xf
            bic w0, w1, #0xf
            orr x0, x1, #0xf0f0f0f0f0f0f0f0
            tst x0, #1
            tst w0, w1, lsl #2
            ands xzr, x0, #0x8000000000000000
            lsl x0, x1, #3
            lsl x0, x1, #0
            lsl w0, w1, #31
            lsl x0, x1, x2
            lslv x0, x1, x2
            lsr w0, w1, #31
            lsr x0, x1, #0
            lsr w0, w1, w2
            asr x0, x1, #63
            asr w0, w1, w2
            ror x0, x1, #5
            ror w0, w1, w2
            rorv x1, x2, x3
            ubfx x0, x1, #4, #8
            ubfx x0, x1, #0, #64
            sbfx w0, w1, #31, #1
            ubfiz x0, x1, #4, #8
            ubfiz x0, x1, #0, #8
            sbfiz w0, w1, #0, #32
            bfi x0, x1, #0, #8
            bfi w0, w1, #8, #24
            bfc x0, #3, #4
            bfc x0, #0, #4
            bfxil x0, x1, #5, #6
            extr x0, x1, x2, #5
            sxtb x0, w1
            sxtw x0, w1
            uxtb w0, w1
            uxth w0, w1
            ubfm x0, x1, #3, #5
            sbfm w0, w1, #3, #5
            csel x0, x1, x2, eq
            csel x0, x1, x2, hs
            csel x0, x1, x2, lo
            csel x0, x1, x2, CC
            cset x0, ne
            csetm w0, lt
            cinc x0, x1, gt
            cneg w0, w1, hi
            csinc x0, x1, x2, al
            ccmp x0, #3, #15, ne
            ccmp x0, x1, #0, eq
            ccmn w0, 31, 0, mi
            ldr x0, [x1]
            ldr x0, [x1, #0]
            ldr x0, [x1, #8]
            ldr x0, [x1, 8]
            ldr x0, [x1, #-8]
            ldr x0, [x1, #3]
            ldr x0, [x1, #32760]
            ldr x0, [x1], #8
            ldr x0, [x1, #8]!
            ldr w0, [x1, x2]
            ldr x0, [x1, x2, lsl #3]
            ldr x0, [x1, x2, lsl #0]
            ldr x0, [sp, w2, uxtw #3]
            ldr x0, [sp, w2, sxtw]
            ldr x0, [sp, x2, sxtx #3]
            ldrb w0, [x1, x2, lsl #0]
            ldrb w0, [x1, x2]
            ldrb w0, [x1, #-1]
            ldrsb x0, [x1, #-1]
            ldrsw x0, [x1, #-4]
            ldrsh w0, [x1, #4095]
            strh w0, [x1, #1]
            str q0, [x1, #-16]
            str q0, [x1, #16]
            ldr b0, [x1, #4095]
            str d0, [x1, x2, lsl #3]
            stur x0, [x1, #-256]
            ldp x0, x1, [sp], #16
            stp x29, x30, [sp, #-16]!
            stp fp, lr, [sp, #-32]!
            ldp w0, w1, [x2, #252]
            ldpsw x0, x1, [x2]
            ldnp q0, q1, [x2, #-1024]
            prfm pldl1keep, [x0]
            prfm pstl3strm, [x0, #8]
            prfm #7, [x0, x1]
            prfm pldl1keep, [x0, #-8]
            prfum pldl1keep, [x0, #8]
            ldxr x0, [x1]
            ldxr w0, [sp, #0]
            stxr w0, x1, [x2]
            stlxp w0, x1, x2, [sp]
            ldar x0, [x1]
            ldaxrb w0, [x1]
            cas x0, x1, [x2]
            casp x0, x1, x2, x3, [x4]
            caspal w0, w1, w2, w3, [x4]
            ldadd x0, x1, [x2]
            ldaddal w0, w1, [x2]
            stadd x0, [x2]
            staddlb w0, [x2]
            swpal x0, x1, [x2]
            b .
            b .+8
            b.eq .-4
            beq .+4
            b.hs .+4
            b.lo .+4
            bhs .+4
            bne .+4
            cbz x0, .+8
            tbz x0, #3, .+8
            tbz w0, #3, .+8
            tbnz x0, #40, .+8
            ret
            ret x1
            br x1
            blr x30
            svc #0
            svc 0x80
            hvc #1
            smc #0
            brk #0xf000
            hlt #0
            nop
            yield
            wfe
            wfi
            sev
            sevl
            hint #6
            isb
            isb sy
            dsb sy
            dsb ish
            dsb #3
            dmb ishld
            dmb oshst
            clrex
            clrex #3
            eret
            mrs x0, sctlr_el1
            mrs x0, CurrentEL
            mrs x0, CNTVCT_EL0
            mrs x0, S3_0_C15_C1_0
            msr ttbr0_el1, x1
            msr daifset, #2
            msr DAIFClr, #15
            msr spsel, #1
            msr pan, #0
            msr nzcv, x3
            msr s3_3_c13_c0_2, x9
            mrs x0, icc_iar1_el1
            msr icc_eoir1_el1, x0
            msr oslar_el1, xzr
            mrs x1, midr_el1
            ic iallu
            ic ialluis
            ic ivau, x0
            dc zva, x0
            dc civac, x1
            dc cvau, x2
            at s1e1r, x0
            tlbi vmalle1
            tlbi vmalle1is
            tlbi vae1is, x3
            tlbi aside1, x0
            sys #0, c8, c7, #0
            sys #3, C7, C4, #1, x0
            sysl x0, #0, c0, c0, #0
            madd x0, x1, x2, x3
            mul x0, x1, x2
            mneg w0, w1, w2
            smull x0, w1, w2
            umaddl x0, w1, w2, x3
            umulh x0, x1, x2
            udiv x0, x1, x2
            crc32b w0, w1, w2
            crc32cx w0, w1, x2
            rev x0, x1
            rev32 x0, x1
            rev64 x0, x1
            rev16 w0, w1
            clz x0, x1
            rbit w0, w1
            adc x0, x1, x2
            ngc x0, x1
            sbcs w0, w1, w2
            movz x0, #1, lsl #16
            movk x0, #0xffff, lsl #48
            movn w0, #0
            fmov d0, #1.0
            fmov s1, 0.5
            fmov d0, #-1.25e1
            fmov d0, x1
            fmov x1, d0
            fmov w1, s0
            fmov d0, xzr
            fmov h0, #1.5
            fmov v0.2d, #1.0
            fmov v0.d[1], x1
            fmov x1, v0.d[1]
            fadd d0, d1, d2
            fmul s0, s1, s2
            fmadd d0, d1, d2, d3
            fcmp d0, d1
            fcmp d0, #0.0
            fcmpe s0, #0.0
            fccmp d0, d1, #3, ne
            fcsel d0, d1, d2, eq
            fcvtzs x0, d1
            fcvtzs w0, s1, #3
            scvtf d0, x1
            ucvtf s0, w1, #4
            fcvt d0, s1
            frintz d0, d1
            movi v0.16b, #0
            movi v0.2d, #0
            movi d0, #0xff00ff00ff00ff00
            movi v0.4s, #1, lsl #8
            movi v0.4s, #1, msl #8
            movi v0.8h, #255, lsl #8
            mvni v0.4s, #3
            orr v0.4s, #1, lsl #16
            bic v0.8h, #1
            mov v0.16b, v1.16b
            mov v0.d[0], x1
            mov v0.s[1], v2.s[3]
            mov x0, v1.d[1]
            mov w0, v1.s[1]
            umov w0, v1.b[3]
            umov w0, v1.s[1]
            umov x0, v1.d[0]
            smov x0, v1.h[2]
            ins v0.b[3], w1
            ins v0.d[1], v2.d[0]
            dup v0.4s, w1
            dup v0.16b, v1.b[3]
            dup d0, v1.d[1]
            mov d0, v1.d[1]
            mov s0, v1.s[2]
            add v0.4s, v1.4s, v2.4s
            add d0, d1, d2
            cmeq v0.16b, v1.16b, #0
            cmeq v0.16b, v1.16b, v2.16b
            cmlt v0.4s, v1.4s, #0
            fcmgt v0.4s, v1.4s, #0.0
            not v0.16b, v1.16b
            mvn v0.8b, v1.8b
            xtn v0.8b, v1.8h
            xtn2 v0.16b, v1.8h
            shrn v0.8b, v1.8h, #8
            shrn2 v0.16b, v1.8h, #4
            sxtl v0.8h, v1.8b
            uxtl2 v0.2d, v1.4s
            ushll v0.8h, v1.8b, #3
            shl v0.4s, v1.4s, #31
            sshr d0, d1, #64
            ushr v0.16b, v1.16b, #8
            sqshl b0, b1, #7
            sqshrn h0, s1, #16
            shll v0.8h, v1.8b, #8
            ext v0.16b, v1.16b, v2.16b, #3
            tbl v0.16b, {v1.16b}, v2.16b
            tbl v0.8b, {v1.16b, v2.16b}, v3.8b
            tbx v0.16b, {v1.16b-v4.16b}, v5.16b
            ld1 {v0.16b}, [x0]
            ld1 {v0.16b, v1.16b}, [x0], #32
            ld1 {v0.16b-v3.16b}, [x0], #64
            ld1 {v0.8b}, [x0], x1
            ld2 {v30.4s, v31.4s}, [sp]
            ld4 {v31.4s, v0.4s, v1.4s, v2.4s}, [sp]
            st3 {v0.8h-v2.8h}, [x1], #48
            ld1 {v0.b}[3], [x0]
            ld1 {v0.d}[1], [x0], #8
            st2 {v0.s, v1.s}[2], [x0], x2
            ld1r {v0.4s}, [x0]
            ld4r {v0.2d-v3.2d}, [x0], #32
            fmla v0.4s, v1.4s, v2.s[1]
            mul v0.8h, v1.8h, v15.h[7]
            sdot v0.4s, v1.16b, v2.4b[1]
            aese v0.16b, v1.16b
            sha256h q0, q1, v2.4s
            pmull v0.1q, v1.1d, v2.1d
            pmull2 v0.1q, v1.2d, v2.2d
            eor3 v0.16b, v1.16b, v2.16b, v3.16b
            faddp d0, v1.2d
            addv b0, v1.16b
            fmaxv s0, v1.4s
            uaddlv h0, v1.8b
            addp d0, v1.2d
            fcmla v0.4s, v1.4s, v2.4s, #90
            zip1 v0.16b, v1.16b, v2.16b
            rev64 v0.4s, v1.4s
            cnt v0.8b, v1.8b
            abs d0, d1
            ldr q0, .+16
            ldr x0, .+8
            ldrsw x0, .+8
            adr x0, .
            adr x0, .+3
            mov w0, 'A'
            mov w0, #'\\n'
            mov x0, 1 + 2 * 3
            mov x0, #(1 << 12) | 0xff
            mov x0, 10 - 4 - 3
            mov x0, 7 / 2
            mov x0, 0b1010
            mov x0, 010
            udf #3
            autiasp
            paciasp
            bti c
            cfinv
            setf8 w0
            rmif x0, #3, #4
            sb
            ssbb
            uxtw x0, w1
            sxth x0, x1
            sxtb w0, x1
            cmp x0, x1, uxtx
            add x0, x1, w2
            ldr x0, [x1, w2]
            ldr x0, [x1, x2, uxtw]
            add w0, w1, x2
            tbz w0, #40, .
            mov x0, #0x12345678
            and x0, x1, #5
            add x0, x1, #4097
            movz x0, #65536
            ldr w0, [x1, #16384]
            stp x0, x1, [x2, #4]
            lsl w0, w1, #32
            add x31, x0, x1
            bfi w0, w1, #8, #25
            ldr x0, [xzr]
            add xzr, x1, #1
            dmb foo
            mrs x0, foo_el1
            csel x0, x1, x2, foo
            cset x0, al
            casp x1, x2, x4, x5, [x6]
            svc #65536
            fmov d0, #0.1
            shl v0.4s, v1.4s, #32
            ld1 {v0.16b, v2.16b}, [x0]
            ld1 {v0.s}[4], [x0]
            ldp x0, x0, [x1]
            ldr x0, [x0], #8
            ubfx x0, x1, #60, #8
            mov v0.4s, v1.4s
            mov v0.8b, v1.8b
            orr v0.8b, v1.8b, v1.8b
            ldr x0, [x1, x2, lsl #2]
            cmeq v0.4s, v1.4s, #1
            movi v0.2d, #1
            movi v0.16b, #256
            mul v0.8h, v1.8h, v16.h[7]
            add v0.1d, v1.1d, v2.1d
            ccmp x0, #32, #0, eq
            b.al .+4
            dc foo, x0
            tlbi vae1is
            ic iallu, x0
            msr daifset, #16
            msr currentel, x0
            mrs x0, icc_sgi1r_el1
            stlr w0, [x1, #4]
            adrp x0, .
            tst x0, x1
            ldapr x0, [x1]
            ldapur x0, [x1, #4]
            fjcvtzs w0, d1
            """.lines().toList();

    /** A program with labels, data and constants. */
    static final String PROGRAM = """
            .equ    UART, 0x09000000
            SIZE = 4 * 16
                    .text
                    .global _start
            _start:                                 // where it all begins
                    adrp    x0, table
                    add     x0, x0, :lo12:table
                    ldr     x1, =UART; mov w2, #SIZE
                    ldr     x3, [x0, #:lo12:table]
            1:      ldrb    w4, [x0], #1
                    cbz     w4, 2f                  /* the end
                                                       of the text */
                    strb    w4, [x1]
                    b       1b
            2:      subs    w2, w2, #1
                    b.ne    1b
                    bl      halt
                    adr     x5, table + 8
                    ldr     x6, table
                    tbnz    x6, #33, _start
                    tbz     w6, #3, 1f
                    ldr     q0, =0x1234
                    mov     x7, #(end - table)
                    mov     x8, ~0
                    and     x9, x9, 0xff << 4
                    .inst   0xd503201f
            1:      b       1b
                    .balign 16
            halt:   wfi
                    b       halt
                    .byte   1, 2, -1, 'A', 0x7f
                    .align  3
            table:
                    .asciz  "Hello, \\"World\\"!\\n"
                    .ascii  "ab", "cd;//"
                    .balign 4
                    .word   table - _start, end, 0xdeadbeef, -2
                    .hword  1, 0xffff
                    .quad   table, end - table, 1 << 40, 10 - 4 - 3
                    .space  5
                    .space  3, 0xff
                    .fill   2, 4, 0x11223344
                    .float  1.5, -2
                    .double 0.1
                    .string "x"
                    .p2align 4
            end:
                    nop
            """;

    private HandWritten() {
    }
}
