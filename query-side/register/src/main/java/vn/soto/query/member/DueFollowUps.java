package vn.soto.query.member;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.query.period.StoredQuarters;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;

/** The follow-ups that members still have to make, of records that the reader reaches. */
@Component
public record DueFollowUps(Documents documents, StoredQuarters stored) {

    /** Those due on the days from {@code first} to {@code last}, by day. */
    public List<FollowUps.Item> of(String member, LocalDate first, LocalDate last, long asOf) {
        return seen(FollowUps.ITEMS
                        .find(
                                stored.of(first, last).stream()
                                        .map(each -> member + "/" + each)
                                        .toList(),
                                documents)
                        .values()
                        .stream()
                        .flatMap(List::stream)
                        .filter(item -> item.openAt(asOf)
                                && !item.on().isBefore(first)
                                && !item.on().isAfter(last))
                        .toList())
                .stream()
                .sorted(Comparator.comparing(FollowUps.Item::on).thenComparingLong(FollowUps.Item::position))
                .toList();
    }

    private static List<FollowUps.Item> seen(List<FollowUps.Item> due) {
        Set<String> seen = Reader.current()
                .reached(
                        EndpointRight.RECORDS,
                        IdKind.ASSISTANCE,
                        due.stream()
                                .map(item -> item.assistance().value())
                                .distinct()
                                .toList());
        return due.stream()
                .filter(item -> seen.contains(item.assistance().value()))
                .toList();
    }
}
