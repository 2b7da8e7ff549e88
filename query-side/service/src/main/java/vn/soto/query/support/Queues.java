package vn.soto.query.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;

/** Requests and their queues as they were known at a commit. */
@Component
final class Queues {

    private static final Comparator<Queue.Entry> NEWEST_FIRST =
            Comparator.comparingLong(Queue.Entry::received).reversed();

    private final Documents documents;

    Queues(Documents documents) {
        this.documents = documents;
    }

    /** A request and where it stood. */
    record Known(SupportRequest request, SupportRequest.Step step) {}

    Optional<Known> find(String request, long asOf) {
        return documents.find(SupportRequest.KIND, request).flatMap(found -> known(found, asOf));
    }

    /** In the order asked for. */
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

    /** What was in any of these queues, newest first; no request is in two of them. */
    List<Queue.Entry> in(Collection<String> queues, long asOf) {
        List<Queue.Entry> entries = new ArrayList<>();
        List<String> older = new ArrayList<>();
        for (Queue queue : documents.find(Queue.KIND, queues).values()) {
            queue.history(asOf)
                    .ifPresentOrElse(
                            number -> older.add(queue.history(number)), () -> entries.addAll(queue.asOf(asOf)));
        }
        documents.find(Queue.Sealed.KIND, older).values().forEach(kept -> entries.addAll(kept.asOf(asOf)));
        return entries.stream().sorted(NEWEST_FIRST).toList();
    }

    /**
     * Whenever the team took a request, newest first.
     *
     * @param before only takings before this position
     */
    List<Queue.Row> takings(String team, long before, int limit, long asOf) {
        List<Queue.Row> takings = new ArrayList<>();
        documents.find(Queue.KIND, Queue.ofTeam(team)).ifPresent(queue -> {
            add(takings, queue.rows(), before, asOf);
            for (int number = queue.kept().size() - 1; number >= 0 && takings.size() < limit; number--) {
                documents
                        .find(Queue.Sealed.KIND, queue.history(number))
                        .ifPresent(kept -> add(takings, kept.rows(), before, asOf));
            }
        });
        return takings.stream().limit(limit).toList();
    }

    private static void add(List<Queue.Row> takings, List<Queue.Row> rows, long before, long asOf) {
        rows.reversed().stream()
                .filter(row -> row.enters() && row.position() < before && row.commit() <= asOf)
                .forEach(takings::add);
    }
}
