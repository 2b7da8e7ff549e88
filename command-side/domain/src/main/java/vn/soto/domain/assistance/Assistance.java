package vn.soto.domain.assistance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_IS_CONFIRMED_BY_SOMEBODY_ELSE;
import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_IS_NOT_VOIDED;
import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_IS_VOIDED;
import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_WAITS_FOR_A_CONFIRMATION;
import static vn.soto.domain.assistance.AssistanceRule.CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.assistance.AssistanceRule.FOLLOW_UP_COMES_AFTER_THE_HELP;
import static vn.soto.domain.assistance.AssistanceRule.FOLLOW_UP_IS_BY_A_MEMBER_ON_THAT_DAY;
import static vn.soto.domain.assistance.AssistanceRule.FOLLOW_UP_IS_BY_A_TEAM_THAT_WORKS_THERE;
import static vn.soto.domain.assistance.AssistanceRule.LATE_RECORD_SAYS_WHY;
import static vn.soto.domain.assistance.AssistanceRule.NOTE_IS_ABOUT_WHOM_WAS_HELPED;
import static vn.soto.domain.assistance.AssistanceRule.RESULTS_CHANGE_SOMETHING;
import static vn.soto.domain.assistance.AssistanceRule.VERIFICATION_COMES_AFTER_THE_HELP;
import static vn.soto.domain.assistance.AssistanceRule.VERIFIER_IS_NONE_OF_THE_HELPERS;
import static vn.soto.domain.shared.CommonRule.WHO_CORRECTS_THE_RECORD_IS_NAMED_IN_IT;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceConfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected.Moved;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedUnconfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceResultsStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceResult;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.access.GrantedRights;
import vn.soto.domain.assistance.AssistanceCommand.ConfirmAssistance;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.FollowUpAssistance;
import vn.soto.domain.assistance.AssistanceCommand.OwnCorrection;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RestoreAssistance;
import vn.soto.domain.assistance.AssistanceCommand.StateAssistanceResults;
import vn.soto.domain.assistance.AssistanceCommand.VerifyAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.catalogue.ServiceCatalogues;
import vn.soto.domain.household.Charge;
import vn.soto.domain.household.Household;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.CommandMetadata;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.Team;

/**
 * A record of help. The right to record it depends on membership on the day of the help, not on responsibility for the
 * household. A record made offline stays valid if the household is passed on or the helper leaves before the upload.
 * The policy and the catalogue of the day of the help apply.
 */
@AggregateRoot(type = "assistance")
public final class Assistance {

    /** Those of the own team and of others together. */
    public static final int MOST_HELPERS = 10;

    public static final int MOST_SERVICES = 20;

    @AggregateIdentifier
    private AssistanceId id;

    private AssistanceState state;

    /** Account of a helper who entered it when no member any more. */
    private Optional<AccountId> enteredBy = Optional.empty();

    @SuppressWarnings("NullAway.Init")
    Assistance() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(
            RecordAssistance command,
            @MetaDataValue(CommandMetadata.FORMER_MEMBER) @Nullable AccountId former,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            Policies policies,
            ServiceCatalogues catalogues,
            Clock clock) {
        FreeText.checkNewId(command.assistance());
        LocalDate day = Statements.day(command.content().occurredAt(), clock);
        List<Responsible> joint = Objects.requireNonNullElse(command.jointHelpers(), List.of());
        Statements.checkHelpers(command.team(), command.helpers(), joint, day, consulted);
        Beneficiary helped = Beneficiaries.of(command, day, consulted);
        AssistanceContent stated = command.content();
        Statements.checkOutcome(stated.outcome(), stated.followUp(), day);
        NOTE_IS_ABOUT_WHOM_WAS_HELPED.require(command.note() == null || helped.kind() != Beneficiary.Kind.WALK_IN);
        Terms terms = policies.on(day);
        checkReason(command.reason(), day, terms, clock);
        Charge charge = Charge.of(helped.household(), VietnamTime.day(clock.instant()), consulted);
        apply(new AssistanceRecorded(
                command.assistance(),
                command.team(),
                helped,
                CreditShare.split(terms.credit(), command.helpers(), joint),
                stated,
                Statements.categories(stated, day, catalogues.on(day)),
                charge == null ? null : charge.responsible(),
                command.note()));
        flagLate(day, terms, clock);
        tell(Objects.requireNonNullElse(command.results(), List.of()));
        if (former != null) {
            apply(new AssistanceFlaggedUnconfirmed(id, state.team(), helped, former));
        }
        route(charge, day);
        firstHelp(helped.household(), consulted, alsoWritten);
    }

    private void tell(List<AssistanceResult> results) {
        Statements.checkResults(results);
        if (!results.isEmpty()) {
            apply(new AssistanceResultsStated(id, state.team(), state.beneficiary(), results));
        }
    }

