package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.goal.Goal;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.activity.Dashboard.CampaignLine;
import vn.soto.query.activity.Trend.InQuarter;
import vn.soto.query.goal.Campaign;
import vn.soto.query.goal.Campaigns;
import vn.soto.query.goal.UnitGoals;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.period.UnitPeriods;
import vn.soto.query.period.UnitPeriods.UnitQuarter;
import vn.soto.query.period.Week;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.reading.Requirement;
import vn.soto.query.subject.IdKind;
import vn.soto.query.unit.Boundaries;
import vn.soto.query.unit.UnitLine;
import vn.soto.query.unit.UnitRollUps;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;

@RestController
record DashboardQuestions(
        Dashboards dashboards,
        UnitPeriods periods,
        UnitGoals targets,
        TeamFiguresOfUnits ofTeams,
        Campaigns campaigns,
        CampaignPlaces places,
        FormerUnits former,
        Units units,
        UnitRollUps territories,
        CountedHelp counted) {

    private static final Requirement CAMPAIGNS = new Requirement(EndpointRight.FIGURES, "unit", true);

    /**
     * Without {@code quarter}, that of {@link Asked#today}; without {@code boundaries}, in the units of the quarter; without {@code days},
     * those of the reporting period.
     */
    @Query(at = "/api/dashboards/{unit}", right = EndpointRight.SUMS)
    Dashboard dashboard(
            Asked asked,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<Boundaries> boundaries,
            @RequestParam Optional<DaysOfQuarter> days) {
        long asOf = asked.asOf();
        Locale language = asked.language();
        LocalDate day = asked.today();
        UnitQuarter shown = periods.of(unit, quarter, days, day, asOf);
        return dashboards
                .find(unit, shown, boundaries.orElse(Boundaries.AS_WAS), asOf, day)
                .map(found -> found.with(
                        progress(found, shown, asOf, language),
                        running(found, shown, day, asOf, language),
                        former.of(found, shown, day, asOf)))
                .orElseThrow(() -> QueryProblemException.absent("unit", unit));
    }

    /** Those of the reader's area: the sums are open, what people plan is not. */
    private List<CampaignLine> running(
            Dashboard dashboard, UnitQuarter quarter, LocalDate day, long asOf, Locale language) {
        Set<String> units = Reader.current()
                .reached(CAMPAIGNS, IdKind.UNIT, Set.of(dashboard.unit().unit().value()));
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
                new CampaignId(id),
                campaign.name(),
                campaign.firstDay(),
                campaign.lastDay(),
                CampaignQuestions.goals(campaign, counted.figures(), language));
    }

    /** A target is for the reporting period. */
    private List<GoalProgress> progress(Dashboard dashboard, UnitQuarter asked, long asOf, Locale language) {
        if (!asked.isOfReports()) {
            return List.of();
        }
        String unit = dashboard.unit().unit().value();
        Map<String, Goal> goals = targets.goals(unit, asked.quarter(), asOf);
        Map<String, Long> together = ofTeams.of(unit, goals.keySet(), asked.days(), dashboard.boundariesOn(), asOf);
        return goals.entrySet().stream()
                .map(goal -> GoalProgress.of(goal.getKey(), goal.getValue(), dashboard.total(), together, language))
                .toList();
    }

    private static final long USUAL = 5;
    private static final Range QUARTERS = new Range("n", 1, 12);

    /** The {@code n} quarters up to {@code to}, each as its dashboard has it; without {@code to}, up to the current one. */
    @Query(at = "/api/dashboards/{unit}/trend", right = EndpointRight.SUMS, name = "trend-trend")
    Trend trend(
            Asked asked,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> to,
            @RequestParam Optional<Long> n,
            @RequestParam Optional<Boundaries> boundaries,
            @RequestParam Optional<DaysOfQuarter> days) {
        long asOf = asked.asOf();
        long most = QUARTERS.check(n).orElse(USUAL);
        LocalDate day = asked.today();
        UnitLine line = units.find(unit, day, asOf)
                .map(UnitLine::of)
                .orElseThrow(() -> QueryProblemException.absent("unit", unit));
        Boundaries chosen = boundaries.orElse(Boundaries.AS_WAS);
        List<InQuarter> quarters = new ArrayList<>();
        UnitQuarter last = periods.of(unit, to, days, day, asOf);
        Function<Quarter, UnitQuarter> known = periods.quarters(unit, last.chosen(), asOf);
        Function<UnitQuarter, Optional<Dashboards.Total>> totals = dashboards.totals(unit, chosen, asOf, day);
        Quarter each = last.quarter();
        quarters.addFirst(quarter(last, totals.apply(last)));
        while (quarters.size() < most && !each.isFirst()) {
            each = each.previous();
            UnitQuarter earlier = known.apply(each);
            quarters.addFirst(quarter(earlier, totals.apply(earlier)));
        }
        return new Trend(line, chosen.text(), last.chosen().text(), quarters);
    }

    private static InQuarter quarter(UnitQuarter quarter, Optional<Dashboards.Total> found) {
        return new InQuarter(
                quarter.quarter().toString(),
                quarter.firstDay(),
                quarter.lastDay(),
                quarter.other(),
                found.isPresent() ? found.get().staffOn() : null,
                found.isPresent() ? found.get().figures() : null);
    }

    /** @param weeks records of help in what lies in the unit on the last day; the last week is that of this day */
    record UnitWeeks(UnitLine unit, LocalDate firstDay, LocalDate lastDay, List<Week> weeks) {}

    /** The twelve weeks up to today. */
    @Query(at = "/api/dashboards/{unit}/weeks", right = EndpointRight.SUMS, name = "unit-weeks-weeks")
    UnitWeeks weeks(Asked asked, @PathVariable String unit) {
        long asOf = asked.asOf();
        LocalDate last = asked.today();
        LocalDate first = Week.first(last);
        return territories
                .find(unit, Boundaries.AS_NOW, last, last, asOf)
                .map(territory -> new UnitWeeks(
                        UnitLine.of(territory.unit()),
                        first,
                        last,
                        Week.latest(
                                counted.between(territory, first, last, asOf).values().stream()
                                        .map(row -> LocalDate.ofEpochDay(Objects.requireNonNull(row.day())))
                                        .toList(),
                                last)))
                .orElseThrow(() -> QueryProblemException.absent("unit", unit));
    }
}
