package vn.soto.domain.report;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.report.ReportRule.QUARTER_HAS_ENDED;
import static vn.soto.domain.report.ReportRule.REPORT_SUBMITTED_AGAIN_HAS_A_REASON;
import static vn.soto.domain.report.ReportRule.TEAM_WAS_NOT_DISSOLVED_BEFORE_THE_QUARTER;
import static vn.soto.domain.report.ReportRule.TEAM_WAS_THERE_IN_THE_QUARTER;

import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.report.ReportFigures.Pinned;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.shared.WorkingDays;
import vn.soto.domain.team.Team;

/** A team's report for one quarter, in versions; its figures are derived, never entered. */
@AggregateRoot(type = "report")
public final class QuarterlyReport {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private ReportId id;

    private int version;
    private boolean late;

    QuarterlyReport() {}

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
        LocalDate teamSince = consulted.ask(Team.class, command.team(), Team::firstDay);
        TEAM_WAS_THERE_IN_THE_QUARTER.require(!teamSince.isAfter(lastDay), teamSince);
        consulted
                .ask(Team.class, command.team(), Team::lastDay)
                .ifPresent(last -> TEAM_WAS_NOT_DISSOLVED_BEFORE_THE_QUARTER.require(
                        !last.isBefore(policies.calendar().firstDay(command.quarter())), last));
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
}
