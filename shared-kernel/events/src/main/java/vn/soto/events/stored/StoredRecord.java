package vn.soto.events.stored;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A record as its components in order; one that is nothing but a text, such as an id, as that text alone. The code for it is
 * compiled when the first is written or read.
 */
final class StoredRecord implements StoredValue {

    private final Class<?> type;
    private final StoredValue[] shapes;
    private @Nullable StoredValue compiled;

    /**
     * Its components may be of this type, so they are looked at after it is known.
     *
     * @throws IllegalArgumentException it is not public, so that no other class may make one
     */
    StoredRecord(Class<?> type) {
        if (!Modifier.isPublic(type.getModifiers())) {
            throw new IllegalArgumentException("not public, as what a document holds has to be: " + type);
        }
        this.type = type;
        this.shapes = new StoredValue[type.getRecordComponents().length];
    }

    void components(Function<RecordComponent, StoredValue> shape) {
        Arrays.setAll(shapes, at -> shape.apply(type.getRecordComponents()[at]));
    }

    /** Compiled twice, if two threads are the first; either does. */
    private StoredValue compiled() {
        StoredValue known = compiled;
        if (known == null) {
            known = RecordCompiler.compiled(type, shapes);
            compiled = known;
        }
        return known;
    }

    @Override
    public void write(@Nullable Object value, Output to) {
        compiled().write(value, to);
    }

    @Override
    public @Nullable Object read(Input from) {
        return compiled().read(from);
    }
}
