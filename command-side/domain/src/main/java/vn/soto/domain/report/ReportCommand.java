package vn.soto.domain.report;

import static vn.soto.contracts.access.Role.LEADER;
import static vn.soto.contracts.access.Role.OFFICER;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.FigureSource;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to a quarterly report. */
public sealed interface ReportCommand extends Command {

    TeamId team();

    Quarter quarter();

    @TargetAggregateIdentifier
    default ReportId report() {
        return new ReportId(team(), quarter());
    }

    /**
     * States how many households there are in the team's area, which the ledger cannot tell; the last statement counts.
     *
     * @param households number of all households, registered or not; 0 is a number; absent to say that it is not known
     * @param source     source of the number
     */
    @ClientCommand(
            as = "state-household-total",
            at = "teams/{team}/reports/{quarter}/household-total",
            by = {OFFICER, LEADER})
    record StateHouseholdTotal(
            TeamId team,
            Quarter quarter,
            @Nullable Integer households,
            @Nullable FigureSource source) implements ReportCommand {}

    /**
     * States a line that not all is recorded of, with its source; the last statement counts, from the next version on.
     * The figure of the ledger stands beside it.
     *
     * @param code   of the households in the area, or of sessions, attendance or community groups
     * @param value  0 is a number; absent to say that it is not known, and that the line is reported as the ledger gives it
     * @param source source of the number; required with a value
     */
    @ClientCommand(
            as = "state-report-line",
            at = "teams/{team}/reports/{quarter}/figures/{code}/statement",
            by = {OFFICER, LEADER})
    record StateReportLine(
            TeamId team,
            Quarter quarter,
            String code,
            @Nullable Long value,
            @Nullable FigureSource source) implements ReportCommand {}

    /**
     * Writes what the next version says beside the figures, as a whole; no names and no phone numbers.
     *
     * @param difficulties difficulties and proposals; absent if there is nothing to say
     * @param goodModels   ways of working that others could take up; absent likewise
     */
    @ClientCommand(
            as = "annotate-quarterly-report",
            at = "teams/{team}/reports/{quarter}/narrative",
            by = {OFFICER, LEADER})
    record AnnotateReport(
            TeamId team,
            Quarter quarter,
            @Nullable String difficulties,
            @Nullable String goodModels) implements ReportCommand {

        public AnnotateReport {
            difficulties = difficulties == null ? null : Text.normalised(difficulties);
            goodModels = goodModels == null ? null : Text.normalised(goodModels);
        }
    }

    /**
     * Reports another value than the ledger gives, from the next version on.
     *
     * @param code  of a line that the ledger gives
     * @param value at least 0
     */
    @Reasons(ReasonList.OVERRIDE)
    @ClientCommand(
            as = "override-report-line",
            at = "teams/{team}/reports/{quarter}/figures/{code}/override",
            by = {OFFICER, LEADER})
    record OverrideReportLine(TeamId team, Quarter quarter, String code, long value, String reason)
            implements ReportCommand, HasReason {}

    /** Reports the line as the ledger gives it, from the next version on. */
    @ClientCommand(
            as = "withdraw-report-override",
            at = "teams/{team}/reports/{quarter}/figures/{code}/override/withdrawal",
            by = {OFFICER, LEADER})
    @Corrects({OverrideReportLine.class, StateReportLine.class})
    record WithdrawOverride(TeamId team, Quarter quarter, String code) implements ReportCommand {}

    /** @param reason reason for a further submission; not required for the first */
    @Reasons(ReasonList.NEW_VERSION)
    @ClientCommand(
            as = "submit-quarterly-report",
            at = "teams/{team}/reports/{quarter}",
            by = {OFFICER, LEADER})
    record SubmitQuarterlyReport(
            TeamId team, Quarter quarter, @Nullable String reason) implements ReportCommand, HasReason {}

    /**
     * Returns the version submitted last to the team.
     *
     * @param content hash of what was read, as the report's answer shows it
     */
    @Reasons(value = ReasonList.REPORT_RETURN, withText = true)
    @ClientCommand(
            as = "return-quarterly-report",
            at = "teams/{team}/reports/{quarter}/return",
            by = {OFFICER})
    record ReturnReport(TeamId team, Quarter quarter, String content, String reason)
            implements ReportCommand, HasReason {}

    /**
     * Accepts the version submitted last.
     *
     * @param content hash of what was read, as the report's answer shows it
     */
    @ClientCommand(
            as = "accept-quarterly-report",
            at = "teams/{team}/reports/{quarter}/acceptance",
            by = {OFFICER})
    record AcceptReport(TeamId team, Quarter quarter, String content) implements ReportCommand {}

    /**
     * The place that commands about reports touch: the team that reports. Its recipient decides whether a version is
     * accepted.
     */
    @Override
    default List<CommandPlace> touches() {
        return switch (this) {
            case ReturnReport _, AcceptReport _ -> List.of(new CommandPlace.ReportOfTeam(report()));
            case StateHouseholdTotal _,
                    StateReportLine _,
                    AnnotateReport _,
                    OverrideReportLine _,
                    WithdrawOverride _,
                    SubmitQuarterlyReport _ -> List.of(new CommandPlace.OfTeam(team()));
        };
    }
}
