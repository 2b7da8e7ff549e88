package vn.soto.query.moment;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.report.UnitReportId;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.LedgerReader;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.EventSentences;
import vn.soto.query.event.Histories;
import vn.soto.query.moment.Mark.MarkKind;
import vn.soto.query.period.Periods;
import vn.soto.query.period.SubjectPeriods;
import vn.soto.query.subject.IdKind;
import vn.soto.web.Language;

/** Finds the moments of a span of days. */
@Component
record Marks(
        LedgerReader ledger, Periods periods, SubjectPeriods subjects, Histories histories, EventSentences sentences) {

    private static final String BUNDLE = "vn.soto.query.moment.moments";

    /** Days, both included, and what is known. */
    record Span(LocalDate first, LocalDate last, long asOf, Locale language) {

        boolean has(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /** The ends of quarters in a unit, otherwise in the topmost one. */
    List<Mark> ofTheCalendar(Optional<String> unit, Span span) {
        return quarters(span)
                .map(quarter -> mark(lastDay(unit, quarter, span), MarkKind.QUARTER_END, quarter, span))
                .filter(mark -> span.has(mark.day()))
                .toList();
    }

    /** The other marks of a unit, in the order of the days. */
    List<Mark> of(String unit, Span span) {
        List<Mark> marks = new ArrayList<>();
        List<Body> events = new ArrayList<>(histories.of(unit, span.asOf));
        ApplicablePeriods applying = periods.applying(List.of(unit), span.asOf);
        quarters(span).forEach(quarter -> {
            LocalDate due = periods.dueOn(applying, quarter, span.asOf);
            if (span.has(due)) {
                marks.add(mark(due, MarkKind.REPORTS_DUE, quarter, span));
            }
            events.addAll(histories.of(new UnitReportId(new UnitId(unit), quarter).toString(), span.asOf));
        });
        Map<Long, String> said = sentences.of(events, span.language, span.asOf);
        events.stream()
                .filter(body -> span.has(day(body)) && said.containsKey(body.position()))
                .forEach(body -> marks.add(new Mark(
                        body.commit().number(),
                        day(body),
                        body.commit().at(),
                        body.event().type().name().startsWith("unit.") ? MarkKind.UNIT_CHANGE : MarkKind.REPORT,
                        said.getOrDefault(body.position(), ""))));
        return marks;
    }

    private LocalDate lastDay(Optional<String> unit, Quarter quarter, Span span) {
        return subjects.lastDay(IdKind.UNIT, unit.orElse(""), quarter, DaysOfQuarter.REPORTING, span.last, span.asOf);
    }

    static List<Mark> inOrder(Stream<Mark> marks) {
        return marks.sorted(Comparator.comparing(Mark::day)
                        .thenComparingLong(Mark::commit)
                        .thenComparing(Mark::kind))
                .toList();
    }

    private static LocalDate day(Body body) {
        return VietnamTime.day(body.commit().at());
    }

    /** The quarters of the days, and the one before, whose reports are due within them. */
    private Stream<Quarter> quarters(Span span) {
        return QuarterCalendar.ofAny(span.first.minusMonths(3), span.last);
    }

    private Mark mark(LocalDate day, MarkKind kind, Quarter quarter, Span span) {
        String text = Language.texts(BUNDLE, span.language).getString(kind.name());
        long commit = ledger.numberAsOf(VietnamTime.start(day.plusDays(1)).minusNanos(1_000));
        return new Mark(
                Math.min(commit, span.asOf),
                day,
                null,
                kind,
                MessageFormat.format(text, EventSentences.quarter(quarter, span.language)));
    }
}
