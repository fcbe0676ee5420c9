package dev.cellvisor.vm;

import java.io.ByteArrayOutputStream;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/**
 * Runs commands at a shell's prompt in the guest, and tells their output from echo and prompts. A command is typed as one
 * {@code eval} between two marks: bytes that the shell is told to print and that stand nowhere in what is typed, so that the
 * echo cannot be taken for them. The end's mark has the status with it.
 */
final class GuestShell {
    /** Information separators of ASCII; no command prints them by accident. */
    private static final int BEGIN = 035;
    private static final int END = 036;
    /** A line editor may take only so many characters for one line (busybox: 1024). */
    private static final int LONGEST_PIECE = 400;
    /** Lines as Linux prints them, each with its time; the first stands behind the prompt, and the last may be on its way. */
    private static final Pattern KERNEL_MESSAGES = Pattern.compile("(\\[ *\\d+\\.\\d+] [^\n]*\n)*+(\\[ *\\d*(\\.\\d*(] ?[^\n]*)?)?)?");

    private final Vm vm;

    GuestShell(Vm vm) {
        this.vm = vm;
    }

    /**
     * @param output told each byte that the command prints, as it comes; nobody if {@code null}
     */
    ShellResult run(String commands, String prompt, Condition limits, IntConsumer output) {
        if (!atPrompt(vm.console().text(), prompt)) {
            vm.runUntil(within(limits, Condition.console(prompt)));
        }
        long before = vm.clock().instructions();
        vm.type("printf '\\035';eval " + quote(commands) + ";printf '\\036%d\\036' $?\n");
        var answer = new Answer(output);
        vm.runUntil(within(limits, Condition.onByte(answer::done, "the end of the command")));
        if (answer.status < 0) {
            return new ShellResult(answer.text(), -1, counted(before)); // ended by the caller's condition
        }
        vm.runUntil(within(limits, Condition.console(prompt))); // so that the next command finds the shell reading
        return new ShellResult(answer.text(), answer.status, counted(before));
    }

    private long counted(long before) {
        return vm.countsInstructions() ? vm.clock().instructions() - before : RunResult.NOT_COUNTED;
    }

    /** The caller's limits are the ones that hold, also where they are wider than those of a condition that nobody limited. */
    private static Condition within(Condition limits, Condition condition) {
        return condition.limit(limits.limitInstructions()).seconds(limits.limitSeconds()).or(limits);
    }

    /** Whether a console's text ends in the prompt; the kernel may have said something since, which the shell does not know of. */
    static boolean atPrompt(String text, String prompt) {
        int at = text.lastIndexOf(prompt);
        return at >= 0 && KERNEL_MESSAGES.matcher(text.substring(at + prompt.length())).matches();
    }

    /** Takes the console's bytes apart. */
    private static final class Answer {
        private final ByteArrayOutputStream text = new ByteArrayOutputStream();
        private final IntConsumer output;
        private final StringBuilder digits = new StringBuilder();
        private boolean begun;
        private boolean ending;
        private boolean carriageReturn;
        private int status = -1;

        Answer(IntConsumer output) {
            this.output = output;
        }

        /** Takes a byte; whether it was the last one. */
        boolean done(int value) {
            if (!begun) {
                begun = value == BEGIN;
            } else if (!ending) {
                ending = value == END;
                if (!ending) {
                    printed(value);
                }
            } else if (value == END && !digits.isEmpty()) {
                status = Integer.parseInt(digits.toString());
                return true;
            } else if (value >= '0' && value <= '9' && digits.length() < 4) {
                digits.append((char) value);
            } else { // the command printed the mark itself
                ending = value == END;
                put(END);
                digits.chars().forEach(this::put);
                digits.setLength(0);
                if (!ending) {
                    printed(value);
                }
            }
            return false;
        }

        /** The guest's terminal makes CR LF of each LF (termios ONLCR); this takes exactly that back. */
        private void printed(int value) {
            if (carriageReturn && value != '\n') {
                put('\r');
            }
            carriageReturn = value == '\r';
            if (!carriageReturn) {
                put(value);
            }
        }

        private void put(int value) {
            text.write(value);
            if (output != null) {
                output.accept(value);
            }
        }

        String text() {
            return text.toString(java.nio.charset.StandardCharsets.UTF_8);
        }
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
