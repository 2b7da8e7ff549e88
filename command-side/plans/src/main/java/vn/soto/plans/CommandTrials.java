package vn.soto.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.binding.CommandDescriptor;
import vn.soto.command.binding.CommandService;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.plan.PlanCommand.ApprovePlan;
import vn.soto.domain.plan.PlanRule;
import vn.soto.domain.reach.CommandSender;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.shared.Warning;
import vn.soto.ledger.Commit;

/** Decides commands of clients and keeps nothing of them: no event, no key, no text and no id. Its calls block. */
public record CommandTrials(CommandSide side, CommandService commands) {

    /**
     * The effects that a command would have.
     *
     * @param secondPerson whether it would become a proposal, which does this once somebody else approves it
     * @param events       those of the commit, in its order; of the approval of a proposal those of its command
     * @param commit       as it would be if nobody else recorded anything before
     */
    public record TriedCommand(
            CommandDescriptor command,
            boolean secondPerson,
            Commit commit,
            List<DomainEvent> events,
            List<Warning> warnings) {}

    /** @throws RuntimeException as {@link CommandService#submit}, where the command would be refused */
    public TriedCommand decide(CommandRequest request, CommandDescriptor issued, ObjectNode payload) {
        return decide(
                request,
                issued,
                commands.readForDryRun(request, issued, payload),
                () -> commands.readForTrial(request, issued, payload));
    }

    /** The same for a command that was read before. */
    public TriedCommand decide(CommandRequest request, CommandDescriptor issued, Command command) {
        return decide(request, issued, command, () -> command);
    }

    private TriedCommand decide(
            CommandRequest request, CommandDescriptor issued, Command command, Supplier<Command> proposed) {
        try (DryRun dryRun = DryRun.ofOne(side, request)) {
            TriedCommand trial = trial(
                    dryRun,
                    issued,
                    commands.answered(command, () -> dryRun.decide(command, request.approved())),
                    false);
            return command instanceof ApprovePlan approval
                    ? approved(request, issued, approval).orElse(trial)
                    : trial;
        } catch (RuleViolatedException e) {
            if (e.rule() != PlanRule.COMMAND_NEEDS_A_SECOND_PERSON) {
                side.refusals().note(request.actor(), issued.type(), e, false);
                throw e;
            }
        }
        try (DryRun dryRun = DryRun.ofOne(side, request)) {
            return trial(dryRun, issued, dryRun.decide(proposed.get(), true), true);
        }
    }

    /** The effects of the command of a proposal once it is approved; empty for a plan of another kind. */
    private Optional<TriedCommand> approved(CommandRequest request, CommandDescriptor issued, ApprovePlan approval) {
        PlanReader reader = new PlanReader(side.ledger(), side.codec());
        return reader.state(approval.plan())
                .filter(state -> state.submitted.kind() == PlanKind.PROPOSAL && state.run == 0)
                .flatMap(state -> CommandSide.plannedCommandsOf(side.ledger(), side.codec())
                        .of(approval.plan(), state.submitted.parts())
                        .findFirst()
                        .map(step -> tried(request, issued, step, reader, state)));
    }

    private TriedCommand tried(
            CommandRequest request, CommandDescriptor issued, Command step, PlanReader reader, PlanState state) {
        LocalDate today = VietnamTime.day(side.clock().instant());
        CommandSender sender = PlanSender.approvedOn(today, new AccountId(request.actor()), reader, state);
        try (DryRun dryRun = DryRun.ofProposal(side, state.submitted.proposer(), sender)) {
            return trial(dryRun, issued, dryRun.decide(step, true), false);
        }
    }

    private static TriedCommand trial(
            DryRun dryRun, CommandDescriptor issued, DryRun.Decided decided, boolean secondPerson) {
        return new TriedCommand(issued, secondPerson, decided.commit(), decided.events(), dryRun.warnings(decided));
    }
}
