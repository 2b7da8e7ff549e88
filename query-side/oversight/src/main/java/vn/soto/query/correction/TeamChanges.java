package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.soto.contracts.correction.AffectedRecords;
import vn.soto.contracts.correction.RestingRecord;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.RestedOn;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
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
            judge(new TeamId(team), event, at, batch);
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
        switch (event) {
            case TeamFormed formed -> covering(formed.coverage(), formed.team(), batch);
            case TeamCoverageChanged change -> covering(change.coverage(), change.team(), batch);
            default -> {
                // it covers what it covered
            }
        }
        if (event instanceof RestedOn) {
            judge(event.team(), event, at, batch);
        }
    }

    private static void covering(List<UnitId> units, TeamId team, Batch batch) {
        units.forEach(unit -> COVERING.add(unit.value(), team.value(), batch));
    }

    /** Judges a team's records that the event may leave behind, and those that are listed. */
    private static void judge(TeamId team, DomainEvent event, EventContext at, Batch batch) {
        TeamRecords records = new TeamRecords(team, at, batch);
        Set<String> judged = new HashSet<>();
        AffectedRecords.by(event)
                .ifPresent(affected -> judged.addAll(records.judgeSince(affected.since(), affected.rules())));
        LeftBehind.openBefore(at.position(), team.value(), batch).stream()
                .filter(hit -> judged.add(RestingRecord.key(hit.kind(), hit.record())))
                .forEach(records::judgeListed);
    }
}
