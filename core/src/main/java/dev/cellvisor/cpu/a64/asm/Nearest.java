package dev.cellvisor.cpu.a64.asm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which of the known names somebody may have meant. */
final class Nearest {

    private Nearest() {
    }

    /** {@code ; nearest are a, b, c}, or nothing if none is near. */
    static String hint(String name, Iterable<String> known) {
        record Near(String name, int distance) {
        }
        List<Near> near = new ArrayList<>();
        for (String other : known) {
            int distance = distance(name, other);
            if (distance <= Math.max(1, name.length() / 3)) {
                near.add(new Near(other, distance));
            }
        }
        near.sort(Comparator.comparingInt(Near::distance).thenComparing(Near::name));
        if (near.isEmpty()) {
            return "";
        }
        List<String> names = near.stream().limit(4).map(Near::name).toList();
        return "; nearest " + (names.size() == 1 ? "is " : "are ") + String.join(", ", names);
    }

    /** How many letters to insert, drop, change or swap with their neighbour. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                d[i][j] = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
