package vn.soto.command.batch;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.binding.CommandDescriptor;
import vn.soto.command.dispatch.CaptureMetadata;

/** A line of a batch that is not blank; lines are counted from 1, blank ones too. */
sealed interface BatchLine {

    int number();

    /** One that asks for a command. */
    record Asking(int number, UUID id, CommandDescriptor command, ObjectNode payload, CaptureMetadata capture)
            implements BatchLine {

        /** Every text in it: the ids it names are among them. */
        Set<String> names() {
            Set<String> names = new HashSet<>(Set.of(id.toString()));
            collect(payload, names);
            return names;
        }

        /** What it changes, as others would name it. */
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

    /** One that nothing can be made of. */
    record Unreadable(int number, @Nullable String id, RuntimeException cause) implements BatchLine {}
}
