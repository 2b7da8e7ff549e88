package vn.soto.query.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.projection.Documents;
import vn.soto.query.assistance.Assistance;
import vn.soto.query.assistance.HelpLine;
import vn.soto.query.http.Asked;
import vn.soto.query.http.ListedPage;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.query.team.Teams;
import vn.soto.web.EndpointRight;

/** Answers which records of help wait for the leader or an officer to confirm them. */
@RestController
record UnconfirmedHelpQuestions(Documents documents, Teams teams) {

    private static final Range FROM = new Range("from", 0, 1_000_000);

    /**
     * @param total number of records over all pages
     * @param next  {@code from} of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(int total, List<HelpLine> records, @Nullable Long next) {}

    /**
     * Lists the records of help that a former member entered and nobody has confirmed or voided since, the earliest
     * first. They are those of one team, or of all that the reader reaches.
     */
    @Query(at = "/api/unconfirmed-assistances", right = EndpointRight.RECORDS, of = "team")
    Page unconfirmed(
            Asked asked,
            @RequestParam Optional<String> team,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        long asOf = asked.asOf();
        ListedPage.Bounds wanted = new ListedPage.Bounds(FROM.check(from).orElse(0L), asked.limit(limit));
        if (team.isPresent() && teams.find(team.get(), asOf).isEmpty()) {
            throw QueryProblemException.absent("team", team.get());
        }
        ListedPage<HelpLine> page = ListedPage.of(waiting(team, asOf), wanted);
        return new Page(page.total(), page.items(), page.next());
    }

    private List<HelpLine> waiting(Optional<String> team, long asOf) {
        List<String> ever = team.map(List::of)
                .orElseGet(() -> ActivityProjector.UNCONFIRMED.find(ActivityProjector.TEAMS, documents));
        return Reader.current().reached(EndpointRight.RECORDS, IdKind.TEAM, ever).stream()
                .flatMap(each -> ActivityProjector.UNCONFIRMED.find(each, documents).stream())
                .flatMap(id -> line(id, asOf))
                .sorted(Comparator.comparing(HelpLine::day).thenComparing(HelpLine::assistance))
                .toList();
    }

    private Stream<HelpLine> line(String id, long asOf) {
        return documents.find(Assistance.KIND, id).flatMap(record -> record.asOf(asOf)).stream()
                .filter(version -> version.state().unconfirmed() && !version.voided())
                .map(version -> HelpLine.of(id, version.state()));
    }
}
