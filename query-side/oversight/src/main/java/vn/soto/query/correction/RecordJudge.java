package vn.soto.query.correction;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.correction.RestingKind;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.IdList;
import vn.soto.projection.source.EventContext;
import vn.soto.query.correction.LeftBehind.Hit;

/**
 * Compares what rules say of a team's records before an event and after it, and lists the records that stop fulfilling one. A
 * first statement is not judged: its command was accepted.
 */
record RecordJudge(String team, TeamOnDays before, TeamOnDays after, EventContext at, Batch batch) {

    /** Teams with records that were ever left behind. */
    static final DocumentType<IdList> TEAMS = IdList.in("left-behind-teams");

    static final String ALL = "all";

    /** @param now absent if the record does not stand any more */
    void judge(RestingKind kind, RestingRow was, @Nullable RestingRow now) {
        rule(
                kind,
                kind.memberRule(),
                was,
                now,
                strangers(kind, was, before),
                now == null ? List.of() : strangers(kind, now, after));
        rule(
                kind,
                kind.areaRule(was.about()),
                was,
                now,
                outside(was, before, at.position()),
                now == null ? List.of() : outside(now, after, at.position() + 1));
    }

    /** Members who did not belong to the team on the day of the record. */
    private static List<String> strangers(RestingKind kind, RestingRow row, TeamOnDays team) {
        return row.members().stream()
                .filter(member -> kind == RestingKind.TRAINING
                        ? !team.wasMember(member, row.day())
                        : !team.wasActive(member, row.day()))
                .toList();
    }

    /** All members of a record outside the area that the team covered on its day. */
    private List<String> outside(RestingRow row, TeamOnDays known, long position) {
        UnitId at = row.unit();
        if (at == null) {
            return List.of();
        }
        String stated = at.value();
        String mover = row.mover();
        String unit = mover == null
                ? stated
                : batch.find(Moves.KIND, mover)
                        .map(moves -> moves.on(row.day(), position, stated))
                        .orElse(stated);
        return known.covers(unit, row.day(), Succession.lineage(row.day(), position, batch))
                ? List.of()
                : row.members();
    }

    private void rule(
            RestingKind kind,
            String rule,
            RestingRow was,
            @Nullable RestingRow now,
            List<String> unfitBefore,
            List<String> unfitAfter) {
        Optional<Hit> open = hits().openBefore(at.position()).stream()
                .filter(hit -> hit.isOf(kind, was.record(), rule))
                .findFirst();
        boolean restated = !was.equals(now);
        if (open.isPresent() && (unfitAfter.isEmpty() || restated)) {
            batch.put(LeftBehind.KIND, hits().closed(open.get(), at.position(), at.commit()));
        }
        boolean opens = open.isPresent() ? restated : unfitBefore.isEmpty();
        if (now != null && !unfitAfter.isEmpty() && opens) {
            open(kind, rule, now, unfitAfter, open.map(Hit::leftBy).orElse(at.commit()));
        }
    }

    private void open(RestingKind kind, String rule, RestingRow now, List<String> unfit, long leftBy) {
        IdList.add(TEAMS, ALL, team, batch);
        batch.put(
                LeftBehind.KIND,
                hits().opened(new Hit(
                        kind,
                        now.record(),
                        rule,
                        at.position(),
                        at.commit(),
                        LeftBehind.OPEN,
                        LeftBehind.OPEN,
                        leftBy,
                        now.day(),
                        unfit.stream().map(MemberId::new).toList(),
                        now.unit(),
                        now.household(),
                        now.business())));
    }

    private LeftBehind hits() {
        return batch.find(LeftBehind.KIND, team).orElseGet(() -> new LeftBehind(team, List.of()));
    }
}
