package dev.cellvisor.images;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The guest's root file system: busybox, the virtio modules, and an {@code /init} that gives a shell; or, where there is a root disk, all that
 * it takes to get there.
 *
 * <p>What it costs the guest was measured in instructions and decides its shape: file systems are mounted by one
 * {@code mount -a}; a driver is loaded only if its device is there, since the kernel checks a signature for each module
 * (about 6 million instructions); the archive is not compressed (36 million less than gzip).
 */
final class Initramfs {
    // makedev(5, 1) and makedev(1, 3): Linux, Documentation/admin-guide/devices.txt
    private static final int CONSOLE_MAJOR = 5;
    private static final int CONSOLE_MINOR = 1;
    private static final int MEMORY_MAJOR = 1;
    private static final int NULL_MINOR = 3;

    private static final String SHELL = """
            $busybox --install -s /bin
            export PATH=/bin HOME=/root TERM=vt100 PS1='%s'
            setsid cttyhack sh
            poweroff -f
            """;

    /** The root disk goes by its label, so that other disks do not matter; an {@code init=} of the command line is asked for there. */
    private static final String SWITCH_ROOT = """
            export PATH=/bin
            $busybox mkdir /disk
            $busybox mount LABEL=%s /disk || exec $busybox sh
            init=/sbin/init
            read line </proc/cmdline
            for word in $line; do
              case $word in
              %s) init=/usr/lib/cellvisor/shell ;;
              init=*) init=${word#init=} ;;
              esac
            done
            %s$busybox umount /dev/pts
            $busybox umount /tmp
            for mounted in dev proc sys; do $busybox mount -o move /$mounted /disk/$mounted; done
            exec $busybox switch_root /disk $init
            """;

    private Initramfs() {}

    /** A shell without services has nobody else who would ask for an address; what is found out stands in the kernel and on the disk. */
    private static final String ADDRESS = """
            if [ $init = /usr/lib/cellvisor/shell ] && [ -e /sys/class/net/eth0 ]; then
              $busybox ip link set eth0 up
              $busybox udhcpc -i eth0 -n -q -f -t 3 -T 1 -s /etc/address >/dev/null 2>&1
            fi
            """;

    /** What busybox's DHCP client calls with the answer in variables. */
    private static final String ADDRESS_SCRIPT = """
            #!/bin/sh
            [ "$1" = bound ] || exit 0
            busybox=/bin/busybox
            $busybox ip addr add $ip/$mask dev $interface
            for gateway in $router; do $busybox ip route add default via $gateway; break; done
            [ -z "$dns" ] || for server in $dns; do echo "nameserver $server"; done >/disk/etc/resolv.conf
            """;

    static CpioTree of(Recipe recipe, String release, byte[] busybox, ModuleSet modules) throws IOException {
        List<KernelModule> transport = modules.loadOrder(recipe.transport());
        Map<String, List<KernelModule>> drivers = new LinkedHashMap<>();
        Map<String, KernelModule> all = new LinkedHashMap<>();
        transport.forEach(m -> all.put(m.name(), m));
        for (String driver : recipe.drivers()) {
            List<KernelModule> order = modules.loadOrder(List.of(driver));
            order.forEach(m -> all.put(m.name(), m));
            drivers.put(driver, order);
        }

        CpioTree tree = new CpioTree();
        for (String directory : List.of("dev", "etc", "mnt", "proc", "run", "sys", "tmp", "var")) {
            tree.directory(directory, 0755);
        }
        tree.directory("root", 0700);
        tree.characterDevice("dev/console", 0600, CONSOLE_MAJOR, CONSOLE_MINOR);
        tree.characterDevice("dev/null", 0666, MEMORY_MAJOR, NULL_MINOR);
        tree.file("bin/busybox", 0755, busybox);
        tree.link("bin/sh", "busybox");
        tree.file("etc/fstab", 0644, """
                proc /proc proc defaults 0 0
                sysfs /sys sysfs defaults 0 0
                devtmpfs /dev devtmpfs defaults 0 0
                tmpfs /tmp tmpfs defaults 0 0
                """);
        tree.file("etc/passwd", 0644, "root::0:0:root:/root:/bin/sh\n");
        tree.file("etc/group", 0644, "root:x:0:\n");
        tree.file("etc/hostname", 0644, "cellvisor\n");
        String base = "lib/modules/" + release + "/";
        for (KernelModule module : all.values()) {
            tree.file(base + module.path(), 0644, module.content());
        }
        // For `modprobe` and `modinfo` at the prompt; /init itself needs neither.
        tree.file(base + "modules.dep", 0644, dependencies(all));
        tree.file(base + "modules.alias", 0644, aliases(all.values()));
        if (recipe.asksForAddress()) {
            tree.file("etc/address", 0755, ADDRESS_SCRIPT);
        }
        tree.file("init", 0755, init(recipe, release, transport, drivers));
        return tree;
    }

