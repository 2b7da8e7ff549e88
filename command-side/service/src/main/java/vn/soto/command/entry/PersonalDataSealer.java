package vn.soto.command.entry;

import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.shared.Command;

/** Seals what a command says of persons, before anything else sees it. */
public interface PersonalDataSealer {

    /**
     * The payload with the sealed text in place of the clear one, at each component of type
     * {@link vn.soto.contracts.shared.Sealed}; the given one stays as it is.
     *
     * @throws vn.soto.command.shared.Refused if a text may not be kept, or its subject is erased
     */
    ObjectNode seal(Class<? extends Command> command, ObjectNode payload, UUID commandId);
}
