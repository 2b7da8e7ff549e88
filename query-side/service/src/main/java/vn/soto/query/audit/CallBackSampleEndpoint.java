package vn.soto.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;
import vn.soto.query.http.Today;
import vn.soto.query.unit.EndedUnitLists;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Answers queries about call-back samples. */
@RestController
final class CallBackSampleEndpoint {

    private static final Range FROM = new Range("from", 0, 1_000_000);

    private final QueryExecutor queries;
    private final CallBackSamples samples;
    private final Units units;
    private final EndedUnitLists ended;
    private final Today today;
    private final QuerySettings settings;

    CallBackSampleEndpoint(
            QueryExecutor queries,
            CallBackSamples samples,
            Units units,
            EndedUnitLists ended,
            Today today,
            QuerySettings settings) {
        this.queries = queries;
        this.samples = samples;
        this.units = units;
        this.ended = ended;
        this.today = today;
        this.settings = settings;
    }

    /**
     * @param total number of samples over all pages
     * @param next  {@code from} of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            String unit,
            int total,
            List<CallBackSampleView.Line> samples,
            @Nullable Integer next) {}

    /** A sample with what was said about each record, and what all of it says of the records from which it was drawn. */
    @Requires(value = EndpointRight.FINDINGS, of = "callBackSample")
    @GetMapping("/api/call-back-samples/{callBackSample}")
    Mono<QueryAnswer<CallBackSampleView>> sample(QueryContext context, @PathVariable String callBackSample) {
        return queries.answer(
                context,
                asOf -> samples.find(callBackSample, asOf)
                        .orElseThrow(() -> QueryProblemException.absent("call-back-sample", callBackSample)));
    }

    /** The samples drawn in a unit and below it, the latest first; without {@code quarter}, of all quarters. */
    @Requires(value = EndpointRight.FINDINGS, of = "unit", part = true)
    @GetMapping("/api/units/{unit}/call-back-samples")
    Mono<QueryAnswer<Page>> samples(
            QueryContext context,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        int first = FROM.check(from).orElse(0L).intValue();
        int most = Range.limit(limit, settings);
        return queries.answer(context, asOf -> {
            LocalDate day = today.of(context, asOf);
            if (units.find(unit, day, asOf).isEmpty()) {
                throw QueryProblemException.absent("unit", unit);
            }
            List<CallBackSampleView.Line> all = samples.in(unit, quarter.map(Quarter::toString), day, asOf);
            if (all.isEmpty()) {
                ended.lead(unit, day, asOf);
            }
            return new Page(
                    unit,
                    all.size(),
                    all.stream().skip(first).limit(most).toList(),
                    first + most < all.size() ? first + most : null);
        });
    }
}
