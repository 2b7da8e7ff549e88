package vn.soto.query.team;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamId;

/**
 * The end of a team.
 *
 * @param successor team that absorbed it; absent if none did
 * @param offices   at the end; absent in a document of an earlier version, as the flags are
 */
public record Dissolution(
        Instrument decision,
        LocalDate lastDay,
        @Nullable TeamId successor,
        @JsonIgnore @Nullable Offices offices,
        @JsonIgnore @Nullable Flags flags) {

    static Dissolution of(TeamDissolved event, TeamCard before) {
        TeamId successor = event.successor();
        return new Dissolution(event.instrument(), event.lastDay(), successor, before.offices(), before.flags());
    }

    /** The end of the team as it would go on. */
    Dissolution after(TeamCard goingOn) {
        return new Dissolution(decision, lastDay, successor, goingOn.offices(), goingOn.flags());
    }

    Dissolution on(LocalDate day) {
        return new Dissolution(decision, day, successor, offices, flags);
    }
}
