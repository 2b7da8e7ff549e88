package vn.soto.contracts.person;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Id;

/**
 * The subjects of personal data that an event names anywhere in its body. Tags are no measure: an enrolment carries only its
 * team's. Components are read by their types, so an event that is added later needs no list of its own.
 */
public final class NamedSubjects {

    private static final String OURS = "vn.soto.";

    /** Of each accessor: one that fits its call exactly is not adapted at each. */
    private static final MethodType COMPONENT = MethodType.methodType(Object.class, Record.class);

    private static final ClassValue<List<MethodHandle>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<MethodHandle> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .filter(component -> mayName(component.getType()))
                    .map(NamedSubjects::accessor)
                    .toList();
        }
    };

    private NamedSubjects() {}

    /** In the order of their texts. */
    public static NavigableSet<Subject> of(DomainEvent event) {
        NavigableSet<Subject> found = new TreeSet<>();
        add(event, found);
        return Collections.unmodifiableNavigableSet(found);
    }

    private static void add(@Nullable Object value, NavigableSet<Subject> found) {
        switch (value) {
            case null -> {}
            case Subject subject -> found.add(subject);
            case Id id -> Subject.find(id).ifPresent(found::add);
            case PlanStep step -> found.addAll(SubjectsInJson.of(step.content()));
            case Iterable<?> values -> values.forEach(each -> add(each, found));
            case Map<?, ?> map -> {
                add(map.keySet(), found);
                add(map.values(), found);
            }
            case Record part when part.getClass().getName().startsWith(OURS) -> components(part, found);
            default -> {}
        }
    }

    private static void components(Record part, NavigableSet<Subject> found) {
        for (MethodHandle accessor : COMPONENTS.get(part.getClass())) {
            add(read(accessor, part), found);
        }
    }

    /** Texts, numbers and days name nobody; of collections and interfaces only the value tells. */
    private static boolean mayName(Class<?> type) {
        return !type.isPrimitive() && !type.isEnum() && (type.getName().startsWith(OURS) || type.isInterface());
    }

    private static MethodHandle accessor(RecordComponent component) {
        try {
            return MethodHandles.publicLookup()
                    .unreflect(component.getAccessor())
                    .asType(COMPONENT);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(component + " of an event is public", e);
        }
    }

    private static @Nullable Object read(MethodHandle accessor, Record part) {
        try {
            return (Object) accessor.invokeExact(part);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("an accessor throws nothing", e);
        }
    }
}
