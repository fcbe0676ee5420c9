package dev.cellvisor.images;

import dev.cellvisor.images.RootTree.Extent;
import dev.cellvisor.images.RootTree.Node;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Writes an ext4 file system, from nothing, without root and without mke2fs: files' bytes first, as they come, and the inodes, directories
 * and tables at the end. The same calls give the same bytes. The layout is that of Linux, Documentation/filesystems/ext4: blocks of 4 KiB,
 * inodes of 256 bytes, extents, no journal, no checksums; the file is sparse.
 */
final class Ext4Disk implements AutoCloseable {
    static final int BLOCK = 4096;
    /** What the size must be a multiple of: a block group. */
    static final long GROUP_BYTES = 128L << 20;

    private static final int GROUP_BLOCKS = 8 * BLOCK; // one bitmap block
    private static final int INODE_BYTES = 256;
    private static final int GROUP_INODES = 8192; // one inode for 16 KiB, as mke2fs has it
    private static final int TABLE_BLOCKS = GROUP_INODES * INODE_BYTES / BLOCK;
    private static final int DESCRIPTOR_BYTES = 32;
    private static final int ROOT_INODE = 2;
    private static final int FIRST_INODE = 11; // lost+found's
    private static final int INLINE_EXTENTS = 4;
    private static final int INLINE_LINK = 60;
    private static final int MOST_EXTENT_BLOCKS = 32768;
    private static final int SUPERBLOCK_AT = 1024;

    // Superblock features: compatible, incompatible, read-only compatible.
    private static final int EXT_ATTR = 0x8;
    private static final int DIR_INDEX = 0x20;
    private static final int FILETYPE = 0x2;
    private static final int EXTENTS = 0x40;
    private static final int SPARSE_SUPER = 0x1;
    private static final int LARGE_FILE = 0x2;
    private static final int DIR_NLINK = 0x20;
    private static final int EXTRA_ISIZE = 0x40;

    private static final int EXTENTS_FLAG = 0x80000; // of an inode
    private static final int EXTRA_BYTES = 32;
    private static final int MAX_NLINK = 65000;

    private final FileChannel channel;
    private final int groups;
    private final String label;
    private final long uuidHigh;
    private final long uuidLow;
    private final BitSet usedBlocks = new BitSet();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
    private final byte[] piece = new byte[1 << 16];
    private long next;

    /**
     * Begins a disk.
     *
     * @param file replaced if it is there
     * @param sizeBytes a multiple of {@link #GROUP_BYTES}
     * @param label the volume's name, at most 16 bytes
     * @param uuid of the volume: 16 bytes, made of what is in it
     */
    Ext4Disk(Path file, long sizeBytes, String label, byte[] uuid) throws IOException {
        if (sizeBytes <= 0 || sizeBytes % GROUP_BYTES != 0 || sizeBytes / GROUP_BYTES > BLOCK / DESCRIPTOR_BYTES) {
            throw new IllegalArgumentException("an ext4 disk of " + sizeBytes + " bytes; it must be 1 to 128 times " + GROUP_BYTES);
        }
        groups = (int) (sizeBytes / GROUP_BYTES);
        this.label = label;
        uuidHigh = ByteBuffer.wrap(uuid).getLong();
        uuidLow = ByteBuffer.wrap(uuid).getLong(8);
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        channel.write(ByteBuffer.allocate(1), sizeBytes - 1);
        next = firstData(0);
    }

    /**
     * Writes a file's bytes.
     *
     * @return where they went
     */
    List<Extent> content(InputStream in, long sizeBytes) throws IOException {
        List<Extent> extents = new ArrayList<>();
        long left = sizeBytes;
        while (left > 0) {
            if (next % GROUP_BLOCKS == 0) {
                next = firstData((int) (next / GROUP_BLOCKS));
            }
            long roomInGroup = GROUP_BLOCKS - next % GROUP_BLOCKS;
            int blocks = (int) Math.min(Math.min(roomInGroup, MOST_EXTENT_BLOCKS), (left + BLOCK - 1) / BLOCK);
            if (next / GROUP_BLOCKS >= groups) {
                throw new ImageException("The root file system does not fit into " + groups * (GROUP_BYTES >> 20) + " MiB; the recipe's diskBytes must be larger.");
            }
            extents.add(new Extent(next, blocks));
            copy(in, next * BLOCK, Math.min(left, (long) blocks * BLOCK));
            left -= (long) blocks * BLOCK;
            next += blocks;
        }
        if (extents.size() > INLINE_EXTENTS) {
            throw new ImageException("A file of " + sizeBytes + " bytes is larger than this writer of ext4 can lay down in four pieces.");
        }
        return List.copyOf(extents);
    }

