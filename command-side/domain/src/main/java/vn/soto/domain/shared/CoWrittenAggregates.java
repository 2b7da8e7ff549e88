package vn.soto.domain.shared;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.RepositoryProvider;
import vn.soto.contracts.shared.Id;

/**
 * Writes aggregates other than the command's target in the same commit. If another command writes one of them meanwhile,
 * this command conflicts and nothing of it is recorded.
 */
public record CoWrittenAggregates(RepositoryProvider repositories) {

    /** @param blank creates the aggregate if it has no events yet; the instance may be discarded */
    public <T> void change(Class<T> type, String id, Callable<T> blank, Consumer<T> change) {
        loadOrCreate(type, id, blank).execute(change);
    }

    /**
     * Writes an aggregate that must exist.
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
