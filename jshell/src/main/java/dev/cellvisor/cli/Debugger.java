package dev.cellvisor.cli;

import dev.cellvisor.gdb.GdbServer;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The option {@code --gdb}. */
final class Debugger {
    static final Option OPTION = new Option("--gdb", ":PORT", "Waits for GDB on this port of loopback before the first instruction: gdb-multiarch -ex 'target remote :1234'. "
            + "It goes backwards too.");

    private Debugger() {
    }

    /** If it was asked for, GDB has the machine until it detaches; then that goes on as without. */
    static void serve(Vm vm, Arguments arguments) {
        if (!arguments.has(OPTION.name())) {
            return;
        }
        String place = arguments.get(OPTION.name(), "");
        var output = new ConsoleOutput();
        try (var server = new GdbServer(vm, port(place)); var listening = vm.console().listen(output::put)) {
            System.err.printf("cellvisor: waiting for gdb: gdb-multiarch -ex 'target remote :%d'%n", server.port());
            server.serve();
        } catch (IOException e) {
            throw new UncheckedIOException("gdb cannot be served at %s: %s".formatted(place, e.getMessage()), e);
        } finally {
            output.flush();
        }
    }

    private static int port(String place) {
        String port = place.substring(place.lastIndexOf(':') + 1);
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
            throw new UsageException("--gdb " + place + ": that is no port; give one as :1234");
        }
        return Integer.parseInt(port);
    }
}
