package vn.soto.domain.person;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.person.DataRequestRule.DATA_REQUEST_IS_ABOUT_SOMEBODY_KNOWN;
import static vn.soto.domain.person.DataRequestRule.DATA_REQUEST_IS_ANSWERED_ONCE;
import static vn.soto.domain.person.DataRequestRule.DATA_REQUEST_IS_EXTENDED_IN_TIME;
import static vn.soto.domain.person.DataRequestRule.DATA_REQUEST_IS_EXTENDED_ONCE;
import static vn.soto.domain.person.DataRequestRule.DATA_REQUEST_IS_OPEN;
import static vn.soto.domain.person.DataRequestRule.DATA_REQUEST_STEPS_ARE_IN_ORDER;
import static vn.soto.domain.person.DataRequestRule.DATA_REQUEST_STEP_IS_NOT_IN_THE_FUTURE;

import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.period.WorkingDays;
import vn.soto.contracts.person.DataRequestEvent.DataRequestAnswered;
import vn.soto.contracts.person.DataRequestEvent.DataRequestCarriedOut;
import vn.soto.contracts.person.DataRequestEvent.DataRequestExtended;
import vn.soto.contracts.person.DataRequestEvent.DataRequestFlaggedLate;
import vn.soto.contracts.person.DataRequestEvent.DataRequestReceived;
import vn.soto.contracts.person.DataRequestEvent.DataRequestRefused;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.DataRequestStage;
import vn.soto.contracts.person.DataRequestStep;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.policy.DataRequestTerms;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.business.Business;
import vn.soto.domain.household.Household;
import vn.soto.domain.period.HolidayTables;
import vn.soto.domain.person.DataRequestCommand.AnswerDataRequest;
import vn.soto.domain.person.DataRequestCommand.CarryOutDataRequest;
import vn.soto.domain.person.DataRequestCommand.ExtendDataRequest;
import vn.soto.domain.person.DataRequestCommand.ReceiveDataRequest;
import vn.soto.domain.person.DataRequestCommand.RefuseDataRequest;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.support.SupportRequest;
import vn.soto.domain.team.MemberTeams;

/**
 * A person's request about their own data. It is answered, then carried out or refused; a term that ends on a day off ends on the
 * next working day. The request is fulfilled by commands of its own, such as a correction or an erasure.
 */
@AggregateRoot(type = "data-request")
public final class DataRequest {

    @AggregateIdentifier
    private DataRequestId id;

    private Subject subject;
    private LocalDate receivedOn;
    private LocalDate answerBy;
    private LocalDate carryOutBy;
    private LocalDate lastStep;
    private boolean answered;
    private boolean extended;
    private boolean closed;

    @SuppressWarnings("NullAway.Init")
    DataRequest() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(
            ReceiveDataRequest command,
            ReadOnlyAggregates consulted,
            MemberTeams teams,
            Policies policies,
            Clock clock) {
        LocalDate day = command.receivedOn();
        FreeText.checkNewId(command.dataRequest());
        checkDay(day, clock);
        checkKnown(command.subject(), consulted, teams);
        boolean thirdParty = Boolean.TRUE.equals(command.thirdParty());
        DataRequestTerms terms = policies.on(day).forDataRequests();
        WorkingDays working = HolidayTables.known(consulted);
        apply(new DataRequestReceived(
                command.dataRequest(),
                command.subject(),
                command.kind(),
                thirdParty,
                day,
                working.plus(day, terms.answer()),
                working.onOrAfter(day.plusDays(terms.days(command.kind(), thirdParty)))));
    }

    @CommandHandler
    void decide(AnswerDataRequest command, Clock clock) {
        DATA_REQUEST_IS_OPEN.require(stage().isOpen());
        DATA_REQUEST_IS_ANSWERED_ONCE.require(!stage().answered());
        checkStep(command.answeredOn(), clock);
        answer(command.answeredOn());
    }

