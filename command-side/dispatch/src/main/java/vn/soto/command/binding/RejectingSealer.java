package vn.soto.command.binding;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.privacy.PersonalDataSealer;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;
import vn.soto.domain.shared.Command;

/** The sealer without a key store: refuses every field that would hold personal data. */
public final class RejectingSealer implements PersonalDataSealer {

    private final Map<Class<?>, JsonBinder> shapes = new ConcurrentHashMap<>();

    @Override
    public ObjectNode sealForDryRun(Class<? extends Command> command, ObjectNode payload) {
        reject(shapes.computeIfAbsent(command, JsonBinders::fields), payload, "");
        return payload;
    }

    @Override
    public ObjectNode sealUnopenable(Class<? extends Command> command, ObjectNode payload) {
        return sealForDryRun(command, payload);
    }

    @Override
    public Held sealHeld(Class<? extends Command> command, ObjectNode payload, UUID commandId, UUID decided) {
        return new Held(sealForDryRun(command, payload), () -> {});
    }

    @Override
    public boolean areKnown(Class<? extends Command> command, ObjectNode payload) {
        return true;
    }

    @Override
    public boolean sameText(Subject subject, String field, Sealed one, Sealed other) {
        return false;
    }

    @Override
    public String fingerprint(String text) {
        throw new InvalidFieldException("file", "personal");
    }

    private static void reject(JsonBinder shape, JsonNode given, String path) {
        switch (shape) {
            case JsonBinder.Text text
            when text.type() == Sealed.class && !given.isNull() -> throw new InvalidFieldException(path, "personal");
            case JsonBinder.Many many -> given.forEach(item -> reject(many.item(), item, path));
            case JsonBinder.Fields record ->
                record.fields().stream()
                        .filter(field -> given.hasNonNull(field.name()))
                        .forEach(field -> reject(field.shape(), given.get(field.name()), field.below(path)));
            case JsonBinder.Text _, JsonBinder.Choice _, JsonBinder.Whole _, JsonBinder.Truth _, JsonBinder.Other _ -> {
                // holds no personal data
            }
        }
    }
}
