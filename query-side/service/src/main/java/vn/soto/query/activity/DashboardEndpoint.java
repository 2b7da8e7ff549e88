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
import vn.soto.contracts.goal.Goal;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.activity.Dashboard.CampaignLine;
import vn.soto.query.goal.Campaign;
import vn.soto.query.goal.Campaigns;
import vn.soto.query.goal.UnitGoals;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Today;
import vn.soto.query.link.IdKind;
import vn.soto.query.period.UnitPeriods;
import vn.soto.query.period.UnitPeriods.UnitQuarter;
import vn.soto.query.reading.Reader;
import vn.soto.query.reading.Requirement;
import vn.soto.query.unit.Boundaries;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

@RestController
final class DashboardEndpoint {

    private static final Requirement CAMPAIGNS = new Requirement(EndpointRight.FIGURES, "unit", true);

    private final QueryExecutor queries;
    private final Dashboards dashboards;
    private final UnitPeriods periods;
    private final Today today;
    private final UnitGoals targets;
    private final TeamFiguresOfUnits ofTeams;
    private final Campaigns campaigns;
    private final CampaignPlaces places;
    private final FormerUnits former;

    DashboardEndpoint(
            QueryExecutor queries,
            Dashboards dashboards,
            UnitPeriods periods,
            Today today,
            UnitGoals targets,
            TeamFiguresOfUnits ofTeams,
            Campaigns campaigns,
            CampaignPlaces places,
            FormerUnits former) {
        this.queries = queries;
        this.dashboards = dashboards;
        this.periods = periods;
        this.today = today;
        this.targets = targets;
        this.ofTeams = ofTeams;
        this.campaigns = campaigns;
        this.places = places;
        this.former = former;
    }

    /**
     * Without {@code quarter}, that of {@link Today}; without {@code boundaries}, in the units of the quarter; without {@code days},
     * those of the reporting period.
     */
    @Requires(EndpointRight.SUMS)
    @GetMapping("/api/dashboards/{unit}")
    Mono<QueryAnswer<Dashboard>> dashboard(
            QueryContext context,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<Boundaries> boundaries,
            @RequestParam Optional<DaysOfQuarter> days,
            ServerWebExchange exchange) {
        return answer(context, unit, quarter, boundaries, days, Language.of(exchange));
    }

    /** The same as a table. */
    @Requires(EndpointRight.SUMS)
    @GetMapping(path = "/api/dashboards/{unit}/table.csv", produces = "text/csv")
    Mono<ResponseEntity<byte[]>> table(
            QueryContext context,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<Boundaries> boundaries,
            @RequestParam Optional<DaysOfQuarter> days,
            ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return answer(context, unit, quarter, boundaries, days, language)
                .map(answer -> DashboardTable.of(answer, language)
                        .file(unit + "-" + answer.answer().quarter()));
    }

    private Mono<QueryAnswer<Dashboard>> answer(
            QueryContext context,
            String unit,
            Optional<Quarter> quarter,
            Optional<Boundaries> boundaries,
            Optional<DaysOfQuarter> days,
            Locale language) {
        return queries.answer(context, asOf -> {
            LocalDate day = today.of(context, asOf);
            UnitQuarter asked = periods.of(unit, quarter, days, day, asOf);
            return dashboards
                    .find(unit, asked, boundaries.orElse(Boundaries.AS_WAS), asOf, day)
                    .map(found -> found.with(
                            progress(found, asked, asOf, language),
                            running(found, asked, day, asOf, language),
                            former.of(found, asked, day, asOf)))
                    .orElseThrow(() -> QueryProblemException.absent("unit", unit));
        });
    }

    /** Those of the reader's area: the sums are open, what people plan is not. */
    private List<CampaignLine> running(
            Dashboard dashboard, UnitQuarter quarter, LocalDate day, long asOf, Locale language) {
        Set<String> units = Reader.current()
                .reached(CAMPAIGNS, IdKind.UNIT, Set.of(dashboard.unit().unit()));
        return campaigns.in(List.copyOf(units), asOf).entrySet().stream()
                .filter(each -> !each.getValue().cancelled()
                        && !each.getValue().firstDay().isAfter(quarter.lastDay())
                        && !each.getValue().lastDay().isBefore(quarter.firstDay()))
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

    /** A target is for the reporting period. */
    private List<GoalProgress> progress(Dashboard dashboard, UnitQuarter asked, long asOf, Locale language) {
        if (!asked.isOfReports()) {
            return List.of();
        }
        String unit = dashboard.unit().unit();
        Map<String, Goal> goals = targets.goals(unit, asked.quarter(), asOf);
        Map<String, Long> together = ofTeams.of(unit, goals.keySet(), asked.days(), dashboard.boundariesOn(), asOf);
        return goals.entrySet().stream()
                .map(goal -> GoalProgress.of(goal.getKey(), goal.getValue(), dashboard.total(), together, language))
                .toList();
    }
}
