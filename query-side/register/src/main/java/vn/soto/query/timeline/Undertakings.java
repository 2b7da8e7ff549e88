package vn.soto.query.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.Documents;
import vn.soto.query.event.Place;

/** Finds the commits of an undertaking: of a plan, or of commands that a client sent under one correlation. */
@Component
record Undertakings(Documents documents, LedgerReader ledger) {

    /**
     * Some commits of an undertaking.
     *
     * @param next first position of the next page; absent on the last
     */
    record Page(List<Commit> commits, @Nullable Long next) {}

    /** Whether anything was recorded under a correlation by a commit. */
    boolean exists(String correlation, long asOf) {
        return alone(correlation, asOf).isPresent()
                || !CorrelationProjector.COMMITS
                        .from(correlation, 0, 1, asOf, documents)
                        .isEmpty();
    }

    /** Up to {@code limit} commits whose first position is {@code from} or a later one; without those that are damaged. */
    Page page(String correlation, long from, int limit, long asOf) {
        List<Place> places = CorrelationProjector.COMMITS.from(correlation, from, limit + 1, asOf, documents);
        List<Commit> commits = new ArrayList<>();
        alone(correlation, asOf).filter(commit -> commit.first() >= from).ifPresent(commits::add);
        Stream<Place> shown = places.stream().limit(limit);
        ledger.readAt(shown.map(Place::commit).toList()).stream()
                .filter(Commit.class::isInstance)
                .map(Commit.class::cast)
                .forEach(commits::add);
        return new Page(commits, places.size() > limit ? places.get(limit).position() : null);
    }

    /** The commit of the command whose id the correlation is; no log has it. */
    private Optional<Commit> alone(String correlation, long asOf) {
        return uuid(correlation)
                .flatMap(ledger::commitOfCommand)
                .filter(commit -> commit.number() <= asOf && Objects.equals(commit.correlation(), correlation));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
