package vn.soto.contracts.training;

import java.util.Comparator;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/** A trained member of a team; a person who attends for two teams is two attendees. */
public record Attendee(TeamId team, MemberId member) implements Comparable<Attendee> {

    private static final Comparator<Attendee> ORDER =
            Comparator.<Attendee, TeamId>comparing(Attendee::team).thenComparing(Attendee::member);

    @Override
    public int compareTo(Attendee other) {
        return ORDER.compare(this, other);
    }
}
