package vn.soto.query.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;
import vn.soto.projection.Projection;
import vn.soto.projection.Projections;
import vn.soto.projection.source.CommitToken;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.Freshness.Missing;
import vn.soto.query.http.Freshness.Moment;
import vn.soto.query.http.Freshness.Replay;

/** Tells how fresh an answer is that is made now. */
@Component
record FreshnessNow(
        Projections projections, LedgerReader ledger, Clock clock, QuerySettings settings, Moments moments) {

    /** @param known the tail when the question came; what was recorded meanwhile is read if the answer knows of it */
    Freshness of(CommitToken folded, Optional<Long> asOf, Tail known) {
        Tail head = folded.number() > known.number() ? ledger.tail() : known;
        long tail = Math.max(head.number(), folded.number());
        long lag = tail - folded.number();
        Optional<Instant> next = lag == 0 ? Optional.empty() : recorded(folded.number() + 1);
        Duration age = next.map(this::age).orElse(Duration.ZERO);
        long described = asOf.orElse(folded.number());
        List<Replay> replaying = replaying(tail);
        return new Freshness(
                folded.number(),
                folded.chain(),
                tail,
                lag,
                age.toSeconds(),
                age.compareTo(settings.staleAfter()) > 0 || !replaying.isEmpty(),
                projections.deadLetters(),
                Freshness.Damaged.of(ledger.damaged().upTo(described)),
                asOf.isPresent() ? asOf.get() : null,
                lag == 0 || asOf.isPresent()
                        ? null
                        : new Missing(folded.number() + 1, tail, next.isPresent() ? next.get() : null),
                replaying.isEmpty() ? null : replaying,
                moments.of(described, head),
                Moment.of(head),
                projections.shared().stream().mapToInt(Projection::takeOvers).sum());
    }

    private List<Replay> replaying(long tail) {
        return projections.shared().stream()
                .flatMap(projection ->
                        projection.replayed().map(made -> new Replay(projection.name(), made.number(), tail)).stream())
                .toList();
    }

    /** When a commit was recorded; empty if it is damaged. */
    private Optional<Instant> recorded(long number) {
        return ledger.read(number, 1).stream()
                .filter(Commit.class::isInstance)
                .findFirst()
                .map(stored -> ((Commit) stored).at());
    }

    private Duration age(Instant at) {
        Duration age = Duration.between(at, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }
}
