package vn.soto.query.timeline;

import vn.soto.projection.Stamped;
import vn.soto.query.event.Place;

/**
 * An event of a team.
 *
 * @param day      days since 1970 of the day of recording
 * @param corrects whether it corrects something
 */
public record TimelineRow(long position, long commit, int day, TimelineKind kind, boolean corrects) implements Stamped {

    Place place() {
        return new Place(position, commit);
    }
}
