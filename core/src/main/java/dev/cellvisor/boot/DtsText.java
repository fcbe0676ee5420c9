package dev.cellvisor.boot;

import java.util.HexFormat;
import java.util.StringJoiner;

/** Device tree source text, in dtc's manner: texts where a value looks like texts, else cells, else bytes. */
final class DtsText {
    private DtsText() {
    }

    static String of(DeviceTree.Node node) {
        var out = new StringBuilder();
        if (node.name().isEmpty()) {
            out.append("/dts-v1/;\n\n");
        }
        append(node, 0, out);
        return out.toString();
    }

    private static void append(DeviceTree.Node node, int depth, StringBuilder out) {
        String indent = "\t".repeat(depth);
        out.append(indent).append(node.name().isEmpty() ? "/" : node.name()).append(" {\n");
        for (String property : node.properties()) {
            byte[] value = node.bytes(property);
            out.append(indent).append('\t').append(property).append(value.length == 0 ? "" : " = " + value(value)).append(";\n");
        }
        for (DeviceTree.Node child : node.children()) {
            out.append('\n');
            append(child, depth + 1, out);
        }
        out.append(indent).append("};\n");
    }

    private static String value(byte[] value) {
        if (looksLikeTexts(value)) {
            var texts = new StringJoiner("\", \"", "\"", "\"");
            Fdt.toTexts(value).forEach(text -> texts.add(text.replace("\\", "\\\\").replace("\"", "\\\"")));
            return texts.toString();
        }
        if (value.length % 4 == 0) {
            var cells = new StringJoiner(" ", "<", ">");
            for (int cell : Fdt.toCells(value)) {
                cells.add("0x%02x".formatted(cell));
            }
            return cells.toString();
        }
        return "[" + HexFormat.ofDelimiter(" ").formatHex(value) + "]";
    }

    private static boolean looksLikeTexts(byte[] value) {
        if (value[value.length - 1] != 0 || value[0] == 0) {
            return false;
        }
        for (int i = 0; i < value.length; i++) {
            boolean printable = value[i] >= ' ' && value[i] < 0x7f;
            boolean end = value[i] == 0 && value[i - 1] != 0;
            if (!printable && !end) {
                return false;
            }
        }
        return true;
    }
}
