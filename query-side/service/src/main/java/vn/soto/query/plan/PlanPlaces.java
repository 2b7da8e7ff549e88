package vn.soto.query.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.query.link.IdKind;
import vn.soto.query.reading.Places;
import vn.soto.query.reading.SubjectPlaces;
import vn.soto.query.reading.Whereabouts;

/**
 * A plan is its sender's own, and lies where all of its steps lie: who reaches only some of them would see the others with it. A plan
 * of very many steps is shown to its sender and to readers of the whole ledger.
 */
@Component
final class PlanPlaces implements SubjectPlaces {

    private final Plans plans;
    private final StepContents contents;
    private final Whereabouts whereabouts;

    PlanPlaces(Plans plans, StepContents contents, Whereabouts whereabouts) {
        this.plans = plans;
        this.contents = contents;
        this.whereabouts = whereabouts;
    }

    @Override
    public IdKind kind() {
        return IdKind.PLAN;
    }

    @Override
    public Map<String, List<Places>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Places>> found = new HashMap<>();
        ids.forEach(id -> plans.find(id, asOf).ifPresent(plan -> found.put(id, places(plan, day, asOf))));
        return found;
    }

    private List<Places> places(Plan plan, LocalDate day, long asOf) {
        Places own = Places.ofAccounts(List.of(plan.marks().getFirst().actor()));
        List<Places> all = new ArrayList<>();
        if (plan.steps() <= PlanPart.STEPS) {
            plans.parts(plan, 0, plan.steps())
                    .forEach(part -> contents.subjects(plan, part)
                            .forEach(step -> places(step, day, asOf).ifPresent(places -> all.add(places.and(own)))));
        }
        return all.isEmpty() ? List.of(own) : all;
    }

    /** Empty if the step names nothing that exists yet: then it follows the others. */
    private Optional<Places> places(Map<IdKind, List<String>> step, LocalDate day, long asOf) {
        return step.entrySet().stream()
                .flatMap(each -> whereabouts.find(each.getKey(), each.getValue(), day, asOf).values().stream())
                .flatMap(List::stream)
                .reduce(Places::and);
    }
}
