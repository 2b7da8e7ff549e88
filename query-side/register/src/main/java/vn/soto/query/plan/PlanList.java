package vn.soto.query.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * The plans submitted last, oldest first; earlier plans are found by id only.
 *
 * @param id {@link #ALL}
 */
public record PlanList(@BsonId String id, List<Entry> plans) implements ReadModel {

    static final DocumentType<PlanList> KIND = new DocumentType<>("plan-lists", PlanList.class);
    static final String ALL = "all";

    /** Limit that keeps the document small; a province submits some hundred plans a year. */
    static final int MOST = 2_000;

    /** @param from number of the commit that submitted it */
    public record Entry(String plan, long from) {}

    PlanList with(Entry entry) {
        if (plans.contains(entry) || (plans.size() == MOST && entry.from < plans.getFirst().from)) {
            return this;
        }
        List<Entry> more = Stream.concat(plans.stream(), Stream.of(entry))
                .sorted(Comparator.comparingLong(Entry::from))
                .toList();
        return new PlanList(id, more.subList(Math.max(0, more.size() - MOST), more.size()));
    }
}
