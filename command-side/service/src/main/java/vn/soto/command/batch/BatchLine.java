package vn.soto.command.batch;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.binding.CommandDescriptor;
import vn.soto.command.dispatch.CaptureMetadata;

/** A non-blank line of a batch; line numbers start at 1 and count blank lines. */
sealed interface BatchLine {

    int number();

    /** A line with a command. */
    record Asking(int number, UUID id, CommandDescriptor command, ObjectNode payload, CaptureMetadata capture)
            implements BatchLine {

        /** Every text of the command, which includes every id it names. */
        Set<String> names() {
            Set<String> names = new HashSet<>(Set.of(id.toString()));
            collect(payload, names);
            return names;
        }

        /** The id of the changed aggregate, as other lines would name it. */
        Set<String> changes() {
            String target = command.target();
            if (target == null) {
                return names();
            }
            JsonNode given = payload.path(target);
            return Set.of(given.isString() ? given.stringValue() : id.toString());
        }

        private static void collect(JsonNode node, Set<String> names) {
            if (node.isString()) {
                names.add(node.stringValue());
            } else {
                node.forEach(below -> collect(below, names));
            }
        }
    }

    /** A line without a readable command. */
    record Unreadable(int number, @Nullable String id, RuntimeException cause) implements BatchLine {}
}
