package vn.soto.domain.reach;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.DeviceId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.access.GrantedRights;
import vn.soto.domain.policy.Recordings;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CommandRights;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.team.MemberTeams;

/**
 * Decides whether a command is within the rights that it rests on. Every read is guarded. A right that is revoked, or a
 * household that moves away, between the decision and the commit makes the commit conflict.
 */
public final class ReachCheck {

    private final ReadOnlyAggregates consulted;
    private final MemberTeams memberTeams;
    private final Recordings recordings;
    private final GrantedRights granted;
    private final Clock clock;
    private final FormerMembership former = new FormerMembership(this::facts);

    public ReachCheck(
            ReadOnlyAggregates consulted,
            MemberTeams memberTeams,
            Recordings recordings,
            GrantedRights granted,
            Clock clock) {
        this.consulted = consulted;
        this.memberTeams = memberTeams;
        this.recordings = recordings;
        this.granted = granted;
        this.clock = clock;
    }

    /** How far the sender's right to a command goes. */
    enum Extent {
        /** All records. */
        ALL,
        /** Records of the sender's own. */
        OWN,
        /** Help of the sender's own, as a member who has left: it is marked, and waits for a confirmation. */
        FORMER
    }

    /**
     * That a command is within the rights that it rests on.
     *
     * @param rights those that decide what a refusal of the command may tell; absent if it may tell everything
     */
    record Within(Extent extent, @Nullable SenderRights rights) {

        private static final Within EVERYTHING = new Within(Extent.ALL, null);

        /** The answer in place of the reason why the command is refused; empty if the reason may be told. */
        Optional<NotFoundException> undisclosed(Command command) {
            return rights == null ? Optional.empty() : rights.undisclosed(command);
        }
    }

    /**
     * @throws RuleViolatedException no right of the sender reaches what the command touches
     * @throws NotFoundException     the same of a person or record
     */
    Within check(Command command, CommandSender sender, String actor) {
        return switch (sender) {
            case CommandSender.Product _ -> Within.EVERYTHING;
            case CommandSender.Person person ->
                granted.areInForce()
                        ? held(command, account(actor, command))
                        : new Within(asserted(command, person), null);
            case CommandSender.PlanStep step ->
                step.withGrants() ? step(command, step, account(actor, command)) : Within.EVERYTHING;
        };
    }

    /**
     * Checks that the sender of a command may be told the reason of its refusal.
     *
     * @throws RuleViolatedException no right of the sender reaches what the command touches
     * @throws NotFoundException     the command is about a person or record out of the sender's reach
     */
    public void requireTold(Command command, CommandSender sender, String actor) {
        check(command, sender, actor).undisclosed(command).ifPresent(absent -> {
            throw absent;
        });
    }

