package vn.soto.query.household;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Today;
import vn.soto.query.http.Viewer;
import vn.soto.query.person.Person;
import vn.soto.query.person.Persons;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

@RestController
final class HouseholdEndpoint {

    private final QueryExecutor queries;
    private final Households households;
    private final Persons persons;
    private final Today today;

    HouseholdEndpoint(QueryExecutor queries, Households households, Persons persons, Today today) {
        this.queries = queries;
        this.households = households;
        this.persons = persons;
        this.today = today;
    }

    /** @param contact contact person; absent until recorded */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Known(
            @JsonUnwrapped HouseholdView household,
            @Nullable Person contact) {}

    @Requires(value = EndpointRight.RECORDS, of = "household")
    @GetMapping("/api/households/{household}")
    Mono<QueryAnswer<Known>> household(QueryContext context, Viewer viewer, @PathVariable String household) {
        return queries.answer(
                context,
                asOf -> households
                        .find(household, asOf)
                        .map(found -> known(
                                households.view(found, today.of(context, asOf), asOf),
                                contact(household, viewer, asOf)))
                        .orElseThrow(() -> QueryProblemException.absent("household", household)));
    }

    private static Known known(HouseholdView household, Optional<Person> contact) {
        return new Known(household, contact.isPresent() ? contact.get() : null);
    }

    private Optional<Person> contact(String household, Viewer viewer, long asOf) {
        return persons.find(Subject.of(new HouseholdId(household)), viewer, asOf);
    }
}
