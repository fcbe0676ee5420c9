package dev.cellvisor.images;

import dev.cellvisor.images.RootTree.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What the packages' maintainer scripts would have done to a freshly unpacked Debian system, as far as a guest needs it: users, PAM,
 * alternatives, the directories and links of base-files, and a login on the consoles.
 */
final class RootSettings {
    private static final String HOST_NAME = "debian";
    private static final long DAY_SECONDS = 86_400;

    /** Links that update-alternatives would have made, the best choice first; what is not installed is passed over. */
    private static final Map<String, List<String>> ALTERNATIVES = Map.ofEntries(
            Map.entry("usr/bin/awk", List.of("/usr/bin/gawk", "/usr/bin/mawk")), Map.entry("usr/bin/pager", List.of("/usr/bin/less", "/usr/bin/more")),
            Map.entry("usr/bin/which", List.of("/usr/bin/which.debianutils")), Map.entry("usr/bin/cc", List.of("/usr/bin/gcc")),
            Map.entry("usr/bin/c89", List.of("/usr/bin/c89-gcc")), Map.entry("usr/bin/c99", List.of("/usr/bin/c99-gcc")),
            Map.entry("usr/lib/cpp", List.of("/usr/bin/cpp")), Map.entry("usr/bin/w", List.of("/usr/bin/w.procps")),
            Map.entry("usr/sbin/rmt", List.of("/usr/sbin/rmt-tar")), Map.entry("usr/bin/nc", List.of("/usr/bin/nc.openbsd", "/usr/bin/nc.traditional")),
            Map.entry("usr/bin/7z", List.of("/usr/bin/7zz")));

    /** Groups that udev's rules name and its maintainer script makes. */
    private static final List<String> UDEV_GROUPS = List.of("input", "sgx", "kvm", "render");

    private final DebianRoot root;
    private final RootTree tree;
    private final String machineId;
    private final SystemUsers users = new SystemUsers();

    /** @param machineId 32 hexadecimal digits, the same for the same packages */
    RootSettings(DebianRoot root, String machineId) {
        this.root = root;
        this.machineId = machineId;
        tree = root.tree();
    }

    void apply() throws IOException {
        baseFiles();
        users();
        pam();
        alternatives();
        system();
        consoles();
        root.file("usr/lib/cellvisor/shell", 0755, SHELL);
    }

    /** base-files, dash, debianutils, libc-bin. */
    private void baseFiles() throws IOException {
        copy("usr/share/base-files/dot.profile", "root/.profile");
        copy("usr/share/base-files/dot.bashrc", "root/.bashrc");
        copy("usr/share/base-files/profile", "etc/profile");
        copy("usr/share/debianutils/shells", "etc/shells");
        copy("usr/share/libc-bin/nsswitch.conf", "etc/nsswitch.conf");
        for (String directory : List.of("boot", "dev", "mnt", "srv", "opt", "etc/opt", "var/opt", "media", "proc", "sys", "run", "var/log", "var/cache",
                "usr/local/bin", "usr/local/sbin", "usr/local/lib", "usr/local/share", "usr/local/include", "usr/local/etc")) {
            tree.directory(directory);
        }
        root.directory("root", 0700);
        root.directory("tmp", 01777);
        root.directory("var/tmp", 01777);
        link("var/run", "/run");
        link("var/lock", "/run/lock");
        link("var/spool/mail", "../mail");
        link("usr/bin/sh", "dash");
        link("etc/mtab", "../proc/self/mounts");
    }

    private void users() throws IOException {
        users.passwd(text("usr/share/base-passwd/passwd.master"));
        users.group(text("usr/share/base-passwd/group.master"));
        for (Map.Entry<String, byte[]> file : root.kept().entrySet()) {
            if (file.getKey().contains("sysusers.d/")) {
                users.declared(new String(file.getValue(), StandardCharsets.UTF_8));
            }
        }
        UDEV_GROUPS.forEach(users::system);
        int shadow = users.system("shadow");
        root.file("etc/passwd", 0644, users.passwd());
        root.file("etc/group", 0644, users.group());
        root.file("etc/shadow", 0640, users.shadow(root.newest() / DAY_SECONDS)).group = shadow;
        root.file("etc/gshadow", 0640, users.gshadow()).group = shadow;
        Node mail = root.directory("var/mail", 02775);
        mail.group = users.system("mail");
        for (String log : List.of("wtmp", "btmp", "lastlog")) {
            root.file("var/log/" + log, log.equals("btmp") ? 0660 : 0664, "").group = users.system("utmp");
        }
        Node helper = tree.find("usr/lib/dbus-1.0/dbus-daemon-launch-helper");
        if (helper != null) {
            helper.group = users.system("messagebus");
            helper.permissions = 04754;
        }
        Node ping = tree.find("usr/bin/ping");
        if (ping != null) {
            ping.permissions = 04755; // file capabilities are extended attributes, which this disk has none of
        }
    }

