package dev.cellvisor.view;

import dev.cellvisor.boot.DeviceTree;
import dev.cellvisor.cpu.a64.mmu.Translation;
import dev.cellvisor.cpu.kvm.RunPage;
import dev.cellvisor.debug.BlockListing;
import dev.cellvisor.debug.CallStack;
import dev.cellvisor.debug.Listing;
import dev.cellvisor.irq.GicInterrupt;
import dev.cellvisor.irq.InterruptController;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.memory.RegisterDevice;
import dev.cellvisor.net.Capture;
import dev.cellvisor.trace.Trace;
import dev.cellvisor.virtio.balloon.BalloonDevice;
import dev.cellvisor.virtio.balloon.BalloonStats;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.console.ConsolePort;
import dev.cellvisor.virtio.net.NetworkDevice;
import dev.cellvisor.virtio.transport.PackedQueueView;
import dev.cellvisor.virtio.transport.SplitQueueView;
import dev.cellvisor.virtio.transport.RegisterValue;
import dev.cellvisor.virtio.transport.RegisterValues;
import dev.cellvisor.virtio.vsock.VsockConnections;
import dev.cellvisor.vm.ExitCounts;
import dev.cellvisor.vm.Hexdump;
import dev.cellvisor.vm.KeptRuns;
import dev.cellvisor.vm.KvmInfo;
import dev.cellvisor.vm.Profile;
import dev.cellvisor.vm.Registers;
import dev.cellvisor.vm.RunDiff;
import dev.cellvisor.vm.RunResult;
import dev.cellvisor.vm.SnapshotDiff;

/** The views that are there from the start. */
final class BuiltInViews {
    private BuiltInViews() {
    }

    static void registerAll() {
        Views.register(Table.class, View::of);
        Views.register(Svg.class, picture -> View.of(picture, picture.label()));
        Views.register(Rich.class, line -> new View(line.text(), line.html(), null));
        Views.register(byte[].class, bytes -> MemoryViews.of(new Hexdump(0, bytes)));
        Views.register(Hexdump.class, MemoryViews::of);
        Views.register(HexdumpDiff.class, MemoryViews::of);
        Views.register(MemoryMap.class, MapPicture::of);
        Views.register(GuestMemory.class, memory -> MapPicture.of(new MemoryMap(memory, new Trace())));
        Views.register(RegisterValues.class, RegisterViews::of);
        Views.register(RegisterValue.class, RegisterViews::of);
        Views.register(RegisterDevice.class, RegisterViews::of);
        Views.register(SplitQueueView.class, QueuePicture::of);
        Views.register(PackedQueueView.class, PackedQueuePicture::of);
        Views.register(BalloonDevice.class, DeviceViews::of);
        Views.register(BalloonStats.class, DeviceViews::of);
        Views.register(ConsoleDevice.class, DeviceViews::of);
        Views.register(ConsolePort.class, DeviceViews::of);
        Views.register(VsockConnections.class, VsockViews::of);
        Views.register(ExitCounts.class, ExitPicture::of);
        Views.register(Registers.class, CpuViews::of);
        Views.register(InterruptController.class, CpuViews::of);
        Views.register(GicInterrupt.class, CpuViews::of);
        Views.register(RunResult.class, CpuViews::of);
        Views.register(KeptRuns.class, CpuViews::of);
        Views.register(Listing.class, ListingView::of);
        Views.register(CallStack.class, ListingView::of);
        Views.register(BlockListing.class, BlockView::of);
        Views.register(Profile.class, FlamePicture::of);
        Views.register(Translation.class, WalkPicture::of);
        Views.register(Timeline.class, TimelinePicture::of);
        Views.register(TimelineChart.class, TimelineChart::view);
        Views.register(DeviceTree.class, DeviceTreeView::of);
        Views.register(Capture.class, NetViews::of);
        Views.register(SnapshotDiff.class, DiffViews::of);
        Views.register(RunDiff.class, DiffViews::of);
        Views.register(KvmInfo.class, KvmViews::of);
        Views.register(RunPage.class, RunPagePicture::of);
        Views.register(NetworkDevice.class, NetViews::of);
    }
}
