package dev.cellvisor.cli;

/**
 * An option of a command, as data: the quick parser and picocli's help and error messages are both made of it.
 *
 * @param name with its dashes
 * @param value what the value is called in the help, or {@code null} for a flag
 * @param description one sentence
 */
record Option(String name, String value, String description) {

    static Option flag(String name, String description) {
        return new Option(name, null, description);
    }

    boolean isFlag() {
        return value == null;
    }
}
