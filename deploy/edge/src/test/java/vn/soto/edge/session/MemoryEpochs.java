package vn.soto.edge.session;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** The epochs of named accounts, or of all from 0, in memory, for tests of what asks for them. */
public final class MemoryEpochs implements Epochs {

    private final Map<String, Long> numbers = new ConcurrentHashMap<>();
    private final Set<String> signedOut = ConcurrentHashMap.newKeySet();
    private final boolean everybody;

    private MemoryEpochs(boolean everybody) {
        this.everybody = everybody;
    }

    public static MemoryEpochs ofEverybody() {
        return new MemoryEpochs(true);
    }

    public static MemoryEpochs of(String account, long epoch) {
        MemoryEpochs epochs = new MemoryEpochs(false);
        epochs.numbers.put(account, epoch);
        return epochs;
    }

    public void forgetAccounts() {
        numbers.clear();
    }

    @Override
    public Mono<Long> current(String account) {
        return Mono.fromSupplier(() -> everybody ? numbers.getOrDefault(account, 0L) : numbers.get(account));
    }

    @Override
    public Mono<Boolean> accept(Session session) {
        return current(session.account())
                .map(epoch -> epoch == session.epoch() && !signedOut.contains(session.id()))
                .defaultIfEmpty(false);
    }

    @Override
    public Mono<Void> raise(String account) {
        return Mono.fromRunnable(() -> numbers.merge(account, 1L, Long::sum));
    }

    @Override
    public Mono<Void> end(Session session) {
        return Mono.fromRunnable(() -> signedOut.add(session.id()));
    }
}
