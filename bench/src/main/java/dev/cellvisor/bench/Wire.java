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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * TCP between two guests with the same kernel and initramfs: two VMs of ours on the switch of a {@link Lan}, in this process and on one thread; two
 * processes of QEMU, joined by a TCP connection or a Unix socket. (A hub joins only devices of one machine; datagrams between Unix sockets lose some when
 * they come fast, and a transfer may stand for minutes.) All are up at once and take turns; who does not have its turn sleeps. One guest gets a file from the other, both keep it
 * in a tmpfs: the host's time from typing the command to its end, and the processor time of the processes.
 */
final class Wire {
    private static final int MEGABYTES = 32;
    /** One for each guest: QEMU gives the first device of every machine the same address, and two guests with one address do not reach each other. */
    private static final String MAC = "52:54:00:00:00:0";

    /** How QEMU joins two machines. */
    private enum Link {
        SOCKET, STREAM;

        /** The backend of a machine, 1 or 2, between sockets in a folder or by a TCP port. The first waits for the second. */
        String netdev(int number, Path folder, int port) {
            return switch (this) {
                case SOCKET -> "socket,id=net,%s=127.0.0.1:%d".formatted(number == 1 ? "listen" : "connect", port);
                case STREAM -> "stream,id=net,server=%s,addr.type=unix,addr.path=%s".formatted(number == 1 ? "on" : "off", folder.resolve("stream"));
            };
        }
    }

    /** Two guests, whoever runs them. */
    private abstract static class Pair implements AutoCloseable {
        private final List<Double> seconds = new ArrayList<>();
        private final List<Double> cpuSeconds = new ArrayList<>();

        /** Does a command in guest 1 or 2, and returns the host's seconds. */
        abstract double run(int guest, String command) throws IOException;

        /** The processor time that both have taken so far. */
        abstract double cpuSeconds();

        @Override
        public abstract void close();

        void prepare() throws IOException {
            run(1, "dmesg -n 1; ip addr add 10.0.0.1/24 dev eth0; ip link set eth0 up; dd if=/dev/zero of=/tmp/data bs=1M count=%d 2>/dev/null; httpd -h /tmp".formatted(MEGABYTES));
            run(2, "dmesg -n 1; ip addr add 10.0.0.2/24 dev eth0; ip link set eth0 up; ping -c 2 10.0.0.1 >/dev/null");
        }

        void transfer(boolean counts) throws IOException {
            double before = cpuSeconds();
            double time = run(2, "wget -q -O /tmp/got http://10.0.0.1/data");
            double cpu = cpuSeconds() - before;
            run(2, "[ $(stat -c %%s /tmp/got) = %d ] && rm /tmp/got".formatted(MEGABYTES << 20));
            if (counts) {
                seconds.add(time);
                cpuSeconds.add(cpu);
            }
            System.err.printf("cellvisor: %s: %.2f s, CPU %.2f s%s%n", this, time, cpu, counts ? "" : " (to warm up)");
        }
    }

    private Wire() {
    }

    static List<Row> run(int runs) throws Exception {
        Qemu.require();
        GuestImage image = Images.ensure(Images.DEFAULT, Progress.none());
        Path folder = Files.createTempDirectory("cellvisor-wire");
        List<Pair> pairs = new ArrayList<>();
        try {
            pairs.add(new Ours(image));
            for (Link link : Link.values()) {
                pairs.add(new Theirs(image, link, folder));
            }
            for (Pair pair : pairs) {
                pair.prepare();
            }
            for (int i = 0; i <= runs; i++) {
                for (Pair pair : pairs) {
                    pair.transfer(i > 0);
                }
            }
        } finally {
            pairs.forEach(Pair::close);
            Files.deleteIfExists(folder.resolve("stream"));
            Files.delete(folder);
        }
        List<Row> rows = new ArrayList<>();
        Pair ours = pairs.getFirst();
        for (Pair theirs : pairs.subList(1, pairs.size())) {
            rows.add(Row.of("%d MB, %s, wall s".formatted(MEGABYTES, theirs), ours.seconds, theirs.seconds));
            rows.add(Row.of("%d MB, %s, CPU s".formatted(MEGABYTES, theirs), ours.cpuSeconds, theirs.cpuSeconds));
        }
        return rows;
    }

    private static final class Ours extends Pair {
        private final List<Vm> vms = new ArrayList<>();

        Ours(GuestImage image) {
            var lan = new Lan("wire");
            for (int i = 1; i <= 2; i++) {
                Vm vm = Vm.builder("wire-" + i).memoryMiB(512).seed(i).build();
                vms.add(vm);
                lan.join(vm, NetOptions.DEFAULT.mac(MAC + i));
                image.on(vm).prepare();
            }
            for (Vm vm : vms) {
                if (!vm.console().text().contains(vm.prompt())) { // the second runs along with the first
                    vm.runUntil(Condition.console(vm.prompt()));
                }
            }
        }

        @Override
        double run(int guest, String command) throws IOException {
            long start = System.nanoTime();
            ShellResult result = vms.get(guest - 1).shell(command);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (result.status() != 0) {
                throw new IOException("'" + command + "' went wrong: " + result.output());
            }
            return seconds;
        }

        @Override
        double cpuSeconds() {
            return BlockBench.cpuSeconds(ProcessHandle.current());
        }

        @Override
        public void close() {
            vms.forEach(Vm::close);
        }

        @Override
        public String toString() {
            return "ours";
        }
    }

    private static final class Theirs extends Pair {
        private final Link link;
        private final List<GuestSession> guests = new ArrayList<>();

        Theirs(GuestImage image, Link link, Path folder) throws IOException {
            this.link = link;
            int port;
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            for (int i = 1; i <= 2; i++) {
                List<String> command = new ArrayList<>(Qemu.boot(image));
                command.addAll(List.of("-netdev", link.netdev(i, folder, port), "-device", "virtio-net-device,netdev=net,mac=" + MAC + i));
                guests.add(new GuestSession(command, image.manifest().recipe().prompt()));
            }
        }

        @Override
        double run(int guest, String command) throws IOException {
            return guests.get(guest - 1).seconds(command);
        }

        @Override
        double cpuSeconds() {
            return guests.stream().mapToDouble(GuestSession::cpuSeconds).sum();
        }

        @Override
        public void close() {
            guests.forEach(GuestSession::close);
        }

        @Override
        public String toString() {
            return "QEMU's " + link.name().toLowerCase(Locale.ROOT);
        }
    }
}