    private void copy(InputStream in, long at, long size) throws IOException {
        long position = at;
        long left = size;
        while (left > 0) {
            buffer.clear();
            while (left > 0 && buffer.hasRemaining()) {
                int read = in.read(piece, 0, (int) Math.min(piece.length, Math.min(left, buffer.remaining())));
                if (read < 0) {
                    throw new IOException("a file ends before its size");
                }
                buffer.put(piece, 0, read);
                left -= read;
            }
            buffer.flip();
            while (buffer.hasRemaining()) {
                position += channel.write(buffer, position);
            }
        }
    }

    /**
     * Writes the names and inodes, and all the tables.
     *
     * @param timeSeconds what the superblock says of when it was made
     */
    void finish(RootTree tree, long timeSeconds) throws IOException {
        Node lost = new Node(RootTree.DIRECTORY | 0700, 0, 0, timeSeconds);
        tree.root().children.put("lost+found", lost);
        List<Node> inodes = new ArrayList<>();
        tree.root().inode = ROOT_INODE;
        lost.inode = FIRST_INODE;
        inodes.add(tree.root());
        inodes.add(lost);
        number(tree.root(), inodes);
        directories(tree.root(), tree.root());
        for (Node node : inodes) {
            if (node.type == RootTree.LINK && bytes(node.target).length >= INLINE_LINK) {
                byte[] target = bytes(node.target);
                node.extents = content(new java.io.ByteArrayInputStream(target), target.length);
            }
            for (Extent extent : node.extents) {
                usedBlocks.set((int) extent.firstBlock(), (int) extent.firstBlock() + extent.blocks());
            }
        }
        BitSet usedInodes = new BitSet();
        usedInodes.set(0, FIRST_INODE); // inodes 1 to 11
        int[] directoriesIn = new int[groups];
        for (Node node : inodes) {
            usedInodes.set(node.inode - 1);
            directoriesIn[(node.inode - 1) / GROUP_INODES] += node.isDirectory() ? 1 : 0;
            int group = (node.inode - 1) / GROUP_INODES;
            writeAt(firstMeta(group) + 2, (node.inode - 1) % GROUP_INODES * (long) INODE_BYTES, inode(node));
        }
        tables(usedInodes, directoriesIn, timeSeconds);
    }

    private void number(Node directory, List<Node> inodes) {
        for (Node child : directory.children.values()) {
            child.names++;
            if (child.inode == 0) {
                child.inode = FIRST_INODE + inodes.size() - 1;
                inodes.add(child);
                if (child.inode > groups * GROUP_INODES) {
                    throw new ImageException("The root file system has more files than a disk of this size has inodes.");
                }
            }
        }
        for (Node child : directory.children.values()) {
            if (child.isDirectory()) {
                number(child, inodes);
            }
        }
    }

