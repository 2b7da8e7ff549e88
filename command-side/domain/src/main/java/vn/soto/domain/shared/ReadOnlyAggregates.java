package vn.soto.domain.shared;

import java.util.Optional;
import java.util.function.Function;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.RepositoryProvider;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Id;

/**
 * Reads aggregates that the command does not write. It takes no lock. The commit is guarded by the state that was read,
 * and is refused as a conflict if any of it has changed since.
 */
public record ReadOnlyAggregates(RepositoryProvider repositories) {

    /** @throws NotFoundException if there is no such aggregate */
    public <T, R extends @Nullable Object> R ask(Class<T> type, Id id, Function<T, R> question) {
        return load(type, id).invoke(question);
    }

    /** Like {@link #ask}, for an aggregate that may not exist; its absence is guarded as well. */
    public <T, R> Optional<R> find(Class<T> type, String id, Function<T, R> question) {
        try {
            return Optional.of(repositories.repositoryFor(type).load(id).invoke(question));
        } catch (AggregateNotFoundException e) {
            return Optional.empty();
        }
    }

    private <T> Aggregate<T> load(Class<T> type, Id id) {
        try {
            return repositories.repositoryFor(type).load(id.value());
        } catch (AggregateNotFoundException e) {
            throw new NotFoundException(type.getAnnotation(AggregateRoot.class).type(), id.value());
        }
    }
}
