package vn.soto.query.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.projection.Documents;
import vn.soto.projection.IdList;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.ListedPage;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;
import vn.soto.query.link.IdKind;
import vn.soto.query.reading.Reader;
import vn.soto.query.team.Teams;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Answers which records of help wait for the leader or an officer to confirm them. */
@RestController
final class UnconfirmedHelpEndpoint {

    private static final Range FROM = new Range("from", 0, 1_000_000);

    private final QueryExecutor queries;
    private final Documents documents;
    private final Teams teams;
    private final QuerySettings settings;

    UnconfirmedHelpEndpoint(QueryExecutor queries, Documents documents, Teams teams, QuerySettings settings) {
        this.queries = queries;
        this.documents = documents;
        this.teams = teams;
        this.settings = settings;
    }

    /**
     * @param total number of records over all pages
     * @param next  {@code from} of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(int total, List<HelpLine> records, @Nullable Long next) {}

    /**
     * Lists the records of help that a former member entered and nobody has confirmed or voided since, the earliest help first; of one
     * team, or of all that the reader reaches.
     */
    @Requires(value = EndpointRight.RECORDS, of = "team")
    @GetMapping("/api/unconfirmed-assistances")
    Mono<QueryAnswer<Page>> unconfirmed(
            QueryContext context,
            @RequestParam Optional<String> team,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        ListedPage.Bounds asked = new ListedPage.Bounds(FROM.check(from).orElse(0L), Range.limit(limit, settings));
        return queries.answer(context, asOf -> {
            if (team.isPresent() && teams.find(team.get(), asOf).isEmpty()) {
                throw QueryProblemException.absent("team", team.get());
            }
            ListedPage<HelpLine> page = ListedPage.of(waiting(team, asOf), asked);
            return new Page(page.total(), page.items(), page.next());
        });
    }

    private List<HelpLine> waiting(Optional<String> team, long asOf) {
        List<String> ever = team.map(List::of)
                .orElseGet(() -> IdList.find(ActivityProjector.UNCONFIRMED, ActivityProjector.TEAMS, documents));
        return Reader.current().reached(EndpointRight.RECORDS, IdKind.TEAM, ever).stream()
                .flatMap(each -> IdList.find(ActivityProjector.UNCONFIRMED, each, documents).stream())
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
