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

    /** @param effectiveFrom first day on which the account belongs to the person */
    @StoredAs("account.linked.v1")
    record AccountLinked(AccountId account, LinkedPerson person, LocalDate effectiveFrom)
            implements AccessEvent, Dated.From {

        @Override
        public Set<String> tags() {
            Set<String> tags = new HashSet<>(person.tags());
            tags.add(idOf(account));
            return Set.copyOf(tags);
        }
    }

    /**
     * The account is that of the person to whom it was linked, says whoever administers these areas: in a team that lies in none of
     * them the link gives no right. It follows each link to a member; without it, as in older ledgers, a link gives rights in every
     * team.
     *
     * @param within units, or the whole ledger
     */
    @StoredAs("account.link-confirmed.v1")
    record AccountLinkConfirmed(AccountId account, List<Area> within) implements AccessEvent {

        public AccountLinkConfirmed {
            within = List.copyOf(within);
        }
    }

    /** @param lastDay last day; the day before the first if the link is taken back as a whole */
    @StoredAs("account.unlinked.v1")
    record AccountUnlinked(AccountId account, LinkedPerson person, LocalDate lastDay)
            implements AccessEvent, Dated.Until {

        @Override
        public Set<String> tags() {
            Set<String> tags = new HashSet<>(person.tags());
            tags.add(idOf(account));
            return Set.copyOf(tags);
        }
    }
}
