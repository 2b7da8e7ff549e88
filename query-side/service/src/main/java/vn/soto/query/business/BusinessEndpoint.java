package vn.soto.query.business;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.projection.log.Page;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;
import vn.soto.query.http.Viewer;
import vn.soto.query.team.Teams;
import vn.soto.query.unit.Units;

@RestController
final class BusinessEndpoint {

    private final QueryExecutor queries;
    private final Businesses businesses;
    private final Teams teams;
    private final Units units;
    private final QuerySettings settings;

    BusinessEndpoint(QueryExecutor queries, Businesses businesses, Teams teams, Units units, QuerySettings settings) {
        this.queries = queries;
        this.businesses = businesses;
        this.teams = teams;
        this.units = units;
        this.settings = settings;
    }

    @GetMapping("/api/businesses/{business}")
    Mono<QueryAnswer<BusinessView>> business(QueryContext context, Viewer viewer, @PathVariable String business) {
        return queries.answer(
                context,
                asOf -> businesses
                        .find(business, asOf)
                        .map(found -> view(found, viewer, asOf))
                        .orElseThrow(() -> QueryProblemException.absent("business", business)));
    }

    private BusinessView view(Business business, Viewer viewer, long asOf) {
        return BusinessView.of(
                business,
                covering(business.home(asOf).unit(), asOf),
                businesses.tradeNames(List.of(business), viewer),
                asOf);
    }

    /** Lists the businesses that operate directly in a unit. */
    @GetMapping("/api/units/{unit}/businesses")
    Mono<QueryAnswer<Page<BusinessLine>>> ofUnit(
            QueryContext context,
            Viewer viewer,
            @PathVariable String unit,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        return queries.answer(
                context,
                asOf -> page(unit, Range.FROM.check(from).orElse(0L), Range.limit(limit, settings), viewer, asOf));
    }

    private Page<BusinessLine> page(String unit, long from, int limit, Viewer viewer, long asOf) {
        if (units.find(unit, asOf).isEmpty()) {
            throw QueryProblemException.absent("unit", unit);
        }
        return businesses.ofUnit(unit, from, limit, viewer, asOf);
    }

    private Set<String> covering(String unit, long asOf) {
        return teams.covering(List.of(unit), asOf).getOrDefault(unit, Set.of());
    }
}
