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

    /** A planned session is moved to a day before its unit ends; one that is held was held up to today. */
    StateRefusals of(SessionView session, LocalDate today, long asOf) {
        StateRefusals refusals = session.state().stage().refusals();
        LocalDate held = session.heldOn();
        LocalDate day = held == null ? VietnamTime.day(session.startsAt()) : held;
        if (session.state() == Session.State.PLANNED) {
            LocalDate last = units.find(session.unit().value(), LocalDate.MAX, asOf)
                    .map(unit -> unit.lastDayBy(LocalDate.MAX))
                    .orElse(LocalDate.MAX);
            refusals.until(everWorked(session, last, asOf), AREA, List.of(day), "reschedule-outreach");
        }
        return refusals.until(everWorked(session, today, asOf), AREA, List.of(day), "hold-outreach", "correct-outreach")
                .until(
                        held == null
                                || teams.worked(
                                        session.team().value(), session.unit().value(), held, asOf),
                        AREA,
                        List.of(day),
                        "restore-outreach");
    }

    private boolean everWorked(SessionView session, LocalDate last, long asOf) {
        return teams.everWorked(session.team().value(), session.unit().value(), last, asOf);
    }
}
