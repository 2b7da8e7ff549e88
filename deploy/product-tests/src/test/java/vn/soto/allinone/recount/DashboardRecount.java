package vn.soto.allinone.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A unit's quarter, by either choice of boundaries: each record of help is put where it counts, one by one. */
final class DashboardRecount {

    /** Name of the place of what counts in the unit and in no part of it. */
    static final String UNDECIDED = "?";

    private final Books books;
    private final Days days;
    private final LocalDate staffOn;
    private final HouseholdBook households;
    private final MemberBook members;
    private final UnitTree then;
    private final UnitTree now;

    DashboardRecount(Books books, String quarter, LocalDate today) {
        this.books = books;
        this.days = Days.of(quarter);
        this.staffOn = today.isBefore(days.last()) ? today : days.last();
        this.households = books.households();
        this.members = books.members();
        this.then = UnitTree.of(books.ledger(), staffOn);
        this.now = UnitTree.of(books.ledger(), today);
    }

    LocalDate staffOn() {
        return staffOn;
    }

    /** The teams that worked on a day of the quarter in a unit, or in one within it on the last day. */
    List<String> reporting(String unit) {
        UnitTree last = UnitTree.of(books.ledger(), days.last());
        Set<String> within = last.units().stream()
                .filter(each -> last.within(each, unit))
                .collect(Collectors.toCollection(TreeSet::new));
        return members.teams.entrySet().stream()
                .filter(team -> !team.getValue().from.isAfter(staffOn))
                .filter(team -> days.first()
                        .datesUntil(days.last().plusDays(1))
                        .anyMatch(day -> team.getValue().coverage(day).stream().anyMatch(within::contains)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The figures of each place of a unit in which something counts: a part, {@link #UNDECIDED}, or the unit itself. */
    Map<String, Map<String, Long>> places(String unit, boolean asNow) {
        Map<String, Map<String, Long>> places = new TreeMap<>();
        placed(unit, asNow).forEach((place, records) -> places.put(place, figures(records)));
        return places;
    }

    /** The figures of the whole unit, in which a household or business counts once wherever it was helped. */
    Map<String, Long> total(String unit, boolean asNow) {
        return figures(
                placed(unit, asNow).values().stream().flatMap(List::stream).toList());
    }

    private Map<String, List<HelpRecord>> placed(String unit, boolean asNow) {
        Map<String, List<HelpRecord>> placed = new TreeMap<>();
        for (HelpRecord record : books.help()) {
            if (!record.voided && days.include(record.day())) {
                String place = place(unit, asNow ? now : then, record.unit, record.household);
                if (!place.isEmpty()) {
                    placed.computeIfAbsent(place, p -> new ArrayList<>()).add(record);
                }
            }
        }
        return placed;
    }

    /** The part of the unit in which something counts by the units of a day; empty outside the unit. */
    private String place(String unit, UnitTree shown, String recorded, @Nullable String household) {
        List<UnitTree.Spot> path = shown.path(counting(shown, recorded, household));
        UnitTree.State asked = shown.state(unit);
        if (!asked.gone()) {
            return place(unit, path);
        }
        LocalDate lastDay = asked.since().minusDays(1);
        UnitTree last = lastDay.isBefore(staffOn) ? UnitTree.of(books.ledger(), lastDay) : then;
        return place(unit, last.path(counting(last, recorded, household))).isEmpty()
                ? ""
                : scattered(asked, shown, path);
    }

    private static String place(String unit, List<UnitTree.Spot> path) {
        int index = path.stream().map(UnitTree.Spot::unit).toList().indexOf(unit);
        if (index < 0) {
            return "";
        }
        if (path.get(index).undecided()) {
            return UNDECIDED;
        }
        return index == 0 ? unit : path.get(index - 1).unit();
    }

    /** The commune of today, or for the contents of a residential unit the residential one. */
    private static String scattered(UnitTree.State asked, UnitTree shown, List<UnitTree.Spot> path) {
        return path.stream()
                .filter(spot -> spot.undecided()
                        || spot.unit().equals(UnitTree.TOP)
                        || asked.residential()
                        || !shown.state(spot.unit()).residential())
                .findFirst()
                .filter(spot -> !spot.undecided() && !spot.unit().equals(UnitTree.TOP))
                .map(UnitTree.Spot::unit)
                .orElse(UNDECIDED);
    }

    /** The unit of a record or, if that was divided, the one into which the household has moved since. */
    private String counting(UnitTree tree, String recorded, @Nullable String household) {
        return household == null
                ? recorded
                : tree.successor(recorded, households.household(households.survivor(household)).homes);
    }

    private Map<String, Long> figures(List<HelpRecord> records) {
        Map<String, Long> figures = new TreeMap<>();
        for (HelpRecord record : records) {
            Stream.of(
                            List.of(
                                    "assistances",
                                    "byChannel." + record.said("channel"),
                                    "byMode." + record.said("mode"),
                                    "byOutcome." + record.outcome,
                                    "byBeneficiary." + record.beneficiary()),
                            record.categories.stream()
                                    .map(each -> "byService." + each)
                                    .toList(),
                            record.services().stream()
                                    .map(each -> "byCode." + each)
                                    .toList(),
                            record.late ? List.of("late") : List.<String>of(),
                            Stream.ofNullable(record.verification)
                                    .map(each -> "byVerification." + each)
                                    .toList())
                    .flatMap(List::stream)
                    .forEach(figure -> figures.merge(figure, 1L, Long::sum));
        }
        figures.put("households", households(records));
        figures.put("businesses", businesses(records));
        figures.values().removeIf(count -> count == 0);
        return figures;
    }

    /** Households helped, duplicates as their survivor. */
    private long households(List<HelpRecord> records) {
        return records.stream()
                .filter(record -> record.household != null)
                .map(record -> households.survivor(record.household))
                .distinct()
                .count();
    }

    /** Businesses helped. */
    private static long businesses(List<HelpRecord> records) {
        return records.stream()
                .filter(record -> record.business != null)
                .map(record -> record.business)
                .distinct()
                .count();
    }

    /** The teams of the day in the unit and in all below it, with their members, and the households recorded there. */
    Map<String, Long> staff(String unit) {
        Set<String> covered = then.units().stream()
                .filter(each -> then.state(each).residential())
                .filter(each -> each.equals(unit) || then.chain(each).size() == 1)
                .filter(each ->
                        each.equals(unit) || !place(unit, then, each, null).isEmpty())
                .flatMap(each -> then.covering(each).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> acting = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        List<MemberBook.Team> working = members.teams.values().stream()
                .filter(team -> team.existedOn(staffOn))
                .filter(team -> team.coverage(staffOn).stream().anyMatch(covered::contains))
                .toList();
        working.stream().flatMap(team -> team.on(staffOn).stream()).forEach(each -> {
            all.add(each.member);
            if (!each.suspended(staffOn)) {
                acting.add(each.member);
            }
        });
        List<HouseholdBook.Household> here = households.households.values().stream()
                .filter(household -> household.countsOn(staffOn))
                .filter(household -> !place(unit, then, household.homeOn(staffOn), household.id)
                        .isEmpty())
                .toList();
        long unassigned = here.stream()
                .filter(household -> household.unassignedOn(members, staffOn))
                .count();
        return new TreeMap<>(Map.of(
                "teams",
                (long) working.size(),
                "members",
                (long) acting.size(),
                "suspended",
                (long) all.size() - acting.size(),
                "registered",
                (long) here.size(),
                "unassigned",
                unassigned,
                "assigned",
                here.size() - unassigned));
    }
}
