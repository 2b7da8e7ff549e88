package vn.soto.query.report;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.Indicators.Counted;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryParameters;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.report.Reports.Sight;
import vn.soto.query.timeline.EventLoader.Body;

@RestController
final class ReportEndpoint {

    private static final int NEVER_SO_MANY = 1_000_000;

    private final QueryExecutor questions;
    private final Reports reports;
    private final Derivation derivation;
    private final QuerySettings settings;

    ReportEndpoint(QueryExecutor questions, Reports reports, Derivation derivation, QuerySettings settings) {
        this.questions = questions;
        this.reports = reports;
        this.derivation = derivation;
        this.settings = settings;
    }

    /** The latest version, or the one asked for; the draft while none is submitted. */
    @GetMapping("/api/teams/{team}/reports/{quarter}")
    Mono<QueryAnswer<ReportView>> report(
            @PathVariable String team, @PathVariable String quarter, ServerWebExchange exchange) {
        return questions.answer(
                exchange,
                List.of("version"),
                (parameters, asOf) -> ReportView.of(sight(team, quarter, parameters, asOf)));
    }

    /** The events behind a figure. */
    @GetMapping("/api/teams/{team}/reports/{quarter}/figures/{code}")
    Mono<QueryAnswer<FigureView>> figure(
            @PathVariable String team,
            @PathVariable String quarter,
            @PathVariable String code,
            ServerWebExchange exchange) {
        return questions.answer(exchange, List.of("version", "from", "limit"), (parameters, asOf) -> {
            int from = (int) parameters.number("from", 0, 0, NEVER_SO_MANY);
            int limit = (int) parameters.number("limit", Math.min(50, settings.pageLimit()), 1, settings.pageLimit());
            return figure(sight(team, quarter, parameters, asOf), code, from, limit);
        });
    }

    private Sight sight(String team, String quarter, QueryParameters parameters, long asOf) {
        Quarter asked = QueryParameters.read("quarter", quarter, Quarter::parse);
        return reports.find(team, asked, parameters.number("version", 0, 1, NEVER_SO_MANY), asOf);
    }

    private FigureView figure(Sight sight, String code, int from, int limit) {
        Figure figure = sight.figures().stream()
                .filter(f -> f.code().equals(code))
                .findFirst()
                .orElseThrow(() -> QueryProblemException.absent("figure", code));
        List<Counted> evidence = sight.derived().evidence().getOrDefault(code, List.of());
        int end = Math.min(evidence.size(), from + limit);
        List<Counted> page = evidence.subList(Math.min(from, end), end);
        Map<Long, Body> bodies = derivation.bodies(
                sight.team(),
                page.stream().flatMap(counted -> counted.positions().stream()).toList(),
                sight.pinnedTo());
        return new FigureView(
                code,
                figure.value(),
                evidence.stream().mapToLong(Counted::amount).sum(),
                new ReportView.Pin(sight.pinnedTo(), sight.pinnedChain()),
                page.stream().map(entry -> FigureView.entry(entry, bodies)).toList(),
                end < evidence.size() ? end : null);
    }
}
