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
            table.plain("PointerAuthentication.pac" + name, (t, d) -> add(t, source(d), Translator.d(d), Translator.n(d), key));
            table.plain("PointerAuthentication.aut" + name, (t, d) -> authenticate(t, source(d), Translator.d(d), Translator.n(d), key));
            table.plain("PointerAuthentication.pac" + zero, (t, d) -> add(t, source(d), Translator.d(d), SLOT_ZERO, key));
            table.plain("PointerAuthentication.aut" + zero, (t, d) -> authenticate(t, source(d), Translator.d(d), SLOT_ZERO, key));
        });
        for (String name : new String[] {"ia", "ib"}) {
            int key = KEYS.get(name);
            table.plain("PointerAuthentication.pac" + name + "1716", (t, d) -> add(t, 17, 17, 16, key));
            table.plain("PointerAuthentication.aut" + name + "1716", (t, d) -> authenticate(t, 17, 17, 16, key));
            table.plain("PointerAuthentication.pac" + name + "z", (t, d) -> add(t, LR, LR, SLOT_ZERO, key));
            table.plain("PointerAuthentication.aut" + name + "z", (t, d) -> authenticate(t, LR, LR, SLOT_ZERO, key));
            table.plain("PointerAuthentication.pac" + name + "sp", (t, d) -> add(t, LR, LR, SLOT_SP, key));
            table.plain("PointerAuthentication.aut" + name + "sp", (t, d) -> authenticate(t, LR, LR, SLOT_SP, key));
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
        table.plain("PointerAuthentication.xpaci", (t, d) -> strip(t, source(d), Translator.d(d), false));
        table.plain("PointerAuthentication.xpacd", (t, d) -> strip(t, source(d), Translator.d(d), true));
        table.plain("PointerAuthentication.xpaclri", (t, d) -> strip(t, LR, LR, false));
        table.plain("PointerAuthentication.pacga", (t, d) -> {
            int modifier = Translator.m(d);
            call(t, t.pointers().generic(), Translator.n(d), modifier == 31 ? SLOT_SP : modifier);
            t.b.a.mov(true, t.b.define(Translator.d(d)), RAX);
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

    private static void add(Translator t, int source, int destination, int modifier, int key) {
        call(t, t.pointers().adding(key), source, modifier);
        t.b.a.mov(true, t.b.define(destination), RAX);
    }

    private static void authenticate(Translator t, int source, int destination, int modifier, int key) {
        call(t, t.pointers().authenticating(key), source, modifier);
        t.b.a.mov(true, t.b.define(destination), RAX);
    }

    private static void strip(Translator t, int source, int destination, boolean data) {
        call(t, t.pointers().stripping(data), source, SLOT_ZERO);
        t.b.a.mov(true, t.b.define(destination), RAX);
    }
}
