package vn.soto.query.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;

/** Queries about plans as known at a commit. */
@Component
public record Plans(Documents documents) {

    /** Plans looked at in one step. */
    private static final int AT_ONCE = 200;

    public boolean isKnown(String plan, long asOf) {
        return find(plan, asOf).isPresent();
    }

    Optional<Plan> find(String plan, long asOf) {
        return documents.find(Plan.KIND, plan).filter(found -> found.from() <= asOf);
    }

    /** Lists the plans that a filter admits and the reader reaches, latest first. */
    List<Plan> latest(PlanFilter filter, int limit, long asOf) {
        List<String> ids = documents.find(PlanList.KIND, PlanList.ALL).stream()
                .flatMap(list -> list.plans().reversed().stream())
                .filter(entry -> entry.from() <= asOf)
                .map(PlanList.Entry::plan)
                .toList();
        List<Plan> latest = new ArrayList<>();
        for (int from = 0; from < ids.size() && latest.size() < limit; from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
            Map<String, Plan> found = documents.find(Plan.KIND, some);
            some.stream()
                    .map(found::get)
                    .filter(Objects::nonNull)
                    .filter(plan -> filter.admits(plan, asOf))
                    .filter(plan -> Reader.current().reaches(EndpointRight.RECORDS, IdKind.PLAN, plan.id()))
                    .limit(limit - latest.size())
                    .forEach(latest::add);
        }
        return latest;
    }

    /** The parts that contain a range of steps, in order. */
    List<PlanPart> parts(Plan plan, int from, int limit) {
        int last = Math.min(plan.steps(), from + limit) - 1;
        List<String> ids = IntStream.rangeClosed(from / PlanPart.STEPS, last / PlanPart.STEPS)
                .mapToObj(part -> PlanPart.id(plan.id(), part))
                .toList();
        Map<String, PlanPart> found = documents.find(PlanPart.KIND, ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
