package vn.soto.allinone.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
        final List<Map.Entry<LocalDate, Boolean>> stays = new ArrayList<>();
        boolean left;
        boolean withdrawn;
        LocalDate entered = LocalDate.MIN;

        @Nullable
        LocalDate livesSince;

        @Nullable
        LocalDate helped;

        @Nullable
        String survivor;

        private Household(String id) {
            this.id = id;
        }

        boolean counts() {
            return !left && !withdrawn && survivor == null;
        }

        /** From the day stated, or the first of which anything is known. */
        boolean countsOn(LocalDate day) {
            LocalDate first = livesSince != null
                    ? livesSince
                    : Stream.of(
                                    Stream.of(entered),
                                    Stream.ofNullable(helped),
                                    homes.stream().flatMap(home -> Stream.ofNullable(home.from)),
                                    charges.stream()
                                            .filter(charge -> charge.member != null)
                                            .map(Charge::from))
                            .flatMap(each -> each)
                            .min(Comparator.naturalOrder())
                            .orElseThrow();
            boolean here = stays.reversed().stream()
                    .filter(stay -> !stay.getKey().isAfter(day))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(true);
            return !withdrawn && survivor == null && here && !day.isBefore(first);
        }

        String homeOn(LocalDate day) {
            return homes.reversed().stream()
                    .filter(home -> home.from == null || !home.from.isAfter(day))
                    .findFirst()
                    .orElseThrow()
                    .unit;
        }

        /** Whether nobody is responsible on the day who can act on it. */
        boolean unassignedOn(MemberBook members, LocalDate day) {
            return charges.reversed().stream()
                    .filter(charge -> !charge.from.isAfter(day))
                    .limit(1)
                    .filter(charge -> charge.member != null)
                    .noneMatch(charge -> members.team(Objects.requireNonNull(charge.team))
                            .canAct(Objects.requireNonNull(charge.member), day));
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
        HelpRecord.of(ledger).stream()
                .filter(help -> !help.voided && !help.unconfirmed && help.household != null)
                .forEach(help -> {
                    Household household = book.known(Objects.requireNonNull(help.household));
                    household.helped = household.helped == null || help.day().isBefore(household.helped)
                            ? help.day()
                            : household.helped;
                });
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
            case "household.registered" -> {
                household.homes.add(new Home(event.text("/unit"), null));
                household.entered = event.recordedOn();
                household.livesSince = event.dayIfAny("/livesSince");
            }
            case "household.residence-corrected" -> household.livesSince = event.dayIfAny("/livesSince");
            case "household.relocated" ->
                household.homes.add(new Home(event.text("/unit"), event.dayIfAny("/effectiveFrom")));
            case "household.returned" -> {
                household.homes.add(new Home(event.text("/unit"), event.day("/effectiveFrom")));
                household.stays.add(Map.entry(event.day("/effectiveFrom"), true));
                household.left = false;
            }
            case "household.assigned", "household.reassigned" ->
                household.charges.add(
                        new Charge(event.text("/to/team"), event.text("/to/member"), event.day("/effectiveFrom")));
            case "household.assignment-corrected" -> corrected(household.charges, event);
            case "household.unassigned" -> household.charges.add(new Charge(null, null, event.day("/effectiveFrom")));
            case "household.left" -> {
                household.stays.add(Map.entry(event.day("/effectiveFrom"), false));
                household.left = true;
            }
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
