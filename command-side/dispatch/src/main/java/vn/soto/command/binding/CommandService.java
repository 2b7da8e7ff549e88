package vn.soto.command.binding;

import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.dispatch.CommandGateway;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.privacy.ReasonTexts;
import vn.soto.domain.shared.Command;

/** Authorises, reads and submits commands of clients. Blocking: call it on a virtual thread. */
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
        try (ReasonTexts.Held text = reasons.hold(issued.type(), fields, request.id());
                CommandReader.Held held = reader.readHeld(issued, fields, request.id())) {
            return submitted(request, held.command());
        }
    }

    /** The same for a command that was read before. */
    public CommandOutcome submit(CommandRequest request, Command command) {
        check(request, command.getClass());
        return submitted(request, command);
    }

    private CommandOutcome submitted(CommandRequest request, Command command) {
        newIds.check(command, request.id());
        reasons.check(command, request.id());
        return gateway.submit(request, command);
    }

    private static void check(CommandRequest request, Class<? extends Command> command) {
        if (!Permissions.may(request.roles(), command)) {
            throw new NotAllowedException();
        }
    }
}
