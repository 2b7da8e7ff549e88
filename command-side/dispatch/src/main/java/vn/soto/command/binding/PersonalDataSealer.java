package vn.soto.command.binding;

import java.util.Collection;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;
import vn.soto.domain.shared.Command;

/** Seals personal data in what a client sends, before a command is made of it: no command holds any in the clear. */
public interface PersonalDataSealer {

    /**
     * @param payload the command's components by name, its target among them, as yet unchecked; not changed
     * @return the same with sealed data wherever the command has a component of type
     *     {@link vn.soto.contracts.shared.Sealed}
     */
    ObjectNode seal(Class<? extends Command> command, ObjectNode payload, UUID commandId);

    /** As {@link #seal}, for a command that is only tried out: no key is made, and what it seals nobody keeps. */
    ObjectNode sealForDryRun(Class<? extends Command> command, ObjectNode payload);

    /** Says that something is going to be sealed about each of these, so that what that takes is done once for all. */
    void prepare(Collection<Subject> subjects);

    /**
     * Whether two texts say the same; false if that cannot be told.
     *
     * @param field of the command that brought them
     */
    boolean saySame(Subject subject, String field, Sealed one, Sealed other);

    /** The same for the same text, and tells nobody which text it was. */
    String fingerprint(String text);
}
