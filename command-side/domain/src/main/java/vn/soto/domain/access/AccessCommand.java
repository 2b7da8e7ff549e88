package vn.soto.domain.access;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.HolderId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.Introduces;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands about an account; administrators issue them. */
public sealed interface AccessCommand extends HasReason {

    AccountId account();

    @Override
    String reason();

    @TargetAggregateIdentifier
    default String target() {
        return AccessEvent.idOf(account());
    }

    /**
     * Grants a role on an area. A role with a right to approve takes a second person once there are two administrators.
     *
     * @param area          absent for the whole ledger
     * @param effectiveFrom first day
     * @param lastDay       last day, if an end is known
     * @param instrument    the decision that the grant follows from, if there is one
     */
    @Reasons(ReasonList.ACCESS)
    @ClientCommand(as = "grant-role", at = "accounts/{account}/roles")
    record GrantRole(
            AccountId account,
            @Introduces(byDefaultAsCommand = true) GrantId grant,
            Role role,
            @Nullable Area area,
            LocalDate effectiveFrom,
            @Nullable LocalDate lastDay,
            @Nullable Instrument instrument,
            String reason)
            implements AccessCommand {

        Area reach() {
            return area == null ? Area.WHOLE : area;
        }
    }

    /** @param lastDay last day of the grant; the day before its first takes it back as a whole */
    @Reasons(ReasonList.ACCESS_END)
    @ClientCommand(as = "end-grant", at = "accounts/{account}/roles/{grant}/end")
    @Corrects(GrantRole.class)
    record EndGrant(AccountId account, GrantId grant, LocalDate lastDay, String reason) implements AccessCommand {}

    /**
     * Corrects the days of a grant that were entered wrongly. If that lengthens a right to approve, it takes two persons as
     * granting does.
     *
     * @param lastDay last day; absent if no end is known
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(as = "correct-grant", at = "accounts/{account}/roles/{grant}/correction")
    @Corrects({EndGrant.class, GrantRole.class})
    record CorrectGrant(
            AccountId account,
            GrantId grant,
            LocalDate effectiveFrom,
            @Nullable LocalDate lastDay,
            String reason) implements AccessCommand, CorrectionCommand {}

    /**
     * Links the account to its person. That is a member of teams, who gets the rights of membership and leadership by
     * it, or the holder of an office.
     *
     * @param effectiveFrom first day
     */
    @Reasons(ReasonList.ACCESS)
    @ClientCommand(as = "link-account", at = "accounts/{account}/person")
    @Corrects(UnlinkAccount.class)
    record LinkAccount(
            AccountId account,
            @Nullable @Introduces MemberId member,
            @Nullable @Introduces HolderId holder,
            LocalDate effectiveFrom,
            String reason)
            implements AccessCommand {

        LinkedPerson person() {
            return new LinkedPerson(member, holder);
        }
    }

    /**
     * Confirms, in the sender's area, that the account is that of its linked person. Until somebody who reaches a team
     * confirms it, a link gives no right there unless its author reaches the team.
     */
    @Reasons(ReasonList.ACCESS)
    @ClientCommand(as = "confirm-link", at = "accounts/{account}/person/confirmation")
    record ConfirmLink(AccountId account, String reason) implements AccessCommand {}

    /** @param lastDay last day; the day before the first takes the link back as a whole */
    @Reasons(ReasonList.ACCESS_END)
    @ClientCommand(as = "unlink-account", at = "accounts/{account}/person/end")
    @Corrects(LinkAccount.class)
    record UnlinkAccount(AccountId account, LocalDate lastDay, String reason) implements AccessCommand {}

    /**
     * The places that commands about accounts touch: the area of a grant, and every place where the account has rights
     * already. Ending a grant takes a right there alone.
     */
    @Override
    default List<CommandPlace> touches() {
        CommandPlace account = new CommandPlace.OfAccount(account());
        return switch (this) {
            case GrantRole grant -> List.of(CommandPlace.of(grant.reach()), account);
            case EndGrant end -> List.of(new CommandPlace.OfGrant(end.account(), end.grant()));
            case CorrectGrant correct -> List.of(new CommandPlace.OfGrant(correct.account(), correct.grant()), account);
            case LinkAccount link ->
                link.member() == null
                        ? List.of(account)
                        : List.of(account, new CommandPlace.KnownPerson(link.member()));
            case ConfirmLink _ -> List.of(new CommandPlace.LinkOf(account()));
            case UnlinkAccount _ -> List.of(account);
        };
    }
}
