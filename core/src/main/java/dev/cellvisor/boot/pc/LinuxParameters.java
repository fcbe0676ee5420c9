package dev.cellvisor.boot.pc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The pages that tell a kernel what it finds: Linux's boot_params ("zero page"), and PVH's hvm_start_info. */
public final class LinuxParameters {
    private static final int PAGE = 4096;
    private static final int LOADER_UNKNOWN = 0xff;
    private static final int LOADED_HIGH = 1;
    private static final int MOST_RANGES = 128;
    private static final int PVH_MAGIC = 0x336e_c578;

    private LinuxParameters() {
    }

    /**
     * Linux's zero page (Documentation/arch/x86/zero-page.rst).
     *
     * @param head the kernel file's first bytes, at least to the header's end
     * @param initrdBytes 0 for none
     */
    public static byte[] zeroPage(BzImage image, byte[] head, long commandLine, long initrd, long initrdBytes, long rsdp, List<E820.Range> memory) {
        ByteBuffer page = ByteBuffer.allocate(PAGE).order(ByteOrder.LITTLE_ENDIAN);
        page.put(BzImage.HEADER, head, BzImage.HEADER, image.headerEnd() - BzImage.HEADER);
        page.put(0x210, (byte) LOADER_UNKNOWN);
        page.put(0x211, (byte) (head[0x211] | LOADED_HIGH));
        page.putInt(0x218, (int) initrd);
        page.putInt(0x0c0, (int) (initrd >>> 32));
        page.putInt(0x21c, (int) initrdBytes);
        page.putInt(0x0c4, (int) (initrdBytes >>> 32));
        page.putInt(0x228, (int) commandLine);
        page.putLong(0x070, rsdp);
        int count = Math.min(memory.size(), MOST_RANGES);
        page.put(0x1e8, (byte) count);
        for (int i = 0; i < count; i++) {
            int at = 0x2d0 + 20 * i;
            page.putLong(at, memory.get(i).address()).putLong(at + 8, memory.get(i).sizeBytes()).putInt(at + 16, memory.get(i).type());
        }
        return page.array();
    }

    /**
     * PVH's start information, with its lists behind it (Xen, start_info.h).
     *
     * @param address where it will stand
     */
    public static byte[] startInfo(long address, long commandLine, long initrd, long initrdBytes, long rsdp, List<E820.Range> memory) {
        ByteBuffer info = ByteBuffer.allocate(PAGE).order(ByteOrder.LITTLE_ENDIAN);
        int modules = 56;
        int ranges = modules + 32;
        info.putInt(0, PVH_MAGIC).putInt(4, 1).putInt(12, initrdBytes > 0 ? 1 : 0).putLong(16, initrdBytes > 0 ? address + modules : 0).putLong(24, commandLine)
                .putLong(32, rsdp).putLong(40, address + ranges).putInt(48, memory.size());
        info.putLong(modules, initrd).putLong(modules + 8, initrdBytes);
        for (int i = 0; i < memory.size(); i++) {
            int at = ranges + 24 * i;
            info.putLong(at, memory.get(i).address()).putLong(at + 8, memory.get(i).sizeBytes()).putInt(at + 16, memory.get(i).type());
        }
        return info.array();
    }
}
