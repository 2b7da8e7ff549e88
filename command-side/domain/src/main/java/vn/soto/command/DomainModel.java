package vn.soto.command;

import java.util.List;
import java.util.stream.Stream;
import vn.soto.command.assistance.AssistanceCommand;
import vn.soto.command.household.HouseholdCommand;
import vn.soto.command.report.ReportCommand;
import vn.soto.command.shared.Command;
import vn.soto.command.team.TeamCommand;
import vn.soto.command.unit.UnitCommand;

/** What the domain consists of: the one list that wiring, endpoints, documents and tests start from. */
public final class DomainModel {

    private DomainModel() {}

    /** Every command, in the order in which a reader meets the features. */
    public static List<Class<? extends Command>> commands() {
        return Stream.of(
                        UnitCommand.class,
                        TeamCommand.class,
                        HouseholdCommand.class,
                        AssistanceCommand.class,
                        ReportCommand.class)
                .flatMap(feature -> Stream.of(feature.getPermittedSubclasses()))
                .<Class<? extends Command>>map(type -> type.asSubclass(Command.class))
                .toList();
    }
}
