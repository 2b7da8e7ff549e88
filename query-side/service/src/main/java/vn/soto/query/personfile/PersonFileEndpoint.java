package vn.soto.query.personfile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import vn.soto.contracts.person.Subject;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.AsOf;
import vn.soto.query.http.Audience;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;
import vn.soto.query.http.Today;
import vn.soto.query.http.Viewer;
import vn.soto.query.personfile.PersonFiles.FilePart;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/** Hands administrators a person's file, for a person who asks for their data; auditors see it without the person's texts. */
@RestController
final class PersonFileEndpoint {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final QueryExecutor queries;
    private final PersonFiles files;
    private final LedgerReader ledger;
    private final QuerySettings settings;
    private final Today today;

    PersonFileEndpoint(
            QueryExecutor queries, PersonFiles files, LedgerReader ledger, QuerySettings settings, Today today) {
        this.queries = queries;
        this.files = files;
        this.ledger = ledger;
        this.settings = settings;
        this.today = today;
    }

    /** The file, with the events from position {@code from} on, oldest first. */
    @Requires(value = EndpointRight.PERSON_FILE, of = "subject")
    @GetMapping("/api/persons/{subject}/file")
    Mono<QueryAnswer<PersonFile>> file(
            QueryContext context,
            @PathVariable String subject,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit,
            ServerWebExchange exchange) {
        long first = Range.FROM.check(from).orElse(0L);
        int most = Range.limit(limit, settings);
        return answer(context, exchange, subject, first, most);
    }

    /** The whole file as a table for printing, which a spreadsheet opens. */
    @Requires(value = EndpointRight.PERSON_FILE, of = "subject")
    @GetMapping(path = "/api/persons/{subject}/file.csv", produces = "text/csv")
    Mono<ResponseEntity<byte[]>> table(QueryContext context, @PathVariable String subject, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return answer(context, exchange, subject, 0, Integer.MAX_VALUE)
                .map(answer -> ResponseEntity.ok()
                        .contentType(CSV)
                        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(answer.answer()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(FileTable.of(answer.answer(), answer.freshness().moment(), language)));
    }

    private static String attachment(PersonFile file) {
        return ContentDisposition.attachment()
                .filename(file.subject().replace(':', '-') + ".csv")
                .build()
                .toString();
    }

    private Mono<QueryAnswer<PersonFile>> answer(
            QueryContext context, ServerWebExchange exchange, String subject, long from, int most) {
        Locale language = Language.of(exchange);
        return Viewer.of(exchange)
                .flatMap(viewer -> queries.heavy(
                        context,
                        asOf -> Subject.find(subject)
                                .flatMap(about -> files.find(
                                        about,
                                        new FilePart(today.of(context, asOf), until(context), from, most),
                                        new Audience(viewer, language),
                                        asOf))
                                .orElseThrow(() -> QueryProblemException.absent("person", subject))));
    }

    /** The register keeps milliseconds. */
    private @Nullable Instant until(QueryContext context) {
        return switch (context.asOf()) {
            case AsOf.OfInstant(Instant instant) -> instant.plusMillis(1);
            case AsOf.OfCommit(long number) ->
                ledger.commit(number).map(Commit::at).orElse(Instant.EPOCH).plusMillis(1);
            case null -> null;
        };
    }
}
