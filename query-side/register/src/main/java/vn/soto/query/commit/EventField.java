package vn.soto.query.commit;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Sealed;
import vn.soto.web.Vocabulary;

/**
 * A component of an event with what it is called.
 *
 * @param field  its path, such as {@code content.mode}; several have a number, such as {@code helpers[0].member}
 * @param label  label of its last part in the reader's language
 * @param value  as it is written; absent if it is sealed
 * @param sealed whether it is sealed
 */
record EventField(String field, String label, @Nullable String value, boolean sealed) {

    /** The components that have a value, in the order of the event. */
    static List<EventField> of(Record event, Locale language) {
        List<EventField> fields = new ArrayList<>();
        parts("", event, language, fields);
        return fields;
    }

    private static void parts(String path, Record whole, Locale language, List<EventField> fields) {
        for (RecordComponent part : whole.getClass().getRecordComponents()) {
            ReflectionUtils.makeAccessible(part.getAccessor());
            String at = path.isEmpty() ? part.getName() : path + "." + part.getName();
            add(at, part.getName(), ReflectionUtils.invokeMethod(part.getAccessor(), whole), language, fields);
        }
    }

    private static void add(
            String path, String name, @Nullable Object value, Locale language, List<EventField> fields) {
        String label = Vocabulary.field(name, language);
        switch (value) {
            case null -> {
                // says nothing
            }
            case Sealed _ -> fields.add(new EventField(path, label, null, true));
            case Id id -> fields.add(new EventField(path, label, id.value(), false));
            case Enum<?> choice -> fields.add(new EventField(path, label, Vocabulary.value(choice, language), false));
            case Collection<?> several -> {
                int number = 0;
                for (Object each : several) {
                    add(path + "[" + number++ + "]", name, each, language, fields);
                }
            }
            case Map<?, ?> map -> map.forEach((key, each) -> add(path + "." + key, name, each, language, fields));
            case Record whole when isPlain(whole) -> fields.add(new EventField(path, label, whole.toString(), false));
            case Record whole -> parts(path, whole, language, fields);
            default -> fields.add(new EventField(path, label, value.toString(), false));
        }
    }

    /** Whether a record is one value, which its text tells. */
    private static boolean isPlain(Record value) {
        return !value.toString().startsWith(value.getClass().getSimpleName() + "[");
    }
}
