package vn.soto.axon;

import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Locks the first aggregate of a unit of work, the target of its command, and no further one. The holder of a lock
 * waits for none, so commands cannot wait for each other in a circle. Of commands that write the same further
 * aggregate, all but the recorded one conflict: however many meet, one of them goes on.
 */
final class TargetLocks implements LockFactory {

    private static final String HELD = TargetLocks.class.getName();

    /**
     * At each attempt Axon looks for circles of waiting threads, in time with the square of their number, by default each 10 ms. A
     * thousand that waited at once took the processor from the one that they waited for.
     */
    private final LockFactory locks = PessimisticLockFactory.builder()
            .acquireAttempts(8)
            .lockAttemptTimeout(10_000)
            .build();

    @Override
    public Lock obtainLock(String aggregate) {
        boolean first = CurrentUnitOfWork.get().resources().putIfAbsent(HELD, aggregate) == null;
        return (first ? locks : NullLockFactory.INSTANCE).obtainLock(aggregate);
    }
}
