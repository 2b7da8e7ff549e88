package vn.soto.query.household;

import java.util.List;
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

    @GetMapping("/api/households/{household}")
    Mono<Answer<HouseholdView>> household(@PathVariable String household, ServerWebExchange exchange) {
        return questions.answer(
                exchange,
                List.of(),
                (parameters, asOf) -> households
                        .find(household, asOf)
                        .map(found -> HouseholdView.of(found, asOf))
                        .orElseThrow(() -> Refusal.absent("household", household)));
    }
}
