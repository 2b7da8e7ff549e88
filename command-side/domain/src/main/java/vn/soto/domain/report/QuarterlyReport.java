package vn.soto.domain.report;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.report.ReportRule.HOUSEHOLD_TOTAL_CHANGES;
import static vn.soto.domain.report.ReportRule.HOUSEHOLD_TOTAL_IS_PLAUSIBLE;
import static vn.soto.domain.report.ReportRule.QUARTER_HAS_ENDED;
import static vn.soto.domain.report.ReportRule.REPORT_SUBMITTED_AGAIN_HAS_A_REASON;
import static vn.soto.domain.report.ReportRule.TEAM_WAS_NOT_DISSOLVED_BEFORE_THE_QUARTER;
import static vn.soto.domain.report.ReportRule.TEAM_WAS_THERE_IN_THE_QUARTER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.report.ReportCommand.StateHouseholdTotal;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.report.ReportFigures.Pinned;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.shared.WorkingDays;
import vn.soto.domain.team.Team;

/** A team's report for one quarter, in versions; its figures are derived, never entered. */
@AggregateRoot(type = "report")
public final class QuarterlyReport {

    /** As for all counts that people type. */
    private static final int MOST_HOUSEHOLDS = 100_000;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private ReportId id;

    private int version;
    private boolean late;

    private @Nullable Integer households;

    QuarterlyReport() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(StateHouseholdTotal command, ReadOnlyAggregates consulted, Policies policies) {
        checkTeam(command.team(), command.quarter(), consulted, policies);
        Integer stated = command.households();
        HOUSEHOLD_TOTAL_IS_PLAUSIBLE.require(
                stated == null || (stated >= 0 && stated <= MOST_HOUSEHOLDS), MOST_HOUSEHOLDS);
        HOUSEHOLD_TOTAL_CHANGES.require(!Objects.equals(stated, households));
        apply(new HouseholdTotalStated(command.team(), command.quarter(), stated));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(
            SubmitQuarterlyReport command,
            ReadOnlyAggregates consulted,
            ReportFigures figures,
            Policies policies,
            Clock clock) {
        LocalDate today = VietnamTime.day(clock.instant());
        LocalDate lastDay = lastDay(command.quarter(), policies.calendar());
        checkTeam(command.team(), command.quarter(), consulted, policies);
        QUARTER_HAS_ENDED.require(today.isAfter(lastDay), lastDay);
        checkReason(command);
        Pinned pinned = figures.derive(command.team(), command.quarter(), policies.calendar());
        LocalDate dueOn = dueOn(lastDay, policies.on(today).reportDueDays());
        apply(new QuarterlyReportSubmitted(
                command.team(),
                command.quarter(),
                policies.calendar(),
                version + 1,
                Indicators.VERSION,
                pinned.figures(),
                pinned.number(),
                pinned.chain(),
                version == 0 ? today.isAfter(dueOn) : late,
                dueOn));
    }

    /** A due day on which no office works moves to the next on which one does. */
    private static LocalDate dueOn(LocalDate lastDay, int days) {
        return WorkingDays.onOrAfter(lastDay.plusDays(days));
    }

    private static void checkTeam(TeamId team, Quarter quarter, ReadOnlyAggregates consulted, Policies policies) {
        LocalDate teamSince = consulted.ask(Team.class, team, Team::firstDay);
        TEAM_WAS_THERE_IN_THE_QUARTER.require(!teamSince.isAfter(lastDay(quarter, policies.calendar())), teamSince);
        consulted
                .ask(Team.class, team, Team::lastDay)
                .ifPresent(last -> TEAM_WAS_NOT_DISSOLVED_BEFORE_THE_QUARTER.require(
                        !last.isBefore(policies.calendar().firstDay(quarter)), last));
    }

    /** Last day of the quarter; also works for the last supported quarter, which has no next one. */
    private static LocalDate lastDay(Quarter quarter, QuarterCalendar calendar) {
        return calendar.firstDay(quarter).plusMonths(3).minusDays(1);
    }

    private void checkReason(SubmitQuarterlyReport command) {
        REPORT_SUBMITTED_AGAIN_HAS_A_REASON.require(version == 0 || command.reason() != null, version);
        if (command.reason() != null) {
            FreeText.checkReason(command.reason());
        }
    }

    @EventHandler
    void evolve(QuarterlyReportSubmitted event) {
        id = new ReportId(event.team(), event.quarter());
        late = version == 0 ? event.late() : late;
        version = event.version();
    }

    @EventHandler
    void evolve(HouseholdTotalStated event) {
        id = new ReportId(event.team(), event.quarter());
        households = event.households();
    }
}
