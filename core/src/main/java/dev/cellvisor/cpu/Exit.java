package dev.cellvisor.cpu;

/** Why a run ended. Between two instructions, always: all state is exact. */
public sealed interface Exit {

    /** The allowed number of instructions was retired. */
    record Limit() implements Exit {
    }

    /** The CPU executed WFI or WFE and nothing wakes it yet. */
    record Waiting() implements Exit {
    }

    /** Every CPU waits and no event is scheduled: nothing would ever happen again without input from outside. */
    record Idle() implements Exit {
    }

    /** Somebody asked for a stop, from a handler, a device or another thread. */
    record Stopped(String reason) implements Exit {
    }

    /** A breakpoint's instruction is next.
     * @param pc its virtual address */
    record Breakpoint(long pc) implements Exit {
    }

    /** The guest switched the machine off (PSCI SYSTEM_OFF). */
    record PowerOff() implements Exit {
    }

    /** The guest asked for a reset of the machine (PSCI SYSTEM_RESET). */
    record Reset() implements Exit {
    }

    /** The guest can make no progress, e.g. an exception vector that faults on its own first instruction.
     * @param reason in one sentence */
    record Stuck(String reason) implements Exit {
    }
}
