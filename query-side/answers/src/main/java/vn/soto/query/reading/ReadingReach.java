package vn.soto.query.reading;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.soto.contracts.access.Scope;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.KnownSubjects;
import vn.soto.query.subject.Locations;

/** The reach of scopes on a day, as known at a commit. Not thread-safe; each answer uses its own instance. */
final class ReadingReach {

    private final String account;
    private final KnownSubjects subjects;
    private final TeamReach teams;
    private final AreaReach areas;
    private final RightsOfAccounts accounts;
    private final LocalDate day;
    private final long asOf;
    private final Map<String, Set<String>> served = new HashMap<>();
    private final Map<String, List<String>> covered = new HashMap<>();
    private final Map<IdKind, Map<String, List<Locations>>> places = new HashMap<>();
    private final Map<Set<String>, Boolean> taken = new HashMap<>();
    private boolean ownership;

    ReadingReach(
            String account,
            KnownSubjects subjects,
            TeamReach teams,
            AreaReach areas,
            RightsOfAccounts accounts,
            LocalDate day,
            long asOf) {
        this.account = account;
        this.subjects = subjects;
        this.teams = teams;
        this.areas = areas;
        this.accounts = accounts;
        this.day = day;
        this.asOf = asOf;
    }

    /** The places of those ids that are known. */
    Map<String, List<Locations>> places(IdKind kind, Collection<String> ids) {
        Map<String, List<Locations>> known = places.computeIfAbsent(kind, k -> new HashMap<>());
        List<String> missing =
                ids.stream().filter(id -> !known.containsKey(id)).distinct().toList();
        if (!missing.isEmpty()) {
            Map<String, List<Locations>> found = subjects.places(kind, missing, day, asOf);
            missing.forEach(id -> known.put(id, found.getOrDefault(id, List.of())));
            areas.read(found.values().stream()
                    .flatMap(List::stream)
                    .flatMap(each -> each.units().stream())
                    .distinct()
                    .toList());
        }
        Map<String, List<Locations>> asked = new HashMap<>();
        ids.forEach(id -> {
            List<Locations> of = known.getOrDefault(id, List.of());
            if (!of.isEmpty()) {
                asked.put(id, of);
            }
        });
        return asked;
    }

    boolean reaches(Scope scope, List<Locations> all) {
        return scope instanceof Scope.Everywhere
                || (!all.isEmpty() && all.stream().allMatch(each -> reaches(scope, each)));
    }

    private boolean reaches(Scope scope, Locations each) {
        return lies(scope, each) || isOwn(each);
    }

    private boolean isOwn(Locations each) {
        ownership = ownership || !each.accounts().isEmpty();
        return each.accounts().contains(account);
    }

    /** Whether anything was decided by whose own it is: accounts with the same rights may differ in it. */
    boolean askedForOwnership() {
        return ownership;
    }

    private boolean lies(Scope scope, Locations each) {
        return switch (scope) {
            case Scope.Everywhere _ -> true;
            case Scope.InUnit(var unit) -> each.open() || inUnit(unit.value(), each);
            case Scope.OfTeam(var team) ->
                each.open()
                        || each.teams().contains(team.value())
                        || each.units().stream().anyMatch(served(team.value())::contains);
            case Scope.OfOrganisation(var organisation) -> each.organisations().contains(organisation.value());
        };
    }

    private boolean inUnit(String area, Locations each) {
        return Stream.concat(each.units().stream(), each.teams().stream().flatMap(team -> covered(team).stream()))
                .anyMatch(unit -> areas.contains(area, unit) && !isTakenOver(area, unit));
    }

    /** As the command side decides it: what a grant on a unit that has ended reached, until somebody who may approve took it over. */
    private boolean isTakenOver(String area, String unit) {
        Set<String> takers = areas.takers(area, unit);
        return !takers.isEmpty() && taken.computeIfAbsent(takers, units -> accounts.isAnyToApproveIn(units, day, asOf));
    }

    /** Whether a scope lies in a unit, wholly or with some unit that its team covers. */
    boolean liesIn(Scope scope, String unit) {
        return switch (scope) {
            case Scope.Everywhere _ -> false;
            case Scope.InUnit(var area) ->
                areas.contains(unit, area.value()) && !isTakenOver(area.value(), area.value());
            case Scope.OfTeam(var team) -> covered(team.value()).stream().anyMatch(each -> areas.contains(unit, each));
            case Scope.OfOrganisation _ -> false;
        };
    }

    private Set<String> served(String team) {
        return served.computeIfAbsent(team, id -> teams.served(id, day, asOf));
    }

    private List<String> covered(String team) {
        List<String> known = covered.get(team);
        if (known == null) {
            known = teams.covered(List.of(team), day, asOf).getOrDefault(team, List.of());
            covered.put(team, known);
        }
        return known;
    }
}
