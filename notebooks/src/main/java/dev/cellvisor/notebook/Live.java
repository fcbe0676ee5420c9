package dev.cellvisor.notebook;

import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import dev.cellvisor.view.Show;
import dev.cellvisor.view.View;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.RunResult;
import dev.cellvisor.vm.Vm;
import java.util.List;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;

/**
 * Long work in a cell, with a display that is replaced in place while it goes on. What stands there at the end tells nothing of the
 * host's time, so that running a notebook again gives the same output.
 */
public final class Live {
    private static final int EVERY_MILLIS = 300;
    private static final int CONSOLE_LINES = 8;

    private Live() {
    }

    /**
     * {@link Vm#runUntil} with the instruction count and the console's last lines shown while it runs.
     *
     * @throws dev.cellvisor.vm.RunLimitException as {@link Vm#runUntil}
     */
    public static RunResult runUntil(Vm vm, Condition condition) {
        return show(() -> running(vm), () -> vm.runUntil(condition), result -> ended(vm, result));
    }

    /** The guest image of this name, built first if need be; "minimal" is Debian's kernel with busybox. */
    public static GuestImage image(String name) {
        String[] now = {""};
        long[] part = {0, 0};
        var progress = new Progress() {
            @Override
            public void phase(String phase) {
                now[0] = phase;
                part[1] = 0;
            }

            @Override
            public void update(long done, long total) {
                part[0] = done;
                part[1] = total;
            }
        };
        return show(() -> View.text(now[0].isEmpty() ? "looking for image " + name + " …" : now[0] + (part[1] > 0 ? " " + 100 * part[0] / part[1] + " %" : " …")),
                () -> Images.ensure(name, progress),
                image -> View.text("image %s: %s".formatted(name, String.join(", ", image.manifest().packages().stream().map(p -> p.name() + " " + p.version()).toList()))));
    }

    /** The guest image that all chapters use. */
    public static GuestImage image() {
        return image(Images.DEFAULT);
    }

    /** Turns a result into what stands there at the end. */
    private interface End<T> {
        View of(T result);
    }

    private static <T> T show(Supplier<View> meanwhile, Supplier<T> work, End<T> end) {
        var timer = new Timer("live display", true);
        var shown = new Object() {
            private Show.Shown display;
            private boolean over;

            synchronized void put(View view, boolean last) {
                if (over) {
                    return;
                }
                over = last;
                if (display == null) {
                    display = Show.display(view);
                } else {
                    display.update(view);
                }
            }
        };
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                shown.put(meanwhile.get(), false);
            }
        }, EVERY_MILLIS, EVERY_MILLIS);
        try {
            T result = work.get();
            shown.put(end.of(result), true);
            return result;
        } finally {
            timer.cancel();
            shown.put(meanwhile.get(), true);
        }
    }

    private static View running(Vm vm) {
        return view(String.format(Locale.ROOT, "▶ running · %,d instructions", vm.clock().instructions()), vm);
    }

    private static View ended(Vm vm, RunResult result) {
        String why = result.toString();
        int after = why.indexOf(" after ");
        return view(String.format(Locale.ROOT, "■ %s · %,d instructions · %s of the guest's time", after < 0 ? why : why.substring(0, after),
                result.instructions(), result.guestTime()), vm);
    }

    private static View view(String head, Vm vm) {
        List<String> lines = vm.console().lastLines(CONSOLE_LINES).stream().map(line -> line.replaceAll("[\\p{Cntrl}&&[^\t]]", "")).toList();
        String text = head + (lines.isEmpty() ? "" : "\n" + String.join("\n", lines).stripTrailing());
        String html = "<div style=\"font:bold 13px sans-serif;margin:3px 0\">" + escape(head) + "</div>"
                + (lines.isEmpty() ? "" : "<pre style=\"font:12px/1.4 monospace;margin:2px 0;padding:4px 8px;border:0;border-left:3px solid rgba(128,138,150,.6);background:none\">"
                + escape(String.join("\n", lines).stripTrailing()) + "</pre>");
        return new View(text, html, null);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
