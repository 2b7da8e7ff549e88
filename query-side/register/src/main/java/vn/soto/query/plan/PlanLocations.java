package vn.soto.query.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.reading.Whereabouts;
import vn.soto.query.subject.IdKind;

/**
 * A plan is its sender's own, and lies only where all of its steps lie, because it shows all of them together. A plan
 * of very many steps is shown to its sender and to readers of the whole ledger.
 */
@Component
record PlanLocations(Plans plans, StepContents contents, Whereabouts whereabouts) implements SubjectLocations {

    @Override
    public IdKind kind() {
        return IdKind.PLAN;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Locations>> found = new HashMap<>();
        ids.forEach(id -> plans.find(id, asOf).ifPresent(plan -> found.put(id, places(plan, day, asOf))));
        return found;
    }

    private List<Locations> places(Plan plan, LocalDate day, long asOf) {
        Locations own = Locations.ofAccounts(List.of(plan.marks().getFirst().actor()));
        List<Locations> all = new ArrayList<>();
        if (plan.steps() <= PlanPart.STEPS) {
            Set<String> begun = new HashSet<>();
            plans.parts(plan, 0, plan.steps())
                    .forEach(part -> contents.ids(plan, part).forEach(step -> {
                        begun.addAll(step.begun());
                        places(step, begun, day, asOf).ifPresent(places -> all.add(places.and(own)));
                    }));
        }
        return all.isEmpty() ? List.of(own) : all;
    }

    /**
     * Empty if the step names nothing that exists yet: then it follows the others. A record that is nowhere, and that no step has begun
     * by then, is out of reach like one of elsewhere.
     */
    private Optional<Locations> places(PlannedIds step, Set<String> begun, LocalDate day, long asOf) {
        List<Locations> found = new ArrayList<>();
        for (Map.Entry<IdKind, List<String>> each : step.named().entrySet()) {
            Map<String, List<Locations>> known = whereabouts.find(each.getKey(), each.getValue(), day, asOf);
            if (PlannedIds.isOfRecords(each.getKey())
                    && each.getValue().stream().anyMatch(id -> !known.containsKey(id) && !begun.contains(id))) {
                return Optional.of(Locations.NONE);
            }
            known.values().forEach(found::addAll);
        }
        return found.stream().reduce(Locations::and);
    }
}
