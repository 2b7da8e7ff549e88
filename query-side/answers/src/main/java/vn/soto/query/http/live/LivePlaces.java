package vn.soto.query.http.live;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.query.problem.QueryProblemException;

/** Counts the open streams of each account and of all. Thread-safe. */
@Component
final class LivePlaces {

    private final int perAccount;
    private final int most;
    private final Map<String, Integer> counts = new HashMap<>();
    private int open;

    LivePlaces(LiveSettings settings) {
        this.perAccount = settings.perAccount();
        this.most = settings.most();
    }

    /** Takes a place, which is given back with {@link #leave}; throws the problem of a full house. */
    synchronized void enter(String account) {
        int mine = counts.getOrDefault(account, 0);
        if (mine >= perAccount) {
            throw QueryProblemException.tooManyStreams(perAccount);
        }
        if (open >= most) {
            throw QueryProblemException.streamsFull();
        }
        counts.put(account, mine + 1);
        open++;
    }

    synchronized void leave(String account) {
        counts.computeIfPresent(account, (name, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
        open--;
    }

    synchronized int open() {
        return open;
    }
}
