package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.query.household.Households;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Today;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** The help that a household got. */
@RestController
final class HouseholdHelpEndpoint {

    private static final int QUARTERS = 8;

    private final QueryExecutor queries;
    private final Households households;
    private final HelpLines lines;
    private final QuarterCalendar calendar;
    private final Today today;

    HouseholdHelpEndpoint(
            QueryExecutor queries, Households households, HelpLines lines, QuarterCalendar calendar, Today today) {
        this.queries = queries;
        this.households = households;
        this.lines = lines;
        this.calendar = calendar;
        this.today = today;
    }

    /**
     * @param firstDay of the eight quarters up to {@code quarter}
     * @param count    records of {@code quarter} that count
     * @param records  of all eight quarters, the latest first
     */
    record HouseholdHelp(
            String household,
            String quarter,
            LocalDate firstDay,
            LocalDate lastDay,
            long count,
            List<HelpLine> records) {}

    /** The records of help of eight quarters, up to {@code quarter}; without it, up to the current one. */
    @Requires(value = EndpointRight.RECORDS, of = "household")
    @GetMapping("/api/households/{household}/assistances")
    Mono<QueryAnswer<HouseholdHelp>> help(
            QueryContext context, @PathVariable String household, @RequestParam Optional<Quarter> quarter) {
        return queries.answer(context, asOf -> {
            if (!households.isKnown(household, asOf)) {
                throw QueryProblemException.absent("household", household);
            }
            Quarter last = quarter.orElseGet(() -> calendar.of(today.of(context, asOf)));
            Quarter first = new Quarter(last.year() - QUARTERS / 4, last.number()).next();
            List<HelpLine> records = lines.ofHousehold(
                    household,
                    Stream.iterate(first, Quarter::next).limit(QUARTERS).toList(),
                    asOf);
            LocalDate begin = calendar.firstDay(last);
            return new HouseholdHelp(
                    household,
                    last.toString(),
                    calendar.firstDay(first),
                    calendar.lastDay(last),
                    records.stream()
                            .filter(record -> !record.voided() && !record.day().isBefore(begin))
                            .count(),
                    records);
        });
    }
}
