package dev.cellvisor.cpu.a64.asm;

import dev.cellvisor.cpu.a64.isa.InstructionTable;
import java.util.ArrayList;
import java.util.List;

/** Every encoding's spellings, taken apart when they are first asked for. */
final class Templates {
    private static final Template[][] SPELLINGS = new Template[InstructionTable.end()][];
    private static final Layout[] LAYOUTS = new Layout[InstructionTable.end()];

    private Templates() {
    }

    /** The fields of an operation. */
    static synchronized Layout layout(int operation) {
        if (LAYOUTS[operation] == null) {
            LAYOUTS[operation] = new Layout(InstructionTable.entry(operation).bits());
        }
        return LAYOUTS[operation];
    }

    /** The spellings of an operation, most preferred first; the last one fits always. */
    static synchronized Template[] spellings(int operation) {
        if (SPELLINGS[operation] == null) {
            InstructionTable.Entry entry = InstructionTable.entry(operation);
            List<Template> spellings = new ArrayList<>();
            for (String alias : entry.aliases()) {
                spellings.add(new Template(entry, layout(operation), alias));
            }
            spellings.add(new Template(entry, layout(operation), entry.asm()));
            SPELLINGS[operation] = spellings.toArray(new Template[0]);
        }
        return SPELLINGS[operation];
    }
}
