package dev.cellvisor.vm;

import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.memory.RamSnapshot;
import dev.cellvisor.state.StateException;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.balloon.BalloonDevice;
import dev.cellvisor.virtio.block.BlockBackend;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.CachedBackend;
import dev.cellvisor.virtio.block.OverlayBackend;
import dev.cellvisor.virtio.block.WearBackend;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.console.ConsolePort;
import dev.cellvisor.virtio.net.NetworkDevice;
import dev.cellvisor.virtio.transport.VirtioMmio;
import dev.cellvisor.virtio.vsock.VsockDevice;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/**
 * One VM's cache of runs. Before a run it asks whether the same was done before, and if so makes the machine what it was then; after a run it keeps what came of it. The end of a run that is
 * kept has a name, its key; what follows is told by what differs from there, so that the next look costs what was written since.
 */
final class RunKeeper {
    private final Vm vm;
    private final KeptFolder folder;
    private final long fromInstructions;
    private final KeptWriter writer = new KeptWriter();
    private final KeptRuns report = new KeptRuns(writer::finish);
    private final Set<String> said = new HashSet<>();
    private RunKey.Known known;
    private Going going;

    /** The run that goes on now. @param cells what cells' code and values were, but for what the machine saves */
    private record Going(String key, String cells, long instruction, int startConsole, int inputs) {
    }

    RunKeeper(Vm vm, KeptFolder folder, long fromInstructions) {
        this.vm = vm;
        this.folder = folder;
        this.fromInstructions = fromInstructions;
    }

    KeptRuns report() {
        return report;
    }

    /** A run is about to begin; its result if it need not be done, else {@code null}. */
    RunResult take(Condition condition) {
        going = null;
        if (vm.scheduler().replaying() || vm.scheduler().toldToStop() || condition.stops().isEmpty()) {
            return null;
        }
        long instruction = vm.clock().instructions();
        try {
            refuse(!folder.off().isEmpty(), folder.off());
            refuse(folder.limitBytes() == 0, "its folder may take no room");
            refuseCompany();
            String program = OurProgram.sha256(folder.directory());
            RamSnapshot ram = vm.memory().snapshot();
            String key = RunKey.of(vm, condition, program, CellValues.sha256(vm, condition, false), known, ram);
            Snapshot found = folder.find(key, KeptFolder.RUN);
            if (found == null) {
                going = new Going(key, CellValues.sha256(vm, condition, true), instruction, vm.console().size(), vm.inputs().size());
                return null;
            }
            return become(found, key, condition, instruction);
        } catch (KeptAside e) {
            aside(instruction, condition, e.getMessage());
        } catch (StateException e) {
            aside(instruction, condition, "the kept run is dropped: " + e.getMessage());
        } catch (UncheckedIOException e) {
            aside(instruction, condition, "the cache cannot be read: " + e.getMessage());
        }
        return null;
    }

    private RunResult become(Snapshot found, String key, Condition condition, long instruction) {
        KeptRun run = KeptRun.of(found);
        try {
            vm.parts().restoreKept(found);
        } catch (StateException | UnsupportedOperationException e) {
            KeptFolder.delete(folder.file(key, KeptFolder.RUN));
            throw new KeptAside("the kept run is dropped: " + e.getMessage());
        }
        if (vm.guestSymbols().ofKernel()) {
            vm.guestSymbols().base(run.symbolsBase());
        }
        known = new RunKey.Known(key, found.ram);
        for (Condition.Stop stop : condition.stops()) {
            if (stop instanceof Condition.Stop.Bytes bytes) {
                hear(bytes, vm.console().bytesFrom(run.startConsole()));
            }
        }
        report.add(new KeptRuns.Row(instruction, condition.toString(), KeptRuns.Outcome.TAKEN, ""));
        System.err.println("cellvisor: VM '%s' until %s: taken from the cache, %.1f s of the guest's time".formatted(vm.name(), condition, run.ticks() * 16e-9));
        return new RunResult(run.exit(), run.met(), run.instructions(), run.ticks(), vm.console().textFrom(run.startConsole()), run.seconds());
    }

    private static void hear(Condition.Stop.Bytes listener, byte[] shown) {
        for (byte value : shown) {
            if (listener.done().test(value & 0xff)) {
                return;
            }
        }
    }

