package vn.soto.domain.reach;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Role;

/**
 * The right on which a command rests. It stands beside a command under {@link #KEY}; a command without it is a
 * person's.
 */
public sealed interface CommandSender {

    /** Metadata key of a command message. */
    String KEY = "soto.sender";

    /**
     * The account that is the actor, today.
     *
     * @param asserted roles that sign-in asserts; they count as long as the ledger has no grant
     */
    record Person(Set<Role> asserted) implements CommandSender {

        public Person {
            asserted = Set.copyOf(asserted);
        }
    }

    /**
     * A step of a plan, which rests on the rights of the days on which the plan was submitted and approved.
     *
     * @param submitted  day on which the actor submitted the plan
     * @param approver   account that approved it; absent if no approval was needed
     * @param approved   day of the approval
     * @param withGrants whether the ledger had a grant when the plan was submitted; before, roles of sign-in counted, which
     *     were checked then
     */
    record PlanStep(
            LocalDate submitted,
            @Nullable AccountId approver,
            @Nullable LocalDate approved,
            boolean withGrants) implements CommandSender {}

    /** The product itself on behalf of the actor, whose right was checked before. Never made of a request. */
    record Product() implements CommandSender {}

    CommandSender PRODUCT = new Product();
}
