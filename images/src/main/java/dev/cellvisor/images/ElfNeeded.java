package dev.cellvisor.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The shared libraries that an ELF file names as needed (System V ABI, dynamic section), and its interpreter. */
final class ElfNeeded {
    private static final int PT_LOAD = 1;
    private static final int PT_DYNAMIC = 2;
    private static final int PT_INTERP = 3;
    private static final int DT_NEEDED = 1;
    private static final int DT_STRTAB = 5;

    private final ByteBuffer file;
    private final List<String> names = new ArrayList<>();

    private ElfNeeded(byte[] bytes) {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * What a 64-bit little-endian ELF file needs, the interpreter's path first; empty if it is no such file or needs nothing.
     */
    static List<String> of(byte[] bytes) {
        if (bytes.length < 64 || bytes[0] != 0x7f || bytes[1] != 'E' || bytes[2] != 'L' || bytes[3] != 'F' || bytes[4] != 2 || bytes[5] != 1) {
            return List.of();
        }
        ElfNeeded elf = new ElfNeeded(bytes);
        elf.read();
        return elf.names;
    }

    private void read() {
        int headers = (int) file.getLong(32);
        int size = file.getShort(54);
        int count = file.getShort(56);
        int dynamic = -1;
        int dynamicBytes = 0;
        for (int i = 0; i < count; i++) {
            int header = headers + i * size;
            switch (file.getInt(header)) {
                case PT_INTERP -> names.add(text((int) file.getLong(header + 8)));
                case PT_DYNAMIC -> {
                    dynamic = (int) file.getLong(header + 8);
                    dynamicBytes = (int) file.getLong(header + 32);
                }
                default -> { }
            }
        }
        if (dynamic < 0) {
            return;
        }
        long strings = 0;
        List<Long> needed = new ArrayList<>();
        for (int at = dynamic; at < dynamic + dynamicBytes; at += 16) {
            long tag = file.getLong(at);
            if (tag == DT_NEEDED) {
                needed.add(file.getLong(at + 8));
            } else if (tag == DT_STRTAB) {
                strings = file.getLong(at + 8);
            }
        }
        for (long name : needed) {
            names.add(text(offset(strings + name, headers, size, count)));
        }
    }

    private int offset(long address, int headers, int size, int count) {
        for (int i = 0; i < count; i++) {
            int header = headers + i * size;
            long from = file.getLong(header + 16);
            if (file.getInt(header) == PT_LOAD && address >= from && address < from + file.getLong(header + 32)) {
                return (int) (address - from + file.getLong(header + 8));
            }
        }
        throw new IllegalArgumentException("no segment holds address 0x%x".formatted(address));
    }

    private String text(int at) {
        int end = at;
        while (file.get(end) != 0) {
            end++;
        }
        return new String(file.array(), at, end - at, StandardCharsets.US_ASCII);
    }
}
