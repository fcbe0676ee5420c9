package dev.cellvisor.vm;

/** Why a run is not kept or taken: in one sentence without a full stop. */
final class KeptAside extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeptAside(String reason) {
        super(reason, null, false, false);
    }
}
