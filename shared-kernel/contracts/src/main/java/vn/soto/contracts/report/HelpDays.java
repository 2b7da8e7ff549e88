package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.shared.HashedParts;

/**
 * Some days of a month with help of a team, whose records are in one part, or in several if there are many.
 *
 * @param first the first of the days
 * @param parts number of the parts
 */
public record HelpDays(LocalDate first, int parts) {

    /** Name of the part that has a record. */
    String name(AssistanceId record) {
        return name(hashed().name(record.value()));
    }

    List<String> names() {
        return hashed().names().stream().map(this::name).toList();
    }

    /** Name of the part whose records are in two parts of {@link #longer}. */
    String divided() {
        return name(hashed().divided());
    }

    HelpDays longer() {
        return new HelpDays(first, parts + 1);
    }

    private HashedParts hashed() {
        return new HashedParts(parts);
    }

    private String name(String part) {
        return part.isEmpty() ? first.toString() : first + "/" + part;
    }
}
