package vn.soto.domain.team;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.ChargeChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** The households that members are responsible for, which no aggregate lists. */
@FunctionalInterface
public interface Caseloads {

    /**
     * A household with its responsible member.
     *
     * @param since first day of the responsibility; a reassignment cannot be earlier
     */
    record Charge(HouseholdId household, UnitId unit, Responsible responsible, LocalDate since) {}

    /** The events of households that have the team's tag, in the order of the ledger up to its last commit. */
    List<HouseholdEvent> recorded(TeamId team);

    /** The caseload of a team member, as decided last, in the order in which the households were assigned. */
    default List<Charge> of(Responsible who) {
        return in(who.team()).stream()
                .filter(charge -> charge.responsible().equals(who))
                .toList();
    }

    /** The caseloads of all members of a team, as decided last, in the order in which the households were assigned. */
    default List<Charge> in(TeamId team) {
        return known(team).entrySet().stream()
                .flatMap(each -> each.getValue().charge(each.getKey(), team).stream())
                .toList();
    }

    /** The same of a day and of later ones: a household for each of those who are or will be responsible for it. */
    default List<Charge> from(TeamId team, LocalDate day) {
        return known(team).entrySet().stream()
                .flatMap(each -> each.getValue().charges(each.getKey(), team, day))
                .toList();
    }

    /** Of each household, who is responsible on that day, and on each later one on which a change is known. */
    default Map<HouseholdId, List<Optional<Responsible>>> coming(TeamId team, LocalDate day) {
        return known(team).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().coming(day)));
    }

    private SequencedMap<HouseholdId, Known> known(TeamId team) {
        SequencedMap<HouseholdId, Known> households = new LinkedHashMap<>();
        for (HouseholdEvent event : recorded(team)) {
            Known known = households.computeIfAbsent(event.household(), first -> new Known(team, event.unit()));
            known.unit = event.unit();
            if (known.charge(event).filter(to -> to.team().equals(team)).isPresent()) {
                households.putLast(event.household(), known);
            }
        }
        return households;
    }

    /** A household as events of one team tell. */
    final class Known {

        private final TeamId team;
        private final DayHistory<Optional<Responsible>> charges = new DayHistory<>();
        private LocalDate moved = LocalDate.MIN;

        /** After its last move, as each event says: not every move is told to the team. */
        private UnitId unit;

        private Known(TeamId team, UnitId unit) {
            this.team = team;
            this.unit = unit;
        }

        /** The member and team that become responsible by the event, if any. */
        private Optional<Responsible> charge(HouseholdEvent event) {
            return switch (event) {
                case ChargeChanged change -> charge(change.effectiveFrom(), change.to());
                case AssignmentCorrected right -> {
                    boolean known =
                            charges.move(right.enteredFrom(), right.effectiveFrom(), right.meant(), charge -> charge);
                    boolean own = right.to() != null && right.to().team().equals(team);
                    if (!known && !own) {
                        charges.putMoved(right.enteredFrom(), right.effectiveFrom(), Optional.ofNullable(right.to()));
                    }
                    yield known || own ? Optional.empty() : Optional.ofNullable(right.to());
                }
                case RelocationWithdrawn withdrawn ->
                    withdrawn.goesOn(team).isPresent() && charges.remove(withdrawn.enteredFrom(), withdrawn.meantEnd())
                            ? charges.at(withdrawn.enteredFrom()).flatMap(who -> who)
                            : Optional.empty();
                case HouseholdRelocated move -> {
                    moved = moved.isBefore(move.effectiveFrom()) ? move.effectiveFrom() : moved;
                    yield Optional.empty();
                }
                default -> Optional.empty();
            };
        }

        private Optional<Responsible> charge(LocalDate from, @Nullable Responsible to) {
            charges.put(from, Optional.ofNullable(to));
            return Optional.ofNullable(to);
        }

        private List<Optional<Responsible>> coming(LocalDate day) {
            return charges.daysFrom(day)
                    .map(each -> charges.at(each).flatMap(who -> who))
                    .toList();
        }

        private Stream<Charge> charges(HouseholdId household, TeamId team, LocalDate day) {
            return charges.daysFrom(day)
                    .flatMap(each -> charges.at(each).flatMap(who -> who).stream())
                    .filter(who -> who.team().equals(team))
                    .distinct()
                    .map(who -> new Charge(household, unit, who, day));
        }

        private Optional<Charge> charge(HouseholdId household, TeamId team) {
            return (charges.isEmpty() ? Optional.<Responsible>empty() : charges.latest())
                    .filter(who -> who.team().equals(team))
                    .map(who -> new Charge(
                            household, unit, who, charges.lastDay().isBefore(moved) ? moved : charges.lastDay()));
        }
    }
}
