package vn.soto.domain.person;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.person.PersonRule.ERASED_REQUEST_NAMES_NO_HOUSEHOLD;
import static vn.soto.domain.person.PersonRule.PROCESSING_IS_NOT_RESTRICTED;
import static vn.soto.domain.person.PersonRule.PROCESSING_IS_RESTRICTED;
import static vn.soto.domain.person.PersonRule.RESTRICTIONS_ARE_IN_ORDER;
import static vn.soto.domain.person.PersonRule.RESTRICTION_FOLLOWS_A_REQUEST_OF_THE_SAME_PERSON;
import static vn.soto.domain.person.PersonRule.RESTRICTION_IS_NOT_IN_THE_FUTURE;
import static vn.soto.domain.person.PersonRule.SUBJECT_IS_NOT_ERASED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.PersonEvent;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.person.PersonEvent.PersonalDataErased;
import vn.soto.contracts.person.PersonEvent.ProcessingRestricted;
import vn.soto.contracts.person.PersonEvent.RestrictionLifted;
import vn.soto.contracts.person.PersonStage;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.household.Household;
import vn.soto.domain.person.PersonCommand.EraseBusinessData;
import vn.soto.domain.person.PersonCommand.EraseHouseholdData;
import vn.soto.domain.person.PersonCommand.EraseMemberData;
import vn.soto.domain.person.PersonCommand.EraseRequestData;
import vn.soto.domain.person.PersonCommand.Erasure;
import vn.soto.domain.person.PersonCommand.LiftRestriction;
import vn.soto.domain.person.PersonCommand.RecordHouseholdContact;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.person.PersonCommand.RestrictProcessing;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.support.SupportRequest;
import vn.soto.domain.team.MemberTeams;

/** Personal data of one subject. Erasure is final: no data about an erased subject are sealed again. */
@AggregateRoot(type = "personal-data")
public final class PersonalData {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private PersonStage stage = PersonStage.OPEN;
    private @Nullable LocalDate liftedOn;

    PersonalData() {}

    /** Aggregate id of the data of a subject. */
    public static String idOf(Subject subject) {
        return "personal-data:" + subject;
    }

    /** Whether anything was recorded about the subject here, an erasure included. */
    static boolean isKnown(Subject subject, ReadOnlyAggregates consulted) {
        return consulted.find(PersonalData.class, idOf(subject), data -> true).isPresent();
    }

    /**
     * Refuses a subject whose processing is restricted on that day. The commit depends on the state that was read, as on that of an
     * aggregate that it does not write.
     */
    static void requireUnrestricted(Subject subject, LocalDate day, ReadOnlyAggregates consulted) {
        consulted
                .find(PersonalData.class, idOf(subject), data -> data.restrictedOn(day))
                .flatMap(since -> since)
                .ifPresent(since -> {
                    throw PROCESSING_IS_NOT_RESTRICTED.refused(since);
                });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordMemberProfile command) {
        FreeText.checkNewId(command.member());
        record(new MemberProfileRecorded(command.member(), command.name(), command.phone()));
    }

