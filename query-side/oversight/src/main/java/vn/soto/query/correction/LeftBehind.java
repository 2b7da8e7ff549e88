package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.correction.RestingKind;
import vn.soto.contracts.correction.RestingRule;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Batch;
import vn.soto.projection.KeyedListType;

/** The records of a team that changes left behind, with those that fit again. */
final class LeftBehind {

    /** By team. */
    static final KeyedListType<Hit> HITS = new KeyedListType<>(
            "left-behind", Hit.class, hit -> key(hit.kind, hit.record), Hit::isSameAs, Hit::position);

    private LeftBehind() {}

    private static String key(RestingKind kind, String record) {
        return kind + record;
    }

    /** Those of one record of a team. */
    static List<Hit> of(RestingKind kind, String record, String team, Batch batch) {
        return HITS.find(team, key(kind, record), batch);
    }

    /** {@link Hit#untilPosition} and {@link Hit#until} of a record that does not fit yet. */
    static final long OPEN = Long.MAX_VALUE;

    /**
     * A rule that a record no longer fulfils. One that the commit took back again fits since the event that listed it.
     *
     * @param position      of the event since which the record is listed as it is here, in {@code commit}
     * @param untilPosition of the event since which it fits again or does not stand any more, in commit {@code until}
     * @param leftBy        commit that left the record behind; earlier than {@code commit} if the record was corrected since
     * @param members       members who break it; all for a rule about the area
     */
    public record Hit(
            RestingKind kind,
            String record,
            String rule,
            long position,
            long commit,
            long untilPosition,
            long until,
            long leftBy,
            LocalDate day,
            List<MemberId> members,
            @Nullable UnitId unit,
            @Nullable HouseholdId household,
            @Nullable BusinessId business) {

        /** A record has one of a rule in a commit. */
        private boolean isSameAs(Hit other) {
            return commit == other.commit && rule.equals(kind.memberRule()) == other.rule.equals(kind.memberRule());
        }

        boolean isOpenBefore(long event) {
            return position < event && event <= untilPosition;
        }

        boolean openAsOf(long asOf) {
            return commit <= asOf && asOf < until;
        }

        /** Whatever the record is about. */
        boolean isOf(RestingRule ofRule) {
            return rule.equals(kind.memberRule()) == (ofRule == RestingRule.MEMBERS);
        }

        Hit until(long event, long inCommit) {
            return new Hit(
                    kind, record, rule, position, commit, event, inCommit, leftBy, day, members, unit, household,
                    business);
        }

        /** Whether another one of the record and the rule tells nothing else of it. */
        boolean tellsTheSameAs(Hit other) {
            return until == other.until
                    && leftBy == other.leftBy
                    && day.equals(other.day)
                    && members.equals(other.members);
        }
    }

    /** The rules that records of a team did not fulfil before a position. */
    static List<Hit> openBefore(long position, String team, Batch batch) {
        return HITS.find(team, batch).stream()
                .filter(hit -> hit.isOpenBefore(position))
                .toList();
    }
}
