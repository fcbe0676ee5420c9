// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** The instructions of group FP. */
final class FpSwitch {

    private FpSwitch() {
    }

    static void execute(Core c, long s, long d, long pc) {
        throw new IllegalStateException("group FP is empty");
    }
}
