package vn.soto.command.binding;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A component of a record as a field of a JSON object.
 *
 * @param required whether the field must be present and not null: the component is not {@link Nullable}
 */
public record Field(String name, JsonBinder shape, boolean required) {

    /** @param path of the object; empty at the top */
    @Nullable
    Object of(ObjectNode object, String path) {
        JsonNode given = object.get(name);
        String here = below(path);
        if (given != null && !given.isNull()) {
            return shape.read(given, here);
        }
        if (required) {
            throw new InvalidFieldException(here, "missing");
        }
        return null;
    }

    String below(String path) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
