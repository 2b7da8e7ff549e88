package vn.soto.events.stored;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.events.RecentIds;

/**
 * The stored forms of records and of what they hold, made from their components. They depend on the version of
 * the program, and so does a file: another version makes its own.
 */
public final class StoredValues {

    private final Map<Type, StoredValue> known = new HashMap<>(Map.of(
            String.class, new Plain((value, to) -> to.text((String) value), Input::text),
            boolean.class, new Plain((value, to) -> to.flag((Boolean) value), Input::flag),
            int.class, new Plain((value, to) -> to.integer((Integer) value), Input::integer),
            long.class, new Plain((value, to) -> to.signed((Long) value), Input::signed),
            Instant.class, new Plain((value, to) -> to.instant((Instant) value), Input::instant),
            LocalDate.class, new Plain((value, to) -> to.day((LocalDate) value), Input::day)));

    public StoredValues() {
        known.put(Boolean.class, new OptionalValue(of(boolean.class)));
        known.put(Integer.class, new OptionalValue(of(int.class)));
        known.put(Long.class, new OptionalValue(of(long.class)));
        known.put(
                YearMonth.class,
                new OptionalValue(new Plain(
                        (value, to) -> to.signed(
                                ((YearMonth) value).getYear() * 12L + ((YearMonth) value).getMonthValue() - 1),
                        from -> YearMonth.of(0, 1).plusMonths(from.signed()))));
    }

    /**
     * @param arguments of a generic record
     * @throws IllegalArgumentException a record of this type holds values of a type that has no form here
     */
    public synchronized StoredValue of(Class<?> type, List<Class<?>> arguments) {
        TypeVariable<?>[] variables = type.getTypeParameters();
        Map<TypeVariable<?>, Type> bound = new HashMap<>();
        for (int at = 0; at < variables.length; at++) {
            bound.put(variables[at], arguments.get(at));
        }
        return record(type, bound);
    }

    private StoredValue of(Type type) {
        StoredValue shape = known.get(type);
        return shape == null ? made(type) : shape;
    }

    private StoredValue made(Type type) {
        return switch (type) {
            case Class<?> plain
            when Id.class.isAssignableFrom(plain) && plain.isRecord() -> kept(type, id(plain.asSubclass(Id.class)));
            case Class<?> plain when plain.isRecord() -> record(plain, Map.of());
            case Class<?> plain when plain.isEnum() -> kept(type, new Constant(plain.getEnumConstants()));
            case Class<?> plain
            when plain.isSealed() -> choice(plain, cases(plain).distinct().toList());
            case Class<?> plain
            when plain == DomainEvent.class ->
                choice(plain, cases(ProductEvent.class).distinct().toList());
            case ParameterizedType full -> generic((Class<?>) full.getRawType(), full.getActualTypeArguments());
            default -> throw new IllegalArgumentException("no form in the file: " + type);
        };
    }

    private static StoredValue id(Class<? extends Id> kind) {
        RecentIds<? extends Id> ids = RecentIds.of(kind);
        return new Plain((value, to) -> to.text(value == null ? null : ((Id) value).value()), from -> {
            String text = from.text();
            return text == null ? null : ids.of(text);
        });
    }

    private StoredValue kept(Type type, StoredValue shape) {
        known.put(type, shape);
        return shape;
    }

    /** @param arguments of a generic record, which is not kept */
    private StoredValue record(Class<?> type, Map<TypeVariable<?>, Type> arguments) {
        StoredRecord made = new StoredRecord(type);
        if (arguments.isEmpty()) {
            known.put(type, made);
        }
        made.components(component -> of(bound(component, arguments)));
        return made;
    }

    private static Type bound(RecordComponent component, Map<TypeVariable<?>, Type> arguments) {
        return bound(component.getGenericType(), arguments);
    }

    private static Type bound(Type type, Map<TypeVariable<?>, Type> arguments) {
        return switch (type) {
            case TypeVariable<?> variable -> arguments.getOrDefault(variable, variable);
            case ParameterizedType full ->
                new Bound(
                        (Class<?>) full.getRawType(),
                        Arrays.stream(full.getActualTypeArguments())
                                .map(each -> bound(each, arguments))
                                .toList());
            default -> type;
        };
    }

