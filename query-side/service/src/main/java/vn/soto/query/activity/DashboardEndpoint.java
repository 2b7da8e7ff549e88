package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.target.Goal;
import vn.soto.query.activity.Dashboard.CampaignLine;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Today;
import vn.soto.query.link.IdKind;
import vn.soto.query.reading.Reader;
import vn.soto.query.reading.Requirement;
import vn.soto.query.target.Campaign;
import vn.soto.query.target.Campaigns;
import vn.soto.query.target.UnitGoals;
import vn.soto.query.unit.Boundaries;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

@RestController
final class DashboardEndpoint {

    private static final Requirement CAMPAIGNS = new Requirement(EndpointRight.FIGURES, "unit", true);

    private final QueryExecutor queries;
    private final Dashboards dashboards;
    private final QuarterCalendar calendar;
    private final Today today;
    private final UnitGoals targets;
    private final TeamFiguresOfUnits ofTeams;
    private final Campaigns campaigns;
    private final CampaignPlaces places;

    DashboardEndpoint(
            QueryExecutor queries,
            Dashboards dashboards,
            QuarterCalendar calendar,
            Today today,
            UnitGoals targets,
            TeamFiguresOfUnits ofTeams,
            Campaigns campaigns,
            CampaignPlaces places) {
        this.queries = queries;
        this.dashboards = dashboards;
        this.calendar = calendar;
        this.today = today;
        this.targets = targets;
        this.ofTeams = ofTeams;
        this.campaigns = campaigns;
        this.places = places;
    }

    /** Without {@code quarter}, that of {@link Today}; without {@code boundaries}, in the units of the quarter. */
    @Requires(EndpointRight.SUMS)
    @GetMapping("/api/dashboards/{unit}")
    Mono<QueryAnswer<Dashboard>> dashboard(
            QueryContext context,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<Boundaries> boundaries,
            ServerWebExchange exchange) {
        return answer(context, unit, quarter, boundaries, Language.of(exchange));
    }

    /** The same as a table. */
    @Requires(EndpointRight.SUMS)
    @GetMapping(path = "/api/dashboards/{unit}/table.csv", produces = "text/csv")
    Mono<ResponseEntity<byte[]>> table(
            QueryContext context,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<Boundaries> boundaries,
            ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return answer(context, unit, quarter, boundaries, language)
                .map(answer -> DashboardTable.of(answer, language)
                        .file(unit + "-" + answer.answer().quarter()));
    }

    private Mono<QueryAnswer<Dashboard>> answer(
            QueryContext context,
            String unit,
            Optional<Quarter> quarter,
            Optional<Boundaries> boundaries,
            Locale language) {
        return queries.answer(context, asOf -> {
            LocalDate day = today.of(context, asOf);
            Quarter asked = quarter.orElseGet(() -> calendar.of(day));
            return dashboards
                    .find(unit, asked, boundaries.orElse(Boundaries.AS_WAS), asOf, day)
                    .map(found -> found.with(
                            progress(found, asked, asOf, language), running(found, asked, day, asOf, language)))
                    .orElseThrow(() -> QueryProblemException.absent("unit", unit));
        });
    }

    /** Those of the reader's area: the sums are open, what people plan is not. */
    private List<CampaignLine> running(
            Dashboard dashboard, Quarter quarter, LocalDate day, long asOf, Locale language) {
        Set<String> units = Reader.current()
                .reached(CAMPAIGNS, IdKind.UNIT, Set.of(dashboard.unit().unit()));
        return campaigns.in(List.copyOf(units), asOf).entrySet().stream()
                .filter(each -> !each.getValue().cancelled()
                        && !each.getValue().firstDay().isAfter(calendar.lastDay(quarter))
                        && !each.getValue().lastDay().isBefore(calendar.firstDay(quarter)))
                .map(each -> line(each.getKey(), each.getValue(), day, asOf, language))
                .sorted(Comparator.comparing(CampaignLine::firstDay).thenComparing(CampaignLine::campaign))
                .toList();
    }

    private CampaignLine line(String id, Campaign.Version campaign, LocalDate day, long asOf, Locale language) {
        CampaignPlaces.Days counted = places.together(places.days(campaign, day, asOf));
        return new CampaignLine(
                id,
                campaign.name(),
                campaign.firstDay(),
                campaign.lastDay(),
                CampaignEndpoint.goals(campaign, counted.figures(), language));
    }

    private List<GoalProgress> progress(Dashboard dashboard, Quarter quarter, long asOf, Locale language) {
        String unit = dashboard.unit().unit();
        Map<String, Goal> goals = targets.goals(unit, quarter, asOf);
        Map<String, Long> together = ofTeams.of(unit, goals.keySet(), quarter, dashboard.boundariesOn(), asOf);
        return goals.entrySet().stream()
                .map(goal -> GoalProgress.of(goal.getKey(), goal.getValue(), dashboard.total(), together, language))
                .toList();
    }
}
