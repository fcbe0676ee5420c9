package dev.cellvisor.bench;

import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import dev.cellvisor.virtio.net.NetOptions;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.Lan;
import dev.cellvisor.vm.ShellResult;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * TCP between two guests with the same kernel and initramfs: two VMs of ours on the switch of a {@link Lan}, in this process and on one thread; two
 * processes of QEMU, joined by each of the ways that it has on one host without root: TCP, a stream and datagrams between Unix sockets. (A hub joins
 * only devices of one machine.) The host's time from typing a command in the guest that gets the bytes to its end.
 */
final class Wire {
    private static final int MEGABYTES = 32;
    /** One for each guest: QEMU gives the first device of every machine the same address, and two guests with one address do not reach each other. */
    private static final String MAC = "52:54:00:00:00:0";

    /** How QEMU joins two machines. */
    private enum Link {
        SOCKET, STREAM, DGRAM;

        /** The backend of a machine, 1 or 2, between sockets in a folder. The first waits for the second. */
        String netdev(int number, Path folder) {
            String stream = folder.resolve("stream").toString();
            return switch (this) {
                case SOCKET -> "socket,id=net,%s=127.0.0.1:%d".formatted(number == 1 ? "listen" : "connect", port);
                case STREAM -> "stream,id=net,server=%s,addr.type=unix,addr.path=%s".formatted(number == 1 ? "on" : "off", stream);
                case DGRAM -> "dgram,id=net,local.type=unix,local.path=%s,remote.type=unix,remote.path=%s".formatted(folder.resolve("end" + number), folder.resolve("end" + (3 - number)));
            };
        }
    }

    /** A guest, whoever runs it. */
    private interface Guest {
        /** Does a command, and returns the host's seconds. */
        double seconds(String command) throws IOException;
    }

    private static int port;

    private Wire() {
    }

    static List<Row> run(int runs) throws Exception {
        Qemu.require();
        GuestImage image = Images.ensure(Images.DEFAULT, Progress.none());
        List<Double> ours = new ArrayList<>();
        List<List<Double>> theirs = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < runs; i++) {
            ours.add(ours(image));
            for (Link link : Link.values()) {
                theirs.get(link.ordinal()).add(qemu(image, link));
            }
            int last = i;
            System.err.printf("cellvisor: run %d of %d: %.2f s; QEMU %s s%n", i + 1, runs, ours.getLast(), theirs.stream().map(times -> "%.2f".formatted(times.get(last))).toList());
        }
        List<Row> rows = new ArrayList<>();
        for (Link link : Link.values()) {
            rows.add(Row.of("wire, %d MB, QEMU's %s, s".formatted(MEGABYTES, link.name().toLowerCase(java.util.Locale.ROOT)), ours, theirs.get(link.ordinal())));
        }
        return rows;
    }

    /** Sets both guests up, and takes the seconds of the second of two transfers. */
    private static double transfer(Guest west, Guest east) throws IOException {
        west.seconds("dmesg -n 1; ip link set lo up; ip addr add 10.0.0.1/24 dev eth0; ip link set eth0 up");
        east.seconds("dmesg -n 1; ip link set lo up; ip addr add 10.0.0.2/24 dev eth0; ip link set eth0 up");
        east.seconds("dd if=/dev/zero of=/tmp/data bs=1M count=%d 2>/dev/null; httpd -h /tmp".formatted(MEGABYTES));
        west.seconds("ping -c 2 10.0.0.2 >/dev/null");
        String get = "[ $(wget -q -O - http://10.0.0.2/data | wc -c) = %d ]".formatted(MEGABYTES << 20);
        west.seconds(get); // both guests have their programs in RAM now, and ours its machine code
        return west.seconds(get);
    }

    private static double ours(GuestImage image) throws IOException {
        var lan = new Lan("wire");
        List<Vm> vms = new ArrayList<>();
        try {
            for (int i = 1; i <= 2; i++) {
                Vm vm = Vm.builder("wire-" + i).memoryMiB(512).seed(i).build();
                vms.add(vm);
                lan.join(vm, NetOptions.DEFAULT.mac(MAC + i));
                vm.prompt(image.manifest().recipe().prompt());
                vm.boot().kernel(image.kernel()).initrd(image.initrd()).append(image.manifest().recipe().commandLine()).prepare();
            }
            for (Vm vm : vms) {
                if (!vm.console().text().contains(vm.prompt())) { // the second runs along with the first
                    vm.runUntil(Condition.console(vm.prompt()));
                }
            }
            return transfer(guest(vms.get(0)), guest(vms.get(1)));
        } finally {
            vms.forEach(Vm::close);
        }
    }

    private static Guest guest(Vm vm) {
        return command -> {
            long start = System.nanoTime();
            ShellResult result = vm.shell(command);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (result.status() != 0) {
                throw new IOException("'" + command + "' went wrong: " + result.output());
            }
            return seconds;
        };
    }

    private static double qemu(GuestImage image, Link link) throws IOException {
        Path folder = Files.createTempDirectory("cellvisor-wire");
        try (var free = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String prompt = image.manifest().recipe().prompt();
        try (var east = new GuestSession(command(image, link, 1, folder), prompt); var west = new GuestSession(command(image, link, 2, folder), prompt)) {
            return transfer(west::seconds, east::seconds);
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static List<String> command(GuestImage image, Link link, int number, Path folder) {
        List<String> command = new ArrayList<>(Qemu.boot(image));
        command.addAll(List.of("-netdev", link.netdev(number, folder), "-device", "virtio-net-device,netdev=net,mac=" + MAC + number));
        return command;
    }
}
