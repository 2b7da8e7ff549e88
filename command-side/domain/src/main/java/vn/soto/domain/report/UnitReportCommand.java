package vn.soto.domain.report;

import static vn.soto.contracts.access.Role.OFFICER;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.UnitReportId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to the report of a unit, which consolidates the accepted reports below it. */
public sealed interface UnitReportCommand extends Command {

    UnitId unit();

    Quarter quarter();

    @TargetAggregateIdentifier
    default UnitReportId report() {
        return new UnitReportId(unit(), quarter());
    }

    /**
     * Writes what the next version says beside the lines, as a whole; no names and no phone numbers.
     *
     * @param difficulties difficulties and proposals; absent if there is nothing to say
     * @param goodModels   ways of working that others could take up; absent likewise
     */
    @ClientCommand(as = "annotate-unit-report", at = "units/{unit}/reports/{quarter}/narrative", by = OFFICER)
    record AnnotateUnitReport(
            UnitId unit,
            Quarter quarter,
            @Nullable String difficulties,
            @Nullable String goodModels) implements UnitReportCommand {

        public AnnotateUnitReport {
            difficulties = difficulties == null ? null : Text.normalised(difficulties);
            goodModels = goodModels == null ? null : Text.normalised(goodModels);
        }
    }

    /**
     * Adds up the reports below that are accepted, and names the others.
     *
     * @param reason reason for a further submission; not required for the first
     */
    @Reasons(ReasonList.NEW_VERSION)
    @ClientCommand(as = "submit-unit-report", at = "units/{unit}/reports/{quarter}", by = OFFICER)
    record SubmitUnitReport(
            UnitId unit, Quarter quarter, @Nullable String reason) implements UnitReportCommand, HasReason {}

    /**
     * Returns the version submitted last to the unit.
     *
     * @param content hash of what was read, as the report's answer shows it
     */
    @Reasons(value = ReasonList.REPORT_RETURN, withText = true)
    @ClientCommand(as = "return-unit-report", at = "units/{unit}/reports/{quarter}/return", by = OFFICER)
    record ReturnUnitReport(UnitId unit, Quarter quarter, String content, String reason)
            implements UnitReportCommand, HasReason {}

    /**
     * Accepts the version submitted last.
     *
     * @param content hash of what was read, as the report's answer shows it
     */
    @ClientCommand(as = "accept-unit-report", at = "units/{unit}/reports/{quarter}/acceptance", by = OFFICER)
    record AcceptUnitReport(UnitId unit, Quarter quarter, String content) implements UnitReportCommand {}

    /**
     * Closes the version submitted last of a unit above which there is none: the people's committee has taken note of it.
     *
     * @param content hash of what the committee has, as the report's answer shows it
     * @param instrument   number and day of the committee's paper
     */
    @ClientCommand(as = "note-unit-report", at = "units/{unit}/reports/{quarter}/note", by = OFFICER)
    record NoteUnitReport(UnitId unit, Quarter quarter, String content, Instrument instrument)
            implements UnitReportCommand {}

    /**
     * The place that commands about reports of units touch: the unit that reports, or, if it has ended, the unit that
     * acts for it. The recipient decides on its acceptance.
     */
    @Override
    default List<CommandPlace> touches() {
        return switch (this) {
            case AnnotateUnitReport _, SubmitUnitReport _, NoteUnitReport _ -> List.of(new CommandPlace.InUnit(unit()));
            case ReturnUnitReport _, AcceptUnitReport _ -> List.of(new CommandPlace.ReportOfUnit(report()));
        };
    }
}
