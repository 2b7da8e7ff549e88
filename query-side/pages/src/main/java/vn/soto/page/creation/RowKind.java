package vn.soto.page.creation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of row pages, each with the columns of its table and the fields above it for all rows. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are immutable
public enum RowKind {
    /** Help, as a notebook has it: one row one visit. */
    VISITS(
            "assistances",
            List.of(
                    new RowColumn("household", 40, List.of()),
                    new RowColumn("services", 200, List.of()),
                    new RowColumn("mode", 40, List.of("SELF_PERFORMED", "DEMONSTRATED", "DONE_ON_BEHALF")),
                    new RowColumn("outcome", 40, List.of("DONE", "PARTLY", "NEEDS_FOLLOW_UP", "NOT_DONE")),
                    new RowColumn("follow_up", 20, List.of()),
                    new RowColumn("date", 20, List.of()),
                    new RowColumn("procedure", 40, List.of())),
            List.of("team", "member", "channel", "date", "reason")),
    /** Households: one row one household. */
    HOUSEHOLDS(
            "households",
            List.of(
                    new RowColumn("reference", 40, List.of()),
                    new RowColumn("head", 200, List.of()),
                    new RowColumn("phone", 30, List.of()),
                    new RowColumn("address", 300, List.of())),
            List.of("unit", "team", "member", "effective_from"));

    /** A page of a notebook; more is a file. */
    static final int MOST_ROWS = 50;

    private final String imported;
    private final List<RowColumn> columns;
    private final List<String> common;

    RowKind(String imported, List<RowColumn> columns, List<String> common) {
        this.imported = imported;
        this.columns = columns;
        this.common = common;
    }

    /**
     * @param choices words for values, in the order in which they are offered
     */
    public record RowColumn(String name, int longest, List<String> choices) {}

    static Optional<RowKind> at(String path) {
        return Stream.of(values()).filter(kind -> kind.path().equals(path)).findFirst();
    }

    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    String imported() {
        return imported;
    }

    public List<RowColumn> columns() {
        return columns;
    }

    /** Columns whose value stands above the table for every row that has none of its own. */
    List<String> common() {
        return common;
    }
}
