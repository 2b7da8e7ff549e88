package vn.soto.query.team;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.team.TeamCard.Paper;

/**
 * The end of a team.
 *
 * @param successor team that absorbed it; absent if none did
 */
public record Dissolution(
        Paper decision, LocalDate lastDay, @Nullable String successor) {

    static Dissolution of(TeamDissolved event) {
        TeamId successor = event.successor();
        return new Dissolution(
                Paper.of(event.instrument()), event.lastDay(), successor == null ? null : successor.value());
    }
}
