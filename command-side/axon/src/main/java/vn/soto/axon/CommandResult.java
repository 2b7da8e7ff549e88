package vn.soto.axon;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.ledger.Commit;

/**
 * The result of a command that was not refused.
 *
 * @param returned return value of the handler, or the id of the aggregate it created
 * @param commit   durable; absent if the command decided nothing
 * @param events   the events of the commit, in its order, as the handler applied them
 */
public record CommandResult(
        @Nullable Object returned, @Nullable Commit commit, List<DomainEvent> events) {}
