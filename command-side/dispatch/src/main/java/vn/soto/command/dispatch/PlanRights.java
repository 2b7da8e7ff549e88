package vn.soto.command.dispatch;

import vn.soto.axon.AxonCommandSide;
import vn.soto.domain.reach.CommandSender;
import vn.soto.domain.reach.ReachCheck;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;

/** Checks the rights to the commands of a plan before it is recorded. Each step is checked again when it is carried out. */
public final class PlanRights {

    private final AxonCommandSide commands;
    private final ReachCheck reach;
    private final AccessRefusals refusals;

    PlanRights(AxonCommandSide commands, ReachCheck reach, AccessRefusals refusals) {
        this.commands = commands;
        this.reach = reach;
        this.refusals = refusals;
    }

    /**
     * @param alone whether the plan has no other command
     * @throws RuleViolatedException the proposer may not issue the command today where it acts
     * @throws NotFoundException     the same about a person or record
     */
    public void require(String proposer, Command command, boolean alone) {
        require(proposer, command, () -> reach.requireProposer(proposer, command, alone));
    }

    /** @throws RuleViolatedException the proposer may not issue such a command today at that place */
    public void require(String proposer, Command command, CommandPlace place) {
        require(proposer, command, () -> reach.requireProposer(proposer, command, place));
    }

    /**
     * Checks that the sender of a command may be told the reason of its refusal.
     *
     * @throws RuleViolatedException the sender may not issue the command where it acts
     * @throws NotFoundException     the command is about a person or record out of the sender's reach
     */
    public void requireTold(CommandRequest request, Command command) {
        require(request.actor(), command, () -> requiredTold(request, command));
    }

    /** As {@link #requireTold}, as a question, which counts as no refused access. */
    public boolean mayBeTold(CommandRequest request, Command command) {
        return passes(() -> requiredTold(request, command));
    }

    private void requiredTold(CommandRequest request, Command command) {
        reach.requireTold(command, new CommandSender.Person(request.roles()), request.actor());
    }

    private boolean passes(Runnable check) {
        try {
            commands.read(check);
            return true;
        } catch (RuleViolatedException | NotFoundException e) {
            return false;
        }
    }

    /** The same as a question, which counts as no refused access. */
    public boolean may(String proposer, Command command, CommandPlace place) {
        return passes(() -> reach.requireProposer(proposer, command, place));
    }

    private void require(String proposer, Command command, Runnable check) {
        try {
            commands.read(check);
        } catch (RuleViolatedException | NotFoundException e) {
            refusals.note(proposer, command.getClass(), e, false);
            throw e;
        }
    }
}
