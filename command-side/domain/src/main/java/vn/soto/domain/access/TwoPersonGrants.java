package vn.soto.domain.access;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.GrantId;
import vn.soto.domain.access.AccessCommand.ConfirmLink;
import vn.soto.domain.access.AccessCommand.CorrectGrant;
import vn.soto.domain.access.AccessCommand.EndGrant;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.domain.access.AccessCommand.UnlinkAccount;
import vn.soto.domain.shared.Command;

/**
 * Granting a right to approve, or lengthening one, takes two persons once two administer the whole ledger. To end or
 * correct such a right of another holder, or to link that holder's account, takes two as well; see
 * {@link GrantedRights#changeTakesTwo}.
 */
public record TwoPersonGrants(GrantedRights rights) {

    private static final Set<String> GRANTING =
            Set.of(Command.nameOf(GrantRole.class), Command.nameOf(CorrectGrant.class));

    private static final Set<String> CHANGING = Stream.of(AccessCommand.class.getPermittedSubclasses())
            .map(type -> Command.nameOf(type.asSubclass(Command.class)))
            .collect(Collectors.toUnmodifiableSet());

    /** Whether a command, sent by that account now by itself, needs two persons. */
    public boolean needsTwo(Command command, String actor, Instant now) {
        return command instanceof AccessCommand access
                && ((givesARightToApprove(access) && rights.areAdministeredBySeveral(now))
                        || (changesAHolder(access) && rights.changeTakesTwo(access.account(), actor, now)));
    }

    private boolean givesARightToApprove(AccessCommand command) {
        return switch (command) {
            case GrantRole grant -> grant.role().mayApprove();
            case CorrectGrant correction ->
                grant(correction.account(), correction.grant())
                        .filter(grant -> grant.isLengthenedBy(correction.effectiveFrom(), correction.lastDay()))
                        .isPresent();
            case EndGrant _, LinkAccount _, ConfirmLink _, UnlinkAccount _ -> false;
        };
    }

    private boolean changesAHolder(AccessCommand command) {
        return switch (command) {
            case GrantRole _, ConfirmLink _ -> false;
            case CorrectGrant correction ->
                grant(correction.account(), correction.grant()).isPresent();
            case EndGrant end -> grant(end.account(), end.grant()).isPresent();
            case LinkAccount _, UnlinkAccount _ -> true;
        };
    }

    /** If it has a right to approve. */
    private Optional<AccountState.Grant> grant(AccountId account, GrantId grant) {
        return rights.of(account).grant(grant).filter(found -> found.role().mayApprove());
    }

    /**
     * Whether a plan, submitted by that account now, needs a second person.
     *
     * @param names    of its commands
     * @param commands read if the names alone do not decide it
     */
    public boolean planNeedsTwo(
            Collection<String> names, Supplier<Stream<Command>> commands, String actor, Instant now) {
        boolean grants = names.stream().anyMatch(GRANTING::contains);
        return (grants && rights.areAdministeredBySeveral(now))
                || (names.stream().anyMatch(CHANGING::contains)
                        && commands.get().anyMatch(command -> needsTwo(command, actor, now)));
    }
}
