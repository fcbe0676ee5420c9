package dev.cellvisor.virtio.block;

import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A disk in a raw file of the host. A flush is fdatasync(2). Where Linux and the file system can punch holes, discards and zeroes give room
 * back; elsewhere zeroes are written. It does not erase for good: what the host's file system and drive keep of old blocks is theirs. The file's content is the host's, and not part of the saved state; for a run that leaves the
 * file alone and starts the same each time, put an {@link OverlayBackend} before a read-only one.
 */
public final class FileBackend implements BlockBackend {
    private final Path path;
    private final FileChannel channel;
    private final boolean readOnly;
    /** For holes; {@code null} where there are none. */
    private final LinuxFile holes;
    private long sizeBytes;

    private FileBackend(Path path, boolean readOnly) throws IOException {
        this.path = path;
        this.readOnly = readOnly;
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString(), null, "there is no such file; a disk is any file of whole sectors (512 bytes), and new MemoryBackend(bytes) wants none");
        }
        channel = readOnly ? FileChannel.open(path, StandardOpenOption.READ)
                : FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            sizeBytes = BlockBackend.checkSize(channel.size(), path.toString());
        } catch (IllegalArgumentException e) {
            channel.close();
            throw e;
        }
        holes = readOnly ? null : LinuxFile.open(path, sizeBytes);
    }

    /**
     * A file to read and write.
     *
     * @throws IOException if it cannot be opened
     * @throws IllegalArgumentException if its size is not a multiple of 512
     */
    public static FileBackend open(Path path) throws IOException {
        return new FileBackend(path, false);
    }

    /** A file to read only; see {@link #open}. */
    public static FileBackend openReadOnly(Path path) throws IOException {
        return new FileBackend(path, true);
    }

    @Override
    public long sizeBytes() {
        return sizeBytes;
    }

    @Override
    public boolean readOnly() {
        return readOnly;
    }

    @Override
    public void read(long position, byte[] target, int offset, int size) throws IOException {
        read(position, ByteBuffer.wrap(target, offset, size));
    }

    @Override
    public void read(long position, MemorySegment target) throws IOException {
        read(position, target.asByteBuffer());
    }

    private void read(long position, ByteBuffer buffer) throws IOException {
        for (long at = position; buffer.hasRemaining(); ) {
            int got = channel.read(buffer, at);
            if (got < 0) {
                throw new EOFException(path + " has become shorter than the disk of " + sizeBytes + " bytes");
            }
            at += got;
        }
    }

    @Override
    public void write(long position, byte[] source, int offset, int size) throws IOException {
        write(position, ByteBuffer.wrap(source, offset, size));
    }

    @Override
    public void write(long position, MemorySegment source) throws IOException {
        write(position, source.asByteBuffer());
    }

    private void write(long position, ByteBuffer buffer) throws IOException {
        for (long at = position; buffer.hasRemaining(); ) {
            at += channel.write(buffer, at);
        }
    }

    @Override
    public void writeZeroes(long position, long size, boolean mayUnmap) throws IOException {
        if (mayUnmap && unmaps() && size > 0) {
            holes.punchHole(position, size);
        } else {
            BlockBackend.super.writeZeroes(position, size, mayUnmap);
        }
    }

    @Override
    public boolean unmaps() {
        return holes != null;
    }

    @Override
    public boolean discards() {
        return holes != null;
    }

    @Override
    public void discard(long position, long size) throws IOException {
        if (discards() && size > 0) {
            holes.punchHole(position, size);
        }
    }

    @Override
    public void resize(long newSizeBytes) throws IOException {
        BlockBackend.checkSize(newSizeBytes, "the new size of " + path);
        if (readOnly) {
            throw new UnsupportedOperationException(path + " is read-only, and so keeps its size");
        }
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(newSizeBytes);
        }
        sizeBytes = newSizeBytes;
    }

    @Override
    public void flush() throws IOException {
        if (!readOnly) {
            channel.force(false);
        }
    }

    @Override
    public void close() throws IOException {
        if (holes != null) {
            holes.close();
        }
        channel.close();
    }

    @Override
    public FileBackend twin() {
        if (!readOnly) {
            throw new UnsupportedOperationException(path + " is written to, so two VMs cannot have it; put new OverlayBackend(FileBackend.openReadOnly(…)) in its place");
        }
        try {
            return openReadOnly(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public State options() {
        return SavedBackends.file(path, sizeBytes, readOnly);
    }

    @Override
    public State save() {
        return State.of("file-disk", 1).put("sizeBytes", sizeBytes).build();
    }

    @Override
    public void restore(State state) {
        long saved = state.expect("file-disk", 1).number("sizeBytes");
        if (saved != sizeBytes) {
            throw new StateException("asked to restore a disk file of " + sizeBytes + " bytes, found " + saved);
        }
    }

    @Override
    public String toString() {
        return path + (readOnly ? " (read-only)" : "");
    }
}
