package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.soto.contracts.correction.AffectedRecords;
import vn.soto.contracts.correction.RestingKind;
import vn.soto.contracts.correction.RestingRule;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitEvent.UnitTakeOverUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Batch;
import vn.soto.projection.RowListType;
import vn.soto.projection.source.EventContext;

/** Changes of teams, and of the succession of units that teams cover: which records each may leave behind or bring back. */
final class TeamChanges {

    /** Teams that have covered a unit. */
    static final RowListType<String> COVERING = RowListType.ids("covering-teams");

    private TeamChanges() {}

    /**
     * A succession adds to what teams work for, so it can only bring records back; one that is undone leaves records behind. Both
     * concern teams that cover a unit on one side of it.
     */
    static void apply(UnitEvent event, EventContext at, Batch batch) {
        Succession known = Succession.of(event.unit().value(), batch);
        if (!known.isChangedBy(event, at.position())) {
            return;
        }
        batch.put(Succession.KIND, known.with(event, at.position()));
        for (String team : concerned(ending(event), at, batch)) {
            judge(team, event, at, batch);
        }
    }

    private static UnitId ending(UnitEvent event) {
        return switch (event) {
            case UnitTookOver took -> took.from();
            case UnitTakeOverUndone undone -> undone.from();
            default -> event.unit();
        };
    }

    /** The teams that ever covered an ending unit, its successors or its predecessors. */
    private static List<String> concerned(UnitId ending, EventContext at, Batch batch) {
        return Stream.of(at.position(), at.position() + 1)
                .flatMap(position -> Succession.lineage(LocalDate.MAX, position, batch).mayCover(ending).stream())
                .distinct()
                .flatMap(unit -> COVERING.find(unit.value(), batch).stream())
                .distinct()
                .toList();
    }

    static void apply(TeamEvent event, EventContext at, Batch batch) {
        if (!TeamFacts.areChangedBy(event)) {
            return;
        }
        String team = event.team().value();
        TeamFacts.add(team, event, at.position(), batch);
        switch (event) {
            case TeamFormed formed -> covering(formed.coverage(), team, batch);
            case TeamCoverageChanged change -> covering(change.coverage(), team, batch);
            default -> {
                // it covers what it covered
            }
        }
        judge(team, event, at, batch);
    }

    private static void covering(List<UnitId> units, String team, Batch batch) {
        units.forEach(unit -> COVERING.add(unit.value(), team, batch));
    }

    /** Judges a team's records that the event may leave behind, and those that are listed. */
    private static void judge(String team, DomainEvent event, EventContext at, Batch batch) {
        RecordJudge judge = new RecordJudge(team, at, batch);
        Set<String> judged = new HashSet<>();
        AffectedRecords.by(event).ifPresent(affected -> {
            for (RestingKind kind : RestingKind.values()) {
                new RestingDocuments(team, kind, batch)
                        .since(affected.since(), at.position())
                        .forEach(row -> {
                            judged.add(kind + row.record());
                            judge.judge(kind, row, row, affected.rules());
                        });
            }
        });
        LeftBehind.openBefore(at.position(), team, batch).stream()
                .filter(hit -> judged.add(hit.kind() + hit.record()))
                .forEach(hit -> new RestingDocuments(team, hit.kind(), batch)
                        .find(hit.record(), hit.day(), at.position())
                        .ifPresent(row -> judge.judge(hit.kind(), row, row, RestingRule.ALL)));
    }
}
