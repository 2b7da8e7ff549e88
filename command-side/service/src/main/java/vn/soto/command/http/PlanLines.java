package vn.soto.command.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.CommandDescriptor;
import vn.soto.command.binding.CommandJson;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.domain.shared.Command;

/**
 * The lines of a plan: {@code {"name": "void-assistance", "payload": {...}}}. The right to every command is asked before the
 * payload of any is read. Until then a line is only passed over, up to its name.
 */
record PlanLines(CommandCatalogue catalogue) {

    /** Characters of a line: a step that can be stored, with each of its characters escaped. */
    static final int LONGEST = 100_000;

    private static final JsonMapper JSON = CommandJson.mapper();

    private static final Set<String> FIELDS = Set.of("name", "payload");

    /** A line that its sender may send. */
    record PlanLine(CommandDescriptor issued, ObjectNode payload) {}

    /**
     * @param right                  refuses a command to which the sender has no right, before anything of it is read
     * @throws InvalidFieldException a line is no such object, or too long
     */
    List<PlanLine> read(Consumer<Class<? extends Command>> right, String body) {
        List<String> lines = body.lines().filter(line -> !line.isBlank()).toList();
        List<CommandDescriptor> issued = new ArrayList<>(lines.size());
        for (String line : lines) {
            issued.add(issued(right, line, "[" + issued.size() + "]"));
        }
        List<PlanLine> read = new ArrayList<>(lines.size());
        for (String line : lines) {
            read.add(new PlanLine(issued.get(read.size()), payload(line, "[" + read.size() + "]")));
        }
        return read;
    }

    private CommandDescriptor issued(Consumer<Class<? extends Command>> right, String line, String at) {
        if (line.length() > LONGEST) {
            throw new InvalidFieldException(at, "malformed");
        }
        CommandDescriptor issued =
                catalogue.find(name(line)).orElseThrow(() -> new InvalidFieldException(at + ".name", "command"));
        right.accept(issued.type());
        return issued;
    }

    /** The first {@code name} of the object; empty without one. */
    private static String name(String line) {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean named = parser.currentName().equals("name");
                JsonToken value = parser.nextToken();
                if (named) {
                    return value == JsonToken.VALUE_STRING ? parser.getString() : "";
                }
                parser.skipChildren();
            }
            return "";
        } catch (JacksonException e) {
            throw new InvalidFieldException("", "json");
        }
    }

    private static ObjectNode payload(String line, String at) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException e) {
            throw new InvalidFieldException("", "json");
        }
        for (String field : node.propertyNames()) {
            if (!FIELDS.contains(field)) {
                throw new InvalidFieldException(at + "." + field, "unknown");
            }
        }
        if (!(node.path("payload") instanceof ObjectNode payload)) {
            throw new InvalidFieldException(at + ".payload", "missing");
        }
        return payload;
    }
}
