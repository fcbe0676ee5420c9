package dev.cellvisor.vm;

import dev.cellvisor.state.Sha256;
import dev.cellvisor.state.StateException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4SafeDecompressor;
import net.jpountz.xxhash.XXHash32;
import net.jpountz.xxhash.XXHashFactory;

/**
 * Many bytes in a zip archive, in parts that are compressed each by itself, so that all of the host's processors work at them: entries {@code NAME/0.lz4},
 * {@code NAME/1.lz4} and so on, each a frame of LZ4 that its own tools read too. The same bytes give the same archive, however many processors there are.
 *
 * <p>Of the library only what is written in plain Java is used: nothing native is loaded.
 */
final class PackedParts {
    /** What a part holds, but for the last one: whole pages of RAM with their numbers, and no more than a block of LZ4. */
    static final int PART_BYTES = 255 * (8 + 4096);
    /** The oldest time that a zip archive can tell, in every entry: when something was saved is no part of it. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String SUFFIX = ".lz4";
    /** What cannot be compressed stands in a frame as it is. */
    private static final int MOST_FRAME_BYTES = PART_BYTES + 64;
    private static final int MOST_WORKERS = 16;
    /** Twice as many parts as workers: some MiB. */
    private static final int MOST_WAITING = 2 * MOST_WORKERS;
    private static final LZ4Compressor COMPRESSOR = LZ4Factory.safeInstance().fastCompressor();
    private static final LZ4SafeDecompressor DECOMPRESSOR = LZ4Factory.safeInstance().safeDecompressor();
    private static final XXHash32 HEADER_HASH = XXHashFactory.safeInstance().hash32();

    private PackedParts() {
    }

    /** An entry of an archive, without a time. */
    static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    /** The name of a part's entry; they count from 0. */
    static String entryName(String whole, int number) {
        return whole + "/" + number + SUFFIX;
    }

    /** The name of the whole of which an entry is a part; {@code null} if it is none. */
    static String wholeOf(String entryName) {
        int slash = entryName.lastIndexOf('/');
        return slash > 0 && entryName.endsWith(SUFFIX) ? entryName.substring(0, slash) : null;
    }

    /** All of an entry that is open; at once if it tells its size. */
    static byte[] read(ZipEntry entry, ZipInputStream zip) throws IOException {
        long size = entry.getSize();
        if (size < 0 || size > MOST_FRAME_BYTES) {
            return zip.readAllBytes();
        }
        byte[] bytes = new byte[(int) size];
        int count = zip.readNBytes(bytes, 0, bytes.length);
        if (count < bytes.length || zip.read() >= 0) {
            throw new ZipException("its entry '%s' has not the %d bytes that it tells of".formatted(entry.getName(), size));
        }
        return bytes;
    }

    /** Threads for parts, as many as the host has processors; to be closed. */
    static ExecutorService workers() {
        int count = Math.min(Runtime.getRuntime().availableProcessors(), MOST_WORKERS);
        return Executors.newFixedThreadPool(count, Thread.ofPlatform().daemon().name("snapshot-", 0).factory());
    }

    /** A part as it stands in the archive; {@code bytes} is whoever's again who gave it. */
    private record Packed(byte[] bytes, byte[] frame, long crc, String sha256) {
        static Packed of(byte[] bytes, int size) throws IOException {
            var out = new ByteArrayOutputStream(size / 2 + 64);
            try (var lz4 = new LZ4FrameOutputStream(out, LZ4FrameOutputStream.BLOCKSIZE.SIZE_1MB, size, COMPRESSOR, HEADER_HASH,
                    LZ4FrameOutputStream.FLG.Bits.BLOCK_INDEPENDENCE, LZ4FrameOutputStream.FLG.Bits.CONTENT_SIZE)) {
                lz4.write(bytes, 0, size);
            }
            byte[] frame = out.toByteArray();
            var crc = new CRC32();
            crc.update(frame);
            return new Packed(bytes, frame, crc.getValue(), Sha256.hex(frame));
        }
    }

