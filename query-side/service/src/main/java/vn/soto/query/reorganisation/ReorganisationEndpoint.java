package vn.soto.query.reorganisation;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.reorganisation.ReorganisationFile;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Today;

@RestController
final class ReorganisationEndpoint {

    private static final Set<String> READERS = Set.of("ROLE_ADMINISTRATOR", "ROLE_OFFICER", "ROLE_AUDITOR");

    private final QueryExecutor questions;
    private final Previews previews;
    private final Today today;

    ReorganisationEndpoint(QueryExecutor questions, Previews previews, Today today) {
        this.questions = questions;
        this.previews = previews;
        this.today = today;
    }

    /**
     * What the file, see {@link ReorganisationFile}, would touch if it took effect on {@code effectiveFrom}, or today. A
     * question in all but its method: nothing is written. The content type keeps pages of other sites from asking it.
     */
    @PostMapping(path = "/api/reorganisations/preview", consumes = "text/csv")
    Mono<QueryAnswer<Preview>> preview(
            QueryContext context,
            @RequestBody String csv,
            @RequestParam Optional<LocalDate> effectiveFrom,
            ServerWebExchange exchange) {
        Locale language = language(exchange);
        return exchange.<Authentication>getPrincipal()
                .filter(ReorganisationEndpoint::mayRead)
                .switchIfEmpty(Mono.error(QueryProblemException::notForThisRole))
                .flatMap(who -> questions.answer(
                        context,
                        asOf -> previews.of(
                                ReorganisationFile.read(csv), today.on(effectiveFrom, context, asOf), language, asOf)));
    }

    private static boolean mayRead(Authentication who) {
        return who.isAuthenticated()
                && who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(granted -> granted != null && READERS.contains(granted));
    }

    private static Locale language(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getAcceptLanguageAsLocales().stream()
                .findFirst()
                .orElse(Locale.of("vi"));
    }
}
