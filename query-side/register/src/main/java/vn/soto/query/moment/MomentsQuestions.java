package vn.soto.query.moment;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.moment.Marks.Span;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;

/** Answers which moments are worth going back to. */
@RestController
record MomentsQuestions(Marks marks, Units units, LedgerReader ledger) {

    private static final int MOST_YEARS = 5;

    /**
     * @param from first day: the one asked for, or that of the ledger's first commit
     * @param to   last day: the one asked for, or the day of the answer
     */
    record Moments(LocalDate from, LocalDate to, List<Mark> moments) {}

    /** The moments between two days, at most five years apart: ends of quarters, and with {@code unit} what concerns the unit. */
    @Query(at = "/api/moments", right = EndpointRight.FIGURES, of = "unit", part = true)
    Moments moments(
            Asked asked,
            @RequestParam Optional<String> unit,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to) {
        long asOf = asked.asOf();
        Locale language = asked.language();
        if (unit.isPresent() && units.find(unit.get(), asOf).isEmpty()) {
            throw QueryProblemException.absent("unit", unit.get());
        }
        LocalDate last = to.orElseGet(() -> asked.today());
        LocalDate earliest = last.minusYears(MOST_YEARS);
        LocalDate first = from.orElseGet(() -> begin(earliest, last));
        if (first.isAfter(last) || first.isBefore(earliest)) {
            throw QueryProblemException.malformed("from", first.toString());
        }
        Span span = new Span(first, last, asOf, language);
        Stream<Mark> ofTheUnit = unit.stream().flatMap(id -> marks.of(id, span).stream());
        return new Moments(
                first, last, Marks.inOrder(Stream.concat(marks.ofTheCalendar(unit, span).stream(), ofTheUnit)));
    }

    private LocalDate begin(LocalDate earliest, LocalDate last) {
        return ledger.commit(1)
                .map(Commit::at)
                .map(VietnamTime::day)
                .filter(day -> day.isAfter(earliest) && !day.isAfter(last))
                .orElse(earliest);
    }
}
