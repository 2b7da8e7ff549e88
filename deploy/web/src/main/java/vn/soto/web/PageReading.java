package vn.soto.web;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the answers that one page shows have in common for the register of reads, which names each person once a page. Thread-safe. */
public final class PageReading {

    private final String address;
    private final Set<String> opened = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String recorded;

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
}
