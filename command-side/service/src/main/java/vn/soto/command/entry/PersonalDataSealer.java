package vn.soto.command.entry;

import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.shared.Command;

/** Seals personal data in what a client sends, before a command is made of it: no command holds any in the clear. */
public interface PersonalDataSealer {

    /**
     * @param payload the command's components by name, its target among them, as yet unchecked; not changed
     * @return the same with sealed data wherever the command has a component of type
     *     {@link vn.soto.contracts.shared.Sealed}
     */
    ObjectNode seal(Class<? extends Command> command, ObjectNode payload, UUID commandId);
}
