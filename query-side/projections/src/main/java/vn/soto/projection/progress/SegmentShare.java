package vn.soto.projection.progress;

import java.util.List;

/**
 * Divides the segments of a tracker among processes: evenly, and so that the shares add up to the number of segments.
 */
final class SegmentShare {

    private SegmentShare() {}

    /**
     * Number of segments a process may hold. The first processes hold the remainder of the division.
     *
     * @param all ids of the processes, in the same order everywhere
     */
    static int of(String process, List<String> all, int segments) {
        int place = all.indexOf(process);
        if (place < 0) {
            return segments;
        }
        return segments / all.size() + (place < segments % all.size() ? 1 : 0);
    }
}
