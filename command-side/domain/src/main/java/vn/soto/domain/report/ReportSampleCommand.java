package vn.soto.domain.report;

import static vn.soto.contracts.access.Role.OFFICER;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.soto.contracts.report.NamedContent;
import vn.soto.contracts.report.ReportSampleId;
import vn.soto.contracts.report.Reporter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;

/** Commands to a sample of reports that are accepted together. */
public sealed interface ReportSampleCommand extends Command {

    ReportSampleId sample();

    /**
     * Draws, by a seed that nobody chooses, which of the reports are to be read before all of them are accepted.
     *
     * @param unit    to which they go
     * @param reports versions submitted last that wait, by the hash of their content
     */
    @ClientCommand(as = "draw-report-sample", at = "units/{unit}/reports/{quarter}/samples", by = OFFICER, heavy = true)
    record DrawReportSample(
            @TargetAggregateIdentifier ReportSampleId sample, UnitId unit, Quarter quarter, List<NamedContent> reports)
            implements ReportSampleCommand {

        public DrawReportSample {
            reports = List.copyOf(reports);
        }
    }

    /** Records that the sender opens a report of the sample to read it. */
    @ClientCommand(as = "open-sampled-report", at = "report-samples/{sample}/openings", by = OFFICER)
    record OpenSampledReport(@TargetAggregateIdentifier ReportSampleId sample, Reporter reporter)
            implements ReportSampleCommand {}

    /** A sample lies where it was drawn. */
    @Override
    default List<CommandPlace> touches() {
        return switch (this) {
            case DrawReportSample draw -> List.of(new CommandPlace.InUnit(draw.unit()));
            case OpenSampledReport _ -> List.of(new CommandPlace.RecordedBy(sample().value()));
        };
    }
}
