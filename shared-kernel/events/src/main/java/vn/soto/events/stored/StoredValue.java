package vn.soto.events.stored;

import org.jspecify.annotations.Nullable;

/** How the values of a type stand in the file: as their parts in order, without names, or as nothing. */
public interface StoredValue {

    void write(@Nullable Object value, Output to);

    @Nullable
    Object read(Input from);
}
