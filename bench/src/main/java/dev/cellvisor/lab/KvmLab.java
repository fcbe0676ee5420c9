package dev.cellvisor.lab;

import dev.cellvisor.images.ImageException;
import dev.cellvisor.images.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./cellvisor kvm-lab NAME}: the KVM checks of an architecture, in a machine that has it. */
public final class KvmLab {
    private static final List<Lab> LABS = List.of(Lab.ARM64, Lab.AMD64);
    private static final int LIMIT_SECONDS = 600;

    private KvmLab() {
    }

    /**
     * Runs a lab.
     *
     * @param arguments the lab's name; {@code --log=FILE} for the whole serial console; {@code --verbose} shows it; other words are pieces of
     *         the names of the checks that are wanted
     * @return an exit status: 0 if every check passed or was skipped
     */
    public static int run(String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean verbose = words.remove("--verbose");
        String log = words.stream().filter(word -> word.startsWith("--log=")).findFirst().orElse(null);
        words.remove(log);
        String name = words.isEmpty() ? "" : words.removeFirst();
        Lab lab = LABS.stream().filter(known -> known.name().equals(name)).findFirst().orElse(null);
        if (lab == null) {
            System.err.println("cellvisor: there is no lab '" + name + "'; there is " + String.join(", ", LABS.stream().map(Lab::name).toList()));
            return 2;
        }
        try (LabMachine machine = LabMachine.prepare(lab, words, Progress.lines(System.err))) {
            LabReport report = machine.run(LIMIT_SECONDS, line -> show(line, verbose));
            if (log != null) {
                Files.writeString(Path.of(log.substring("--log=".length())), report.log());
            }
            if (!report.finished()) {
                System.err.println("cellvisor: the lab did not come to its end; its last lines:\n" + report.lastLines(20));
            }
            System.out.println(report);
            return report.good() ? 0 : 1;
        } catch (IOException | ImageException e) {
            System.err.println("cellvisor: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void show(String line, boolean verbose) {
        int at = line.indexOf(Lab.MARK);
        if (verbose) {
            System.out.println(line);
        } else if (at >= 0 && !line.startsWith("begin ", at + Lab.MARK.length())) {
            System.out.println(line.substring(at + Lab.MARK.length()));
        }
    }
}
