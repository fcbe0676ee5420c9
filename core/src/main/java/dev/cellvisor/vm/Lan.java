package dev.cellvisor.vm;

import dev.cellvisor.cpu.Exit;
import dev.cellvisor.net.NetBackend;
import dev.cellvisor.net.PacketTap;
import dev.cellvisor.net.Switch;
import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import dev.cellvisor.time.EventQueue;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.net.NetOptions;
import dev.cellvisor.virtio.net.NetworkDevice;
import dev.cellvisor.virtio.transport.VirtioMmio;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * VMs on one wire. Each has its own time; a LAN has a common one, which goes on in rounds that are as long as a packet is on its way.
 * Whichever VM is run, the others keep pace: at the end of a round it waits until all have come that far, and then the packets of the
 * round are handed over. So a packet that one VM sends at common tick t arrives at the others at t + latency exactly, whatever
 * VM is run in which pieces, and a run can be repeated to the instruction.
 *
 * <pre>{@code
 * var lan = new Lan("wire");
 * lan.join(a, NetOptions.DEFAULT.mac("52:54:00:00:00:01"));
 * lan.join(b, NetOptions.DEFAULT.mac("52:54:00:00:00:02"));
 * a.shell("ping -c 3 10.0.0.2");              // b runs along
 * }</pre>
 *
 * <p>All VMs of a LAN are run from one thread at a time. Each packet is an input of the VM that gets it. A VM on a LAN is never idle for
 * good, since another might send something: {@link Condition#idle()} is not met there.
 */
public final class Lan {
    /** 50 microseconds. */
    public static final long DEFAULT_LATENCY_TICKS = 3125;

    private final String name;
    private final long latencyTicks;
    private final Map<String, Switch> segments = new LinkedHashMap<>();
    private final List<Member> members = new ArrayList<>();
    private final List<Joint> joints = new ArrayList<>();
    /** Common time: the start of the round, and its end. */
    private long start;
    private long end;
    private boolean ending;

    /** A LAN with a latency of 50 microseconds. */
    public Lan(String name) {
        this(name, DEFAULT_LATENCY_TICKS);
    }

    /**
     * A LAN.
     *
     * @param name for people
     * @param latencyTicks how long a packet is on its way, from 1; a shorter one makes rounds shorter, and runs slower
     * @throws IllegalArgumentException if the latency is less than 1
     */
    public Lan(String name, long latencyTicks) {
        if (latencyTicks < 1) {
            throw new IllegalArgumentException("a latency of " + latencyTicks + " ticks; it must be 1 or more");
        }
        this.name = name;
        this.latencyTicks = latencyTicks;
        end = latencyTicks;
    }

    /** A port of one of the switches, and whose it is. */
    private record Joint(String segment, Switch.Port port, Member member) {
    }

    private final class Member {
        final Vm vm;
        final long offset;
        final EventQueue.Timer timer;
        boolean down;

        Member(Vm vm, long offset) {
            this.vm = vm;
            this.offset = offset;
            timer = vm.events().timer("lan." + name + "." + members.size(), () -> roundEnds(this));
            timer.at(end + offset);
        }

        boolean isThere() {
            return vm.clock().ticks() - offset >= end;
        }
    }

    /** Gives a VM a network device on this LAN, in its last free slot. */
    public NetworkDevice join(Vm vm, NetOptions options) {
        var device = new NetworkDevice(options, port(vm));
        vm.attach(device);
        return device;
    }

    /** A port for a network device of a VM that is made by hand; from now on the VM keeps pace with the others. */
    public NetBackend port(Vm vm) {
        return port(vm, name);
    }

    /**
     * A port on another wire of this LAN, with a switch of its own.
     *
     * @throws IllegalStateException if the VM is on another LAN: it can keep pace with one only
     */
    public NetBackend port(Vm vm, String segment) {
        vm.requireIdle("joining a LAN");
        Member member = members.stream().filter(other -> other.vm == vm).findFirst().orElse(null);
        if (member == null) {
            member = join(vm, vm.clock().ticks() - start);
        }
        Switch.Port port = ether(segment).port(vm.name(), member.offset);
        joints.add(new Joint(segment, port, member));
        return port;
    }

    private Member join(Vm vm, long offset) {
        vm.joined(this);
        var member = new Member(vm, offset);
        members.add(member);
        return member;
    }

    /** Its VMs, in the order in which they joined. */
    public List<Vm> vms() {
        return members.stream().map(member -> member.vm).toList();
    }

    // ---- all of them at one moment

    /**
     * All VMs as they are now, and what is on the wires, as a value: {@code var s = lan.snapshot()}, and later {@code lan.restore(s)}.
     *
     * @throws IllegalStateException while one of them runs, or is closed
     */
    public LanSnapshot snapshot() {
        members.forEach(member -> member.vm.requireBetweenInstructions("the LAN's snapshot()"));
        return new LanSnapshot(save(), members.stream().map(member -> member.vm.parts().take()).toList());
    }

    /**
     * Goes back to a snapshot of this LAN, with all its VMs.
     *
     * @throws dev.cellvisor.state.StateException if it does not fit; nothing has changed then
     */
    public Lan restore(LanSnapshot snapshot) {
        members.forEach(member -> member.vm.requireBetweenInstructions("the LAN's restore(…)"));
        List<State> saved = snapshot.state.children("members");
        if (saved.size() != members.size() || snapshot.state.children("joints").size() != joints.size()) {
            throw new StateException("the snapshot is of %d VMs with %d ports, and LAN '%s' has %d with %d; snapshot.fork() makes a LAN that fits".formatted(saved.size(),
                    snapshot.state.children("joints").size(), name, members.size(), joints.size()));
        }
        LanSnapshot before = snapshot();
        try {
            become(snapshot);
        } catch (RuntimeException e) {
            become(before);
            throw e;
        }
        return this;
    }

    private void become(LanSnapshot snapshot) {
        for (int i = 0; i < members.size(); i++) {
            members.get(i).vm.parts().restore(snapshot.vms.get(i));
        }
        restore(snapshot.state);
    }

    /** Another LAN with forks of all VMs, which does what this one would do. */
    public Lan fork() {
        return snapshot().fork();
    }

    /**
     * A LAN that was saved with {@code lan.snapshot().save(path)}, its VMs under their old names: {@code lan.vms()}.
     *
     * @throws dev.cellvisor.state.StateException if the file is none, is damaged, or of another version; nothing was made then
     */
    public static Lan load(Path path) {
        return LanSnapshot.load(path);
    }

    private State save() {
        List<State> cables = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            List<VirtioMmio> slots = members.get(i).vm.boardDevices().slots();
            for (int slot = 0; slot < slots.size(); slot++) {
                NetBackend other = slots.get(slot).device() instanceof NetworkDevice device ? device.backend() : null;
                for (int joint = 0; other != null && joint < joints.size(); joint++) {
                    if (joints.get(joint).port == other) {
                        cables.add(State.of("cable", 1).put("member", i).put("slot", slot).put("joint", joint).build());
                    }
                }
            }
        }
        return State.of("lan", 1).put("name", name).put("latencyTicks", latencyTicks).put("start", start).put("end", end)
                .put("members", members.stream().map(member -> State.of("member", 1).put("offset", member.offset).put("down", member.down).build()).toList())
                .put("joints", joints.stream().map(joint -> State.of("joint", 1).put("segment", joint.segment).put("member", members.indexOf(joint.member)).build()).toList())
                .put("cables", cables)
                .put("switches", segments.entrySet().stream().map(entry -> State.of("segment", 1).put("name", entry.getKey()).put("switch", entry.getValue().save()).build()).toList())
                .build();
    }

    private void restore(State state) {
        start = state.expect("lan", 1).number("start");
        end = state.number("end");
        List<State> saved = state.children("members");
        for (int i = 0; i < members.size(); i++) {
            members.get(i).down = saved.get(i).flag("down");
        }
        for (State segment : state.children("switches")) {
            ether(segment.text("name")).restore(segment.child("switch"));
        }
    }

    /** A LAN of a snapshot, with VMs of these names. */
    static Lan of(LanSnapshot snapshot, List<String> names) {
        State state = snapshot.state.expect("lan", 1);
        var lan = new Lan(state.text("name"), state.number("latencyTicks"));
        lan.start = state.number("start");
        lan.end = state.number("end");
        List<State> saved = state.children("members");
        List<State> savedJoints = state.children("joints");
        List<Switch.Port> ports = savedJoints.stream().map(joint -> lan.ether(joint.text("segment")).port(names.get(joint.integer("member")),
                saved.get(joint.integer("member")).number("offset"))).toList();
        try {
            for (int i = 0; i < names.size(); i++) {
                int number = i;
                MachineParts.fork(snapshot.vms.get(i), snapshot.vms.get(i).shape.named(names.get(i)), new MachineParts.Preparation() {
                    @Override
                    public void built(Vm fork) {
                        lan.join(fork, saved.get(number).number("offset"));
                    }

                    @Override
                    public void device(int slot, VirtioDevice twin) {
                        state.children("cables").stream().filter(cable -> cable.integer("member") == number && cable.integer("slot") == slot)
                                .forEach(cable -> ((NetworkDevice) twin).cable(ports.get(cable.integer("joint"))));
                    }
                });
            }
        } catch (RuntimeException e) {
            lan.members.forEach(member -> member.vm.close());
            throw e;
        }
        for (int i = 0; i < ports.size(); i++) {
            lan.joints.add(new Joint(savedJoints.get(i).text("segment"), ports.get(i), lan.members.get(savedJoints.get(i).integer("member"))));
        }
        lan.restore(state);
        return lan;
    }

    /** Adds a tap that sees every packet on the first wire, at common time. */
    public Lan tap(PacketTap tap) {
        ether().tap(tap);
        return this;
    }

    /** The switch in its middle. */
    public Switch ether() {
        return ether(name);
    }

    /** The switch of one of its wires. */
    public Switch ether(String segment) {
        return segments.computeIfAbsent(segment, key -> {
            var ether = new Switch(latencyTicks);
            ether.gather(true);
            ether.onGathered(this::sentAt);
            return ether;
        });
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The common time, as far as all have come. */
    public long ticks() {
        return start;
    }

    /** A VM has come to the end of the round: as the one that is run it sees to the others, else its run pauses here. */
    private void roundEnds(Member member) {
        if (ending) {
            member.vm.scheduler().leave(new Exit.Limit());
            return;
        }
        ending = true;
        try {
            member.down = false;
            for (Member other : members) {
                if (other != member) {
                    follow(other);
                }
            }
            if (members.stream().allMatch(other -> other.down || other.isThere())) {
                nextRound();
            } else {
                member.timer.at(end + member.offset); // another one was stopped on its way: once more, at the same tick
            }
        } finally {
            ending = false;
        }
    }

    private void follow(Member member) {
        if (member.down || member.isThere()) {
            return;
        }
        if (!member.vm.isOpen()) {
            member.down = true;
            return;
        }
        if (waitedOut(member)) {
            return;
        }
        var result = member.vm.tryRunUntil(Condition.never().limit(Long.MAX_VALUE).seconds(Integer.MAX_VALUE));
        // Off, or stuck: it takes no part until somebody runs it.
        member.down = !member.isThere() && !(result.exit() instanceof Exit.Stopped);
    }

    /** A VM that sleeps through the round, as most do in most rounds, is not run for it: its time passes. */
    private boolean waitedOut(Member member) {
        long tick = end + member.offset;
        if (!member.vm.scheduler().onlyWaits(tick) || !member.vm.tryHold()) {
            return false;
        }
        try {
            member.vm.inputGate().flush();
            member.vm.scheduler().passTo(tick);
            return true;
        } finally {
            member.vm.letGo();
        }
    }

    private void nextRound() {
        segments.values().forEach(Switch::exchange);
        start = end;
        end = start + latencyTicks;
        // When all wait, nothing is sent before the first of them wakes: the round may last until then.
        long quiet = Long.MAX_VALUE;
        for (Member member : members) {
            member.timer.cancel();
            if (!member.down) {
                long wakes = member.vm.scheduler().allWait() ? member.vm.events().nextTick() : Long.MIN_VALUE;
                quiet = Math.min(quiet, wakes == Long.MAX_VALUE || wakes == Long.MIN_VALUE ? wakes : wakes - member.offset);
            }
        }
        if (quiet == Long.MAX_VALUE) {
            quiet = start + QUIET_TICKS;
        }
        endAt(Math.max(end, quiet));
    }

    /** Something was sent in a round that was to be quiet, because of an input: the round ends in time for it, as far as it still can. */
    private void sentAt(long tick) {
        if (tick + latencyTicks < end) {
            long reached = members.stream().mapToLong(member -> member.vm.isOpen() ? member.vm.clock().ticks() - member.offset : 0).max().orElse(0);
            endAt(Math.max(tick + latencyTicks, reached));
        }
    }

    private void endAt(long tick) {
        end = tick;
        for (Member member : members) {
            if (!member.down || member.vm.isOpen()) {
                member.timer.at(end + member.offset);
            }
        }
    }

    /** A round in which nothing at all is due: 10 ms. */
    private static final long QUIET_TICKS = 625_000;

    @Override
    public String toString() {
        return "LAN '%s': %s, %,d packets, latency %d ticks".formatted(name, members.stream().map(member -> member.vm.name()).toList(),
                segments.values().stream().mapToLong(Switch::packets).sum(), latencyTicks);
    }
}
