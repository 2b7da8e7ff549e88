package vn.soto.domain.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.plan.SecondPerson;
import vn.soto.domain.DomainModel;
import vn.soto.domain.plan.PlanCommand.ApprovePlan;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandRights;

/** The right to approve a plan: whoever approves may issue each of its commands. */
final class ApprovalRight {

    private static final Map<String, Class<? extends Command>> TYPES =
            DomainModel.commands().stream().collect(Collectors.toUnmodifiableMap(Command::nameOf, Function.identity()));

    private ApprovalRight() {}

    /**
     * The first of the commands that a person with these roles may not issue. A command that no longer exists is one
     * for administrators.
     */
    static Optional<String> lacking(Set<Role> roles, Collection<String> commands) {
        return commands.stream().filter(name -> !may(roles, name)).findFirst();
    }

    private static boolean may(Set<Role> roles, String name) {
        Class<? extends Command> type = TYPES.get(name);
        return type == null ? roles.contains(Role.ADMINISTRATOR) : CommandRights.mayIssue(roles, type);
    }

    static SecondPerson secondPerson(Collection<String> commands, String proposer, RightHolders holders) {
        List<Class<? extends Command>> types = new ArrayList<>(List.of(ApprovePlan.class));
        commands.stream().filter(TYPES::containsKey).map(TYPES::get).forEach(types::add);
        return new SecondPerson(
                CommandRights.thatMayIssue(types).stream().map(Role::name).toList(),
                holders.anyBeside(proposer, types));
    }
}
