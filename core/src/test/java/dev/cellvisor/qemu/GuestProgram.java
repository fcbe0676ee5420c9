package dev.cellvisor.qemu;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A straight-line bare-metal program for EL1 with the MMU off and interrupts masked, that reads and writes system registers and
 * devices, collects what it read, prints it on the UART at its end, and switches the machine off.
 */
final class GuestProgram {
    private static final long CODE = 0x4010_0000L;
    private static final long RESULTS = 0x4200_0000L;
    private static final long UART = 0x0900_0000L;

    // X0 value, X1 address, X19 where the next result goes
    private static final int RESULT_POINTER = 19;

    private final ByteArrayOutputStream code = new ByteArrayOutputStream();
    private final int cpus;
    private int results;
    private int printed;

    /** A program for the first of so many CPUs; the others stay off. */
    GuestProgram(int cpus) {
        this.cpus = cpus;
        constant(RESULT_POINTER, RESULTS);
    }

    /** MRS; the index of the result. */
    int readSystem(int encoding) {
        emit(0xd520_0000 | encoding << 5);
        return keep();
    }

    void writeSystem(int encoding, long value) {
        constant(0, value);
        emit(0xd500_0000 | encoding << 5);
        emit(0xd503_3fdf); // isb
    }

    /** A load from a device; the index of the result. */
    int read(long address, int sizeBytes) {
        constant(1, address);
        emit(sizeBytes == 1 ? 0x3940_0020 : sizeBytes == 4 ? 0xb940_0020 : 0xf940_0020);
        return keep();
    }

    void write(long address, int sizeBytes, long value) {
        constant(0, value);
        constant(1, address);
        emit(sizeBytes == 1 ? 0x3900_0020 : sizeBytes == 4 ? 0xb900_0020 : 0xf900_0020);
    }

    /** Transmits a character on the UART; it is left out of the results. */
    void print(byte character) {
        write(UART, 4, character & 0xff);
        printed++;
    }

    private int keep() {
        emit(0xf800_0400 | 8 << 12 | RESULT_POINTER << 5); // str x0, [x19], #8
        return results++;
    }

    private void constant(int register, long value) {
        emit(0xd280_0000 | (int) (value & 0xffff) << 5 | register);
        for (int half = 1; half < 4; half++) {
            int bits = (int) (value >>> 16 * half) & 0xffff;
            if (bits != 0) {
                emit(0xf280_0000 | half << 21 | bits << 5 | register);
            }
        }
    }

    private void emit(int word) {
        code.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(word).array());
    }

    /** Runs it under QEMU's TCG; the results by index. */
    long[] run() throws IOException, InterruptedException {
        constant(1, UART);
        constant(2, RESULTS);
        emit(0x3840_1440); // next: ldrb w0, [x2], #1
        emit(0x3900_0020); // strb w0, [x1]
        emit(0xeb13_005f); // cmp x2, x19
        emit(0x54ff_ffa1); // b.ne next
        constant(0, 0x8400_0008L); // PSCI SYSTEM_OFF
        emit(0xd400_0002); // hvc #0
        emit(0x1400_0000); // b .

        Path image = Files.createTempFile("gic-program", ".bin");
        try {
            Files.write(image, code.toByteArray());
            Process qemu = Qemu.start(cpus, "-serial", "stdio", "-device", "loader,file=" + image + ",addr=0x" + Long.toHexString(CODE)
                    + ",cpu-num=0,force-raw=on");
            try {
                byte[] output = qemu.getInputStream().readNBytes(printed + 8 * results);
                if (output.length < printed + 8 * results) {
                    throw new IOException("the program under QEMU printed " + output.length + " of " + (printed + 8 * results) + " bytes");
                }
                long[] values = new long[results];
                ByteBuffer.wrap(output, printed, 8 * results).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(values);
                return values;
            } finally {
                qemu.destroyForcibly();
                qemu.waitFor(10, TimeUnit.SECONDS);
            }
        } finally {
            Files.delete(image);
        }
    }
}
