package vn.soto.projection.progress;

import java.util.List;

/**
 * Divides the lanes of a tracker among processes: evenly, and so that the shares add up to the number of lanes.
 */
final class LaneShare {

    private LaneShare() {}

    /**
     * Number of lanes a process may hold. The first processes hold the remainder of the division.
     *
     * @param all ids of the processes, in the same order everywhere
     */
    static int of(String process, List<String> all, int lanes) {
        int place = all.indexOf(process);
        if (place < 0) {
            return lanes;
        }
        return lanes / all.size() + (place < lanes % all.size() ? 1 : 0);
    }
}
