package dev.cellvisor.cli;

import static dev.cellvisor.vm.Condition.console;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.boot.ElfProgram;
import dev.cellvisor.cpu.a64.asm.Assembler;
import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.ImageException;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import dev.cellvisor.virtio.VirtioFeature;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.FileBackend;
import dev.cellvisor.virtio.block.OverlayBackend;
import dev.cellvisor.virtio.rules.Advice;
import dev.cellvisor.virtio.rules.Violation;
import dev.cellvisor.virtio.transport.VirtioMmio;
import dev.cellvisor.virtio.vsock.VsockConnection;
import dev.cellvisor.virtio.vsock.VsockDevice;
import dev.cellvisor.virtio.vsock.VsockListener;
import dev.cellvisor.virtio.vsock.VsockMessage;
import dev.cellvisor.virtio.vsock.VsockType;
import dev.cellvisor.vm.InputLog;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Linux's own vsock driver and a program of ours in the guest, Java on the host: both directions, both kinds of sockets, both ends closing. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class VsockLinuxTest {
    private static final int MEBIBYTES = Boolean.getBoolean("cellvisor.full") ? 32 : 1;
    private static final int PROGRAM_BUFFER = 1 << 16;

    private final List<String> broken = new ArrayList<>();
    private VsockDevice vsock = new VsockDevice(3);
    private GuestImage image;
    private VirtioMmio slot;
    private Vm vm;

    private static GuestImage image() {
        try {
            return Images.ensure(Images.DEFAULT, Progress.none());
        } catch (ImageException e) {
            return Assumptions.abort("no guest image: " + e.getMessage());
        }
    }

    private static byte[] program() throws IOException {
        try (InputStream source = VsockLinuxTest.class.getResourceAsStream("vsock.s")) {
            String text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
            return ElfProgram.of(Assembler.assemble(ElfProgram.CODE_ADDRESS, text).bytes(), PROGRAM_BUFFER);
        }
    }

    private void boot() throws IOException {
        image = image();
        vm = Vm.builder("vsock").memoryMiB(256).build();
        vm.trace().add((instruction, fact) -> {
            if (fact instanceof Violation || fact instanceof Advice) {
                broken.add(fact.toString());
            }
        });
        vm.attach(new BlockDevice(new OverlayBackend(FileBackend.openReadOnly(image.disk()))));
        slot = vm.attach(vsock);
        image.on(vm).prepare();
        ok("echo " + Base64.getEncoder().encodeToString(program()) + " | base64 -d >/bin/vsock; chmod +x /bin/vsock");
    }

    private String ok(String command) {
        var result = vm.shell(command);
        assertEquals(0, result.status(), command + ": " + result.output());
        return result.output();
    }

    private static byte[] random(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void bothEndsTalk() throws Exception {
        long start = System.nanoTime();
        try {
            boot();
            theGuestConnects();
            theHostConnects();
            messages();
            refusals();
            anotherThread();
            transportReset();
            driverComesAndGoes();
            packedRings();
            assertEquals(List.of(), broken, "Linux broke no rule");
        } finally {
            if (vm != null) {
                vm.close();
            }
        }
        System.out.printf("figure: vsock with Linux, %d MiB each way by stream and in messages, over split and packed rings, both ends connecting and closing (%.1f s)%n",
                MEBIBYTES, (System.nanoTime() - start) / 1e9);
    }

    /** The guest connects, sends megabytes of its disk, and prints the checksum of what the host sends. */
    private void theGuestConnects() throws IOException {
        int size = MEBIBYTES << 20;
        byte[] disk = Arrays.copyOf(Files.readAllBytes(image.disk()), size);
        byte[] data = random(size, 1);
        try (VsockListener listener = vsock.listen(1024)) {
            vm.type("dd if=/dev/vda bs=64k count=%d 2>/dev/null | vsock cso 1024 | sha256sum\n".formatted(size >> 16));
            try (VsockConnection connection = listener.accept()) {
                byte[] got = connection.readFully(size);
                assertArrayEquals(disk, got);
                assertNull(connection.read(1), "the guest sends no more");
                connection.write(data);
                connection.shutdownOutput();
                vm.runUntil(console(sha256(data)));
                connection.awaitEnd();
            }
        }
        ok("true");
        assertEquals(List.of(), vsock.connections().rows());
    }

    /** The host connects to a program that gives back what comes, and closes first. */
    private void theHostConnects() throws IOException {
        ok("vsock lse 80 & sleep 1");
        VsockConnection connection = vsock.connect(80);
        byte[] data = random(MEBIBYTES << 20, 2);
        var got = new java.io.ByteArrayOutputStream();
        for (int at = 0; at < data.length; at += 100_000) {
            byte[] piece = Arrays.copyOfRange(data, at, Math.min(data.length, at + 100_000));
            connection.write(piece);
            got.writeBytes(connection.readFully(piece.length));
        }
        assertArrayEquals(data, got.toByteArray());
        connection.close();
        connection.awaitEnd();
        assertEquals("0", ok("wait %1; echo $?").strip());
    }

    private void messages() throws IOException {
        ok("vsock lqe 81 & sleep 1");
        VsockConnection connection = vsock.connect(VsockType.SEQPACKET, 81);
        var random = new Random(3);
        int sent = 0;
        for (int i = 0; sent < MEBIBYTES << 20; i++) {
            byte[] message = random(1 + random.nextInt(i % 4 == 0 ? 60_000 : 5000), i);
            connection.send(message);
            VsockMessage answer = connection.receive();
            assertArrayEquals(message, answer.bytes(), "message " + i);
            sent += message.length;
        }
        connection.send((byte) 1, (byte) 2);
        connection.send((byte) 3);
        assertEquals(2, connection.receive().bytes().length, "two messages stay two");
        assertEquals(1, connection.receive().bytes().length);
        connection.shutdownOutput();
        assertNull(connection.receive(), "the guest's program ends at the end");
        connection.close();
        connection.awaitEnd();
    }

    private void refusals() {
        assertEquals(104, vm.shell("vsock cso 9 </dev/null").status(), "ECONNRESET: nobody listens on the host");
        var error = assertThrows(java.net.ConnectException.class, () -> vsock.connect(99));
        assertTrue(error.getMessage().contains("port 99 of the guest"), error.getMessage());
        assertThrows(java.net.ConnectException.class, () -> vsock.connect(VsockType.SEQPACKET, 99));
    }

    /** This thread runs the VM, another one uses the connection: what it did to the guest is in the log of inputs. */
    private void anotherThread() throws Exception {
        byte[] data = random(300_000, 4);
        try (VsockListener listener = vsock.listen(2000).inBackground()) {
            int before = vm.inputs().entries().size();
            var answer = CompletableFuture.supplyAsync(() -> {
                try (VsockConnection connection = listener.accept()) {
                    byte[] question = connection.readFully(9);
                    connection.write(data);
                    connection.shutdownOutput();
                    return new String(question, StandardCharsets.US_ASCII);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            assertTrue(ok("echo question | vsock cso 2000 | sha256sum").startsWith(sha256(data)));
            assertEquals("question\n", answer.get(60, TimeUnit.SECONDS));
            List<InputLog.Entry> inputs = vm.inputs().entries().subList(before, vm.inputs().entries().size());
            assertEquals(data.length, inputs.stream().filter(entry -> entry.kind() == InputLog.Kind.DEVICE && entry.detail().contains(" send "))
                    .mapToInt(entry -> entry.payload().length).sum());
        }
    }

    private void transportReset() throws IOException {
        vm.type("vsock cso 3000 </dev/null; echo status $?\n");
        try (VsockListener listener = vsock.listen(3000)) {
            VsockConnection connection = listener.accept();
            vsock.transportReset(4);
            vm.runUntil(console("status 104").or(console("status 0")));
            assertTrue(vm.console().has("status 104"), "ECONNRESET: the guest's driver has ended it");
            assertThrows(java.net.SocketException.class, () -> connection.read(1));
            vm.type("echo from the new address | vsock cso 3000\n");
            try (VsockConnection again = listener.accept()) {
                assertEquals("from", new String(again.readFully(4), StandardCharsets.US_ASCII));
            }
        }
        ok("true");
    }

    /** Another device in the same slot, with packed rings. */
    private void packedRings() throws IOException {
        var packed = new VsockDevice(5);
        packed.offer(VirtioFeature.VIRTIO_F_RING_PACKED);
        vm.hotSwap(vsock, packed);
        vsock = packed;
        assertTrue(slot.state().negotiated().has(VirtioFeature.VIRTIO_F_RING_PACKED), slot.state().negotiated().toString());
        theGuestConnects();
        messages();
    }

    private void driverComesAndGoes() throws IOException {
        VsockListener listener = vsock.listen(4000);
        ok("vsock cso 4000 </dev/null & true");
        VsockConnection connection = listener.accept();
        ok("cd /sys/bus/virtio/drivers/vmw_vsock_virtio_transport; n=$(ls -d virtio*); echo $n >unbind; echo $n >bind; cd /");
        assertThrows(java.net.SocketException.class, () -> connection.read(1));
        vm.type("vsock cso 4000 </dev/null\n");
        listener.accept().close();
        ok("true");
        listener.close();
    }
}
