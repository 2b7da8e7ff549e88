package vn.soto.domain.access;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.access.AccessRule.ACCESS_IS_GIVEN_BY_SOMEBODY_ELSE;
import static vn.soto.domain.access.AccessRule.AN_ADMINISTRATOR_OF_ALL_REMAINS;
import static vn.soto.domain.access.AccessRule.END_SHORTENS_THE_GRANT;
import static vn.soto.domain.access.AccessRule.FIRST_ADMINISTRATOR_IS_RECORDED;
import static vn.soto.domain.access.AccessRule.GRANT_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.access.AccessRule.GRANT_ENDS_ON_OR_AFTER_ITS_FIRST_DAY;
import static vn.soto.domain.access.AccessRule.GRANT_HAS_AN_ID_OF_ITS_OWN;
import static vn.soto.domain.access.AccessRule.GRANT_IS_ONE_OF_THE_ACCOUNT;
import static vn.soto.domain.access.AccessRule.OWN_ACCESS_IS_CORRECTED_BY_SOMEBODY_ELSE;
import static vn.soto.domain.access.AccessRule.RESET_TAKES_TWO_PERSONS;
import static vn.soto.domain.access.AccessRule.ROLE_IS_GRANTED_ONCE_ON_AN_AREA;
import static vn.soto.domain.access.AccessRule.ROLE_IS_ONE_THAT_IS_GRANTED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccessEvent.AccountConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinkConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.AccountLocked;
import vn.soto.contracts.access.AccessEvent.AccountReset;
import vn.soto.contracts.access.AccessEvent.AccountUnlinked;
import vn.soto.contracts.access.AccessEvent.AccountUnlocked;
import vn.soto.contracts.access.AccessEvent.DeviceLocked;
import vn.soto.contracts.access.AccessEvent.DeviceUnlocked;
import vn.soto.contracts.access.AccessEvent.GrantCorrected;
import vn.soto.contracts.access.AccessEvent.GrantEnded;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.AccountState.Grant;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.access.AccessCommand.ConfirmLink;
import vn.soto.domain.access.AccessCommand.CorrectGrant;
import vn.soto.domain.access.AccessCommand.EndGrant;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.domain.access.AccessCommand.UnlinkAccount;
import vn.soto.domain.access.InternalAccessCommand.LockAccount;
import vn.soto.domain.access.InternalAccessCommand.LockDevice;
import vn.soto.domain.access.InternalAccessCommand.ResetAccount;
import vn.soto.domain.access.InternalAccessCommand.UnlockAccount;
import vn.soto.domain.access.InternalAccessCommand.UnlockDevice;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.CommandMetadata;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.shared.Rule;

/** An account: the roles granted to it and the person it belongs to. */
@AggregateRoot(type = "account")
public final class Account {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private @Nullable AccountState state;

    @SuppressWarnings("NullAway.Init")
    Account() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(
            GrantRole command,
            @MetaDataValue(value = CommandMetadata.ACTOR, required = true) String actor,
            @MetaDataValue(CommandMetadata.APPROVER) @Nullable String approver,
            @MetaDataValue(CommandMetadata.APPROVED) @Nullable Boolean approved,
            GrantedRights rights,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            Clock clock) {
        Role role = command.role();
        FIRST_ADMINISTRATOR_IS_RECORDED.require(rights.areInForce());
        ROLE_IS_ONE_THAT_IS_GRANTED.require(!role.followsMembership());
        checkNamesNoPerson(command.account());
        checkDays(command.effectiveFrom(), command.lastDay());
        Areas.check(role, command.reach(), latest(command.effectiveFrom(), today(clock)), consulted);
        FreeText.checkNewId(command.grant());
        GRANT_HAS_AN_ID_OF_ITS_OWN.require(
                of(command.account()).grant(command.grant()).isEmpty());
        RoleGranted granted = new RoleGranted(
                command.account(),
                command.grant(),
                role,
                command.reach(),
                command.effectiveFrom(),
                command.lastDay(),
                command.instrument(),
                approval(role, approved));
        checkOverlapsNoOther(of(command.account()).after(granted), command.grant());
        checkSomebodyElse(ACCESS_IS_GIVEN_BY_SOMEBODY_ELSE, command, actor, approver, rights, clock);
        apply(granted);
        if (role.mayApprove()) {
            RoleHolders.list(role, command.account(), alsoWritten);
        }
    }

