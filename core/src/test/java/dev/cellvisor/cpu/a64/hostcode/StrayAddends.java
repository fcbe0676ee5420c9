package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.a64.isa.CodePages;
import dev.cellvisor.cpu.a64.isa.Decoder;
import dev.cellvisor.cpu.a64.isa.Feature;
import dev.cellvisor.cpu.a64.isa.InstructionTable;
import dev.cellvisor.cpu.a64.state.A64State;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.HostMemory;
import dev.cellvisor.memory.MemorySlot;
import dev.cellvisor.memory.RamWindow;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A program for {@link WindowAccessTest}: executes the code of every instruction that has an emitter, with TLB entries whose addends lead anywhere, half of them to
 * memory of this process that is not the guest's. It runs in a process of its own, since where it finds something it may well end that.
 */
final class StrayAddends {
    private static final int WORDS = 8;
    /** As many are tried until an access was stopped: an ordered one is only done by an aligned address. */
    private static final int MOST_WORDS = 400;
    private static final int NOP = 0xd503_201f;
    private static final long VICTIM_BYTES = 64 << 10;
    private static final long RAM = 0x4000_0000L;
    private static final int SECRET = 0xb9;
    private static final long BUDGET = 1_000_000;

    private final Decoder decoder = new Decoder(EnumSet.allOf(Feature.class));
    private final SplittableRandom random;
    private final RamWindow window;
    private final long state = HostMemory.allocate(A64State.SIZE, Arena.global()).address();
    private final MemorySegment victim;
    private final MemorySegment before = Arena.global().allocate(VICTIM_BYTES);
    private final List<Block.Way> ways = new ArrayList<>();
    private final X64 a = new X64();
    private final CommonCode common;
    private final Translator translator;
    private final MethodHandle enter;
    private final FaultGuard.Place place;
    private final long start;
    private final long[] code = new long[CodePages.LENGTH];
    private final long[] registers = new long[33];
    /** By the instruction's name: how often its access was stopped by a guard. */
    private final Map<String, Integer> stopped = new TreeMap<>();
    private final Set<String> emitted = new Emitters().names();
    private int faults;
    private int runs;

    private StrayAddends(WindowAccess form, long seed) {
        random = new SplittableRandom(seed);
        var memory = new GuestMemory();
        if (!form.narrow()) {
            memory.expect(5L << 30);
        }
        MemorySlot slot = memory.add("ram", RAM, 16 << 20);
        window = memory.window();
        MemorySegment found = HostMemory.allocate(VICTIM_BYTES, Arena.global());
        while (isRam(slot, found.address()) || isRam(slot, found.address() + VICTIM_BYTES)) {
            found = HostMemory.allocate(VICTIM_BYTES, Arena.global());
        }
        victim = found.fill((byte) SECRET);
        before.fill((byte) SECRET);
        var buffer = new CodeBuffer(4 << 20);
        a.at = buffer.writable();
        common = new CommonCode(a, buffer.delta(), state, form, true, false);
        translator = new Translator(a, null, buffer.delta(), ways, common, register -> null);
        place = FaultGuard.contain(buffer.executable(), buffer.executable() + buffer.sizeBytes(), common.fault);
        enter = HostMemory.asMmap(MemorySegment.ofAddress(common.enter));
        start = a.at;
        WindowAccess.tell(state, window);
        setLong(state + A64State.FP_ENABLED, 1);
        setLong(state + A64State.TLB_CURRENT, state + A64State.TLB);
        setLong(state + A64State.TLB_UNPRIVILEGED, state + A64State.TLB + A64State.TLB_SIZE);
        for (int i = 0; i < 2 * A64State.TLB_ENTRIES; i++) { // two banks, each with the first 8 MiB
            long page = (i & A64State.TLB_ENTRIES - 1) * 4096L;
            setLong(entry(i) + A64State.TLB_READ, page);
            setLong(entry(i) + A64State.TLB_WRITE, page);
            setLong(entry(i) + A64State.TLB_PAGE, page | 1);
        }
    }

    /** Whether masking would lead from an address into RAM. */
    private boolean isRam(MemorySlot slot, long address) {
        long masked = window.address() | address & window.sizeBytes() - 1;
        return masked >= slot.hostAddress() - VICTIM_BYTES && masked < slot.hostAddress() + slot.sizeBytes() + VICTIM_BYTES || masked < window.address() + VICTIM_BYTES;
    }

    /** Seed, then forms: {@code gs|plain-narrow|wide}. A line for each, or the end of this process. */
    public static void main(String[] arguments) throws Throwable {
        for (int i = 1; i < arguments.length; i++) {
            var form = new WindowAccess(arguments[i].startsWith("gs"), arguments[i].endsWith("narrow"));
            var all = new StrayAddends(form, Long.parseLong(arguments[0]));
            for (InstructionTable.Entry entry : InstructionTable.all()) {
                all.instruction(entry);
            }
            System.out.printf("%s: %d runs, %d stopped by a guard, of these operations: %s%n", arguments[i], all.runs, all.faults, String.join(" ", all.stopped.keySet()));
        }
    }

