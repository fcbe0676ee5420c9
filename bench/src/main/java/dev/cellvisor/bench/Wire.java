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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * TCP between two guests: two VMs of ours on the switch of a {@link Lan}, in this process and on one thread; two of QEMU on {@code -netdev
 * socket}, two processes. The host's time from typing a command in the one that gets the bytes, or sends them, to its end.
 */
final class Wire {
    private static final int MEGABYTES = 32;
    private static final String MAC = "52:54:00:00:00:0";

    /** A guest, whoever runs it. */
    private interface Guest {
        /** Does a command, and returns the host's seconds. */
        double seconds(String command) throws IOException;
    }

    private Wire() {
    }

    static List<Row> run(int runs) throws Exception {
        Qemu.require();
        GuestImage image = Images.ensure(Images.DEFAULT, Progress.none());
        List<List<Double>> results = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < runs; i++) {
            double[] mine = ours(image);
            double[] theirs = qemu(image);
            for (int k = 0; k < 2; k++) {
                results.get(2 * k).add(mine[k]);
                results.get(2 * k + 1).add(theirs[k]);
            }
            System.err.printf("cellvisor: run %d of %d: nc %.2f s and %.2f s, httpd %.2f s and %.2f s%n", i + 1, runs, mine[0], theirs[0], mine[1], theirs[1]);
        }
        return List.of(Row.of("two guests, nc, %d MB, s".formatted(MEGABYTES), results.get(0), results.get(1)),
                Row.of("two guests, httpd, %d MB, s".formatted(MEGABYTES), results.get(2), results.get(3)));
    }

    /** Seconds for {@code nc} and for {@code httpd} with {@code wget}. */
    private static double[] transfers(Guest west, Guest east) throws IOException {
        west.seconds("dmesg -n 1; ip addr add 10.0.0.1/24 dev eth0; ip link set eth0 up");
        east.seconds("dmesg -n 1; ip addr add 10.0.0.2/24 dev eth0; ip link set eth0 up; dd if=/dev/zero of=/tmp/data bs=1M count=%d 2>/dev/null; httpd -h /tmp".formatted(MEGABYTES));
        // Both sides warm, and their neighbour tables filled.
        west.seconds("ping -c 1 10.0.0.2 >/dev/null; wget -q -O /dev/null http://10.0.0.2/data");
        east.seconds("(nc -l -p 5000 | wc -c >/tmp/count) >/dev/null 2>&1 &");
        double nc = west.seconds("dd if=/dev/zero bs=64k count=%d 2>/dev/null | nc 10.0.0.2 5000".formatted(MEGABYTES * 16));
        east.seconds("while ! [ -s /tmp/count ]; do sleep 0.1; done; [ $(cat /tmp/count) = %d ]".formatted(MEGABYTES << 20));
        double httpd = west.seconds("[ $(wget -q -O - http://10.0.0.2/data | wc -c) = %d ]".formatted(MEGABYTES << 20));
        return new double[] {nc, httpd};
    }

    private static double[] ours(GuestImage image) throws IOException {
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
            return transfers(guest(vms.get(0)), guest(vms.get(1)));
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

    private static double[] qemu(GuestImage image) throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String prompt = image.manifest().recipe().prompt();
        try (var east = new GuestSession(command(image, "listen", port, 2), prompt); var west = new GuestSession(command(image, "connect", port, 1), prompt)) {
            return transfers(west::seconds, east::seconds);
        }
    }

    private static List<String> command(GuestImage image, String end, int port, int number) {
        List<String> command = new ArrayList<>(Qemu.boot(image));
        command.addAll(List.of("-netdev", "socket,id=net,%s=127.0.0.1:%d".formatted(end, port), "-device", "virtio-net-device,netdev=net,mac=" + MAC + number));
        return command;
    }
}
