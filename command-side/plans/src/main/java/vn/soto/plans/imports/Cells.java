package vn.soto.plans.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.WrittenDay;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.shared.TextFolding;
import vn.soto.plans.imports.lookup.EnumSynonyms;
import vn.soto.plans.imports.lookup.MemberCodes;
import vn.soto.plans.imports.table.Cell;
import vn.soto.plans.imports.table.Finding;
import vn.soto.plans.imports.table.InvalidCellException;
import vn.soto.plans.imports.table.NumberText;
import vn.soto.plans.imports.table.Sheet;
import vn.soto.plans.imports.table.TableLine;

/**
 * The cells of one row by column. An invalid value is an {@link InvalidCellException} for its column, with a suggestion
 * if one is known. {@link #tried} makes it a fault of the row and goes on.
 */
final class Cells {

    private static final int LONGEST_SUGGESTED_ID = 64;
    private static final Pattern COUNT = Pattern.compile("\\d{1,7}");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}");
    private static final Pattern ITEMS = Pattern.compile("\\s*[;|]\\s*");

    private final Sheet sheet;
    private final TableLine line;
    private final List<Finding> faults = new ArrayList<>();
    private final Set<Subject> about = new TreeSet<>();

    Cells(Sheet sheet, TableLine line) {
        this.sheet = sheet;
        this.line = line;
    }

    int row() {
        return line.row();
    }

    /**
     * Whether an earlier row has the same key, which is then a fault of this one. A row does not repeat itself, though it
     * is read twice if a suggestion is taken in it.
     */
    <K> boolean repeats(Map<K, Integer> rows, K key, String column) {
        Integer before = rows.putIfAbsent(key, row());
        if (before == null || before >= row()) {
            return false;
        }
        fault(column, "row-repeats-row", before);
        return true;
    }

    /** The result of {@code read}; empty if a cell is invalid, which is then a fault of the row. */
    <T> Optional<T> tried(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (InvalidCellException e) {
            faults.add(e.in(row()));
            return Optional.empty();
        }
    }

    void fault(@Nullable String column, String code, Object... arguments) {
        faults.add(new Finding(row(), column, code, List.of(arguments), null));
    }

    /** Checks the text of a cell by a rule that a command would check, for a row of which no command can be made. */
    void check(String column, Optional<String> text, Consumer<String> rule) {
        try {
            text.ifPresent(rule);
        } catch (RuleViolatedException e) {
            fault(column, e.rule().name(), e.arguments().toArray());
        }
    }

    /** The subjects of the row, as far as they are known so far. */
    Set<Subject> about() {
        return about;
    }

    /** The same id, of which the row is told to be. */
    <I extends Id> I about(I id) {
        about.add(Subject.of(id));
        return id;
    }

    /** The faults of the row so far. */
    List<Finding> faults() {
        return faults;
    }

    /** The title of a column as messages name it. */
    String title(String column) {
        return sheet.title(column);
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
        return !sheet.cell(line, column).isEmpty();
    }

    String optional(String column) {
        return cell(column).text();
    }

    String text(String column) {
        String text = optional(column);
        if (text.isEmpty()) {
            throw new InvalidCellException(column, "cell-missing", null, title(column));
        }
        return text;
    }

    /** The parts of a cell, separated by semicolons or vertical bars. */
    List<String> items(String column) {
        return ITEMS.splitAsStream(text(column)).filter(item -> !item.isEmpty()).toList();
    }

    LocalDate day(String column) {
        return day(column, WrittenDay::full);
    }

    /** @param written reads a day that is a text */
    LocalDate day(String column, Function<String, Optional<LocalDate>> written) {
        String text = text(column);
        Optional<LocalDate> counted = Optional.ofNullable(cell(column).number()).flatMap(NumberText::day);
        return counted.or(() -> written.apply(text))
                .orElseThrow(() -> new InvalidCellException(column, "cell-no-day", suggestedDay(text), text));
    }

    /** A day that the spreadsheet stored as a serial number. */
    private static @Nullable String suggestedDay(String text) {
        return SERIAL.matcher(text).matches()
                ? NumberText.day(new BigDecimal(text)).map(LocalDate::toString).orElse(null)
                : null;
    }

    /** A whole number from 0 on. */
    int count(String column) {
        String text = text(column);
        if (!COUNT.matcher(text).matches()) {
            throw new InvalidCellException(column, "cell-no-number", null, text);
        }
        return Integer.parseInt(text);
    }

    /** The items of a cell; empty if one is invalid, though each is read. */
    <T> Optional<List<T>> each(String column, Function<String, Optional<T>> read) {
        return tried(() -> items(column)).flatMap(items -> {
            List<Optional<T>> all = items.stream().map(read).toList();
            return all.stream().allMatch(Optional::isPresent)
                    ? Optional.of(all.stream().flatMap(Optional::stream).toList())
                    : Optional.empty();
        });
    }

    <T extends Enum<T>> Optional<List<T>> choices(String column, EnumSynonyms<T> words) {
        return each(column, item -> tried(() -> choice(column, item, words)));
    }

    <T extends Enum<T>> T choice(String column, EnumSynonyms<T> words) {
        return choice(column, text(column), words);
    }

    static <T extends Enum<T>> T choice(String column, String text, EnumSynonyms<T> words) {
        return words.find(text)
                .orElseThrow(() ->
                        new InvalidCellException(column, "cell-no-choice", words.nearest(text), text, words.values()));
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

    /** The member whom a code names in a team; without a team, only the form of the code is checked. */
    Optional<MemberId> member(String column, Optional<TeamId> team, MemberCodes codes) {
        return tried(() -> text(column)).flatMap(text -> member(column, text, team, codes));
    }

    Optional<MemberId> member(String column, String text, Optional<TeamId> team, MemberCodes codes) {
        Optional<MemberId> code = tried(() -> id(column, text, MemberId::new));
        return code.isEmpty() || team.isEmpty()
                ? Optional.empty()
                : tried(() -> codes.id(column, team.get(), code.get()));
    }

    private static @Nullable String suggestedId(String text) {
        String plain = text.length() > LONGEST_SUGGESTED_ID
                ? ""
                : TextFolding.plain(text).replace(' ', '-');
        return plain.isEmpty() ? null : plain;
    }

    /** Empty, with a fault of the row for each invalid cell. */
    Optional<Instrument> instrument() {
        Optional<String> number = tried(() -> text("instrument"));
        Optional<LocalDate> signedOn = tried(() -> day("signed_on"));
        return number.isEmpty() || signedOn.isEmpty()
                ? Optional.empty()
                : tried(() -> instrument(number.get(), signedOn.get()));
    }

    private static Instrument instrument(String number, LocalDate signedOn) {
        try {
            return new Instrument(number, signedOn);
        } catch (IllegalArgumentException e) {
            throw new InvalidCellException("instrument", "cell-too-long", null, Instrument.MAX_NUMBER_LENGTH);
        }
    }
}
