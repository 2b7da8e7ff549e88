package vn.soto.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The documents that a batch of events reads and writes: whole ones, addressed by id only. */
public interface BatchDocuments {

    <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id);

    /** The documents that exist, by id. By default each is looked up. */
    default <T extends ReadModel> Map<String, T> find(DocumentType<T> kind, Collection<String> ids) {
        Map<String, T> found = new HashMap<>();
        ids.forEach(id -> find(kind, id).ifPresent(document -> found.put(id, document)));
        return found;
    }

    /** Inserts documents or replaces those with the same ids. A crash may leave only some of them written. */
    <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> documents);

    /** @param commit greatest commit of the events by which they were changed */
    default <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> documents, long commit) {
        write(kind, documents);
    }

    /** Whether the documents are in this process, so that reading many at once saves nothing. */
    default boolean local() {
        return false;
    }
}
