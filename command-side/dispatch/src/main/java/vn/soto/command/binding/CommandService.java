package vn.soto.command.binding;

import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.dispatch.CommandGateway;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.domain.shared.Command;

/** From a request to the command gateway: may they, what do they ask, then do it. Blocking: call it on a virtual thread. */
public final class CommandService {

    private final CommandGateway gateway;
    private final CommandReader reader;

    public CommandService(CommandGateway gateway, CommandReader reader) {
        this.gateway = gateway;
        this.reader = reader;
    }

    /**
     * Nothing is read, and no personal data sealed, for somebody who may not ask.
     *
     * @param payload as {@link CommandReader#read} takes it
     * @throws NotAllowedException       see there
     * @throws InvalidFieldException         see there
     * @throws RuntimeException whatever {@link CommandGateway#submit} throws
     */
    public CommandOutcome submit(CommandRequest request, CommandDescriptor issued, ObjectNode payload) {
        check(request, issued.type());
        return gateway.submit(request, reader.read(issued, payload, request.id()));
    }

    /** The same for a command that was read elsewhere. */
    public CommandOutcome submit(CommandRequest request, Command command) {
        check(request, command.getClass());
        return gateway.submit(request, command);
    }

    private static void check(CommandRequest request, Class<? extends Command> command) {
        if (!Permissions.may(request.roles(), command)) {
            throw new NotAllowedException();
        }
    }
}
