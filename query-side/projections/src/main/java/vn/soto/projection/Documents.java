package vn.soto.projection;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Read models, addressed by id only and whole. For any number of threads; each document is written by one at a time. */
public interface Documents {

    <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id);

    /** Those that exist, by id. */
    <T extends ReadModel> Map<String, T> find(DocumentType<T> kind, Collection<String> ids);

    /** Puts them in the place of those with the same ids. A crash may leave some of them written and others not. */
    <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> documents);

    /** Whether they are in this process, so that reading many at once saves nothing. */
    default boolean local() {
        return false;
    }

    /** Removes all of a kind. */
    void drop(DocumentType<?> kind);
}
