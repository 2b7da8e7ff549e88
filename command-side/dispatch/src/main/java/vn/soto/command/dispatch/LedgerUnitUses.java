package vn.soto.command.dispatch;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import vn.soto.axon.WholeLedger;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.team.CoverageEvent.UnitCoverageChanged;
import vn.soto.contracts.team.Covering;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.plan.PlanPart;
import vn.soto.domain.unit.UnitCoverage;
import vn.soto.domain.unit.UnitUses;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredEvent;

/**
 * Reads what is recorded in units from the commits since those are there: the withdrawal of a unit mends a mistake, which is seldom
 * old. Thread-safe.
 */
final class LedgerUnitUses implements UnitUses {

    private final TeamIndex teams;
    private final LedgerReader ledger;
    private final EventCodec codec;

    /** The last that was asked for: a withdrawal is decided again, if something else was recorded meanwhile. */
    private @Nullable UnitContents last;

    LedgerUnitUses(TeamIndex teams, LedgerReader ledger, EventCodec codec) {
        this.teams = teams;
        this.ledger = ledger;
        this.codec = codec;
    }

    @Override
    public synchronized Uses of(Collection<UnitId> units, LocalDate today) {
        Set<UnitId> asked = Set.copyOf(units);
        // What comes into the units from here on makes the decision void.
        WholeLedger.wasRead(teams.upToTail().number());
        UnitTree tree = teams.units();
        UnitContents contents = last != null && last.isOf(asked) ? last : contents(asked, established(asked), tree);
        last = contents;
        contents.catchUp();
        Counting households = new Counting(asked);
        Counting records = new Counting(asked);
        contents.households(today, households::add);
        contents.records(today, records::add);
        return new Uses(tree.unitsIn(asked, today).size(), households.found.size(), records.found.size());
    }

    /** @param since commits before the first of which none names the units; none if no unit is there yet */
    private UnitContents contents(Set<UnitId> units, LongStream since, UnitTree tree) {
        long next = ledger.tail().number() + 1;
        return new UnitContents(units, since.min().orElse(next), tree, ledger, codec);
    }

    /** The commits in which units were established. */
    private LongStream established(Set<UnitId> units) {
        return units.stream()
                .flatMap(unit -> ledger.aggregate(unit.value(), 0, 1).stream())
                .mapToLong(StoredEvent::commit);
    }

    private record Counting(Set<UnitId> units, Set<Id> found) {

        Counting(Set<UnitId> units) {
            this(units, new HashSet<>());
        }

        void add(Id id, UnitContents.Place place) {
            if (units.contains(place.unit())) {
                found.add(id);
            }
        }
    }

    @Override
    public Built builtOn(PlanId plan, LocalDate today) {
        PlannedUnits planned = planned(plan);
        return planned.changesNothing() ? Built.NOTHING : new Search(plan.correlation(), planned).built(today);
    }

    private PlannedUnits planned(PlanId plan) {
        PlannedUnits planned = new PlannedUnits();
        Optional<PlanPartRecorded> part = part(plan, 0);
        for (int next = 1; part.isPresent(); next++) {
            part.get().steps().forEach(planned::add);
            part = part(plan, next);
        }
        return planned;
    }

    private Optional<PlanPartRecorded> part(PlanId plan, int number) {
        return ledger.aggregate(PlanPart.idOf(plan, number), 0, 1).stream()
                .map(codec::decode)
                .filter(PlanPartRecorded.class::isInstance)
                .map(PlanPartRecorded.class::cast)
                .findFirst();
    }

    /** The search for what rests on one plan's changes and is not of the plan itself, whose reversal takes it back. */
    private final class Search {

        private final String correlation;
        private final PlannedUnits planned;
        private final UnitTree tree = LedgerUnitUses.this.teams.units();
        private final Map<UnitId, UnitTree.Ending> endings = new HashMap<>();
        private final UnitContents contents;
        private final Map<Long, Boolean> ofThePlan = new HashMap<>();
        private final Set<TeamId> teams = new HashSet<>();
        private final Set<Id> households = new HashSet<>();
        private final Set<Id> records = new HashSet<>();
        private final Set<Id> fixed = new HashSet<>();

        Search(String correlation, PlannedUnits planned) {
            this.correlation = correlation;
            this.planned = planned;
            planned.ended().forEach(unit -> tree.ending(unit).ifPresent(end -> endings.put(unit, end)));
            Set<UnitId> units = new HashSet<>(planned.established());
            endings.values().forEach(end -> units.addAll(end.successors()));
            this.contents = contents(
                    units,
                    LongStream.concat(
                            established(planned.established()),
                            endings.values().stream().mapToLong(UnitTree.Ending::commit)),
                    tree);
        }

        Built built(LocalDate today) {
            contents.catchUp();
            contents.households(today, (id, place) -> {
                if ((planned.established().contains(place.unit()) || isSince(place)) && isOfOthers(place)) {
                    households.add(id);
                }
            });
            contents.records(today, (id, place) -> {
                if (planned.established().contains(place.unit())) {
                    if (isOfOthers(place)) {
                        fixed.add(id);
                    }
                } else if (isStranded(place) && isOfOthers(place)) {
                    records.add(id);
                }
            });
            planned.established().forEach(unit -> teams(unit, -1));
            endings.values().forEach(end -> end.successors().forEach(successor -> teams(successor, end.commit())));
            long units = tree.unitsIn(planned.established(), today).stream()
                    .filter(unit -> !planned.changed().contains(unit))
                    .count();
            return new Built(teams.size(), households.size(), records.size(), units, fixed.size());
        }

        private boolean isOfOthers(UnitContents.Place place) {
            return !isOfThePlan(place.commit());
        }

        private boolean isSince(UnitContents.Place place) {
            return endings.values().stream().anyMatch(end -> isSince(end, place));
        }

        private boolean isStranded(UnitContents.Place record) {
            return endings.entrySet().stream()
                    .anyMatch(
                            unit -> isSince(unit.getValue(), record) && contents.isOfSomebodyIn(unit.getKey(), record));
        }

        /** Whether it came into a successor of a unit after that had ended. */
        private static boolean isSince(UnitTree.Ending end, UnitContents.Place place) {
            return place.commit() > end.commit() && end.successors().contains(place.unit());
        }

        /** Teams that cover the unit and came to it after a commit. */
        private void teams(UnitId unit, long since) {
            Map<TeamId, Long> covering = new HashMap<>();
            for (StoredEvent stored : ledger.aggregate(UnitCoverage.idOf(unit), 0, Integer.MAX_VALUE)) {
                if (codec.decode(stored) instanceof UnitCoverageChanged changed) {
                    Set<TeamId> now =
                            changed.teams().stream().map(Covering::team).collect(Collectors.toSet());
                    covering.keySet().retainAll(now);
                    now.forEach(team -> covering.putIfAbsent(team, stored.commit()));
                }
            }
            covering.forEach((team, commit) -> {
                if (commit > since && !isOfThePlan(commit)) {
                    teams.add(team);
                }
            });
        }

        private boolean isOfThePlan(long commit) {
            return ofThePlan.computeIfAbsent(
                    commit,
                    number -> ledger.commit(number)
                            .filter(of -> of.correlation().equals(correlation))
                            .isPresent());
        }
    }
}
