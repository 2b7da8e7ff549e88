package vn.soto.query.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.DamagedCommit;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Tail;

/**
 * The state of the ledger and the read models from which an answer was made.
 *
 * @param commit      last commit that every read model had projected
 * @param chain       chain hash of that commit, which ties the answer to one ledger
 * @param ledger      number of the ledger's last commit at that time
 * @param lagSeconds  age of the oldest commit not projected, in seconds
 * @param stale       whether {@code lagSeconds} exceeds the configured limit, or read models are being made anew
 * @param deadLetters number of dead letters of all read models; the answer may lack their events
 * @param damaged     present while the ledger has damaged commits up to the one the answer describes; what rests on them is
 *                    left out of it
 * @param asOf        commit the answer describes, if the query named one; otherwise it describes {@code commit}
 * @param missing     present if the answer lacks commits that the ledger has and the query did not leave out
 * @param replaying   present while read models are made anew; until then the answer is made from the old ones
 * @param moment      that commit, with its time and its chain hash: what an answer is cited by
 * @param head        last commit of the ledger at that time
 * @param takeOvers   how many replays have replaced a read model since the start, which an answer does not tell
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
        @Nullable Long asOf,
        @Nullable Missing missing,
        @Nullable List<Replay> replaying,
        Moment moment,
        Moment head,
        @JsonIgnore int takeOvers) {

    /**
     * A commit as the end of what was known.
     *
     * @param commit number; 0 before the first commit
     * @param at     when it was recorded; absent before the first commit
     * @param chain  chain hash, which covers all commits up to it; before the first that of the ledger's origin. Absent if the
     *               commit is damaged and its hash cannot be read
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Moment(
            long commit, @Nullable Instant at, @Nullable String chain) {

        static Moment of(Tail tail) {
            return new Moment(
                    tail.number(),
                    tail.number() == 0 ? null : tail.at(),
                    tail.chain().toString());
        }

        static Moment of(DamagedCommit damaged) {
            Hash chain = damaged.chain();
            return new Moment(damaged.number(), null, chain == null ? null : chain.toString());
        }
    }

    /**
     * Commits that are not in an answer, because they are not projected yet.
     *
     * @param since time of the first of them; absent if it is damaged
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Missing(long from, long to, @Nullable Instant since) {}

    /**
     * A read model that is made anew.
     *
     * @param commit last commit that is in the new one
     * @param to     last commit of the ledger
     */
    public record Replay(String projection, long commit, long to) {}

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
