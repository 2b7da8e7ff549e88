package vn.soto.page.record;

import java.util.List;
import vn.soto.page.ApiAnswer;
import vn.soto.page.Part;

/** @param of the answer that has the row: of a list with several pages that of its page */
public record ListRow(Part row, ApiAnswer of) {

    /** Whether every row says the same there, so that a narrow list says it once. */
    public static boolean areSame(List<ListRow> rows, String column) {
        Part first = rows.getFirst().row.get(column);
        return rows.size() > 1
                && first.exists()
                && rows.stream().allMatch(each -> each.row.get(column).value().equals(first.value()));
    }
}
