package vn.soto.command.binding;

import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.dispatch.CommandGateway;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.privacy.ReasonTexts;
import vn.soto.domain.shared.Command;

/** Authorises, reads and submits commands of clients. Its calls block. */
public final class CommandService {

    private final CommandGateway gateway;
    private final CommandReader reader;
    private final NewIds newIds;
    private final ReasonFields reasons;

    public CommandService(CommandGateway gateway, CommandReader reader, NewIds newIds, ReasonFields reasons) {
        this.reasons = reasons;
        this.gateway = gateway;
        this.reader = reader;
        this.newIds = newIds;
    }

    /**
     * Checks the sender's roles before anything is read or sealed.
     *
     * @param payload see {@link CommandReader#read}
     * @throws NotAllowedException   see there
     * @throws InvalidFieldException see there
     * @throws RuntimeException      see {@link CommandGateway#submit}
     */
    public CommandOutcome submit(CommandRequest request, CommandDescriptor issued, ObjectNode payload) {
        check(request, issued.type());
        ObjectNode fields = payload.objectNode().setAll(payload);
        try (ReasonTexts.Held _ = reasons.hold(issued.type(), fields, request.id());
                CommandReader.Held held = reader.readHeld(issued, fields, request.id())) {
            return submitted(request, held.command());
        }
    }

    /**
     * Reads a command that is to be tried before it becomes a step of a proposal; no key is created.
     *
     * @throws InvalidFieldException see {@link CommandReader#read}; for a text beside the reason, which a step cannot keep
     */
    public Command readForTrial(CommandRequest request, CommandDescriptor issued, ObjectNode payload) {
        check(request, issued.type());
        reasons.refuseText(issued.type(), payload);
        return checked(request, reader.readForDryRun(issued, payload, request.id()));
    }

    /** Reads a command that becomes a step of a proposal: what is sealed in it can be opened. */
    public Command readForProposal(CommandRequest request, CommandDescriptor issued, ObjectNode payload) {
        check(request, issued.type());
        reasons.refuseText(issued.type(), payload);
        return checked(request, reader.read(issued, payload, request.id()));
    }

    /** The same for a command that was read before. */
    public CommandOutcome submit(CommandRequest request, Command command) {
        check(request, command.getClass());
        return submitted(request, command);
    }

    private CommandOutcome submitted(CommandRequest request, Command command) {
        return gateway.submit(request, checked(request, command));
    }

    private Command checked(CommandRequest request, Command command) {
        newIds.check(command, request.id());
        reasons.check(command, request.id());
        return command;
    }

    private static void check(CommandRequest request, Class<? extends Command> command) {
        if (!Permissions.may(request.roles(), command)) {
            throw new NotAllowedException();
        }
    }
}
