package vn.soto.domain.report;

import java.util.List;
import vn.soto.domain.report.ReportCommand.StateHouseholdTotal;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.shared.Place;

/** What commands about reports touch: the team that reports. */
public final class ReportPlaces {

    private ReportPlaces() {}

    public static List<Place> of(ReportCommand command) {
        return switch (command) {
            case StateHouseholdTotal _, SubmitQuarterlyReport _ -> List.of(new Place.OfTeam(command.team()));
        };
    }
}
