package dev.cellvisor.cli;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.ImageException;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import dev.cellvisor.net.NetBackend;
import dev.cellvisor.net.NetPort;
import dev.cellvisor.net.Offloads;
import dev.cellvisor.net.Packet;
import dev.cellvisor.virtio.balloon.BalloonDevice;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.FileBackend;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.block.OverlayBackend;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.virtio.net.NetworkDevice;
import dev.cellvisor.virtio.vsock.VsockDevice;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import org.junit.jupiter.api.Assumptions;

/** A Linux with every virtio device that there is, and work that uses them all. */
final class FullGuest {
    /** Writes and reads a disk, sends packets, prints on a virtio console, asks for random bytes. */
    static final String WORK = "ip link set eth0 up; ip addr add 10.0.0.2/24 dev eth0; "
            + "for i in 1 2 3; do dd if=/dev/hwrng of=/tmp/r$i bs=1024 count=8 2>/dev/null; dd if=/tmp/r$i of=/dev/vdb bs=4096 seek=$i conv=fsync 2>/dev/null; "
            + "ping -c 1 -W 1 10.0.0.9 >/dev/null; echo $i $(head -c 32768 /dev/vdb | md5sum); (echo $i >/dev/hvc0 &); done; free | md5sum\n";

    final Vm vm;
    final BalloonDevice balloon = new BalloonDevice();
    final ConsoleDevice console = new ConsoleDevice(4);
    final VsockDevice vsock = new VsockDevice(3);

    FullGuest(String name, Engine engine) throws IOException {
        GuestImage image = image();
        vm = Vm.builder(name).memoryMiB(256).engine(engine).build();
        vm.attach(BlockDevice.of(new OverlayBackend(FileBackend.openReadOnly(image.disk()))).build().latencyTicks(900));
        vm.attach(BlockDevice.of(MemoryBackend.ofSize(1 << 20)).build().latencyTicks(2500));
        vm.attach(new EntropyDevice(5));
        vm.attach(balloon);
        vm.attach(console);
        vm.attach(vsock);
        vm.attach(new NetworkDevice(new Echo()));
        image.on(vm).prepare();
    }

    static GuestImage image() {
        try {
            return Images.ensure(Images.DEFAULT, Progress.none());
        } catch (ImageException e) {
            Assumptions.abort("no guest image: " + e.getMessage());
            return null;
        }
    }

    /** Sends every packet back to where it came from, 100 microseconds later. */
    static final class Echo implements NetBackend {
        private NetPort port;

        @Override
        public Offloads offloads() {
            return Offloads.NONE;
        }

        @Override
        public void send(Packet packet, long tick) {
            port.deliver(packet, tick + 6250);
        }

        @Override
        public void connect(NetPort newPort) {
            port = newPort;
        }
    }
}
