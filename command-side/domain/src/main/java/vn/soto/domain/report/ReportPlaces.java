package vn.soto.domain.report;

import java.util.List;
import vn.soto.domain.report.ReportCommand.StateHouseholdTotal;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.shared.CommandPlace;

/** What commands about reports touch: the team that reports. */
public final class ReportPlaces {

    private ReportPlaces() {}

    public static List<CommandPlace> of(ReportCommand command) {
        return switch (command) {
            case StateHouseholdTotal _, SubmitQuarterlyReport _ -> List.of(new CommandPlace.OfTeam(command.team()));
        };
    }
}
