package vn.soto.domain.plan;

import static vn.soto.domain.plan.PlanRule.APPROVER_MAY_ISSUE_EACH_COMMAND;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.SecondPerson;
import vn.soto.domain.DomainModel;
import vn.soto.domain.access.GrantedRights;
import vn.soto.domain.plan.PlanCommand.ApprovePlan;
import vn.soto.domain.reach.ReachCheck;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CommandRights;

/** The right to approve a plan: whoever approves may issue each of its commands where that acts. */
public final class ApprovalRight {

    private static final Map<String, Class<? extends Command>> TYPES =
            DomainModel.commands().stream().collect(Collectors.toUnmodifiableMap(Command::nameOf, Function.identity()));

    private final GrantedRights granted;
    private final ReachCheck reach;
    private final PlannedCommands planned;

    public ApprovalRight(GrantedRights granted, ReachCheck reach, PlannedCommands planned) {
        this.granted = granted;
        this.reach = reach;
        this.planned = planned;
    }

    /**
     * Asks the roles of sign-in as long as the ledger has no grant, then what the ledger says of the approver.
     *
     * @param commands names of the plan's commands
     * @throws vn.soto.domain.shared.RuleViolatedException the approver may not issue one of the commands
     */
    void require(String approver, Set<Role> roles, Collection<String> commands, PlanId plan, int parts) {
        if (granted.areInForce()) {
            requireReach(new AccountId(approver), plan, parts);
        } else {
            lacking(roles, commands).ifPresent(lacking -> {
                throw APPROVER_MAY_ISSUE_EACH_COMMAND.refused(lacking);
            });
        }
    }

    /** Steps that touch the same places with the same command are asked for once. */
    private void requireReach(AccountId approver, PlanId plan, int parts) {
        record CommandAt(Class<?> command, List<CommandPlace> places) {}

        Set<CommandAt> asked = new HashSet<>();
        planned.of(plan, parts)
                .filter(command -> asked.add(new CommandAt(command.getClass(), command.touches())))
                .forEach(command -> reach.requireApprover(approver, command));
    }

    /**
     * The first of the commands that a person with these roles may not issue. A command that no longer exists is one
     * for administrators.
     */
    private static Optional<String> lacking(Set<Role> roles, Collection<String> commands) {
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
