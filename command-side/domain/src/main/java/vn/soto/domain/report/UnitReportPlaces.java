package vn.soto.domain.report;

import java.util.List;
import vn.soto.domain.report.ReportSampleCommand.DrawReportSample;
import vn.soto.domain.report.ReportSampleCommand.OpenSampledReport;
import vn.soto.domain.report.UnitReportCommand.AcceptUnitReport;
import vn.soto.domain.report.UnitReportCommand.AnnotateUnitReport;
import vn.soto.domain.report.UnitReportCommand.ReturnUnitReport;
import vn.soto.domain.report.UnitReportCommand.SubmitUnitReport;
import vn.soto.domain.shared.CommandPlace;

/** What commands about reports of units touch: the unit that reports; whether it is accepted, the unit above decides. */
public final class UnitReportPlaces {

    private UnitReportPlaces() {}

    public static List<CommandPlace> of(UnitReportCommand command) {
        return switch (command) {
            case AnnotateUnitReport _, SubmitUnitReport _ -> List.of(new CommandPlace.InUnit(command.unit()));
            case ReturnUnitReport _, AcceptUnitReport _ -> List.of(new CommandPlace.UnitItself(command.unit()));
        };
    }

    /** A sample lies where it was drawn. */
    public static List<CommandPlace> of(ReportSampleCommand command) {
        return switch (command) {
            case DrawReportSample draw -> List.of(new CommandPlace.InUnit(draw.unit()));
            case OpenSampledReport _ ->
                List.of(new CommandPlace.RecordedBy(command.sample().value()));
        };
    }
}