    private static byte[] unpack(Path file, String entryName, byte[] frame) {
        try (var in = new LZ4FrameInputStream(new ByteArrayInputStream(frame), DECOMPRESSOR, HEADER_HASH)) {
            byte[] bytes = new byte[PART_BYTES];
            int size = in.readNBytes(bytes, 0, PART_BYTES);
            if (in.read() >= 0) {
                throw new IOException("it has more than %d bytes".formatted(PART_BYTES));
            }
            return size == PART_BYTES ? bytes : Arrays.copyOf(bytes, size);
        } catch (IOException | RuntimeException e) { // the library throws plain ones
            throw new StateException("%s is damaged: its entry '%s' is no part of a snapshot: %s".formatted(file, entryName, e.getMessage()));
        }
    }

    /** Results of work that is done by others, in the order in which it was given to them; no more of it waits at a time than keeps them busy. */
    static final class InOrder<T> {
        /** Someone who gets a result. */
        @FunctionalInterface
        interface Taker<T> {
            void take(T result) throws IOException;
        }

        private final ExecutorService workers;
        private final Taker<T> taker;
        private final ArrayDeque<Future<T>> waiting = new ArrayDeque<>();

        InOrder(ExecutorService workers, Taker<T> taker) {
            this.workers = workers;
            this.taker = taker;
        }

        void give(Callable<T> work) throws IOException {
            waiting.add(workers.submit(work));
            if (waiting.size() > MOST_WAITING) {
                takeFirst();
            }
        }

        /** Waits until all is done. */
        void finish() throws IOException {
            while (!waiting.isEmpty()) {
                takeFirst();
            }
        }

        private void takeFirst() throws IOException {
            try {
                taker.take(waiting.remove().get());
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case IOException io -> throw io;
                    case RuntimeException runtime -> throw runtime;
                    case Error error -> throw error;
                    default -> throw new IllegalStateException(e.getCause());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
    }

    /** Writes one whole; at its end the digest of each part is noted. What is empty has one empty part. */
    static final class Writer extends OutputStream {
        private final String name;
        private final InOrder<Packed> packed;
        /** Buffers that are done with. */
        private final ArrayDeque<byte[]> free = new ArrayDeque<>();
        private byte[] part = new byte[PART_BYTES];
        private int size;
        private int given;
        private int written;

        /** @param digests gets the SHA-256 of each entry */
        Writer(ZipOutputStream zip, String name, Map<String, String> digests, ExecutorService workers) {
            this.name = name;
            packed = new InOrder<>(workers, one -> {
                ZipEntry entry = entry(entryName(name, written++));
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(one.frame.length);
                entry.setCrc(one.crc);
                zip.putNextEntry(entry);
                zip.write(one.frame);
                zip.closeEntry();
                digests.put(entry.getName(), one.sha256);
                free.add(one.bytes);
            });
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            int done = 0;
            while (done < count) {
                if (size == PART_BYTES) {
                    give();
                }
                int some = Math.min(count - done, PART_BYTES - size);
                System.arraycopy(bytes, offset + done, part, size, some);
                size += some;
                done += some;
            }
        }

        private void give() throws IOException {
            byte[] full = part;
            int fullSize = size;
            packed.give(() -> Packed.of(full, fullSize));
            part = free.isEmpty() ? new byte[PART_BYTES] : free.remove();
            size = 0;
            given++;
        }

        @Override
        public void close() throws IOException {
            if (size > 0 || given == 0) {
                give();
            }
            packed.finish();
        }

        @Override
        public String toString() {
            return "parts of " + name;
        }
    }

    /** A part that was read. */
    record Part(String entryName, byte[] bytes, String sha256) {
        /** @throws StateException if it is none */
        static Part of(Path file, String entryName, byte[] frame) {
            return new Part(entryName, unpack(file, entryName, frame), Sha256.hex(frame));
        }

        /** The same for whoever has no use for the bytes any more. */
        Part withoutBytes() {
            return new Part(entryName, new byte[0], sha256);
        }
    }
}
