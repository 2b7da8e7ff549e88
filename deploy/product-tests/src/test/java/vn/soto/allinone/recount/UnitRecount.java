package vn.soto.allinone.recount;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entries of lists in a unit on a day. */
final class UnitRecount {

    private final RawLedger ledger;
    private final LocalDate day;
    private final UnitTree tree;
    private final HouseholdBook households;
    private final MemberBook members;
    private final RequestBook requests;

    UnitRecount(Books books, LocalDate day) {
        this.ledger = books.ledger();
        this.day = day;
        this.tree = UnitTree.of(books.ledger(), day);
        this.households = books.households();
        this.members = books.members();
        this.requests = day.isBefore(books.ledger().day()) ? RequestBook.of(ledger, day) : books.requests();
    }

    UnitTree tree() {
        return tree;
    }

    /** The provinces in force. */
    Set<String> provinces() {
        return tree.units().stream()
                .filter(unit -> tree.state(unit).status().equals("IN_FORCE"))
                .filter(unit -> tree.state(unit).parent().equals(UnitTree.TOP))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The units in force that lie in it. */
    Set<String> children(String unit) {
        return tree.units().stream()
                .filter(each -> tree.state(each).status().equals("IN_FORCE"))
                .filter(each -> tree.state(each).parent().equals(unit))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> households(String unit, boolean unassignedOnly) {
        return households.households.values().stream()
                .filter(household -> household.countsOn(day)
                        && tree.chain(household.homeOn(day)).getLast().equals(unit))
                .filter(household -> !unassignedOnly || household.unassignedOn(members, day))
                .map(household -> household.id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> householdsOf(String member) {
        return households.households.values().stream()
                .filter(household -> household
                        .chargeOn(day)
                        .filter(charge -> member.equals(charge.member()))
                        .isPresent())
                .map(household -> household.id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> businesses(String unit) {
        BusinessBook businesses = BusinessBook.of(ledger);
        return businesses.ids().stream()
                .filter(business -> businesses.isOpenOn(business, day))
                .filter(business ->
                        tree.chain(businesses.homeOn(business, day)).getLast().equals(unit))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Households that have to be moved, or whose unit has to be moved, because the unit above has ended without one successor. */
    long undecidedHouseholds() {
        return households.households.values().stream()
                .filter(household -> household.countsOn(day))
                .filter(household -> {
                    String home = tree.chain(household.homeOn(day)).getLast();
                    return tree.state(home).gone()
                            || tree.spot(tree.state(home).parent()).undecided();
                })
                .count();
    }

    /** Open requests of a unit, of all that lay below it on any day, and of what became part of it. */
    Set<String> requests(String unit, boolean overdueOnly) {
        return requests.requests.values().stream()
                .filter(request -> request.open && tree.within(request.unit, unit))
                .filter(request -> !overdueOnly || day.isAfter(request.due))
                .map(request -> request.id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The requests waiting where a team works, and those it has taken and not closed. */
    Set<String> queue(String team) {
        List<String> coverage = members.team(team).coverage(day);
        return requests.requests.values().stream()
                .filter(request -> request.open)
                .filter(request -> request.waiting() ? tree.works(coverage, request.unit) : team.equals(request.team))
                .map(request -> request.id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The teams that cover a unit within a unit. */
    Set<String> teams(String unit) {
        return members.teams.entrySet().stream()
                .filter(team -> team.getValue().coverage(day).stream().anyMatch(each -> tree.within(each, unit)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The teams that work in each residential unit in force within a unit. */
    Map<String, Set<String>> coverage(String unit) {
        Map<String, Set<String>> coverage = new TreeMap<>();
        tree.units().stream()
                .filter(each -> tree.state(each).residential()
                        && tree.state(each).status().equals("IN_FORCE"))
                .filter(each -> tree.within(each, unit))
                .forEach(each -> coverage.put(each, working(each)));
        return coverage;
    }

    private Set<String> working(String unit) {
        return members.teams.entrySet().stream()
                .filter(team -> Stream.of(team.getValue())
                        .flatMap(known -> known.coverage(day).stream())
                        .anyMatch(tree.covering(unit)::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
