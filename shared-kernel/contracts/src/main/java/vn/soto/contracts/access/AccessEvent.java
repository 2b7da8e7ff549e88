package vn.soto.contracts.access;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/** Events of an account: the roles granted to it and the person it belongs to. */
public sealed interface AccessEvent extends ProductEvent {

    AccountId account();

    /** Id of the aggregate of an account. */
    static String idOf(AccountId account) {
        return "account:" + account;
    }

    @Override
    default Set<String> tags() {
        return Set.of(idOf(account()));
    }

    /**
     * @param effectiveFrom first day of the grant
     * @param lastDay       last day; absent while no end is known
     * @param instrument    decision that the grant follows from, if there is one
     */
    @StoredAs("account.role-granted.v1")
    record RoleGranted(
            AccountId account,
            GrantId grant,
            Role role,
            Area area,
            LocalDate effectiveFrom,
            @Nullable LocalDate lastDay,
            @Nullable Instrument instrument,
            GrantApproval approval)
            implements AccessEvent, Dated.From {

        @Override
        public Set<String> tags() {
            Set<String> tags = new HashSet<>(area.tags());
            tags.add(idOf(account));
            return Set.copyOf(tags);
        }
    }

    /** @param lastDay last day of the grant; the day before its first if it is taken back as a whole */
    @StoredAs("account.grant-ended.v1")
    record GrantEnded(AccountId account, GrantId grant, LocalDate lastDay) implements AccessEvent, Dated.Until {}

    /**
     * The days of a grant were entered wrongly.
     *
     * @param effectiveFrom correct first day
     * @param lastDay       correct last day; absent while no end is known
     * @param approval      how many persons the grant took with these days
     */
    @StoredAs("account.grant-corrected.v1")
    record GrantCorrected(
            AccountId account,
            GrantId grant,
            LocalDate effectiveFrom,
            @Nullable LocalDate lastDay,
            GrantApproval approval)
            implements AccessEvent, Dated.From, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return switch (earlier) {
                case RoleGranted granted -> grant.equals(granted.grant);
                case GrantEnded ended -> grant.equals(ended.grant);
                case GrantCorrected before -> grant.equals(before.grant);
                default -> false;
            };
        }
    }

    /**
     * @param effectiveFrom first day on which the account belongs to the person
     * @param approval      {@link GrantApproval#BY_TWO_PERSONS} if two persons linked it; absent if one did, and in version 1
     */
    @StoredAs("account.linked.v2")
    record AccountLinked(
            AccountId account,
            LinkedPerson person,
            LocalDate effectiveFrom,
            @Nullable GrantApproval approval) implements AccessEvent, Dated.From {

        public AccountLinked(AccountId account, LinkedPerson person, LocalDate effectiveFrom) {
            this(account, person, effectiveFrom, null);
        }

        @Override
        public Set<String> tags() {
            Set<String> tags = new HashSet<>(person.tags());
            tags.add(idOf(account));
            return Set.copyOf(tags);
        }
    }

    /**
     * An administrator of these areas confirms that the account is that of its linked person. In a team that lies in
     * none of the areas the link gives no right. The confirmation follows each link to a member; without it, as in
     * older ledgers, a link gives rights in every team.
     *
     * @param within units, or the whole ledger
     */
    @StoredAs("account.link-confirmed.v1")
    record AccountLinkConfirmed(AccountId account, List<Area> within) implements AccessEvent {

        public AccountLinkConfirmed {
            within = List.copyOf(within);
        }
    }

    /**
     * @param lastDay  last day; the day before the first if the link is taken back as a whole
     * @param approval {@link GrantApproval#BY_TWO_PERSONS} if two persons ended it; absent if one did, and in version 1
     */
    @StoredAs("account.unlinked.v2")
    record AccountUnlinked(
            AccountId account,
            LinkedPerson person,
            LocalDate lastDay,
            @Nullable GrantApproval approval) implements AccessEvent, Dated.Until {

        @Override
        public Set<String> tags() {
            Set<String> tags = new HashSet<>(person.tags());
            tags.add(idOf(account));
            return Set.copyOf(tags);
        }
    }

    /** The account was locked: it cannot sign in. It keeps its rights. */
    @StoredAs("account.locked.v1")
    record AccountLocked(AccountId account) implements AccessEvent {}

    @StoredAs("account.unlocked.v1")
    record AccountUnlocked(AccountId account) implements AccessEvent {}

    /**
     * The account got a new one-time password.
     *
     * @param wishedBy     account that asked for it before the sender did; absent if it took one person
     * @param factorRemoved whether its second factor was removed as well
     */
    @StoredAs("account.reset.v1")
    record AccountReset(AccountId account, @Nullable AccountId wishedBy, boolean factorRemoved)
            implements AccessEvent {}

    /**
     * An operator of the machine has confirmed that the account is that of a person of its own. Its rights and its link
     * so far count as given by nobody.
     */
    @StoredAs("account.confirmed.v1")
    record AccountConfirmed(AccountId account) implements AccessEvent {}

    /**
     * A device was reported lost: what the account entered on it is not taken from it until it is unlocked.
     *
     * @param device as it calls itself
     */
    @StoredAs("account.device-locked.v1")
    record DeviceLocked(AccountId account, DeviceId device) implements AccessEvent {}

    @StoredAs("account.device-unlocked.v1")
    record DeviceUnlocked(AccountId account, DeviceId device) implements AccessEvent {}
}
