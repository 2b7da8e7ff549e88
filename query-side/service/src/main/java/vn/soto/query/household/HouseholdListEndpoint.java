package vn.soto.query.household;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.projection.log.Page;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryParameters;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.unit.Units;

/** Households by where they live and by who is responsible for them, in the order in which they came there. */
@RestController
final class HouseholdListEndpoint {

    private static final List<String> PAGE = List.of("from", "limit");

    private final QueryExecutor questions;
    private final Households households;
    private final Units units;
    private final QuerySettings settings;

    HouseholdListEndpoint(QueryExecutor questions, Households households, Units units, QuerySettings settings) {
        this.questions = questions;
        this.households = households;
        this.units = units;
        this.settings = settings;
    }

    /**
     * Those that live directly in that unit and count; with {@code unassigned=true} only those nobody is responsible for, with
     * {@code reference} only those with that code.
     */
    @GetMapping("/api/units/{unit}/households")
    Mono<QueryAnswer<Page<HouseholdLine>>> ofUnit(@PathVariable String unit, ServerWebExchange exchange) {
        return questions.answer(exchange, List.of("unassigned", "reference", "from", "limit"), (parameters, asOf) -> {
            if (units.find(unit, asOf).isEmpty()) {
                throw QueryProblemException.absent("unit", unit);
            }
            boolean unassigned =
                    parameters.value("unassigned", HouseholdListEndpoint::flag).orElse(false);
            String reference = parameters.text("reference").orElse("");
            return households.ofUnit(
                    unit,
                    household -> !(unassigned && household.charge(asOf).isPresent())
                            && (reference.isEmpty() || household.reference().equals(reference)),
                    from(parameters),
                    limit(parameters),
                    asOf);
        });
    }

    /** Those a member is responsible for, in all teams; none for somebody nobody knows. */
    @GetMapping("/api/members/{member}/households")
    Mono<QueryAnswer<Page<HouseholdLine>>> ofMember(@PathVariable String member, ServerWebExchange exchange) {
        return questions.answer(
                exchange,
                PAGE,
                (parameters, asOf) -> households.ofMember(member, from(parameters), limit(parameters), asOf));
    }

    private static long from(QueryParameters parameters) {
        return parameters.number("from", 0, 0, Long.MAX_VALUE);
    }

    private int limit(QueryParameters parameters) {
        return (int) parameters.number("limit", Math.min(50, settings.pageLimit()), 1, settings.pageLimit());
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false: " + text);
        };
    }
}
