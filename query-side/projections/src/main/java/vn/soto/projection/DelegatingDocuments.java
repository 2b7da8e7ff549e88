package vn.soto.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Documents that leave to others what they do not do themselves. */
public interface DelegatingDocuments extends Documents {

    Documents documents();

    @Override
    default <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id) {
        return documents().find(kind, id);
    }

    @Override
    default <T extends ReadModel> Map<String, T> find(DocumentType<T> kind, Collection<String> ids) {
        return documents().find(kind, ids);
    }

    @Override
    default <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> written) {
        documents().write(kind, written);
    }

    @Override
    default Optional<RecentWrites> recentWrites(DocumentType<?> kind) {
        return documents().recentWrites(kind);
    }

    @Override
    default void drop(DocumentType<?> kind) {
        documents().drop(kind);
    }

    @Override
    default Documents beside() {
        return documents().beside();
    }

    @Override
    default DocumentDifferences differences(List<DocumentType<?>> types, Documents made) {
        return documents().differences(types, made);
    }

    @Override
    default void replace(List<DocumentType<?>> types, Documents made) {
        documents().replace(types, made);
    }
}
