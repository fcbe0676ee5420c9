package dev.cellvisor.view;

import dev.cellvisor.cpu.a64.asm.Line;
import dev.cellvisor.debug.CallStack;
import dev.cellvisor.debug.Listing;
import dev.cellvisor.debug.Symbols;

/** Disassembly: address, word, mnemonic and operands; the next instruction has an arrow and is bold. And the functions that are under way. */
final class ListingView {
    private ListingView() {
    }

    static View of(Listing listing) {
        Table table = new Table("").left("").left("address").left("word").left("instruction").wide("");
        for (Line line : listing.lines()) {
            Symbols.Symbol symbol = listing.symbols().at(line.address());
            if (symbol != null && (symbol.address() == line.address() || line == listing.lines().getFirst())) {
                table.row("", Rich.empty().bold(listing.symbols().describe(line.address())));
            }
            boolean next = line.address() == listing.pc();
            table.row(next ? "→" : "", Rich.empty().faint("%x".formatted(line.address())), Rich.empty().faint("%08x".formatted(line.word())), mnemonic(line.text(), next));
        }
        return new View(listing.toString(), table.html(), null);
    }

    static View of(CallStack stack) {
        Table table = new Table("").right("").left("function").left("PC").left("SP");
        for (int i = 0; i < stack.frames().size(); i++) {
            CallStack.Frame frame = stack.frames().get(i);
            int plus = frame.name().indexOf('+');
            Rich name = plus < 0 ? Rich.empty().bold(frame.name()) : Rich.empty().bold(frame.name().substring(0, plus)).faint(frame.name().substring(plus));
            table.row("#" + i, name, Rich.empty().faint("%x".formatted(frame.pc())), Rich.empty().faint("%x".formatted(frame.sp())));
        }
        return new View(stack.toString(), table.html(), null);
    }

    private static Rich mnemonic(String text, boolean next) {
        int space = text.indexOf(' ');
        String name = space < 0 ? text : text.substring(0, space);
        String operands = space < 0 ? "" : " " + text.substring(space + 1).strip();
        return next ? Rich.empty().bold(name + operands) : Rich.empty().bold(name).plain(operands);
    }
}