    /** The run has ended. */
    void ran(Condition condition, RunResult result) {
        Going run = going;
        going = null;
        if (run == null) {
            return;
        }
        if (!result.met() || !KeptRun.isPlain(result.exit()) || result.instructions() < fromInstructions) {
            String why = !result.met() ? RunResult.describe(result.exit()) : "%,d instructions; from %,d on they are kept".formatted(result.instructions(), fromInstructions);
            report.add(new KeptRuns.Row(run.instruction, condition.toString(), KeptRuns.Outcome.NOT_KEPT, why));
            return;
        }
        try {
            if (vm.inputs().size() != run.inputs) {
                throw new KeptAside("something came in from outside while it ran");
            }
            if (!CellValues.sha256(vm, condition, true).equals(run.cells)) {
                throw new KeptAside("it changed values of cells that no state of the machine has; a device whose save() has them can be kept");
            }
            String label = "%s: %s".formatted(vm.name(), condition);
            Snapshot snapshot = KeptRun.of(label, result, run.startConsole, vm.guestSymbols().base()).snapshot(vm);
            known = new RunKey.Known(run.key, snapshot.ram);
            report.add(new KeptRuns.Row(run.instruction, condition.toString(), KeptRuns.Outcome.KEPT, ""));
            writer.keep(folder, run.key, snapshot);
        } catch (KeptAside e) {
            aside(run.instruction, condition, e.getMessage());
        }
    }

    private void aside(long instruction, Condition condition, String reason) {
        report.add(new KeptRuns.Row(instruction, condition.toString(), KeptRuns.Outcome.ASIDE, reason));
        if (!reason.equals(folder.off()) && said.add(reason)) { // whoever wanted it so need not be told
            System.err.println("cellvisor: VM '%s' until %s: the cache of runs steps aside: %s".formatted(vm.name(), condition, reason));
        }
    }

    /** Whoever wants to see a run must see it, and what comes from the host is in no key. */
    private void refuseCompany() {
        refuse(!vm.countsInstructions(), "KVM's CPUs do not count instructions");
        refuse(vm.shape().cpuFactory != null, "its CPUs are of somebody's own making");
        refuse(vm.trace().on(), "somebody listens to its trace");
        refuse(vm.console().listeners() > 1 || vm.board().hasDevices() && vm.uart().listeners() > 1, "somebody listens to its console");
        refuse(vm.begunHistory() != null, "it keeps a history");
        refuse(vm.begunProfile() != null, "it is profiled");
        refuse(!vm.scheduler().undisturbed(), "it waits in real time, or for the host's network");
        refuse(vm.memory().observed(), "its loads or stores are observed");
        for (VmCpu cpu : vm.cpus()) {
            Cpu one = cpu.cpu();
            refuse(one.hasBreakpoints(), "breakpoints are set");
        }
        for (VirtioMmio slot : vm.slots()) {
            if (slot.device() != null) {
                refuseHostSide(slot.device());
            }
        }
    }

    private static void refuseHostSide(VirtioDevice device) {
        boolean heard = switch (device) {
            case NetworkDevice net -> net.isHeard();
            case ConsoleDevice console -> console.ports().stream().anyMatch(ConsolePort::isHeard);
            case VsockDevice vsock -> !vsock.connections().rows().isEmpty() || !vsock.connections().listening().isEmpty();
            case BalloonDevice balloon -> balloon.isHeard();
            default -> false;
        };
        refuse(heard, "'" + device.name() + "' has somebody on the host's side");
        refuse(device instanceof BlockDevice disk && !isOurs(disk.backend()), "'" + device.name() + "' has a backend of somebody's own making");
    }

    /** Whether a backend and all that is behind it come with this library. */
    private static boolean isOurs(BlockBackend backend) {
        return CellCode.isOurs(backend.getClass()) && switch (backend) {
            case OverlayBackend overlay -> isOurs(overlay.base());
            case CachedBackend cache -> isOurs(cache.behind());
            case WearBackend wear -> isOurs(wear.behind());
            default -> true;
        };
    }

    private static void refuse(boolean is, String reason) {
        if (is) {
            throw new KeptAside(reason);
        }
    }
}
