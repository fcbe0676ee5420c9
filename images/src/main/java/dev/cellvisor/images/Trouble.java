package dev.cellvisor.images;

import java.io.IOException;
import java.util.Locale;

/** Telling the host's troubles apart, which Java reports as text only. */
final class Trouble {
    private Trouble() {}

    static boolean noRoom(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left") || message.contains("disk quota exceeded") || message.contains("not enough space");
    }
}
