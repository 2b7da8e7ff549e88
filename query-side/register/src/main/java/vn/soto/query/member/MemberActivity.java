package vn.soto.query.member;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.contracts.assistance.Confirmation;
import vn.soto.contracts.assistance.Verification;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.VersionedRows;
import vn.soto.query.assistance.AssistanceCredit.Said;

/**
 * A member's help in one month, as rows that add and subtract. Their number is bounded by the help one person can
 * give in a month.
 *
 * @param id {@code <member>/<month>}
 */
public record MemberActivity(@BsonId String id, List<CreditRow> rows) implements ReadModel {

    static final DocumentType<MemberActivity> KIND = new DocumentType<>("member-activity", MemberActivity.class);

    static String id(String member, YearMonth month) {
        return member + "/" + month;
    }

    /** @param order twice the event's position, plus one for an addition: the order of rows and their identity */
    public record CreditRow(long order, long commit, String assistance, int hundredths, Said said) {

        static long order(long position, boolean adds) {
            return 2 * position + (adds ? 1 : 0);
        }

        /** Whether the last call-back denies the help, or nobody has confirmed what needs it: until then it gives no credit. */
        boolean isWithheld() {
            return said.verification() == Verification.DENIED || said.confirmation() == Confirmation.AWAITED;
        }

        boolean adds() {
            return order % 2 == 1;
        }
    }

    MemberActivity with(CreditRow row) {
        return new MemberActivity(id, VersionedRows.with(rows, row, CreditRow::order));
    }

    /** The row of each record that counts at a commit, in the order of their events. */
    List<CreditRow> standing(long commit) {
        SequencedMap<String, CreditRow> last = new LinkedHashMap<>();
        rows.stream().filter(row -> row.commit <= commit).forEach(row -> last.putLast(row.assistance, row));
        return last.values().stream().filter(CreditRow::adds).toList();
    }
}
