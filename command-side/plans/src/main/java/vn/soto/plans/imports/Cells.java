package vn.soto.plans.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Instrument;
import vn.soto.domain.shared.TextFolding;
import vn.soto.plans.imports.lookup.EnumSynonyms;
import vn.soto.plans.imports.table.Cell;
import vn.soto.plans.imports.table.InvalidCellException;
import vn.soto.plans.imports.table.NumberText;
import vn.soto.plans.imports.table.Sheet;
import vn.soto.plans.imports.table.TableLine;

/**
 * The cells of one row by column. An invalid value is an {@link InvalidCellException} for its column, with a suggestion
 * where one is known.
 */
final class Cells {

    private static final List<DateTimeFormatter> DAYS = Stream.of("uuuu-MM-dd", "d/M/uuuu", "d-M-uuuu", "d.M.uuuu")
            .map(form -> DateTimeFormatter.ofPattern(form, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))
            .toList();
    private static final int LONGEST_DAY = 40;
    private static final int LONGEST_SUGGESTED_ID = 64;
    private static final Pattern SERIAL = Pattern.compile("\\d{5}");
    private static final Pattern ITEMS = Pattern.compile("\\s*[;|]\\s*");

    private final Sheet sheet;
    private final TableLine line;

    Cells(Sheet sheet, TableLine line) {
        this.sheet = sheet;
        this.line = line;
    }

    int row() {
        return line.row();
    }

    Cell cell(String column) {
        Cell cell = sheet.cell(line, column);
        if (cell.isError()) {
            throw new InvalidCellException(column, "cell-is-an-error", null, cell.text());
        }
        return cell;
    }

    /** The first non-empty value beyond the columns of the header; empty if there is none. */
    String surplus() {
        return sheet.surplus(line).text();
    }

    String lastColumn() {
        return sheet.header().getLast();
    }

    boolean has(String column) {
        return !cell(column).isEmpty();
    }

    String optional(String column) {
        return cell(column).text();
    }

    String text(String column) {
        String text = optional(column);
        if (text.isEmpty()) {
            throw new InvalidCellException(column, "cell-missing", null, column);
        }
        return text;
    }

    /** The parts of a cell, separated by semicolons or vertical bars. */
    List<String> items(String column) {
        return ITEMS.splitAsStream(text(column)).filter(item -> !item.isEmpty()).toList();
    }

    LocalDate day(String column) {
        String text = text(column);
        if (text.length() > LONGEST_DAY) {
            throw new InvalidCellException(column, "cell-no-day", null, text);
        }
        Optional<LocalDate> counted = Optional.ofNullable(cell(column).number()).flatMap(NumberText::day);
        return counted.or(() -> DAYS.stream()
                        .flatMap(form -> parsed(text, form).stream())
                        .findFirst())
                .orElseThrow(() -> new InvalidCellException(column, "cell-no-day", suggestedDay(text), text));
    }

    private static Optional<LocalDate> parsed(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(text, form));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A day that the spreadsheet stored as a serial number. */
    private static @Nullable String suggestedDay(String text) {
        return SERIAL.matcher(text).matches()
                ? NumberText.day(new BigDecimal(text)).map(LocalDate::toString).orElse(null)
                : null;
    }

    <T extends Enum<T>> T choice(String column, EnumSynonyms<T> words) {
        return choice(column, text(column), words);
    }

    static <T extends Enum<T>> T choice(String column, String text, EnumSynonyms<T> words) {
        return words.find(text)
                .orElseThrow(() -> new InvalidCellException(
                        column, "cell-no-choice", words.nearest(text), text, String.join(", ", words.all())));
    }

    <T> T id(String column, Function<String, T> id) {
        return id(column, text(column), id);
    }

    static <T> T id(String column, String text, Function<String, T> id) {
        try {
            return id.apply(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidCellException(column, "cell-no-id", suggestedId(text), text);
        }
    }

    private static @Nullable String suggestedId(String text) {
        String plain = text.length() > LONGEST_SUGGESTED_ID
                ? ""
                : TextFolding.plain(text).replace(' ', '-');
        return plain.isEmpty() ? null : plain;
    }

    Instrument instrument() {
        String number = text("instrument");
        LocalDate signedOn = day("signed_on");
        try {
            return new Instrument(number, signedOn);
        } catch (IllegalArgumentException e) {
            throw new InvalidCellException("instrument", "cell-too-long", null, Instrument.MAX_NUMBER_LENGTH);
        }
    }
}
