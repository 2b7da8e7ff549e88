package vn.soto.domain.person;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.soto.contracts.person.ErasureEvent;
import vn.soto.contracts.person.ErasureEvent.ErasureListed;
import vn.soto.contracts.person.Subject;
import vn.soto.domain.shared.CoWrittenAggregates;

/**
 * All erased subjects of a ledger in one stream. Every start of the service destroys their keys again and reads only
 * this stream.
 */
@AggregateRoot(type = "erasures")
public final class ErasureList {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private int number;

    ErasureList() {}

    static void add(Subject subject, CoWrittenAggregates alsoWritten) {
        alsoWritten.change(ErasureList.class, ErasureEvent.LIST, ErasureList::new, list -> list.add(subject));
    }

    private void add(Subject subject) {
        apply(new ErasureListed(subject, number + 1));
    }

    @EventHandler
    void evolve(ErasureListed event) {
        id = ErasureEvent.LIST;
        number = event.number();
    }
}
