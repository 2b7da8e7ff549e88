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
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Batch;
import vn.soto.projection.RowListType;
import vn.soto.projection.source.EventContext;
import vn.soto.query.correction.LeftBehind.Hit;

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

    RecordJudge(String team, EventContext at, Batch batch) {
        this.team = team;
        this.at = at;
        this.batch = batch;
        this.first = at.position() - at.index();
        TeamFacts facts = TeamFacts.of(team, batch);
        this.before = new Known(facts.before(first), first, batch);
        this.after = new Known(facts.before(at.position() + 1), at.position() + 1, batch);
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
     * @param was as it stood before the event
     * @param now absent if it does not stand any more
     */
    void judge(RestingKind kind, RestingRow was, @Nullable RestingRow now, List<RestingRule> rules) {
        Optional<RestingRow> known = was.position() < first
                ? Optional.of(was)
                : new RestingDocuments(team, kind, batch).find(was.record(), was.day(), first);
        known.ifPresent(row -> rules.forEach(rule -> judge(rule, kind, row, now)));
    }

    private void judge(RestingRule rule, RestingKind kind, RestingRow was, @Nullable RestingRow now) {
        RestingRecord record = now == null ? null : now.of(kind);
        List<MemberId> unfit = record == null ? List.of() : record.breaking(rule, after);
        Optional<Hit> listed = LeftBehind.of(kind, was.record(), team, batch).stream()
                .filter(hit -> hit.isOf(rule) && hit.isOpenBefore(first))
                .findFirst();
        boolean stays = listed.isPresent() && !unfit.isEmpty() && was.equals(now);
        boolean opens = !unfit.isEmpty()
                && !stays
                && (listed.isPresent() || was.of(kind).breaking(rule, before).isEmpty());
        Hit opened = record == null || now == null || !opens
                ? null
                : opened(
                        record,
                        now,
                        record.name(rule),
                        unfit,
                        listed.map(Hit::leftBy).orElse(at.commit()));
        write(rule, kind, was.record(), stays, opened);
    }

    private Hit opened(RestingRecord record, RestingRow now, String rule, List<MemberId> unfit, long leftBy) {
        return new Hit(
                record.kind(),
                record.record(),
                rule,
                at.position(),
                at.commit(),
                LeftBehind.OPEN,
                LeftBehind.OPEN,
                leftBy,
                record.day(),
                unfit,
                now.unit(),
                now.household(),
                now.business());
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
