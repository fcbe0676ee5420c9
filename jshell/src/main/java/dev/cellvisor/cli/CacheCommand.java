package dev.cellvisor.cli;

import dev.cellvisor.cpu.a64.hostcode.TranslationFolder;
import dev.cellvisor.state.StateException;
import dev.cellvisor.vm.KeptFolder;
import dev.cellvisor.vm.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** {@code cellvisor cache}: the boots, runs and translations that are kept. */
final class CacheCommand {
    static final Command COMMAND = new Command("cache", "Shows the boots, runs and translations that are kept, which need not be done again.",
            List.of(Option.flag("--clear", "Drops all of them."),
                    Option.flag("--verify", "Reads all of them and compares with what was written; drops those that are damaged.")),
            null, false, List.of("", "They lie beside the guest images. When they take more than 2 GiB, or what the", "environment's CELLVISOR_BOOTS says (4G), those unused for longest go."),
            CacheCommand::run);

    private CacheCommand() {
    }

    static int run(Arguments arguments) {
        return run(BootCache.own().folder(), TranslationFolder.own(), arguments);
    }

    static int run(KeptFolder folder, TranslationFolder translations, Arguments arguments) {
        try {
            if (arguments.has("--clear")) {
                System.out.println(folder.clear() + " kept boots and runs dropped");
                int files = translations.clear();
                if (files > 0) {
                    System.out.println(files + (files == 1 ? " file" : " files") + " of kept translations dropped");
                }
                return Command.OK;
            }
            int status = Command.OK;
            List<KeptFolder.Entry> entries = folder.entries();
            for (KeptFolder.Entry entry : entries.reversed()) {
                String verdict = "";
                if (arguments.has("--verify")) {
                    verdict = "  whole";
                    try {
                        Snapshot.verify(entry.file());
                    } catch (StateException e) {
                        verdict = "  dropped: " + e.getMessage();
                        KeptFolder.delete(entry.file());
                        status = Command.FAILED;
                    }
                }
                System.out.printf("%s  %d MiB  last used %s  %s%s%n", entry.file().getFileName().toString().substring(0, 12), entry.sizeBytes() >> 20,
                        entry.lastUse().truncatedTo(ChronoUnit.SECONDS), verdict.startsWith("  dropped") ? "" : entry.what(), verdict);
            }
            System.out.printf("%d kept boots and runs, %d MiB, in %s%n", entries.size(), entries.stream().mapToLong(KeptFolder.Entry::sizeBytes).sum() >> 20, folder.directory());
            List<TranslationFolder.Entry> code = translations.entries();
            for (TranslationFolder.Entry entry : code.reversed()) {
                System.out.printf("%s  %d MiB  last used %s  translations: %s%n", entry.file().getFileName().toString().substring(0, 12), entry.sizeBytes() >> 20,
                        entry.lastUse().truncatedTo(ChronoUnit.SECONDS), entry.what());
            }
            if (!code.isEmpty()) {
                System.out.printf("%d files of kept translations, %d MiB, in %s%n", code.size(), code.stream().mapToLong(TranslationFolder.Entry::sizeBytes).sum() >> 20,
                        translations.directory());
            }
            return status;
        } catch (IOException e) {
            throw new UncheckedIOException("the kept boots and runs cannot be read: " + e.getMessage(), e);
        }
    }
}
