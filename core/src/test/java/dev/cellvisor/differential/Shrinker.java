package dev.cellvisor.differential;

import dev.cellvisor.differential.EncodingTable.Encoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a failing run small: first fewer instructions, then fewer registers that are not 0. All candidates of a round share one start of the machines. */
final class Shrinker {
    private final Machine theirs;
    private final Machine ours;
    private final EncodingTable table;
    private String signature;

    Shrinker(Machine theirs, Machine ours, EncodingTable table) {
        this.theirs = theirs;
        this.ours = ours;
        this.table = table;
    }

    /** @param first what the run left behind on the one machine, and {@code second} on the other */
    Difference shrink(Batch batch, int index, Output first, Output second) {
        Run run = batch.run(index);
        Setting setting = batch.setting;
        byte[] window = batch.window;
        int[] code = run.code();
        Input input = run.input();
        signature = first.signature(second);
        if (failing(setting, window, List.of(new Run(code, input, 0))).isEmpty()) {
            return new Difference(setting, window, run, batch.address(index), first, second, culprit(code),
                    "(not shrunk: alone and at another address it does not differ)");
        }
        code = fewerWords(setting, window, code, input);
        input = fewerRegisters(setting, window, code, input);
        Batch last = execute(setting, window, List.of(new Run(code, input, 0)));
        return new Difference(setting, window, last.run(0), last.address(0), last.output(theirs, 0), last.output(ours, 0), culprit(code), "");
    }

    private int[] fewerWords(Setting setting, byte[] window, int[] start, Input input) {
        int[] code = start;
        while (true) {
            List<int[]> candidates = new ArrayList<>();
            for (int size = code.length / 2; size > 0; size /= 2) {
                for (int at = 0; at < code.length; at += size) {
                    int[] candidate = code.clone();
                    Arrays.fill(candidate, at, Math.min(code.length, at + size), CodeBuilder.NOP);
                    keepReturnAddresses(candidate, code);
                    if (!Arrays.equals(candidate, code)) {
                        candidates.add(candidate);
                    }
                }
            }
            if (!controlFlow(code)) {
                int[] compact = Arrays.stream(code).filter(word -> word != CodeBuilder.NOP).toArray();
                if (compact.length < code.length && compact.length > 0) {
                    candidates.addFirst(compact);
                }
            }
            if (candidates.isEmpty()) {
                return code;
            }
            List<Integer> failing = failing(setting, window, candidates.stream().map(candidate -> new Run(candidate, input, 0)).toList());
            if (failing.isEmpty()) {
                return code;
            }
            code = candidates.get(failing.getFirst());
        }
    }

    /** An ERET without the two words before it, which say where to go on, would run the block again for ever; WFI without its three would wait. */
    private static void keepReturnAddresses(int[] candidate, int[] code) {
        for (int i = 2; i < code.length; i++) {
            if (candidate[i] == CodeBuilder.ERET) {
                candidate[i - 1] = code[i - 1];
                candidate[i - 2] = code[i - 2];
            } else if (candidate[i] == SystemWords.WFI && i > 2) {
                System.arraycopy(code, i - 3, candidate, i - 3, 3);
            }
        }
    }

    private Input fewerRegisters(Setting setting, byte[] window, int[] code, Input start) {
        Input input = start;
        for (int group : new int[] {128, 16, 4, 1}) {
            boolean progress = true;
            while (progress) {
                progress = false;
                List<Run> candidates = new ArrayList<>();
                for (int at = 0; at < input.words.length; at += group) {
                    Input candidate = input.copy();
                    Arrays.fill(candidate.words, at, Math.min(at + group, candidate.words.length), 0);
                    if (!Arrays.equals(candidate.words, input.words)) {
                        candidates.add(new Run(code, candidate, 0));
                    }
                }
                if (candidates.isEmpty()) {
                    return input;
                }
                List<Integer> failing = failing(setting, window, candidates);
                if (!failing.isEmpty()) {
                    // All that may go alone, together; if that is too much, the first of them.
                    Input together = input.copy();
                    for (int i : failing) {
                        for (int word = 0; word < together.words.length; word++) {
                            together.words[word] &= candidates.get(i).input().words[word] == 0 ? 0 : -1;
                        }
                    }
                    boolean all = !failing(setting, window, List.of(new Run(code, together, 0))).isEmpty();
                    input = all ? together : candidates.get(failing.getFirst()).input();
                    progress = true;
                }
            }
        }
        return input;
    }

    private static boolean controlFlow(int[] code) {
        for (int word : code) {
            switch (Kind.of(word)) {
                case BRANCH14, BRANCH19, BRANCH26, BRANCH_REGISTER, LITERAL:
                    return true;
                default:
            }
        }
        return false;
    }

    private Batch execute(Setting setting, byte[] window, List<Run> runs) {
        var batch = new Batch(setting, window);
        runs.forEach(batch::add);
        batch.execute(theirs);
        batch.execute(ours);
        return batch;
    }

    /** Those that differ in the same way as the first did, so that one mistake is not shrunk into another. */
    private List<Integer> failing(Setting setting, byte[] window, List<Run> runs) {
        Batch batch = execute(setting, window, runs);
        return batch.differences(theirs, ours).stream()
                .filter(i -> signature.equals(batch.output(theirs, i).signature(batch.output(ours, i)))).toList();
    }

    private String culprit(int[] code) {
        for (int i = code.length - 1; i >= 0; i--) {
            if (code[i] != CodeBuilder.NOP) {
                Encoding encoding = table.decode(code[i]);
                return encoding == null ? "%08x (Undefined in our table)".formatted(code[i]) : encoding.name();
            }
        }
        return "nothing";
    }
}
