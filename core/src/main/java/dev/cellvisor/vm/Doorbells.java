package dev.cellvisor.vm;

import dev.cellvisor.cpu.kvm.KvmVm;
import dev.cellvisor.cpu.kvm.ffi.EventFd;
import dev.cellvisor.cpu.kvm.ffi.KvmException;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.transport.VirtioMmio;
import dev.cellvisor.virtio.transport.VirtioRegister;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * QueueNotify without an exit: KVM answers the store in the kernel by raising an eventfd, the vCPU goes on at once, and a thread here hands
 * the notification to the device. For each queue of each virtio device there is one eventfd, since the value that was stored is not told.
 *
 * <p>The thread works only between {@link #go} and {@link #halt}; what is rung while the VM stands still waits.
 */
final class Doorbells implements AutoCloseable {
    private static final int VALUE_BYTES = 4;

    /** One queue's. */
    private record Bell(VirtioMmio slot, VirtioDevice device, int queue, KvmVm.Doorbell doorbell, EventFd event) {
    }

    private final KvmVm kvm;
    private final Board board;
    private final List<VirtioMmio> slots;
    private final Consumer<Runnable> underLock;
    private final Consumer<Throwable> failed;
    private final List<Bell> bells = new ArrayList<>();
    private final Map<String, Long> rung = new LinkedHashMap<>();
    private final EventFd attention = new EventFd();
    private final Gate gate = new Gate();
    private Thread thread;
    private boolean going;
    private boolean parked = true;
    private boolean ended = true;
    private boolean closing;

    /**
     * @param slots by address; devices may come and go while the VM stands still
     * @param underLock does something as the machine itself, with its devices to itself
     * @param failed told what a device threw
     */
    Doorbells(KvmVm kvm, Board board, List<VirtioMmio> slots, Consumer<Runnable> underLock, Consumer<Throwable> failed) {
        this.kvm = kvm;
        this.board = board;
        this.slots = slots;
        this.underLock = underLock;
        this.failed = failed;
    }

    /** Lets notifications come in; registers those of devices that are new. The vCPUs do not run yet. */
    void go() {
        register();
        synchronized (gate) {
            if (thread == null) {
                ended = false;
                thread = Thread.ofPlatform().daemon().name("doorbells").start(this::work);
            }
            going = true;
            gate.notifyAll();
        }
    }

    /** Lets none come in any more, after the vCPUs have come to a halt; returns when the last has been dealt with. Not with the lock. */
    void halt() {
        synchronized (gate) {
            going = false;
        }
        attention.signal();
        gate.await(() -> parked);
        for (Bell bell : bells) {
            if (bell.event.take() > 0) {
                ring(bell);
            }
        }
    }

    /** How often each device's queues were notified this way: no exits. */
    Map<String, Long> rung() {
        synchronized (rung) {
            return new LinkedHashMap<>(rung);
        }
    }

    private void register() {
        bells.removeIf(bell -> {
            boolean gone = bell.slot.device() != bell.device;
            if (gone) {
                kvm.removeIoeventfd(bell.event, bell.doorbell);
                bell.event.close();
            }
            return gone;
        });
        for (int i = 0; i < slots.size(); i++) {
            VirtioMmio slot = slots.get(i);
            if (slot.device() != null && bells.stream().noneMatch(bell -> bell.slot == slot)) {
                for (int queue = 0; queue < slot.device().queueCount(); queue++) {
                    var event = new EventFd();
                    var doorbell = KvmVm.Doorbell.mmio(board.virtioAddress(i) + VirtioRegister.QueueNotify.offset(), VALUE_BYTES).of(queue);
                    try {
                        kvm.ioeventfd(event, doorbell);
                    } catch (KvmException e) {
                        event.close();
                        throw e;
                    }
                    bells.add(new Bell(slot, slot.device(), queue, doorbell, event));
                }
            }
        }
    }

    private void work() {
        while (true) {
            synchronized (gate) {
                parked = true;
                gate.notifyAll();
                gate.await(() -> going || closing);
                if (closing) {
                    ended = true;
                    gate.notifyAll();
                    return;
                }
                parked = false;
            }
            listen();
        }
    }

    private void listen() {
        int[] fds = new int[bells.size() + 1];
        for (int i = 0; i < bells.size(); i++) {
            fds[i] = bells.get(i).event.number();
        }
        fds[bells.size()] = attention.number();
        var poll = EventFd.Poll.of(fds);
        while (going()) {
            poll.await(-1);
            attention.take();
            for (int i = 0; i < bells.size() && going(); i++) {
                if (poll.ready(i) && bells.get(i).event.take() > 0) {
                    ring(bells.get(i));
                }
            }
        }
    }

    private void ring(Bell bell) {
        synchronized (rung) {
            rung.merge(bell.device.name(), 1L, Long::sum);
        }
        try {
            underLock.accept(() -> bell.slot.write(VirtioRegister.QueueNotify.offset(), VALUE_BYTES, bell.queue));
        } catch (Throwable e) {
            failed.accept(e); // the thread lives on for the next run
        }
    }

    private boolean going() {
        synchronized (gate) {
            return going && !closing;
        }
    }

    @Override
    public void close() {
        halt();
        synchronized (gate) {
            closing = true;
            gate.notifyAll();
        }
        gate.await(() -> ended);
        bells.forEach(bell -> {
            kvm.removeIoeventfd(bell.event, bell.doorbell);
            bell.event.close();
        });
        bells.clear();
        attention.close();
    }
}
