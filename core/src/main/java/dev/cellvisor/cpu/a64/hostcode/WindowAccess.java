package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.BlockBuilder.displacement;
import static dev.cellvisor.cpu.a64.hostcode.X64.R14;
import static dev.cellvisor.cpu.a64.hostcode.X64.RBX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.a64.state.A64State;
import dev.cellvisor.memory.HostMemory;
import dev.cellvisor.memory.RamWindow;
import java.lang.invoke.MethodHandle;

/**
 * How emitted code reaches guest memory: in the VM's {@link RamWindow} only, whatever stands in the TLB or in a register. A TLB entry's addend makes a host address; of
 * that only the bits are taken that say where in the window it is.
 *
 * <p>In a narrow window these are the low 32, and an operand is {@code gs:[eax + disp]}: the CPU itself computes it in 32 bits and adds the window's address, which is in
 * the segment register GS, so the form of the instruction is the whole proof. Nobody else uses GS on Linux; it is looked at on each way in, and left as it is. A wide
 * window wants a mask as well, {@code and rax, [mask]}, and its operand is {@code gs:[rax + disp]}. Where the host does not let a process set GS (a kernel before 5.9,
 * or a CPU without FSGSBASE), the window's address is added by an instruction: {@code add rax, [window]}, {@code [rax + disp]}.
 *
 * @param segment whether the host lets us set GS
 * @param narrow whether the window is of 4 GiB
 */
record WindowAccess(boolean segment, boolean narrow) {
    private static final int AT_HWCAP2 = 26;
    private static final int HWCAP2_FSGSBASE = 2;
    private static final boolean SEGMENT = !Boolean.getBoolean("cellvisor.withoutGs") && settable();

    private static final int GS = 0x65;
    private static final int ADDRESS_OF_32_BITS = 0x67;

    /** What fits a window on this host. */
    static WindowAccess of(RamWindow window) {
        return new WindowAccess(SEGMENT, window.narrow());
    }

    /** /proc/cpuinfo tells what the CPU could; this, what the kernel allows. */
    private static boolean settable() {
        MethodHandle getauxval = HostMemory.asMmap("getauxval");
        try {
            return ((long) getauxval.invokeExact((long) AT_HWCAP2, 0L, 0, 0, 0, 0L) & HWCAP2_FSGSBASE) != 0;
        } catch (Throwable e) {
            throw new IllegalStateException("getauxval could not be called", e);
        }
    }

    /** Tells emitted code where the window is; again before each run, since a restored state block does not. */
    static void tell(long s, RamWindow window) {
        setLong(s + Layout.WINDOW, window.address());
        setLong(s + Layout.WINDOW_MASK, window.sizeBytes() - 1);
    }

    /** What stands before an instruction with an operand in guest memory. */
    int prefix() {
        return !segment ? 0 : narrow ? ADDRESS_OF_32_BITS << 8 | GS : GS;
    }

    int prefixBits() {
        return !segment ? 0 : narrow ? 16 : 8;
    }

    /** Emitted code is entered: GS is to be the window's address. Uses RCX and the flags. */
    void onEntry(X64 a) {
        if (segment) {
            a.readGs(RCX);
            a.opMemory(X64.CMP, true, RCX, RBX, displacement(Layout.WINDOW));
            long is = a.jumpIf(X64.E);
            a.load(true, RCX, RBX, displacement(Layout.WINDOW));
            a.writeGs(RCX);
            a.aimHere(is);
        }
    }

    /** A virtual address in a register becomes the base of an operand in guest memory, by the TLB entry at R14 plus another register. Uses the flags. */
    void translate(X64 a, int register, int entry) {
        a.opIndexed(X64.ADD, !narrow, register, R14, entry, A64State.TLB_ADDEND);
        within(a, register);
    }

    /** The same by the TLB entry that a register points to. */
    void translateBy(X64 a, int register, int entry) {
        a.opMemory(X64.ADD, !narrow, register, entry, A64State.TLB_ADDEND);
        within(a, register);
    }

    private void within(X64 a, int register) {
        if (!narrow) {
            a.opMemory(X64.AND, true, register, RBX, displacement(Layout.WINDOW_MASK));
        }
        if (!segment) {
            a.opMemory(X64.ADD, true, register, RBX, displacement(Layout.WINDOW));
        }
    }

    /** An address in the window's first page, below 4096 and held in 32 bits, becomes the base of an operand. Uses the flags. */
    void scratch(X64 a, int register) {
        if (!segment) {
            a.opMemory(X64.ADD, true, register, RBX, displacement(Layout.WINDOW));
        }
    }
}