    private static void checkReason(@Nullable String reason, LocalDate day, Terms terms, Clock clock) {
        LATE_RECORD_SAYS_WHY.require(reason != null || !late(day, terms, clock), day, terms.lateEntryDays());
    }

    private static boolean late(LocalDate day, Terms terms, Clock clock) {
        return VietnamTime.day(clock.instant()).isAfter(day.plusDays(terms.lateEntryDays()));
    }

    private void flagLate(LocalDate day, Terms terms, Clock clock) {
        if (late(day, terms, clock)) {
            apply(new AssistanceFlaggedLate(id, state.team(), state.beneficiary(), day, terms.lateEntryDays()));
        }
    }

    private void route(@Nullable Charge charge, LocalDate day) {
        if (charge != null
                && charge.since().isAfter(day)
                && !state.members().contains(charge.responsible().member())) {
            apply(new AssistanceRouted(id, state.team(), state.beneficiary(), charge.responsible(), charge.since()));
        }
    }

    @CommandHandler
    void decide(
            CorrectAssistance command,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            Policies policies,
            ServiceCatalogues catalogues,
            Clock clock) {
        checkCorrection(command);
        NOTE_IS_ABOUT_WHOM_WAS_HELPED.require(command.note() == null || isNamed(command));
        AssistanceContent right = command.content();
        List<MemberId> rightHelpers = Objects.requireNonNullElse(command.helpers(), state.ownMembers());
        List<Responsible> joint = Objects.requireNonNullElse(command.jointHelpers(), state.jointHelpers());
        boolean sameHelpers = rightHelpers.equals(state.ownMembers()) && joint.equals(state.jointHelpers());
        LocalDate day = Statements.day(right.occurredAt(), clock);
        Beneficiary helped = Beneficiaries.of(command, state, day, consulted);
        boolean same = helped.equals(state.beneficiary());
        boolean sameStatement = right.equals(state.content()) && sameHelpers && same;
        CORRECTION_CHANGES_SOMETHING.require(!sameStatement || command.note() != null);
        Statements.checkHelpers(state.team(), rightHelpers, joint, day, consulted);
        Statements.checkOutcome(right.outcome(), right.followUp(), day);
        boolean otherDay = !day.equals(state.day());
        Charge charge = same ? null : Charge.of(helped.household(), VietnamTime.day(clock.instant()), consulted);
        apply(new AssistanceCorrected(
                id,
                state.team(),
                helped,
                sameHelpers ? null : CreditShare.split(policies.on(day).credit(), rightHelpers, joint),
                right,
                categories(right, day, catalogues),
                command.note(),
                same ? null : new Moved(state.beneficiary(), charge == null ? null : charge.responsible()),
                command.by(),
                andBefore(joint)));
        if (otherDay) {
            flagLate(day, policies.on(day), clock);
        }
        route(charge, day);
        firstHelp(same ? null : helped.household(), consulted, alsoWritten);
    }

    private List<TeamId> andBefore(List<Responsible> joint) {
        return Stream.concat(state.jointTeams().stream(), joint.stream().map(Responsible::team))
                .distinct()
                .toList();
    }

    private void firstHelp(
            @Nullable HouseholdId household, ReadOnlyAggregates consulted, CoWrittenAggregates alsoWritten) {
        if (household != null) {
            Household.helped(household, state.team(), consulted, alsoWritten);
        }
    }

    private void checkCorrection(OwnCorrection command) {
        ASSISTANCE_IS_NOT_VOIDED.require(state.stage().counts());
        WHO_CORRECTS_THE_RECORD_IS_NAMED_IN_IT.require(
                command.by() == null || state.members().contains(command.by()));
    }

    /** A note is sealed under the key of the household or business that the command names. */
    private static boolean isNamed(CorrectAssistance command) {
        return command.household() != null || command.business() != null;
    }

    /** Services that do not change keep their categories, even if the catalogue of that day has changed since. */
    private List<ServiceCategory> categories(AssistanceContent right, LocalDate day, ServiceCatalogues catalogues) {
        return day.equals(state.day()) && sameServices(right)
                ? state.categories()
                : Statements.categories(right, day, catalogues.on(day));
    }

    private boolean sameServices(AssistanceContent right) {
        AssistanceContent content = state.content();
        return right.services().equals(content.services()) && Objects.equals(right.procedure(), content.procedure());
    }

    @CommandHandler
    void decide(VoidAssistance command, VoidEffects effects) {
        checkCorrection(command);
        apply(new AssistanceVoided(id, state.team(), state.beneficiary(), command.by(), state.jointTeams()));
        effects.follow(id, state.team());
    }

