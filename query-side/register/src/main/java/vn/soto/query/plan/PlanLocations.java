package vn.soto.query.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.KnownSubjects;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.SubjectLookup;
import vn.soto.query.subject.Subjects;

/**
 * A plan is its sender's own, and lies only where all of its steps lie, because it shows all of them together. A plan
 * of very many steps is shown to its sender and to readers of the whole ledger.
 */
@Component
record PlanLocations(Plans plans, StepContents contents, KnownSubjects subjects) {

    @Bean
    static Subjects planSubjects(Plans plans, PlanLocations locations) {
        return new Subjects(
                IdKind.PLAN,
                SubjectLookup.each(
                        (id, day, asOf) -> plans.find(id, asOf).map(plan -> locations.places(plan, day, asOf))),
                null);
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
        for (Map.Entry<IdKind, Set<String>> each : step.named().entrySet()) {
            Map<String, List<Locations>> known = subjects.places(each.getKey(), each.getValue(), day, asOf);
            if (PlannedIds.isOfRecords(each.getKey())
                    && each.getValue().stream().anyMatch(id -> !known.containsKey(id) && !begun.contains(id))) {
                return Optional.of(Locations.NONE);
            }
            known.values().forEach(found::addAll);
        }
        return found.stream().reduce(Locations::and);
    }
}
