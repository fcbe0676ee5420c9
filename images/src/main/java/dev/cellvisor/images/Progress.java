package dev.cellvisor.images;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Where a long piece of work says how far it is. The work only reports; whether that becomes lines, a bar or nothing is
 * the caller's choice. Calls come from the working thread, in order.
 */
public interface Progress {
    /**
     * A new part of the work begins.
     *
     * @param name what is being done, fit for showing: "Fetching linux-image-6.1.0-56-cloud-arm64"
     */
    void phase(String name);

    /**
     * The present part has come this far. May be called many times a second.
     *
     * @param done what is done, usually bytes; only its share of {@code total} matters
     * @param total what there is to do, in the same unit, or 0 when it is not known
     */
    void update(long done, long total);

    /** Says nothing. */
    static Progress none() {
        return new Progress() {
            @Override
            public void phase(String name) {}

            @Override
            public void update(long done, long total) {}
        };
    }

    /**
     * Plain lines, for logs: one when a part begins, and one more for each further quarter of it.
     *
     * @param out where the lines go; flushed after each
     */
    static Progress lines(PrintStream out) {
        return new Progress() {
            private String name = "";
            private long quarter;

            @Override
            public void phase(String name) {
                this.name = name;
                quarter = 0;
                out.println(name + " ...");
                out.flush();
            }

            @Override
            public void update(long done, long total) {
                long now = total <= 0 ? 0 : Math.clamp(4 * done / total, 0, 4);
                if (now > quarter) {
                    quarter = now;
                    out.println(name + " " + 25 * now + "%");
                    out.flush();
                }
            }
        };
    }

    /**
     * A bar redrawn in place, for terminals. Each part keeps one line of its own.
     *
     * @param out the terminal; ASCII, carriage return and line feed are all it must understand
     */
    static Progress bar(PrintStream out) {
        return new Progress() {
            private static final int WIDTH = 24;
            private String name = "";
            private String drawn = "";
            private boolean finished;

            @Override
            public void phase(String name) {
                if (!drawn.isEmpty() && !finished) {
                    out.println();
                }
                this.name = name;
                drawn = "";
                finished = false;
                draw(String.format(Locale.ROOT, "\r%s", name));
            }

            @Override
            public void update(long done, long total) {
                if (total > 0 && !finished) {
                    int percent = (int) Math.clamp(100 * done / total, 0, 100);
                    int full = percent * WIDTH / 100;
                    draw(String.format(Locale.ROOT, "\r%s [%s%s] %3d%%", name, "#".repeat(full), ".".repeat(WIDTH - full), percent));
                    if (done >= total) {
                        out.println();
                        finished = true;
                    }
                }
            }

            private void draw(String line) {
                if (!line.equals(drawn)) {
                    drawn = line;
                    out.print(line);
                    out.flush();
                }
            }
        };
    }
}
