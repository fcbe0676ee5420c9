package dev.cellvisor.vm;

/** What a few instructions at a time need of what a run may need: nothing is watched. */
final class Steps {
    /** More instructions than that are a run like others, with a limit of the host's time. */
    static final long MOST = 1000;

    /** How long they may take where they wait for something, as any other run. */
    static final long PATIENCE_NANOS = (long) (Condition.DEFAULT_SECONDS * 1e9);

    static final Scheduler.Watch WATCH = new Scheduler.Watch() {
        @Override
        public boolean stopsAt(long pc) {
            return false;
        }

        @Override
        public long patience() {
            return Long.MAX_VALUE;
        }

        @Override
        public void look() {
            // there is nothing to look at
        }
    };

    private static final String ONE = new Condition.Stop.Count(1).toString();

    private Steps() {
    }

    /** The condition that is met after so many instructions, as text. */
    static String condition(long instructions) {
        return instructions == 1 ? ONE : new Condition.Stop.Count(instructions).toString();
    }
}
