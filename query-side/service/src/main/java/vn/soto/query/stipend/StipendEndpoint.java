package vn.soto.query.stipend;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.stipend.StipendLine;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.Audience;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;
import vn.soto.query.http.Today;
import vn.soto.query.http.Viewer;
import vn.soto.query.stipend.StatementHistory.Version;
import vn.soto.query.stipend.StipendView.EvidencePage;
import vn.soto.query.stipend.StipendView.StatementSummary;
import vn.soto.query.stipend.StipendViews.Part;
import vn.soto.query.unit.EndedUnitLists;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/** Answers what the teams of a unit are paid, and why. */
@RestController
final class StipendEndpoint {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final Range VERSION = new Range("version", 1, Integer.MAX_VALUE);
    private static final Range FROM = new Range("from", 0, Integer.MAX_VALUE);

    private final QueryExecutor queries;
    private final StipendStatements statements;
    private final Units units;
    private final EndedUnitLists ended;
    private final Today today;
    private final StipendViews views;
    private final QuerySettings settings;

    StipendEndpoint(
            QueryExecutor queries,
            StipendStatements statements,
            Units units,
            EndedUnitLists ended,
            Today today,
            StipendViews views,
            QuerySettings settings) {
        this.queries = queries;
        this.statements = statements;
        this.units = units;
        this.ended = ended;
        this.today = today;
        this.views = views;
        this.settings = settings;
    }

    /** The unit's statements, the latest period first; with {@code period}, that one. */
    @Requires(value = EndpointRight.STIPENDS, of = "unit")
    @GetMapping("/api/units/{unit}/stipends")
    Mono<QueryAnswer<List<StatementSummary>>> statements(
            QueryContext context,
            Viewer viewer,
            @PathVariable String unit,
            @RequestParam Optional<StipendPeriod> period,
            ServerWebExchange exchange) {
        Audience audience = new Audience(viewer, Language.of(exchange));
        return queries.answer(context, asOf -> {
            LocalDate day = today.of(context, asOf);
            if (units.find(unit, day, asOf).isEmpty()) {
                throw QueryProblemException.absent("unit", unit);
            }
            List<StatementSummary> found = statements.periods(unit).stream()
                    .filter(each -> period.filter(asked -> !asked.equals(each)).isEmpty())
                    .map(each -> statements.find(StipendStatements.id(unit, each), asOf))
                    .flatMap(history ->
                            history.latest().stream().map(latest -> views.summary(latest, history, audience)))
                    .toList();
            if (found.isEmpty()) {
                ended.lead(unit, day, asOf);
            }
            return found;
        });
    }

    /** A version of the statement, or the latest, with its lines from {@code from} on. */
    @Requires(value = EndpointRight.STIPENDS, of = "statement")
    @GetMapping("/api/stipends/{statement}")
    Mono<QueryAnswer<StipendView>> statement(
            QueryContext context,
            Viewer viewer,
            @PathVariable String statement,
            @RequestParam Optional<Long> version,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit,
            ServerWebExchange exchange) {
        Audience audience = new Audience(viewer, Language.of(exchange));
        Optional<Long> number = VERSION.check(version);
        Part part = part(from, limit);
        return queries.answer(context, asOf -> {
            StatementHistory history = statements.find(statement, asOf);
            return views.view(version(history, statement, number), history, part, audience);
        });
    }

    /** The commits behind the lines of a version, or the latest; of one team or member, if asked. */
    @Requires(value = EndpointRight.STIPENDS, of = "statement")
    @GetMapping("/api/stipends/{statement}/evidence")
    Mono<QueryAnswer<EvidencePage>> evidence(
            QueryContext context,
            @PathVariable String statement,
            @RequestParam Optional<Long> version,
            @RequestParam Optional<String> team,
            @RequestParam Optional<String> member,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        Optional<Long> number = VERSION.check(version);
        Part part = part(from, limit);
        return queries.answer(context, asOf -> {
            Version found = version(statements.find(statement, asOf), statement, number);
            Stream<StipendLine> lines = found.computed().content().lines().stream()
                    .filter(line -> team.filter(
                                    asked -> !asked.equals(line.team().value()))
                            .isEmpty())
                    .filter(line -> member.isEmpty()
                            || (line.member() != null
                                    && member.get().equals(line.member().value())));
            return views.evidence(found, lines, part);
        });
    }

    /** A version, or the latest, as a table for printing, which a spreadsheet opens. */
    @Requires(value = EndpointRight.STIPENDS, of = "statement")
    @GetMapping(path = "/api/stipends/{statement}/table.csv", produces = "text/csv")
    Mono<ResponseEntity<byte[]>> table(
            QueryContext context,
            @PathVariable String statement,
            @RequestParam Optional<Long> version,
            ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        Optional<Long> number = VERSION.check(version);
        return queries.answer(context, asOf -> {
                    StatementHistory history = statements.find(statement, asOf);
                    Version found = version(history, statement, number);
                    return StatementTable.of(found.computed(), history.state(found), language);
                })
                .map(answer -> ResponseEntity.ok()
                        .contentType(CSV)
                        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(statement))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(answer.answer()));
    }

    private static String attachment(String statement) {
        return ContentDisposition.attachment()
                .filename("stipends-" + statement.replace(':', '-') + ".csv")
                .build()
                .toString();
    }

    private Part part(Optional<Long> from, Optional<Long> limit) {
        return new Part(FROM.check(from).orElse(0L).intValue(), Range.limit(limit, settings));
    }

    private static Version version(StatementHistory history, String statement, Optional<Long> number) {
        Version latest = history.latest().orElseThrow(() -> QueryProblemException.absent("statement", statement));
        return number.isEmpty()
                ? latest
                : history.version(number.get())
                        .orElseThrow(() -> QueryProblemException.absent(
                                "version", number.get().toString()));
    }
}
