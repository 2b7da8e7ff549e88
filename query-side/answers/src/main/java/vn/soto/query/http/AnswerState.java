package vn.soto.query.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far everything is. That the oldest missing commit ages makes no other answer until it makes a stale one.
 *
 * @param commit last commit that every read model has
 * @param ledger    last commit of the ledger
 * @param takeOvers how many replays have replaced a read model
 */
public record AnswerState(
        long commit,
        long ledger,
        boolean stale,
        long deadLetters,
        Freshness.@Nullable Damaged damaged,
        List<String> replaying,
        int takeOvers) {

    public static AnswerState of(Freshness now) {
        return new AnswerState(
                now.commit(),
                now.ledger(),
                now.stale(),
                now.deadLetters(),
                now.damaged(),
                replaying(now, Freshness.Replay::toString),
                now.takeOvers());
    }

    /** The state in which a commit was the last one, as open pages were told. */
    public static AnswerState told(long commit, Freshness now) {
        return new AnswerState(
                commit,
                commit,
                now.stale(),
                now.deadLetters(),
                now.damaged(),
                replaying(now, Freshness.Replay::projection),
                now.takeOvers());
    }

    private static List<String> replaying(Freshness now, Function<Freshness.Replay, String> each) {
        return Optional.ofNullable(now.replaying()).orElse(List.of()).stream()
                .map(each)
                .toList();
    }
}
