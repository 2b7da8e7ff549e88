package vn.soto.command.binding;

import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.dispatch.AccessRefusals;
import vn.soto.command.dispatch.CommandGateway;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.dispatch.KnownIds;
import vn.soto.command.dispatch.PlanRights;
import vn.soto.command.privacy.PersonalDataSealer;
import vn.soto.command.privacy.ReasonTexts;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WriteFault;

/** Authorises, reads and submits commands of clients. Its calls block. */
public final class CommandService {

    private final CommandGateway gateway;
    private final CommandReader reader;
    private final NewIds newIds;
    private final ReasonFields reasons;
    private final StepFields stepFields;
    private final AccessRefusals refusals;
    private final PlanRights rights;

    private CommandService(
            CommandGateway gateway,
            CommandReader reader,
            NewIds newIds,
            ReasonFields reasons,
            StepFields stepFields,
            AccessRefusals refusals,
            PlanRights rights) {
        this.rights = rights;
        this.stepFields = stepFields;
        this.refusals = refusals;
        this.reasons = reasons;
        this.gateway = gateway;
        this.reader = reader;
        this.newIds = newIds;
    }

    /** @param sealer seals under the keys that the command side keeps, or refuses personal data */
    public static CommandService over(CommandSide side, PersonalDataSealer sealer) {
        KnownIds known = new KnownIds(side.ledger(), side.memberTeams());
        return new CommandService(
                side.gateway(),
                new CommandReader(sealer),
                new NewIds(known),
                new ReasonFields(known, side.reasonTexts()),
                new StepFields(known),
                side.refusals(),
                side.planRights());
    }

    /**
     * Checks the sender's roles before anything is read or sealed.
     *
     * @param payload see {@link CommandReader#readHeld}
     * @throws NotAllowedException   see there
     * @throws InvalidFieldException see there
     * @throws RuntimeException      see {@link CommandGateway#submit}
     */
    public CommandOutcome submit(CommandRequest request, CommandDescriptor issued, ObjectNode payload) {
        checkOwnRight(request, issued.type());
        ObjectNode fields = payload.objectNode().setAll(payload);
        try (ReasonTexts.Held _ = reasons.hold(issued.type(), fields, request.id());
                CommandReader.Held held = told(
                        request, issued, fields, () -> reader.readHeld(issued, fields, request.id(), request.id()))) {
            return submitted(request, held.command());
        }
    }

    /**
     * Reads a command to learn what it would do, with the checks of {@link #submit}; no key is created and no text kept.
     *
     * @throws NotAllowedException   see there
     * @throws InvalidFieldException see there
     */
    public Command readForDryRun(CommandRequest request, CommandDescriptor issued, ObjectNode payload) {
        checkOwnRight(request, issued.type());
        ObjectNode fields = payload.objectNode().setAll(payload);
        reasons.drop(issued.type(), fields);
        Command command = told(request, issued, fields, () -> reader.readForDryRun(issued, fields, request.id()));
        check(command, request.id());
        return command;
    }

    /** An erased subject, or a damaged key, is told to a sender who may know of the subject. */
    private <T> T told(CommandRequest request, CommandDescriptor issued, ObjectNode fields, Supplier<T> read) {
        try {
            return read.get();
        } catch (RuleViolatedException | LedgerException.Unavailable refused) {
            if (isPassing(refused)) {
                throw refused;
            }
            Command command = reader.readUnopenable(issued, fields, request.id());
            answered(command, () -> {
                rights.requireTold(request, command);
                return true;
            });
            throw refused;
        }
    }

    /**
     * Reads a command that is to be tried before it becomes a step of a proposal; no key is created.
     *
     * @throws InvalidFieldException see {@link CommandReader#readHeld}; for a text beside the reason, which a step cannot keep
     */
    public Command readForTrial(CommandRequest request, CommandDescriptor issued, ObjectNode payload) {
        checkRight(request, issued.type());
        reasons.refuseText(issued.type(), payload);
        Command command = told(request, issued, payload, () -> reader.readForDryRun(issued, payload, request.id()));
        check(command, request.id());
        return command;
    }

    /**
     * Reads a command that becomes a step of a plan, whose sender has the right to it: what is sealed in it can be opened.
     *
     * @param id        under which it is sealed, and which what it creates has if it names none
     * @param recording id of the command that records the step
     * @throws InvalidFieldException see there
     */
    public CommandReader.Held readForPlan(
            CommandRequest request, CommandDescriptor issued, ObjectNode payload, UUID id, UUID recording) {
        CommandReader.Held held = held(request, issued, payload, id, recording);
        try {
            check(held.command(), id);
            stepFields.check(held.command());
            return held;
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    /**
     * A step about an erased subject out of reach, or one with a damaged key, is read like one about nobody. It is refused like that later,
     * as its texts can never be opened. So a passing failure is told to everybody, and a missing key of a subject that may be created by an earlier
     * step, too.
     */
    private CommandReader.Held held(
            CommandRequest request, CommandDescriptor issued, ObjectNode payload, UUID id, UUID recording) {
        try {
            return reader.readHeld(issued, payload, id, recording);
        } catch (RuleViolatedException | LedgerException.Unavailable refused) {
            Command command = reader.readUnopenable(issued, payload, id);
            if (isPassing(refused)
                    || !reader.areSubjectsKnown(issued, payload, id)
                    || rights.mayBeTold(request, command)) {
                throw refused;
            }
            return new CommandReader.Held(command, () -> {});
        }
    }

    /** Whether it says nothing of a subject: the stores could not be read for a moment. */
    private static boolean isPassing(RuntimeException refused) {
        return refused instanceof LedgerException.Unavailable failed
                && failed.fault()
                        .filter(fault -> fault == WriteFault.KEY_DAMAGED)
                        .isEmpty();
    }

    /** The same for a command that was read before. */
    public CommandOutcome submit(CommandRequest request, Command command) {
        checkOwnRight(request, command.getClass());
        return submitted(request, command);
    }

    private CommandOutcome submitted(CommandRequest request, Command command) {
        check(command, request.id());
        return answered(command, () -> gateway.submit(request, command));
    }

    /** Runs a decision; an absence is told as far as the sender may know it. */
    public <T> T answered(Command command, Supplier<T> decided) {
        try {
            return decided.get();
        } catch (NotFoundException e) {
            throw newIds.instead(e, command);
        }
    }

    private void check(Command command, UUID id) {
        newIds.check(command, id);
        reasons.check(command, id);
    }

    private void checkOwnRight(CommandRequest request, Class<? extends Command> command) {
        if (!Permissions.mayAboutOwn(request.roles(), command)) {
            throw denied(request, command);
        }
    }

    private NotAllowedException denied(CommandRequest request, Class<? extends Command> command) {
        refusals.byRole(request.actor(), command);
        return new NotAllowedException();
    }

    /**
     * Checks the right to a command before anything of it is read, in full. A step of a plan is never about records of
     * its sender's own.
     *
     * @throws NotAllowedException no role of the sender may issue the command
     */
    public void checkRight(CommandRequest request, Class<? extends Command> command) {
        if (!Permissions.may(request.roles(), command)) {
            throw denied(request, command);
        }
    }
}