    @CommandHandler
    void decide(ExtendDataRequest command, ReadOnlyAggregates consulted, Policies policies, Clock clock) {
        LocalDate day = command.extendedOn();
        DATA_REQUEST_IS_OPEN.require(stage().isOpen());
        DATA_REQUEST_IS_EXTENDED_ONCE.require(!stage().extended());
        checkStep(day, clock);
        DATA_REQUEST_IS_EXTENDED_IN_TIME.require(!day.isAfter(carryOutBy), carryOutBy);
        int days = policies.on(receivedOn).forDataRequests().extension();
        apply(new DataRequestExtended(
                id, subject, day, HolidayTables.known(consulted).onOrAfter(carryOutBy.plusDays(days))));
    }

    /** A request that is carried out also counts as answered. */
    @CommandHandler
    void decide(CarryOutDataRequest command, Clock clock) {
        LocalDate day = command.carriedOutOn();
        DATA_REQUEST_IS_OPEN.require(stage().isOpen());
        checkStep(day, clock);
        answerUnlessDone(day);
        apply(new DataRequestCarriedOut(id, subject, day));
        if (day.isAfter(carryOutBy)) {
            apply(new DataRequestFlaggedLate(id, subject, DataRequestStep.CARRYING_OUT, carryOutBy, day));
        }
    }

    /** A refusal is an answer too. */
    @CommandHandler
    void decide(RefuseDataRequest command, Clock clock) {
        DATA_REQUEST_IS_OPEN.require(stage().isOpen());
        checkStep(command.refusedOn(), clock);
        answerUnlessDone(command.refusedOn());
        apply(new DataRequestRefused(id, subject, command.refusedOn()));
    }

    private void answerUnlessDone(LocalDate day) {
        if (!answered) {
            answer(day);
        }
    }

    private void answer(LocalDate day) {
        apply(new DataRequestAnswered(id, subject, day));
        if (day.isAfter(answerBy)) {
            apply(new DataRequestFlaggedLate(id, subject, DataRequestStep.ANSWER, answerBy, day));
        }
    }

    private static void checkKnown(Subject subject, ReadOnlyAggregates consulted, MemberTeams teams) {
        switch (subject.kind()) {
            case HOUSEHOLD -> consulted.ask(Household.class, new HouseholdId(subject.id()), Household::unit);
            case BUSINESS -> consulted.ask(Business.class, new BusinessId(subject.id()), Business::unit);
            case REQUEST ->
                consulted.ask(SupportRequest.class, new SupportRequestId(subject.id()), SupportRequest::household);
            case MEMBER ->
                DATA_REQUEST_IS_ABOUT_SOMEBODY_KNOWN.require(PersonalData.isKnown(subject, consulted)
                        || !teams.of(new MemberId(subject.id())).isEmpty());
        }
    }

    private DataRequestStage stage() {
        return new DataRequestStage(answered, extended, closed);
    }

    private void checkStep(LocalDate day, Clock clock) {
        checkDay(day, clock);
        DATA_REQUEST_STEPS_ARE_IN_ORDER.require(!day.isBefore(lastStep), lastStep);
    }

    private static void checkDay(LocalDate day, Clock clock) {
        LocalDate today = VietnamTime.day(clock.instant());
        DATA_REQUEST_STEP_IS_NOT_IN_THE_FUTURE.require(!day.isAfter(today), day, today);
    }

    /** The subject of the data. */
    public Subject subject() {
        return subject;
    }

    @EventHandler
    void evolve(DataRequestReceived event) {
        id = event.dataRequest();
        subject = event.subject();
        receivedOn = event.receivedOn();
        answerBy = event.answerBy();
        carryOutBy = event.carryOutBy();
        lastStep = event.receivedOn();
    }

    @EventHandler
    void evolve(DataRequestAnswered event) {
        answered = true;
        lastStep = event.answeredOn();
    }

    @EventHandler
    void evolve(DataRequestExtended event) {
        extended = true;
        carryOutBy = event.carryOutBy();
        lastStep = event.extendedOn();
    }

    @EventHandler
    void evolve(DataRequestCarriedOut event) {
        closed = true;
        lastStep = event.carriedOutOn();
    }

    @EventHandler
    void evolve(DataRequestRefused event) {
        closed = true;
        lastStep = event.refusedOn();
    }
}
