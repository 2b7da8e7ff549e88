package vn.soto.contracts.training;

import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.team.TeamId;

/**
 * How a training session took place.
 *
 * @param on        day of the session
 * @param hours     duration, in whole hours
 * @param attendees members who attended, each once, sorted
 */
public record Attendance(LocalDate on, int hours, List<Attendee> attendees) {

    public Attendance {
        attendees = Ascending.of(attendees);
    }

    /** Teams of the attendees, each once, sorted. */
    public List<TeamId> teams() {
        return attendees.stream().map(Attendee::team).distinct().toList();
    }
}
