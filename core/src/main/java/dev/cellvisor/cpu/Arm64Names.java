package dev.cellvisor.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The architectural names of an AArch64 CPU's general and vector registers, in lower case, whatever executes it. */
public final class Arm64Names {
    private static final Pattern GENERAL = Pattern.compile("([xw])(\\d{1,2})");
    private static final Pattern LANE = Pattern.compile("v(\\d{1,2})\\.([bhsd])\\[(\\d{1,2})]");
    private static final Pattern SCALAR = Pattern.compile("([bhsd])(\\d{1,2})");

    private Arm64Names() {
    }

    /**
     * A general register.
     *
     * @param number 0 to 30
     * @param mask its bits: all of them, or the low 32
     */
    public record General(int number, long mask) {
        /** The register of a name, or {@code null} if there is none. */
        public static General of(String name) {
            Matcher matcher = GENERAL.matcher(name);
            if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 30) {
                return null;
            }
            return new General(Integer.parseInt(matcher.group(2)), matcher.group(1).equals("x") ? -1 : 0xffff_ffffL);
        }
    }

    /**
     * A lane of a vector register.
     *
     * @param register 0 to 31
     * @param byteOffset where it begins, from 0 to 15
     * @param mask its bits, from bit 0
     * @param scalar whether it was named as a scalar register: writing that clears the rest of the vector
     */
    public record Lane(int register, int byteOffset, long mask, boolean scalar) {
        /** The lane of a name such as {@code v3.s[1]} or {@code d3}, or {@code null} if there is none. */
        public static Lane of(String name) {
            Matcher scalar = SCALAR.matcher(name);
            Matcher lane = LANE.matcher(name);
            boolean whole = scalar.matches();
            if (!whole && !lane.matches()) {
                return null;
            }
            int register = Integer.parseInt(whole ? scalar.group(2) : lane.group(1));
            int bytes = 1 << "bhsd".indexOf(whole ? scalar.group(1) : lane.group(2));
            int index = whole ? 0 : Integer.parseInt(lane.group(3));
            return register > 31 || index >= 16 / bytes ? null : new Lane(register, index * bytes, bytes == 8 ? -1 : (1L << 8 * bytes) - 1, whole);
        }

        /** The byte offset of the 64-bit half that it is in: 0 or 8. */
        public int half() {
            return byteOffset & 8;
        }

        /** Its place in that half, in bits. */
        public int shift() {
            return (byteOffset & 7) * 8;
        }
    }

    /** The names that all have, in the order that a reader expects. */
    public static List<String> common() {
        List<String> names = new ArrayList<>();
        for (int n = 0; n <= 30; n++) {
            names.add("x" + n);
        }
        names.addAll(List.of("sp", "pc", "pstate"));
        for (int n = 0; n <= 31; n++) {
            names.add("v" + n + ".d[0]");
            names.add("v" + n + ".d[1]");
        }
        return names;
    }
}
