package vn.soto.command.binding;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.command.dispatch.KnownIds;
import vn.soto.contracts.shared.Id;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Introduces;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.team.Founder;

/**
 * Refuses ids of clients that would be new to the ledger, stand for a person or a record about one, and are not UUIDs.
 * {@link Introduces} marks them. Ids that the ledger has stay valid, and so does the repeat of a recorded command.
 * UUIDs version 8 are those that the product derives.
 */
public record NewIds(KnownIds known) {

    private static final Pattern MADE_BY_A_CLIENT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-79a-f][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final ClassValue<List<RecordComponent>> INTRODUCING = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> command) {
            return Stream.of(command.getRecordComponents())
                    .filter(component -> component.isAnnotationPresent(Introduces.class))
                    .toList();
        }
    };

    /**
     * @param id                     of the command, which what it creates may have too
     * @throws InvalidFieldException for the component with such an id
     */
    public void check(Command command, UUID id) {
        for (RecordComponent component : INTRODUCING.get(command.getClass())) {
            boolean speaks = introduced(value(component, command))
                    .filter(each -> !isOpaque(each) && !each.value().equals(id.toString()))
                    .anyMatch(each -> !known.contains(each));
            if (speaks && !known.isRecorded(id)) {
                throw new InvalidFieldException(component.getName(), "new-id");
            }
        }
    }

    /** The refusal for an absent id: for an id of an earlier form that the sender does not reach, the one for a new id. */
    public RuntimeException instead(NotFoundException absent, Command command) {
        return INTRODUCING.get(command.getClass()).stream()
                .filter(component -> introduced(value(component, command))
                        .anyMatch(each -> each.value().equals(absent.id()) && !isOpaque(each)))
                .findFirst()
                .<RuntimeException>map(component -> new InvalidFieldException(component.getName(), "new-id"))
                .orElse(absent);
    }

    private static boolean isOpaque(Id id) {
        return MADE_BY_A_CLIENT.matcher(id.value()).matches();
    }

    private static Stream<Id> introduced(@Nullable Object value) {
        return switch (value) {
            case null -> Stream.empty();
            case Id id -> Stream.of(id);
            case Founder founder -> Stream.of(founder.member());
            case Collection<?> many -> many.stream().flatMap(NewIds::introduced);
            default -> throw new IllegalArgumentException("no id is introduced by " + value.getClass());
        };
    }

    static @Nullable Object value(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
