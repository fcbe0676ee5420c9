package dev.cellvisor.cli;

import dev.cellvisor.qtest.QtestServer;
import java.util.List;

/** {@code cellvisor qtest}: a front door for QEMU's own device tests. Its arguments are QEMU's, and so no business of picocli's. */
final class QtestCommand {
    static final Command COMMAND = new Command("qtest", "Serves a client of QEMU's qtest, such as QEMU's own device tests for arm/virt.", List.of(), null, false,
            List.of("", "Takes QEMU's options as such a client passes them, e.g.", "",
                    "cellvisor qtest -M virt -device virtio-blk-device,drive=d \\",
                    "    -drive if=none,id=d,file=disk.raw,format=raw \\",
                    "    -qtest unix:q.sock -chardev socket,path=m.sock,id=c -mon chardev=c,mode=control"),
            arguments -> Main.fail("qtest needs the options of a client, at least -qtest unix:PATH", Command.USAGE));

    private QtestCommand() {
    }

    /** Whether these words are for the server rather than for the help. */
    static boolean takes(String... words) {
        return words.length > 1 && words[0].equals("qtest") && !words[1].equals("--help") && !words[1].equals("-h");
    }

    static int run(String... words) {
        return QtestServer.run(List.of(words).subList(1, words.length));
    }
}
