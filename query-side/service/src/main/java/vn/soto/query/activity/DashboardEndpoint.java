package vn.soto.query.activity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.query.http.Answer;
import vn.soto.query.http.Parameters;
import vn.soto.query.http.Questions;
import vn.soto.query.http.Refusal;

@RestController
final class DashboardEndpoint {

    private final Questions questions;
    private final Dashboards dashboards;
    private final QuarterCalendar calendar;
    private final LedgerReader ledger;
    private final Clock clock;

    DashboardEndpoint(
            Questions questions, Dashboards dashboards, QuarterCalendar calendar, LedgerReader ledger, Clock clock) {
        this.questions = questions;
        this.dashboards = dashboards;
        this.calendar = calendar;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Without {@code quarter}, the present one. */
    @GetMapping("/api/dashboards/{unit}")
    Mono<Answer<Dashboard>> dashboard(@PathVariable String unit, ServerWebExchange exchange) {
        return questions.answer(
                exchange,
                List.of("quarter"),
                (parameters, asOf) -> dashboards
                        .find(
                                unit,
                                parameters.value("quarter", Quarter::parse).orElseGet(this::present),
                                asOf,
                                today(parameters, asOf))
                        .orElseThrow(() -> Refusal.absent("unit", unit)));
    }

    /** For a question about the past the day it asks about, so that its answer never changes. */
    private LocalDate today(Parameters parameters, long asOf) {
        Optional<Instant> past =
                parameters.text("asOf").flatMap(given -> ledger.commit(asOf).map(Commit::at));
        return VietnamTime.day(past.orElseGet(clock::instant));
    }

    private Quarter present() {
        return calendar.of(clock.instant());
    }
}
