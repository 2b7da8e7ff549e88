package vn.soto.plans;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import vn.soto.contracts.plan.PlanId;

/**
 * Pauses of open plans, counted in looks at the open plans. If a run of a plan recorded nothing, it rests for twice as
 * many looks as before, up to {@value #LONGEST}. Thread-safe.
 */
final class PlanPauses {

    static final int LONGEST = 64;

    private final Map<PlanId, Pause> pauses = new HashMap<>();

    private record Pause(int looks, int left) {}

    /** @param further whether the run, or another process, recorded anything of the plan */
    synchronized void ran(PlanId plan, boolean further) {
        if (further) {
            pauses.remove(plan);
        } else {
            Pause before = pauses.get(plan);
            int looks = before == null ? 2 : Math.min(LONGEST, 2 * before.looks());
            pauses.put(plan, new Pause(looks, looks));
        }
    }

    /** Counts a look at the open plans; forgets those that are no longer open. */
    synchronized void look(Collection<PlanId> open) {
        pauses.keySet().retainAll(open);
        pauses.replaceAll((plan, pause) -> new Pause(pause.looks(), Math.max(0, pause.left() - 1)));
    }

    synchronized boolean rests(PlanId plan) {
        Pause pause = pauses.get(plan);
        return pause != null && pause.left() > 0;
    }
}
