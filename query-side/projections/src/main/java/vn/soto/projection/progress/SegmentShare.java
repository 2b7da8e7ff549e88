package vn.soto.projection.progress;

import java.util.List;

/**
 * Divides the segments of projections among processes: evenly, and so that the shares add up to the number of segments.
 */
final class SegmentShare {

    private SegmentShare() {}

    /**
     * Number of segments a process may hold. The remainder of the division goes to processes in turn. Each projection
     * starts with a different process, so that projections of one segment are spread too.
     *
     * @param all  ids of the processes, in the same order everywhere
     * @param turn number of the projection
     */
    static int of(String process, List<String> all, int segments, int turn) {
        int place = all.indexOf(process);
        if (place < 0) {
            return segments;
        }
        int fromTurn = Math.floorMod(place - turn, all.size());
        return segments / all.size() + (fromTurn < segments % all.size() ? 1 : 0);
    }
}
