package vn.soto.query.member;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import vn.soto.contracts.assistance.Confirmation;
import vn.soto.contracts.assistance.Verification;
import vn.soto.projection.RowListType;
import vn.soto.query.assistance.AssistanceCredit.Said;

/** A member's help in one month, as rows that add and subtract. */
final class MemberActivity {

    /** By {@code <member>/<month>}. */
    static final RowListType<CreditRow> ROWS = RowListType.of("member-activity", CreditRow.class, 32, CreditRow::order);

    private MemberActivity() {}

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

    /** The row of each record that counts at a commit, in the order of their events. */
    static List<CreditRow> standing(List<CreditRow> rows, long commit) {
        SequencedMap<String, CreditRow> last = new LinkedHashMap<>();
        rows.stream().filter(row -> row.commit <= commit).forEach(row -> last.putLast(row.assistance, row));
        return last.values().stream().filter(CreditRow::adds).toList();
    }
}
