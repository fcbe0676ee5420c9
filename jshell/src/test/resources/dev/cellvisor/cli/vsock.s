// A program for the guest's Linux: one connection over vsock.
//
//   vsock cso PORT    connect to the host, send standard input, then print what comes
//   vsock lse PORT    listen, accept one, give back what comes
//
// Letters: c connect, l listen; s stream, q seqpacket; o out and then in, e echo. The status is 0, or errno.

        ldr     x19, [sp, #16]          // argv[1]
        ldr     x1, [sp, #24]           // argv[2]: decimal
        mov     w20, #0
1:      ldrb    w2, [x1], #1
        cbz     w2, 2f
        sub     w2, w2, #48
        mov     w3, #10
        madd    w20, w20, w3, w2
        b       1b

2:      mov     x0, #40                 // AF_VSOCK
        mov     x1, #1                  // SOCK_STREAM
        ldrb    w2, [x19, #1]
        cmp     w2, #113                // q
        b.ne    3f
        mov     x1, #5                  // SOCK_SEQPACKET
3:      mov     x2, #0
        mov     x8, #198                // socket
        bl      call
        mov     x24, x0

        sub     sp, sp, #16             // struct sockaddr_vm: family, port, cid
        mov     w0, #40
        str     w0, [sp]
        str     w20, [sp, #4]
        str     wzr, [sp, #12]
        ldrb    w0, [x19]
        cmp     w0, #108                // l
        b.eq    4f
        mov     w0, #2                  // VMADDR_CID_HOST
        str     w0, [sp, #8]
        mov     x8, #203                // connect
        bl      addressed
        b       5f
4:      mov     w0, #-1                 // VMADDR_CID_ANY
        str     w0, [sp, #8]
        mov     x8, #200                // bind
        bl      addressed
        mov     x0, x24
        mov     x1, #8
        mov     x8, #201                // listen
        bl      call
        mov     x0, x24
        mov     x1, #0
        mov     x2, #0
        mov     x8, #202                // accept
        bl      call
        mov     x24, x0

5:      ldrb    w0, [x19, #2]
        cmp     w0, #101                // e
        b.ne    6f
        mov     x25, x24
        mov     x26, x24
        bl      copy
        bl      finish
        b       7f
6:      mov     x25, #0
        mov     x26, x24
        bl      copy
        bl      finish
        mov     x25, x24
        mov     x26, #1
        bl      copy
7:      mov     x0, #0
        b       exit

// The calling socket's address
addressed:
        mov     x0, x24
        mov     x1, sp
        mov     x2, #16
call:   svc     #0
        tbnz    x0, #63, failed
        ret
failed: neg     x0, x0
exit:   mov     x8, #93
        svc     #0

// No more comes from here
finish: mov     x0, x24
        mov     x1, #1                  // SHUT_WR
        mov     x8, #210                // shutdown
        b       call

// From x25 to x26 until the end
copy:   mov     x29, x30
1:      mov     x0, x25
        adr     x1, buffer
        mov     x2, #65536
        mov     x8, #63                 // read
        bl      call
        cbz     x0, 3f
        mov     x27, x0
        adr     x28, buffer
2:      mov     x0, x26
        mov     x1, x28
        mov     x2, x27
        mov     x8, #64                 // write
        bl      call
        add     x28, x28, x0
        subs    x27, x27, x0
        b.ne    2b
        b       1b
3:      ret     x29

        .balign 16
buffer:
