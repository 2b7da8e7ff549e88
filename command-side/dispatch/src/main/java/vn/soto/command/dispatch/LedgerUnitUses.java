package vn.soto.command.dispatch;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
 * Reads what is recorded in units from the ledger, on from the last position at each call. The first call reads the whole
 * ledger, but decodes only events that name a unit; reversals are rare.
 */
final class LedgerUnitUses implements UnitUses {

    private final LedgerReader ledger;
    private final EventCodec codec;
    private final UnitContents contents = new UnitContents();
    private final LedgerCatchUp read;

    LedgerUnitUses(LedgerReader ledger, EventCodec codec) {
        this.ledger = ledger;
        this.codec = codec;
        this.read = LedgerCatchUp.ofSound(
                ledger,
                codec,
                stored -> UnitContents.dependOn(stored.event().type().name()),
                contents::add);
    }

    @Override
    public synchronized Uses of(Collection<UnitId> units, LocalDate today) {
        Set<UnitId> asked = new HashSet<>(units);
        if (asked.isEmpty()) {
            return new Uses(0, 0, 0);
        }
        // What comes into the units from here on makes the decision void.
        WholeLedger.wasRead(read.catchUp());
        Counting households = new Counting(asked);
        Counting records = new Counting(asked);
        contents.households(today, households::add);
        contents.records(today, records::add);
        return new Uses(contents.unitsIn(asked, today).size(), households.found.size(), records.found.size());
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
    public synchronized Built builtOn(PlanId plan, LocalDate today) {
        PlannedUnits planned = planned(plan);
        if (planned.changesNothing()) {
            return Built.NOTHING;
        }
        read.catchUp();
        return new Search(plan.correlation(), planned).built(today);
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
        private final Set<TeamId> teams = new HashSet<>();
        private final Set<Id> households = new HashSet<>();
        private final Set<Id> records = new HashSet<>();
        private final Set<Id> fixed = new HashSet<>();

        Search(String correlation, PlannedUnits planned) {
            this.correlation = correlation;
            this.planned = planned;
        }

        Built built(LocalDate today) {
            contents.households(today, (id, place) -> {
                if (isOfOthers(place.by()) && (planned.established().contains(place.unit()) || isSince(place))) {
                    households.add(id);
                }
            });
            contents.records(today, (id, place) -> {
                if (isOfOthers(place.by()) && planned.established().contains(place.unit())) {
                    fixed.add(id);
                } else if (isOfOthers(place.by()) && isStranded(place)) {
                    records.add(id);
                }
            });
            planned.established().forEach(unit -> teams(unit, -1));
            planned.ended().forEach(this::teams);
            long units = contents.unitsIn(planned.established(), today).stream()
                    .filter(unit -> !planned.changed().contains(unit))
                    .count();
            return new Built(teams.size(), households.size(), records.size(), units, fixed.size());
        }

        private boolean isOfOthers(UnitContents.Source source) {
            return !correlation.equals(source.plan());
        }

        private boolean isSince(UnitContents.Place place) {
            return planned.ended().stream().anyMatch(unit -> isSince(unit, place));
        }

        private boolean isStranded(UnitContents.Place record) {
            return planned.ended().stream()
                    .anyMatch(unit -> isSince(unit, record) && contents.isOfSomebodyIn(unit, record));
        }

        /** Whether it came into a successor of the unit after that had ended. */
        private boolean isSince(UnitId unit, UnitContents.Place place) {
            UnitContents.Ending end = contents.ending(unit);
            return end != null
                    && place.commit() > end.commit()
                    && end.successors().contains(place.unit());
        }

        private void teams(UnitId unit) {
            UnitContents.Ending end = contents.ending(unit);
            if (end != null) {
                end.successors().forEach(successor -> teams(successor, end.commit()));
            }
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
            return ledger.commit(commit)
                    .filter(of -> of.correlation().equals(correlation))
                    .isPresent();
        }
    }
}
