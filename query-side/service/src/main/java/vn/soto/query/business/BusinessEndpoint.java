package vn.soto.query.business;

import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.Answer;
import vn.soto.query.http.Questions;
import vn.soto.query.http.Refusal;
import vn.soto.query.roll.Page;
import vn.soto.query.team.Teams;
import vn.soto.query.unit.Units;

@RestController
final class BusinessEndpoint {

    private final Questions questions;
    private final Businesses businesses;
    private final Teams teams;
    private final Units units;
    private final QuerySettings settings;

    BusinessEndpoint(Questions questions, Businesses businesses, Teams teams, Units units, QuerySettings settings) {
        this.questions = questions;
        this.businesses = businesses;
        this.teams = teams;
        this.units = units;
        this.settings = settings;
    }

    @GetMapping("/api/businesses/{business}")
    Mono<Answer<BusinessView>> business(@PathVariable String business, ServerWebExchange exchange) {
        return questions.answer(
                exchange,
                List.of(),
                (parameters, asOf) -> businesses
                        .find(business, asOf)
                        .map(found ->
                                BusinessView.of(found, covering(found.home(asOf).unit(), asOf), asOf))
                        .orElseThrow(() -> Refusal.absent("business", business)));
    }

    /** Those that work directly in that unit. */
    @GetMapping("/api/units/{unit}/businesses")
    Mono<Answer<Page<BusinessLine>>> ofUnit(@PathVariable String unit, ServerWebExchange exchange) {
        return questions.answer(exchange, List.of("from", "limit"), (parameters, asOf) -> {
            if (units.find(unit, asOf).isEmpty()) {
                throw Refusal.absent("unit", unit);
            }
            long from = parameters.number("from", 0, 0, Long.MAX_VALUE);
            int limit = (int) parameters.number("limit", Math.min(50, settings.pageLimit()), 1, settings.pageLimit());
            return businesses.ofUnit(unit, from, limit, asOf);
        });
    }

    private Set<String> covering(String unit, long asOf) {
        return teams.covering(List.of(unit), asOf).getOrDefault(unit, Set.of());
    }
}
