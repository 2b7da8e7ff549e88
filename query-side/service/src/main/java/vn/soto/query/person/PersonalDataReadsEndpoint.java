package vn.soto.query.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.privacy.reads.PersonalDataRead;
import vn.soto.privacy.reads.PersonalDataReads;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.AsOf;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;

/** Answers auditors and administrators who was shown whose personal data. The register is no part of the ledger. */
@RestController
final class PersonalDataReadsEndpoint {

    private static final Set<String> ROLES = Set.of("ROLE_AUDITOR", "ROLE_ADMINISTRATOR");

    private final QueryExecutor queries;
    private final PersonalDataReads register;
    private final LedgerReader ledger;
    private final QuerySettings settings;

    PersonalDataReadsEndpoint(
            QueryExecutor queries, PersonalDataReads register, LedgerReader ledger, QuerySettings settings) {
        this.ledger = ledger;
        this.queries = queries;
        this.register = register;
        this.settings = settings;
    }

    /** @param next {@code before} of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<ReadView> reads, @Nullable String next) {}

    /**
     * @param subject  whose data, such as {@code member:<id>}, or {@code reason:<command>}
     * @param question address that was asked, with its parameters
     */
    record ReadView(Instant at, String account, String role, String subject, String question) {

        static ReadView of(PersonalDataRead read) {
            return new ReadView(read.at(), read.account(), read.role(), read.subject(), read.question());
        }
    }

    /**
     * Lists who was shown personal data, latest first: whose is {@code subject}, by {@code account}, on the days {@code from} to
     * {@code to}; with {@code asOf}, those entered by then.
     */
    @GetMapping("/api/personal-data-reads")
    Mono<QueryAnswer<Page>> reads(
            QueryContext context,
            @RequestParam Optional<String> subject,
            @RequestParam Optional<String> account,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestParam Optional<String> before,
            @RequestParam Optional<Long> limit,
            ServerWebExchange exchange) {
        return exchange.<Authentication>getPrincipal()
                .filter(PersonalDataReadsEndpoint::mayAudit)
                .switchIfEmpty(Mono.error(QueryProblemException::notForAudit))
                .flatMap(who -> queries.answer(context, asOf -> {
                    int most = Range.limit(limit, settings);
                    return page(
                            new PersonalDataReads.Search(
                                    subject.orElse(null),
                                    account.orElse(null),
                                    from.map(VietnamTime::start).orElse(null),
                                    end(to, context),
                                    before.orElse(null),
                                    most),
                            before.orElse(""));
                }));
    }

    private @Nullable Instant end(Optional<LocalDate> to, QueryContext context) {
        return Stream.concat(
                        to.map(day -> VietnamTime.start(day.plusDays(1))).stream(),
                        Optional.ofNullable(context.asOf()).map(this::justAfter).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The register keeps milliseconds. */
    private Instant justAfter(AsOf moment) {
        Instant last = switch (moment) {
            case AsOf.OfInstant(Instant instant) -> instant;
            case AsOf.OfCommit(long number) ->
                ledger.commit(number).map(Commit::at).orElse(Instant.EPOCH);
        };
        return last.plusMillis(1);
    }

    private Page page(PersonalDataReads.Search search, String before) {
        try {
            PersonalDataReads.Found found = register.find(search);
            return new Page(
                    found.reads().stream().map(ReadView::of).toList(),
                    found.next().orElse(null));
        } catch (IllegalArgumentException e) {
            throw QueryProblemException.malformed("before", before);
        }
    }

    private static boolean mayAudit(Authentication who) {
        return who.isAuthenticated()
                && who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(ROLES::contains);
    }
}
