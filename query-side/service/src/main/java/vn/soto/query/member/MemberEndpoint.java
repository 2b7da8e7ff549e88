package vn.soto.query.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.team.Organisation;
import vn.soto.query.http.Answer;
import vn.soto.query.http.Questions;
import vn.soto.query.http.Refusal;
import vn.soto.query.member.Memberships.Row;
import vn.soto.query.projection.Documents;

@RestController
final class MemberEndpoint {

    private final Questions questions;
    private final Documents documents;

    MemberEndpoint(Questions questions, Documents documents) {
        this.questions = questions;
        this.documents = documents;
    }

    /** @param until last day of membership; absent while it lasts */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MembershipView(
            String team,
            Organisation organisation,
            LocalDate from,
            @Nullable LocalDate until) {

        static MembershipView of(Row row) {
            return new MembershipView(row.team(), row.organisation(), row.from(), row.until());
        }
    }

    /** In whichever teams, by first day: one person in two teams is one person. */
    @GetMapping("/api/members/{member}/memberships")
    Mono<Answer<List<MembershipView>>> memberships(@PathVariable String member, ServerWebExchange exchange) {
        return questions.answer(exchange, List.of(), (parameters, asOf) -> {
            List<MembershipView> found = documents.find(Memberships.KIND, member).stream()
                    .flatMap(memberships -> memberships.asOf(asOf))
                    .map(MembershipView::of)
                    .toList();
            if (found.isEmpty()) {
                throw Refusal.absent("member", member);
            }
            return found;
        });
    }
}
