package vn.soto.query.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.team.MemberId;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.Viewer;
import vn.soto.query.person.Person;
import vn.soto.query.person.Persons;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

@RestController
final class MemberProfileEndpoint {

    private final QueryExecutor queries;
    private final Members members;
    private final Persons persons;

    MemberProfileEndpoint(QueryExecutor queries, Members members, Persons persons) {
        this.queries = queries;
        this.members = members;
        this.persons = persons;
    }

    /** @param person absent for a member without a recorded name */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberView(
            String member, @JsonUnwrapped @Nullable Person person) {}

    @Requires(value = EndpointRight.SUPPORT, of = "member")
    @GetMapping("/api/members/{member}")
    Mono<QueryAnswer<MemberView>> member(QueryContext context, Viewer viewer, @PathVariable MemberId member) {
        return queries.answer(context, asOf -> {
            members.require(member.value(), asOf);
            return new MemberView(
                    member.value(),
                    persons.find(Subject.of(member), viewer, asOf).orElse(null));
        });
    }
}
