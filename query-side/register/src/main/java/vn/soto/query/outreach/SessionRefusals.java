package vn.soto.query.outreach;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.StateRefusals;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.query.team.TeamsByUnit;
import vn.soto.query.unit.Units;

/** The commands about a session that are refused whatever is typed, by its state and by the area of its team. */
@Component
record SessionRefusals(TeamsByUnit teams, Units units) {

    private static final String AREA = "OUTREACH_TEAM_COVERS_UNIT";

    /**
     * The area is asked only about what the state permits. A planned session is moved to a day before its unit ends; one that is held was
     * held up to today.
     */
    StateRefusals of(SessionView session, LocalDate today, long asOf) {
        StateRefusals refusals = session.state().stage().refusals();
        LocalDate held = session.heldOn();
        List<Object> day = List.of(held == null ? VietnamTime.day(session.startsAt()) : held);
        return switch (session.state()) {
            case PLANNED ->
                refusals.until(everWorked(session, lastDay(session, asOf), asOf), AREA, day, "reschedule-outreach")
                        .until(everWorked(session, today, asOf), AREA, day, "hold-outreach");
            case HELD -> refusals.until(everWorked(session, today, asOf), AREA, day, "correct-outreach");
            case VOIDED -> refusals.until(held == null || worked(session, held, asOf), AREA, day, "restore-outreach");
            case CANCELLED -> refusals;
        };
    }

    private LocalDate lastDay(SessionView session, long asOf) {
        return units.find(session.unit().value(), LocalDate.MAX, asOf)
                .map(unit -> unit.lastDayBy(LocalDate.MAX))
                .orElse(LocalDate.MAX);
    }

    private boolean worked(SessionView session, LocalDate day, long asOf) {
        return teams.worked(session.team().value(), session.unit().value(), day, asOf);
    }

    private boolean everWorked(SessionView session, LocalDate last, long asOf) {
        return teams.everWorked(session.team().value(), session.unit().value(), last, asOf);
    }
}
