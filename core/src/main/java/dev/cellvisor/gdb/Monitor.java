package dev.cellvisor.gdb;

import dev.cellvisor.vm.MemoryWrite;
import dev.cellvisor.vm.Vm;

/** GDB's {@code monitor} commands: what it has none for itself. A mistake is answered in words, since GDB shows nothing else of it. */
final class Monitor {
    private static final String HELP = """
            instruction             how many were executed
            at N                    goes to instruction N
            history                 how far back that can be
            physical on|off         what memory addresses mean
            symbol NAME             where the kernel has a symbol now; all of them: symbol-file target:/kernel
            where                   the symbol at the PC
            translate ADDRESS       the walk through the tables
            lastwrite ADDRESS [N]   who wrote last to N bytes
            lastchange REGISTER     what changed a register of the first CPU last
            inputs                  what came in from outside
            An address is a number, a register such as $sp or a symbol of the kernel.""";

    private final Vm vm;
    private final GdbServer server;

    Monitor(Vm vm, GdbServer server) {
        this.vm = vm;
        this.server = server;
    }

    String answer(String command) {
        String[] words = command.split("\\s+");
        try {
            return answer(words);
        } catch (ArrayIndexOutOfBoundsException e) {
            return HELP.lines().filter(line -> line.startsWith(words[0] + " ")).findFirst().orElse(HELP);
        } catch (IllegalArgumentException | IllegalStateException e) {
            return e.getMessage();
        }
    }

    private String answer(String[] words) {
        return switch (words[0]) {
            case "instruction" -> Long.toString(vm.clock().instructions());
            case "at" -> vm.at(number(words[1])).toString() + "\nuse 'maintenance flush register-cache' to see the registers there";
            case "history" -> vm.history().toString();
            case "physical" -> {
                boolean physical = words.length < 2 || words[1].equals("on");
                server.physical(physical);
                yield "addresses are " + (physical ? "physical" : "virtual");
            }
            case "symbol" -> "0x%x".formatted(vm.symbols().address(words[1]));
            case "where" -> vm.symbols().describe(server.cpu().pc());
            case "translate" -> vm.translate(server.thread(), number(words[1])).toString();
            case "lastwrite" -> {
                MemoryWrite write = vm.lastWrite(server.physical(number(words[1])), words.length > 2 ? (int) number(words[2]) : 1);
                yield write == null ? "nobody, as far as the history goes" : write.toString();
            }
            case "lastchange" -> {
                var change = vm.lastChange(words[1].replace("$", ""));
                yield change == null ? "nothing, as far as the history goes" : change.toString();
            }
            case "inputs" -> vm.inputs().toString();
            case "help", "" -> HELP;
            default -> "there is no command '%s'\n%s".formatted(words[0], HELP);
        };
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
