package vn.soto.command.entry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.shared.Command;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;

/** Where nothing can be sealed, nothing personal is taken: refuses every field that would hold some. */
public final class NoPersonalData implements PersonalDataSealer {

    private final Map<Class<?>, List<String>> personal = new ConcurrentHashMap<>();

    @Override
    public ObjectNode seal(Class<? extends Command> command, ObjectNode payload, UUID commandId) {
        for (String field : personal.computeIfAbsent(command, NoPersonalData::personal)) {
            if (payload.hasNonNull(field)) {
                throw new BadInput(field, "personal");
            }
        }
        return payload;
    }

    @Override
    public ObjectNode sealForTrial(Class<? extends Command> command, ObjectNode payload) {
        return seal(command, payload, new UUID(0, 0));
    }

    @Override
    public void prepare(Collection<Subject> subjects) {}

    @Override
    public boolean saySame(Subject subject, String field, Sealed one, Sealed other) {
        return false;
    }

    @Override
    public String fingerprint(String text) {
        throw new BadInput("file", "personal");
    }

    private static List<String> personal(Class<?> command) {
        return Shapes.fields(command).fields().stream()
                .filter(field -> holdsSealed(field.shape()))
                .map(Field::name)
                .toList();
    }

    private static boolean holdsSealed(Shape shape) {
        return switch (shape) {
            case Shape.Text text -> text.type() == Sealed.class;
            case Shape.Many many -> holdsSealed(many.item());
            case Shape.Fields record -> record.fields().stream().anyMatch(field -> holdsSealed(field.shape()));
            case Shape.Choice choice -> false;
            case Shape.Whole whole -> false;
            case Shape.Truth truth -> false;
            case Shape.Other other -> false;
        };
    }
}
