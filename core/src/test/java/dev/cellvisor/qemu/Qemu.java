package dev.cellvisor.qemu;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** QEMU's virt machine as a second opinion. Tests that need it are skipped, and say so, where it is not installed. */
final class Qemu {
    static final String BINARY = "qemu-system-aarch64";

    private Qemu() {
    }

    /** Skips the test that calls it unless QEMU is there. */
    static void assumeInstalled() {
        boolean found = false;
        for (String directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            found |= new File(directory, BINARY).canExecute();
        }
        Assumptions.assumeTrue(found, BINARY + " is not installed (Debian: qemu-system-arm), so there is nothing to compare with");
    }

    /** Starts a virt machine with a GICv3 and CPUs that have 5 bits of priority; time stands still while it is stopped. */
    static Process start(int cpus, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(BINARY, "-M", "virt,gic-version=3,its=off", "-cpu", "cortex-a57", "-smp", Integer.toString(cpus),
                "-m", "64", "-display", "none", "-monitor", "none", "-nodefaults", "-rtc", "base=2026-01-01T00:00:00,clock=vm"));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
