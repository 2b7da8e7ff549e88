package vn.soto.query.subject;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The places of something: a right that reaches one of them reaches it.
 *
 * @param units         units in which it is recorded
 * @param teams         teams whose it is; a unit that they cover is a place too for whoever has a right in it
 * @param organisations supporting organisations whose it is
 * @param accounts      accounts whose own it is
 * @param open          whether it is open to everybody who has the right in any unit or team, because it is about no place
 */
public record Locations(
        Set<String> units, Set<String> teams, Set<String> organisations, Set<String> accounts, boolean open) {

    public static final Locations NONE = new Locations(Set.of(), Set.of(), Set.of(), Set.of(), false);

    public static final Locations OPEN = new Locations(Set.of(), Set.of(), Set.of(), Set.of(), true);

    public Locations {
        units = Set.copyOf(units);
        teams = Set.copyOf(teams);
        organisations = Set.copyOf(organisations);
        accounts = Set.copyOf(accounts);
    }

    public static Locations inUnits(Collection<String> units) {
        return new Locations(Set.copyOf(units), Set.of(), Set.of(), Set.of(), false);
    }

    public static Locations inUnit(String unit) {
        return inUnits(Set.of(unit));
    }

    public static Locations ofTeam(String team) {
        return ofTeams(Set.of(team));
    }

    public static Locations ofTeams(Collection<String> teams) {
        return new Locations(Set.of(), Set.copyOf(teams), Set.of(), Set.of(), false);
    }

    public static Locations ofOrganisations(Collection<String> organisations) {
        return new Locations(Set.of(), Set.of(), Set.copyOf(organisations), Set.of(), false);
    }

    public static Locations ofAccounts(Collection<String> accounts) {
        return new Locations(Set.of(), Set.of(), Set.of(), Set.copyOf(accounts), false);
    }

    /** The places of both. */
    public Locations and(Locations other) {
        return new Locations(
                union(units, other.units),
                union(teams, other.teams),
                union(organisations, other.organisations),
                union(accounts, other.accounts),
                open || other.open);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
