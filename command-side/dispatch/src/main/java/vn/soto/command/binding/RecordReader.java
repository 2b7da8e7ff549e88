package vn.soto.command.binding;

import tools.jackson.databind.node.ObjectNode;

/** Reads a record as strictly as {@link CommandReader} reads a command. */
public final class RecordReader<T extends Record> {

    private final Class<T> type;
    private final JsonBinder.Fields shape;

    public RecordReader(Class<T> type) {
        this.type = type;
        this.shape = JsonBinders.fields(type);
    }

    public JsonBinder.Fields shape() {
        return shape;
    }

    /** @throws InvalidFieldException see there */
    public T read(ObjectNode given) {
        return type.cast(shape.read(given, ""));
    }
}
