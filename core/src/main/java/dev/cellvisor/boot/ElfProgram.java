package dev.cellvisor.boot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Makes the smallest ELF file that an arm64 Linux can execute: one segment, readable, writable and executable, entered at its first byte.
 * With the assembler, a cell has a program for its guest without any other tool:
 *
 * <pre>{@code byte[] hello = ElfProgram.of(asm(ElfProgram.CODE_ADDRESS, source), 0);}</pre>
 *
 * Source: System V ABI, chapters 4 and 5.
 */
public final class ElfProgram {
    /** Where the code runs: assemble it for this address. */
    public static final long CODE_ADDRESS = 0x40_0000 + 120;

    private static final int HEADER_BYTES = 64;
    private static final int SEGMENT_BYTES = 56;

    private ElfProgram() {
    }

    /**
     * A program.
     *
     * @param code for {@link #CODE_ADDRESS}
     * @param extraBytes zeroed memory behind the code
     * @return the file
     */
    public static byte[] of(byte[] code, long extraBytes) {
        int size = HEADER_BYTES + SEGMENT_BYTES + code.length;
        ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16);
        file.putShort((short) 2).putShort((short) 183).putInt(1); // ET_EXEC, EM_AARCH64, EV_CURRENT
        file.putLong(CODE_ADDRESS).putLong(HEADER_BYTES).putLong(0).putInt(0);
        file.putShort((short) HEADER_BYTES).putShort((short) SEGMENT_BYTES).putShort((short) 1).putShort((short) HEADER_BYTES).putShort((short) 0).putShort((short) 0);
        long address = CODE_ADDRESS - HEADER_BYTES - SEGMENT_BYTES;
        file.putInt(1).putInt(7).putLong(0).putLong(address).putLong(address).putLong(size).putLong(size + extraBytes).putLong(0x1_0000); // PT_LOAD, RWX
        return file.put(code).array();
    }
}
