package vn.soto.domain.outreach;

import java.util.List;
import vn.soto.domain.outreach.OutreachCommand.CancelOutreach;
import vn.soto.domain.outreach.OutreachCommand.CorrectOutreach;
import vn.soto.domain.outreach.OutreachCommand.HoldOutreach;
import vn.soto.domain.outreach.OutreachCommand.RescheduleOutreach;
import vn.soto.domain.outreach.OutreachCommand.ScheduleOutreach;
import vn.soto.domain.outreach.OutreachCommand.VoidOutreach;
import vn.soto.domain.shared.CommandPlace;

/** What commands to outreach sessions touch: the team that holds the session. */
public final class OutreachPlaces {

    private OutreachPlaces() {}

    public static List<CommandPlace> of(OutreachCommand command) {
        return switch (command) {
            case ScheduleOutreach schedule -> List.of(new CommandPlace.OfTeam(schedule.team()));
            case RescheduleOutreach _, HoldOutreach _, CancelOutreach _, CorrectOutreach _, VoidOutreach _ ->
                List.of(new CommandPlace.OfOutreach(command.session()));
        };
    }
}
