package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.memory.HostMemory.ALL;
import static dev.cellvisor.memory.HostMemory.LONG;

import dev.cellvisor.cpu.a64.state.A64State;
import dev.cellvisor.memory.HostMemory;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/** Executes the instruction of a {@link QemuUser.Case} with our meanings, on a core that has nothing but the case's memory. */
final class OneInstruction {
    private final Decoder decoder;
    private final long s;
    private final Memory core;

    OneInstruction(Set<Feature> features, Arena arena) {
        decoder = new Decoder(features);
        s = HostMemory.allocate(A64State.SIZE, arena).address();
        core = new Memory(s);
        for (int e = 0; e < 3 * A64State.TLB_ENTRIES; e++) {
            long entry = s + A64State.TLB + (long) e * A64State.TLB_ENTRY;
            ALL.set(LONG, entry + A64State.TLB_READ, A64State.NO_PAGE);
            ALL.set(LONG, entry + A64State.TLB_WRITE, A64State.NO_PAGE);
        }
        ALL.set(LONG, s + A64State.TLB_CURRENT, s + A64State.TLB);
        ALL.set(LONG, s + A64State.FP_ENABLED, 1);
    }

    /** The state after the case's instruction. */
    QemuUser.Case run(QemuUser.Case before) {
        QemuUser.Case after = before.copy();
        long d = decoder.decode(before.word);
        if (((int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK) == Decoder.UNDEFINED) {
            after.undefined = true;
            return after;
        }
        for (int i = 0; i < 64; i++) {
            ALL.set(LONG, s + A64State.V + i * 8, before.v[i]);
        }
        for (int i = 0; i < 16; i++) {
            ALL.set(LONG, s + A64State.X + i * 8, before.x[i]);
        }
        ALL.set(LONG, s + A64State.NZCV, before.nzcv);
        ALL.set(LONG, s + A64State.FPCR, before.fpcr);
        ALL.set(LONG, s + A64State.FPSR, before.fpsr);
        core.memory = ByteBuffer.wrap(after.memory).order(ByteOrder.LITTLE_ENDIAN);
        Groups.execute(core, s, d, 0);
        for (int i = 0; i < 64; i++) {
            after.v[i] = ALL.get(LONG, s + A64State.V + i * 8);
        }
        for (int i = 0; i < 16; i++) {
            after.x[i] = ALL.get(LONG, s + A64State.X + i * 8);
        }
        after.nzcv = ALL.get(LONG, s + A64State.NZCV);
        after.fpcr = ALL.get(LONG, s + A64State.FPCR);
        after.fpsr = ALL.get(LONG, s + A64State.FPSR);
        return after;
    }

    private static final class Memory extends Core {
        private ByteBuffer memory;

        Memory(long state) {
            super(state);
        }

        @Override
        public long loadSlow(long tlb, long va, int sizeBytes) {
            int at = Math.toIntExact(va - QemuUser.MEMORY);
            return switch (sizeBytes) {
                case 1 -> memory.get(at) & 0xff;
                case 2 -> memory.getShort(at) & 0xffff;
                case 4 -> memory.getInt(at) & 0xffff_ffffL;
                default -> memory.getLong(at);
            };
        }

        @Override
        public void storeSlow(long tlb, long va, int sizeBytes, long value) {
            int at = Math.toIntExact(va - QemuUser.MEMORY);
            switch (sizeBytes) {
                case 1 -> memory.put(at, (byte) value);
                case 2 -> memory.putShort(at, (short) value);
                case 4 -> memory.putInt(at, (int) value);
                default -> memory.putLong(at, value);
            }
        }

        @Override
        public void probeWrite(long va, int sizeBytes) {
            // all of the case's memory may be written
        }

        @Override
        public GuestException alignmentFault(long va, boolean write) {
            throw none("alignment fault");
        }

        @Override
        public GuestException spAlignmentFault() {
            throw none("SP alignment fault");
        }

        @Override
        public GuestException undefined() {
            throw none("undefined instruction");
        }

        @Override
        public GuestException fpTrapped() {
            throw none("FP trap");
        }

        @Override
        public GuestException supervisorCall(int immediate) {
            throw none("SVC");
        }

        @Override
        public void hypervisorCall(int immediate) {
            throw none("HVC");
        }

        @Override
        public void secureMonitorCall(int immediate) {
            throw none("SMC");
        }

        @Override
        public GuestException breakpoint(int immediate) {
            throw none("BRK");
        }

        @Override
        public void halt(int immediate) {
            throw none("HLT");
        }

        @Override
        public void look() {
        }

        @Override
        public void landed(long budgetThen, long btype) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long landing(long target, int type) {
            return target;
        }

        @Override
        public long exceptionReturn() {
            throw none("ERET");
        }

        @Override
        public Long constantRegister(int encoding) {
            return null;
        }

        @Override
        public long readSystem(int encoding) {
            throw none("MRS");
        }

        @Override
        public void writeSystem(int encoding, long value) {
            throw none("MSR");
        }

        @Override
        public void writePstate(int field, int value) {
            throw none("MSR (immediate)");
        }

        @Override
        public void systemOperation(int encoding, long value) {
            throw none("SYS");
        }

        @Override
        public void waitForInterrupt() {
            throw none("WFI");
        }

        @Override
        public void waitForEvent() {
            throw none("WFE");
        }

        @Override
        public void sendEvent() {
            throw none("SEV");
        }

        @Override
        public void yieldTurn() {
            throw none("YIELD");
        }

        @Override
        public boolean has(Feature feature) {
            return true;
        }

        private static IllegalStateException none(String what) {
            return new IllegalStateException("no FP or SIMD instruction leads to: " + what);
        }
    }
}
