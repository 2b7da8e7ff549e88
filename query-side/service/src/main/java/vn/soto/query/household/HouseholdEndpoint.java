package vn.soto.query.household;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.query.http.Answer;
import vn.soto.query.http.Questions;
import vn.soto.query.http.Refusal;
import vn.soto.query.http.Viewer;
import vn.soto.query.person.Person;
import vn.soto.query.person.Persons;

@RestController
final class HouseholdEndpoint {

    private final Questions questions;
    private final Households households;
    private final Persons persons;

    HouseholdEndpoint(Questions questions, Households households, Persons persons) {
        this.questions = questions;
        this.households = households;
        this.persons = persons;
    }

    /**
     * @param team    and {@code member} responsible for it; absent while nobody is
     * @param contact whom to ask for; absent until it is recorded
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HouseholdView(
            String household,
            String unit,
            String reference,
            @Nullable String team,
            @Nullable String member,
            @Nullable LocalDate since,
            @Nullable Person contact) {}

    @GetMapping("/api/households/{household}")
    Mono<Answer<HouseholdView>> household(@PathVariable String household, ServerWebExchange exchange) {
        return Viewer.of(exchange)
                .flatMap(viewer -> questions.answer(
                        exchange,
                        List.of(),
                        (parameters, asOf) -> households
                                .find(household, asOf)
                                .map(found -> view(found, found.asOf(asOf), contact(household, viewer, asOf)))
                                .orElseThrow(() -> Refusal.absent("household", household))));
    }

    private Optional<Person> contact(String household, Viewer viewer, long asOf) {
        return persons.find(Subject.of(new HouseholdId(household)), viewer, asOf);
    }

    private static HouseholdView view(
            Household household, Optional<Household.Charge> charge, Optional<Person> contact) {
        Household.@Nullable Charge now = charge.isPresent() ? charge.get() : null;
        return new HouseholdView(
                household.id(),
                household.unit(),
                household.reference(),
                now == null ? null : now.team(),
                now == null ? null : now.member(),
                now == null ? null : now.effectiveFrom(),
                contact.isPresent() ? contact.get() : null);
    }
}
