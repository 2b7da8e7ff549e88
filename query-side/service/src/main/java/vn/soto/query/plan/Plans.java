package vn.soto.query.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;

/** Queries about plans as known at a commit. */
@Component
final class Plans {

    private final Documents documents;

    Plans(Documents documents) {
        this.documents = documents;
    }

    Optional<Plan> find(String plan, long asOf) {
        return documents.find(Plan.KIND, plan).filter(found -> found.from() <= asOf);
    }

    /** Lists plans, latest first. */
    List<Plan> latest(int limit, long asOf) {
        List<String> ids = documents.find(PlanList.KIND, PlanList.ALL).stream()
                .flatMap(list -> list.plans().reversed().stream())
                .filter(entry -> entry.from() <= asOf)
                .limit(limit)
                .map(PlanList.Entry::plan)
                .toList();
        Map<String, Plan> found = documents.find(Plan.KIND, ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
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
