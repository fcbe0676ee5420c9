package dev.cellvisor.bench;

import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Cold boot of the default image: process start to the shell prompt, and on to power-off; both of our engines and QEMU in turn. */
final class ColdBoot {

    private ColdBoot() {
    }

    static List<Row> run(int runs) throws Exception {
        Qemu.require();
        GuestImage image = Images.ensure(Images.DEFAULT, Progress.none());
        String prompt = image.manifest().recipe().prompt();
        Map<String, List<String>> commands = new LinkedHashMap<>();
        for (String engine : List.of("interpreter", "auto")) {
            commands.put(engine, Launcher.command("boot", "--no-cache", "--engine", engine));
        }
        commands.put("QEMU", Qemu.boot(image));
        Map<String, List<GuestProcess>> results = new LinkedHashMap<>();
        for (int i = 0; i <= runs; i++) {
            var line = new StringBuilder("cellvisor: run %d of %d, seconds to the prompt:".formatted(i, runs));
            for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                GuestProcess result = GuestProcess.run(command.getValue(), prompt, command.getKey().equals("QEMU") ? "poweroff -f\n" : "");
                line.append(" %s %.2f".formatted(command.getKey(), result.secondsToPrompt()));
                if (i > 0) { // the first of each warms the file cache
                    results.computeIfAbsent(command.getKey(), name -> new ArrayList<>()).add(result);
                }
            }
            System.err.println(line);
        }
        List<Row> rows = new ArrayList<>();
        for (String engine : List.of("interpreter", "auto")) {
            row(rows, engine + ", to prompt, wall s", results.get(engine), results.get("QEMU"), GuestProcess::secondsToPrompt);
            row(rows, engine + ", to power-off, wall s", results.get(engine), results.get("QEMU"), GuestProcess::seconds);
            row(rows, engine + ", to power-off, CPU s", results.get(engine), results.get("QEMU"), GuestProcess::cpuSeconds);
        }
        return rows;
    }

    private static void row(List<Row> rows, String name, List<GuestProcess> ours, List<GuestProcess> theirs, Function<GuestProcess, Double> figure) {
        rows.add(Row.of(name, ours.stream().map(figure).toList(), theirs.stream().map(figure).toList()));
    }
}
