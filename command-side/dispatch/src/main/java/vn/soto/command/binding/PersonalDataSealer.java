package vn.soto.command.binding;

import java.util.Collection;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;
import vn.soto.domain.shared.Command;

/** Seals personal data in a request before it is bound to a command: no command holds personal data in the clear. */
public interface PersonalDataSealer {

    /** A payload whose new key is held until this is closed, see {@link #sealHeld}. */
    record Held(ObjectNode payload, Runnable release) implements AutoCloseable {

        @Override
        public void close() {
            release.run();
        }
    }

    /**
     * As {@link #seal} for a command that is decided at once: a missing key is stored when the command is accepted, and
     * never if it is refused. Close the result when the command is decided.
     */
    Held sealHeld(Class<? extends Command> command, ObjectNode payload, UUID commandId);

    /**
     * Missing keys are created.
     *
     * @param payload the command's components by name, with its target, not yet checked; not changed
     * @return the same with sealed data for every component of type {@link vn.soto.contracts.shared.Sealed}
     */
    ObjectNode seal(Class<? extends Command> command, ObjectNode payload, UUID commandId);

    /** As {@link #seal} for a dry run: no key is created, and the sealed data cannot be opened later. */
    ObjectNode sealForDryRun(Class<? extends Command> command, ObjectNode payload);

    /** Prepares sealing data about many subjects: missing keys are created in one write. */
    void prepare(Collection<Subject> subjects);

    /**
     * Whether two sealed texts are equal; false if they cannot be opened.
     *
     * @param field of the commands that held them
     */
    boolean sameText(Subject subject, String field, Sealed one, Sealed other);

    /** A keyed digest: equal for equal texts, and does not reveal the text. */
    String fingerprint(String text);
}
