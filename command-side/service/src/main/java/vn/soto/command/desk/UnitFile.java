package vn.soto.command.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;
import vn.soto.command.unit.UnitCommand.EstablishUnit;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;

/**
 * A file of units: CSV in UTF-8, comma-separated, lines beginning with {@code #} are comments, first row the header
 * {@code unit,kind,name,official_code,parent,instrument,signed_on,effective_from}; parents stand before their children,
 * dates are {@code yyyy-mm-dd}, {@code official_code} and {@code parent} may be empty.
 */
public final class UnitFile {

    private static final List<String> COLUMNS =
            List.of("unit", "kind", "name", "official_code", "parent", "instrument", "signed_on", "effective_from");

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvReadFeature.SKIP_EMPTY_LINES)
            .enable(CsvReadFeature.TRIM_SPACES)
            .enable(CsvReadFeature.ALLOW_COMMENTS)
            .build();

    private UnitFile() {}

    /** A row, with either a command or the column and text that could not be understood. */
    public record Row(
            int number,
            @Nullable EstablishUnit command,
            @Nullable String column,
            @Nullable String value) {}

    /** A file that is not of this form at all. */
    public static final class Malformed extends RuntimeException {
        Malformed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Rows in order, numbered from 1 for the first below the header. */
    public static List<Row> read(String csv) {
        CsvSchema schema = CsvSchema.emptySchema().withHeader().withComments();
        List<Row> rows = new ArrayList<>();
        try (MappingIterator<Map<String, String>> lines =
                CSV.readerForMapOf(String.class).with(schema).readValues(csv)) {
            while (lines.hasNext()) {
                rows.add(row(rows.size() + 1, lines.next()));
            }
        } catch (JacksonException e) {
            throw new Malformed(e.getOriginalMessage(), e);
        }
        return rows;
    }

    private static Row row(int number, Map<String, String> cells) {
        if (!cells.keySet().containsAll(COLUMNS)) {
            throw new Malformed("columns " + COLUMNS + " are needed, not " + cells.keySet(), null);
        }
        Cells row = new Cells(cells);
        try {
            return new Row(
                    number,
                    new EstablishUnit(
                            new UnitId(row.cell("unit")),
                            UnitKind.valueOf(row.cell("kind").toUpperCase(Locale.ROOT)),
                            Text.normalised(row.cell("name")),
                            row.optional("official_code"),
                            row.optional("parent") == null ? null : new UnitId(row.cell("parent")),
                            new Instrument(row.cell("instrument"), LocalDate.parse(row.cell("signed_on"))),
                            LocalDate.parse(row.cell("effective_from"))),
                    null,
                    null);
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Row(number, null, row.last, cells.get(row.last));
        }
    }

    /** Remembers the column read last: the one that failed. */
    private static final class Cells {
        private final Map<String, String> cells;
        private String last = "unit";

        Cells(Map<String, String> cells) {
            this.cells = cells;
        }

        String cell(String column) {
            last = column;
            return cells.getOrDefault(column, "");
        }

        @Nullable
        String optional(String column) {
            String value = cell(column);
            return value.isEmpty() ? null : value;
        }
    }
}
