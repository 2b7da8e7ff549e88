package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.correction.RestingKind;
import vn.soto.contracts.correction.RestingRule;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * The records of a team that changes left behind, with those that fit again.
 *
 * @param id the team
 */
public record LeftBehind(@BsonId String id, List<Hit> hits) implements ReadModel {

    static final DocumentType<LeftBehind> KIND = new DocumentType<>("left-behind", LeftBehind.class);

    /** {@link Hit#untilPosition} and {@link Hit#until} of a record that does not fit yet. */
    static final long OPEN = Long.MAX_VALUE;

    /**
     * A rule that a record no longer fulfils. Its identity is kind, record, rule and {@code position}.
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

        boolean isOpenBefore(long event) {
            return position < event && event <= untilPosition;
        }

        boolean openAsOf(long asOf) {
            return commit <= asOf && asOf < until;
        }

        /** Whatever the record is about. */
        boolean isOf(RestingKind ofKind, String ofRecord, RestingRule ofRule) {
            return kind == ofKind
                    && record.equals(ofRecord)
                    && rule.equals(kind.memberRule()) == (ofRule == RestingRule.MEMBERS);
        }

        Hit until(long event, long inCommit) {
            return new Hit(
                    kind, record, rule, position, commit, event, inCommit, leftBy, day, members, unit, household,
                    business);
        }

        /** Whether another one of the record and the rule tells nothing else of it. */
        boolean tellsTheSameAs(Hit other) {
            return leftBy == other.leftBy && day.equals(other.day) && members.equals(other.members);
        }
    }

    /** The rules that records did not fulfil before a position. */
    List<Hit> openBefore(long position) {
        return hits.stream().filter(hit -> hit.isOpenBefore(position)).toList();
    }
}
