package vn.soto.query.http;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.web.Language;

/**
 * A table for a spreadsheet. Its first lines say of which commit it is, the chain hash, and the address that always answers the same.
 */
public final class AnswerTable {

    private static final String BUNDLE = "vn.soto.query.http.tables";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);
    private static final String AS_OF = "asOf=";

    private final SpreadsheetTable table = new SpreadsheetTable();
    private final ResourceBundle words;

    private AnswerTable(Locale language) {
        this.words = Language.texts(BUNDLE, language);
    }

    /** A table that the answer is put into. */
    public static AnswerTable of(Asked asked) {
        AnswerTable table = new AnswerTable(asked.language());
        Freshness.Moment moment = asked.freshness().moment();
        table.row(table.word("commit"), moment.commit());
        table.row(table.word("chain"), moment.chain());
        table.row(table.word("address"), fixed(asked.address(), moment.commit()));
        return table;
    }

    /** The address as of the commit, unless it names a moment. */
    private static String fixed(String address, long commit) {
        boolean named = address.contains("?" + AS_OF) || address.contains("&" + AS_OF);
        int parameters = address.indexOf('?');
        // Among the parameters, which are sorted, it is the first.
        return named
                ? address
                : parameters < 0
                        ? address + "?" + AS_OF + commit
                        : address.substring(0, parameters + 1) + AS_OF + commit + "&"
                                + address.substring(parameters + 1);
    }

    /** The title of a column. */
    public String word(String key) {
        return words.getString(key);
    }

    public AnswerTable heads(String... keys) {
        return row(Arrays.stream(keys).map(this::word).toArray());
    }

    /** A line; an absent value is an empty cell. */
    public AnswerTable row(@Nullable Object... values) {
        return row(Arrays.asList(values));
    }

    public AnswerTable row(List<? extends @Nullable Object> values) {
        table.written(values.stream().map(this::written).toList());
        return this;
    }

    private String written(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case Boolean yes -> SpreadsheetTable.cell(word(yes ? "yes" : "no"));
            case Instant instant -> SpreadsheetTable.cell(TIME.format(instant.atZone(VietnamTime.ZONE)));
            default -> SpreadsheetTable.cell(value.toString());
        };
    }

    /** As of {@link SpreadsheetTable#file}. */
    public ResponseEntity<byte[]> file(String name) {
        return table.file(name);
    }
}
