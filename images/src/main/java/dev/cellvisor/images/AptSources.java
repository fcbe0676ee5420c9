package dev.cellvisor.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of the host's apt sources that is Debian's own archive, as deb822 stanzas for an apt that wants another
 * architecture. Other vendors' archives are left out: they have nothing for a guest, often nothing for arm64, and must
 * not be able to stop an image from being built. Both of apt's formats are read (sources.list(5)).
 */
final class AptSources {
    /** Suites of one release: its name, with what is added to it by way of updates. */
    private static final String SUITE_ENDINGS = "(-updates|-security|/updates)?";
    private static final Pattern LINE = Pattern.compile("deb\\s+(?:\\[([^]]*)]\\s+)?(\\S+)\\s+(\\S+)\\s+(.+)");

    /** One stanza: its fields in order, names in lower case. */
    private record Stanza(Map<String, String> fields) {
        List<String> words(String field) {
            String value = fields.getOrDefault(field, "").trim();
            return value.isEmpty() ? List.of() : List.of(value.split("\\s+"));
        }
    }

    private AptSources() {}

    /**
     * Reads the sources below a directory such as {@code /etc/apt}.
     *
     * @param etcApt the directory with {@code sources.list} and {@code sources.list.d}
     * @param codename the host's release ({@code bookworm}), or an empty string if it is not known
     * @return the text of a {@code .sources} file; empty if no source is Debian's
     */
    static String debian(Path etcApt, String codename) throws IOException {
        List<Stanza> stanzas = new ArrayList<>();
        Path list = etcApt.resolve("sources.list");
        if (Files.isReadable(list)) {
            oneLine(Files.readString(list), stanzas);
        }
        Path parts = etcApt.resolve("sources.list.d");
        if (Files.isDirectory(parts)) {
            List<Path> files;
            try (Stream<Path> stream = Files.list(parts)) {
                files = stream.sorted().toList();
            }
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (Files.isReadable(file) && name.endsWith(".list")) {
                    oneLine(Files.readString(file), stanzas);
                } else if (Files.isReadable(file) && name.endsWith(".sources")) {
                    deb822(Files.readString(file), stanzas);
                }
            }
        }
        StringBuilder text = new StringBuilder();
        Set<String> seen = new LinkedHashSet<>();
        for (Stanza stanza : stanzas) {
            String kept = keep(stanza, codename);
            if (!kept.isEmpty() && seen.add(kept)) {
                text.append(kept).append('\n');
            }
        }
        return text.toString();
    }

    /** {@code deb [signed-by=KEY] URI SUITE COMPONENT...} */
    private static void oneLine(String text, List<Stanza> into) {
        for (String raw : text.lines().toList()) {
            Matcher m = LINE.matcher(raw.replaceFirst("#.*", "").trim());
            if (m.matches()) {
                Map<String, String> fields = new LinkedHashMap<>();
                fields.put("types", "deb");
                fields.put("uris", m.group(2));
                fields.put("suites", m.group(3));
                fields.put("components", m.group(4));
                if (m.group(1) != null) {
                    for (String option : m.group(1).trim().split("\\s+")) {
                        int equals = option.indexOf('=');
                        if (equals > 0) {
                            fields.put(option.substring(0, equals).toLowerCase(Locale.ROOT), option.substring(equals + 1).replace(',', ' '));
                        }
                    }
                }
                into.add(new Stanza(fields));
            }
        }
    }

    private static void deb822(String text, List<Stanza> into) {
        Map<String, String> fields = new LinkedHashMap<>();
        String last = null;
        for (String line : (text + "\n\n").lines().toList()) {
            if (line.startsWith("#")) {
                continue;
            }
            if (line.isBlank()) {
                if (!fields.isEmpty()) {
                    into.add(new Stanza(fields));
                    fields = new LinkedHashMap<>();
                    last = null;
                }
            } else if (Character.isWhitespace(line.charAt(0)) && last != null) {
                fields.merge(last, "\n" + line, String::concat); // an inline key block keeps its lines
            } else {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    last = line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
                    fields.put(last, line.substring(colon + 1).trim());
                }
            }
        }
    }

    /** The stanza without what is not Debian's main archive; empty if nothing is left. */
    private static String keep(Stanza stanza, String codename) {
        String names = codename.isEmpty() ? "[a-z]+" : Pattern.quote(codename) + "|stable|oldstable|testing|unstable|sid";
        Pattern suite = Pattern.compile("(" + names + ")" + SUITE_ENDINGS);
        boolean enabled = !stanza.fields().getOrDefault("enabled", "yes").equalsIgnoreCase("no");
        List<String> suites = stanza.words("suites").stream().filter(s -> suite.matcher(s).matches()).toList();
        // A mirror may be called anything, but it keeps Debian's directory names ("debian", "debian-security") or key.
        String signedBy = stanza.fields().getOrDefault("signed-by", "");
        boolean debianKey = signedBy.contains("debian-archive");
        List<String> uris = stanza.words("uris").stream()
                .filter(u -> debianKey || u.toLowerCase(Locale.ROOT).contains("debian")).toList();
        if (!enabled || !stanza.words("types").contains("deb") || !stanza.words("components").contains("main")
                || suites.isEmpty() || uris.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("Types: deb\nURIs: " + String.join(" ", uris) + "\nSuites: " + String.join(" ", suites)
                + "\nComponents: main\n");
        for (String field : List.of("Signed-By", "Trusted", "Check-Valid-Until", "Allow-Insecure")) {
            String value = stanza.fields().get(field.toLowerCase(Locale.ROOT));
            if (value != null) {
                text.append(field).append(": ").append(value).append('\n');
            }
        }
        return text.toString();
    }

    /**
     * The same archives with another release's suites: {@code bookworm-security} becomes {@code trixie-security}. Suites that are not named
     * after the host's release ({@code stable}, {@code sid}) are replaced as well. {@code sid} has no such side archives: they are left out.
     *
     * @param sources what {@link #debian} gave
     */
    static String inSuite(String sources, String codename, String suite) {
        boolean alone = suite.equals("sid") || suite.equals("unstable");
        return Arrays.stream(sources.split("\n\n")).map(stanza -> inSuite(stanza, codename, suite, alone)).filter(stanza -> !stanza.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String inSuite(String stanza, String codename, String suite, boolean alone) {
        StringBuilder text = new StringBuilder();
        for (String line : stanza.lines().toList()) {
            if (line.startsWith("Suites: ")) {
                Set<String> suites = new LinkedHashSet<>();
                for (String name : line.substring("Suites: ".length()).split(" ")) {
                    suites.add(name.replaceFirst("^(" + (codename.isEmpty() ? "[a-z]+" : Pattern.quote(codename) + "|stable|oldstable|testing|unstable|sid") + ")", suite));
                }
                suites.removeIf(name -> alone && !name.equals(suite));
                if (suites.isEmpty()) {
                    return "";
                }
                line = "Suites: " + String.join(" ", suites);
            }
            text.append(line).append('\n');
        }
        return text.toString();
    }

    /** The host's release name from {@code os-release}(5); empty if it has none. */
    static String codename(Path osRelease) throws IOException {
        if (!Files.isReadable(osRelease)) {
            return "";
        }
        return Files.readString(osRelease).lines().filter(l -> l.startsWith("VERSION_CODENAME="))
                .map(l -> l.substring(l.indexOf('=') + 1).replace("\"", "").trim()).findFirst().orElse("");
    }
}
