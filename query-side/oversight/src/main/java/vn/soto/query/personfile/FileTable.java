package vn.soto.query.personfile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.query.datarequest.DataRequestView;
import vn.soto.query.http.Freshness;
import vn.soto.query.http.SpreadsheetTable;
import vn.soto.query.person.Person;
import vn.soto.web.Vocabulary;

/**
 * A person's file as a table with one line for each thing, to be printed or opened in a spreadsheet. A line has the
 * part of the file, the day, the thing, its details, its recorder and its commit.
 */
final class FileTable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private final SpreadsheetTable table = new SpreadsheetTable();
    private final FileWords words;
    private final Locale language;

    private FileTable(Locale language) {
        this.language = language;
        this.words = FileWords.in(language);
    }

    static SpreadsheetTable of(PersonFile file, Freshness.Moment moment, Locale language) {
        FileTable table = new FileTable(language);
        table.line(table.words.columns());
        table.head(file, moment);
        file.consents().forEach(table::consent);
        file.dataRequests().forEach(table::request);
        file.stands().forEach(table::place);
        file.reports().forEach(table::report);
        file.events().forEach(table::event);
        file.reads().forEach(table::read);
        return table.table;
    }

    private void request(DataRequestView request) {
        String kind = Vocabulary.value(request.kind(), language);
        line(List.of(words.dataRequests(), DAY.format(request.receivedOn()), kind, words.state(request), "", ""));
    }

    private void place(PersonFile.RecordedPlace place) {
        line(List.of(words.stands(), "", Vocabulary.value(place.in(), language), place.id(), "", ""));
    }

    private void report(PersonFile.CountingReport report) {
        String figures = String.join(", ", report.figures());
        line(List.of(words.reports(), report.quarter(), report.team().value(), figures, "", ""));
    }

    private void read(PersonFile.Read read) {
        line(List.of(words.reads(), time(read.at()), read.question(), "", read.account(), ""));
    }

    private void head(PersonFile file, Freshness.Moment moment) {
        line(List.of(words.subject(), "", file.subject(), words.asOf(), "", String.valueOf(moment.commit())));
        Person person = file.person();
        if (person != null) {
            own(Vocabulary.field("name", language), person.name());
            own(Vocabulary.field("phone", language), person.phone());
            own(Vocabulary.field("address", language), person.address());
        }
        PersonFile.Erasure erasure = file.erasure();
        if (erasure != null) {
            line(List.of(
                    words.subject(),
                    time(erasure.at()),
                    words.erased(),
                    Vocabulary.value(erasure.basis(), language),
                    erasure.by(),
                    String.valueOf(erasure.commit())));
        }
        PersonFile.Restriction restriction = file.restriction();
        if (restriction != null) {
            line(List.of(
                    words.subject(),
                    DAY.format(restriction.since()),
                    words.restricted(),
                    "",
                    "",
                    String.valueOf(restriction.commit())));
        }
    }

    private void own(String what, @Nullable String value) {
        if (value != null) {
            line(List.of(words.subject(), "", what, value, "", ""));
        }
    }

    private void consent(PersonFile.ConsentLine consent) {
        String details = Stream.of(
                        consent.textVersion() == null
                                ? ""
                                : Vocabulary.field("textVersion", language) + ": " + consent.textVersion(),
                        consent.method() == null ? "" : Vocabulary.value(consent.method(), language),
                        consent.heardBy() == null
                                ? ""
                                : Vocabulary.field("witness", language) + ": " + consent.heardBy())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        line(List.of(
                words.consents(),
                DAY.format(consent.day()),
                words.change(consent.change()) + ": " + Vocabulary.value(consent.purpose(), language),
                details,
                consent.by(),
                String.valueOf(consent.commit())));
    }

    private void event(FileEvent event) {
        String details = Stream.concat(
                        event.details().stream().map(detail -> detail.label() + ": " + detail.text()),
                        Stream.of(event.why(), event.whyText()).flatMap(Stream::ofNullable))
                .collect(Collectors.joining("; "));
        line(List.of(
                words.events(), occurred(event), event.what(), details, event.who(), String.valueOf(event.commit())));
    }

    private static String occurred(FileEvent event) {
        String occurred = event.occurred();
        if (occurred == null) {
            return time(event.recorded());
        }
        return occurred.length() == "yyyy-MM-dd".length()
                ? DAY.format(LocalDate.parse(occurred))
                : time(Instant.parse(occurred));
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(VietnamTime.ZONE));
    }

    private void line(List<String> cells) {
        table.line(cells);
    }
}
