package dev.cellvisor.cpu.a64.isa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks qemu-aarch64 (user mode) what instructions do: a program of ours sets all registers from a case, executes one instruction, and
 * writes all registers back. An instruction that QEMU does not know leaves {@link Case#undefined} set.
 *
 * <p>Registers X0 to X15, V0 to V31, NZCV, FPCR, FPSR and {@link Case#MEMORY_BYTES} bytes of memory at {@link #MEMORY} belong to a
 * case; X16 to X30 and SP belong to the program.
 */
final class QemuUser {
    /** Where a case's memory stands. */
    static final long MEMORY = 0x1000_0000L;

    private static final String AS = "aarch64-linux-gnu-as";
    private static final String LD = "aarch64-linux-gnu-ld";
    private static final String QEMU = "qemu-aarch64";

    private final String cpu;

    /** @param cpu QEMU's name of the CPU, e.g. "cortex-a57" or "max" */
    QemuUser(String cpu) {
        this.cpu = cpu;
    }

    /** One instruction with the state before it, or after it. */
    static final class Case {
        static final int MEMORY_BYTES = 256;
        static final int BYTES = 512 + 128 + 32 + MEMORY_BYTES;

        int word;
        final long[] v = new long[64];
        final long[] x = new long[16];
        long nzcv;
        long fpcr;
        long fpsr;
        boolean undefined;
        final byte[] memory = new byte[MEMORY_BYTES];

        Case copy() {
            Case other = new Case();
            other.word = word;
            other.read(write(ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN)).flip());
            return other;
        }

        ByteBuffer write(ByteBuffer out) {
            for (long half : v) {
                out.putLong(half);
            }
            for (long value : x) {
                out.putLong(value);
            }
            return out.putLong(nzcv).putLong(fpcr).putLong(fpsr).putLong(undefined ? 1 : 0).put(memory);
        }

        void read(ByteBuffer in) {
            for (int i = 0; i < v.length; i++) {
                v[i] = in.getLong();
            }
            for (int i = 0; i < x.length; i++) {
                x[i] = in.getLong();
            }
            nzcv = in.getLong();
            fpcr = in.getLong();
            fpsr = in.getLong();
            undefined = in.getLong() != 0;
            in.get(memory);
        }
    }

    /** Which of the tools is missing, if any. */
    static Optional<String> missing() {
        for (String tool : List.of(AS, LD, QEMU)) {
            boolean found = java.util.Arrays.stream(System.getenv("PATH").split(":")).anyMatch(at -> Files.isExecutable(Path.of(at, tool)));
            if (!found) {
                return Optional.of(tool + " is not installed (packages qemu-user and binutils-aarch64-linux-gnu)");
            }
        }
        return Optional.empty();
    }

    /** The states after the cases' instructions. */
    List<Case> run(List<Case> cases) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("qemu-user");
        try {
            ByteBuffer in = ByteBuffer.allocate(cases.size() * Case.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            cases.forEach(one -> one.write(in));
            Files.write(directory.resolve("in.bin"), in.array());
            Files.writeString(directory.resolve("test.s"), program(cases));
            execute(directory, AS, "-march=armv8-a+fp+simd", "-o", "test.o", "test.s");
            execute(directory, LD, "-Ttext=0x400000", "--section-start=.memory=0x" + Long.toHexString(MEMORY - 4096), "-o", "test", "test.o");
            execute(directory, QEMU, "-cpu", cpu, "./test");
            ByteBuffer out = ByteBuffer.wrap(Files.readAllBytes(directory.resolve("stdout"))).order(ByteOrder.LITTLE_ENDIAN);
            if (out.remaining() != in.capacity()) {
                throw new IOException("the program wrote " + out.remaining() + " bytes, not " + in.capacity());
            }
            List<Case> results = new ArrayList<>();
            for (Case one : cases) {
                Case result = new Case();
                result.word = one.word;
                result.read(out);
                results.add(result);
            }
            return results;
        } finally {
            try (var files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }

    private static void execute(Path directory, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(directory.toFile())
                .redirectOutput(directory.resolve("stdout").toFile()).redirectError(directory.resolve("stderr").toFile()).start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IOException(String.join(" ", command) + " did not end within two minutes");
        }
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed (" + process.exitValue() + "): "
                    + Files.readString(directory.resolve("stderr")).lines().limit(5).toList());
        }
    }

    private static String program(List<Case> cases) {
        var out = new StringBuilder("""
                .text
                .global _start
                _start:
                    mov x0, #4                  // SIGILL
                    adr x1, action
                    mov x2, #0
                    mov x3, #8
                    mov x8, #134                // rt_sigaction
                    svc #0
                    ldr x29, =input
                    ldr x28, =output
                    ldr x27, =memory
                    mov x26, #0
                    b cases
                handler:
                    ldr x3, [x2, #440]          // uc_mcontext.pc
                    add x3, x3, #4
                    str x3, [x2, #440]
                    mov x3, #1
                    str x3, [x2, #392]          // uc_mcontext.regs[26]
                    ret
                    .balign 8
                action:
                    .quad handler, 4, 0, 0      // SA_SIGINFO
                """);
        out.append("load:\n");
        for (int i = 0; i < 32; i += 2) {
            out.append("    ldp q%d, q%d, [x29, #%d]\n".formatted(i, i + 1, i * 16));
        }
        out.append("    ldr x16, [x29, #640]\n    msr nzcv, x16\n    ldr x16, [x29, #648]\n    msr fpcr, x16\n    ldr x16, [x29, #656]\n    msr fpsr, x16\n");
        for (int i = 0; i < Case.MEMORY_BYTES; i += 16) {
            out.append("    ldp x16, x17, [x25, #%d]\n    stp x16, x17, [x27, #%d]\n".formatted(i, i));
        }
        for (int i = 0; i < 16; i += 2) {
            out.append("    ldr x%d, [x29, #%d]\n    ldr x%d, [x29, #%d]\n".formatted(i, 512 + i * 8, i + 1, 520 + i * 8));
        }
        out.append("    add x29, x29, #").append(Case.BYTES).append("\n    ret\nsave:\n");
        for (int i = 0; i < 32; i += 2) {
            out.append("    stp q%d, q%d, [x28, #%d]\n".formatted(i, i + 1, i * 16));
        }
        out.append("    mrs x16, nzcv\n    str x16, [x28, #640]\n    mrs x16, fpcr\n    str x16, [x28, #648]\n    mrs x16, fpsr\n    str x16, [x28, #656]\n");
        out.append("    str x26, [x28, #664]\n    mov x26, #0\n");
        for (int i = 0; i < 16; i += 2) {
            out.append("    str x%d, [x28, #%d]\n    str x%d, [x28, #%d]\n".formatted(i, 512 + i * 8, i + 1, 520 + i * 8));
        }
        out.append("    add x25, x28, #672\n");
        for (int i = 0; i < Case.MEMORY_BYTES; i += 16) {
            out.append("    ldp x16, x17, [x27, #%d]\n    stp x16, x17, [x25, #%d]\n".formatted(i, i));
        }
        out.append("    add x28, x28, #").append(Case.BYTES).append("\n    add x25, x29, #672\n    ret\ncases:\n    add x25, x29, #672\n");
        for (Case one : cases) {
            out.append("    bl load\n    .word 0x%08x\n    bl save\n".formatted(one.word));
        }
        out.append("""
                    ldr x20, =output
                    ldr x21, =length
                1:  mov x0, #1
                    mov x1, x20
                    mov x2, x21
                    mov x8, #64                 // write
                    svc #0
                    add x20, x20, x0
                    subs x21, x21, x0
                    b.gt 1b
                    mov x0, #0
                    mov x8, #94                 // exit_group
                    svc #0
                    .ltorg
                .data
                    .balign 16
                input:
                    .incbin "in.bin"
                .set length, . - input
                .bss
                    .balign 16
                output:
                """);
        out.append("    .skip ").append(cases.size() * Case.BYTES).append("\n.section .memory,\"aw\",%nobits\n    .balign 4096\n    .skip 4096\nmemory:\n    .skip 8192\n");
        return out.toString();
    }
}
