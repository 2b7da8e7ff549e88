package vn.soto.axon;

import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import vn.soto.ledger.Guard;

/**
 * The commits of the ledger on which the decision of this thread's unit of work rests where no aggregate holds the
 * facts.
 */
public final class WholeLedger {

    private static final String KEY = WholeLedger.class.getName();

    private WholeLedger() {}

    /**
     * The decision rests on all commits up to this one: its own commit is refused as a conflict if another comes between. For rare
     * decisions, because any other command stands in their way.
     */
    public static void wasRead(long upTo) {
        CurrentUnitOfWork.ifStarted(unitOfWork ->
                unitOfWork.root().resources().merge(KEY, upTo, (one, other) -> Math.min((Long) one, (Long) other)));
    }

    static Optional<Guard> guard() {
        return CurrentUnitOfWork.map(unitOfWork -> unitOfWork.root().<Long>getResource(KEY))
                .map(Guard::ofLedger);
    }
}
