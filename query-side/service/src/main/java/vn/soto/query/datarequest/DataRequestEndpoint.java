package vn.soto.query.datarequest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;
import vn.soto.query.http.Today;
import vn.soto.query.link.IdKind;
import vn.soto.query.reading.Reader;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Answers those who deal with requests of persons about their own data, and auditors: which are open, and which are late. */
@RestController
final class DataRequestEndpoint {

    private static final Range BEFORE = new Range("before", 0, Long.MAX_VALUE);

    private final QueryExecutor queries;
    private final DataRequests requests;
    private final QuerySettings settings;
    private final Today today;

    DataRequestEndpoint(QueryExecutor queries, DataRequests requests, QuerySettings settings, Today today) {
        this.queries = queries;
        this.requests = requests;
        this.settings = settings;
        this.today = today;
    }

    /** The states of requests in a list. */
    enum Listed {
        OPEN,
        LATE,
        CLOSED,
        ALL;

        static Listed parse(String text) {
            return switch (text) {
                case "open" -> OPEN;
                case "late" -> LATE;
                case "closed" -> CLOSED;
                case "all" -> ALL;
                default -> throw new IllegalArgumentException("open, late, closed or all, not " + text);
            };
        }

        Predicate<DataRequestView> holds(LocalDate day) {
            return switch (this) {
                case OPEN -> DataRequestView::isOpen;
                case LATE -> request -> request.isOverdue(day);
                case CLOSED -> request -> !request.isOpen();
                case ALL -> request -> true;
            };
        }
    }

    /** @param next {@code before} of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            LocalDate on,
            List<DataRequestView> dataRequests,
            @Nullable Long next) {}

    /**
     * Lists the open requests, latest first; with {@code state=late} those of which a duty is overdue on the day {@code on} or
     * today, with {@code state=closed} those carried out or refused.
     */
    @Requires(EndpointRight.DATA_REQUESTS)
    @GetMapping("/api/data-requests")
    Mono<QueryAnswer<Page>> all(
            QueryContext context,
            @RequestParam Optional<Listed> state,
            @RequestParam Optional<LocalDate> on,
            @RequestParam Optional<Long> before,
            @RequestParam Optional<Long> limit) {
        return queries.answer(context, asOf -> {
            LocalDate day = today.on(on, context, asOf);
            DataRequests.Found found = requests.list(
                    state.orElse(Listed.OPEN).holds(day).and(DataRequestEndpoint::isReached),
                    day,
                    asOf,
                    BEFORE.check(before).orElse(Long.MAX_VALUE),
                    Range.limit(limit, settings));
            return new Page(day, found.requests(), found.next().orElse(null));
        });
    }

    @Requires(value = EndpointRight.DATA_REQUESTS, of = "dataRequest")
    @GetMapping("/api/data-requests/{dataRequest}")
    Mono<QueryAnswer<DataRequestView>> one(
            QueryContext context, @PathVariable String dataRequest, @RequestParam Optional<LocalDate> on) {
        return queries.answer(
                context,
                asOf -> requests.find(dataRequest, today.on(on, context, asOf), asOf)
                        .orElseThrow(() -> QueryProblemException.absent("data-request", dataRequest)));
    }

    private static boolean isReached(DataRequestView request) {
        return Reader.current().reaches(EndpointRight.DATA_REQUESTS, IdKind.PERSON, request.subject());
    }
}
