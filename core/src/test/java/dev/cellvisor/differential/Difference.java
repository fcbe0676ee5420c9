package dev.cellvisor.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * A run whose outputs differ.
 *
 * @param culprit name of the encoding that is most likely guilty: the last one of the smallest case
 */
record Difference(Setting setting, byte[] window, Run run, long codeAddress, Output theirs, Output ours, String culprit, String note) {

    /** Everything that is needed to look into it. */
    String report() {
        var text = new StringBuilder();
        text.append("difference: ").append(culprit).append("  ").append(note).append('\n');
        text.append("  ").append(setting).append(", code at 0x").append(Long.toHexString(codeAddress)).append('\n');
        List<String> texts = Objdump.texts(run.code(), codeAddress);
        for (int i = 0; i < run.code().length; i++) {
            text.append("    %08x  %s%n".formatted(run.code()[i], texts.get(i)));
        }
        text.append("  inputs that matter:\n");
        List<String> inputs = new ArrayList<>();
        for (int offset = 0; offset < Layout.V + 512; offset += 8) {
            long value = run.input().get(offset);
            if (value != 0) {
                inputs.add("%s=%x".formatted(Output.name(offset), value));
            }
        }
        text.append("    ").append(String.join(" ", inputs)).append('\n');
        text.append("  qemu / ours:\n");
        theirs.differences(ours).stream().limit(12).forEach(line -> text.append("    ").append(line).append('\n'));
        return text.toString();
    }
}
