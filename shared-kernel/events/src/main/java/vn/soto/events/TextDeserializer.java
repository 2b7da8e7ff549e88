package vn.soto.events;

import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a value from its text only. The error message does not contain the text, which may be a person's name. */
final class TextDeserializer<T> extends StdScalarDeserializer<T> {

    private final transient Function<String, T> parse;

    TextDeserializer(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return context.reportInputMismatch(this, "a text is needed");
        }
        String text = parser.getString();
        try {
            return parse.apply(text);
        } catch (RuntimeException invalid) {
            return context.reportInputMismatch(
                    this, "the text is not valid for %s", handledType().getSimpleName());
        }
    }
}
