package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.correction.RestingKind;
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

        boolean openBefore(long event) {
            return position < event && event <= untilPosition;
        }

        boolean openAsOf(long asOf) {
            return commit <= asOf && asOf < until;
        }

        boolean isOf(RestingKind ofKind, String ofRecord, String ofRule) {
            return kind == ofKind && record.equals(ofRecord) && rule.equals(ofRule);
        }

        boolean isSameAs(Hit other) {
            return position == other.position && isOf(other.kind, other.record, other.rule);
        }

        Hit closed(long event, long inCommit) {
            return new Hit(
                    kind, record, rule, position, commit, event, inCommit, leftBy, day, members, unit, household,
                    business);
        }
    }

    LeftBehind opened(Hit hit) {
        return hits.stream().anyMatch(hit::isSameAs)
                ? this
                : new LeftBehind(
                        id, Stream.concat(hits.stream(), Stream.of(hit)).toList());
    }

    LeftBehind closed(Hit hit, long position, long commit) {
        return new LeftBehind(
                id,
                hits.stream()
                        .map(each -> each.isSameAs(hit) ? each.closed(position, commit) : each)
                        .toList());
    }

    /** The rules that records did not fulfil before a position. */
    List<Hit> openBefore(long position) {
        return hits.stream().filter(hit -> hit.openBefore(position)).toList();
    }
}
