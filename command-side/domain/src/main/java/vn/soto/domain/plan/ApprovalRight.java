package vn.soto.domain.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.SecondPerson;
import vn.soto.domain.plan.PlanCommand.ApprovePlan;
import vn.soto.domain.reach.ReachCheck;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CommandRights;

/** The right to approve a plan: whoever approves may issue each of its commands where that acts. */
public final class ApprovalRight {

    private final ReachCheck reach;
    private final PlannedCommands planned;
    private final Map<String, Class<? extends Command>> types;

    /** @param commands that a plan may have as steps */
    public ApprovalRight(ReachCheck reach, PlannedCommands planned, Collection<Class<? extends Command>> commands) {
        this.reach = reach;
        this.planned = planned;
        this.types = commands.stream().collect(Collectors.toUnmodifiableMap(Command::nameOf, Function.identity()));
    }

    /**
     * Steps that touch the same places with the same command are asked for once.
     *
     * @throws vn.soto.domain.shared.RuleViolatedException the approver may not issue one of the commands where it acts
     */
    void require(AccountId approver, PlanId plan, int parts) {
        record CommandAt(Class<?> command, List<CommandPlace> places) {}
        Set<CommandAt> asked = new HashSet<>();
        Set<String> created = new HashSet<>();
        planned.of(plan, parts).forEach(command -> {
            if (asked.add(new CommandAt(command.getClass(), command.touches()))) {
                reach.requireApprover(approver, command, created);
            }
            created.addAll(ReachCheck.createdBy(command));
        });
    }

    SecondPerson secondPerson(Collection<String> commands, String proposer, RightHolders holders) {
        List<Class<? extends Command>> needed = new ArrayList<>(List.of(ApprovePlan.class));
        commands.stream().filter(types::containsKey).map(types::get).forEach(needed::add);
        return new SecondPerson(
                CommandRights.thatMayIssue(needed).stream().map(Role::name).toList(),
                holders.anySecondPerson(proposer, needed));
    }
}
