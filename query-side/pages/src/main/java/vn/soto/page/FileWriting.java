package vn.soto.page;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.soto.page.FileQuestions.Taken;
import vn.soto.page.file.SpreadsheetFormat;
import vn.soto.page.file.TableFile;
import vn.soto.web.PageReading;

/**
 * Writes the tables of a page to a file: first the list with all its pages, then the other tables. The list goes on in
 * another sheet from a page on that has further columns. The last sheet says of which address, moment and commit they
 * are. Not thread-safe.
 */
final class FileWriting {

    private final TableFile file;
    private final List<PageTable> tables;
    private final QuestionPage of;
    private final PageContext page;
    private final PageReading reading;
    private PageTable list;
    private @Nullable ApiAnswer first;
    private long rows;
    private long unnamedFrom;
    private @Nullable String unnamed;

    FileWriting(
            SpreadsheetFormat format, List<PageTable> tables, QuestionPage of, PageContext page, PageReading reading) {
        this.file = format.open(page.language());
        this.tables = tables;
        this.list = tables.getFirst();
        this.of = of;
        this.page = page;
        this.reading = reading;
    }

    /** Writes the rows of a page of the list; returns what is ready to be sent. */
    byte[] rows(Taken taken) {
        PageTable wide = list.with(taken.answer());
        if (first == null || !wide.equals(list)) {
            list = wide;
            begin(list);
        }
        first = Objects.requireNonNullElse(first, taken.answer());
        if (unnamed == null && taken.unnamed() != null) {
            unnamed = taken.unnamed();
            unnamedFrom = rows + 1;
        }
        write(list, taken.answer());
        return file.taken();
    }

    private void begin(PageTable table) {
        file.sheet(
                table.name(),
                table.columns().stream().map(PageTable.Column::title).toList());
    }

    private void write(PageTable table, ApiAnswer answer) {
        for (Part row : table.rows().apply(answer)) {
            if (of.isShown(row, answer, page)) {
                rows++;
                file.row(table.columns().stream()
                        .map(column -> CellValues.of(column, row, answer, page))
                        .toList());
            }
        }
    }

    /** Writes what is left; returns the end of the file. */
    byte[] end() {
        ApiAnswer answer = first;
        if (answer == null) {
            throw new IllegalStateException("nothing was answered");
        }
        long listed = rows;
        tables.stream().skip(1).forEach(table -> {
            begin(table);
            write(table, answer);
        });
        stamp(answer, listed);
        return file.end();
    }

    private void stamp(ApiAnswer answer, long listed) {
        Part moment = answer.freshness().get("moment");
        String asOf = Addresses.parameter(answer.address(), "asOf");
        String address = page.site() + Addresses.with(withoutFile(), "asOf", asOf);
        file.sheet(page.t("file.stamp"), List.of(page.t("file.stamp"), ""));
        line("file.title", page.title(answer));
        line("file.address", address);
        line("file.commit", moment.get("commit").text());
        line("file.chain", moment.get("chain").text());
        line("file.as-of", page.format().text(asOf));
        line("file.rows", Long.toString(listed));
        line("file.by", page.myName());
        int named = reading.opened().size();
        line("file.names", named == 0 ? page.t("file.no-names") : page.t("file.named", named));
        reading.reason().ifPresent(why -> line("file.why", page.value("reason", why)));
        if (unnamed != null) {
            line("file.pseudonyms", page.t(unnamed, unnamedFrom));
        }
        values(answer);
    }

    /** The values of the answer beside its tables. */
    private void values(ApiAnswer answer) {
        answer.answer().fields().stream()
                .filter(field -> field.getValue().exists()
                        && !field.getValue().value().isContainer()
                        && !field.getKey().equals(PageTable.NEXT))
                .forEach(field -> file.row(List.of(
                        page.format().first(page.word(answer, field.getKey())),
                        CellValues.of(new PageTable.Column(field.getKey(), ""), answer.answer(), answer, page))));
    }

    private String withoutFile() {
        return Addresses.with(Addresses.with(page.with(TakeOut.FILE, ""), "reason", ""), "names", "");
    }

    private void line(String text, String value) {
        file.row(List.of(page.t(text), value));
    }
}
