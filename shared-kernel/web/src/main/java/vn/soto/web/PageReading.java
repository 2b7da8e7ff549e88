package vn.soto.web;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The state shared by the answers that one page shows: the commit that they are made of, and the subjects opened for
 * it. The register of reads names each person once a page. Thread-safe.
 */
public final class PageReading {

    private final String address;
    private final Set<String> opened = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String recorded;
    private volatile @Nullable Object state;

    /** @param address of the page with its parameters */
    public PageReading(String address) {
        this.address = address;
    }

    /** The subjects whose data was opened for the page so far; answers add theirs. */
    public Set<String> opened() {
        return opened;
    }

    /** The page's address as the register keeps it, which is made once. */
    public String recorded(UnaryOperator<String> made) {
        String known = recorded;
        if (known == null) {
            known = made.apply(address);
            recorded = known;
        }
        return known;
    }

    /** The state of the ledger behind the answers, as the first of them found it; empty before. */
    public <T> Optional<T> state(Class<T> type) {
        return Optional.ofNullable(state).filter(type::isInstance).map(type::cast);
    }

    public void isOf(Object found) {
        state = found;
    }

    /** A command was given: what is asked from now on knows of it. */
    public void changed() {
        state = null;
    }
}