    private void instruction(InstructionTable.Entry entry) throws Throwable {
        if (InstructionTable.endsBlock(entry.operation())) {
            return;
        }
        int words = 0;
        boolean wanted = WindowAccessTest.accesses(entry.name()) && emitted.contains(entry.name());
        for (int tries = 0; (words < WORDS || wanted && words < MOST_WORDS && !stopped.containsKey(entry.name())) && tries < 100_000; tries++) {
            int word = entry.value() | random.nextInt() & ~entry.mask();
            if (decoder.operation(word) == entry.operation()) {
                run(entry.name(), word, words++ % 2 == 0);
            }
        }
    }

    private void run(String name, int word, boolean toVictim) throws Throwable {
        Arrays.fill(code, 0, 1024, decoder.decode(NOP));
        code[0] = decoder.decode(word);
        a.at = start;
        ways.clear();
        Block block = translator.block(0, code);
        translator.translate(block, code);
        prepare(toVictim);
        exclusive(word);
        setLong(state + Layout.BUDGET, BUDGET);
        setLong(state + Layout.FP_READY, 0);
        int number = (int) (long) enter.invokeExact(block.entry, state + BlockBuilder.BIAS, 0, 0, 0, 0L);
        runs++;
        if (number == CommonCode.FAULT) {
            stopped(name, word);
        } else if (toVictim && WindowAccessTest.accesses(name)) {
            lookForSecret(name, word);
        }
        if (victim.mismatch(before) >= 0) {
            throw new IllegalStateException("%s (0x%08x) has written outside of the window".formatted(name, word));
        }
    }

    private long entry(int i) {
        return state + A64State.TLB + (long) i * A64State.TLB_ENTRY;
    }

    /** Registers are addresses in pages that the TLB has, and none of their bytes is the secret. */
    private void prepare(boolean toVictim) {
        long target = victim.address() + random.nextInt(8) * 4096L + 8192;
        long stray = random.nextLong();
        for (int i = 0; i < 2 * A64State.TLB_ENTRIES; i++) {
            long page = (i & A64State.TLB_ENTRIES - 1) * 4096L;
            setLong(entry(i) + A64State.TLB_ADDEND, toVictim ? target - page : stray ^ stray >>> (i & 31));
        }
        for (int i = 0; i < registers.length; i++) {
            registers[i] = random.nextInt() & 0x7f7f7f & (toVictim ? -64 : -1) | 0x10000;
            if (i == A64State.SLOT_ZERO) {
                registers[i] = 0;
            } else if (i == A64State.SLOT_SP) {
                registers[i] &= -16;
            }
            setLong(state + i * 8L, registers[i]);
        }
        for (int i = 0; i < 64; i++) {
            setLong(state + A64State.V + i * 8L, registers[i & 15]);
        }
        setLong(state + A64State.PSTATE, 5); // EL1 with its own stack pointer
    }

    /** The monitor holds what the instruction, if it is a store of that kind, asks for. */
    private void exclusive(int word) {
        int base = word >>> 5 & 31;
        setLong(state + A64State.EXCLUSIVE_ADDRESS, registers[base == 31 ? A64State.SLOT_SP : base]);
        setLong(state + A64State.EXCLUSIVE_SIZE, (word & 1 << 21) != 0 ? 16 : 1 << (word >>> 30));
    }

    private void stopped(String name, int word) {
        String fault = place.fault();
        String mark = "for address 0x";
        int at = fault.indexOf(mark);
        long address = at < 0 ? 0 : Long.parseUnsignedLong(fault.substring(at + mark.length()), 16);
        if (!fault.startsWith("SIGSEGV") || address < window.address() || address >= window.address() + window.sizeBytes() + RamWindow.GUARD) {
            throw new IllegalStateException("%s (0x%08x) was stopped by %s, outside of %s".formatted(name, word, fault, window));
        }
        faults++;
        stopped.merge(name, 1, Integer::sum);
    }

    private void lookForSecret(String name, int word) {
        int base = word >>> 5 & 31;
        for (int i = 0; i < 31; i++) {
            long value = getLong(state + i * 8L);
            if (i != base && value != registers[i] && hasSecret(value)) {
                throw new IllegalStateException("%s (0x%08x) has read 0x%x from outside of the window into x%d".formatted(name, word, value, i));
            }
        }
        for (int i = 0; i < 64; i++) {
            if (hasSecret(getLong(state + A64State.V + i * 8L))) {
                throw new IllegalStateException("%s (0x%08x) has read from outside of the window into v%d".formatted(name, word, i / 2));
            }
        }
    }

    private static boolean hasSecret(long value) {
        for (int i = 0; i < 64; i += 8) {
            if ((value >>> i & 0xff) == SECRET) {
                return true;
            }
        }
        return false;
    }
}
