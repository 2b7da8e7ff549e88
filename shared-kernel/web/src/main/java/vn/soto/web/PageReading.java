package vn.soto.web;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The state shared by the answers that one page shows: the commit that they are made of, the subjects opened for it,
 * and their names. Each name is opened once a page, and the register of reads names each person once. Thread-safe.
 */
public final class PageReading {

    private final String address;
    private final int most;
    private final @Nullable String reason;
    private volatile boolean unnamed;
    private final Set<String> opened = ConcurrentHashMap.newKeySet();
    private final Map<Called, String> names = new ConcurrentHashMap<>();
    private final Map<Instant, Long> commits = new ConcurrentHashMap<>();
    private volatile @Nullable Object state;

    /** @param address of the page with its parameters */
    public PageReading(String address) {
        this(address, Integer.MAX_VALUE, null);
    }

    /**
     * Of a file that the reader takes out.
     *
     * @param most   persons that are named in it
     * @param reason why so many are named, the name of a reason of the register of reads; absent if none is stated
     */
    public PageReading(String address, int most, @Nullable String reason) {
        this.address = address;
        this.most = most;
        this.reason = reason;
    }

    /** Persons that are named at most. */
    public int most() {
        return most;
    }

    /** Why names are taken out; empty if no reason is stated. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** From now on nobody's name is opened: people are called by pseudonyms. */
    public void withholdNames() {
        unnamed = true;
    }

    /** Whether people are called by pseudonyms alone. */
    public boolean isUnnamed() {
        return unnamed;
    }

    /** The subjects whose data was opened for the page so far; answers add theirs. */
    public Set<String> opened() {
        return opened;
    }

    /**
     * Somebody whom an answer calls by a name.
     *
     * @param kind   of the id, such as {@code member}
     * @param asOf   commit that the answer describes
     * @param forAll whether the answer is for everybody with the rights of who asks, so that nothing is opened for it
     */
    public record Called(String kind, String id, long asOf, boolean forAll) {}

    /** The names in the answers so far; empty of whoever is called nothing. */
    public Map<Called, String> names() {
        return names;
    }

    /** The names so far are not needed any more, as those of a part of a file once it is written. */
    public void forgetNames() {
        names.clear();
    }

    /**
     * The last commit of an instant, which is found once. A commit of that time that is recorded later is in no
     * answer of the page: the parts of a file belong together.
     */
    public long commitAsOf(Instant instant, ToLongFunction<Instant> found) {
        return commits.computeIfAbsent(instant, found::applyAsLong);
    }

    /** The page's address with its parameters. */
    public String address() {
        return address;
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
        commits.clear();
        names.clear();
    }
}
