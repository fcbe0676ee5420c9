package dev.cellvisor.differential;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.a64.A64Cpu;
import dev.cellvisor.cpu.a64.asm.Assembler;
import dev.cellvisor.cpu.a64.model.CpuModel;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.memory.MemorySlot;
import dev.cellvisor.state.State;
import dev.cellvisor.trace.Fact;
import dev.cellvisor.trace.Trace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A CPU of one engine for {@link ModesTest}: its guest goes between EL0 and EL1, address spaces and pages all the time. */
final class ModesMachine implements AutoCloseable {
    final GuestMemory memory = new GuestMemory();
    final MemorySlot slot = memory.add("ram", ModesGuest.RAM, ModesGuest.RAM_BYTES);
    final Trace trace = new Trace();
    final A64Cpu cpu;
    final List<Fact> facts = new ArrayList<>();
    /** Of pages that are observed. */
    final List<String> accesses = new ArrayList<>();
    private final Set<Long> stops = new HashSet<>();
    private Trace.Subscription listening;

    ModesMachine(String model, Engine engine) {
        memory.onStore((address, sizeBytes, value) -> accesses.add("store of %d at 0x%x: 0x%x".formatted(sizeBytes, address, value)));
        memory.onLoad((address, sizeBytes) -> accesses.add("load of %d at 0x%x".formatted(sizeBytes, address)));
        cpu = new A64Cpu(0, CpuModel.of(model), new MemoryMap(memory, trace), engine);
    }

    /** The guest in RAM, and the CPU at its beginning. */
    void begin(ModesGuest guest) {
        memory.fill(ModesGuest.RAM, ModesGuest.RAM_BYTES, 0);
        guest.code().forEach((address, text) -> memory.write(address, Assembler.assemble(address, text).bytes()));
        guest.tables().forEach(memory::writeLong);
        listen(false);
        facts.clear();
        accesses.clear();
        for (int page = 0; page < ModesGuest.PAGES; page++) {
            memory.observe(ModesGuest.DATA + 4096L * page, false);
            memory.observeReads(ModesGuest.DATA + 4096L * page, false);
        }
        stops.forEach(cpu::removeBreakpoint);
        stops.clear();
        cpu.reset(ModesGuest.KERNEL, 0);
        guest.registers().forEach(cpu::set);
        cpu.set("pc", ModesGuest.KERNEL);
    }

    /** Sets or takes away a breakpoint of the host's. */
    void stop(long va, boolean set) {
        if (set) {
            cpu.addBreakpoint(va);
            stops.add(va);
        } else {
            cpu.removeBreakpoint(va);
        }
    }

    /** Has all facts kept, or none. */
    void listen(boolean on) {
        if (listening != null) {
            listening.close();
        }
        listening = on ? trace.add((instruction, fact) -> facts.add(fact)) : null;
    }

    Exit run(long instructions) {
        return cpu.run(instructions);
    }

    State state() {
        return cpu.save();
    }

    /** Which pages were written since the marks were last cleared, and of which a write is told. */
    String pages() {
        var watched = new BitSet();
        for (int page = 0; page < ModesGuest.PAGES; page++) {
            watched.set(page, memory.watched(ModesGuest.DATA + 4096L * page));
        }
        return memory.dirtyPages(slot) + " watched " + watched;
    }

    @Override
    public void close() {
        cpu.close();
        memory.close();
    }
}
