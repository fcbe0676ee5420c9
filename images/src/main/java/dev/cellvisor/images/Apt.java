package dev.cellvisor.images;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * apt's own clients, pointed at a private directory: other architecture, own lists, own cache, no dpkg status, and of
 * the host's settings only sources, keys, proxies and credentials. Nothing of the system's apt is written, and no root
 * is needed.
 */
final class Apt {
    /** Where the host's apt and its settings are. Tests put others in their place. */
    record Host(List<String> aptGet, List<String> aptCache, Path etcApt, Path osRelease) {
        static final Host SYSTEM = new Host(List.of("apt-get"), List.of("apt-cache"), Path.of("/etc/apt"), Path.of("/etc/os-release"));
    }

    /**
     * What apt knows about one version of a package.
     *
     * @param depends the Depends field, as it stands
     */
    record Package(String name, String version, String architecture, long sizeBytes, String sha256, String depends) {}

    // Debian Policy, 5.6.7 and 5.6.12. Also keeps a hand-made manifest from passing options to apt.
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9+.-]+");
    private static final Pattern NAME_OR_EXPRESSION = Pattern.compile("[a-z0-9][a-z0-9+.-]+|\\^[a-z0-9+.\\[\\]\\\\-]+\\$");
    /** What {@code apt-get -s install} says of a package: {@code Inst libc6 (2.36-9 Debian:12/stable [arm64])}. */
    private static final Pattern INSTALLED = Pattern.compile("Inst (\\S+) \\((\\S+) ");
    private static final Pattern VERSION = Pattern.compile("[0-9][A-Za-z0-9.+:~-]*");

    private final Host host;
    private final Path directory;
    private final String architecture;

    /**
     * Prepares the private directory.
     *
     * @param directory an empty directory for apt's lists and cache, thrown away by the caller afterwards
     */
    Apt(Host host, Path directory, String architecture) throws IOException {
        this(host, directory, architecture, "");
    }

    /**
     * Prepares the private directory, for a suite that need not be the host's.
     *
     * @param directory an empty directory for apt's lists and cache, thrown away by the caller afterwards
     * @param suite a release such as {@code trixie}, from the archives of the host's own; empty for the host's
     */
    Apt(Host host, Path directory, String architecture, String suite) throws IOException {
        this.host = host;
        this.directory = directory.toAbsolutePath();
        this.architecture = architecture;
        if (this.directory.toString().contains("\"")) {
            throw new ImageException("The cache directory " + this.directory + " has a quotation mark in its name, which apt cannot take: set CELLVISOR_CACHE to another.");
        }
        String codename = AptSources.codename(host.osRelease());
        String sources = AptSources.debian(host.etcApt(), codename);
        if (!suite.isEmpty()) {
            sources = AptSources.inSuite(sources, codename, suite);
        }
        if (sources.isEmpty()) {
            throw new ImageException("apt on this machine has no source that is Debian's own archive: build the image on Debian, "
                    + "or use your own files with --kernel and --initrd.");
        }
        for (String part : List.of("lists/partial", "cache/archives/partial", "sources.d", "state")) {
            Files.createDirectories(this.directory.resolve(part));
        }
        Files.writeString(this.directory.resolve("sources.d/debian.sources"), sources);
        Files.writeString(this.directory.resolve("status"), "");
        Files.writeString(this.directory.resolve("apt.conf"), configuration());
    }

    /** Is there an apt on this machine at all? */
    static boolean present(Host host) {
        return onPath(host.aptGet().getFirst()) && onPath(host.aptCache().getFirst());
    }

    private static boolean onPath(String command) {
        if (command.contains("/")) {
            return Files.isExecutable(Path.of(command));
        }
        for (String entry : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (!entry.isEmpty() && Files.isExecutable(Path.of(entry, command))) {
                return true;
            }
        }
        return false;
    }

    // apt.conf(5). Read after the host's own configuration, so the hooks that packages hang into `apt-get update`
    // (they would clean or refill the system's caches) are cleared, and only the package indexes are fetched.
    private String configuration() {
        return """
                #clear APT::Architectures;
                #clear APT::Update::Pre-Invoke;
                #clear APT::Update::Post-Invoke;
                #clear APT::Update::Post-Invoke-Success;
                #clear DPkg::Pre-Invoke;
                #clear DPkg::Post-Invoke;
                #clear APT::NeverAutoRemove;
                APT::Architecture "%2$s";
                APT::Architectures { "%2$s"; };
                APT::Sandbox::User "root";
                APT::Get::AllowUnauthenticated "false";
                APT::Update::Error-Mode "any";
                Dir::State "%1$s/state";
                Dir::State::lists "%1$s/lists/";
                Dir::State::status "%1$s/status";
                Dir::Cache "%1$s/cache";
                Dir::Cache::archives "archives/";
                Dir::Etc::sourcelist "/dev/null";
                Dir::Etc::sourceparts "%1$s/sources.d";
                Dir::Etc::preferences "/dev/null";
                Dir::Etc::preferencesparts "/dev/null";
                Acquire::Languages "none";
                Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
                Acquire::IndexTargets::deb::DEP-11-icons::DefaultEnabled "false";
                Acquire::IndexTargets::deb::DEP-11-icons-small::DefaultEnabled "false";
                Acquire::IndexTargets::deb::DEP-11-icons-large::DefaultEnabled "false";
                Acquire::IndexTargets::deb::DEP-11-icons-hidpi::DefaultEnabled "false";
                Acquire::IndexTargets::deb::DEP-11-icons-large-hidpi::DefaultEnabled "false";
                Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled "false";
                Acquire::IndexTargets::deb::CNF::DefaultEnabled "false";
                Acquire::Retries "1";
                Acquire::http::Timeout "30";
                Acquire::https::Timeout "30";
                """.formatted(directory, architecture);
    }

    /** Fetches the package indexes of Debian's archive into the private directory. */
    void update(Progress progress) {
        run(host.aptGet(), List.of("-q", "-o", "APT::Status-Fd=1", "update"), directory, percent(progress, 0));
    }

    /** The version of a package that apt would install. */
    Package candidate(String name) {
        return one(name, name);
    }

    /** One certain version of a package. */
    Package version(String name, String version) {
        check(NAME, name, "package name");
        check(VERSION, version, "version");
        return one(name, name + "=" + version);
    }

    /**
     * Packages with all that they depend on, recommended ones left out, in the order of their names.
     *
     * @param names names, or regular expressions that begin with {@code ^} and end with {@code $}
     */
    List<Package> closure(List<String> names) {
        List<String> arguments = new ArrayList<>(List.of("-q", "-s", "--no-install-recommends", "-o", "APT::Get::Show-User-Simulation-Note=false", "install"));
        for (String name : names) {
            check(NAME_OR_EXPRESSION, name, "package name");
            arguments.add(name);
        }
        List<String> queries = new ArrayList<>();
        run(host.aptGet(), arguments, directory, line -> {
            Matcher m = INSTALLED.matcher(line);
            if (m.lookingAt()) {
                queries.add(m.group(1) + "=" + m.group(2));
            }
        });
        queries.sort(null);
        Map<String, Package> found = new TreeMap<>();
        for (Map<String, String> fields : show(queries)) {
            String query = fields.get("Package") + "=" + fields.get("Version");
            if (queries.contains(query) && !found.containsKey(query)) { // several archives can carry the same version
                found.put(query, described(fields));
            }
        }
        if (found.size() != queries.size()) {
            throw new ImageException("apt-get would install " + queries.size() + " packages and apt-cache tells of " + found.size()
                    + "; run apt-get update on this machine and see what it says.");
        }
        return List.copyOf(found.values());
    }

    /** The stanzas that apt-cache has for queries, {@code name=version}, in their order. */
    private List<Map<String, String>> show(List<String> queries) {
        List<String> arguments = new ArrayList<>(List.of("--no-all-versions", "show"));
        arguments.addAll(queries);
        List<Map<String, String>> stanzas = new ArrayList<>();
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        run(host.aptCache(), arguments, directory, lines::add);
        lines.add("");
        for (String line : lines) {
            int colon = line.indexOf(": ");
            if (line.isBlank() && !fields.isEmpty()) {
                stanzas.add(fields);
                fields = new LinkedHashMap<>();
            } else if (colon > 0 && line.charAt(0) != ' ') {
                fields.putIfAbsent(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return stanzas;
    }

    private Package one(String name, String query) {
        check(NAME, name, "package name");
        List<Map<String, String>> stanzas;
        try {
            stanzas = show(List.of(query));
        } catch (ImageException e) {
            if (e.getMessage().contains("No packages found") || e.getMessage().contains("was not found") || e.getMessage().contains("Unable to locate")) {
                throw missing(query);
            }
            throw e;
        }
        if (stanzas.isEmpty()) {
            throw missing(query);
        }
        try {
            return described(stanzas.getFirst()); // several archives can carry the same version
        } catch (NumberFormatException e) {
            throw missing(query);
        }
    }

    private Package described(Map<String, String> fields) {
        return new Package(need(fields, "Package"), need(fields, "Version"), need(fields, "Architecture"),
                Long.parseLong(need(fields, "Size")), need(fields, "SHA256"), fields.getOrDefault("Depends", ""));
    }

    private ImageException missing(String query) {
        return new ImageException("Debian's archive, as this machine's apt sources name it, has no " + query.replace("=", " in version ")
                + " for " + architecture + ": build from the recipe instead of the manifest, or add a source that has it.");
    }

    private String need(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new ImageException("apt-cache tells no " + name + " of package " + fields.getOrDefault("Package", "that was asked for")
                    + "; run apt-get update on this machine and see what it says.");
        }
        return value;
    }

    private static void check(Pattern pattern, String value, String what) {
        if (!pattern.matcher(value).matches()) {
            throw new ImageException("\"" + value + "\" is no " + what + " that Debian could have.");
        }
    }

    /**
     * Fetches one package file. apt checks it against the signed index, and so does the caller.
     *
     * @param into an empty directory
     * @return the .deb
     */
    Path download(Package wanted, Path into, Progress progress) throws IOException {
        run(host.aptGet(), List.of("-q", "-o", "APT::Status-Fd=1", "download", wanted.name() + "=" + wanted.version()), into,
                percent(progress, wanted.sizeBytes()));
        try (var files = Files.list(into)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".deb")).findFirst()
                    .orElseThrow(() -> new ImageException("apt-get download of " + wanted.name() + " left no file; try again."));
        }
    }

    /**
     * Fetches package files, all at once.
     *
     * @param into an empty directory
     * @return the .debs, in the order of the packages
     */
    List<Path> download(List<Package> wanted, Path into, Progress progress) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-q", "-o", "APT::Status-Fd=1", "download"));
        wanted.forEach(p -> arguments.add(p.name() + "=" + p.version()));
        run(host.aptGet(), arguments, into, percent(progress, wanted.stream().mapToLong(Package::sizeBytes).sum()));
        List<Path> files = new ArrayList<>();
        for (Package each : wanted) {
            try (var found = Files.newDirectoryStream(into, each.name() + "_*.deb")) {
                files.add(found.iterator().next());
            } catch (NoSuchElementException e) {
                throw new ImageException("apt-get download of " + each.name() + " left no file; try again.", e);
            }
        }
        return files;
    }

    /** Turns apt's status lines, {@code dlstatus:ITEM:PERCENT:TEXT}, into progress. */
    private static Consumer<String> percent(Progress progress, long total) {
        return line -> {
            String[] part = line.split(":", 4);
            if (part.length == 4 && part[0].equals("dlstatus")) {
                try {
                    double share = Double.parseDouble(part[2]) / 100;
                    progress.update((long) (share * (total == 0 ? 1000 : total)), total == 0 ? 1000 : total);
                } catch (NumberFormatException e) {
                    return; // some other line that looks alike
                }
            }
        };
    }

    /** Runs a client to its end; complaints become one sentence. */
    private void run(List<String> client, List<String> arguments, Path where, Consumer<String> output) {
        List<String> command = new ArrayList<>(client);
        command.add("-c");
        command.add(directory.resolve("apt.conf").toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null"))).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        List<String> complaints = new ArrayList<>();
        Process process = null;
        try {
            process = builder.start();
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("E: ") || line.startsWith("W: ") || line.startsWith("N: ")) {
                        complaints.add(line);
                    } else {
                        output.accept(line);
                    }
                }
            }
            int status = process.waitFor();
            if (status != 0) {
                throw new ImageException(explain(command.getFirst(), status, complaints));
            }
        } catch (IOException e) {
            throw new ImageException("Cannot run " + command.getFirst() + ": " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageException("Building the image was interrupted.", e);
        } finally {
            if (process != null) {
                process.destroy();
            }
        }
    }

    private static String explain(String command, int status, List<String> complaints) {
        String all = String.join("\n", complaints);
        String lower = all.toLowerCase(Locale.ROOT);
        String first = complaints.stream().filter(l -> l.startsWith("E: ")).findFirst()
                .or(() -> complaints.stream().findFirst()).map(l -> l.substring(3)).orElse("exit status " + status)
                .replaceAll("\\s+", " ").replaceAll("[.\\s]+$", "");
        if (lower.contains("no space left") || lower.contains("enough free space")) {
            return "There is no room left on the disk for Debian's packages: free some and try again.";
        }
        if (lower.contains("hash sum mismatch") || lower.contains("unexpected size") || lower.contains("mirror sync in progress")) {
            return "A file from Debian's archive has a bad checksum (" + first + "): the mirror is being updated or something on the way "
                    + "changes files; try again later.";
        }
        if (lower.contains("no_pubkey") || lower.contains("not signed") || lower.contains("expkeysig") || lower.contains("badsig")
                || lower.contains("couldn't be verified") || lower.contains("is not valid yet") || lower.contains("is expired")) {
            return "The signature of Debian's archive does not check out (" + first + "): see to the package debian-archive-keyring and the clock.";
        }
        if (lower.contains("resolv") || lower.contains("connect") || lower.contains("unreachable") || lower.contains("timed out")
                || lower.contains("failed to fetch")) {
            return "Debian's archive cannot be reached (" + first + "): go online once to build the image, or copy .cache/images "
                    + "from a machine that has it.";
        }
        return command + " failed (" + first + ").";
    }
}
