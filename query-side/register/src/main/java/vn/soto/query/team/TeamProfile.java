package vn.soto.query.team;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.TeamEvent.ConsolidationCorrected;
import vn.soto.contracts.team.TeamEvent.RenamingCorrected;
import vn.soto.contracts.team.TeamEvent.TeamConsolidated;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.team.TeamLevel;

/**
 * The identity of a team and the decisions behind it.
 *
 * @param effectiveFrom first day of the team
 * @param namedSince    first day of the name; absent in a document of an earlier version
 * @param consolidated  latest decision that consolidated it; absent if none did
 * @param absorbed      teams that were dissolved into it
 */
public record TeamProfile(
        TeamLevel level,
        String name,
        Instrument founding,
        LocalDate effectiveFrom,
        @Nullable Instrument consolidated,
        List<TeamId> absorbed,
        @Nullable LocalDate namedSince) {

    static TeamProfile of(TeamFormed event) {
        Instrument founding = event.foundingDecision();
        return new TeamProfile(
                event.level(), event.name(), founding, event.effectiveFrom(), null, List.of(), event.effectiveFrom());
    }

    TeamProfile founded(Instrument decision) {
        return new TeamProfile(level, name, decision, effectiveFrom, consolidated, absorbed, namedSince);
    }

    /** A name before a coming one is not the last. */
    TeamProfile named(String newName, LocalDate from) {
        return namedSince != null && from.isBefore(namedSince)
                ? this
                : new TeamProfile(level, newName, founding, effectiveFrom, consolidated, absorbed, from);
    }

    TeamProfile corrected(RenamingCorrected right) {
        return right.enteredFrom().equals(namedSince)
                ? new TeamProfile(level, name, founding, effectiveFrom, consolidated, absorbed, right.effectiveFrom())
                : this;
    }

    /** A consolidation that was taken back absorbed nobody. */
    TeamProfile corrected(ConsolidationCorrected right) {
        List<String> others = right.absorbed().stream().map(TeamId::value).toList();
        return right.effectiveFrom() != null
                ? this
                : new TeamProfile(
                        level,
                        name,
                        founding,
                        effectiveFrom,
                        null,
                        absorbed.stream()
                                .filter(team -> !others.contains(team.value()))
                                .toList(),
                        namedSince);
    }

    TeamProfile consolidated(TeamConsolidated event) {
        List<TeamId> all = Stream.concat(absorbed.stream(), event.absorbed().stream())
                .distinct()
                .toList();
        return new TeamProfile(level, name, founding, effectiveFrom, event.decision(), all, namedSince);
    }
}