    /** Its helpers and its area are checked again. Memberships, coverage and homes may be known otherwise since. */
    @CommandHandler
    void decide(RestoreAssistance command, ReadOnlyAggregates consulted) {
        ASSISTANCE_IS_VOIDED.require(state.stage().voided());
        Statements.checkHelpers(state.team(), state.ownMembers(), state.jointHelpers(), state.day(), consulted);
        Beneficiaries.checkArea(state, consulted);
        apply(new AssistanceCorrected(
                id,
                state.team(),
                state.beneficiary(),
                state.helpers(),
                state.content(),
                state.categories(),
                null,
                null,
                null,
                state.jointTeams()));
    }

    @CommandHandler
    void decide(FollowUpAssistance command, ReadOnlyAggregates consulted, Clock clock) {
        ASSISTANCE_IS_NOT_VOIDED.require(state.stage().counts());
        LocalDate day = Statements.day(command.occurredAt(), clock);
        FOLLOW_UP_COMES_AFTER_THE_HELP.require(
                !command.occurredAt().isBefore(state.content().occurredAt()));
        Statements.checkOutcome(command.outcome(), command.next(), day);
        FOLLOW_UP_IS_BY_A_MEMBER_ON_THAT_DAY.require(
                consulted.ask(Team.class, command.team(), by -> by.wasActive(command.member(), day)), day);
        FOLLOW_UP_IS_BY_A_TEAM_THAT_WORKS_THERE.require(command.team().equals(state.team())
                || state.jointTeams().contains(command.team())
                || Team.covers(command.team(), state.beneficiary().unit(), day, consulted));
        apply(new AssistanceFollowedUp(
                id,
                state.team(),
                state.beneficiary(),
                new Responsible(command.team(), command.member()),
                command.outcome(),
                command.occurredAt(),
                command.next()));
    }

    @CommandHandler
    void decide(StateAssistanceResults command) {
        ASSISTANCE_IS_NOT_VOIDED.require(state.stage().counts());
        Statements.checkResults(command.results());
        RESULTS_CHANGE_SOMETHING.require(
                !Ascending.of(command.results()).equals(Objects.requireNonNullElse(state.results(), List.of())));
        apply(new AssistanceResultsStated(id, state.team(), state.beneficiary(), command.results()));
    }

    @CommandHandler
    void decide(VerifyAssistance command, Clock clock) {
        calledBack(command.verifier(), command.result(), command.occurredAt(), clock);
    }

    /** Verifies the record by a call, which a command to another aggregate may record too. */
    public void calledBack(MemberId verifier, Verification result, Instant occurredAt, Clock clock) {
        ASSISTANCE_IS_NOT_VOIDED.require(state.stage().counts());
        FreeText.checkNewId(verifier);
        Statements.day(occurredAt, clock);
        VERIFICATION_COMES_AFTER_THE_HELP.require(
                !occurredAt.isBefore(state.content().occurredAt()));
        VERIFIER_IS_NONE_OF_THE_HELPERS.require(!state.members().contains(verifier));
        apply(new AssistanceVerified(id, state.team(), state.beneficiary(), verifier, result, occurredAt));
    }

    @CommandHandler
    void decide(
            ConfirmAssistance command,
            @MetaDataValue(value = CommandMetadata.ACTOR, required = true) String actor,
            ReadOnlyAggregates consulted,
            GrantedRights granted,
            Clock clock) {
        ASSISTANCE_IS_NOT_VOIDED.require(state.stage().counts());
        ASSISTANCE_WAITS_FOR_A_CONFIRMATION.require(state.stage().unconfirmed());
        Instant now = clock.instant();
        LocalDate today = VietnamTime.day(now);
        ASSISTANCE_IS_CONFIRMED_BY_SOMEBODY_ELSE.require(enteredBy
                        .filter(by -> granted.areOfOnePerson(actor, by.value(), today)
                                || granted.couldActAsTheAuthor(
                                        actor, by.value(), id.value(), AssistanceFlaggedUnconfirmed.class, now))
                        .isEmpty()
                && granted.personOf(actor, today)
                        .map(LinkedPerson::member)
                        .filter(state.members()::contains)
                        .isEmpty());
        Statements.checkHelpers(state.team(), state.ownMembers(), state.jointHelpers(), state.day(), consulted);
        apply(new AssistanceConfirmed(id, state.team(), state.beneficiary()));
    }

    /** Whether the member helped, for whichever team. */
    public boolean namesAsHelper(MemberId member) {
        return state.members().contains(member);
    }

    /** Whether the record counts as help by that team: recorded by the team and not voided. */
    public boolean countsFor(TeamId team) {
        return !state.voided() && state.team().equals(team);
    }

    /** The team that recorded the help; it never changes. */
    public TeamId team() {
        return state.team();
    }

    /** The day of the help, as last stated. */
    public LocalDate day() {
        return state.day();
    }

    @EventHandler
    void evolve(AssistanceEvent event) {
        id = event.assistance();
        state = state == null ? AssistanceState.first(event) : state.after(event);
        if (event instanceof AssistanceFlaggedUnconfirmed flagged) {
            enteredBy = Optional.of(flagged.by());
        }
    }
}
