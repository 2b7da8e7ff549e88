package vn.soto.query.http.live;

import java.util.Map;
import java.util.Set;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;

/**
 * The subjects of an event.
 *
 * @param right    right that shows the event to whoever reaches what it is about
 * @param subjects ids by kind
 * @param figures  figures that may have changed
 */
record Trace(long commit, EndpointRight right, Map<IdKind, Set<String>> subjects, Set<Figures> figures) {

    Trace {
        subjects = Map.copyOf(subjects);
        figures = Set.copyOf(figures);
    }

    /**
     * The figures of a unit and of those that contain it.
     *
     * @param unit     place of the event; the message goes only to readers who reach it
     * @param within   the unit and those that contain it, on the day of the event or now
     * @param quarters of which they are figures; none if those of any quarter may have changed
     */
    record Figures(String unit, Set<String> within, Set<String> quarters) {}
}
