package vn.soto.query.plan;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.shared.Sealed;
import vn.soto.events.EventCodec;
import vn.soto.events.EventRegistry;
import vn.soto.web.Language;

/**
 * Says of the sealed values of a JSON text that they are sealed. The text does not tell which values are: they have the form of
 * sealed data, and the name of a sealed component of an event.
 */
final class SealedValues {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Set<String> NAMES = EventRegistry.product().types().stream()
            .map(EventCodec.product()::classOf)
            .flatMap(SealedValues::components)
            .collect(Collectors.toUnmodifiableSet());

    private SealedValues() {}

    private static Stream<String> components(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.getType() == Sealed.class)
                .map(RecordComponent::getName);
    }

    /** The same with a word in the place of each sealed value. */
    static ObjectNode worded(ObjectNode body, Locale language) {
        ObjectNode worded = JsonNodeFactory.instance.objectNode();
        body.properties()
                .forEach(field -> worded.set(field.getKey(), worded(field.getKey(), field.getValue(), language)));
        return worded;
    }

    static JsonNode worded(String name, JsonNode value, Locale language) {
        return switch (value) {
            case ObjectNode object -> worded(object, language);
            case ArrayNode array -> {
                ArrayNode worded = JsonNodeFactory.instance.arrayNode();
                array.forEach(each -> worded.add(worded(name, each, language)));
                yield worded;
            }
            default -> isSealed(name, value) ? JsonNodeFactory.instance.stringNode(word(language)) : value;
        };
    }

    private static boolean isSealed(String name, JsonNode value) {
        if (!NAMES.contains(name)
                || !value.isString()
                || UUID_FORM.matcher(value.stringValue()).matches()) {
            return false;
        }
        try {
            var _ = new Sealed(value.stringValue());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static String word(Locale language) {
        return Language.isEnglish(language) ? "[sealed]" : "[đã giữ kín]";
    }
}
