package dev.cellvisor.vm;

import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.FirmwareCalls;
import dev.cellvisor.irq.CpuInterface;
import dev.cellvisor.irq.IrqLine;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.state.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A CPU that meets the contract and executes Java: each "instruction" is a lambda, at address {@code 4 * index}. Falling off the
 * program's end goes on at its start.
 */
final class FakeCpu implements Cpu {
    /** One instruction. */
    interface Instruction {
        void execute(FakeCpu cpu);
    }

    final MemoryMap map;
    final List<Instruction> program = new ArrayList<>();
    final List<String> trace = new ArrayList<>();
    private final int index;
    private final Map<String, Long> registers = new TreeMap<>();
    private final Set<Long> breakpoints = new HashSet<>();
    private long base;
    private long pc;
    private long retired;
    private boolean on;
    private boolean waiting;
    private boolean irq;
    private Exit leave;
    private boolean endSlice;
    private volatile String stop;
    private FirmwareCalls firmware;
    private int runs;

    FakeCpu(int index, MemoryMap map) {
        this.index = index;
        this.map = map;
    }

    FakeCpu then(Instruction... instructions) {
        program.addAll(List.of(instructions));
        return this;
    }

    // ---- what instructions do ----

    static Instruction nop() {
        return cpu -> { };
    }

    static Instruction store(long address, int value) {
        return cpu -> cpu.map.write(address, 4, value);
    }

    static Instruction wfi() {
        return FakeCpu::waitForInterrupt;
    }

    static Instruction jump(int target) {
        return cpu -> cpu.pc = cpu.base + 4L * target;
    }

    static Instruction hvc(int x0, long... arguments) {
        return cpu -> {
            cpu.set("x0", Integer.toUnsignedLong(x0));
            for (int i = 0; i < arguments.length; i++) {
                cpu.set("x" + (i + 1), arguments[i]);
            }
            cpu.firmware.call(cpu, false, 0);
        };
    }

    /** The program's characters, one store each. */
    static Instruction[] print(long address, String text) {
        return text.chars().mapToObj(c -> store(address, c)).toArray(Instruction[]::new);
    }

    int runs() {
        return runs;
    }

    @Override
    public Exit run(long maxInstructions) {
        runs++;
        endSlice = false;
        long end = retired + maxInstructions;
        boolean first = true;
        while (true) {
            if (leave != null) {
                Exit exit = leave;
                leave = null;
                return exit;
            }
            if (stop != null) {
                String reason = stop;
                stop = null;
                return new Exit.Stopped(reason);
            }
            if (waiting && irq) {
                waiting = false;
            }
            if (waiting || !on) {
                return new Exit.Waiting();
            }
            if (retired >= end || endSlice) {
                return new Exit.Limit();
            }
            if (!first && breakpoints.contains(pc)) {
                return new Exit.Breakpoint(pc);
            }
            first = false;
            int at = (int) ((pc - base) / 4) % program.size();
            pc = base + 4L * (at + 1);
            retired++;
            program.get(at).execute(this);
        }
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public String model() {
        return "fake";
    }

    @Override
    public String engine() {
        return "lambdas, for tests";
    }

    @Override
    public long retired() {
        return retired;
    }

    @Override
    public boolean waiting() {
        return waiting && !irq || !on;
    }

    @Override
    public boolean poweredOn() {
        return on;
    }

    @Override
    public void reset(long newPc, long x0) {
        registers.clear();
        registers.put("x0", x0);
        pc = newPc;
        base = newPc;
        on = true;
        waiting = false;
    }

    @Override
    public void powerOff() {
        on = false;
    }

    @Override
    public long pc() {
        return pc;
    }

    @Override
    public void waitForInterrupt() {
        waiting = true;
    }

    @Override
    public long get(String register) {
        return register.equals("pc") ? pc : registers.getOrDefault(register, 0L);
    }

    @Override
    public void set(String register, long value) {
        if (register.equals("pc")) {
            pc = value;
        } else {
            registers.put(register, value);
        }
    }

    @Override
    public List<String> registerNames() {
        return List.of("x0", "pc");
    }

    @Override
    public IrqLine irqLine() {
        return asserted -> irq = asserted;
    }

    @Override
    public IrqLine fiqLine() {
        return IrqLine.UNCONNECTED;
    }

    @Override
    public void connect(CpuInterface controller) {
    }

    @Override
    public void addSystemRegisters(CpuInterface block) {
    }

    @Override
    public void onFirmwareCall(FirmwareCalls handler) {
        firmware = handler;
    }

    @Override
    public void leave(Exit exit) {
        leave = exit;
    }

    @Override
    public void interruptSlice() {
        endSlice = true;
    }

    @Override
    public void requestStop(String reason) {
        stop = reason;
    }

    @Override
    public void addBreakpoint(long va) {
        breakpoints.add(va);
    }

    @Override
    public void removeBreakpoint(long va) {
        breakpoints.remove(va);
    }

    @Override
    public long translate(long va) {
        return va;
    }

    @Override
    public void close() {
    }

    @Override
    public State save() {
        var state = State.of("fakecpu", 1).put("pc", pc).put("retired", retired).put("on", on).put("waiting", waiting);
        registers.forEach(state::put);
        return state.build();
    }

    @Override
    public void restore(State state) {
        Map<String, Object> values = new HashMap<>(state.values());
        pc = state.number("pc");
        retired = state.number("retired");
        on = state.flag("on");
        waiting = state.flag("waiting");
        registers.clear();
        values.forEach((name, value) -> {
            if (name.startsWith("x")) {
                registers.put(name, (Long) value);
            }
        });
    }
}
