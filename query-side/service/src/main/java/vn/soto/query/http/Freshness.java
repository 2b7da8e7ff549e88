package vn.soto.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.DamagedCommit;

/**
 * The state of the ledger and the read models from which an answer was made.
 *
 * @param commit      last commit that every read model had projected
 * @param chain       chain hash of that commit, which ties the answer to one ledger
 * @param ledger      number of the ledger's last commit at that time
 * @param lagSeconds  age of the oldest commit not projected, in seconds
 * @param stale       whether {@code lagSeconds} exceeds the configured limit
 * @param deadLetters number of dead letters of all read models; the answer may lack their events
 * @param damaged     present while the ledger has damaged commits up to the one the answer describes; what rests on them is
 *                    left out of it
 * @param asOf        commit the answer describes, if the query named one; otherwise it describes {@code commit}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Freshness(
        long commit,
        String chain,
        long ledger,
        long lagCommits,
        long lagSeconds,
        boolean stale,
        long deadLetters,
        @Nullable Damaged damaged,
        @Nullable Long asOf) {

    /**
     * Damaged commits: altered, unreadable or missing.
     *
     * @param count   how many
     * @param commits numbers of the first of them
     */
    public record Damaged(int count, List<Long> commits) {

        private static final int NAMED = 20;

        static @Nullable Damaged of(Collection<DamagedCommit> found) {
            return found.isEmpty()
                    ? null
                    : new Damaged(
                            found.size(),
                            found.stream()
                                    .limit(NAMED)
                                    .map(DamagedCommit::number)
                                    .toList());
        }
    }
}
