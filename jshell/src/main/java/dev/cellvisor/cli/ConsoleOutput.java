package dev.cellvisor.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Standard output as bytes, flushed at each line's end and whenever the guest pauses. */
final class ConsoleOutput {
    private final OutputStream out = new BufferedOutputStream(System.out, 1 << 14);

    void put(int value) {
        try {
            out.write(value);
            if (value == '\n') {
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("standard output is gone: " + e.getMessage(), e);
        }
    }

    void put(byte[] bytes) {
        for (byte value : bytes) {
            put(value & 0xff);
        }
    }

    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("standard output is gone: " + e.getMessage(), e);
        }
    }
}
