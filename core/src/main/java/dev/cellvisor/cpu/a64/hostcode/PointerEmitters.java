package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDX;
import static dev.cellvisor.cpu.a64.state.A64State.KEY_DA;
import static dev.cellvisor.cpu.a64.state.A64State.KEY_DB;
import static dev.cellvisor.cpu.a64.state.A64State.KEY_IA;
import static dev.cellvisor.cpu.a64.state.A64State.KEY_IB;
import static dev.cellvisor.cpu.a64.state.A64State.SLOT_SP;
import static dev.cellvisor.cpu.a64.state.A64State.SLOT_ZERO;

import java.util.Map;

/** Pointer authentication: calls of {@link PointerRoutines}. Its loads and exception returns are left to their meanings. */
final class PointerEmitters {
    private static final int LR = 30;
    private static final Map<String, Integer> KEYS = Map.of("ia", KEY_IA, "ib", KEY_IB, "da", KEY_DA, "db", KEY_DB);

    private PointerEmitters() {
    }

    static void register(Emitters table) {
        KEYS.forEach((name, key) -> {
            String zero = name.charAt(0) + "z" + name.charAt(1);
            table.plain("PointerAuthentication.pac" + name, (t, d) -> result(t, t.pointers().adding(key), source(d), Translator.n(d), Translator.d(d)));
            table.plain("PointerAuthentication.aut" + name, (t, d) -> result(t, t.pointers().authenticating(key), source(d), Translator.n(d), Translator.d(d)));
            table.plain("PointerAuthentication.pac" + zero, (t, d) -> result(t, t.pointers().adding(key), source(d), SLOT_ZERO, Translator.d(d)));
            table.plain("PointerAuthentication.aut" + zero, (t, d) -> result(t, t.pointers().authenticating(key), source(d), SLOT_ZERO, Translator.d(d)));
        });
        for (String name : new String[] {"ia", "ib"}) {
            int key = KEYS.get(name);
            table.plain("PointerAuthentication.pac" + name + "1716", (t, d) -> result(t, t.pointers().adding(key), 17, 16, 17));
            table.plain("PointerAuthentication.aut" + name + "1716", (t, d) -> result(t, t.pointers().authenticating(key), 17, 16, 17));
            table.plain("PointerAuthentication.pac" + name + "z", (t, d) -> result(t, t.pointers().adding(key), LR, SLOT_ZERO, LR));
            table.plain("PointerAuthentication.aut" + name + "z", (t, d) -> result(t, t.pointers().authenticating(key), LR, SLOT_ZERO, LR));
            table.plain("PointerAuthentication.pac" + name + "sp", (t, d) -> result(t, t.pointers().adding(key), LR, SLOT_SP, LR));
            table.plain("PointerAuthentication.aut" + name + "sp", (t, d) -> result(t, t.pointers().authenticating(key), LR, SLOT_SP, LR));
            String letter = name.substring(1);
            jump(table, "AuthenticatedBranch.bra" + letter, key, true, false);
            jump(table, "AuthenticatedBranch.bra" + letter + "z", key, false, false);
            jump(table, "AuthenticatedBranch.blra" + letter, key, true, true);
            jump(table, "AuthenticatedBranch.blra" + letter + "z", key, false, true);
            table.branch("AuthenticatedBranch.reta" + letter, (t, d) -> {
                call(t, t.pointers().authenticating(key), LR, SLOT_SP);
                t.goToRax();
            });
        }
        table.plain("PointerAuthentication.xpaci", (t, d) -> result(t, t.pointers().stripping(false), source(d), SLOT_ZERO, Translator.d(d)));
        table.plain("PointerAuthentication.xpacd", (t, d) -> result(t, t.pointers().stripping(true), source(d), SLOT_ZERO, Translator.d(d)));
        table.plain("PointerAuthentication.xpaclri", (t, d) -> result(t, t.pointers().stripping(false), LR, SLOT_ZERO, LR));
        table.plain("PointerAuthentication.pacga", (t, d) -> {
            int modifier = Translator.m(d);
            result(t, t.pointers().generic(), Translator.n(d), modifier == 31 ? SLOT_SP : modifier, Translator.d(d));
        });
    }

    private static void jump(Emitters table, String name, int key, boolean modified, boolean link) {
        table.branch(name, (t, d) -> {
            call(t, t.pointers().authenticating(key), Translator.n(d), modified ? Translator.d(d) : SLOT_ZERO);
            BranchEmitters.land(t, d, link);
        });
    }

    /** Rd as a source. */
    private static int source(long d) {
        return (int) d & 31;
    }

    private static void call(Translator t, long routine, int pointer, int modifier) {
        t.b.clobberFlags();
        int source = t.b.use(pointer);
        t.b.a.mov(true, RAX, source);
        if (modifier == SLOT_ZERO) {
            t.b.a.movImmediate(RDX, 0);
        } else {
            int second = t.b.use(modifier);
            t.b.a.mov(true, RDX, second);
        }
        t.b.a.call(routine);
    }

    /** Calls a routine, and puts its result into a register. */
    private static void result(Translator t, long routine, int pointer, int modifier, int destination) {
        call(t, routine, pointer, modifier);
        t.b.a.mov(true, t.b.define(destination), RAX);
    }
}
