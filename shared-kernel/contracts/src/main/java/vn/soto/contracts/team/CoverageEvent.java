package vn.soto.contracts.team;

import static vn.soto.contracts.shared.Flag.Code.UNIT_HAS_NO_TEAM;
import static vn.soto.contracts.shared.Flag.Code.UNIT_HAS_TWO_TEAMS_OF_ONE_LEVEL;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Flagging;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.unit.OfUnit;
import vn.soto.contracts.unit.UnitId;

/** Events of the set of teams that cover a residential unit. */
public sealed interface CoverageEvent extends ProductEvent {

    /**
     * The set of teams that cover the unit changes, as currently decided.
     *
     * @param teams all teams that cover the unit, sorted; an empty set and two teams of one level are flagged states
     * @param since first day of the change
     */
    @StoredAs("unit-coverage.changed.v1")
    record UnitCoverageChanged(UnitId unit, List<Covering> teams, LocalDate since)
            implements CoverageEvent, OfUnit, Flagging {

        public UnitCoverageChanged {
            teams = teams.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Covering::team))
                    .toList();
        }

        public boolean uncovered() {
            return teams.isEmpty();
        }

        public boolean overlapping() {
            return teams.stream().map(Covering::level).distinct().count() < teams.size();
        }

        @Override
        public Optional<Flag> flag() {
            return uncovered()
                    ? UNIT_HAS_NO_TEAM.with(unit.value())
                    : overlapping() ? UNIT_HAS_TWO_TEAMS_OF_ONE_LEVEL.with(unit.value()) : Optional.empty();
        }
    }
}
