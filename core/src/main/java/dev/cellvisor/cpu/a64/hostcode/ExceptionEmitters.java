package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDX;

import dev.cellvisor.cpu.a64.exception.Exceptions;

/** SVC and ERET: into another mode and on, without leaving emitted code. {@link ExceptionRoutines} does the work; the other exceptions are the meaning's. */
final class ExceptionEmitters {
    private static final long ESR_IL = 1 << 25;

    private ExceptionEmitters() {
    }

    static void register(Emitters table) {
        table.branch("ExceptionGeneration.svc", ExceptionEmitters::svc);
        table.branch("ExceptionGeneration.eret", ExceptionEmitters::eret);
    }

    private static void svc(Translator t, long d) {
        if (t.mayHaveLanded()) { // SPSR_EL1 tells how
            t.leaveToMeaning();
            return;
        }
        t.b.clobberFlags();
        t.b.writeBack();
        t.a.movImmediate(RAX, (long) Exceptions.EC_SVC << 26 | ESR_IL | d >>> 5 & 0xffff);
        t.a.movImmediate(RDX, t.pc() + 4);
        t.a.call(t.exceptions().enter);
        t.leaveIf(X64.NE);
        t.goToRaxAnew();
    }

    private static void eret(Translator t, long d) {
        t.b.clobberFlags();
        t.b.writeBack();
        t.a.call(t.exceptions().leave);
        t.leaveIf(X64.NE);
        t.goToRaxAnew();
    }
}
