package vn.soto.query.household;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.Batch;
import vn.soto.projection.Stamped;
import vn.soto.query.household.Household.Residence;
import vn.soto.query.resident.HouseholdDays;
import vn.soto.query.resident.ResidentChanges;

/** The changes that the events of a household and its help made in the days on which it counts. */
final class ResidentHistory {

    private ResidentHistory() {}

    /** Adds the change by an event. If it came late, later events change other days now, and all are made again. */
    static void changed(
            @Nullable Household before, Household after, long position, ResidentChanges changes, Batch batch) {
        List<Stamped> since = after.since(position);
        if (since.size() > 1) {
            remake(after, since, batch);
        } else if (!since.isEmpty()) {
            HouseholdDays known =
                    before == null ? null : CountingDays.of(before).orElse(null);
            CountingDays.of(after).ifPresent(days -> changes.add(since.getFirst(), after.id(), known, days));
        }
    }

    private static void remake(Household household, List<Stamped> events, Batch batch) {
        ResidentChanges changes = new ResidentChanges();
        long first = events.getFirst().position();
        HouseholdDays known = household.homes().getFirst().position() < first ? days(household, first - 1) : null;
        for (Stamped event : events) {
            HouseholdDays days = days(household, event.position());
            changes.add(event, household.id(), known, days);
            known = days;
        }
        changes.replace(
                household.id(),
                first,
                household.homes().stream()
                        .map(Residence::unit)
                        .map(Object::toString)
                        .toList(),
                batch);
    }

    private static HouseholdDays days(Household household, long position) {
        return CountingDays.of(household.upTo(position)).orElseThrow();
    }
}