    @CommandHandler
    void decide(EndGrant command, GrantedRights rights, Clock clock) {
        Grant grant = grant(command.grant());
        GRANT_ENDS_ON_OR_AFTER_ITS_FIRST_DAY.require(
                !command.lastDay().isBefore(grant.from().minusDays(1)), grant.from());
        LocalDate until = grant.until();
        END_SHORTENS_THE_GRANT.require(
                until == null || command.lastDay().isBefore(until), Objects.requireNonNullElse(until, grant.from()));
        GrantEnded ended = new GrantEnded(command.account(), command.grant(), command.lastDay());
        checkAnAdministratorRemains(grant, ended, rights, clock);
        apply(ended);
    }

    @CommandHandler
    void decide(
            CorrectGrant command,
            @MetaDataValue(value = CommandMetadata.ACTOR, required = true) String actor,
            @MetaDataValue(CommandMetadata.APPROVER) @Nullable String approver,
            @MetaDataValue(CommandMetadata.APPROVED) @Nullable Boolean approved,
            GrantedRights rights,
            Clock clock) {
        Grant grant = grant(command.grant());
        checkDays(command.effectiveFrom(), command.lastDay());
        GRANT_CORRECTION_CHANGES_SOMETHING.require(
                !command.effectiveFrom().equals(grant.from()) || !Objects.equals(command.lastDay(), grant.until()));
        GrantCorrected corrected = new GrantCorrected(
                command.account(),
                command.grant(),
                command.effectiveFrom(),
                command.lastDay(),
                grant.isLengthenedBy(command.effectiveFrom(), command.lastDay())
                        ? approval(grant.role(), approved)
                        : grant.approval());
        checkOverlapsNoOther(of(command.account()).after(corrected), command.grant());
        checkSomebodyElse(OWN_ACCESS_IS_CORRECTED_BY_SOMEBODY_ELSE, command, actor, approver, rights, clock);
        checkAnAdministratorRemains(grant, corrected, rights, clock);
        apply(corrected);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(
            LinkAccount command,
            @MetaDataValue(value = CommandMetadata.ACTOR, required = true) String actor,
            @MetaDataValue(CommandMetadata.APPROVER) @Nullable String approver,
            @MetaDataValue(CommandMetadata.APPROVED) @Nullable Boolean approved,
            GrantedRights rights,
            Clock clock) {
        checkNamesNoPerson(command.account());
        PersonLinks.check(command, of(command.account()));
        checkSomebodyElse(ACCESS_IS_GIVEN_BY_SOMEBODY_ELSE, command, actor, approver, rights, clock);
        apply(new AccountLinked(command.account(), command.person(), command.effectiveFrom(), agreed(approved)));
        if (command.member() != null) {
            apply(new AccountLinkConfirmed(command.account(), rights.administeredBy(actor, today(clock))));
        }
    }

    @CommandHandler
    void decide(
            ConfirmLink command,
            @MetaDataValue(value = CommandMetadata.ACTOR, required = true) String actor,
            @MetaDataValue(CommandMetadata.APPROVER) @Nullable String approver,
            GrantedRights rights,
            Clock clock) {
        List<Area> areas = rights.administeredBy(actor, today(clock));
        PersonLinks.checkConfirmation(of(command.account()), areas);
        checkSomebodyElse(ACCESS_IS_GIVEN_BY_SOMEBODY_ELSE, command, actor, approver, rights, clock);
        apply(new AccountLinkConfirmed(command.account(), areas));
    }

    @CommandHandler
    void decide(
            UnlinkAccount command,
            @MetaDataValue(value = CommandMetadata.ACTOR, required = true) String actor,
            @MetaDataValue(CommandMetadata.APPROVER) @Nullable String approver,
            @MetaDataValue(CommandMetadata.APPROVED) @Nullable Boolean approved,
            GrantedRights rights,
            Clock clock) {
        AccountState.Link link = PersonLinks.toEnd(command, of(command.account()));
        checkSomebodyElse(OWN_ACCESS_IS_CORRECTED_BY_SOMEBODY_ELSE, command, actor, approver, rights, clock);
        apply(new AccountUnlinked(command.account(), link.person(), command.lastDay(), agreed(approved)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(LockAccount command) {
        apply(new AccountLocked(command.account()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(UnlockAccount command) {
        apply(new AccountUnlocked(command.account()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(LockDevice command) {
        FreeText.checkNewId(command.device());
        apply(new DeviceLocked(command.account(), command.device()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(UnlockDevice command) {
        FreeText.checkNewId(command.device());
        apply(new DeviceUnlocked(command.account(), command.device()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(
            ResetAccount command,
            @MetaDataValue(value = CommandMetadata.ACTOR, required = true) String actor,
            GrantedRights rights,
            Clock clock) {
        RESET_TAKES_TWO_PERSONS.require(rights.mayReset(command, actor, clock.instant()));
        apply(new AccountReset(command.account(), command.wishedBy(), command.removesFactor()));
    }

    private static @Nullable GrantApproval agreed(@Nullable Boolean approved) {
        return Boolean.TRUE.equals(approved) ? GrantApproval.BY_TWO_PERSONS : null;
    }

    private static GrantApproval approval(Role role, @Nullable Boolean approved) {
        if (!role.mayApprove()) {
            return GrantApproval.NOT_NEEDED;
        }
        return Boolean.TRUE.equals(approved) ? GrantApproval.BY_TWO_PERSONS : GrantApproval.BY_ONE_PERSON;
    }

    private static void checkDays(LocalDate from, @Nullable LocalDate last) {
        if (last != null) {
            GRANT_ENDS_ON_OR_AFTER_ITS_FIRST_DAY.require(!last.isBefore(from), from);
        }
    }

    /** @param changed state of this account with the grant */
    private static void checkOverlapsNoOther(AccountState changed, GrantId id) {
        Grant grant = changed.grant(id).orElseThrow();
        changed.grants().stream()
                .filter(other -> !other.id().equals(id)
                        && other.role() == grant.role()
                        && other.area().equals(grant.area())
                        && other.overlaps(grant))
                .findFirst()
                .ifPresent(other -> {
                    throw ROLE_IS_GRANTED_ONCE_ON_AN_AREA.refused(other.from());
                });
    }

    /** Neither the sender nor, in a plan that two persons decided, the approver is the person of the account. */
    private static void checkSomebodyElse(
            Rule rule,
            AccessCommand command,
            String actor,
            @Nullable String approver,
            GrantedRights rights,
            Clock clock) {
        String account = command.account().value();
        LocalDate day = today(clock);
        rule.require(!rights.areOfOnePerson(actor, account, day));
        rule.require(approver == null || !rights.areOfOnePerson(approver, account, day));
    }

    /** A change that leaves a grant in force as long as before takes no administrator away. */
    private void checkAnAdministratorRemains(Grant grant, AccessEvent change, GrantedRights rights, Clock clock) {
        if (grant.role() == Role.ADMINISTRATOR && grant.area().reachesAll()) {
            AN_ADMINISTRATOR_OF_ALL_REMAINS.require(rights.haveAnAdministratorFrom(
                    today(clock), of(change.account()).after(change)));
        }
    }

    private static LocalDate today(Clock clock) {
        return VietnamTime.day(clock.instant());
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private Grant grant(GrantId grant) {
        return state().grant(grant).orElseThrow(GRANT_IS_ONE_OF_THE_ACCOUNT::refused);
    }

    /** Its name is kept for good from the first event on. */
    private void checkNamesNoPerson(AccountId account) {
        if (state == null) {
            FreeText.checkNewAccount(account);
        }
    }

    private AccountState of(AccountId account) {
        return state == null ? AccountState.blank(account) : state;
    }

    /** Never asked before the first event. */
    public AccountState state() {
        return Objects.requireNonNull(state);
    }

    @EventHandler
    void evolve(RoleGranted event) {
        follow(event);
    }

    @EventHandler
    void evolve(GrantEnded event) {
        follow(event);
    }

    @EventHandler
    void evolve(GrantCorrected event) {
        follow(event);
    }

    @EventHandler
    void evolve(AccountLinked event) {
        follow(event);
    }

    @EventHandler
    void evolve(AccountLinkConfirmed event) {
        follow(event);
    }

    @EventHandler
    void evolve(AccountUnlinked event) {
        follow(event);
    }

    @EventHandler
    void evolve(AccountLocked event) {
        follow(event);
    }

    @EventHandler
    void evolve(AccountUnlocked event) {
        follow(event);
    }

    @EventHandler
    void evolve(DeviceLocked event) {
        follow(event);
    }

    @EventHandler
    void evolve(DeviceUnlocked event) {
        follow(event);
    }

    @EventHandler
    void evolve(AccountReset event) {
        follow(event);
    }

    @EventHandler
    void evolve(AccountConfirmed event) {
        follow(event);
    }

    private void follow(AccessEvent event) {
        id = AccessEvent.idOf(event.account());
        state = of(event.account()).after(event);
    }
}
