package dev.cellvisor.virtio.balloon;

import static dev.cellvisor.virtio.balloon.BalloonFeature.VIRTIO_BALLOON_F_FREE_PAGE_HINT;
import static dev.cellvisor.virtio.balloon.BalloonFeature.VIRTIO_BALLOON_F_PAGE_REPORTING;
import static dev.cellvisor.virtio.balloon.BalloonFeature.VIRTIO_BALLOON_F_STATS_VQ;

import dev.cellvisor.virtio.Features;
import java.util.function.IntPredicate;

/**
 * What each queue is for. The specification gives every queue a number of its own (VIRTIO 1.4, 5.5.2: 2 statistics, 3 hints, 4 reports);
 * Linux and QEMU leave no gaps, so that a driver with reports alone has them on queue 2. Both kinds of drivers are served: which it
 * is shows in the queues that the driver has made ready.
 */
final class QueueRoles {
    static final int INFLATE = 0;
    static final int DEFLATE = 1;
    static final int STATS = 2;
    static final int HINT = 3;
    static final int REPORT = 4;
    static final int COUNT = 5;
    static final int NONE = -1;

    private static final BalloonFeature[] NEEDS = {null, null, VIRTIO_BALLOON_F_STATS_VQ, VIRTIO_BALLOON_F_FREE_PAGE_HINT,
            VIRTIO_BALLOON_F_PAGE_REPORTING};

    private QueueRoles() {
    }

    private static boolean has(Features negotiated, int role) {
        return NEEDS[role] == null || negotiated.has(NEEDS[role]);
    }

    /** Whether a queue exists in either numbering. */
    static boolean exists(int queue, Features negotiated) {
        return role(queue, negotiated, false) != NONE || role(queue, negotiated, true) != NONE;
    }

    /** Whether the driver leaves no gaps: it has made a queue ready that the specification does not have, and none that Linux has not. */
    static boolean compact(Features negotiated, IntPredicate ready) {
        boolean beside = false;
        for (int queue = 0; queue < COUNT; queue++) {
            if (ready.test(queue)) {
                beside |= role(queue, negotiated, false) == NONE;
                if (role(queue, negotiated, true) == NONE) {
                    return false;
                }
            }
        }
        return beside;
    }

    /** What a queue is for, or {@link #NONE}. */
    static int role(int queue, Features negotiated, boolean compact) {
        if (!compact) {
            return queue < COUNT && has(negotiated, queue) ? queue : NONE;
        }
        int index = 0;
        for (int role = 0; role < COUNT; role++) {
            if (has(negotiated, role) && index++ == queue) {
                return role;
            }
        }
        return NONE;
    }

    static String name(int role) {
        return switch (role) {
            case INFLATE -> "inflateq";
            case DEFLATE -> "deflateq";
            case STATS -> "statsq";
            case HINT -> "free_page_vq";
            case REPORT -> "reporting_vq";
            default -> "no queue";
        };
    }
}
