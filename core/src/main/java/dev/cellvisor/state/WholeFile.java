package dev.cellvisor.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/** Files that are there whole or not at all. */
public final class WholeFile {
    private WholeFile() {
    }

    /** Who writes a file's bytes. */
    @FunctionalInterface
    public interface Writer {
        void writeTo(FileChannel channel) throws IOException;
    }

    /**
     * Writes a file beside its place first, under a name of its own that ends in {@code .part}, and puts it there when it is whole and on the disk: whoever looks finds
     * the old file or the new one, also if this process is ended in the middle.
     *
     * @param attributes that it is made with, such as permissions
     */
    public static void put(Path path, Writer writer, FileAttribute<?>... attributes) throws IOException {
        Path target = path.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()) + ".part");
        try {
            try (FileChannel channel = FileChannel.open(part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
                writer.writeTo(channel);
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                // a part that stays is in nobody's way
            }
        }
    }
}
