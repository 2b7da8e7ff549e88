package vn.soto.ledgerwriter;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.ledger.Tail;

/** Those who want to know that the ledger grew; one that fails never fails an append that is durable. */
public final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<Consumer<Tail>> all = new CopyOnWriteArrayList<>();

    public void add(Consumer<Tail> listener) {
        all.add(listener);
    }

    public void tell(Tail tail) {
        for (Consumer<Tail> listener : all) {
            try {
                listener.accept(tail);
            } catch (RuntimeException e) {
                LOG.warn("a listener failed at commit {}", tail.number(), e);
            }
        }
    }
}
