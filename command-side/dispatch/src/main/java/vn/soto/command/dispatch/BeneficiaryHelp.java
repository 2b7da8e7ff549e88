package vn.soto.command.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;

/**
 * Reads commits about help to a household or business, by whichever team, and about the days on which a household was
 * away. The caller has asked {@link TeamIndex#upTo}. A commit that was read is kept, because it never changes and
 * whoever is helped again is told of the same one. Thread-safe.
 */
final class BeneficiaryHelp {

    /** Commits that are looked up before the others, because one of them mostly answers. */
    private static final int FIRST = 4;

    /** Events and commits that are kept: some 30 MB. */
    private static final int KEPT = 40_000;

    private final TeamCommits commits;
    private final Function<List<Long>, Stream<Commit>> ledger;
    private final EventCodec codec;
    private final Cache<Long, List<DomainEvent>> read = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(KEPT)
            .weigher((Long number, List<DomainEvent> events) -> 1 + events.size())
            .build();

    /** @param ledger the commits with these numbers */
    BeneficiaryHelp(TeamCommits commits, Function<List<Long>, Stream<Commit>> ledger, EventCodec codec) {
        this.commits = commits;
        this.ledger = ledger;
        this.codec = codec;
    }

    /**
     * The events before a commit that state help to a household or business, by its tag, on a day, in order. A later
     * event may say that it was another day. The hash of another one may add some of its events.
     *
     * @param without commits that the caller knows and that state no other record
     */
    Stream<AssistanceStated> on(LocalDate day, String helped, long before, Set<Long> without) {
        return events(helped, HelpDay.of(day), before, without)
                .filter(AssistanceStated.class::isInstance)
                .map(AssistanceStated.class::cast);
    }

    /** Whether a record of help to it was ever changed, by any commit listed. */
    boolean isChanged(String helped) {
        return commits.isHelpChanged(helped);
    }

    /** The events before a commit that say when a household was away; as above. */
    List<DomainEvent> absences(String helped, long before, Set<Long> without) {
        return events(helped, HelpDay.ANY, before, without)
                .filter(event -> !(event instanceof AssistanceStated))
                .toList();
    }

    /** Reads one commit after the other, because the first often answers. */
    private Stream<DomainEvent> events(String helped, int day, long before, Set<Long> without) {
        learnDays(helped, before, without);
        int some = FIRST + without.size();
        List<Long> first = commits.help(helped, day, 0, before, some);
        Stream<Long> others = first.size() < some
                ? Stream.empty()
                : Stream.of(first.getLast())
                        .flatMap(last -> commits.help(helped, day, last, before, Integer.MAX_VALUE).stream());
        return Stream.concat(first.stream(), others)
                .filter(number -> !without.contains(number))
                .flatMap(number -> of(number).stream());
    }

    private List<DomainEvent> of(long number) {
        List<DomainEvent> known = read.getIfPresent(number);
        if (known != null) {
            return known;
        }
        List<DomainEvent> events = ledger.apply(List.of(number))
                .flatMap(commit -> of(commit).stream())
                .toList();
        read.put(number, events);
        return events;
    }

    private List<DomainEvent> of(Commit commit) {
        return commit.stored().stream()
                .filter(stored -> Topic.HELP.includes(codec.classOf(stored)))
                .map(codec::decode)
                .toList();
    }

    /** Reads of which days the commits are that were listed by their headers alone. */
    private void learnDays(String helped, long before, Set<Long> without) {
        List<Long> unread = commits.help(helped, HelpDay.UNREAD, 0, before, Integer.MAX_VALUE).stream()
                .filter(number -> !without.contains(number))
                .toList();
        if (!unread.isEmpty()) {
            ledger.apply(unread).forEach(commit -> commits.learn(helped, commit.number(), HelpDay.of(of(commit))));
        }
    }
}
