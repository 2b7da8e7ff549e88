package vn.soto.command.binding;

import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import vn.soto.command.dispatch.ProductIds;
import vn.soto.command.privacy.PersonalDataSealer;
import vn.soto.contracts.shared.Text;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.HasReason;

/**
 * Reads a command from a JSON object of its components. A field that is unknown, missing or malformed
 * throws {@link InvalidFieldException} with its name. Thread-safe; takes some microseconds, without sealing.
 */
public record CommandReader(PersonalDataSealer sealer) {

    /** As {@link #readHeld} without a key: what is sealed in the command cannot be opened. */
    public Command readForDryRun(CommandDescriptor issued, ObjectNode payload, UUID id) {
        return bound(issued, sealer.sealForDryRun(issued.type(), targeted(issued, payload, id)));
    }

    /** As {@link #readForDryRun}, also of a subject whose key is destroyed or damaged. The texts are of no use. */
    Command readUnopenable(CommandDescriptor issued, ObjectNode payload, UUID id) {
        return bound(issued, sealer.sealUnopenable(issued.type(), targeted(issued, payload, id)));
    }

    /** Whether the ledger has each subject about whom the command has texts. */
    boolean areSubjectsKnown(CommandDescriptor issued, ObjectNode payload, UUID id) {
        return sealer.areKnown(issued.type(), targeted(issued, payload, id));
    }

    /** A command whose new key is held until this is closed. */
    public record Held(Command command, Runnable release) implements AutoCloseable {

        @Override
        public void close() {
            release.run();
        }
    }

    /**
     * @param payload the command's components by name, with personal data in the clear; the ids in {@link
     *                CommandDescriptor#byDefaultAsCommand} default to the command's. Not changed
     * @param decided see {@link PersonalDataSealer#sealHeld}
     * @throws InvalidFieldException see there
     */
    public Held readHeld(CommandDescriptor issued, ObjectNode payload, UUID id, UUID decided) {
        PersonalDataSealer.Held sealed = sealer.sealHeld(issued.type(), targeted(issued, payload, id), id, decided);
        try {
            return new Held(bound(issued, sealed.payload()), sealed.release());
        } catch (RuntimeException e) {
            sealed.close();
            throw e;
        }
    }

    private static Command bound(CommandDescriptor issued, ObjectNode sealed) {
        return issued.type().cast(issued.shape().read(sealed, ""));
    }

    private static ObjectNode targeted(CommandDescriptor issued, ObjectNode payload, UUID id) {
        ObjectNode targeted = payload.objectNode().setAll(payload);
        issued.byDefaultAsCommand().stream()
                .filter(component -> !targeted.hasNonNull(component))
                .forEach(component -> targeted.put(component, id.toString()));
        if (HasReason.class.isAssignableFrom(issued.type())
                && targeted.get(ReasonFields.CODE) instanceof StringNode reason) {
            targeted.put(ReasonFields.CODE, Text.normalised(reason.stringValue()));
        }
        String target = issued.target();
        if (target != null
                && issued.creates()
                && ProductIds.isReserved(payload.path(target).asString(""))) {
            throw new InvalidFieldException(target, "reserved-id");
        }
        return targeted;
    }
}
