package vn.soto.command.privacy;

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
     * Seals what one command holds. A missing key is stored when the deciding command is accepted, and never if it is
     * refused. Close the result when that command is decided.
     *
     * @param payload   the command's components by name, with its target, not yet checked; not changed
     * @param commandId id of the command that holds the sealed data
     * @param decided   id of the command that records it: the same, or the one that records it as a step of a plan
     * @return the same with sealed data for every component of type {@link vn.soto.contracts.shared.Sealed}
     */
    Held sealHeld(Class<? extends Command> command, ObjectNode payload, UUID commandId, UUID decided);

    /** As {@link #sealHeld} for a dry run: no key is stored, and the sealed data cannot be opened later. */
    ObjectNode sealForDryRun(Class<? extends Command> command, ObjectNode payload);

    /** As {@link #sealForDryRun}, under keys that nobody keeps. No subject is refused for the state of its key. */
    ObjectNode sealUnopenable(Class<? extends Command> command, ObjectNode payload);

    /** Whether the ledger has each subject about whom the payload has texts. */
    boolean areKnown(Class<? extends Command> command, ObjectNode payload);

    /**
     * Whether two sealed texts are equal; false if they cannot be opened.
     *
     * @param field of the commands that held them
     */
    boolean sameText(Subject subject, String field, Sealed one, Sealed other);

    /** A keyed digest: equal for equal texts, and does not reveal the text. */
    String fingerprint(String text);
}
