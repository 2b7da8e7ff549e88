package vn.soto.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A store of read models: whole documents, addressed by id only. Thread-safe, as long as each document has one writer
 * at a time.
 */
public interface Documents {

    <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id);

    /** The documents that exist, by id. */
    <T extends ReadModel> Map<String, T> find(DocumentType<T> kind, Collection<String> ids);

    /** Inserts documents or replaces those with the same ids. A crash may leave only some of them written. */
    <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> documents);

    /**
     * These documents for one batch, which writes over no document that another process has changed since the batch read it. Where one
     * process alone can write, these are the documents themselves.
     */
    default Documents forBatch() {
        return this;
    }

    /** Whether the documents are in this process, so that reading many at once saves nothing. */
    default boolean local() {
        return false;
    }

    /** Removes all documents of a type. */
    void drop(DocumentType<?> kind);

    /** The place in which the same documents are made anew; nothing in it is found here. */
    Documents beside();

    /**
     * Puts all documents of these types that were made {@link #beside} in the place of those that are here, one type after the
     * other: a crash may leave some types replaced only.
     */
    void replace(List<DocumentType<?>> types, Documents made);
}
