package vn.soto.command.http;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.ledger.Payload;

/** Takes sealed personal data out of events that are shown and never stored. */
final class ShownEventContent {

    /** Stands in the place of sealed data; itself of that form, so that the event can be decoded. */
    static final String OMITTED = "sealed-and-not-shown-here";

    private static final JsonMapper JSON = new JsonMapper();

    private ShownEventContent() {}

    static JsonNode without(DomainEvent event, Payload stored) {
        Set<String> sealed = new HashSet<>();
        collect(event, sealed);
        return without(JSON.readTree(stored.bytes()), sealed);
    }

    private static void collect(@Nullable Object value, Set<String> sealed) {
        switch (value) {
            case Sealed data -> sealed.add(data.text());
            case Collection<?> several -> several.forEach(each -> collect(each, sealed));
            case Map<?, ?> map -> map.values().forEach(each -> collect(each, sealed));
            case Record whole -> {
                for (RecordComponent part : whole.getClass().getRecordComponents()) {
                    ReflectionUtils.makeAccessible(part.getAccessor());
                    collect(ReflectionUtils.invokeMethod(part.getAccessor(), whole), sealed);
                }
            }
            case null, default -> {
                // a number, a day, a text or a choice
            }
        }
    }

    private static JsonNode without(JsonNode node, Set<String> sealed) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode shown = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(each -> shown.set(each.getKey(), without(each.getValue(), sealed)));
                yield shown;
            }
            case ArrayNode array -> {
                ArrayNode shown = JsonNodeFactory.instance.arrayNode();
                array.forEach(each -> shown.add(without(each, sealed)));
                yield shown;
            }
            case JsonNode text
            when text.isString() && sealed.contains(text.stringValue()) -> JsonNodeFactory.instance.stringNode(OMITTED);
            default -> node;
        };
    }
}
