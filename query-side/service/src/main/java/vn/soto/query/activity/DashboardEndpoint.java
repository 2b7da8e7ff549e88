package vn.soto.query.activity;

import java.time.Clock;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.query.http.Answer;
import vn.soto.query.http.Questions;
import vn.soto.query.http.Refusal;
import vn.soto.query.http.Today;
import vn.soto.query.unit.Lens;

@RestController
final class DashboardEndpoint {

    private final Questions questions;
    private final Dashboards dashboards;
    private final QuarterCalendar calendar;
    private final Today today;
    private final Clock clock;

    DashboardEndpoint(Questions questions, Dashboards dashboards, QuarterCalendar calendar, Today today, Clock clock) {
        this.questions = questions;
        this.dashboards = dashboards;
        this.calendar = calendar;
        this.today = today;
        this.clock = clock;
    }

    /** Without {@code quarter}, the present one; without {@code boundaries}, in the units of the quarter. */
    @GetMapping("/api/dashboards/{unit}")
    Mono<Answer<Dashboard>> dashboard(@PathVariable String unit, ServerWebExchange exchange) {
        return questions.answer(
                exchange,
                List.of("quarter", "boundaries"),
                (parameters, asOf) -> dashboards
                        .find(
                                unit,
                                parameters.value("quarter", Quarter::parse).orElseGet(this::present),
                                parameters.value("boundaries", Lens::parse).orElse(Lens.AS_WAS),
                                asOf,
                                today.of(parameters, asOf))
                        .orElseThrow(() -> Refusal.absent("unit", unit)));
    }

    private Quarter present() {
        return calendar.of(clock.instant());
    }
}