    /** Directory entries, block by block: inode, length of the entry, length of the name, type, name. */
    private void directories(Node directory, Node parent) throws IOException {
        var blocks = new ByteArrayOutputStream();
        ByteBuffer block = little(BLOCK);
        int last = entry(block, 0, directory.inode, ".", directory);
        last = entry(block, last + 12, parent.inode, "..", parent);
        int subdirectories = 0;
        for (Map.Entry<String, Node> child : directory.children.entrySet()) {
            int at = last + size(block, last);
            if (at + rounded(bytes(child.getKey()).length) > BLOCK) {
                block.putShort(last + 4, (short) (BLOCK - last));
                blocks.writeBytes(block.array());
                block = little(BLOCK);
                at = 0;
            }
            last = entry(block, at, child.getValue().inode, child.getKey(), child.getValue());
            if (child.getValue().isDirectory()) {
                subdirectories++;
                directories(child.getValue(), directory);
            }
        }
        block.putShort(last + 4, (short) (BLOCK - last));
        blocks.writeBytes(block.array());
        directory.names = 2 + subdirectories;
        directory.sizeBytes = blocks.size();
        directory.extents = content(new java.io.ByteArrayInputStream(blocks.toByteArray()), blocks.size());
    }

    private static int entry(ByteBuffer block, int at, int inode, String name, Node node) {
        byte[] bytes = bytes(name);
        block.putInt(at, inode).putShort(at + 4, (short) rounded(bytes.length)).put(at + 6, (byte) bytes.length).put(at + 7, (byte) fileType(node.type));
        block.put(at + 8, bytes);
        return at;
    }

    private static int size(ByteBuffer block, int at) {
        return block.getShort(at + 4) & 0xffff;
    }

    private static int rounded(int name) {
        return 8 + name + 3 & ~3;
    }

    private static int fileType(int type) {
        return switch (type) {
            case RootTree.FILE -> 1;
            case RootTree.DIRECTORY -> 2;
            case RootTree.CHARACTER_DEVICE -> 3;
            case RootTree.BLOCK_DEVICE -> 4;
            case RootTree.FIFO -> 5;
            default -> 7;
        };
    }

    private ByteBuffer inode(Node node) {
        ByteBuffer b = little(INODE_BYTES);
        byte[] target = bytes(node.target);
        long size = node.type == RootTree.LINK ? target.length : node.sizeBytes;
        long blocks = node.extents.stream().mapToLong(Extent::blocks).sum();
        int time = (int) node.mtimeSeconds;
        int names = node.names >= MAX_NLINK ? 1 : node.names;
        b.putShort(0, (short) (node.type | node.permissions)).putShort(2, (short) node.owner).putInt(4, (int) size);
        b.putInt(8, time).putInt(12, time).putInt(16, time).putShort(24, (short) node.group).putShort(26, (short) names);
        b.putInt(28, (int) (blocks * (BLOCK / 512))).putInt(108, (int) (size >>> 32));
        b.putShort(120, (short) (node.owner >>> 16)).putShort(122, (short) (node.group >>> 16));
        b.putShort(128, (short) EXTRA_BYTES).putInt(144, time);
        boolean device = node.type == RootTree.CHARACTER_DEVICE || node.type == RootTree.BLOCK_DEVICE;
        if (device) {
            b.putInt(40 + 4, node.minor & 0xff | node.major << 8 | (node.minor & ~0xff) << 12); // Linux: new_encode_dev
        } else if (node.type == RootTree.LINK && target.length < INLINE_LINK) {
            b.put(40, target);
        } else if (node.type != RootTree.FIFO) {
            b.putInt(32, EXTENTS_FLAG);
            b.putShort(40, (short) 0xf30a).putShort(42, (short) node.extents.size()).putShort(44, (short) INLINE_EXTENTS);
            int at = 52;
            int logical = 0;
            for (Extent extent : node.extents) {
                b.putInt(at, logical).putShort(at + 4, (short) extent.blocks()).putInt(at + 8, (int) extent.firstBlock());
                logical += extent.blocks();
                at += 12;
            }
        }
        return b;
    }

