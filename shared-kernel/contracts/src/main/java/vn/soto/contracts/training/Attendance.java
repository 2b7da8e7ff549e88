package vn.soto.contracts.training;

import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.team.TeamId;

/**
 * That a session took place.
 *
 * @param on        the day
 * @param hours     how long it took, in whole hours
 * @param attendees members who were there, each once, sorted
 */
public record Attendance(LocalDate on, int hours, List<Attendee> attendees) {

    public Attendance {
        attendees = Ascending.of(attendees);
    }

    /** The teams whose members were there, each once, sorted. */
    public List<TeamId> teams() {
        return attendees.stream().map(Attendee::team).distinct().toList();
    }
}
