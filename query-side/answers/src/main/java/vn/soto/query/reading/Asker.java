package vn.soto.query.reading;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import vn.soto.contracts.access.Role;

/**
 * The account that asks, as sign-in says.
 *
 * @param account  name of the account; empty if nobody is signed in
 * @param asserted roles that sign-in asserts; they count only in a ledger without grants
 * @param question address that was asked, with its parameters and with whatever was typed into them
 * @param forOthers whether others with the same rights are given the answer too
 * @param unnamed  whether people are called by pseudonyms alone, whoever may read their names
 * @param purpose  why many names are taken out in a file; absent otherwise
 */
public record Asker(
        String account,
        Set<Role> asserted,
        String question,
        boolean forOthers,
        boolean unnamed,
        @Nullable NamesReason purpose) {

    /** An asker who is told the names that the rights reach. */
    public Asker(String account, Set<Role> asserted, String question, boolean forOthers) {
        this(account, asserted, question, forOthers, false, null);
    }

    private static final String PREFIX = "ROLE_";

    /** Nobody signed in. */
    public static Asker nobody(String question) {
        return new Asker("", Set.of(), question, false);
    }

    public static Asker of(Authentication who, String question) {
        return new Asker(who.getName(), roles(who), question, false);
    }

    /** The same, whose answer is given to everybody with the same rights. */
    public Asker alsoForOthers() {
        return new Asker(account, asserted, question, true, unnamed, purpose);
    }

    /** The same for an answer that goes into a file. */
    public Asker takingOut(boolean withoutNames, @Nullable NamesReason why) {
        return new Asker(account, asserted, question, forOthers, withoutNames, why);
    }

    /** The account whose own things the answer may hold beside what the rights reach; empty if it is for others too. */
    public String owner() {
        return forOthers ? "" : account;
    }

    /** Authorities that are no roles of this version give nothing. */
    private static Set<Role> roles(Authentication who) {
        return who.getAuthorities().stream()
                .map(granted -> String.valueOf(granted.getAuthority()))
                .flatMap(authority ->
                        Arrays.stream(Role.values()).filter(role -> authority.equals(PREFIX + role.name())))
                .collect(Collectors.toUnmodifiableSet());
    }
}
