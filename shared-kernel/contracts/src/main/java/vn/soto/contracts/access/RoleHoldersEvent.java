package vn.soto.contracts.access;

import java.util.Locale;
import java.util.Set;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/**
 * Events of the list of accounts that were ever granted a role with a right to approve. The list of administrators begins
 * with the first grant of the ledger; see {@link #FIRST_GRANT}.
 */
public sealed interface RoleHoldersEvent extends ProductEvent {

    /**
     * Id of the list of administrators. It exists from the first grant of the ledger on, which makes the first
     * administrator. Until then the roles that sign-in asserts count; from then on only the ledger does.
     */
    String FIRST_GRANT = idOf(Role.ADMINISTRATOR);

    static String idOf(Role role) {
        return "role-holders:" + role.name().toLowerCase(Locale.ROOT);
    }

    /** An account was granted the role for the first time; its own events tell from when on, and until when. */
    @StoredAs("role-holders.listed.v1")
    record RoleHolderListed(Role role, AccountId account) implements RoleHoldersEvent {

        @Override
        public Set<String> tags() {
            return Set.of(AccessEvent.idOf(account));
        }
    }
}
