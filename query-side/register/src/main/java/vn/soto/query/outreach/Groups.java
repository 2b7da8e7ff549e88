package vn.soto.query.outreach;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.VersionedRows;

/**
 * The records of a team's community groups, oldest first.
 *
 * @param id the team
 */
public record Groups(@BsonId String id, List<Told> told) implements ReadModel {

    static final DocumentType<Groups> KIND = new DocumentType<>("community-groups", Groups.class);

    /**
     * @param position   position of the event; {@code commit} is that event's commit
     * @param households number of households in the group on that day; absent on the group's last day
     */
    public record Told(
            long position,
            long commit,
            String group,
            LocalDate day,
            @Nullable Integer households) {}

    Groups with(Told next) {
        return new Groups(id, VersionedRows.with(told, next, Told::position));
    }

    /** The latest count of each group that was open on a day, by group. */
    Map<String, Told> on(LocalDate day, long asOf) {
        Map<String, List<Told>> byGroup = told.stream()
                .filter(t -> t.commit <= asOf)
                .collect(Collectors.groupingBy(Told::group, TreeMap::new, Collectors.toList()));
        Map<String, Told> counts = new TreeMap<>();
        byGroup.forEach((group, all) -> {
            // A count after the last day of a group opens it again.
            Told last = all.getLast();
            if (last.households != null || !last.day.isBefore(day)) {
                all.stream()
                        .filter(t -> t.households != null && !t.day.isAfter(day))
                        .max(Comparator.comparing(Told::day).thenComparingLong(Told::position))
                        .ifPresent(count -> counts.put(group, count));
            }
        });
        return counts;
    }
}
