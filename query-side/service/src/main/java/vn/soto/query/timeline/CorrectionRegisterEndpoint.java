package vn.soto.query.timeline;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.Audience;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;
import vn.soto.query.http.Today;
import vn.soto.query.http.Viewer;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/** Answers what was corrected, by whom and why. */
@RestController
final class CorrectionRegisterEndpoint {

    private static final Range BEFORE = new Range("before", 0, Long.MAX_VALUE);

    private final QueryExecutor queries;
    private final CorrectionRegister register;
    private final Units units;
    private final Today today;
    private final QuerySettings settings;

    CorrectionRegisterEndpoint(
            QueryExecutor queries, CorrectionRegister register, Units units, Today today, QuerySettings settings) {
        this.queries = queries;
        this.register = register;
        this.units = units;
        this.today = today;
        this.settings = settings;
    }

    /**
     * The corrections that the reader may see, the last first: about what lies in a unit, recorded between two days, by an account. A
     * page may be shorter than its limit although there are more.
     */
    @Requires(EndpointRight.RECORDS)
    @GetMapping("/api/corrections/made")
    Mono<QueryAnswer<CorrectionRegister.Page>> made(
            QueryContext context,
            Viewer viewer,
            @RequestParam Optional<String> unit,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestParam Optional<String> who,
            @RequestParam Optional<Long> before,
            @RequestParam Optional<Long> limit,
            ServerWebExchange exchange) {
        Audience audience = new Audience(viewer, Language.of(exchange));
        long end = BEFORE.check(before).orElse(Long.MAX_VALUE);
        int most = Range.limit(limit, settings);
        return queries.answer(context, asOf -> {
            if (unit.isPresent() && units.find(unit.get(), asOf).isEmpty()) {
                throw QueryProblemException.absent("unit", unit.get());
            }
            CorrectionRegister.Wanted wanted =
                    new CorrectionRegister.Wanted(unit, from, to, who, today.of(context, asOf));
            return register.page(wanted, end, most, asOf, audience);
        });
    }
}
