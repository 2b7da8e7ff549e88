package vn.soto.domain.report;

import java.util.List;
import vn.soto.domain.shared.CommandPlace;

/** What commands about reports touch: the team that reports. Which roles may accept its report, the commands say. */
public final class ReportPlaces {

    private ReportPlaces() {}

    public static List<CommandPlace> of(ReportCommand command) {
        return List.of(new CommandPlace.OfTeam(command.team()));
    }
}
