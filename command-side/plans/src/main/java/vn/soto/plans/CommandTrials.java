package vn.soto.plans;

import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.binding.CommandDescriptor;
import vn.soto.command.binding.CommandService;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.domain.plan.PlanRule;
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
     * @param commit       as it would be if nobody else recorded anything before
     * @param events       those of the commit, in its order
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
            return trial(
                    dryRun,
                    issued,
                    commands.answered(command, () -> dryRun.decide(command, request.approved())),
                    false);
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

    private static TriedCommand trial(
            DryRun dryRun, CommandDescriptor issued, DryRun.Decided decided, boolean secondPerson) {
        return new TriedCommand(issued, secondPerson, decided.commit(), decided.events(), dryRun.warnings(decided));
    }
}
