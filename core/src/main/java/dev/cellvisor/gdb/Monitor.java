package dev.cellvisor.gdb;

import dev.cellvisor.vm.MemoryWrite;
import dev.cellvisor.vm.RegisterChange;
import dev.cellvisor.vm.Vm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** GDB's {@code monitor} commands: what it has none for itself. A mistake is answered in words, since GDB shows nothing else of it. */
final class Monitor {
    private final Vm vm;
    private final GdbServer server;
    private final Map<String, Command> commands = new LinkedHashMap<>();

    /** One command: how it is typed, what it is for, how many words it needs after its name, and what it answers to all of them. */
    private record Command(String usage, String purpose, int least, Function<String[], String> answer) {
        @Override
        public String toString() {
            return "%-24s%s".formatted(usage, purpose);
        }
    }

    Monitor(Vm vm, GdbServer server) {
        this.vm = vm;
        this.server = server;
        add("instruction", "how many were executed", 0, words -> Long.toString(vm.clock().instructions()));
        add("at N", "goes to instruction N", 1, words -> vm.at(number(words[1])) + "\nuse 'maintenance flush register-cache' to see the registers there");
        add("history", "how far back that can be", 0, words -> vm.history().toString());
        add("physical on|off", "what memory addresses mean", 1, words -> physical(words[1].equals("on")));
        add("symbol NAME", "where the kernel has a symbol now", 1, words -> "0x%x".formatted(vm.symbols().address(words[1])));
        add("where", "the symbol at the PC", 0, words -> vm.symbols().describe(server.cpu().pc()));
        add("translate ADDRESS", "the walk through the tables", 1, words -> vm.translate(server.thread(), number(words[1])).toString());
        add("lastwrite ADDRESS [N]", "who wrote last to N bytes", 1, this::lastWrite);
        add("lastchange REGISTER", "what changed a register of the selected thread's CPU last", 1, this::lastChange);
        add("inputs", "what came in from outside", 0, words -> vm.inputs().toString());
        add("help", "this list", 0, words -> help());
    }

    private void add(String usage, String purpose, int least, Function<String[], String> answer) {
        commands.put(usage.split(" ")[0], new Command(usage, purpose, least, answer));
    }

    String answer(String line) {
        String[] words = line.isEmpty() ? new String[] {"help"} : line.split("\\s+");
        Command command = commands.get(words[0]);
        if (command == null) {
            return "there is no command '%s'\n%s".formatted(words[0], help());
        }
        if (words.length <= command.least) {
            return command.toString();
        }
        try {
            return command.answer.apply(words);
        } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
            return e.getMessage();
        }
    }

    private String help() {
        var text = new StringBuilder();
        commands.values().forEach(command -> text.append(command).append('\n'));
        return text.append("An address is a number, a register such as $sp or a symbol of the kernel.").toString();
    }

    private String physical(boolean on) {
        server.physical(on);
        return "addresses are " + (on ? "physical" : "virtual");
    }

    private String lastWrite(String[] words) {
        long address = server.physical(number(words[1]));
        if (address == -1) {
            return "nothing is mapped at " + words[1] + " now";
        }
        MemoryWrite write = vm.lastWrite(address, words.length > 2 ? (int) number(words[2]) : 1);
        return write == null ? "nobody, as far as the history goes" : write.toString();
    }

    private String lastChange(String[] words) {
        RegisterChange change = vm.lastChange(server.thread(), words[1].replace("$", ""));
        return change == null ? "nothing, as far as the history goes" : change.toString();
    }

    /** 0x and hexadecimal (kernel addresses have their top bit set), decimal, $register, or a symbol. */
    private long number(String text) {
        if (text.startsWith("$")) {
            return server.cpu().get(text.substring(1));
        }
        if (text.startsWith("0x")) {
            return Hex.number(text.substring(2));
        }
        return Character.isDigit(text.charAt(0)) ? Long.parseLong(text) : vm.symbols().address(text);
    }
}
