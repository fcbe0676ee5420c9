package dev.cellvisor.vm;

import dev.cellvisor.cpu.a64.A64Cpu;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MemoryMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The door that inputs come in by. It sees every write to memory by host code and every access to a device; those that do not come
 * from the guest or its devices are inputs. Memory writes are gathered, and logged as they stand before anything else happens.
 */
final class InputGate {
    private final Vm vm;
    /** Ranges of memory written and not logged yet: size by address, none touching another. */
    private final TreeMap<Long, Long> written = new TreeMap<>();

    private GuestMemory.WriteListener alsoTold;
    /** How deep we are in an access by hand: what a device does then is its own doing. */
    private int within;
    /** Whether what goes on is host code that the machine calls in the middle of its run. */
    private boolean host;
    private boolean begun;

    InputGate(Vm vm) {
        this.vm = vm;
    }

    void open() {
        vm.memory().onWrite((address, sizeBytes) -> {
            if (alsoTold != null) {
                alsoTold.writing(address, sizeBytes);
            }
            if (outside() && sizeBytes > 0) {
                add(address, sizeBytes);
            }
        });
        vm.map().onAccess(accesses);
    }

    /** Is told of accesses to devices: by the address map, and by a slot of those that come past it. */
    MemoryMap.AccessListener accesses() {
        return accesses;
    }

    private final MemoryMap.AccessListener accesses = new MemoryMap.AccessListener() {
        @Override
        public void accessing(long address, int sizeBytes, boolean write, long value) {
            if (outside()) {
                log(InputLog.Kind.ACCESS, write ? "write %d 0x%08x=0x%x".formatted(sizeBytes, address, value)
                        : "read %d 0x%08x".formatted(sizeBytes, address), new byte[0]);
                within++;
            } else if (within > 0) {
                within++;
            }
        }

        @Override
        public void accessed() {
            within = Math.max(0, within - 1);
        }
    };

    /** Whether what happens right now is host code's doing, and an input. */
    boolean outside() {
        return within == 0 && (host || !vm.scheduler().inside()) && logs();
    }

    /** What is done before the first instruction is part of the machine, unless somebody has a snapshot from before it. */
    private boolean logs() {
        return begun || vm.clock().instructions() > 0;
    }

    /** A snapshot was taken, or gone back to: from now on everything that comes in is an input. */
    void begin() {
        begun = true;
    }

    /** Runs host code in the middle of the machine's run: what it does comes from outside. */
    void asHost(Runnable action) {
        boolean before = host;
        host = true;
        try {
            action.run();
            flush(); // it was done before this instruction's end, and not before the next run
        } finally {
            host = before;
        }
    }

    /** Does what is the machine's own doing, and no input. */
    <T> T asMachine(Supplier<T> action) {
        boolean before = host;
        host = false;
        try {
            return vm.scheduler().asInside(action);
        } finally {
            host = before;
        }
    }

    private void add(long address, long sizeBytes) {
        long start = address;
        long end = address + sizeBytes;
        var before = written.floorEntry(start);
        if (before != null && before.getKey() + before.getValue() >= start) {
            start = before.getKey();
            end = Math.max(end, start + before.getValue());
        }
        for (var next = written.ceilingEntry(start); next != null && next.getKey() <= end; next = written.ceilingEntry(start)) {
            end = Math.max(end, next.getKey() + next.getValue());
            written.remove(next.getKey());
        }
        written.put(start, end - start);
    }

    /** The machine is another one now: what was written and not logged is not its. */
    void forget() {
        written.clear();
    }

    /** Sets who else is told of writes to memory by host code; {@code null} for nobody. */
    void alsoTell(GuestMemory.WriteListener listener) {
        alsoTold = listener;
    }

    /** Logs an input, after the memory writes before it. */
    void log(InputLog.Kind kind, String detail, byte[] payload) {
        if (logs()) {
            flush();
            add(kind, detail, payload);
        }
    }

    /** Logs the memory writes so far. */
    void flush() {
        if (written.isEmpty()) {
            return;
        }
        GuestMemory memory = vm.memory();
        written.forEach((address, sizeBytes) ->
                add(InputLog.Kind.MEMORY, "0x%x".formatted(address), memory.read(address, Math.toIntExact(sizeBytes))));
        written.clear();
    }

    /** X0 to X30, SP and PC of each CPU. */
    long[] registers() {
        if (!(vm.cpu(0).cpu() instanceof A64Cpu)) {
            return null;
        }
        long[] registers = new long[InputLog.REGISTERS.size() * vm.cpuCount()];
        for (int i = 0; i < registers.length; i++) {
            registers[i] = vm.cpu(i / InputLog.REGISTERS.size()).get(InputLog.REGISTERS.get(i % InputLog.REGISTERS.size()));
        }
        return registers;
    }

    private void add(InputLog.Kind kind, String detail, byte[] payload) {
        vm.inputs().add(new InputLog.Entry(vm.clock().instructions(), vm.clock().ticks(), kind, detail, payload, vm.scheduler().inside() ? null : registers()));
    }
}