    /** What pam-auth-update makes of the one profile that is there: passwords in shadow, an empty one allowed. */
    private void pam() throws IOException {
        String unix = "%s [success=1 default=ignore] pam_unix.so%s\n%1$s requisite pam_deny.so\n%1$s required pam_permit.so\n";
        String session = "session [default=1] pam_permit.so\nsession requisite pam_deny.so\nsession required pam_permit.so\nsession required pam_unix.so\n";
        root.file("etc/pam.d/common-auth", 0644, unix.formatted("auth", " nullok"));
        root.file("etc/pam.d/common-account", 0644, unix.formatted("account", "").replace("success=1", "success=1 new_authtok_reqd=done"));
        root.file("etc/pam.d/common-password", 0644, unix.formatted("password", " obscure yescrypt"));
        root.file("etc/pam.d/common-session", 0644, session);
        root.file("etc/pam.d/common-session-noninteractive", 0644, session);
    }

    private void alternatives() {
        ALTERNATIVES.forEach((name, choices) -> {
            for (String choice : choices) {
                if (tree.find(name) == null && tree.leadsSomewhere(choice)) {
                    String known = name.substring(name.lastIndexOf('/') + 1);
                    root.link("etc/alternatives/" + known, choice);
                    root.link(name, "/etc/alternatives/" + known);
                }
            }
        });
    }

    private void system() throws IOException {
        root.file("etc/hostname", 0644, HOST_NAME + "\n");
        root.file("etc/hosts", 0644, "127.0.0.1 localhost\n127.0.1.1 " + HOST_NAME + "\n::1 localhost ip6-localhost\n");
        root.file("etc/resolv.conf", 0644, "nameserver 10.0.2.3\n"); // that of --net nat
        root.file("etc/machine-id", 0444, machineId + "\n");
        root.file("etc/fstab", 0644, "# The root file system is mounted by the initramfs.\n");
        root.file("etc/default/locale", 0644, "LANG=C.UTF-8\n");
        root.file("etc/environment", 0644, "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n");
        root.file("etc/inputrc", 0644, "set enable-bracketed-paste off\n"); // the serial console is read by programs too
        String updated = "TIMESTAMP_NSEC=%d000000000\n".formatted(root.newest());
        root.file("etc/.updated", 0644, updated); // nothing is left to do for systemd's services that complete an update
        root.file("var/.updated", 0644, updated);
        // Addresses as --net nat gives them, by systemd's own DHCP client, which a device starts; see RootNetwork.
        root.file("etc/systemd/network/ether.network", 0644, "[Match]\nType=ether\n\n[Network]\nDHCP=yes\n");
        root.link("etc/systemd/system/proc-sys-fs-binfmt_misc.automount", "/dev/null"); // wants modules that are not in the image
        root.link("etc/systemd/system/systemd-binfmt.service", "/dev/null");
    }

    /** Logins on the serial line and the first virtio console; the generator of systemd finds the former only if the kernel uses it. */
    private void consoles() {
        for (String line : List.of("ttyAMA0", "hvc0")) {
            root.link("etc/systemd/system/getty.target.wants/serial-getty@" + line + ".service", "/lib/systemd/system/serial-getty@.service");
        }
    }

    private void link(String path, String target) {
        if (tree.find(path) == null || tree.find(path).type == RootTree.LINK) {
            root.link(path, target);
        }
    }

    private void copy(String from, String to) throws IOException {
        if (tree.find(to) == null && root.kept().containsKey(from)) {
            root.file(to, 0644, text(from));
        }
    }

    private String text(String path) {
        byte[] bytes = root.kept().get(path);
        if (bytes == null) {
            throw new ImageException("No package of the root file system brings /" + path + ".");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The first process where the kernel's command line says {@link Recipe#SHELL_ONLY}. */
    private static final String SHELL = """
            #!/bin/sh
            # A root shell on the console without any service; see Cellvisor's guide, `boot --exec`.
            export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root USER=root LOGNAME=root SHELL=/bin/bash LANG=C.UTF-8 TERM=dumb
            mount -t tmpfs -o mode=755 tmpfs /run
            mkdir -p /run/lock /dev/pts /dev/shm
            chmod 1777 /run/lock
            mount -t devpts devpts /dev/pts
            mount -t tmpfs tmpfs /dev/shm
            mount -t tmpfs tmpfs /tmp
            read name </etc/hostname
            echo $name >/proc/sys/kernel/hostname
            [ ! -e /sys/class/net/lo ] || ip link set lo up
            for console in $(cat /sys/class/tty/console/active); do :; done
            cd
            export PS1="$name:\\\\w# "
            setsid -w -c bash --norc --noediting -i </dev/$console >/dev/$console 2>&1
            poweroff -f
            """;
}
