package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code cellvisor qtest} as the process that a client starts and ends. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class QtestCommandTest {
    @TempDir
    Path folder;

    @Test
    void aFailureIsToldByTheStatus() throws Exception {
        Process server = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-cp", System.getProperty("java.class.path"),
                "dev.cellvisor.cli.Main", "qtest", "-M", "virt", "-qtest", "unix:" + folder.resolve("nobody")).redirectErrorStream(true).start();
        String output = new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(server.waitFor(30, TimeUnit.SECONDS));
        assertEquals(1, server.exitValue(), output);
        assertTrue(output.contains("nobody listens at the socket"), output);
    }

    @Test
    void itConnectsToBothSocketsAndEndsOnSigtermWithStatusZero() throws Exception {
        Path qtestPath = folder.resolve("q");
        Path qmpPath = folder.resolve("m");
        try (var qtestListener = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(qtestPath));
                var qmpListener = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(qmpPath))) {
            Process server = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "--enable-native-access=ALL-UNNAMED", "-cp",
                    System.getProperty("java.class.path"), "dev.cellvisor.cli.Main", "qtest", "-qtest", "unix:" + qtestPath, "-qtest-log", "/dev/null",
                    "-chardev", "socket,path=" + qmpPath + ",id=char0", "-mon", "chardev=char0,mode=control", "-display", "none", "-M", "virt",
                    "-device", "virtio-rng-device", "-accel", "qtest").redirectErrorStream(true).start();
            try (SocketChannel qtest = qtestListener.accept(); SocketChannel qmp = qmpListener.accept()) {
                qtest.write(ByteBuffer.wrap("readl 0xa003e08\n".getBytes(StandardCharsets.US_ASCII)));
                assertEquals("OK 0x0000000000000004", new BufferedReader(Channels.newReader(qtest, StandardCharsets.US_ASCII)).readLine());
                assertTrue(new BufferedReader(Channels.newReader(qmp, StandardCharsets.US_ASCII)).readLine().startsWith("{\"QMP\": "));
                server.toHandle().destroy(); // SIGTERM
                assertTrue(server.waitFor(30, TimeUnit.SECONDS));
                assertEquals(0, server.exitValue(), new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            } finally {
                server.destroyForcibly();
            }
        }
    }
}
