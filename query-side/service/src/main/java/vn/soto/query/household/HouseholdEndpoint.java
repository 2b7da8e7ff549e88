package vn.soto.query.household;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.query.http.Answer;
import vn.soto.query.http.Questions;
import vn.soto.query.http.Refusal;

@RestController
final class HouseholdEndpoint {

    private final Questions questions;
    private final Households households;

    HouseholdEndpoint(Questions questions, Households households) {
        this.questions = questions;
        this.households = households;
    }

    /** @param team and {@code member} responsible for it; absent while nobody is */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HouseholdView(
            String household,
            String unit,
            String reference,
            @Nullable String team,
            @Nullable String member,
            @Nullable LocalDate since) {}

    @GetMapping("/api/households/{household}")
    Mono<Answer<HouseholdView>> household(@PathVariable String household, ServerWebExchange exchange) {
        return questions.answer(
                exchange,
                java.util.List.of(),
                (parameters, asOf) -> households
                        .find(household, asOf)
                        .map(found -> view(found, found.asOf(asOf)))
                        .orElseThrow(() -> Refusal.absent("household", household)));
    }

    private static HouseholdView view(Household household, Optional<Household.Charge> charge) {
        return charge.map(c -> new HouseholdView(
                        household.id(),
                        household.unit(),
                        household.reference(),
                        c.team(),
                        c.member(),
                        c.effectiveFrom()))
                .orElseGet(() ->
                        new HouseholdView(household.id(), household.unit(), household.reference(), null, null, null));
    }
}
