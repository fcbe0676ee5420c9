package dev.cellvisor.notebook;

import dev.cellvisor.cli.Scripts;
import dev.cellvisor.state.Sha256;
import dev.cellvisor.vm.KeptFolder;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a notebook or script has come to: its VMs that were open at its end.
 *
 * @param machines by name
 */
record Outcome(List<Machine> machines) {

    /**
     * One VM.
     *
     * @param name its name
     * @param instructions its count
     * @param fingerprint {@link Vm#fingerprint}
     * @param inputs all that came in, one line each
     */
    record Machine(String name, long instructions, String fingerprint, String inputs) {
        String fileName() {
            return name.replaceAll("[^A-Za-z0-9._-]", "_") + "-" + Sha256.hex(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)).substring(0, 6) + ".txt";
        }
    }

    /**
     * Runs a notebook or script in this JVM, with every run of its VMs executed, and closes them.
     *
     * @throws IllegalStateException if a cell or snippet fails
     */
    static Outcome ofRun(Path script) throws IOException {
        Vm.open().forEach(Vm::close);
        if (script.toString().endsWith(".ipynb")) {
            NotebookRunner.Report report = new NotebookRunner(line -> { }).run(script, false);
            if (!report.passed()) {
                throw new IllegalStateException(script.getFileName() + " fails: " + report.failure());
            }
        } else if (KeptFolder.executing(() -> Scripts.run(script)) != 0) {
            throw new IllegalStateException(script.getFileName() + " fails");
        }
        List<Machine> machines = new ArrayList<>();
        for (Vm vm : Vm.open()) {
            if (vm.countsInstructions()) {
                machines.add(new Machine(vm.name(), vm.clock().instructions(), vm.fingerprint(), vm.inputs().complete()));
            }
            vm.close();
        }
        return new Outcome(List.copyOf(machines));
    }

    /** In what another one differs, in a sentence; empty if in nothing. */
    String difference(Outcome other) {
        if (!names().equals(other.names())) {
            return "its VMs are %s, and were %s".formatted(other.names(), names());
        }
        for (int i = 0; i < machines.size(); i++) {
            Machine was = machines.get(i);
            Machine is = other.machines.get(i);
            if (!was.inputs.equals(is.inputs)) {
                List<String> a = was.inputs.lines().toList();
                List<String> b = is.inputs.lines().toList();
                int at = 0;
                while (at < Math.min(a.size(), b.size()) && a.get(at).equals(b.get(at))) {
                    at++;
                }
                return "VM '%s' got as input %d: %s; it was %s".formatted(was.name, at, at < b.size() ? b.get(at) : "nothing", at < a.size() ? a.get(at) : "nothing");
            }
            if (was.instructions != is.instructions || !was.fingerprint.equals(is.fingerprint)) {
                return String.format(Locale.ROOT, "VM '%s' came to %s after %,d instructions; it was %s after %,d", was.name, is.fingerprint, is.instructions,
                        was.fingerprint, was.instructions);
            }
        }
        return "";
    }

    private List<String> names() {
        return machines.stream().map(Machine::name).toList();
    }
}
