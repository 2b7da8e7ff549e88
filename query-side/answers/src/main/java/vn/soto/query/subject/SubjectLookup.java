package vn.soto.query.subject;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Documents;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedModel;

/** Something about each subject of one kind that is known at a commit, by id, in terms of a day. */
@FunctionalInterface
public interface SubjectLookup<T> {

    /** An id that is not known is not in the result. */
    Map<String, T> find(Collection<String> ids, LocalDate day, long asOf);

    /** The same about one subject; empty if it is not known. */
    @FunctionalInterface
    interface One<K, T> {
        Optional<T> find(K subject, LocalDate day, long asOf);
    }

    /** Looks up one subject after the other. */
    static <T> SubjectLookup<T> each(One<String, T> one) {
        return (ids, day, asOf) -> {
            Map<String, T> found = new HashMap<>();
            ids.forEach(id -> one.find(id, day, asOf).ifPresent(known -> found.put(id, known)));
            return found;
        };
    }

    /** Looks up the documents of all subjects at once. */
    static <M extends ReadModel, T> SubjectLookup<T> of(Documents documents, DocumentType<M> type, One<M, T> one) {
        return (ids, day, asOf) -> {
            Map<String, T> found = new HashMap<>();
            documents
                    .find(type, ids)
                    .forEach((id, model) -> one.find(model, day, asOf).ifPresent(known -> found.put(id, known)));
            return found;
        };
    }

    /** The versions of the subjects. */
    static <V extends Stamped, M extends VersionedModel<V, M>> SubjectLookup<V> versions(
            Documents documents, DocumentType<M> type) {
        return of(documents, type, (model, day, asOf) -> model.asOf(asOf));
    }

    default <R> SubjectLookup<R> map(Function<? super T, ? extends R> function) {
        return (ids, day, asOf) -> {
            Map<String, R> found = new HashMap<>();
            find(ids, day, asOf).forEach((id, known) -> found.put(id, function.apply(known)));
            return found;
        };
    }
}
