package vn.soto.query.support;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;

/** Queries about requests and their queues as known at a commit. */
@Component
final class Queues {

    private static final Comparator<QueueRow.Entry> NEWEST_FIRST =
            Comparator.comparingLong(QueueRow.Entry::received).reversed();

    private final Documents documents;

    Queues(Documents documents) {
        this.documents = documents;
    }

    /** A request with its version at a commit. */
    record Known(SupportRequest request, SupportRequest.Step step) {}

    Optional<Known> find(String request, long asOf) {
        return documents.find(SupportRequest.KIND, request).flatMap(found -> known(found, asOf));
    }

    /** The requests in the order of the ids. */
    List<Known> find(List<String> requests, long asOf) {
        Map<String, SupportRequest> found = documents.find(SupportRequest.KIND, requests);
        return requests.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .flatMap(request -> known(request, asOf).stream())
                .toList();
    }

    private static Optional<Known> known(SupportRequest request, long asOf) {
        return request.asOf(asOf).map(step -> new Known(request, step));
    }

    /** The requests in any of these queues, newest first; no request is in two of them. */
    List<QueueRow.Entry> in(Collection<String> queues, long asOf) {
        return SupportProjector.QUEUES.asOf(queues, asOf, documents).values().stream()
                .flatMap(open -> open.entries().stream())
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /**
     * The closings of requests received in any of these units, newest first; those that were opened again since included.
     *
     * @param before only closings before this position
     */
    List<QueueRow> closings(Collection<String> units, long before, int limit, long asOf) {
        return SupportProjector.QUEUES.newest(
                units.stream().map(SupportProjector::open).toList(),
                before,
                limit,
                asOf,
                row -> !row.enters(),
                documents);
    }

    /**
     * The requests taken by a team, once per taking, newest first.
     *
     * @param before only takings before this position
     */
    List<QueueRow> takings(String team, long before, int limit, long asOf) {
        return SupportProjector.QUEUES.newest(
                SupportProjector.ofTeam(team), before, limit, asOf, QueueRow::enters, documents);
    }
}
