package dev.cellvisor.qtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The command line of a qtest client, taken apart: those of QEMU's options that such clients pass for arm/virt.
 *
 * @param machine {@code "virt"} or {@code "none"}
 * @param memoryMiB RAM
 * @param qtestPath the socket for text commands
 * @param qtestLog where they are logged, or {@code null}
 * @param monitorPath the socket for QMP, or {@code null}
 * @param legacy whether virtio-mmio is Version 1
 * @param schema8 whether the client knows QMP as it is since QEMU 8: those pass {@code -audio} (since 8.2). A client refuses an answer with
 *         a member that its own schema has not, and one without a member that it has, so it must be told apart
 * @param devices in the order given; each has its {@code driver}
 * @param drives by id
 * @param netdevs by id; each has its {@code type}
 * @param chardevs by id; each has its {@code type}
 */
record CommandLine(String machine, int memoryMiB, String qtestPath, String qtestLog, String monitorPath, boolean legacy, boolean schema8,
        List<Map<String, String>> devices, Map<String, Map<String, String>> drives, Map<String, Map<String, String>> netdevs,
        Map<String, Map<String, String>> chardevs) {

    static final int DEFAULT_MEMORY_MIB = 512;

    /** Options with a value that mean nothing here. */
    private static final Set<String> IGNORED = Set.of("display", "cpu", "smp", "serial", "monitor", "name", "trace", "run-with", "vga", "nic", "parallel");
    /** Who executes instructions, which nobody does here. */
    private static final Set<String> ACCELERATORS = Set.of("qtest", "tcg");
    /** What may be said of a machine, and means nothing here. */
    private static final Set<String> MACHINE_FIELDS = Set.of("type", "accel", "gic-version", "usb", "graphics");
    /** What may be said of a drive; what is neither the file nor how it is opened means nothing here. */
    private static final Set<String> DRIVE_FIELDS = Set.of("if", "id", "file", "format", "readonly", "auto-read-only", "cache", "aio", "discard", "media", "werror", "rerror");
    /** Options without a value that mean nothing here. */
    private static final Set<String> FLAGS = Set.of("S", "nodefaults", "nographic", "no-user-config", "no-reboot", "no-shutdown");

    /**
     * Takes words apart.
     *
     * @throws IllegalArgumentException naming the word that is not understood
     */
    static CommandLine parse(List<String> words) {
        String machine = "virt";
        int memory = DEFAULT_MEMORY_MIB;
        String qtest = null;
        String log = null;
        String monitor = null;
        boolean legacy = true;
        boolean schema8 = false;
        List<Map<String, String>> devices = new ArrayList<>();
        Map<String, Map<String, String>> drives = new LinkedHashMap<>();
        Map<String, Map<String, String>> netdevs = new LinkedHashMap<>();
        Map<String, Map<String, String>> chardevs = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String option = word.startsWith("--") ? word.substring(2) : word.startsWith("-") ? word.substring(1) : null;
            if (option == null) {
                throw new IllegalArgumentException("'" + word + "' is no option; qtest takes those of QEMU's that its device tests pass for arm/virt");
            }
            if (FLAGS.contains(option)) {
                continue;
            }
            if (++i == words.size()) {
                throw new IllegalArgumentException(word + " needs a value");
            }
            String value = words.get(i);
            switch (option) {
                case "machine", "M" -> machine = machine(known(word, fields(value, "type"), MACHINE_FIELDS));
                case "accel" -> accelerator(fields(value, "accel").getOrDefault("accel", ""));
                case "m" -> memory = megabytes(fields(value, "size").get("size"));
                case "qtest" -> qtest = unixPath(value);
                case "qtest-log" -> log = value.equals("none") || value.equals("/dev/null") ? null : value;
                case "chardev" -> put(chardevs, fields(value, "type"), word);
                case "mon" -> monitor = fields(value, "chardev").get("chardev");
                case "global" -> legacy = global(value, legacy);
                case "audio" -> schema8 = true;
                case "device" -> devices.add(device(fields(value, "driver"), devices));
                case "drive" -> put(drives, drive(known(word, fields(value, "file"), DRIVE_FIELDS)), word);
                case "netdev" -> put(netdevs, fields(value, "type"), word);
                default -> {
                    if (!IGNORED.contains(option)) {
                        throw new IllegalArgumentException("the option " + word + " is not known here");
                    }
                }
            }
        }
        if (qtest == null) {
            throw new IllegalArgumentException("-qtest unix:PATH is missing: the socket of the client, to connect to");
        }
        String monitorPath = null;
        if (monitor != null) {
            Map<String, String> chardev = chardevs.get(monitor);
            if (chardev == null || !"socket".equals(chardev.get("type")) || chardev.get("path") == null) {
                throw new IllegalArgumentException("-mon chardev=" + monitor + ": there is no -chardev socket,path=…,id=" + monitor);
            }
            monitorPath = chardev.get("path");
        }
        return new CommandLine(machine, memory, qtest, log, monitorPath, legacy, schema8, devices, drives, netdevs, chardevs);
    }

    private static Map<String, String> known(String option, Map<String, String> fields, Set<String> names) {
        for (String name : fields.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("%s …,%s=%s: '%s' is not known here".formatted(option, name, fields.get(name), name));
            }
        }
        return fields;
    }

    private static void accelerator(String name) {
        if (!ACCELERATORS.contains(name)) {
            throw new IllegalArgumentException("-accel " + name + ": qtest and tcg are known here, and nothing executes instructions");
        }
    }

    private static Map<String, String> drive(Map<String, String> fields) {
        if (!fields.getOrDefault("if", "none").equals("none")) {
            throw new IllegalArgumentException("-drive if=" + fields.get("if") + ": only if=none is known here, with a -device for it");
        }
        if (!fields.getOrDefault("format", "raw").equals("raw")) {
            throw new IllegalArgumentException("-drive format=" + fields.get("format") + ": only raw is known here");
        }
        return fields;
    }

    private static Map<String, String> device(Map<String, String> fields, List<Map<String, String>> before) {
        String id = fields.get("id");
        if (id != null && before.stream().anyMatch(other -> id.equals(other.get("id")))) {
            throw new IllegalArgumentException("Duplicate device ID '" + id + "'");
        }
        return fields;
    }

    private static String machine(Map<String, String> fields) {
        String name = fields.getOrDefault("type", "");
        accelerator(fields.getOrDefault("accel", "qtest"));
        if (!name.equals("virt") && !name.equals("none") && !name.startsWith("virt-")) {
            throw new IllegalArgumentException("there is no machine '" + name + "'; virt and none there are");
        }
        return name.equals("none") ? name : "virt";
    }

    private static int megabytes(String size) {
        try {
            long factor = size.endsWith("G") ? 1024 : 1;
            return Math.toIntExact(Long.parseLong(size.replaceAll("[MG]$", "")) * factor);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("-m " + size + ": it takes MiB, or a number with M or G");
        }
    }

    private static String unixPath(String value) {
        if (!value.startsWith("unix:")) {
            throw new IllegalArgumentException("-qtest " + value + ": it takes unix:PATH");
        }
        return fields(value.substring(5), "path").get("path");
    }

    private static boolean global(String value, boolean before) {
        return switch (value.replace(" ", "")) {
            case "virtio-mmio.force-legacy=false", "virtio-mmio.force-legacy=off" -> false;
            case "virtio-mmio.force-legacy=true", "virtio-mmio.force-legacy=on" -> true;
            default -> throw new IllegalArgumentException("-global " + value + ": only virtio-mmio.force-legacy is known here");
        };
    }

    private static void put(Map<String, Map<String, String>> byId, Map<String, String> fields, String option) {
        String id = fields.get("id");
        if (id == null) {
            throw new IllegalArgumentException(option + " " + fields + " has no id");
        }
        byId.put(id, fields);
    }

    /** {@code first,name=value,…}; two commas stand for one in a value. */
    static Map<String, String> fields(String value, String first) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : value.split("(?<!,),(?!,)")) {
            String plain = part.replace(",,", ",");
            int equals = plain.indexOf('=');
            if (equals >= 0) {
                fields.put(plain.substring(0, equals), plain.substring(equals + 1));
            } else if (!plain.isEmpty()) {
                fields.put(fields.isEmpty() ? first : plain, fields.isEmpty() ? plain : "on");
            }
        }
        return fields;
    }
}