    private void tables(BitSet usedInodes, int[] directoriesIn, long timeSeconds) throws IOException {
        for (int g = 0; g < groups; g++) {
            usedBlocks.set(g * GROUP_BLOCKS, (int) firstData(g));
        }
        ByteBuffer descriptors = little(BLOCK);
        for (int g = 0; g < groups; g++) {
            BitSet blocks = usedBlocks.get(g * GROUP_BLOCKS, (g + 1) * GROUP_BLOCKS);
            BitSet inodes = usedInodes.get(g * GROUP_INODES, (g + 1) * GROUP_INODES);
            writeAt(firstMeta(g), 0, little(BLOCK).put(0, blocks.toByteArray()));
            ByteBuffer inodeMap = little(BLOCK).put(0, inodes.toByteArray());
            for (int i = GROUP_INODES / 8; i < BLOCK; i++) {
                inodeMap.put(i, (byte) 0xff); // what is behind the last inode counts as used
            }
            writeAt(firstMeta(g) + 1, 0, inodeMap);
            int at = g * DESCRIPTOR_BYTES;
            descriptors.putInt(at, (int) firstMeta(g)).putInt(at + 4, (int) firstMeta(g) + 1).putInt(at + 8, (int) firstMeta(g) + 2);
            descriptors.putShort(at + 12, (short) (GROUP_BLOCKS - blocks.cardinality())).putShort(at + 14, (short) (GROUP_INODES - inodes.cardinality()));
            descriptors.putShort(at + 16, (short) directoriesIn[g]);
        }
        for (int g = 0; g < groups; g++) {
            if (hasSuperblock(g)) {
                long block = (long) g * GROUP_BLOCKS;
                writeAt(block, g == 0 ? SUPERBLOCK_AT : 0, superblock(g, usedInodes.cardinality(), timeSeconds));
                writeAt(block + 1, 0, descriptors);
            }
        }
    }

    private ByteBuffer superblock(int group, int inodesUsed, long timeSeconds) {
        int blocks = groups * GROUP_BLOCKS;
        int inodes = groups * GROUP_INODES;
        int time = (int) timeSeconds;
        ByteBuffer b = little(1024);
        b.putInt(0, inodes).putInt(4, blocks).putInt(12, blocks - usedBlocks.cardinality()).putInt(16, inodes - inodesUsed);
        b.putInt(24, 2).putInt(28, 2); // 1024 << 2
        b.putInt(32, GROUP_BLOCKS).putInt(36, GROUP_BLOCKS).putInt(40, GROUP_INODES);
        b.putInt(48, time).putShort(54, (short) -1).putShort(56, (short) 0xef53).putShort(58, (short) 1).putShort(60, (short) 1);
        b.putInt(64, time).putInt(76, 1).putInt(84, FIRST_INODE).putShort(88, (short) INODE_BYTES).putShort(90, (short) group);
        b.putInt(92, EXT_ATTR | DIR_INDEX).putInt(96, FILETYPE | EXTENTS).putInt(100, SPARSE_SUPER | LARGE_FILE | DIR_NLINK | EXTRA_ISIZE);
        b.order(ByteOrder.BIG_ENDIAN).putLong(104, uuidHigh).putLong(112, uuidLow).order(ByteOrder.LITTLE_ENDIAN);
        b.put(120, bytes(label));
        b.putLong(236, uuidLow).putLong(244, uuidHigh).put(252, (byte) 1); // the hash of directories: half MD4, seeded
        b.putInt(256, 0xc); // user_xattr, acl
        b.putInt(264, time).putShort(348, (short) EXTRA_BYTES).putShort(350, (short) EXTRA_BYTES).putInt(352, 1); // signed hash
        return b;
    }

    /** Copies of the superblock are in groups 0, 1 and the powers of 3, 5 and 7. */
    private static boolean hasSuperblock(int group) {
        if (group <= 1) {
            return true;
        }
        for (int base : new int[] {3, 5, 7}) {
            int power = base;
            while (power < group) {
                power *= base;
            }
            if (power == group) {
                return true;
            }
        }
        return false;
    }

    private static long firstMeta(int group) {
        return (long) group * GROUP_BLOCKS + (hasSuperblock(group) ? 2 : 0);
    }

    private static long firstData(int group) {
        return firstMeta(group) + 2 + TABLE_BLOCKS;
    }

    private void writeAt(long block, long offset, ByteBuffer bytes) throws IOException {
        ByteBuffer all = bytes.duplicate().position(0).limit(bytes.capacity());
        long at = block * BLOCK + offset;
        while (all.hasRemaining()) {
            at += channel.write(all, at);
        }
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
