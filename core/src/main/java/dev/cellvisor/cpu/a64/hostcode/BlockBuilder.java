package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RBX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDX;

import dev.cellvisor.cpu.a64.state.A64State;
import java.util.ArrayList;
import java.util.List;

/**
 * The emitters' workbench for one block: which guest register is in which host register, where the flags are, and what must be done out of
 * line.
 *
 * <p>RBX points {@link #BIAS} bytes into the state block, R14 at the current TLB bank, R13 is the budget. RAX, RCX and RDX are scratch.
 * The others hold guest registers, loaded when first used and written back at the block's end. A way out of the block in its middle
 * writes back in its own piece of code, so that the straight way pays nothing.
 */
final class BlockBuilder {
    /** RBX minus the state block's address: brings X0 to X30 in reach of short displacements. */
    static final int BIAS = 128;

    private static final int[] POOL = {X64.RSI, X64.RDI, X64.R8, X64.R9, X64.R10, X64.R11, X64.R12, X64.R15, X64.RBP};
    private static final int SLOTS = 34;

    /** Where N, Z, C and V are. */
    enum FlagsAt {
        /** In the state block's {@link Layout#HOST_FLAGS}. */
        MEMORY,
        /** In the host's flags, its carry being C. */
        HOST,
        /** In the host's flags after a subtraction: its carry is not C. */
        HOST_BORROW
    }

    /** A way out, to be written behind the block. */
    interface Tail {
        void emit();
    }

    final X64 a;
    private final RegisterFile general;
    private final List<Tail> tails = new ArrayList<>();
    private FlagsAt flags = FlagsAt.MEMORY;
    /** Whether the state block has them as well. */
    private boolean flagsSaved = true;
    private boolean flagsLive;

    /** The vector registers: what is said here of registers holds for them too. */
    final VectorBench vectors;

    BlockBuilder(X64 a, VectorBench vectors) {
        this.a = a;
        this.vectors = vectors;
        general = new RegisterFile(POOL, SLOTS) {
            @Override
            void load(int host, int slot) {
                if (slot == A64State.SLOT_ZERO) {
                    a.movImmediate(host, 0);
                } else {
                    a.load(true, host, RBX, displacement(slot * 8));
                }
            }

            @Override
            void store(int host, int slot) {
                a.store(true, RBX, displacement(slot * 8), host);
            }
        };
    }

    void begin() {
        general.begin();
        vectors.begin();
        tails.clear();
        flags = FlagsAt.MEMORY;
        flagsSaved = true;
        flagsLive = true;
        forgetScratch();
    }

    static int displacement(int stateOffset) {
        return stateOffset - BIAS;
    }

    // ---- guest registers

    /** The host register that holds a guest register's 64 bits, for reading. Leaves the flags alone. */
    int use(int slot) {
        return general.use(slot);
    }

    /** The host register to put a guest register's new value in: all 64 bits must be written. Leaves the flags alone. */
    int define(int slot) {
        return slot == A64State.SLOT_DISCARD ? RDX : general.define(slot);
    }

    /** Writes all changed registers to the state block; they stay where they are. Leaves the flags alone. */
    void writeBack() {
        general.writeBack();
        vectors.writeBack();
    }

    /** Forgets what is in host registers: something else may change the state block. */
    void forget() {
        general.forget();
        vectors.forget();
    }

    // ---- flags

    /** Called before each instruction: whether the flags, as it leaves them, can matter to anyone. */
    void flagsLive(boolean live) {
        flagsLive = live;
    }

    boolean flagsLive() {
        return flagsLive;
    }

    /** The instruction just emitted has left the guest's flags in the host's. */
    void flagsNow(FlagsAt where) {
        flags = flagsLive ? where : FlagsAt.MEMORY;
        flagsSaved = flags == FlagsAt.MEMORY;
    }

    FlagsAt flagsAt() {
        return flags;
    }

