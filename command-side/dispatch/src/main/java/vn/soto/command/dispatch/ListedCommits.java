package vn.soto.command.dispatch;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredCommit;

/** Reads commits by the numbers that are listed, of which few are in memory at a time. */
record ListedCommits(TeamCommits numbers, LedgerReader ledger, EventCodec codec) {

    private static final int AT_ONCE = 500;

    /** The events about a topic of all teams together. */
    LedgerCatchUp about(Topic topic, BiConsumer<DomainEvent, Commit> apply) {
        return events(topic, after -> ledger.commitsAt(next(after, topic)), apply);
    }

    /**
     * The same. A damaged commit is left out: what it tells is not known.
     *
     * @param list called before each look for more
     */
    LedgerCatchUp readableAbout(Topic topic, Runnable list, BiConsumer<DomainEvent, Commit> apply) {
        return events(
                topic,
                after -> {
                    list.run();
                    return ledger.readAt(next(after, topic));
                },
                apply);
    }

    private LedgerCatchUp events(
            Topic topic, LongFunction<List<? extends StoredCommit>> after, BiConsumer<DomainEvent, Commit> apply) {
        return new LedgerCatchUp(after, codec, stored -> topic.includes(codec.classOf(stored)), apply);
    }

    private List<Long> next(long after, Topic topic) {
        return numbers.ofAllTeams(after, topic).stream().limit(AT_ONCE).toList();
    }

    /** The commits with these numbers. */
    Stream<Commit> at(List<Long> wanted) {
        return IntStream.range(0, (wanted.size() + AT_ONCE - 1) / AT_ONCE)
                .map(part -> part * AT_ONCE)
                .mapToObj(from -> wanted.subList(from, Math.min(from + AT_ONCE, wanted.size())))
                .flatMap(part -> ledger.commitsAt(part).stream());
    }
}
