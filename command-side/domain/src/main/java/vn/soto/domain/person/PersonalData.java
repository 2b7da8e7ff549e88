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

/** What is known of one subject. Who is erased stays erased: nothing about the subject is sealed again. */
@AggregateRoot(type = "personal-data")
public final class PersonalData {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private boolean erased;

    PersonalData() {}

    static String idOf(Subject subject) {
        return "personal-data:" + subject;
    }

    /** For whoever records something sealed about a subject; the commit is guarded by the answer. */
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

    /** Under the request's own key is what no household's key seals; to erase nothing would be taken for an erasure. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(EraseRequestData command, ReadOnlyAggregates consulted, CoWrittenAggregates alsoWritten) {
        @Nullable
        HouseholdId household = consulted.ask(SupportRequest.class, command.request(), SupportRequest::household);
        ERASED_REQUEST_NAMES_NO_HOUSEHOLD.require(household == null, String.valueOf(household));
        erase(Subject.of(command.request()), command, alsoWritten);
    }

    /** A subject nothing was recorded about can be erased too: other commands seal things about it. */
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
