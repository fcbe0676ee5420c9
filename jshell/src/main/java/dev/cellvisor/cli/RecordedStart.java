package dev.cellvisor.cli;

import java.util.List;

/**
 * What the run of which the JVM's ahead-of-time cache is made may not have needed, and later ones will: without it their first class that is not in the cache opens
 * jars. The launcher sets the property in that run.
 */
final class RecordedStart {
    private static final String PROPERTY = "cellvisor.recording";
    private static final String VM = "dev.cellvisor.vm.";
    private static final String CLI = "dev.cellvisor.cli.";

    /** On the way of {@code --timing}, and of a boot that is taken from the cache. */
    private static final List<String> CLASSES = List.of(CLI + "Timing", CLI + "Timing$Mark", "java.time.Instant", "java.time.InstantSource", "java.time.Clock", CLI + "KeptBoot",
            CLI + "BootCache", VM + "KeptFolder", VM + "OurProgram", VM + "Snapshot", VM + "SnapshotFile", VM + "SnapshotFile$States", VM + "MappedSnapshotFile",
            VM + "MappedSnapshotFile$Opened", VM + "ImageLoans", VM + "ImageLoans$OfSlot", VM + "SavedDevices", VM + "InputLogState", CLI + "Typing",
            "dev.cellvisor.state.StateJson", "dev.cellvisor.state.PlainJson", "dev.cellvisor.state.Sha256", "dev.cellvisor.memory.ImageFile",
            "dev.cellvisor.memory.PageLoan", "dev.cellvisor.memory.PageFile");

    private RecordedStart() {
    }

    /** Loads them, if this run is the one that is recorded. */
    static void loadOthers() {
        if (!Boolean.getBoolean(PROPERTY)) {
            return;
        }
        for (String name : CLASSES) {
            load(name);
        }
    }

    /** Loads and initialises one. */
    static void load(String name) {
        try {
            Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a class that is there cannot be found", e);
        }
    }

    /** All of them, for a test that they are there. */
    static List<String> classes() {
        return CLASSES;
    }
}
