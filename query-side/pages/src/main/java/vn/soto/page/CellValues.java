package vn.soto.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values of an answer as cells of a spreadsheet: names, words, numbers, days and times. */
public final class CellValues {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");
    private static final String BETWEEN = "; ";
    private static final String UNIT = "unit";
    private static final String NAME = "name";

    private CellValues() {}

    /** @param answer that has the row */
    static Object of(PageTable.Column column, Part row, ApiAnswer answer, PageContext page) {
        Part part = row.at(column.path());
        return column.path().equals(UNIT)
                        && part.value().isString()
                        && row.get(NAME).exists()
                ? row.get(NAME).text()
                : value(column.component(), part, answer, page);
    }

    private static Object value(String name, Part part, ApiAnswer answer, PageContext page) {
        if (!part.exists()) {
            return "";
        }
        if (part.value().isNumber()) {
            return part.value().decimalValue();
        }
        if (!part.value().isString()) {
            return text(name, part, answer, page);
        }
        String text = part.text();
        if (page.format().isDay(text)) {
            return LocalDate.parse(text);
        }
        return INSTANT.matcher(text).matches()
                ? LocalDateTime.ofInstant(Instant.parse(text), VIETNAM).withNano(0)
                : word(name, text, answer, page);
    }

    /** The name of an id, or the id: a file has codes where a page has none. */
    private static String word(String name, String text, ApiAnswer answer, PageContext page) {
        if (name.equals("command")) {
            return page.command(text);
        }
        return answer.called(text)
                .orElseGet(() -> Formats.isCode(text) && text.indexOf(' ') < 0 ? text : page.named(answer, name, text));
    }

    /** A value in words, as a row is searched by it. */
    public static String text(String name, Part part, ApiAnswer answer, PageContext page) {
        if (part.value().isBoolean()) {
            return page.t(part.isTrue() ? "value.yes" : "value.no");
        }
        if (part.value().isArray()) {
            return part.items().stream()
                    .map(item -> text(name, item, answer, page))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(BETWEEN));
        }
        if (part.value().isObject()) {
            return part.get(UNIT).exists() && part.get(NAME).exists()
                    ? page.unit(part)
                    : part.fields().stream()
                            .filter(field ->
                                    !field.getValue().isEmpty() && !AnyAnswerPage.isForPrograms(field.getKey(), part))
                            .map(field -> field(name, field, answer, page))
                            .collect(Collectors.joining(BETWEEN));
        }
        return part.exists() ? word(name, part.text(), answer, page) : "";
    }

    private static String field(String object, Map.Entry<String, Part> field, ApiAnswer answer, PageContext page) {
        return page.key(answer, object, field.getKey()) + ": " + text(field.getKey(), field.getValue(), answer, page);
    }
}
