package dev.cellvisor.vm;

import dev.cellvisor.boot.BootException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A kernel or an initramfs.
 *
 * @param name what it is called
 * @param path where it was read from, absolute; {@code null} if it came as bytes
 * @param bytes what is in it
 */
record BootFile(String name, Path path, MemorySegment bytes) {

    static BootFile of(String name, byte[] bytes) {
        return new BootFile(name, null, MemorySegment.ofArray(bytes));
    }

    /** A file, mapped: what is not looked at is not read. */
    static BootFile map(String what, Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new BootFile(file.getFileName().toString(), file.toAbsolutePath(),
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()));
        } catch (IOException e) {
            throw unreadable(what, file, e);
        }
    }

    static byte[] read(String what, Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(what, file, e);
        }
    }

    BootFile named(String newName) {
        return new BootFile(newName, path, bytes);
    }

    byte[] toBytes() {
        return bytes.toArray(ValueLayout.JAVA_BYTE);
    }

    private static RuntimeException unreadable(String what, Path file, IOException e) {
        return e instanceof NoSuchFileException ? new BootException("the %s '%s' does not exist".formatted(what, file))
                : new BootException("the %s '%s' cannot be read: %s".formatted(what, file, e.getMessage()));
    }
}
