package dev.cellvisor.view;

import dev.cellvisor.boot.DeviceTree;
import java.util.regex.Pattern;

/** A device tree as its source text, with the nodes' names bold. */
final class DeviceTreeView {
    private static final Pattern NODE = Pattern.compile("(?m)^(\\s*)([^\\s{}=;][^{}=;\\n]*?) \\{$");

    private DeviceTreeView() {
    }

    static View of(DeviceTree tree) {
        String source = tree.toString().strip();
        String html = "<pre style=\"font:12.5px/1.4 " + Markup.MONOSPACE + ";margin:4px 0;padding:0;border:0;background:none\">"
                + NODE.matcher(Markup.escape(source)).replaceAll("$1<b>$2</b> {") + "</pre>";
        return new View(source, html, null);
    }
}
