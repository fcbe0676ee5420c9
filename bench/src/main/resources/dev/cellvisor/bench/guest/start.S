// A program without an operating system: a map of memory with caches, a stack, FP; then main, and power-off by PSCI.
        .globl  _start
_start: ldr     x0, =stack_top
        mov     sp, x0
        mov     x0, #3 << 20            // CPACR_EL1.FPEN: nothing is trapped
        msr     cpacr_el1, x0
        ldr     x0, =map
        msr     ttbr0_el1, x0
        ldr     x0, =0xff00             // MAIR_EL1: 0 is device, 1 is normal memory
        msr     mair_el1, x0
        ldr     x0, =0x803520           // TCR_EL1: 32 bits of address, 4 KiB pages, inner shareable, cached; no upper half
        msr     tcr_el1, x0
        isb
        mrs     x0, sctlr_el1
        ldr     x1, =0x1005             // M, C, I
        orr     x0, x0, x1
        msr     sctlr_el1, x0
        isb
        bl      main
        ldr     w0, =0x84000008         // SYSTEM_OFF
        hvc     #0
1:      wfi
        b       1b
        .data
        .balign 4096
map:    .quad   0x00000000 + 0x401      // a block of 1 GiB, accessed; device
        .quad   0x40000000 + 0x705      // inner shareable, normal
        .quad   0, 0
        .bss
        .balign 16
        .space  65536
stack_top:
