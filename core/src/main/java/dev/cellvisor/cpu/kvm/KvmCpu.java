package dev.cellvisor.cpu.kvm;

import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.FirmwareCalls;
import dev.cellvisor.cpu.a64.mmu.Translation;
import dev.cellvisor.cpu.kvm.ffi.KvmRunLayout;
import dev.cellvisor.irq.CpuInterface;
import dev.cellvisor.irq.IrqLine;
import dev.cellvisor.memory.HostMemory;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.state.State;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * One CPU of a VM on KVM: a vCPU, its architecture's half, and the address maps that its exits go to. Interrupt controller, timers and firmware calls are
 * in the kernel, so the lines and handlers of {@link Cpu} are not used.
 *
 * <p>{@link #enter}, {@link #serve} and {@link #finishAccess} are for the thread that runs it. Everything else may be called from any thread: a vCPU that
 * runs is stopped for it.
 */
public final class KvmCpu implements Cpu {
    private final KvmVcpu vcpu;
    private final VcpuArch arch;
    private final MemoryMap map;
    private final MemoryMap ports;
    private final MemorySegment page;
    private final Set<Long> breakpoints = new TreeSet<>();
    private Pauser pauser = Pauser.NONE;
    /** Whether the last exit was an access whose instruction is not over. */
    private boolean inAccess;

    /** Has something done while a vCPU does not run. */
    @FunctionalInterface
    public interface Pauser {
        /** Stops it if it runs, does it, and lets it go on. */
        <T> T whileStopped(Supplier<T> action);

        /** Nobody runs it. */
        Pauser NONE = new Pauser() {
            @Override
            public <T> T whileStopped(Supplier<T> action) {
                return action.get();
            }
        };
    }

    /**
     * @param map who answers at guest-physical addresses
     * @param ports who answers at I/O ports
     */
    public KvmCpu(KvmVcpu vcpu, VcpuArch arch, MemoryMap map, MemoryMap ports) {
        this.vcpu = vcpu;
        this.arch = arch;
        this.map = map;
        this.ports = ports;
        page = vcpu.page();
    }

    /** KVM's vCPU, past everything. */
    public KvmVcpu vcpu() {
        return vcpu;
    }

    /** The page that it shares with KVM, as it is now: in a device's read or write, that of the access itself. */
    public RunPage runPage() {
        return RunPage.of(page);
    }

    /** Its architecture's half. */
    public VcpuArch arch() {
        return arch;
    }

    /** Sets how it is stopped while it runs. */
    public void pauseWith(Pauser newPauser) {
        pauser = newPauser;
    }

    // ---- for the thread that runs it ----

    /** Runs the guest until KVM comes back; whether there is something to {@link #serve}. */
    public boolean enter() {
        return vcpu.enter();
    }

    /**
     * Does what the last exit asks for.
     *
     * @return what the run ends with, or {@code null} if the guest goes on
     */
    public Exit serve() {
        int reason = page.get(ValueLayout.JAVA_INT, KvmRunLayout.EXIT_REASON);
        if (reason == KvmExit.MMIO) {
            inAccess = true;
            memoryAccess();
            return null;
        }
        if (reason == KvmExit.IO) {
            inAccess = true;
            portAccess();
            return null;
        }
        inAccess = false;
        return arch.exit(KvmExit.read(page));
    }

    /** Ends the instruction that the last exit was in the middle of, so that its registers are those between two instructions. */
    public void finishAccess() {
        while (inAccess) {
            inAccess = false;
            if (vcpu.complete()) {
                serve();
            }
        }
    }

    private void memoryAccess() {
        long address = page.get(ValueLayout.JAVA_LONG, KvmRunLayout.MMIO_ADDRESS);
        int size = page.get(ValueLayout.JAVA_INT, KvmRunLayout.MMIO_LEN);
        boolean write = page.get(ValueLayout.JAVA_BYTE, KvmRunLayout.MMIO_IS_WRITE) != 0;
        access(map, address, size, write, KvmRunLayout.MMIO_DATA);
        if (map.regionAt(address) == null && !map.memory().contains(address, 1)) {
            arch.nobodyAt(address, write);
        }
    }

    private void portAccess() {
        int port = page.get(ValueLayout.JAVA_SHORT, KvmRunLayout.IO_PORT) & 0xffff;
        int size = page.get(ValueLayout.JAVA_BYTE, KvmRunLayout.IO_SIZE);
        int count = page.get(ValueLayout.JAVA_INT, KvmRunLayout.IO_COUNT);
        boolean write = page.get(ValueLayout.JAVA_BYTE, KvmRunLayout.IO_DIRECTION) != 0;
        long data = page.get(ValueLayout.JAVA_LONG, KvmRunLayout.IO_DATA_OFFSET);
        for (int i = 0; i < count; i++) { // more than one: INS, OUTS with REP
            access(ports, port, size, write, data + (long) i * size);
        }
    }

    private void access(MemoryMap where, long address, int size, boolean write, long data) {
        switch (size) {
            case 1, 2, 4, 8 -> one(where, address, size, write, data);
            default -> { // an access across a border that KVM cut
                for (int i = 0; i < size; i++) {
                    one(where, address + i, 1, write, data + i);
                }
            }
        }
    }

    private void one(MemoryMap where, long address, int size, boolean write, long data) {
        if (write) {
            where.write(address, size, switch (size) {
                case 1 -> page.get(HostMemory.BYTE, data) & 0xff;
                case 2 -> page.get(HostMemory.SHORT, data) & 0xffff;
                case 4 -> page.get(HostMemory.INT, data) & 0xffff_ffffL;
                default -> page.get(HostMemory.LONG, data);
            });
            return;
        }
        // Nobody drives a bus that nobody answers on: a PC reads ones there.
        long value = where == ports && ports.regionAt(address) == null ? -1 : where.read(address, size);
        switch (size) {
            case 1 -> page.set(HostMemory.BYTE, data, (byte) value);
            case 2 -> page.set(HostMemory.SHORT, data, (short) value);
            case 4 -> page.set(HostMemory.INT, data, (int) value);
            default -> page.set(HostMemory.LONG, data, value);
        }
    }

    /** Arms the debug hardware: for one instruction, or for the breakpoints. */
    public void arm(boolean step) {
        Set<Long> armed = breakpoints;
        if (step) {
            armed = Set.of();
        }
        arch.debug(step, armed);
    }

    /** Whether the next instruction has a breakpoint. */
    public boolean standsAtBreakpoint() {
        return !breakpoints.isEmpty() && breakpoints.contains(arch.pc());
    }

    /** Whether the last exit was an access whose instruction is not over: see {@link #finishAccess}. */
    public boolean inAccess() {
        return inAccess;
    }

    /** How an address is translated now, step by step; see {@link VcpuArch#explain}. */
    public Translation explain(long va) {
        return pauser.whileStopped(() -> arch.explain(va));
    }

    // ---- the contract ----

    @Override
    public int index() {
        return vcpu.index();
    }

    @Override
    public String model() {
        return arch.model();
    }

    @Override
    public String engine() {
        return "the host's CPU by KVM";
    }

    @Override
    public Exit run(long maxInstructions) {
        throw new UnsupportedOperationException("a CPU on KVM is run by its own thread: use the VM's run, runUntil and step");
    }

    @Override
    public long retired() {
        throw new UnsupportedOperationException("KVM does not count instructions, and the host's counters are not exact; ask an emulated CPU");
    }

    @Override
    public boolean waiting() {
        return pauser.whileStopped(() -> !arch.poweredOn() || arch.waiting());
    }

    @Override
    public boolean poweredOn() {
        return pauser.whileStopped(arch::poweredOn);
    }

    @Override
    public void reset(long pc, long argument) {
        pauser.whileStopped(() -> {
            inAccess = false;
            arch.reset(pc, argument);
            return null;
        });
    }

    @Override
    public void powerOff() {
        pauser.whileStopped(() -> {
            arch.powerOff();
            return null;
        });
    }

    @Override
    public long pc() {
        return pauser.whileStopped(arch::pc);
    }

    @Override
    public long get(String register) {
        return pauser.whileStopped(() -> arch.get(register));
    }

    @Override
    public long[] get(List<String> registers) {
        return pauser.whileStopped(() -> registers.stream().mapToLong(arch::get).toArray());
    }

    @Override
    public void set(String register, long value) {
        pauser.whileStopped(() -> {
            arch.set(register, value);
            return null;
        });
    }

    @Override
    public List<String> registerNames() {
        return arch.registerNames();
    }

    @Override
    public List<String> generalRegisterNames() {
        return arch.generalRegisterNames();
    }

    @Override
    public IrqLine irqLine() {
        return IrqLine.UNCONNECTED;
    }

    @Override
    public IrqLine fiqLine() {
        return IrqLine.UNCONNECTED;
    }

    @Override
    public void connect(CpuInterface controller) {
        throw new UnsupportedOperationException("the interrupt controller of a VM on KVM is in the kernel");
    }

    @Override
    public void addSystemRegisters(CpuInterface block) {
        throw new UnsupportedOperationException("the system registers of a CPU on KVM are the host's");
    }

    @Override
    public void onFirmwareCall(FirmwareCalls handler) {
        // PSCI is in the kernel; what it cannot do itself comes as an exit.
    }

    @Override
    public void leave(Exit exit) {
        throw new UnsupportedOperationException("a CPU on KVM is left by its VM");
    }

    @Override
    public void interruptSlice() {
        // There are no slices.
    }

    @Override
    public void requestStop(String reason) {
        vcpu.kick();
    }

    @Override
    public void addBreakpoint(long va) {
        pauser.whileStopped(() -> {
            if (breakpoints.add(va)) {
                try {
                    arm(false);
                } catch (RuntimeException e) {
                    breakpoints.remove(va);
                    throw e;
                }
            }
            return null;
        });
    }

    @Override
    public void removeBreakpoint(long va) {
        pauser.whileStopped(() -> {
            if (breakpoints.remove(va)) {
                arm(false);
            }
            return null;
        });
    }

    @Override
    public long translate(long va) {
        return pauser.whileStopped(() -> arch.translate(va));
    }

    @Override
    public State save() {
        return pauser.whileStopped(arch::save);
    }

    @Override
    public void restore(State state) {
        pauser.whileStopped(() -> {
            inAccess = false;
            arch.restore(state);
            return null;
        });
    }

    @Override
    public void close() {
        vcpu.close();
    }
}
