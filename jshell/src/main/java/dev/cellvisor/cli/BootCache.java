package dev.cellvisor.cli;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.state.StateException;
import dev.cellvisor.vm.KeptFolder;
import dev.cellvisor.vm.Snapshot;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Boots that were paid for once: snapshots of guests that have just come to their first prompt, each under the SHA-256 of all that it follows from, in the folder that runs are kept in too.
 * Nothing in here is needed by anybody: who finds no entry, or a damaged one, boots.
 */
record BootCache(KeptFolder folder) {

    /** Those of this machine; see {@link KeptFolder#own}. */
    static BootCache own() {
        try {
            return new BootCache(KeptFolder.own());
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** The boot of a key, as a new VM; {@code null} if there is none. One that is damaged is dropped, which is said. */
    Vm find(String key, String name, Engine engine) {
        try {
            Snapshot snapshot = folder.find(key, KeptFolder.BOOT);
            return snapshot == null ? null : snapshot.fork(name, engine);
        } catch (StateException | UnsupportedOperationException | IllegalArgumentException e) {
            System.err.println("cellvisor: a kept boot is dropped: " + e.getMessage());
            KeptFolder.delete(folder.file(key, KeptFolder.BOOT));
            return null;
        } catch (UncheckedIOException e) {
            return null; // not for us to read
        }
    }

    /** Keeps a boot, and drops those that were not used for longest if all are too large. What was written is read again before it counts. */
    void keep(String key, Snapshot snapshot) {
        try {
            folder.keep(key, KeptFolder.BOOT, snapshot);
        } catch (StateException | IOException | UnsupportedOperationException e) {
            System.err.println("cellvisor: this boot cannot be kept: " + e.getMessage());
        }
    }
}
