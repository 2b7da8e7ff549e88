package vn.soto.query.reading;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.Right;
import vn.soto.contracts.access.Role;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;

/**
 * The decision about a question, and the rights behind it. The refusal of a question and the answer to "why?" are made
 * of it.
 */
public sealed interface ReadingDecision {

    /** @param by rights that each suffice; none for what everybody may ask */
    record Allowed(List<Right> by) implements ReadingDecision {}

    /** @param roles roles that give the right, none of which the account has */
    record NoRole(EndpointRight right, Set<Role> roles) implements ReadingDecision {}

    /**
     * The right does not reach what is asked about. Whether that exists is not told.
     *
     * @param held  the account's rights, which reach elsewhere
     * @param kind  kind of what is asked about; absent if the whole ledger is
     * @param id    its id; empty if the whole ledger is
     * @param known whether it exists as far as the read models know; for this side alone
     */
    record Outside(
            EndpointRight right, List<Right> held, @Nullable IdKind kind, String id, boolean known)
            implements ReadingDecision {

        public Outside {
            held = List.copyOf(held);
        }
    }
}
