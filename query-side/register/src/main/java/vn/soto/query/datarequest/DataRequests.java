package vn.soto.query.datarequest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.person.Subject;
import vn.soto.projection.Documents;
import vn.soto.projection.log.IndexEntry;

/** Queries about data requests as they stood on a day, as known at a commit. There are few: persons ask rarely. */
@Component
public record DataRequests(Documents documents) {

    /** @param next position before which the next page begins; absent on the last */
    record Found(List<DataRequestView> requests, Optional<Long> next) {}

    Optional<DataRequestView> find(String id, LocalDate day, long asOf) {
        return documents
                .find(DataRequestRecord.KIND, id)
                .flatMap(record -> record.on(day, asOf))
                .map(step -> DataRequestView.of(id, step, day));
    }

    /** Of one person, latest first. */
    public List<DataRequestView> of(Subject subject, LocalDate day, long asOf) {
        return all(day, asOf, Long.MAX_VALUE)
                .map(Placed::request)
                .filter(request -> request.subject().equals(subject.toString()))
                .toList();
    }

    /** Latest first. */
    Found list(Predicate<DataRequestView> wanted, LocalDate day, long asOf, long before, int limit) {
        List<Placed> found = all(day, asOf, before)
                .filter(placed -> wanted.test(placed.request))
                .limit(limit + 1L)
                .toList();
        return found.size() > limit
                ? new Found(
                        found.subList(0, limit).stream().map(Placed::request).toList(),
                        Optional.of(found.get(limit - 1).position))
                : new Found(found.stream().map(Placed::request).toList(), Optional.empty());
    }

    private record Placed(long position, DataRequestView request) {}

    private Stream<Placed> all(LocalDate day, long asOf, long before) {
        List<IndexEntry> entries = DataRequestProjector.LIST.newest(
                DataRequestProjector.ALL, before, Integer.MAX_VALUE, asOf, entry -> true, documents);
        Map<String, DataRequestRecord> records = documents.find(
                DataRequestRecord.KIND,
                entries.stream().map(IndexEntry::subject).toList());
        return entries.stream()
                .flatMap(entry -> Optional.ofNullable(records.get(entry.subject()))
                        .flatMap(record -> record.on(day, asOf))
                        .map(step -> new Placed(entry.position(), DataRequestView.of(entry.subject(), step, day)))
                        .stream());
    }
}
