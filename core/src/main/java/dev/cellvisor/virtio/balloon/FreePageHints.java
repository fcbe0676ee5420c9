package dev.cellvisor.virtio.balloon;

import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;

/**
 * Free page hinting (VIRTIO 1.4, 5.5.6.5): the host gives out a command id, the driver answers with that id and then the pages that are
 * free. The pages are noted and never touched: who copies the guest's memory may leave them out.
 */
final class FreePageHints implements Stateful {
    static final int STOP = 0;
    static final int DONE = 1;
    /** Ids go up from here; QEMU's do too. */
    private static final int FIRST = 0x8000_0000;

    private final PageSet pages = new PageSet();
    /** What free_page_hint_cmd_id says. */
    private int command = STOP;
    private int lastId = FIRST - 1;
    /** Whether the driver has answered with the current id and not yet ended. */
    private boolean answering;
    private boolean ended;

    int command() {
        return command;
    }

    /** Begins a round, with an id that the driver cannot mistake for an earlier one. */
    int begin() {
        // After 2^31 rounds ids come again; the driver has sent STOP for the first of them long ago (BALH-DEV-02).
        lastId = lastId == -1 ? FIRST : lastId + 1;
        pages.clear();
        return become(lastId);
    }

    /** Ends a round: STOP if the hints are of no use any more, DONE if the driver may have its pages back. */
    int end(int stopOrDone) {
        return become(stopOrDone);
    }

    private int become(int newCommand) {
        command = newCommand;
        answering = false;
        ended = false;
        return newCommand;
    }

    /**
     * The driver sends an id.
     *
     * @return whether that is right; {@code false} if it sends the current one again
     */
    boolean answered(int id) {
        boolean again = answering && id == command;
        if (id == STOP) {
            ended |= answering;
        }
        answering = id == command && id != STOP && id != DONE;
        return !again;
    }

    /** Whether hints count now: under the current id, which is neither STOP nor DONE. */
    boolean answering() {
        return answering;
    }

    /** Whether the driver has told all it has. */
    boolean ended() {
        return ended;
    }

    PageSet pages() {
        return pages;
    }

    /** The driver is gone. */
    void reset() {
        pages.clear();
        become(STOP);
    }

    @Override
    public State save() {
        return State.of("hints", 1).put("command", command).put("lastId", lastId).put("answering", answering).put("ended", ended)
                .put("pages", pages.save()).build();
    }

    @Override
    public void restore(State state) {
        pages.restore(state.expect("hints", 1).child("pages"));
        command = state.integer("command");
        lastId = state.integer("lastId");
        answering = state.flag("answering");
        ended = state.flag("ended");
    }
}
