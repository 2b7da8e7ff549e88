package vn.soto.allinone.account;

import java.util.Collections;
import java.util.Set;
import vn.soto.contracts.access.Role;

/** The accounts that need a second factor: those with one of these roles, granted or asserted. */
final class RequiredFactors {

    private final Set<Role> roles;
    private final LedgerRights rights;

    RequiredFactors(Set<Role> roles, LedgerRights rights) {
        this.roles = Set.copyOf(roles);
        this.rights = rights;
    }

    boolean isRequiredOf(LocalAccount account) {
        return !roles.isEmpty() && !Collections.disjoint(roles, rights.roles(account));
    }

    /** Whether the account has to set one up before it does anything else. Reads the ledger. */
    boolean isMissing(LocalAccount account) {
        return account.confirmedFactor().isEmpty() && isRequiredOf(account);
    }

    /** Whether it is required of nobody, so that no account need be looked at. */
    boolean none() {
        return roles.isEmpty();
    }
}
