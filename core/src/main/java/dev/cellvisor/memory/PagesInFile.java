package dev.cellvisor.memory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file in which pages of RAM stand, which must not be changed in place any more. */
public final class PagesInFile implements AutoCloseable {
    private final FileChannel channel;
    private final Descriptor descriptor;

    private PagesInFile(FileChannel channel, Descriptor descriptor) {
        this.channel = channel;
        this.descriptor = descriptor;
    }

    /**
     * Opens one.
     *
     * @throws IOException if it cannot be
     */
    public static PagesInFile open(Path path) throws IOException {
        Descriptor descriptor = Descriptor.open(path);
        if (descriptor != null) {
            try {
                return new PagesInFile(descriptor.channel(), descriptor); // by the descriptor, so that both are one file whatever is at the path now
            } catch (IOException e) {
                descriptor.close(); // the host has no /proc, or the file may not be written: the path says it better
            }
        }
        return new PagesInFile(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE), null);
    }

    /** The file, for reading and writing, as a private mapping asks; nothing is written. */
    public FileChannel channel() {
        return channel;
    }

    /** The same file, if it can be mapped at an address of one's choice; else {@code null}. */
    Descriptor descriptor() {
        return descriptor;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (descriptor != null) {
            descriptor.close();
        }
    }
}
