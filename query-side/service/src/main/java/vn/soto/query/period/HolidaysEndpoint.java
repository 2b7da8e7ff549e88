package vn.soto.query.period;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.period.WorkingDays;
import vn.soto.contracts.period.WorkingDaysEvent.HolidaysDecided;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.Range;
import vn.soto.query.http.Today;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Answers on which days of a year offices do not work. */
@RestController
final class HolidaysEndpoint {

    private static final Range YEAR = new Range("year", 2000, 2999);

    private final QueryExecutor queries;
    private final Periods periods;
    private final Today today;

    HolidaysEndpoint(QueryExecutor queries, Periods periods, Today today) {
        this.queries = queries;
        this.periods = periods;
        this.today = today;
    }

    /**
     * @param decided    whether the table of the year was decided; otherwise it is computed from the law
     * @param off        days from Monday to Friday on which offices do not work
     * @param worked     Saturdays and Sundays on which they do
     * @param instrument of the decision; absent without one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Holidays(
            int year,
            boolean decided,
            List<LocalDate> off,
            List<LocalDate> worked,
            @Nullable String instrument,
            @Nullable LocalDate signedOn) {}

    /** Without {@code year}, the present one. */
    @Requires(EndpointRight.REFERENCE)
    @GetMapping("/api/holidays")
    Mono<QueryAnswer<Holidays>> holidays(QueryContext context, @RequestParam Optional<Long> year) {
        return queries.answer(context, asOf -> {
            int asked = Math.toIntExact(
                    YEAR.check(year).orElse((long) today.of(context, asOf).getYear()));
            WorkingDays known = periods.workingDays(asOf);
            HolidaysDecided table = known.decided().get(asked);
            return table == null
                    ? new Holidays(asked, false, known.off(asked), List.of(), null, null)
                    : new Holidays(
                            asked,
                            true,
                            table.off(),
                            table.worked(),
                            table.instrument().number(),
                            table.instrument().signedOn());
        });
    }
}
