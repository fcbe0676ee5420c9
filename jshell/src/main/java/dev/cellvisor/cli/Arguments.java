package dev.cellvisor.cli;

import dev.cellvisor.state.ByteSize;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A command's arguments, taken apart. */
final class Arguments {
    private final Map<String, String> values = new HashMap<>();
    private String file;

    /**
     * Takes a well-formed command line apart without loading anything else; a boot should not wait for its options.
     *
     * @return {@code null} if anything is unusual: then picocli is to look at it, and to explain it
     */
    static Arguments quick(Command command, List<String> words) {
        var arguments = new Arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            Option option = command.option(equals < 0 ? word : word.substring(0, equals));
            if (option != null) {
                boolean again = arguments.values.containsKey(option.name());
                boolean valueNext = !option.isFlag() && equals < 0;
                if (again || option.isFlag() && equals >= 0 || valueNext && i + 1 == words.size()) {
                    return null;
                }
                arguments.set(option.name(), option.isFlag() ? "" : equals >= 0 ? word.substring(equals + 1) : words.get(++i));
            } else if (word.startsWith("-") || command.file() == null || arguments.file != null) {
                return null;
            } else {
                arguments.file = word;
            }
        }
        return command.fileRequired() && arguments.file == null ? null : arguments;
    }

    void set(String option, String value) {
        values.put(option, value);
    }

    void file(String newFile) {
        file = newFile;
    }

    boolean has(String option) {
        return values.containsKey(option);
    }

    String get(String option, String otherwise) {
        return values.getOrDefault(option, otherwise);
    }

    Path path(String option) {
        return has(option) ? Path.of(values.get(option)) : null;
    }

    /** The positional argument, or {@code null}. */
    String file() {
        return file;
    }

    /** A number from a range, in decimal or with 0x. */
    long number(String option, long otherwise, long least, long most) {
        if (!has(option)) {
            return otherwise;
        }
        String text = values.get(option);
        try {
            long number = Long.decode(text.replace("_", ""));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new UsageException("%s %s: it takes a number %s".formatted(option, text,
                most == Long.MAX_VALUE ? "from " + least + " up" : "from " + least + " to " + most));
    }

    /** A size in bytes: a number with K, M or G, or a number of MiB. */
    long size(String option, long otherwise) {
        if (!has(option)) {
            return otherwise;
        }
        String text = values.get(option);
        try {
            long size = ByteSize.parse(text);
            if (size > 0) {
                return size;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new UsageException("%s %s: it takes a size such as 512M, 2G or 65536K".formatted(option, text));
    }
}
