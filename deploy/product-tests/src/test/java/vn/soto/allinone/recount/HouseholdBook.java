package vn.soto.allinone.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The households, as their events leave them. */
final class HouseholdBook {

    /** @param from first day there; absent for the unit of registration */
    record Home(String unit, @Nullable LocalDate from) {}

    /** @param team of the {@code member} responsible; both absent if nobody is */
    record Charge(@Nullable String team, @Nullable String member, LocalDate from) {}

    /** A household. */
    static final class Household {

        final String id;
        final List<Home> homes = new ArrayList<>();
        final List<Charge> charges = new ArrayList<>();
        boolean left;
        boolean withdrawn;

        @Nullable
        String survivor;

        private Household(String id) {
            this.id = id;
        }

        boolean counts() {
            return !left && !withdrawn && survivor == null;
        }

        String home() {
            return homes.getLast().unit;
        }

        @Nullable
        Charge charge() {
            return charges.isEmpty() || charges.getLast().member == null ? null : charges.getLast();
        }
    }

    final Map<String, Household> households = new LinkedHashMap<>();

    static HouseholdBook of(RawLedger ledger) {
        HouseholdBook book = new HouseholdBook();
        ledger.of("household.").forEach(event -> on(event, book.known(event.text("/household"))));
        return book;
    }

    private Household known(String id) {
        return households.computeIfAbsent(id, Household::new);
    }

    Household household(String id) {
        return Objects.requireNonNull(households.get(id), id);
    }

    /** The household as which a household counts. */
    String survivor(String id) {
        String survivor = household(id).survivor;
        return survivor == null ? id : survivor;
    }

    private static void on(RawEvent event, Household household) {
        switch (event.name()) {
            case "household.registered", "household.relocated" ->
                household.homes.add(new Home(event.text("/unit"), event.dayIfAny("/effectiveFrom")));
            case "household.returned" -> {
                household.homes.add(new Home(event.text("/unit"), event.day("/effectiveFrom")));
                household.left = false;
            }
            case "household.assigned", "household.reassigned" ->
                household.charges.add(
                        new Charge(event.text("/to/team"), event.text("/to/member"), event.day("/effectiveFrom")));
            case "household.assignment-corrected" -> corrected(household.charges, event);
            case "household.unassigned" -> household.charges.add(new Charge(null, null, event.day("/effectiveFrom")));
            case "household.left" -> household.left = true;
            case "household.merged" -> household.survivor = event.text("/survivor");
            case "household.separated" -> household.survivor = null;
            case "household.registration-withdrawn" -> household.withdrawn = true;
            default -> {
                // says nothing of this
            }
        }
    }

    /** The last change of that day was another day's. */
    private static void corrected(List<Charge> charges, RawEvent event) {
        for (int i = charges.size() - 1; i >= 0; i--) {
            Charge entered = charges.get(i);
            if (entered.from.equals(event.day("/enteredFrom"))) {
                charges.set(i, new Charge(entered.team, entered.member, event.day("/effectiveFrom")));
                return;
            }
        }
    }

    /** Whether the member responsible cannot act on the day, or nobody is responsible. */
    static boolean unassigned(Household household, MemberBook members, LocalDate day) {
        Charge charge = household.charge();
        if (charge == null) {
            return true;
        }
        LocalDate on = day.isBefore(charge.from) ? charge.from : day;
        return !members.team(Objects.requireNonNull(charge.team)).canAct(Objects.requireNonNull(charge.member), on);
    }
}
