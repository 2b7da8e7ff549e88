package vn.soto.allinone.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The households, as their events leave them. */
final class HouseholdBook {

    /** Something that holds from a day on. */
    interface Entry {

        /** Absent for what holds from the registration on. */
        @Nullable
        LocalDate from();

        /** Whether the other one says the same, from whichever day on. */
        boolean says(Entry other);
    }

    /** @param from first day there; absent for the unit of registration */
    record Home(String unit, @Nullable LocalDate from) implements Entry {

        @Override
        public boolean says(Entry other) {
            return other instanceof Home home && unit.equals(home.unit);
        }
    }

    /** @param team of the {@code member} responsible; both absent if nobody is */
    record Charge(@Nullable String team, @Nullable String member, LocalDate from) implements Entry {

        @Override
        public boolean says(Entry other) {
            return other instanceof Charge charge
                    && Objects.equals(team, charge.team)
                    && Objects.equals(member, charge.member);
        }
    }

    /** @param here whether it lives here */
    private record Stay(boolean here, LocalDate from) implements Entry {

        @Override
        public boolean says(Entry other) {
            return other instanceof Stay stay && here == stay.here;
        }
    }

    /** A household. */
    static final class Household {

        final String id;
        final List<Home> homes = new ArrayList<>();
        final List<Charge> charges = new ArrayList<>();
        private final List<Stay> stays = new ArrayList<>();
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
                    .filter(stay -> !stay.from.isAfter(day))
                    .map(Stay::here)
                    .findFirst()
                    .orElse(true);
            return !withdrawn && survivor == null && here && !day.isBefore(first);
        }

        String homeOn(LocalDate day) {
            return HouseholdBook.homeOn(homes, day);
        }

        /** Whether nobody is responsible on the day who can act on it. */
        boolean unassignedOn(MemberBook members, LocalDate day) {
            return chargeOn(day).stream()
                    .noneMatch(charge -> members.team(Objects.requireNonNull(charge.team))
                            .canAct(Objects.requireNonNull(charge.member), day));
        }

        /** The charge of the day. */
        Optional<Charge> chargeOn(LocalDate day) {
            return charges.reversed().stream()
                    .filter(charge -> !charge.from.isAfter(day))
                    .findFirst()
                    .filter(charge -> charge.member != null);
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

    static String homeOn(List<Home> homes, LocalDate day) {
        return homes.reversed().stream()
                .filter(home -> home.from == null || !home.from.isAfter(day))
                .findFirst()
                .orElseThrow()
                .unit;
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
                put(household.homes, new Home(event.text("/unit"), event.day("/effectiveFrom")));
            case "household.returned" -> {
                put(household.homes, new Home(event.text("/unit"), event.day("/effectiveFrom")));
                put(household.stays, new Stay(true, event.day("/effectiveFrom")));
            }
            case "household.assigned", "household.reassigned" -> put(household.charges, charge(event, "/to"));
            case "household.unassigned" -> put(household.charges, new Charge(null, null, event.day("/effectiveFrom")));
            case "household.left" -> put(household.stays, new Stay(false, event.day("/effectiveFrom")));
            case "household.assignment-corrected" -> redate(household.charges, event, charge(event, "/to"));
            case "household.relocation-corrected" ->
                redate(household.homes, event, new Home(event.text("/to"), event.day("/effectiveFrom")));
            case "household.relocation-withdrawn" -> {
                LocalDate entered = event.day("/enteredFrom");
                remove(
                        household.homes,
                        new Home(event.text("/to"), entered),
                        List.of(new Home(event.text("/from"), entered)));
                List<Charge> ended = RawEvent.each(event.body().get("responsible")).stream()
                        .map(who -> new Charge(
                                who.get("team").asString(), who.get("member").asString(), entered))
                        .toList();
                if (!ended.isEmpty()) {
                    remove(household.charges, new Charge(null, null, entered), ended);
                }
            }
            case "household.departure-corrected" ->
                redate(household.stays, event, new Stay(false, event.day("/effectiveFrom")));
            case "household.return-corrected" -> {
                redate(household.stays, event, new Stay(true, event.day("/effectiveFrom")));
                redate(household.homes, event, new Home(event.text("/to"), event.day("/effectiveFrom")));
            }
            case "household.merged" -> household.survivor = event.text("/survivor");
            case "household.separated" -> household.survivor = null;
            case "household.registration-withdrawn" -> household.withdrawn = true;
            case "household.first-helped", "household.duplicates-changed", "household.reference-corrected" -> {
                // says nothing of this
            }
            default -> throw new IllegalStateException("not recounted: " + event);
        }
    }

    private static Charge charge(RawEvent event, String who) {
        return new Charge(
                event.textIfAny(who + "/team"), event.textIfAny(who + "/member"), event.day("/effectiveFrom"));
    }

    /** The last entry of its day that says the same behind one of those before is there no more; without such a one, the last. */
    private static <E extends Entry> void remove(List<E> entries, E never, List<E> before) {
        List<Integer> places = IntStream.range(0, entries.size())
                .filter(place ->
                        Objects.equals(never.from(), entries.get(place).from()) && never.says(entries.get(place)))
                .boxed()
                .toList();
        Stream.concat(
                        places.reversed().stream()
                                .filter(place -> place > 0
                                        && before.stream().anyMatch(each -> each.says(entries.get(place - 1)))),
                        places.reversed().stream())
                .findFirst()
                .ifPresent(place -> entries.remove(place.intValue()));
    }

    /** Behind what holds from the same day or an earlier one. */
    static <E extends Entry> void put(List<E> entries, E entry) {
        int place = entries.size();
        while (place > 0 && isLater(entries.get(place - 1), Objects.requireNonNull(entry.from()))) {
            place--;
        }
        entries.add(place, entry);
    }

    private static boolean isLater(Entry entry, LocalDate day) {
        return entry.from() != null && entry.from().isAfter(day);
    }

    /**
     * An entry of the day that says the same has its right day. None passes another, so it is the first for an earlier day, the last
     * for a later one.
     */
    static <E extends Entry> void redate(List<E> entries, RawEvent event, E right) {
        LocalDate entered = event.day("/enteredFrom");
        LocalDate day = Objects.requireNonNull(right.from());
        Optional<Integer> meant = IntStream.range(0, entries.size())
                .filter(place -> entered.equals(entries.get(place).from()) && right.says(entries.get(place)))
                .boxed()
                .reduce((first, last) -> day.isBefore(entered) ? first : last);
        if (meant.isEmpty()) {
            return;
        }
        int place = meant.get();
        entries.remove(place);
        if (day.isBefore(entered)) {
            put(entries, right);
            return;
        }
        while (place < entries.size() && !isLater(entries.get(place), day.minusDays(1))) {
            place++;
        }
        entries.add(place, right);
    }
}
