package dev.cellvisor.debug;

import dev.cellvisor.boot.ElfFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names of addresses in a guest's program, from an ELF file's symbol table or from the table that an arm64 Linux kernel
 * carries in itself ({@link Kallsyms}). A table is read once; {@link #movedBy} gives the same names at other addresses.
 */
public final class Symbols {
    private static final Symbols NONE = new Symbols(new Table(List.of()), 0);

    private final Table table;
    private final long slide;

    /**
     * A named address.
     *
     * @param name as the table has it
     * @param address where it is now
     */
    public record Symbol(String name, long address) {
        @Override
        public String toString() {
            return "%016x %s".formatted(address, name);
        }
    }

    private Symbols(Table table, long slide) {
        this.table = table;
        this.slide = slide;
    }

    /** No names at all. */
    public static Symbols none() {
        return NONE;
    }

    /** Names from a list; of several at one address the first one is shown. */
    public static Symbols of(List<Symbol> symbols) {
        return new Symbols(new Table(symbols), 0);
    }

    /** The names of an ELF file. */
    public static Symbols of(ElfFile elf) {
        return of(elf.symbols().stream().map(symbol -> new Symbol(symbol.name(), symbol.address())).toList());
    }

    /** The same names, each {@code bytes} higher than it was linked. */
    public Symbols movedBy(long bytes) {
        return bytes == slide ? this : new Symbols(table, bytes);
    }

    /** How many bytes higher they are than they were linked; see {@link #movedBy}. */
    public long moved() {
        return slide;
    }

    /** How many there are. */
    public int size() {
        return table.names.length;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return table.names.length == 0;
    }

    /** Whether there is a name. */
    public boolean has(String name) {
        return table.byName().containsKey(name);
    }

    /**
     * Where a name is now.
     *
     * @throws IllegalArgumentException if there is no such name, with the nearest ones
     */
    public long address(String name) {
        Integer index = table.byName().get(name);
        if (index == null) {
            throw new IllegalArgumentException(isEmpty() ? "no symbols are known, so there is no '" + name + "'; boot a kernel or load an ELF file first"
                    : "there is no symbol '" + name + "'; the nearest are " + table.nearest(name));
        }
        return table.addresses[index] + slide;
    }

    /** The symbol at or before an address, or {@code null} if the address is before all or far behind the last. */
    public Symbol at(long address) {
        int index = table.floor(address - slide);
        return index < 0 ? null : new Symbol(table.names[index], table.addresses[index] + slide);
    }

    /** An address as {@code name+0x1c}, or in hexadecimal if no name is near. */
    public String describe(long address) {
        Symbol symbol = at(address);
        if (symbol == null) {
            return "0x%x".formatted(address);
        }
        long offset = address - symbol.address;
        return offset == 0 ? symbol.name : symbol.name + "+0x" + Long.toHexString(offset);
    }

    /** The symbols whose name has a text in it, by address. */
    public List<Symbol> find(String part) {
        List<Symbol> found = new ArrayList<>();
        for (int i = 0; i < table.names.length; i++) {
            if (table.names[i].contains(part)) {
                found.add(new Symbol(table.names[i], table.addresses[i] + slide));
            }
        }
        return found;
    }

    /** All of them, by address. */
    public List<Symbol> all() {
        return find("");
    }

    @Override
    public String toString() {
        return isEmpty() ? "no symbols" : "%d symbols, 0x%x–0x%x".formatted(size(), table.addresses[0] + slide,
                table.addresses[table.addresses.length - 1] + slide);
    }

    /** The names at their linked addresses, sorted. */
    private static final class Table {
        /** How far behind the last symbol an address may be to be named after it. */
        private static final long LAST_SYMBOL_SIZE = 1 << 20;

        final String[] names;
        final long[] addresses;
        private Map<String, Integer> byName;

        Table(List<Symbol> symbols) {
            Symbol[] sorted = symbols.toArray(Symbol[]::new);
            Arrays.sort(sorted, (a, b) -> Long.compareUnsigned(a.address, b.address));
            names = new String[sorted.length];
            addresses = new long[sorted.length];
            for (int i = 0; i < sorted.length; i++) {
                names[i] = sorted[i].name;
                addresses[i] = sorted[i].address;
            }
        }

        synchronized Map<String, Integer> byName() {
            if (byName == null) {
                byName = new HashMap<>(names.length * 2);
                for (int i = 0; i < names.length; i++) {
                    byName.putIfAbsent(names[i], i);
                }
            }
            return byName;
        }

        int floor(long address) {
            int low = 0;
            int high = addresses.length - 1;
            while (low <= high) {
                int middle = low + high >>> 1;
                if (Long.compareUnsigned(addresses[middle], address) <= 0) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            if (high < 0 || high == addresses.length - 1 && Long.compareUnsigned(address - addresses[high], LAST_SYMBOL_SIZE) >= 0) {
                return -1;
            }
            while (high > 0 && addresses[high - 1] == addresses[high]) {
                high--;
            }
            return high;
        }

        List<String> nearest(String wanted) {
            return Arrays.stream(names).distinct().filter(name -> Math.abs(name.length() - wanted.length()) <= 3 || name.contains(wanted))
                    .sorted(Comparator.comparingInt((String name) -> distance(name, wanted))).limit(3).toList();
        }

        /** Levenshtein's distance; a name that contains the wanted one is near. */
        private static int distance(String a, String b) {
            if (a.contains(b)) {
                return (a.length() - b.length() + 3) / 4;
            }
            int[] row = new int[b.length() + 1];
            Arrays.setAll(row, i -> i);
            for (int i = 1; i <= a.length(); i++) {
                int diagonal = row[0];
                row[0] = i;
                for (int j = 1; j <= b.length(); j++) {
                    int above = row[j];
                    row[j] = Math.min(diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1), Math.min(above, row[j - 1]) + 1);
                    diagonal = above;
                }
            }
            return row[b.length()];
        }
    }
}
