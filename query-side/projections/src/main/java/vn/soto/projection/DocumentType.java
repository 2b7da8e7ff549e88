package vn.soto.projection;

import java.util.List;
import java.util.stream.Stream;

/**
 * Documents of one shape in one collection.
 *
 * @param arguments for the parameters of a generic {@code type}: a store cannot tell them from the class
 */
public record DocumentType<T extends ReadModel>(String collection, Class<T> type, List<Class<?>> arguments) {

    public DocumentType(String collection, Class<T> type) {
        this(collection, type, List.of());
    }

    /** Some types, then others: in the order in which a batch writes them. */
    public static List<DocumentType<?>> listed(List<DocumentType<?>> first, DocumentType<?>... then) {
        return Stream.concat(first.stream(), Stream.of(then)).toList();
    }
}