    /** As depmod writes it: each module, then all that it needs, nearest last to be loaded first. */
    private static String dependencies(Map<String, KernelModule> all) {
        StringBuilder text = new StringBuilder();
        for (String name : new TreeSet<>(all.keySet())) {
            List<String> needs = new ArrayList<>();
            needs(all, name, needs);
            text.append(all.get(name).path()).append(':');
            needs.reversed().forEach(n -> text.append(' ').append(all.get(n).path()));
            text.append('\n');
        }
        return text.toString();
    }

    private static void needs(Map<String, KernelModule> all, String name, List<String> into) {
        for (String needed : all.get(name).depends()) {
            if (all.containsKey(needed) && !into.contains(needed)) {
                needs(all, needed, into);
                into.add(needed);
            }
        }
    }

    private static String aliases(Collection<KernelModule> all) {
        TreeSet<String> lines = new TreeSet<>();
        for (KernelModule module : all) {
            module.aliases().forEach(a -> lines.add("alias " + a + " " + module.name() + "\n"));
        }
        return String.join("", lines);
    }

    private static String init(Recipe recipe, String release, List<KernelModule> transport, Map<String, List<KernelModule>> drivers)
            throws IOException {
        StringBuilder cases = new StringBuilder();
        for (Map.Entry<String, List<KernelModule>> driver : drivers.entrySet()) {
            List<KernelModule> order = driver.getValue();
            if (order.isEmpty()) {
                continue; // built into the kernel
            }
            List<String> aliases = order.getLast().aliases().stream().filter(a -> a.startsWith("virtio:")).toList();
            if (aliases.isEmpty()) {
                throw new IOException("module " + driver.getKey() + " is named as a driver but is for no virtio device");
            }
            cases.append("    ").append(String.join("|", aliases)).append(") load").append(paths(order, transport)).append(" ;;\n");
        }
        String prompt = recipe.prompt().replaceFirst("^([^:]*:)/", "$1\\\\w");
        return """
                #!/bin/sh
                # The first process of a Cellvisor guest. Short on purpose: every fork and exec is emulated.
                echo '%s'
                busybox=/bin/busybox
                $busybox mount -a
                mkdir /dev/pts
                $busybox mount -t devpts devpts /dev/pts
                read name </etc/hostname
                echo $name >/proc/sys/kernel/hostname

                cd /lib/modules/%s
                load() {
                  for module; do
                    case $loaded in
                    *" $module "*) ;;
                    *) insmod $module; loaded="$loaded $module " ;;
                    esac
                  done
                }
                load%s
                # Drivers for the devices that are there. For one that comes later: modprobe virtio_net
                for device in /sys/bus/virtio/devices/*/modalias; do
                  [ -e $device ] || continue
                  read alias <$device
                  case $alias in
                %s  esac
                done
                cd /

                %s""".formatted(recipe.initLine(), release, paths(transport, List.of()), cases,
                        recipe.hasRootDisk() ? SWITCH_ROOT.formatted(recipe.name(), Recipe.SHELL_ONLY, recipe.asksForAddress() ? ADDRESS : "") : SHELL.formatted(prompt));
    }

    private static String paths(List<KernelModule> modules, List<KernelModule> loaded) {
        StringBuilder text = new StringBuilder();
        modules.stream().filter(m -> !loaded.contains(m)).forEach(m -> text.append(' ').append(m.path()));
        return text.toString();
    }
}
