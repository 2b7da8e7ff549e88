package vn.soto.domain.person;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.person.PersonRule.ERASED_REQUEST_NAMES_NO_HOUSEHOLD;
import static vn.soto.domain.person.PersonRule.SUBJECT_IS_NOT_ERASED;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.person.PersonEvent.PersonalDataErased;
import vn.soto.contracts.person.Subject;
import vn.soto.domain.household.Household;
import vn.soto.domain.person.PersonCommand.EraseBusinessData;
import vn.soto.domain.person.PersonCommand.EraseHouseholdData;
import vn.soto.domain.person.PersonCommand.EraseMemberData;
import vn.soto.domain.person.PersonCommand.EraseRequestData;
import vn.soto.domain.person.PersonCommand.Erasure;
import vn.soto.domain.person.PersonCommand.RecordHouseholdContact;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.support.SupportRequest;

/** Personal data of one subject. Erasure is final: no data about an erased subject are sealed again. */
@AggregateRoot(type = "personal-data")
public final class PersonalData {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private boolean erased;

    PersonalData() {}

    /** Aggregate id of the data of a subject. */
    public static String idOf(Subject subject) {
        return "personal-data:" + subject;
    }

    /**
     * Refuses an erased subject; called before sealed data about it are recorded. The commit depends on the state that
     * was read.
     */
    public static void requireNotErased(Subject subject, ReadOnlyAggregates consulted) {
        SUBJECT_IS_NOT_ERASED.require(!consulted
                .find(PersonalData.class, idOf(subject), data -> data.erased)
                .orElse(false));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordMemberProfile command) {
        FreeText.checkNewId(command.member());
        SUBJECT_IS_NOT_ERASED.require(!erased);
        apply(new MemberProfileRecorded(command.member(), command.name(), command.phone()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordHouseholdContact command, ReadOnlyAggregates consulted) {
        consulted.ask(Household.class, command.household(), Household::unit);
        SUBJECT_IS_NOT_ERASED.require(!erased);
        apply(new HouseholdContactRecorded(
                command.household(), command.headName(), command.phone(), command.address()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(EraseMemberData command, CoWrittenAggregates alsoWritten) {
        erase(Subject.of(command.member()), command, alsoWritten);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(EraseHouseholdData command, CoWrittenAggregates alsoWritten) {
        erase(Subject.of(command.household()), command, alsoWritten);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(EraseBusinessData command, CoWrittenAggregates alsoWritten) {
        erase(Subject.of(command.business()), command, alsoWritten);
    }

    /**
     * Erases data sealed under the request's own key. If the request names a household, the data are sealed under the
     * household's key; the command is refused, because erasing nothing would look like an erasure.
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(EraseRequestData command, ReadOnlyAggregates consulted, CoWrittenAggregates alsoWritten) {
        @Nullable
        HouseholdId household = consulted.ask(SupportRequest.class, command.request(), SupportRequest::household);
        ERASED_REQUEST_NAMES_NO_HOUSEHOLD.require(household == null, String.valueOf(household));
        erase(Subject.of(command.request()), command, alsoWritten);
    }

    /** Erases a subject even if no data were recorded here, because other commands seal data about it too. */
    private void erase(Subject subject, Erasure erasure, CoWrittenAggregates alsoWritten) {
        FreeText.checkReason(erasure.reason());
        SUBJECT_IS_NOT_ERASED.require(!erased);
        apply(new PersonalDataErased(subject, erasure.basis()));
        ErasureList.add(subject, alsoWritten);
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
        erased = true;
    }
}
