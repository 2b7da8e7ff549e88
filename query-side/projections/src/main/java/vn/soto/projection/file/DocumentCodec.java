package vn.soto.projection.file;

import java.util.Objects;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/** The documents of one type as bytes. Their form depends on the version of the program. */
record DocumentCodec<T extends ReadModel>(DocumentType<T> kind, StoredValue shape) {

    byte[] encoded(ReadModel document, Output scratch) {
        Output to = scratch.begin(document.id());
        shape.write(document, to);
        return to.bytes();
    }

    T decoded(String id, byte[] bytes) {
        return kind.type().cast(Objects.requireNonNull(shape.read(new Input(id, bytes))));
    }
}
