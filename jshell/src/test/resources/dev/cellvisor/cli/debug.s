// A debugger of its own child: a watchpoint, a breakpoint and single steps by ptrace; then the PMU by perf_event_open.
// Exits with 0, or with the number of what failed.
        .equ PTRACE_CONT, 7
        .equ PTRACE_SINGLESTEP, 9
        .equ PTRACE_GETSIGINFO, 0x4202
        .equ PTRACE_GETREGSET, 0x4204
        .equ PTRACE_SETREGSET, 0x4205
        .equ NT_PRSTATUS, 1
        .equ NT_ARM_HW_BREAK, 0x402
        .equ NT_ARM_HW_WATCH, 0x403
// X19 the child, X20 the watched doubleword, X21 the structures, X22 the number of the step
start:
        sub     sp, sp, #2048
        add     x20, sp, #1024
        add     x21, sp, #0
        mov     x0, #17                 // clone, as fork
        mov     x1, #0
        mov     x2, #0
        mov     x3, #0
        mov     x4, #0
        mov     x8, #220
        svc     #0
        cbz     x0, child
        mov     x19, x0
        mov     x22, #1
        bl      wait
        mov     x9, #0x137f             // stopped by SIGSTOP
        cmp     x0, x9
        b.ne    failed
        mov     x22, #2
        mov     x9, x20
        ldr     x10, =0x1ff5            // stores of EL0 to eight bytes
        mov     x2, #NT_ARM_HW_WATCH
        bl      arm
        mov     x22, #3
        mov     x1, #PTRACE_CONT
        bl      go
        mov     x9, #0x57f              // stopped by SIGTRAP
        cmp     x0, x9
        b.ne    failed
        mov     x22, #4
        bl      siginfo
        ldr     w9, [x21, #8]           // si_code TRAP_HWBKPT
        cmp     w9, #4
        b.ne    failed
        ldr     x9, [x21, #16]          // si_addr
        cmp     x9, x20
        b.ne    failed
        mov     x22, #5
        bl      pc
        adr     x9, the_store
        cmp     x0, x9
        b.ne    failed
        mov     x22, #6
        mov     x9, #0
        mov     x10, #0
        mov     x2, #NT_ARM_HW_WATCH
        bl      arm
        mov     x23, #3                 // three steps
steps:  bl      pc
        add     x24, x0, #4
        mov     x1, #PTRACE_SINGLESTEP
        bl      go
        bl      pc
        cmp     x0, x24
        b.ne    failed
        subs    x23, x23, #1
        b.ne    steps
        mov     x22, #7
        adr     x9, the_end
        mov     x10, #0x1e5
        mov     x2, #NT_ARM_HW_BREAK
        bl      arm
        mov     x1, #PTRACE_CONT
        bl      go
        bl      pc
        adr     x9, the_end
        cmp     x0, x9
        b.ne    failed
        mov     x22, #8
        mov     x9, #0
        mov     x10, #0
        mov     x2, #NT_ARM_HW_BREAK
        bl      arm
        mov     x1, #PTRACE_CONT
        bl      go
        mov     x9, #0x500              // exited with 5
        cmp     x0, x9
        b.ne    failed

        mov     x22, #9                 // perf_event_open: PERF_COUNT_HW_INSTRUCTIONS of user space
        add     x9, x21, #0
        mov     x10, #16
clear:  str     xzr, [x9], #8
        subs    x10, x10, #1
        b.ne    clear
        mov     w9, #64
        str     w9, [x21, #4]
        mov     x9, #1
        str     x9, [x21, #8]
        mov     x9, #0x60               // not in the kernel, nor in a hypervisor
        str     x9, [x21, #40]
        mov     x0, x21
        mov     x1, #0
        mov     x2, #-1
        mov     x3, #-1
        mov     x4, #0
        mov     x8, #241
        svc     #0
        tbnz    x0, #63, failed
        mov     x25, x0
        mov     x22, #10
        add     x1, x21, #128
        mov     x2, #8
        mov     x8, #63
        svc     #0
        ldr     x23, [x21, #128]        // 2007 instructions from here to SVC
        mov     x9, #1000
loop:   subs    x9, x9, #1
        b.ne    loop
        mov     x0, x25
        add     x1, x21, #128
        mov     x2, #8
        mov     x8, #63
        svc     #0
        ldr     x24, [x21, #128]
        sub     x24, x24, x23
        cmp     x24, #2007
        b.ne    failed
        mov     x0, #0
        b       exit
failed: mov     x0, x22
exit:   mov     x8, #93
        svc     #0

child:  mov     x0, #0                  // PTRACE_TRACEME
        mov     x8, #117
        svc     #0
        mov     x8, #172
        svc     #0
        mov     x1, #19
        mov     x8, #129
        svc     #0
        mov     x5, #7
        str     x5, [x20, #8]
        ldr     x5, [x20]
the_store:
        str     x5, [x20]
        add     x5, x5, #1
        add     x5, x5, #1
        nop
        nop
the_end:
        mov     x0, #5
        b       exit

// wait4: X0 the status
wait:   mov     x0, x19
        add     x1, x21, #512
        mov     x2, #0
        mov     x3, #0
        mov     x8, #260
        svc     #0
        ldr     w0, [x21, #512]
        ret

// Lets the child go on by request X1, and waits.
go:     mov     x26, x30
        mov     x0, #0
        mov     x2, #0
        mov     x3, #0
        bl      trace
        bl      wait
        ret     x26

trace:  mov     x0, x1
        mov     x1, x19
        mov     x8, #117
        svc     #0
        ret

// Sets the first register of X2's kind: address X9, control X10.
arm:    mov     x26, x30
        str     xzr, [x21]
        str     x9, [x21, #8]
        str     x10, [x21, #16]
        add     x3, x21, #256
        str     x21, [x3]
        mov     x9, #24
        str     x9, [x3, #8]
        ldr     x1, =PTRACE_SETREGSET
        bl      trace
        cbnz    x0, failed
        ret     x26

siginfo:
        mov     x26, x30
        mov     x3, x21
        mov     x2, #0
        ldr     x1, =PTRACE_GETSIGINFO
        bl      trace
        cbnz    x0, failed
        ret     x26

// X0 the child's PC
pc:     mov     x26, x30
        add     x3, x21, #256
        add     x9, x21, #520
        str     x9, [x3]
        mov     x9, #272
        str     x9, [x3, #8]
        mov     x2, #NT_PRSTATUS
        ldr     x1, =PTRACE_GETREGSET
        bl      trace
        cbnz    x0, failed
        ldr     x0, [x21, #520 + 256]
        ret     x26
