package vn.soto.query.person;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.team.MemberId;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Viewer;

@RestController
final class MemberProfileEndpoint {

    private final QueryExecutor queries;
    private final Persons persons;

    MemberProfileEndpoint(QueryExecutor queries, Persons persons) {
        this.queries = queries;
        this.persons = persons;
    }

    record MemberView(String member, @JsonUnwrapped Person person) {}

    @GetMapping("/api/members/{member}")
    Mono<QueryAnswer<MemberView>> member(QueryContext context, Viewer viewer, @PathVariable MemberId member) {
        return queries.answer(
                context,
                asOf -> persons.find(Subject.of(member), viewer, asOf)
                        .map(person -> new MemberView(member.value(), person))
                        .orElseThrow(() -> QueryProblemException.absent("member", member.value())));
    }
}
