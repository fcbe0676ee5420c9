package dev.cellvisor.view;

import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.memory.MemorySlot;
import dev.cellvisor.memory.MmioDevice;
import dev.cellvisor.memory.MmioRegion;
import dev.cellvisor.view.Svg.Stroke;
import dev.cellvisor.virtio.transport.VirtioMmio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An address map: who answers at which address, from 0 downwards. Heights are not to scale; gaps are drawn as gaps. */
final class MapPicture {
    private static final double X = 96;
    private static final double WIDTH = 430;

    private MapPicture() {
    }

    /** Something that answers, or a run of like things. */
    private record Part(long address, long end, String name, String what, boolean ram, boolean empty) {
    }

    static View of(MemoryMap map) {
        List<Part> parts = parts(map);
        Table table = new Table("address map").left("from").left("to").right("size").left("who answers").left("");
        for (Part part : parts) {
            table.row(Markup.address(part.address), Markup.address(part.end - 1), Markup.size(part.end - part.address), part.name, part.what);
        }
        return View.of(draw(parts), table.text());
    }

    private static List<Part> parts(MemoryMap map) {
        List<Part> parts = new ArrayList<>();
        for (MemorySlot slot : map.memory().slots()) {
            parts.add(new Part(slot.address(), slot.end(), slot.name(), "RAM", true, false));
        }
        int empty = 0;
        for (MmioRegion region : map.regions()) {
            MmioDevice device = region.device();
            boolean emptySlot = device instanceof VirtioMmio slot && slot.device() == null;
            Part last = parts.isEmpty() ? null : parts.getLast();
            if (emptySlot && last != null && last.empty && last.end == region.address()) {
                empty++;
                parts.set(parts.size() - 1, new Part(last.address, region.end(), empty + " virtio-mmio slots", "empty", false, true));
            } else if (emptySlot) {
                empty = 1;
                parts.add(new Part(region.address(), region.end(), "virtio-mmio slot", "empty", false, true));
            } else {
                parts.add(new Part(region.address(), region.end(), device.name(), what(device), false, false));
            }
        }
        parts.sort(Comparator.comparingLong(Part::address));
        return parts;
    }

    private static String what(MmioDevice device) {
        if (device instanceof VirtioMmio slot) {
            return "virtio-mmio, SPI " + (slot.intid() - 32);
        }
        return device.exits() == MmioDevice.Exits.IN_KERNEL ? "interrupt controller" : "device";
    }

    private static Svg draw(List<Part> parts) {
        var svg = new Svg("address map: " + String.join(", ", parts.stream().map(part -> part.name + " at " + Markup.address(part.address)).toList()));
        double y = 0;
        long at = 0;
        for (Part part : parts) {
            if (part.address > at) {
                svg.line(X, y, X, y + 22, Stroke.DASHED).line(X + WIDTH, y, X + WIDTH, y + 22, Stroke.DASHED);
                svg.text(X + WIDTH / 2, y + 15, Rich.empty().faint("nobody · " + about(part.address - at)), 11, Svg.Anchor.MIDDLE);
                y += 22;
            }
            double height = part.ram ? 54 : 26;
            svg.box(X, y, WIDTH, height, part.ram ? "#dbe7ff" : part.empty ? "#fff" : "#eef1f5", part.empty ? Stroke.DASHED : Stroke.SOLID);
            double middle = y + height / 2 + 4;
            svg.text(X + 10, middle, (part.empty ? Rich.of(part.name) : Rich.empty().bold(part.name)).faint("  " + part.what), Svg.FONT, Svg.Anchor.START);
            svg.text(X + WIDTH - 10, middle, Rich.of(about(part.end - part.address)), Svg.FONT, Svg.Anchor.END);
            svg.text(X - 12, y + (part.ram ? 14 : 17), Rich.of(Markup.address(part.address)), Svg.FONT, Svg.Anchor.END);
            if (part.ram) {
                svg.text(X - 12, y + height - 4, Rich.empty().faint(Markup.address(part.end - 1)), Svg.FONT, Svg.Anchor.END);
            }
            y += height;
            at = part.end;
        }
        return svg.reach(X + WIDTH + 20, y);
    }

    private static String about(long sizeBytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
        int unit = 0;
        double size = sizeBytes;
        while (unit < units.length - 1 && size >= 1024) {
            size /= 1024;
            unit++;
        }
        return Svg.number(size) + " " + units[unit];
    }
}
