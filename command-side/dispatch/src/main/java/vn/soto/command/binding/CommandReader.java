package vn.soto.command.binding;

import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.domain.shared.Command;

/**
 * Makes a command of its name and a JSON object of its components. Strict: a field that is unknown, missing, of another
 * type or form is a {@link InvalidFieldException} that names it. Safe for any number of threads; takes some microseconds, beside what
 * sealing takes.
 */
public final class CommandReader {

    private final CommandCatalogue catalogue;
    private final PersonalDataSealer sealer;

    public CommandReader(CommandCatalogue catalogue, PersonalDataSealer sealer) {
        this.catalogue = catalogue;
        this.sealer = sealer;
    }

    /**
     * @param payload the command's components by name; its target may be left out and is then the command's id. Personal
     *                data stands in it in the clear. Not changed
     * @throws InvalidFieldException see there; of {@code name} if there is no such command
     */
    public Command read(String name, ObjectNode payload, UUID id) {
        return read(catalogue.find(name).orElseThrow(() -> new InvalidFieldException("name", "command")), payload, id);
    }

    /** The same for a command that was looked up. */
    public Command read(CommandDescriptor issued, ObjectNode payload, UUID id) {
        ObjectNode sealed = sealer.seal(issued.type(), targeted(issued, payload, id), id);
        return issued.type().cast(issued.shape().read(sealed, ""));
    }

    private static ObjectNode targeted(CommandDescriptor issued, ObjectNode payload, UUID id) {
        String target = issued.target();
        return target == null || payload.hasNonNull(target)
                ? payload
                : payload.objectNode().setAll(payload).put(target, id.toString());
    }
}