    void record(PersonEvent data) {
        SUBJECT_IS_NOT_ERASED.require(stage.isKept());
        apply(data);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordHouseholdContact command, ReadOnlyAggregates consulted) {
        consulted.ask(Household.class, command.household(), Household::unit);
        record(new HouseholdContactRecorded(
                command.household(), command.headName(), command.phone(), command.address()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RestrictProcessing command, ReadOnlyAggregates consulted, Clock clock) {
        checkDay(command.since(), clock);
        SUBJECT_IS_NOT_ERASED.require(stage.isKept());
        requireUnrestricted();
        DataRequestId cause = command.dataRequest();
        if (cause != null) {
            Subject asked = consulted.ask(DataRequest.class, cause, DataRequest::subject);
            RESTRICTION_FOLLOWS_A_REQUEST_OF_THE_SAME_PERSON.require(asked.equals(command.subject()));
        }
        apply(new ProcessingRestricted(command.subject(), command.since(), cause));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(LiftRestriction command, Clock clock) {
        LocalDate since = Optional.ofNullable(stage.restrictedSince()).orElseThrow(PROCESSING_IS_RESTRICTED::refused);
        checkDay(command.since(), clock);
        RESTRICTIONS_ARE_IN_ORDER.require(!command.since().isBefore(since), since);
        apply(new RestrictionLifted(command.subject(), command.since()));
    }

    private void checkDay(LocalDate day, Clock clock) {
        LocalDate today = VietnamTime.day(clock.instant());
        RESTRICTION_IS_NOT_IN_THE_FUTURE.require(!day.isAfter(today), day, today);
        RESTRICTIONS_ARE_IN_ORDER.require(
                liftedOn == null || !day.isBefore(liftedOn), liftedOn == null ? day : liftedOn);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(
            EraseMemberData command,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            MemberTeams teams,
            Policies policies,
            Clock clock) {
        erase(command, new Retention(consulted, teams, policies), alsoWritten, clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(
            EraseHouseholdData command,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            MemberTeams teams,
            Policies policies,
            Clock clock) {
        erase(command, new Retention(consulted, teams, policies), alsoWritten, clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(
            EraseBusinessData command,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            MemberTeams teams,
            Policies policies,
            Clock clock) {
        erase(command, new Retention(consulted, teams, policies), alsoWritten, clock);
    }

    /**
     * Erases data sealed under the request's own key. If the request names a household, the data are sealed under the
     * household's key. Then the command is refused, because erasing nothing would look like an erasure.
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(
            EraseRequestData command,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            MemberTeams teams,
            Policies policies,
            Clock clock) {
        @Nullable
        HouseholdId household = consulted.ask(SupportRequest.class, command.request(), SupportRequest::household);
        ERASED_REQUEST_NAMES_NO_HOUSEHOLD.require(household == null, String.valueOf(household));
        erase(command, new Retention(consulted, teams, policies), alsoWritten, clock);
    }

    /** Erases a subject even if no data were recorded here, because other commands seal data about it too. */
    private void erase(Erasure erasure, Retention retention, CoWrittenAggregates alsoWritten, Clock clock) {
        Subject subject = erasure.about();
        SUBJECT_IS_NOT_ERASED.require(stage.isKept());
        apply(new PersonalDataErased(
                subject,
                erasure.basis(),
                erasure.basis() == ErasureBasis.RETENTION_OVER ? keptUntil(subject, retention, clock) : null));
        ErasureList.add(subject, alsoWritten);
    }

    /** Data whose processing is restricted are kept for whoever asked for that. */
    private LocalDate keptUntil(Subject subject, Retention retention, Clock clock) {
        requireUnrestricted();
        return retention.over(subject, VietnamTime.day(clock.instant()));
    }

    /** First day of the restriction that applies on a day. */
    private Optional<LocalDate> restrictedOn(LocalDate day) {
        return Optional.ofNullable(stage.restrictedSince()).filter(since -> !since.isAfter(day));
    }

    private void requireUnrestricted() {
        LocalDate since = stage.restrictedSince();
        if (since != null) {
            throw PROCESSING_IS_NOT_RESTRICTED.refused(since);
        }
    }

    @EventHandler
    void evolve(MemberProfileRecorded event) {
        id = idOf(event.subject());
    }

    @EventHandler
    void evolve(HouseholdContactRecorded event) {
        id = idOf(event.subject());
    }

    @EventHandler
    void evolve(PersonalDataErased event) {
        id = idOf(event.subject());
        stage = new PersonStage(true, stage.restrictedSince());
    }

    @EventHandler
    void evolve(ProcessingRestricted event) {
        id = idOf(event.subject());
        stage = new PersonStage(stage.erased(), event.since());
    }

    @EventHandler
    void evolve(RestrictionLifted event) {
        stage = new PersonStage(stage.erased(), null);
        liftedOn = event.since();
    }
}
