package vn.soto.query.reading;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Where something lies: a right that reaches one of these places reaches it.
 *
 * @param units         units in which it is recorded
 * @param teams         teams whose it is; a unit that they cover is a place too for whoever has a right in it
 * @param organisations supporting organisations whose it is
 * @param accounts      accounts whose own it is
 * @param open          whether it is open to everybody who has the right in any unit or team, because it is about no place
 */
public record Places(
        Set<String> units, Set<String> teams, Set<String> organisations, Set<String> accounts, boolean open) {

    public static final Places NONE = new Places(Set.of(), Set.of(), Set.of(), Set.of(), false);

    public static final Places OPEN = new Places(Set.of(), Set.of(), Set.of(), Set.of(), true);

    public Places {
        units = Set.copyOf(units);
        teams = Set.copyOf(teams);
        organisations = Set.copyOf(organisations);
        accounts = Set.copyOf(accounts);
    }

    public static Places inUnits(Collection<String> units) {
        return new Places(Set.copyOf(units), Set.of(), Set.of(), Set.of(), false);
    }

    public static Places ofTeams(Collection<String> teams) {
        return new Places(Set.of(), Set.copyOf(teams), Set.of(), Set.of(), false);
    }

    public static Places ofOrganisations(Collection<String> organisations) {
        return new Places(Set.of(), Set.of(), Set.copyOf(organisations), Set.of(), false);
    }

    public static Places ofAccounts(Collection<String> accounts) {
        return new Places(Set.of(), Set.of(), Set.of(), Set.copyOf(accounts), false);
    }

    /** The places of both. */
    public Places and(Places other) {
        return new Places(
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
