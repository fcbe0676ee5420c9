package dev.cellvisor.virtio.block;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** Someone who is told of each change of a disk, whoever makes it, before it is done. */
public interface DiskWatch {

    /** Nobody. */
    DiskWatch NONE = new DiskWatch() {
        @Override
        public void writing(long position, MemorySegment bytes) {
        }

        @Override
        public void changing(String what) {
        }
    };

    /** Bytes are about to be written. */
    void writing(long position, MemorySegment bytes);

    /** Something else is about to change, in words that {@link #repeat} understands, e.g. {@code "discard 0 4096"}. */
    void changing(String what);

    /** Changes a disk as it was told. */
    static void repeat(BlockBackend disk, String what, byte[] bytes) throws IOException {
        String[] words = what.split(" ");
        long first = words.length > 1 ? Long.parseLong(words[1]) : 0;
        switch (words[0]) {
            case "write" -> disk.write(first, bytes, 0, bytes.length);
            case "zeroes" -> disk.writeZeroes(first, Long.parseLong(words[2]), words.length > 3);
            case "discard" -> disk.discard(first, Long.parseLong(words[2]));
            case "erase" -> disk.erase(first, Long.parseLong(words[2]));
            case "size" -> disk.resize(first);
            case "flush" -> disk.flush();
            case "forget-changes" -> ((OverlayBackend) disk).discardChanges();
            case "power-cut" -> ((CachedBackend) disk).powerCut();
            case "age" -> ((WearBackend) disk).age(first);
            default -> throw new UnsupportedOperationException("a disk cannot do '%s' again".formatted(what));
        }
    }
}
