package vn.soto.query.personfile;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.stipend.StipendPeriod;

/** The values of an event, each with the names of the components that lead to it. */
final class EventParts {

    private static final String OURS = "vn.soto.";

    private EventParts() {}

    /** @param path names of components, from that of the event on */
    record Part(List<String> path, Object value) {

        String component() {
            return path.getLast();
        }
    }

    /** In the order of the components; values that are absent are left out. */
    static List<Part> of(Object event) {
        List<Part> parts = new ArrayList<>();
        add(List.of(), event, parts);
        return parts;
    }

    private static void add(List<String> path, @Nullable Object value, List<Part> parts) {
        switch (value) {
            case null -> {}
            case Id id -> parts.add(new Part(path, id));
            case Subject subject -> parts.add(new Part(path, subject));
            case Sealed text -> parts.add(new Part(path, text));
            case Quarter quarter -> parts.add(new Part(path, quarter));
            case StipendPeriod period -> parts.add(new Part(path, period));
            case Collection<?> several -> several.forEach(each -> add(path, each, parts));
            case Map<?, ?> map -> map.values().forEach(each -> add(path, each, parts));
            case Record part when part.getClass().getName().startsWith(OURS) -> components(path, part, parts);
            default -> parts.add(new Part(path, value));
        }
    }

    private static void components(List<String> path, Record record, List<Part> parts) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            List<String> longer = new ArrayList<>(path);
            longer.add(component.getName());
            add(longer, value(component, record), parts);
        }
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the components of an event are public", e);
        }
    }
}
