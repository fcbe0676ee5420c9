package dev.cellvisor.cli;

import static dev.cellvisor.vm.Condition.console;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.ImageException;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.VirtioFeature;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.FileBackend;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.block.OverlayBackend;
import dev.cellvisor.virtio.console.ConsoleControl;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.console.ConsolePort;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.rules.Advice;
import dev.cellvisor.virtio.rules.Violation;
import dev.cellvisor.virtio.transport.VirtioMmio;
import dev.cellvisor.vm.Vm;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One Linux whose devices are legacy and modern side by side, and come and go while it runs. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class HotSwapBootTest {
    private static final boolean FULL = Boolean.getBoolean("cellvisor.full");
    private static final int BINDS = FULL ? 1000 : 5;

    /** A source of entropy as a cell has it: Linux's virtio-rng driver takes whatever it says. */
    private static final class Letters extends VirtioDevice {
        private final int letter;

        Letters(char letter) {
            super("letters-" + letter, 4, 8);
            this.letter = letter;
        }

        @Override
        protected void handle(int queue, DescriptorChain chain) {
            while (chain.writer().remaining() > 0) {
                chain.writer().writeByte(letter);
            }
        }
    }

    private static GuestImage image() {
        try {
            return Images.ensure(Images.DEFAULT, Progress.none());
        } catch (ImageException e) {
            return Assumptions.abort("no guest image: " + e.getMessage());
        }
    }

    @Test
    void devicesOfBothInterfacesComeAndGoUnderLinux() throws Exception {
        GuestImage image = image();
        long start = System.nanoTime();
        List<String> broken = new ArrayList<>();
        Set<String> controls = new HashSet<>();
        try (Vm vm = Vm.builder("hot-swap").memoryMiB(256).build()) {
            vm.trace().add((instruction, fact) -> {
                if (fact instanceof Violation || fact instanceof Advice) {
                    broken.add(fact.toString());
                } else if (fact instanceof ConsoleControl control && control.fromDriver()) {
                    controls.add(control.event());
                }
            });
            VirtioMmio disk = vm.attach(new BlockDevice(new OverlayBackend(FileBackend.openReadOnly(image.disk()))).legacy());
            // Linux finds the one of a single port first, at the lower address; it loses a console if it is the other way round.
            var ports = new ConsoleDevice(4);
            ConsolePort agent = ports.addPort("org.example.agent");
            VirtioMmio multiport = vm.attach(ports.legacy());
            var console = new ConsoleDevice();
            vm.attach(console.legacy());
            var old = new Letters('A');
            VirtioMmio letters = vm.attach(old);
            image.on(vm).prepare();
            var early = assertThrows(IllegalStateException.class, () -> vm.hotSwap(old, new Letters('B')));
            assertTrue(early.getMessage().contains("echo a003800.virtio_mmio > /sys/bus/platform/drivers/virtio-mmio/unbind"), early.getMessage());
            assertTrue(early.getMessage().contains("vm.replace(slot, device)"), early.getMessage());
            assertEquals(old, letters.device(), "nothing was done");
            vm.runUntil(console(vm.prompt()).limit(4_000_000_000L));

            // Legacy: the disk reads as its file does, and the console prints.
            assertTrue(disk.isLegacy() && !letters.isLegacy());
            byte[] start64k = new byte[1 << 16];
            try (var file = new java.io.RandomAccessFile(image.disk().toFile(), "r")) {
                file.readFully(start64k);
            }
            String sha1 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(start64k));
            assertEquals(sha1 + "  -\n", vm.shell("head -c 65536 /dev/vda | sha1sum").orThrow());
            assertEquals("AAAA", vm.shell("head -c 4 /dev/hwrng").orThrow());
            var printed = new StringBuilder();
            console.onTransmit(bytes -> printed.append(new String(bytes)));
            vm.shell("echo over the legacy console > /dev/hvc0").orThrow();
            assertTrue(printed.toString().contains("over the legacy console"), printed.toString());

            // Legacy too, a console of several ports: each control message is one descriptor, as a driver without VIRTIO_F_ANY_LAYOUT has to have it.
            assertTrue(multiport.isLegacy() && !multiport.state().negotiated().has(VirtioFeature.VIRTIO_F_ANY_LAYOUT), multiport.toString());
            String port = vm.shell("(cd /sys/class/virtio-ports; grep -l org.example.agent */name)").orThrow().split("/")[0];
            var fromGuest = new ByteArrayOutputStream();
            agent.onTransmit(fromGuest::writeBytes);
            agent.receive("there\n");
            assertEquals("there\n", vm.shell("head -n 1 /dev/" + port + "; echo and back >/dev/" + port).orThrow());
            assertEquals("and back\n", fromGuest.toString());
            assertTrue(controls.contains("VIRTIO_CONSOLE_PORT_OPEN") && controls.contains("VIRTIO_CONSOLE_PORT_READY"), controls.toString());

            // Another class in its place.
            vm.hotSwap(old, new Letters('B'));
            assertEquals("BBBB", vm.shell("head -c 4 /dev/hwrng").orThrow());
            vm.hotSwap(letters, new Letters('C').legacy());
            assertEquals("CCCC", vm.shell("head -c 4 /dev/hwrng").orThrow());
            assertTrue(letters.isLegacy());

            // A second disk where nothing was.
            VirtioMmio second = vm.hotPlug(new BlockDevice(MemoryBackend.ofSize(3 << 20)));
            assertEquals("6144\n", vm.shell("cat /sys/block/vdb/size").orThrow());
            vm.shell("echo kept > /dev/vdb").orThrow();
            assertEquals("kept\n", vm.shell("head -c 5 /dev/vdb").orThrow());
            vm.hotUnplug(second);
            assertEquals(1, vm.shell("test -e /sys/block/vdb").status());

            // The driver lets go and comes back, again and again.
            String name = "a003800.virtio_mmio";
            for (int done = 0; done < BINDS; done += Math.min(50, BINDS - done)) {
                int count = Math.min(50, BINDS - done);
                vm.shell("cd /sys/bus/platform/drivers/virtio-mmio && i=0 && while [ $i -lt " + count + " ]; do echo " + name + " > unbind && echo " + name
                        + " > bind || exit 1; i=$((i+1)); done; cd /").orThrow();
            }
            assertEquals("CCCC", vm.shell("head -c 4 /dev/hwrng").orThrow());
            assertEquals(List.of(), broken);
        }
        System.out.printf("figure: driver unbound and bound %,d times%s, three swaps and a plug under one Linux, no violation (%.1f s)%n",
                BINDS, FULL ? "" : " (a sample)", (System.nanoTime() - start) / 1e9);
    }
}
