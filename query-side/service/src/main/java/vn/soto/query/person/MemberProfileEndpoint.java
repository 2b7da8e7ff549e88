package vn.soto.query.person;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.team.MemberId;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryParameters;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Viewer;

@RestController
final class MemberProfileEndpoint {

    private final QueryExecutor questions;
    private final Persons persons;

    MemberProfileEndpoint(QueryExecutor questions, Persons persons) {
        this.questions = questions;
        this.persons = persons;
    }

    record MemberView(String member, @JsonUnwrapped Person person) {}

    @GetMapping("/api/members/{member}")
    Mono<QueryAnswer<MemberView>> member(@PathVariable String member, ServerWebExchange exchange) {
        return Viewer.of(exchange)
                .flatMap(viewer -> questions.answer(
                        exchange,
                        List.of(),
                        (parameters, asOf) -> persons.find(subject(member), viewer, asOf)
                                .map(person -> new MemberView(member, person))
                                .orElseThrow(() -> QueryProblemException.absent("member", member))));
    }

    private static Subject subject(String member) {
        return Subject.of(QueryParameters.read("member", member, MemberId::new));
    }
}
