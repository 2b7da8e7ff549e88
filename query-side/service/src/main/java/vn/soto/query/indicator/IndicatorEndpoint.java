package vn.soto.query.indicator;

import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.report.Indicators;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.Range;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

@RestController
final class IndicatorEndpoint {

    private static final Range VERSION = new Range("version", 1, Indicators.VERSION);

    private final QueryExecutor queries;

    IndicatorEndpoint(QueryExecutor queries) {
        this.queries = queries;
    }

    /** The indicators by their present definitions, or by those of a version; no ledger changes them. */
    @Requires(EndpointRight.REFERENCE)
    @GetMapping("/api/indicators")
    Mono<QueryAnswer<IndicatorView>> indicators(QueryContext context, @RequestParam Optional<Long> version) {
        int asked = VERSION.check(version).orElse((long) Indicators.VERSION).intValue();
        return queries.answer(context, asOf -> IndicatorView.of(asked));
    }
}
