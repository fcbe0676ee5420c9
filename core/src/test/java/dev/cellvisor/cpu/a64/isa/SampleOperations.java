package dev.cellvisor.cpu.a64.isa;

import dev.cellvisor.cpu.a64.model.CpuModel;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts which operations a boot executes, by looking at every 997th instruction, and writes the file by which {@link GenerateIsa} orders
 * the run loop. Arguments: kernel, initramfs.
 */
final class SampleOperations {
    private static final Path FILE = Path.of("core/src/test/java/dev/cellvisor/cpu/a64/isa/operation-frequency.txt");

    private SampleOperations() {
    }

    public static void main(String[] args) throws IOException {
        var decoder = new Decoder(CpuModel.CORTEX_A57.features());
        Map<String, Integer> counts = new HashMap<>();
        int samples = 0;
        try (Vm vm = Vm.builder("sample").build()) {
            vm.boot().kernel(Path.of(args[0])).initrd(Path.of(args[1])).append("console=ttyAMA0 earlycon cryptomgr.notests").prepare();
            while (!vm.console().has("/# ") && samples < 2_000_000) {
                vm.tryRunUntil(Condition.instructions(997));
                long ipa = vm.cpu(0).translate(vm.cpu(0).pc());
                if (ipa >= 0 && vm.memory().contains(ipa, 4)) {
                    int op = decoder.operation(vm.memory().readInt(ipa));
                    if (op >= Encodings.FIRST) {
                        counts.merge(EncodingTexts.NAME[op], 1, Integer::sum);
                        samples++;
                    }
                }
            }
        }
        List<String> lines = counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()
                .thenComparing(Map.Entry.comparingByKey())).map(entry -> entry.getKey() + " " + entry.getValue()).toList();
        Files.writeString(FILE, "# Operations of a boot of Debian's arm64 kernel to a shell, one in 997 looked at (SampleOperations); the most frequent first.\n"
                + String.join("\n", lines) + "\n");
        System.out.println(samples + " samples of " + counts.size() + " operations");
    }
}
