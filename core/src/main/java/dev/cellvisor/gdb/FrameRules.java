package dev.cellvisor.gdb;

import dev.cellvisor.debug.FunctionFrames;
import dev.cellvisor.debug.Symbols;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.LongToIntFunction;

/**
 * Where the callers of a program's functions are, as DWARF has it (DWARF 4, 6.4; entries of version 1), by {@linkplain FunctionFrames what their code tells}. A debugger without this looks for a
 * prologue, and finds none behind the NOPs with which a traceable function of Linux begins.
 */
final class FrameRules {
    private static final int FP = 29;
    private static final int LR = 30;
    private static final int SP = 31;
    private static final int ADVANCE = 0x40;
    private static final int ADVANCE2 = 0x03;
    private static final int ADVANCE4 = 0x04;
    private static final int OFFSET = 0x80;
    private static final int SAME_VALUE = 0x08;
    private static final int DEF_CFA = 0x0c;
    private static final int VAL_EXPRESSION = 0x16;
    private static final int OP_DEREF = 0x06;
    private static final int OP_CONST1U = 0x08;
    private static final int OP_CONSTS = 0x11;
    private static final int OP_DUP = 0x12;
    private static final int OP_SWAP = 0x16;
    private static final int OP_OR = 0x21;
    private static final int OP_PLUS = 0x22;
    private static final int OP_SHL = 0x24;
    private static final int OP_SHR = 0x25;
    private static final int OP_SHRA = 0x26;
    private static final int OP_LIT0 = 0x30;
    private static final int OP_BREG30 = 0x8e;

    private static final FunctionFrames.Frame AT_ENTRY = new FunctionFrames.Frame(0, false, 0, -1);

    private final LongToIntFunction code;
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private ByteArrayOutputStream rules;
    private long at;

    private FrameRules(LongToIntFunction code) {
        this.code = code;
    }

    /**
     * The content of a section {@code .debug_frame}.
     *
     * @param symbols by address; each is a function that goes on to the next
     * @param end where the last one ends
     * @param code the instruction at an address; 0 where none can be read
     */
    static byte[] of(List<Symbols.Symbol> symbols, long end, LongToIntFunction code) {
        var rules = new FrameRules(code);
        rules.common();
        for (int i = 0; i < symbols.size(); i++) {
            long first = symbols.get(i).address();
            long next = i + 1 < symbols.size() ? symbols.get(i + 1).address() : end;
            if (next > first) {
                rules.function(first, next);
            }
        }
        return rules.all.toByteArray();
    }

    /** What holds at the first instruction: CFA is SP, and X29 and X30 are the caller's. */
    private void common() {
        rules = new ByteArrayOutputStream();
        rules.writeBytes(new byte[] {-1, -1, -1, -1, 1, 0, 4, 0x78, LR}); // version, no augmentation, code and data alignment 4 and -8
        put(DEF_CFA, SP, 0);
        inRegister();
        end(ByteBuffer.allocate(0));
    }

    private void function(long first, long next) {
        rules = new ByteArrayOutputStream();
        at = first;
        FunctionFrames.Frame before = AT_ENTRY;
        for (FunctionFrames.Frame frame : FunctionFrames.of(first, next, code)) {
            next(frame.from());
            if (frame.byFramePointer() != before.byFramePointer() || frame.distance() != before.distance()) {
                put(DEF_CFA, frame.byFramePointer() ? FP : SP, frame.distance());
            }
            if (frame.saved() < 0 && before.saved() >= 0) {
                put(SAME_VALUE, FP);
                inRegister();
            } else if (frame.saved() != before.saved()) {
                saved(frame.saved());
            }
            before = frame;
        }
        end(ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(first).putLong(next - first));
    }

    /** X29 and X30 stand so many bytes below the CFA. */
    private void saved(long below) {
        put(OFFSET | FP, below / 8);
        var place = new ByteArrayOutputStream();
        place.write(OP_CONSTS);
        long left = 8 - below; // SLEB128
        for (; left < -0x40 || left > 0x3f; left >>= 7) {
            place.write((int) (left & 0x7f | 0x80));
        }
        place.write((int) left & 0x7f);
        place.write(OP_PLUS);
        place.write(OP_DEREF);
        address(place);
    }

    /** The return address is in X30. */
    private void inRegister() {
        var place = new ByteArrayOutputStream();
        place.write(OP_BREG30);
        place.write(0);
        address(place);
    }

    /** The return address is this without a pointer authentication code: its 48 low bits, under 16 of which each is its bit 55. */
    private void address(ByteArrayOutputStream signed) {
        signed.writeBytes(new byte[] {OP_DUP, OP_LIT0 + 8, OP_SHL, OP_CONST1U, 63, OP_SHRA, OP_CONST1U, 48, OP_SHL,
            OP_SWAP, OP_LIT0 + 16, OP_SHL, OP_LIT0 + 16, OP_SHR, OP_OR});
        put(VAL_EXPRESSION, LR, signed.size());
        rules.writeBytes(signed.toByteArray());
    }

    /** What follows holds from an address on. */
    private void next(long pc) {
        long words = (pc - at) / 4;
        at = pc;
        if (words == 0) {
            return;
        }
        if (words < 0x40) {
            rules.write((int) (ADVANCE | words));
        } else if (words < 0x1_0000) {
            rules.write(ADVANCE2);
            rules.write((int) words);
            rules.write((int) words >>> 8);
        } else {
            rules.write(ADVANCE4);
            rules.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) words).array());
        }
    }

    /** An operation with operands in ULEB128. */
    private void put(int operation, long... operands) {
        rules.write(operation);
        for (long operand : operands) {
            long left = operand;
            for (; left >= 0x80; left >>>= 7) {
                rules.write((int) (left & 0x7f | 0x80));
            }
            rules.write((int) left);
        }
    }

    /** An entry is complete; for a function, behind the place of the common one and its own addresses. */
    private void end(ByteBuffer addresses) {
        int head = addresses.capacity() == 0 ? 0 : 4 + addresses.capacity();
        int length = head + rules.size() + 3 & -4;
        ByteBuffer entry = ByteBuffer.allocate(4 + length).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
        if (head != 0) {
            entry.putInt(0).put(addresses.array());
        }
        entry.put(rules.toByteArray()); // what is left are zeros: DW_CFA_nop
        all.writeBytes(entry.array());
    }
}
