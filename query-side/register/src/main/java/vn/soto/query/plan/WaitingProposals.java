package vn.soto.query.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.query.link.WaitingChanges;

/**
 * The plans that wait for a second person, by the ids that their first steps name. A plan begins to wait when it is submitted and
 * never does so again. Only those that waited at the last look, and those submitted since, are looked at.
 */
@Component
final class WaitingProposals implements WaitingChanges {

    private final Documents documents;
    private final Plans plans;
    private final StepContents contents;

    private long seenAsOf = -1;
    private PlanList.@Nullable Entry last;
    private Set<String> candidates = new LinkedHashSet<>();
    private Map<String, Set<String>> byId = Map.of();

    /** The ids that a plan names, which never change. */
    private final Map<String, Set<String>> named = new HashMap<>();

    WaitingProposals(Documents documents, Plans plans, StepContents contents) {
        this.documents = documents;
        this.plans = plans;
        this.contents = contents;
    }

    @Override
    public synchronized Map<String, Set<String>> byId(long asOf) {
        if (asOf > seenAsOf) {
            look(asOf);
            seenAsOf = asOf;
        }
        return byId;
    }

    private void look(long asOf) {
        List<PlanList.Entry> all =
                documents.find(PlanList.KIND, PlanList.ALL).map(PlanList::plans).orElse(List.of());
        int seen = last == null ? 0 : all.lastIndexOf(last) + 1; // all, if the list was made anew
        all.subList(seen, all.size()).forEach(entry -> candidates.add(entry.plan()));
        last = all.isEmpty() ? null : all.getLast();
        Map<String, Plan> found = candidates.isEmpty() ? Map.of() : documents.find(Plan.KIND, candidates);
        Map<String, Plan> waiting = new LinkedHashMap<>();
        for (String id : candidates) {
            Plan plan = found.get(id);
            if (plan != null && isWaiting(plan, asOf)) {
                waiting.put(id, plan);
            }
        }
        candidates = new LinkedHashSet<>(waiting.keySet());
        named.keySet().retainAll(candidates);
        Map<String, Set<String>> now = new HashMap<>();
        waiting.forEach((id, plan) -> named.computeIfAbsent(id, key -> ids(plan))
                .forEach(about ->
                        now.computeIfAbsent(about, key -> new LinkedHashSet<>()).add(id)));
        byId = now;
    }

    /** Also one whose submission is not part of the answers yet. */
    private static boolean isWaiting(Plan plan, long asOf) {
        List<Plan.Mark> marks = plan.asOf(asOf);
        return marks.isEmpty() || marks.getLast().state() == Plan.State.AWAITING_APPROVAL;
    }

    private Set<String> ids(Plan plan) {
        return plans.parts(plan, 0, 1).stream()
                .flatMap(part -> contents.ids(plan, part).stream())
                .limit(PlanQuestions.FIRST_STEPS)
                .flatMap(step -> step.named().values().stream())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }
}
