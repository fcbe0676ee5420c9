package dev.cellvisor.vm;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs commands at a shell's prompt in the guest, and tells their output from echo and prompts. A command is typed as one
 * {@code eval} between two marks: bytes that the shell is told to print and that stand nowhere in what is typed, so that the
 * echo cannot be taken for them.
 */
final class GuestShell {
    /** Information separators of ASCII; no shell command prints them by accident. */
    private static final char BEGIN = '\035';
    private static final char END = '\036';
    private static final Pattern DONE = Pattern.compile(END + "(\\d+)" + END);
    /** A line editor may take only so many characters for one line (busybox: 1024). */
    private static final int LONGEST_PIECE = 400;

    private final Vm vm;

    GuestShell(Vm vm) {
        this.vm = vm;
    }

    ShellResult run(String commands, String prompt, Condition limits) {
        Console console = vm.console();
        if (!atPrompt(console, prompt)) {
            vm.runUntil(Condition.console(prompt).or(limits));
        }
        int start = console.size();
        long before = vm.clock().instructions();
        vm.type("printf '\\035';eval " + quote(commands) + ";printf '\\036%d\\036' $?\n");
        vm.runUntil(Condition.consoleMatches(DONE.pattern()).or(limits));
        String text = new String(console.bytesFrom(start), StandardCharsets.UTF_8);
        int begin = text.indexOf(BEGIN);
        Matcher done = DONE.matcher(text);
        if (begin < 0 || !done.find(begin)) {
            throw new IllegalStateException("the guest's answer to '%s' cannot be read; the console shows:\n%s".formatted(commands, console.textFrom(start)));
        }
        vm.runUntil(Condition.console(prompt).or(limits)); // so that the next command finds the shell reading
        String output = text.substring(begin + 1, done.start()).replace("\r\n", "\n");
        return new ShellResult(output, Integer.parseInt(done.group(1)), vm.clock().instructions() - before);
    }

    /** Whether the last thing on the console is the prompt; a line editor may have asked for the cursor's position behind it. */
    private static boolean atPrompt(Console console, String prompt) {
        return console.text().endsWith(prompt);
    }

    /**
     * A text in single quotes for a POSIX shell whose line editor is at work: control characters, which it would act on, as
     * printf's output; a long text in pieces on lines of their own, joined by a backslash at the line's end.
     */
    static String quote(String text) {
        var quoted = new StringBuilder("'");
        int piece = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted.append("'\\''");
            } else if (c < ' ' && c != '\n' || c == 0x7f) {
                quoted.append("'\"$(printf '\\%03o')\"'".formatted((int) c));
            } else {
                quoted.append(c);
            }
            piece = c == '\n' ? 0 : piece + 1;
            if (piece >= LONGEST_PIECE && !Character.isHighSurrogate(c)) {
                quoted.append("'\\\n'");
                piece = 0;
            }
        }
        return quoted.append('\'').toString();
    }
}
