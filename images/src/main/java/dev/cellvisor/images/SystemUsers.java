package dev.cellvisor.images;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The users and groups of a fresh Debian system: those of base-passwd's master files, and those that packages declare in sysusers.d(5).
 * Where a declaration leaves the number to us, it is the highest free one below 1000, as systemd-sysusers has it.
 */
final class SystemUsers {
    private static final int HIGHEST = 999;
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private record User(int id, int group, String name, String home, String shell) {
    }

    private final Map<String, User> users = new LinkedHashMap<>();
    private final Map<String, Integer> groups = new LinkedHashMap<>();

    /** Adds the lines of {@code passwd.master}. */
    void passwd(String master) {
        for (String line : master.lines().toList()) {
            String[] field = line.split(":", -1);
            users.put(field[0], new User(Integer.parseInt(field[2]), Integer.parseInt(field[3]), field[4], field[5], field[6]));
        }
    }

    /** Adds the lines of {@code group.master}. */
    void group(String master) {
        for (String line : master.lines().toList()) {
            String[] field = line.split(":", -1);
            groups.put(field[0], Integer.parseInt(field[2]));
        }
    }

    /** Adds what a file of sysusers.d declares and is not there yet. */
    void declared(String file) {
        for (String line : file.lines().toList()) {
            List<String> word = words(line);
            if (word.size() < 2) {
                continue;
            }
            String id = word.size() > 2 ? word.get(2) : "-";
            switch (word.get(0)) {
                case "g" -> system(word.get(1), id);
                case "u" -> user(word, id);
                default -> { } // memberships and ranges: no package here declares any
            }
        }
    }

    /** The number of a group, which is made if it is not there. */
    int system(String group) {
        return system(group, "-");
    }

    private int system(String group, String id) {
        return groups.computeIfAbsent(group, name -> id.matches("\\d+") ? Integer.parseInt(id) : free());
    }

    private void user(List<String> word, String id) {
        String name = word.get(1);
        if (users.containsKey(name)) {
            return;
        }
        String[] numbers = id.split(":");
        int number = numbers[0].matches("\\d+") ? Integer.parseInt(numbers[0]) : free();
        int group = numbers.length > 1 ? Integer.parseInt(numbers[1]) : system(name, String.valueOf(number));
        users.put(name, new User(number, group, word(word, 3, ""), word(word, 4, "/"), word(word, 5, "/usr/sbin/nologin")));
    }

    private static String word(List<String> words, int at, String otherwise) {
        return words.size() > at && !words.get(at).equals("-") ? words.get(at) : otherwise;
    }

    private int free() {
        int id = HIGHEST;
        while (taken(id)) {
            id--;
        }
        return id;
    }

    private boolean taken(int id) {
        return groups.containsValue(id) || users.values().stream().anyMatch(user -> user.id() == id);
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher m = WORD.matcher(line.replaceFirst("^\\s*#.*", ""));
        while (m.find()) {
            words.add(m.group(1) != null ? m.group(1) : m.group(2));
        }
        return words;
    }

    /** {@code /etc/passwd}. */
    String passwd() {
        var text = new StringBuilder();
        users.forEach((name, user) -> text.append("%s:x:%d:%d:%s:%s:%s\n".formatted(name, user.id(), user.group(), user.name(), user.home(), user.shell())));
        return text.toString();
    }

    /** {@code /etc/group}. */
    String group() {
        var text = new StringBuilder();
        groups.forEach((name, id) -> text.append("%s:x:%d:\n".formatted(name, id)));
        return text.toString();
    }

    /** {@code /etc/shadow}: root has no password, nobody else can log in. */
    String shadow(long day) {
        var text = new StringBuilder();
        users.keySet().forEach(name -> text.append("%s:%s:%d:0:99999:7:::\n".formatted(name, name.equals("root") ? "" : "*", day)));
        return text.toString();
    }

    /** {@code /etc/gshadow}. */
    String gshadow() {
        var text = new StringBuilder();
        groups.keySet().forEach(name -> text.append(name).append(":*::\n"));
        return text.toString();
    }
}
