package vn.soto.projection.file;

import java.util.Objects;
import vn.soto.events.stored.Input;
import vn.soto.events.stored.Output;
import vn.soto.events.stored.StoredValue;
import vn.soto.events.stored.StoredValues;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/** The documents of one type as bytes. Their form depends on the version of the program. */
record DocumentCodec<T extends ReadModel>(DocumentType<T> kind, StoredValue shape) {

    static <T extends ReadModel> DocumentCodec<T> of(DocumentType<T> kind, StoredValues shapes) {
        return new DocumentCodec<>(kind, shapes.of(kind.type(), kind.arguments()));
    }

    byte[] encoded(ReadModel document, Output scratch) {
        Output to = scratch.begin(document.id());
        shape.write(document, to);
        return to.bytes();
    }

    T decoded(String id, byte[] bytes) {
        return kind.type().cast(Objects.requireNonNull(shape.read(new Input(id, bytes))));
    }
}
