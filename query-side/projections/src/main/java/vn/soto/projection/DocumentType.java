package vn.soto.projection;

import java.util.List;
import java.util.stream.Stream;

/**
 * The documents of one record type, in one collection.
 *
 * @param arguments type arguments of a generic {@code type}, which the class alone does not carry
 */
public record DocumentType<T extends ReadModel>(String collection, Class<T> type, List<Class<?>> arguments) {

    public DocumentType(String collection, Class<T> type) {
        this(collection, type, List.of());
    }

    /** Asked of every look-up; a collection has one type. */
    @Override
    public int hashCode() {
        return collection.hashCode();
    }

    /** Concatenates types, in the order in which a batch writes them. */
    public static List<DocumentType<?>> listed(List<DocumentType<?>> first, DocumentType<?>... then) {
        return Stream.concat(first.stream(), Stream.of(then)).toList();
    }
}
