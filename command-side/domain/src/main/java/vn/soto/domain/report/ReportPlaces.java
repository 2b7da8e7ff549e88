package vn.soto.domain.report;

import java.util.List;
import vn.soto.domain.shared.Place;

/** What commands about reports touch: the team that reports. Which roles may accept its report, the commands say. */
public final class ReportPlaces {

    private ReportPlaces() {}

    public static List<Place> of(ReportCommand command) {
        return List.of(new Place.OfTeam(command.team()));
    }
}
