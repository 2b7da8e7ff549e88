package vn.soto.query.support;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;

/** Queries about requests and their queues as known at a commit. */
@Component
record Queues(Documents documents) {

    private static final Comparator<QueueRow.Entry> NEWEST_FIRST =
            Comparator.comparingLong(QueueRow.Entry::received).reversed();

    /**
     * A request on a day, as known at a commit.
     *
     * @param step its latest step of that day or before
     */
    record Known(SupportRequest request, SupportRequest.Step step) {

        private boolean isIn(Collection<String> queues) {
            return SupportProjector.queues(request.unit().value(), step).stream()
                    .anyMatch(queues::contains);
        }

        private QueueRow.Entry entry() {
            return new QueueRow.Entry(request.id(), request.received(), step.dueOn());
        }
    }

    Optional<Known> find(String request, LocalDate day, long asOf) {
        return documents.find(SupportRequest.KIND, request).flatMap(found -> known(found, day, asOf));
    }

    /** Those requests that had been received by the day, in the order of the ids. */
    List<Known> find(List<String> requests, LocalDate day, long asOf) {
        Map<String, SupportRequest> found = documents.find(SupportRequest.KIND, requests);
        return requests.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .flatMap(request -> known(request, day, asOf).stream())
                .toList();
    }

    static Optional<Known> known(SupportRequest request, LocalDate day, long asOf) {
        return request.stepsUpTo(day, asOf).reduce((a, b) -> b).map(step -> new Known(request, step));
    }

    /** The requests in any of these queues after the latest steps, newest first; no request is in two of them. */
    List<QueueRow.Entry> in(Collection<String> queues, long asOf) {
        return SupportProjector.QUEUES.asOf(queues, asOf, documents).values().stream()
                .flatMap(open -> open.entries().stream())
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** The same on a day that is over: of all requests that ever came into one of the queues, those that were there. */
    List<QueueRow.Entry> in(Collection<String> queues, LocalDate day, long asOf) {
        List<String> ever = queues.stream()
                .flatMap(queue -> SupportProjector.QUEUES.from(queue, 0, Integer.MAX_VALUE, asOf, documents).stream())
                .filter(QueueRow::enters)
                .map(row -> row.entry().request())
                .distinct()
                .toList();
        return find(ever, day, asOf).stream()
                .filter(known -> known.isIn(queues))
                .map(Known::entry)
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

    /** Those takings of a team that had happened by a day. */
    List<QueueRow> takings(String team, long before, int limit, LocalDate day, long asOf) {
        List<QueueRow> all = takings(team, before, Integer.MAX_VALUE, asOf);
        Map<String, SupportRequest> found = documents.find(
                SupportRequest.KIND,
                all.stream().map(row -> row.entry().request()).distinct().toList());
        return all.stream()
                .filter(row -> Optional.ofNullable(found.get(row.entry().request())).stream()
                        .flatMap(request -> request.stepsUpTo(day, asOf))
                        .anyMatch(step -> step.position() == row.position()))
                .limit(limit)
                .toList();
    }
}
