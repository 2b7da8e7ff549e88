package vn.soto.command.binding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.shared.Sealed;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.ReasonList;

/**
 * A type of command as clients see it.
 *
 * @param path        of the resource it is posted to, with {@code variables} in braces
 * @param variables   components taken from the path, in its order
 * @param shape       all components
 * @param target      component that names the aggregate, if one does; it defaults to the command's id
 * @param introduced  component that names what the command introduces beside its target and that defaults to the command's
 *                    id, if there is one
 * @param by          roles that may issue it, at least about their own records, beside the administrator
 * @param creates     whether the command creates its target, so that a client that names it chooses a new id
 * @param onlyCreates whether the command only creates its target, see {@link ClientCommand}, so that it cannot conflict
 *                    with any other
 */
public record CommandDescriptor(
        String name,
        Class<? extends Command> type,
        String path,
        List<String> variables,
        JsonBinder.Fields shape,
        @Nullable String target,
        @Nullable String introduced,
        Set<Role> by,
        boolean creates,
        boolean onlyCreates) {

    private static final Field REASON_TEXT =
            new Field(ReasonFields.TEXT, new JsonBinder.Text(Sealed.class, Sealed::new), false);

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    /** The fields of the body of a request to {@code path}. */
    public List<Field> body() {
        Stream<Field> beside = HasReason.class.isAssignableFrom(type) ? Stream.of(reasonText()) : Stream.empty();
        return Stream.concat(shape.fields().stream().filter(field -> !variables.contains(field.name())), beside)
                .toList();
    }

    /** Words may be asked for wherever there is a reason; without one there is nothing to say. */
    private Field reasonText() {
        boolean always =
                shape.fields().stream().anyMatch(field -> field.name().equals(ReasonFields.CODE) && field.required());
        return new Field(REASON_TEXT.name(), REASON_TEXT.shape(), always && ReasonList.asksForText(type));
    }

    /** Whether it takes a core for seconds, and waits for a place. */
    public boolean isHeavy() {
        return type.getAnnotation(ClientCommand.class).heavy();
    }

    /** Whether a client must send the field. */
    public boolean asksFor(Field field) {
        return field.required() && !byDefaultAsCommand().contains(field.name());
    }

    /** Components that default to the command's id. */
    Set<String> byDefaultAsCommand() {
        return Stream.of(Optional.ofNullable(target), Optional.ofNullable(introduced))
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Merges the path's variables into the body.
     *
     * @param values of the path's variables
     * @param body   not changed
     * @throws InvalidFieldException the body has another value for one of them
     */
    public ObjectNode payload(Map<String, String> values, ObjectNode body) {
        ObjectNode payload = body.objectNode().setAll(body);
        for (Field field : shape.fields()) {
            String value = values.get(field.name());
            if (value != null) {
                if (body.hasNonNull(field.name()) && !hasValue(body.path(field.name()), value)) {
                    throw new InvalidFieldException(field.name(), "differs");
                }
                payload.set(field.name(), text(field, value));
            }
        }
        return payload;
    }

    private static boolean hasValue(JsonNode given, String value) {
        return given.isValueNode() && given.asString().equals(value);
    }

    private static JsonNode text(Field field, String value) {
        boolean whole = field.shape() instanceof JsonBinder.Whole
                && WHOLE.matcher(value).matches();
        return whole ? JsonNodeFactory.instance.numberNode(Long.parseLong(value)) : StringNode.valueOf(value);
    }
}
