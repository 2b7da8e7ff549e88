package vn.soto.open.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.open.disclosure.Disclosure;
import vn.soto.open.quarter.OpenQuarter;
import vn.soto.open.quarter.OpenQuarter.OpenRow;
import vn.soto.page.file.PlainText;

/** Tables as files, for programs and spreadsheets: CSV as Excel in Viet Nam reads it, and JSON. Nobody is named in them. */
final class OpenTables {

    /** Stands for a value that is known and not shown. */
    static final String WITHHELD = "*";

    private static final String BYTE_ORDER = "\uFEFF";
    private static final JsonMapper JSON = new JsonMapper();

    private OpenTables() {}

    /** @param values by code; absent where nobody says anything, and where they are in {@code withheld} */
    private record RowOfUnit(
            String unit,
            String name,
            int version,
            String submittedOn,
            String hash,
            Map<String, Long> values,
            List<String> withheld) {

        static RowOfUnit of(OpenRow row) {
            Map<String, Long> values = new LinkedHashMap<>();
            List<String> withheld = new ArrayList<>();
            OpenLineText.all(Locale.ENGLISH).forEach(line -> {
                row.value(line.code()).ifPresent(value -> values.put(line.code(), value));
                if (row.withholds(line.code())) {
                    withheld.add(line.code());
                }
            });
            return new RowOfUnit(
                    row.unit(),
                    row.name(),
                    row.version().number(),
                    row.version().day().toString(),
                    row.version().hash(),
                    values,
                    withheld);
        }
    }

    private record Table(
            String licence,
            String quarter,
            String firstDay,
            String lastDay,
            long leastShown,
            List<OpenLineText> lines,
            List<RowOfUnit> rows) {}

    private record Dictionary(String licence, long leastShown, String withheld, List<OpenLineText> lines) {}

    static byte[] json(OpenQuarter quarter, List<OpenRow> rows, String licence, Locale language) {
        return JSON.writeValueAsBytes(new Table(
                licence,
                quarter.quarter().toString(),
                quarter.firstDay().toString(),
                quarter.lastDay().toString(),
                Disclosure.LEAST,
                OpenLineText.all(quarter.indicators(), language),
                rows.stream().map(RowOfUnit::of).toList()));
    }

    static byte[] csv(OpenQuarter quarter, List<OpenRow> rows, String licence, Locale language) {
        List<OpenLineText> lines = OpenLineText.all(quarter.indicators(), language);
        List<List<String>> table = new ArrayList<>();
        List<String> head = new ArrayList<>(
                List.of("unit", "name", "quarter", "first_day", "last_day", "version", "submitted_on", "hash"));
        lines.forEach(line -> head.add(line.code()));
        head.add("licence");
        table.add(head);
        for (OpenRow row : rows) {
            List<String> cells = new ArrayList<>(List.of(
                    row.unit(),
                    row.name(),
                    quarter.quarter().toString(),
                    quarter.firstDay().toString(),
                    quarter.lastDay().toString(),
                    Integer.toString(row.version().number()),
                    row.version().day().toString(),
                    row.version().hash()));
            lines.forEach(line -> cells.add(
                    row.value(line.code()).map(String::valueOf).orElse(row.withholds(line.code()) ? WITHHELD : "")));
            cells.add(licence);
            table.add(cells);
        }
        return written(table);
    }

    static byte[] dictionaryJson(String licence, Locale language) {
        return JSON.writeValueAsBytes(new Dictionary(licence, Disclosure.LEAST, WITHHELD, OpenLineText.all(language)));
    }

    static byte[] dictionaryCsv(String licence, Locale language) {
        List<List<String>> table = new ArrayList<>(List.of(List.of("code", "name", "unit", "definition", "licence")));
        OpenLineText.all(language)
                .forEach(line -> table.add(List.of(line.code(), line.name(), line.unit(), line.definition(), licence)));
        return written(table);
    }

    private static byte[] written(List<List<String>> table) {
        String text = table.stream()
                .map(row -> row.stream().map(OpenTables::cell).collect(Collectors.joining(";")) + "\r\n")
                .collect(Collectors.joining("", BYTE_ORDER, ""));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Nothing that a spreadsheet would compute. */
    private static String cell(String value) {
        String safe = PlainText.of(value);
        return safe.matches("[^;\"\\r\\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
