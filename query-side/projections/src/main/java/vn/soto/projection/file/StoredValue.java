package vn.soto.projection.file;

import org.jspecify.annotations.Nullable;

/** How the values of a type stand in the file: as their parts in order, without names, or as nothing. */
interface StoredValue {

    void write(@Nullable Object value, Output to);

    @Nullable
    Object read(Input from);
}