    /** Whether the host's flags may be overwritten at no cost. */
    boolean flagsFree() {
        return flagsSaved;
    }

    /** Before host code that changes the host's flags: saves the guest's if they are there. Uses RAX. */
    void clobberFlags() {
        saveFlags();
        flags = FlagsAt.MEMORY;
    }

    /** Puts the guest's flags into the state block too, if they are only in the host's; those keep them. Uses RAX. */
    void saveFlags() {
        if (flagsSaved) {
            return;
        }
        flagsSaved = true;
        if (flags == FlagsAt.HOST_BORROW) {
            a.cmc();
            flags = FlagsAt.HOST;
        }
        a.lahf();
        a.set(X64.O, RAX);
        storeFlags();
    }

    /** Puts the guest's flags, which are in RAX as the host has them, into the state block; whoever reads them next takes them from RAX if they are still there. */
    void storeFlags() {
        a.store16(RBX, displacement(Layout.HOST_FLAGS), RAX);
        a.raxChanged = false;
    }

    /** Code that is come to on another way too: what is in scratch registers is not known. */
    void forgetScratch() {
        a.raxChanged = true;
    }

    /** Drops flags that nobody will read. */
    void dropFlags() {
        flags = FlagsAt.MEMORY;
        flagsSaved = true;
    }

    /** Brings the guest's flags into the host's, its carry being C or not. Uses RAX. */
    void loadFlags() {
        if (flags == FlagsAt.MEMORY) {
            if (a.raxChanged) {
                a.loadUnsigned16(RAX, RBX, displacement(Layout.HOST_FLAGS));
            }
            a.addAl(0x7f); // overflows if V, bit 0, is set
            a.sahf();
            flags = FlagsAt.HOST;
        }
    }

    /** The host's condition for a guest's, after {@link #loadFlags}; may turn the host's carry around. */
    int condition(int guest) {
        boolean borrow = flags == FlagsAt.HOST_BORROW;
        switch (guest) {
            case 0: return X64.E;
            case 1: return X64.NE;
            case 2: return borrow ? X64.NC : X64.C;
            case 3: return borrow ? X64.C : X64.NC;
            case 4: return X64.S;
            case 5: return X64.NS;
            case 6: return X64.O;
            case 7: return X64.NO;
            case 8, 9:
                if (!borrow) {
                    a.cmc();
                    flags = FlagsAt.HOST_BORROW;
                }
                return guest == 8 ? X64.A : X64.BE;
            case 10: return X64.GE;
            case 11: return X64.L;
            case 12: return X64.G;
            default: return X64.LE;
        }
    }

    // ---- out of line

    /** Something to be written behind the block, with registers and flags as they are known now. */
    void later(Tail tail) {
        Held then = held();
        FlagsAt flagsThen = flags;
        boolean savedThen = flagsSaved;
        // Tails come last: what they do to this state troubles nobody but the next tail, which sets it again.
        tails.add(() -> {
            general.putBack(then.general);
            vectors.putBack(then.vectors);
            flags = flagsThen;
            flagsSaved = savedThen;
            forgetScratch();
            tail.emit();
        });
    }

    /** Writes what was put off. */
    void emitTails() {
        for (int i = 0; i < tails.size(); i++) {
            tails.get(i).emit();
        }
    }

    /** Where guest registers are between two instructions, of both kinds. */
    record Held(RegisterFile.Held general, RegisterFile.Held vectors) {
    }

    /** Where guest registers are now. */
    Held held() {
        return new Held(general.held(), vectors.held());
    }

    /** Brings guest registers to where they were at another time; its code may be gone on with. Leaves the flags alone. */
    void becomes(Held then) {
        general.becomes(then.general);
        vectors.becomes(then.vectors);
    }

    /** Loads the guest registers that were held at another time from the state block. */
    void reload(Held then) {
        general.reload(then.general);
        vectors.reload(then.vectors);
    }
}
