package vn.soto.domain.shared;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.RepositoryProvider;
import vn.soto.contracts.shared.Id;

/** Aggregates a command writes beside its target, in the same commit; each stays locked until that is recorded. */
public final class CoWrittenAggregates {

    private final RepositoryProvider repositories;

    public CoWrittenAggregates(RepositoryProvider repositories) {
        this.repositories = repositories;
    }

    /** @param blank makes the aggregate when it has no events yet; it may be dropped again */
    public <T> void change(Class<T> type, String id, Callable<T> blank, Consumer<T> change) {
        loadOrCreate(type, id, blank).execute(change);
    }

    /**
     * As the other, of an aggregate that must be there.
     *
     * @throws NotFoundException if there is no such aggregate
     */
    public <T> void change(Class<T> type, Id id, Consumer<T> change) {
        try {
            repositories.repositoryFor(type).load(id.value()).execute(change);
        } catch (AggregateNotFoundException e) {
            throw new NotFoundException(type.getAnnotation(AggregateRoot.class).type(), id.value());
        }
    }

    private <T> Aggregate<T> loadOrCreate(Class<T> type, String id, Callable<T> blank) {
        try {
            return repositories.repositoryFor(type).loadOrCreate(id, blank);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("could not make " + id, e);
        }
    }
}
