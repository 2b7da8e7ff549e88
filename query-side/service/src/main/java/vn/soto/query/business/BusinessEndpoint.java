package vn.soto.query.business;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import vn.soto.query.http.Today;
import vn.soto.query.http.Viewer;
import vn.soto.query.team.TeamsByUnit;
import vn.soto.query.unit.ListedUnits;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

@RestController
final class BusinessEndpoint {

    private final QueryExecutor queries;
    private final Businesses businesses;
    private final TeamsByUnit teams;
    private final Units units;
    private final ListedUnits listed;
    private final Today today;
    private final QuerySettings settings;

    BusinessEndpoint(
            QueryExecutor queries,
            Businesses businesses,
            TeamsByUnit teams,
            Units units,
            ListedUnits listed,
            Today today,
            QuerySettings settings) {
        this.queries = queries;
        this.businesses = businesses;
        this.teams = teams;
        this.units = units;
        this.listed = listed;
        this.today = today;
        this.settings = settings;
    }

    @Requires(value = EndpointRight.RECORDS, of = "business")
    @GetMapping("/api/businesses/{business}")
    Mono<QueryAnswer<BusinessView>> business(QueryContext context, Viewer viewer, @PathVariable String business) {
        return queries.answer(
                context,
                asOf -> businesses
                        .find(business, asOf)
                        .map(found -> view(found, today.of(context, asOf), viewer, asOf))
                        .orElseThrow(() -> QueryProblemException.absent("business", business)));
    }

    private BusinessView view(Business business, LocalDate day, Viewer viewer, long asOf) {
        String home = business.home(day, asOf).unit();
        return BusinessView.of(
                business,
                units.current(home, day, asOf),
                teams.of(home, day, asOf),
                businesses.tradeNames(List.of(business), viewer),
                day,
                asOf);
    }

    /**
     * Lists the businesses that operate in a residential unit, those of units that became part of it as a whole included; of a
     * commune, those of its residential units, one unit after the other.
     */
    @Requires(value = EndpointRight.RECORDS, of = "unit", part = true)
    @GetMapping("/api/units/{unit}/businesses")
    Mono<QueryAnswer<Page<BusinessLine>>> ofUnit(
            QueryContext context,
            Viewer viewer,
            @PathVariable String unit,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        return queries.answer(
                context,
                asOf -> page(
                        unit,
                        today.of(context, asOf),
                        Range.FROM.check(from).orElse(0L),
                        Range.limit(limit, settings),
                        viewer,
                        asOf));
    }

    private Page<BusinessLine> page(String unit, LocalDate day, long from, int limit, Viewer viewer, long asOf) {
        return businesses.ofUnits(
                listed.of("/api/units/{unit}/businesses", unit, day, asOf), day, from, limit, viewer, asOf);
    }
}