    /** A parameterized type whose arguments are known. */
    private record Bound(Class<?> raw, List<Type> arguments) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return null;
        }
    }

    private StoredValue generic(Class<?> raw, Type[] arguments) {
        if (raw.isRecord()) {
            Map<TypeVariable<?>, Type> of = new HashMap<>();
            for (int at = 0; at < arguments.length; at++) {
                of.put(raw.getTypeParameters()[at], arguments[at]);
            }
            return record(raw, of);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return new Pairs(of(arguments[0]), of(arguments[1]), SortedMap.class.isAssignableFrom(raw));
        }
        StoredValue element = of(arguments[0]);
        if (SortedSet.class.isAssignableFrom(raw)) {
            return new Many(element, found -> Collections.unmodifiableSortedSet(new TreeSet<>(found)));
        }
        if (Set.class.isAssignableFrom(raw)) {
            return new Many(element, found -> Collections.unmodifiableSet(new LinkedHashSet<>(found)));
        }
        if (raw.isAssignableFrom(List.class)) {
            return new Many(element, Collections::unmodifiableList);
        }
        throw new IllegalArgumentException("no form in the file: " + raw);
    }

    private StoredValue choice(Class<?> type, List<? extends Class<?>> cases) {
        Map<Class<?>, Integer> numbers = new HashMap<>();
        cases.forEach(each -> numbers.put(each, numbers.size() + 1));
        Choice made = new Choice(numbers, new StoredValue[cases.size()]);
        known.put(type, made);
        Arrays.setAll(made.shapes, at -> of(cases.get(at)));
        return made;
    }

    private static Stream<Class<?>> cases(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(StoredValues::cases)
                : Stream.of(type);
    }

    /** A value that is there, or whose form says whether it is. */
    private record Plain(BiConsumer<@Nullable Object, Output> writing, Function<Input, @Nullable Object> reading)
            implements StoredValue {

        @Override
        public void write(@Nullable Object value, Output to) {
            writing.accept(value, to);
        }

        @Override
        public @Nullable Object read(Input from) {
            return reading.apply(from);
        }
    }

    /** A value that may be absent. */
    private record OptionalValue(StoredValue value) implements StoredValue {

        @Override
        public void write(@Nullable Object some, Output to) {
            to.flag(some != null);
            if (some != null) {
                value.write(some, to);
            }
        }

        @Override
        public @Nullable Object read(Input from) {
            return from.flag() ? value.read(from) : null;
        }
    }

    @SuppressWarnings({"ArrayRecordComponent", "EnumOrdinal"}) // never compared; a file is of one program
    private record Constant(Object[] all) implements StoredValue {

        @Override
        public void write(@Nullable Object value, Output to) {
            to.number(value == null ? 0 : ((Enum<?>) value).ordinal() + 1L);
        }

        @Override
        public @Nullable Object read(Input from) {
            int number = (int) from.number();
            return number == 0 ? null : all[number - 1];
        }
    }

    /** One of several records. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Choice(Map<Class<?>, Integer> numbers, StoredValue[] shapes) implements StoredValue {

        @Override
        public void write(@Nullable Object value, Output to) {
            if (value == null) {
                to.number(0);
                return;
            }
            Integer number = numbers.get(value.getClass());
            if (number == null) {
                throw new IllegalArgumentException("no form in the file: " + value.getClass());
            }
            to.number(number);
            shapes[number - 1].write(value, to);
        }

        @Override
        public @Nullable Object read(Input from) {
            int number = (int) from.number();
            return number == 0 ? null : shapes[number - 1].read(from);
        }
    }

    private record Many(StoredValue element, Function<List<Object>, Collection<Object>> collected)
            implements StoredValue {

        @Override
        public void write(@Nullable Object value, Output to) {
            if (value == null) {
                to.number(0);
                return;
            }
            Collection<?> all = (Collection<?>) value;
            to.number(all.size() + 1L);
            for (Object each : all) {
                element.write(each, to);
            }
        }

        @Override
        public @Nullable Object read(Input from) {
            int size = (int) from.number() - 1;
            if (size < 0) {
                return null;
            }
            List<Object> all = new ArrayList<>(size);
            for (int at = 0; at < size; at++) {
                all.add(element.read(from));
            }
            return collected.apply(all);
        }
    }

    private record Pairs(StoredValue key, StoredValue value, boolean sorted) implements StoredValue {

        @Override
        public void write(@Nullable Object map, Output to) {
            if (map == null) {
                to.number(0);
                return;
            }
            Map<?, ?> all = (Map<?, ?>) map;
            to.number(all.size() + 1L);
            all.forEach((left, right) -> {
                key.write(left, to);
                value.write(right, to);
            });
        }

        @Override
        public @Nullable Object read(Input from) {
            int size = (int) from.number() - 1;
            if (size < 0) {
                return null;
            }
            Map<Object, Object> all = sorted ? new TreeMap<>() : LinkedHashMap.newLinkedHashMap(size);
            for (int at = 0; at < size; at++) {
                Object left = key.read(from);
                all.put(left, value.read(from));
            }
            return sorted ? Collections.unmodifiableSortedMap((SortedMap<?, ?>) all) : Collections.unmodifiableMap(all);
        }
    }
}
