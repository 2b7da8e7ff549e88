package vn.soto.command.http;

import static vn.soto.command.http.Role.LEADER;
import static vn.soto.command.http.Role.MEMBER;
import static vn.soto.command.http.Role.OFFICER;

import java.util.Set;
import vn.soto.command.assistance.AssistanceCommand;
import vn.soto.command.household.HouseholdCommand;
import vn.soto.command.report.ReportCommand;
import vn.soto.command.shared.Command;
import vn.soto.command.team.TeamCommand;
import vn.soto.command.unit.UnitCommand;

/** Which roles may issue which commands; an administrator may issue all, an auditor none. */
final class Permissions {

    private Permissions() {}

    static boolean may(Set<Role> roles, Command command) {
        return roles.contains(Role.ADMINISTRATOR) || allowed(command).stream().anyMatch(roles::contains);
    }

    private static Set<Role> allowed(Command command) {
        return switch (command) {
            case UnitCommand unit -> Set.of(OFFICER);
            case TeamCommand team -> Set.of(OFFICER);
            case HouseholdCommand household -> Set.of(OFFICER, LEADER);
            case AssistanceCommand.RecordAssistance record -> Set.of(OFFICER, LEADER, MEMBER);
            case AssistanceCommand.CorrectAssistance correct -> Set.of(OFFICER, LEADER);
            case AssistanceCommand.VoidAssistance withdraw -> Set.of(OFFICER, LEADER);
            case ReportCommand report -> Set.of(OFFICER, LEADER);
            default -> Set.of();
        };
    }
}
