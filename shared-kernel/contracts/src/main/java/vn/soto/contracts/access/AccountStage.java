package vn.soto.contracts.access;

import java.util.List;
import java.util.Optional;
import vn.soto.contracts.access.AccountState.Link;
import vn.soto.contracts.shared.StateRefusals;

/** The state of an account, as far as it decides which commands are possible. */
public record AccountStage(AccountState account) {

    /** The link without an end: to whom the account belongs. */
    public static Optional<Link> open(AccountState account) {
        return account.links().stream().filter(link -> link.until() == null).findFirst();
    }

    /** The link lacks a confirmation in one of the areas. */
    public static boolean isConfirmable(Link link, List<Area> areas) {
        List<Area> confirmed = link.within();
        return link.isOfAnOlderLedger()
                ? areas.contains(Area.WHOLE)
                : !link.holdsEverywhere() && confirmed != null && !confirmed.containsAll(areas);
    }

    /** Some link was in force on a day, and can end before it. */
    private boolean wasEverLinked() {
        return account.links().stream()
                .anyMatch(link -> link.until() == null || !link.until().isBefore(link.from()));
    }

    /** Some grant was in force on a day, and can end before it. */
    private boolean wasEverGranted() {
        return account.grants().stream()
                .anyMatch(grant -> grant.until() == null || !grant.until().isBefore(grant.from()));
    }

    /**
     * @param own   whether the sender is the person of the account
     * @param areas that the sender administers
     */
    public StateRefusals refusals(boolean own, List<Area> areas) {
        Optional<Link> link = open(account);
        return new StateRefusals()
                .until(!own, "ACCESS_IS_GIVEN_BY_SOMEBODY_ELSE", List.of(), "grant-role")
                .unless(!own, "ACCESS_IS_GIVEN_BY_SOMEBODY_ELSE", "link-account", "confirm-link")
                .unless(!own, "OWN_ACCESS_IS_CORRECTED_BY_SOMEBODY_ELSE", "unlink-account", "correct-grant")
                .unless(!account.grants().isEmpty(), "GRANT_IS_ONE_OF_THE_ACCOUNT", "end-grant", "correct-grant")
                .unless(wasEverGranted(), "END_SHORTENS_THE_GRANT", "end-grant")
                .unless(link.isEmpty(), "ACCOUNT_BELONGS_TO_ONE_PERSON_AT_A_TIME", "link-account")
                .unless(link.isPresent(), "ACCOUNT_BELONGS_TO_SOMEBODY", "confirm-link")
                .unless(
                        link.filter(open -> isConfirmable(open, areas)).isPresent(),
                        "LINK_IS_CONFIRMED_ONCE_IN_AN_AREA",
                        "confirm-link")
                .unless(wasEverLinked(), "ACCOUNT_BELONGS_TO_SOMEBODY", "unlink-account");
    }
}
