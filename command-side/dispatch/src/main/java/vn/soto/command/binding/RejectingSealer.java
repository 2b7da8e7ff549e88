package vn.soto.command.binding;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;
import vn.soto.domain.shared.Command;

/** The sealer without a key store: refuses every field that would hold personal data. */
public final class RejectingSealer implements PersonalDataSealer {

    private final Map<Class<?>, List<String>> personal = new ConcurrentHashMap<>();

    @Override
    public ObjectNode sealForDryRun(Class<? extends Command> command, ObjectNode payload) {
        for (String field : personal.computeIfAbsent(command, RejectingSealer::personal)) {
            if (payload.hasNonNull(field)) {
                throw new InvalidFieldException(field, "personal");
            }
        }
        return payload;
    }

    @Override
    public Held sealHeld(Class<? extends Command> command, ObjectNode payload, UUID commandId, UUID decided) {
        return new Held(sealForDryRun(command, payload), () -> {});
    }

    @Override
    public boolean sameText(Subject subject, String field, Sealed one, Sealed other) {
        return false;
    }

    @Override
    public String fingerprint(String text) {
        throw new InvalidFieldException("file", "personal");
    }

    private static List<String> personal(Class<?> command) {
        return JsonBinders.fields(command).fields().stream()
                .filter(field -> holdsSealed(field.shape()))
                .map(Field::name)
                .toList();
    }

    private static boolean holdsSealed(JsonBinder shape) {
        return switch (shape) {
            case JsonBinder.Text text -> text.type() == Sealed.class;
            case JsonBinder.Many many -> holdsSealed(many.item());
            case JsonBinder.Fields record -> record.fields().stream().anyMatch(field -> holdsSealed(field.shape()));
            case JsonBinder.Choice choice -> false;
            case JsonBinder.Whole whole -> false;
            case JsonBinder.Truth truth -> false;
            case JsonBinder.Other other -> false;
        };
    }
}
