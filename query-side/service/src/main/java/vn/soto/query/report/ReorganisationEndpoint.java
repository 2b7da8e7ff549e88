package vn.soto.query.report;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.Today;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Answers what is left to do of reorganisations. */
@RestController
final class ReorganisationEndpoint {

    private final QueryExecutor queries;
    private final Reorganisations reorganisations;
    private final Today today;

    ReorganisationEndpoint(QueryExecutor queries, Reorganisations reorganisations, Today today) {
        this.queries = queries;
        this.reorganisations = reorganisations;
        this.today = today;
    }

    /**
     * What is left to do of the reorganisations of a unit and of those below it: rights on ended units, recipients, open reports and
     * those that wait for a decision on boundaries, teams to consolidate, households to decide. Reports are those of the quarters in
     * which a unit ended within a year, of the quarters before these, and of every quarter of which one is open at an ended unit.
     */
    @Requires(value = EndpointRight.FIGURES, of = "unit")
    @GetMapping("/api/units/{unit}/reorganisation")
    Mono<QueryAnswer<ReorganisationView>> left(QueryContext context, @PathVariable String unit) {
        return queries.answer(context, asOf -> reorganisations.left(unit, today.of(context, asOf), asOf));
    }
}
