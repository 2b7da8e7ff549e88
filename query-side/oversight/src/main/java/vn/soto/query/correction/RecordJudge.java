package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.correction.KnownTeam;
import vn.soto.contracts.correction.RestingKind;
import vn.soto.contracts.correction.RestingRecord;
import vn.soto.contracts.correction.RestingRule;
import vn.soto.contracts.report.CountedEvent;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Batch;
import vn.soto.projection.RowListType;
import vn.soto.projection.source.EventContext;
import vn.soto.query.correction.LeftBehind.Hit;
import vn.soto.query.report.FigureFold;

/**
 * Compares what rules say of a team's records before a commit and after an event of it. Lists those that the commit leaves behind;
 * one event may give back what another took away. A first statement is not judged: its command was accepted.
 */
final class RecordJudge {

    /** Teams with records that were ever left behind. */
    static final RowListType<String> TEAMS = RowListType.ids("left-behind-teams");

    static final String ALL = "all";

    private final String team;
    private final EventContext at;
    private final Batch batch;

    /** Of the commit's first event. */
    private final long first;

    private final KnownTeam before;
    private final KnownTeam after;

    RecordJudge(TeamId team, EventContext at, Batch batch) {
        this.team = team.value();
        this.at = at;
        this.batch = batch;
        this.first = at.position() - at.index();
        List<CountedEvent> facts = FigureFold.in(batch).ofTeam(team, at.position() + 1);
        this.before = new Known(new TeamOnDays(facts.stream().filter(fact -> fact.position() < first)), first, batch);
        this.after = new Known(new TeamOnDays(facts.stream()), at.position() + 1, batch);
    }

    /** By the events before a position. */
    private record Known(TeamOnDays team, long position, Batch batch) implements KnownTeam {

        @Override
        public boolean wasMember(MemberId member, LocalDate day) {
            return team.wasMember(member, day);
        }

        @Override
        public boolean wasActive(MemberId member, LocalDate day) {
            return team.wasActive(member, day);
        }

        @Override
        public boolean covers(Beneficiary place, LocalDate day) {
            return team.covers(unit(place, day), day, Succession.lineage(day, position, batch));
        }

        private UnitId unit(Beneficiary place, LocalDate day) {
            Id mover = place.household() == null ? place.business() : place.household();
            return Optional.ofNullable(mover)
                    .flatMap(id -> batch.find(Moves.KIND, id.value()))
                    .map(moves -> moves.on(day, position, place.unit()))
                    .orElse(place.unit());
        }
    }

    /**
     * Judges a record by some rules.
     *
     * @param was      as it stood before the commit
     * @param now      absent if it does not stand any more
     * @param restated whether the event says what it is, and not only what it rests on
     */
    void judge(RestingRecord was, @Nullable RestingRecord now, boolean restated, List<RestingRule> rules) {
        rules.forEach(rule -> judge(rule, was, now, restated));
    }

    private void judge(RestingRule rule, RestingRecord was, @Nullable RestingRecord now, boolean restated) {
        List<MemberId> unfit = now == null ? List.of() : now.breaking(rule, after);
        Optional<Hit> listed = LeftBehind.of(was.kind(), was.record(), team, batch).stream()
                .filter(hit -> hit.isOf(rule) && hit.isOpenBefore(first))
                .findFirst();
        boolean stays = listed.isPresent() && !unfit.isEmpty() && !restated;
        boolean opens = !unfit.isEmpty()
                && !stays
                && (listed.isPresent() || was.breaking(rule, before).isEmpty());
        Hit opened = now == null || !opens
                ? null
                : opened(now, rule, unfit, listed.map(Hit::leftBy).orElse(at.commit()));
        write(rule, was.kind(), was.record(), stays, opened);
    }

    private Hit opened(RestingRecord now, RestingRule rule, List<MemberId> unfit, long leftBy) {
        Beneficiary about = now.about();
        return new Hit(
                now.kind(),
                now.record(),
                now.name(rule),
                at.position(),
                at.commit(),
                LeftBehind.OPEN,
                LeftBehind.OPEN,
                leftBy,
                now.day(),
                unfit,
                about == null || !now.inArea() ? null : about.unit(),
                about == null ? null : about.household(),
                about == null ? null : about.business());
    }

    /** Replaces what earlier events of the commit made of the record. */
    private void write(RestingRule rule, RestingKind kind, String record, boolean stays, @Nullable Hit opened) {
        Hit missing = opened;
        for (Hit hit : LeftBehind.of(kind, record, team, batch)) {
            if (!hit.isOf(rule)) {
                continue;
            }
            if (hit.commit() != at.commit()) {
                put(hit.isOpenBefore(first) ? listed(hit, stays) : hit);
            } else if (missing == null) {
                put(hit.until(hit.position(), hit.commit()));
            } else {
                put(hit.tellsTheSameAs(missing) ? hit : missing);
                missing = null;
            }
        }
        if (missing != null) {
            TEAMS.add(ALL, team, batch);
            put(missing);
        }
    }

    private void put(Hit hit) {
        LeftBehind.HITS.put(team, hit, batch);
    }

    private Hit listed(Hit hit, boolean stays) {
        if (!stays) {
            return hit.until(at.position(), at.commit());
        }
        return hit.until() == at.commit() ? hit.until(LeftBehind.OPEN, LeftBehind.OPEN) : hit;
    }
}