    /** The roles that the account has somewhere today, and that of a member who has left lately. */
    public Set<Role> rolesOf(AccountId account) {
        Set<Role> roles = SenderRights.of(account, facts(today())).roles();
        return roles.contains(Role.MEMBER) || !former.isAny(account, today())
                ? roles
                : Stream.concat(roles.stream(), Stream.of(Role.MEMBER)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether rights of an administrator reach every right that the account has or will have, and all that was ever granted to it. */
    public boolean administers(AccountId administrator, AccountId account) {
        PlaceFacts facts = facts(today());
        SenderRights rights = SenderRights.of(administrator, facts);
        return rights.administer(new CommandPlace.OfAccount(account))
                && facts.account(account).grants().stream()
                        .allMatch(grant -> rights.administer(CommandPlace.of(grant.area())));
    }

    /** Whether the account reported the device as lost, or an administrator did. */
    public boolean isLocked(AccountId account, DeviceId device) {
        return granted.of(account).locked().contains(device);
    }

    private AccountId account(String actor, Command command) {
        ReachRule.SENDER_HAS_A_RIGHT_TO_THE_COMMAND.require(
                AccountId.isWellFormed(actor), Command.nameOf(command.getClass()), today());
        return new AccountId(actor);
    }

    private Within held(Command command, AccountId actor) {
        PlaceFacts facts = facts(today());
        List<CommandPlace> places = command.touches();
        SenderRights known = SenderRights.known(actor, facts);
        if (known.allow(command, places)) {
            return new Within(Extent.ALL, known);
        }
        SenderRights rights = SenderRights.of(actor, facts);
        if (rights.allow(command, places)) {
            return new Within(Extent.ALL, rights);
        }
        if (rights.allowAboutOwn(command, places)) {
            return new Within(Extent.OWN, rights);
        }
        return former.of(command, actor, today())
                .map(then -> new Within(Extent.FORMER, then))
                .orElseThrow(() -> rights.refusal(command, places).asException());
    }

    /** Roles were checked before the command was read; an internal sender has none. */
    private static Extent asserted(Command command, CommandSender.Person person) {
        boolean all = person.asserted().isEmpty()
                || CommandRights.mayIssue(person.asserted(), command.getClass())
                || !CommandRights.mayIssueAboutOwn(person.asserted(), command.getClass());
        return all ? Extent.ALL : Extent.OWN;
    }

    private Within step(Command command, CommandSender.PlanStep step, AccountId proposer) {
        List<CommandPlace> places = command.touches();
        AccountId approver = step.approver();
        SenderRights rights = SenderRights.of(proposer, facts(step.submitted()));
        if (!rights.allow(command, places)) {
            throw rights.refusal(command, places).asException();
        }
        LocalDate day = step.approved();
        if (approver != null && day != null) {
            requireApprover(approver, day, command);
        }
        return new Within(Extent.ALL, rights);
    }

    /**
     * Checks the right of a plan's submitter today to one of its commands, in full: a step is never about records of
     * its sender's own.
     *
     * @param alone whether the plan has no other command. Otherwise places that earlier steps create are not there yet.
     *     They are checked when the step is carried out, and so are persons and records out of reach, because the
     *     answer is the same.
     * @throws RuleViolatedException the account may not issue the command
     * @throws NotFoundException     the same about a person or record
     */
    public void requireProposer(String actor, Command command, boolean alone) {
        if (!granted.areInForce()) {
            return;
        }
        SenderRights rights = SenderRights.of(account(actor, command), facts(today()));
        boolean allowed = alone ? rights.allow(command, command.touches()) : allow(rights, command);
        if (!allowed) {
            RuntimeException refused =
                    rights.refusal(command, command.touches()).asException();
            if (alone || !(refused instanceof NotFoundException) || !rights.allow(command, List.of())) {
                throw refused;
            }
        }
    }

    /**
     * Checks the right of whoever asks for a plan today to commands of this kind at a place, where the plan has no step.
     *
     * @throws RuleViolatedException the account may not issue such a command there
     */
    public void requireProposer(String actor, Command command, CommandPlace place) {
        if (!granted.areInForce()) {
            return;
        }
        SenderRights rights = SenderRights.of(account(actor, command), facts(today()));
        if (!rights.allow(command, List.of(place))) {
            throw rights.refusal(command, List.of(place)).asException();
        }
    }

    private static boolean allow(SenderRights rights, Command command) {
        try {
            return rights.allow(command, command.touches());
        } catch (NotFoundException e) {
            return rights.allow(command, List.of());
        }
    }

    /**
     * Checks the right of whoever approves a plan today to one of its commands. Places that earlier steps create are not there yet:
     * they are checked when the step is carried out. A person or a record that is nowhere is refused like one out of reach.
     *
     * @param created ids of what earlier steps create
     * @throws RuleViolatedException the account may not issue the command
     */
    public void requireApprover(AccountId approver, Command command, Set<String> created) {
        SenderRights rights = SenderRights.of(approver, facts(today()));
        boolean allowed;
        try {
            allowed = rights.allow(command, command.touches());
        } catch (NotFoundException absent) {
            boolean isHidden = UndisclosedPlaces.names(command, absent.id()) && !created.contains(absent.id());
            allowed = !isHidden && rights.allow(command, List.of());
        }
        require(allowed, command, approver);
    }

    /** Ids of the persons and records that a command creates. */
    public static Set<String> createdBy(Command command) {
        return UndisclosedPlaces.createdBy(command);
    }

    private void requireApprover(AccountId approver, LocalDate day, Command command) {
        require(SenderRights.of(approver, facts(day)).allow(command, command.touches()), command, approver);
    }

    private static void require(boolean allowed, Command command, AccountId approver) {
        ReachRule.STEP_IS_APPROVED_BY_SOMEONE_WITH_THE_RIGHT.require(
                allowed, Command.nameOf(command.getClass()), approver.value());
    }

    private LocalDate today() {
        return VietnamTime.day(clock.instant());
    }

    private PlaceFacts facts(LocalDate day) {
        return new PlaceFacts(consulted, memberTeams, recordings, granted, day);
    }
}
