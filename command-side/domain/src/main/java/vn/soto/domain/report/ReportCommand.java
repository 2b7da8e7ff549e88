package vn.soto.domain.report;

import static vn.soto.contracts.access.Role.LEADER;
import static vn.soto.contracts.access.Role.OFFICER;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to a quarterly report. */
public sealed interface ReportCommand extends Command {

    TeamId team();

    Quarter quarter();

    /**
     * States how many households there are in the team's area, which the ledger cannot tell; the last statement counts.
     *
     * @param households number of all households, registered or not; 0 is a number; absent to say that it is not known
     */
    @ClientCommand(
            as = "state-household-total",
            at = "teams/{team}/reports/{quarter}/household-total",
            by = {OFFICER, LEADER})
    record StateHouseholdTotal(
            TeamId team, Quarter quarter, @Nullable Integer households) implements ReportCommand {

        @TargetAggregateIdentifier
        public ReportId report() {
            return new ReportId(team, quarter);
        }
    }

    /** @param reason reason for a further submission; not required for the first */
    @Reasons(ReasonList.NEW_VERSION)
    @ClientCommand(
            as = "submit-quarterly-report",
            at = "teams/{team}/reports/{quarter}",
            by = {OFFICER, LEADER})
    record SubmitQuarterlyReport(
            TeamId team, Quarter quarter, @Nullable String reason) implements ReportCommand, HasReason {

        public SubmitQuarterlyReport {
            reason = reason == null ? null : Text.normalised(reason);
        }

        @TargetAggregateIdentifier
        public ReportId report() {
            return new ReportId(team, quarter);
        }
    }
}
