package dev.cellvisor.vm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * When {@link Vm#runUntil} is done, and how long it may take. Conditions are made by the methods here (or those of
 * {@code Cells}), joined by {@link #or}, and limited:
 *
 * <pre>{@code vm.runUntil(console("# ").or(powerOff()).limit(2_000_000_000L).seconds(60));}</pre>
 */
public final class Condition {
    /** How many instructions a run may take if nothing else is said. */
    public static final long DEFAULT_LIMIT = 20_000_000_000L;
    /** How many seconds of the host's time it may take if nothing else is said. */
    public static final double DEFAULT_SECONDS = 300;

    private final List<Stop> stops;
    private final long limitInstructions;
    private final double limitSeconds;

    /** One way of being done. */
    sealed interface Stop {
        /** The console shows a text. */
        record Text(String text) implements Stop {
            @Override
            public String toString() {
                return "console(\"" + text.replace("\n", "\\n").replace("\r", "\\r") + "\")";
            }
        }

        /** A line of the console, up to what is there of it, has a match. */
        record Regex(Pattern pattern) implements Stop {
            @Override
            public String toString() {
                return "consoleMatches(\"" + pattern + "\")";
            }
        }

        /** A listener for the console's bytes says so. */
        record Bytes(IntPredicate done, String name) implements Stop {
            @Override
            public String toString() {
                return name;
            }
        }

        /** The instruction at a virtual address is next. */
        record Pc(long va) implements Stop {
            @Override
            public String toString() {
                return "pc(0x%x)".formatted(va);
            }
        }

        /** The instruction at a symbol is next. */
        record Symbol(String name) implements Stop {
            @Override
            public String toString() {
                return "pc(\"" + name + "\")";
            }
        }

        /** The kernel has moved itself. */
        record Moved() implements Stop {
            @Override
            public String toString() {
                return "symbolsMoved()";
            }
        }

        /** So many instructions were retired. */
        record Count(long instructions) implements Stop {
            @Override
            public String toString() {
                return "instructions(" + instructions + ")";
            }
        }

        /** So much of the guest's time went by. */
        record Time(Duration time) implements Stop {
            @Override
            public String toString() {
                return "time(" + time + ")";
            }
        }

        /** A fact of a kind was told to the trace, or one about a device. */
        record Happened(String kindOrDevice) implements Stop {
            @Override
            public String toString() {
                return "exit(\"" + kindOrDevice + "\")";
            }
        }

        /** Something holds. */
        record Holds(String what, BooleanSupplier holds) implements Stop {
            @Override
            public String toString() {
                return "when(\"" + what + "\")";
            }
        }

        /** The host side of a device has what is waited for. */
        record Host(BooleanSupplier done, String name) implements Stop {
            @Override
            public String toString() {
                return name;
            }
        }

        /** A CPU read from memory. */
        record Read(long address, int sizeBytes) implements Stop {
            @Override
            public String toString() {
                return "read(0x%x, %d)".formatted(address, sizeBytes);
            }
        }

        /** Somebody wrote to memory. */
        record Written(long address, int sizeBytes) implements Stop {
            @Override
            public String toString() {
                return "written(0x%x, %d)".formatted(address, sizeBytes);
            }
        }

        /** The guest switched the machine off. */
        record PowerOff() implements Stop {
            @Override
            public String toString() {
                return "powerOff()";
            }
        }

        /** Every CPU waits and nothing is due. */
        record Idle() implements Stop {
            @Override
            public String toString() {
                return "idle()";
            }
        }
    }

    private Condition(List<Stop> stops, long limitInstructions, double limitSeconds) {
        this.stops = List.copyOf(stops);
        this.limitInstructions = limitInstructions;
        this.limitSeconds = limitSeconds;
    }

    private static Condition of(Stop stop) {
        return new Condition(List.of(stop), DEFAULT_LIMIT, DEFAULT_SECONDS);
    }

    /** Done when a listener for the console's bytes says so; {@code name} is for messages. */
    static Condition onByte(IntPredicate done, String name) {
        return of(new Stop.Bytes(done, name));
    }

    /** Done when something of a device's host side holds, looked at whenever that changes; {@code name} is for messages. */
    static Condition host(BooleanSupplier done, String name) {
        return of(new Stop.Host(done, name));
    }

    /** No condition but the limits. */
    static Condition never() {
        return new Condition(List.of(), DEFAULT_LIMIT, DEFAULT_SECONDS);
    }

    /** Done when the guest has written this text to the console since the run began; bytes as they come, in UTF-8. */
    public static Condition console(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("console(\"\") would be done at once; give the text to wait for");
        }
        return of(new Stop.Text(text));
    }

    /**
     * Done when a line that the guest writes has a match, as soon as enough of the line is there. Of a line that is longer, the
     * last 1000 characters are looked at.
     */
    public static Condition consoleMatches(String regex) {
        return of(new Stop.Regex(Pattern.compile(regex)));
    }

    /** Done when the instruction at a virtual address is next; it is not executed yet. */
    public static Condition pc(long va) {
        return of(new Stop.Pc(va));
    }

    /** Done when the instruction at a symbol is next, wherever the kernel has moved itself to. */
    public static Condition pc(String symbol) {
        return of(new Stop.Symbol(symbol));
    }

    /**
     * Done when the kernel has moved itself, so that {@link Vm#symbols()} has other addresses than at the start of the run. It is looked at every 500 instructions during the first
     * four million, and seldom after them.
     */
    public static Condition symbolsMoved() {
        return of(new Stop.Moved());
    }

    /** Done when so many more instructions were retired. */
    public static Condition instructions(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("instructions(" + count + "): the count must be 0 or more");
        }
        return of(new Stop.Count(count));
    }

    /** Done when so much more of the guest's time went by. */
    public static Condition time(Duration time) {
        return of(new Stop.Time(time));
    }

    /**
     * Done when something happened, right after the instruction that did it.
     *
     * @param kindOrDevice the kind of a fact ({@code "mmio"}, {@code "psci"}, {@code "stray"}, …), a device's name
     *         ({@code "pl011"}: any access to it), or device and register ({@code "pl011.UARTDR"})
     */
    public static Condition exit(String kindOrDevice) {
        return of(new Stop.Happened(kindOrDevice));
    }

    /**
     * Done when something holds. It is looked at at the start and then every 100,000 instructions, and whenever every CPU waits, so that the
     * run ends at the same instruction on every host if what holds depends on the guest only.
     *
     * @param what for messages, e.g. {@code "the balloon is inflated"}
     */
    public static Condition when(String what, BooleanSupplier holds) {
        return of(new Stop.Holds(what, holds));
    }

    /** As {@link #when(String, BooleanSupplier)}, which see: a lambda comes here, and a VM that {@linkplain VmBuilder#keepRuns keeps its runs} can tell what it is. */
    public static Condition when(String what, Question holds) {
        return of(new Stop.Holds(what, holds));
    }

    /** What may hold. A lambda of this type has a name and captured values that can be read. */
    @FunctionalInterface
    public interface Question extends BooleanSupplier, java.io.Serializable {
    }

    /**
     * Done when a CPU has read some bytes of RAM (other than as an instruction or a translation table), or anybody registers of a device, right after the instruction
     * that did it.
     *
     * @param address guest-physical
     */
    public static Condition read(long address, int sizeBytes) {
        return of(new Stop.Read(address, sizeBytes));
    }

    /**
     * Done when a CPU or a device has written to some bytes of RAM, or anybody to registers of a device, right after the instruction that did it.
     *
     * @param address guest-physical
     */
    public static Condition written(long address, int sizeBytes) {
        return of(new Stop.Written(address, sizeBytes));
    }

    /** Done when the guest has switched the machine off. */
    public static Condition powerOff() {
        return of(new Stop.PowerOff());
    }

    /** Done when every CPU waits and no event is due: the guest waits for input. */
    public static Condition idle() {
        return of(new Stop.Idle());
    }

    /** Done when either is; the smaller limits hold. */
    public Condition or(Condition other) {
        List<Stop> both = new ArrayList<>(stops);
        both.addAll(other.stops);
        return new Condition(both, Math.min(limitInstructions, other.limitInstructions), Math.min(limitSeconds, other.limitSeconds));
    }

    /** The same with at most so many instructions. */
    public Condition limit(long instructions) {
        if (instructions < 0) {
            throw new IllegalArgumentException("limit(" + instructions + "): the limit must be 0 or more instructions");
        }
        return new Condition(stops, instructions, limitSeconds);
    }

    /** The same with at most so many seconds of the host's time. */
    public Condition seconds(double seconds) {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("seconds(" + seconds + "): the limit must be more than 0 seconds");
        }
        return new Condition(stops, limitInstructions, seconds);
    }

    /** The same with the addresses of symbols in place of their names. */
    Condition withSymbolsAt(ToLongFunction<String> addresses) {
        return new Condition(stops.stream().map(stop -> stop instanceof Stop.Symbol(String symbol) ? new Stop.Pc(addresses.applyAsLong(symbol)) : stop).toList(),
                limitInstructions, limitSeconds);
    }

    List<Stop> stops() {
        return stops;
    }

    long limitInstructions() {
        return limitInstructions;
    }

    double limitSeconds() {
        return limitSeconds;
    }

    @Override
    public String toString() {
        return stops.isEmpty() ? "the end" : stops.stream().map(Stop::toString).collect(Collectors.joining(" or "));
    }
}
