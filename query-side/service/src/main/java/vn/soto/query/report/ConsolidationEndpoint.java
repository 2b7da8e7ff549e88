package vn.soto.query.report;

import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.Range;
import vn.soto.query.http.Today;
import vn.soto.query.http.Viewer;
import vn.soto.query.report.Consolidations.Frame;
import vn.soto.query.report.ReportViews.ReportAudience;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/** Answers what a unit reports for a quarter. */
@RestController
final class ConsolidationEndpoint {

    private static final Range VERSION = new Range("version", 1, 1_000_000);

    private final QueryExecutor queries;
    private final ConsolidationViews views;
    private final Today today;

    ConsolidationEndpoint(QueryExecutor queries, ConsolidationViews views, Today today) {
        this.queries = queries;
        this.views = views;
        this.today = today;
    }

    /** The latest version or a given one; while none is submitted, what a consolidation would have now. */
    @Requires(value = EndpointRight.FIGURES, of = "unit")
    @GetMapping("/api/units/{unit}/reports/{quarter}")
    Mono<QueryAnswer<ConsolidationView>> report(
            QueryContext context,
            Viewer viewer,
            @PathVariable String unit,
            @PathVariable Quarter quarter,
            @RequestParam Optional<Long> version,
            ServerWebExchange exchange) {
        return queries.answer(
                context,
                asOf -> views.view(
                        new Frame(unit, quarter, asOf),
                        VERSION.check(version).map(Math::toIntExact),
                        new ReportAudience(viewer, Language.of(exchange), today.of(context, asOf))));
    }
}
