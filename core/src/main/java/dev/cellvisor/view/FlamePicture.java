package dev.cellvisor.view;

import dev.cellvisor.vm.Profile;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A profile as a flame graph: callers below, who they called above them, as wide as their share; in alphabetical order, so that two runs compare. */
final class FlamePicture {
    private static final double WIDTH = 900;
    private static final double ROW = 16;
    /** Narrower than this is not drawn. */
    private static final double LEAST = 1.5;
    private static final String[] FILLS = {"#f3d9a4", "#efc68b", "#f5e1bb", "#eab87f"};

    private FlamePicture() {
    }

    /** A function where it was called from, and what it called. */
    private static final class Frame {
        final Map<String, Frame> callees = new TreeMap<>();
        long count;

        /** How many bars stand on each other, if this one is so wide. */
        int depth(double width) {
            return 1 + callees.values().stream().filter(callee -> share(callee, width) >= LEAST).mapToInt(callee -> callee.depth(share(callee, width))).max().orElse(0);
        }

        double share(Frame callee, double width) {
            return width * callee.count / count;
        }
    }

    static View of(Profile profile) {
        if (profile.samples() == 0) {
            return View.text("no samples yet: run the VM");
        }
        return View.of(draw(profile), profile.toString());
    }

    private static Svg draw(Profile profile) {
        var root = new Frame();
        profile.stacks().forEach((stack, count) -> {
            root.count += count;
            Frame at = root;
            for (String name : stack.split(";")) {
                at = at.callees.computeIfAbsent(name, key -> new Frame());
                at.count += count;
            }
        });
        String title = String.format(Locale.ROOT, "%,d samples, one every %,d instructions", profile.samples(), profile.interval());
        var svg = new Svg("flame graph of " + title);
        int deepest = root.depth(WIDTH);
        svg.bold(0, 12, title);
        frame(svg, "all", root, 0, WIDTH, 20 + (deepest - 1) * ROW, 0);
        return svg;
    }

    private static void frame(Svg svg, String name, Frame frame, double x, double width, double y, int depth) {
        int fits = (int) ((width - 4) / (Svg.CHARACTER * 11 / Svg.FONT));
        String percent = String.format(Locale.ROOT, " %.1f %%", 100 * width / WIDTH);
        svg.box(x, y, width, ROW - 1, FILLS[Math.floorMod(name.hashCode() + depth, FILLS.length)], String.format(Locale.ROOT, "%s,%s, %,d samples", name, percent, frame.count));
        if (fits >= 3) {
            String label = name.length() + percent.length() <= fits ? name + percent : name.length() <= fits ? name : name.substring(0, fits - 1) + "…";
            svg.text(x + 2, y + 11, Rich.of(label), 11, Svg.Anchor.START);
        }
        double at = x;
        for (Map.Entry<String, Frame> callee : frame.callees.entrySet()) {
            double share = frame.share(callee.getValue(), width);
            if (share >= LEAST) {
                frame(svg, callee.getKey(), callee.getValue(), at, share, y - ROW, depth + 1);
            }
            at += share;
        }
    }
}
