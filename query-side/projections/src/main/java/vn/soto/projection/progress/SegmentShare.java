package vn.soto.projection.progress;

import java.util.List;

/** How processes share the segments of projections: evenly, and so that what all may hold is exactly what there is. */
final class SegmentShare {

    private SegmentShare() {}

    /**
     * How many segments a process may hold. Those that cannot be divided go to processes in turn, beginning with another
     * one for each projection, so that projections of one segment are spread as well.
     *
     * @param all  the processes, in an order they agree on
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
