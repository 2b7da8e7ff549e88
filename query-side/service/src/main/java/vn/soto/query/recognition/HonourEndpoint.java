package vn.soto.query.recognition;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.person.SubjectKind;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.recognition.RoundScope;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.Viewer;
import vn.soto.query.person.Persons;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Answers who is honoured: published, in force, and of persons only those who consent. There is no list of others. */
@RestController
final class HonourEndpoint {

    private final QueryExecutor queries;
    private final Rounds rounds;
    private final Persons persons;

    HonourEndpoint(QueryExecutor queries, Rounds rounds, Persons persons) {
        this.queries = queries;
        this.rounds = rounds;
        this.persons = persons;
    }

    private record Open(RoundState round, Candidate candidate) {}

    /** The latest period first. */
    @Requires(EndpointRight.REFERENCE)
    @GetMapping("/api/honours")
    Mono<QueryAnswer<List<HonourView>>> honours(QueryContext context, Viewer viewer) {
        return queries.answer(context, asOf -> {
            List<Open> open = rounds.published(asOf).stream()
                    .flatMap(round -> round.open().stream().map(candidate -> new Open(round, candidate)))
                    .toList();
            Map<Subject, String> names = persons.published(
                    open.stream().flatMap(each -> subject(each.candidate)).collect(Collectors.toUnmodifiableSet()),
                    viewer,
                    asOf);
            return open.stream()
                    .map(each -> view(each, names))
                    .sorted(Comparator.comparing(HonourView::lastDay).reversed().thenComparing(HonourView::round))
                    .toList();
        });
    }

    private static Stream<Subject> subject(Candidate candidate) {
        return candidate.member().stream().map(Subject::of);
    }

    private static HonourView view(Open open, Map<Subject, String> names) {
        RoundScope scope = open.round.opened().scope(List.of());
        boolean person = open.candidate.kind() == RoundKind.INDIVIDUAL;
        return new HonourView(
                scope.round().value(),
                scope.unit().value(),
                scope.kind(),
                scope.firstDay(),
                scope.lastDay(),
                person ? open.candidate.id() : null,
                person ? null : open.candidate.id(),
                person ? names.get(new Subject(SubjectKind.MEMBER, open.candidate.id())) : null);
    }
}
