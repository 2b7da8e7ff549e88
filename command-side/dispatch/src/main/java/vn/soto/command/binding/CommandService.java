package vn.soto.command.binding;

import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.dispatch.CommandGateway;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.domain.shared.Command;

/** Authorises, reads and submits commands of clients. Its calls block. */
public final class CommandService {

    private final CommandGateway gateway;
    private final CommandReader reader;

    public CommandService(CommandGateway gateway, CommandReader reader) {
        this.gateway = gateway;
        this.reader = reader;
    }

    /**
     * Reads and submits a command.
     *
     * @throws RuntimeException see {@link #read} and {@link CommandGateway#submit}
     */
    public CommandOutcome submit(CommandRequest request, CommandDescriptor issued, ObjectNode payload) {
        return gateway.submit(request, read(request, issued, payload));
    }

    /**
     * Checks the sender's roles before anything is read or sealed.
     *
     * @param payload see {@link CommandReader#read}
     * @throws NotAllowedException   see there
     * @throws InvalidFieldException see there
     */
    public Command read(CommandRequest request, CommandDescriptor issued, ObjectNode payload) {
        check(request, issued.type());
        return reader.read(issued, payload, request.id());
    }

    /** The same for a command that was read before. */
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
