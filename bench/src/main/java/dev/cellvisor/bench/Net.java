package dev.cellvisor.bench;

import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** TCP between the guest and a server on this host's loopback, through our NAT and QEMU's user network; timed by the server. */
final class Net {
    private static final int MEGABYTES = 32;
    private static final String CONFIGURE = "ip link set eth0 up; ip addr add 10.0.2.15/24 dev eth0; ";

    private Net() {
    }

    static List<Row> run(int runs) throws Exception {
        Qemu.require();
        GuestImage image = Images.ensure(Images.DEFAULT, Progress.none());
        String prompt = image.manifest().recipe().prompt();
        List<String> ours = Launcher.command("boot", "--no-cache", "--net", "nat");
        List<String> qemu = new ArrayList<>(Qemu.boot(image));
        qemu.addAll(List.of("-netdev", "user,id=net", "-device", "virtio-net-device,netdev=net"));
        List<List<Double>> results = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < runs; i++) {
            double[] mine = transfers(ours, prompt, "");
            double[] theirs = transfers(qemu, prompt, "poweroff -f\n");
            for (int k = 0; k < 2; k++) {
                results.get(2 * k).add(mine[k]);
                results.get(2 * k + 1).add(theirs[k]);
            }
            System.err.printf("cellvisor: run %d of %d: out %.2f s and %.2f s, in %.2f s and %.2f s%n", i + 1, runs, mine[0], theirs[0], mine[1], theirs[1]);
        }
        return List.of(Row.of("NAT, %d MB out, s".formatted(MEGABYTES), results.get(0), results.get(1)),
                Row.of("NAT, %d MB in, s".formatted(MEGABYTES), results.get(2), results.get(3)));
    }

    /** Seconds from the first byte to the last, out of the guest and into it. */
    private static double[] transfers(List<String> command, String prompt, String end) throws IOException, InterruptedException {
        double[] seconds = new double[2];
        try (var server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
            Thread thread = Thread.ofPlatform().daemon().start(() -> {
                try {
                    serve(server, seconds);
                } catch (IOException e) {
                    // The guest ended before: the seconds stay 0.
                }
            });
            GuestProcess.run(command, prompt, CONFIGURE + "dd if=/dev/zero bs=64k count=%d | nc 10.0.2.2 %d; nc 10.0.2.2 %d </dev/null >/dev/null\n%s"
                    .formatted(MEGABYTES * 16, server.getLocalPort(), server.getLocalPort(), end));
            thread.join(1000);
        }
        if (seconds[0] == 0 || seconds[1] == 0) {
            throw new IOException("the guest's transfers did not come to their end: " + command);
        }
        return seconds;
    }

    private static void serve(ServerSocket server, double[] seconds) throws IOException {
        byte[] buffer = new byte[65536];
        try (var connection = server.accept(); InputStream in = connection.getInputStream()) {
            long total = Math.max(0, in.read(buffer));
            long start = System.nanoTime();
            for (int size = in.read(buffer); size > 0; size = in.read(buffer)) {
                total += size;
            }
            seconds[0] = total == MEGABYTES << 20 ? (System.nanoTime() - start) / 1e9 : 0;
        }
        try (var connection = server.accept()) {
            long start = System.nanoTime();
            for (int i = 0; i < MEGABYTES * 16; i++) {
                connection.getOutputStream().write(buffer);
            }
            connection.shutdownOutput();
            if (connection.getInputStream().read() < 0) { // the guest has all, and closes
                seconds[1] = (System.nanoTime() - start) / 1e9;
            }
        }
    }
}
