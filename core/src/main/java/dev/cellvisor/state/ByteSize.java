package dev.cellvisor.state;

/** Sizes as people write them: a number with K, M or G, or a number of MiB. */
public final class ByteSize {
    private static final int MOST_DIGITS = 18;

    private ByteSize() {
    }

    /**
     * A size in bytes, 0 or more.
     *
     * @param text such as {@code 512M}, {@code 2g}, {@code 65536K} or {@code 512}
     * @throws IllegalArgumentException if it is none, or too large
     */
    public static long parse(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        int shift = switch (text.substring(digits)) {
            case "K", "k" -> 10;
            case "", "M", "m" -> 20;
            case "G", "g" -> 30;
            default -> -1;
        };
        if (digits > 0 && digits <= MOST_DIGITS && shift >= 0) {
            long number = Long.parseLong(text.substring(0, digits));
            if (number <= Long.MAX_VALUE >> shift) {
                return number << shift;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no size such as 512M, 2G or 65536K");
    }
}
