package vn.soto.query.datarequest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.DataRequestKind;
import vn.soto.contracts.person.DataRequestStage;
import vn.soto.contracts.person.DataRequestStep;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * A data request on a day.
 *
 * @param subject      whose data, such as {@code household:<id>}
 * @param thirdParty   whether somebody else holds the data too
 * @param answerBy     last day for the answer
 * @param carryOutBy   last day for carrying it out, with the extension
 * @param answeredOn   absent while it is not answered
 * @param extendedOn   absent while it is not extended
 * @param carriedOutOn absent unless it is carried out
 * @param refusedOn    absent unless it is refused
 * @param late         duty that is overdue on the day, or was done late; the later one of two
 * @param dueOn        last day of the next duty; absent once the request is closed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DataRequestView(
        DataRequestId dataRequest,
        @IdOf(IdKind.PERSON) String subject,
        DataRequestKind kind,
        boolean thirdParty,
        State state,
        LocalDate receivedOn,
        LocalDate answerBy,
        LocalDate carryOutBy,
        @Nullable LocalDate answeredOn,
        @Nullable LocalDate extendedOn,
        @Nullable LocalDate carriedOutOn,
        @Nullable LocalDate refusedOn,
        @Nullable DataRequestStep late,
        @Nullable LocalDate dueOn) {

    /** The progress of a request is. */
    public enum State {
        RECEIVED,
        ANSWERED,
        CARRIED_OUT,
        REFUSED
    }

    static DataRequestView of(String id, DataRequestRecord.Step step, LocalDate day) {
        return new DataRequestView(
                new DataRequestId(id),
                step.subject(),
                step.kind(),
                step.thirdParty(),
                state(step),
                step.receivedOn(),
                step.answerBy(),
                step.carryOutBy(),
                step.answeredOn(),
                step.extendedOn(),
                step.carriedOutOn(),
                step.refusedOn(),
                late(step, day).orElse(null),
                due(step).orElse(null));
    }

    private static State state(DataRequestRecord.Step step) {
        if (step.refusedOn() != null) {
            return State.REFUSED;
        }
        if (step.carriedOutOn() != null) {
            return State.CARRIED_OUT;
        }
        return step.answeredOn() != null ? State.ANSWERED : State.RECEIVED;
    }

    private static Optional<DataRequestStep> late(DataRequestRecord.Step step, LocalDate day) {
        LocalDate done = step.carriedOutOn() != null ? step.carriedOutOn() : day;
        if (step.refusedOn() == null && done.isAfter(step.carryOutBy())) {
            return Optional.of(DataRequestStep.CARRYING_OUT);
        }
        LocalDate answered = step.answeredOn() != null ? step.answeredOn() : day;
        return answered.isAfter(step.answerBy()) ? Optional.of(DataRequestStep.ANSWER) : Optional.empty();
    }

    private static Optional<LocalDate> due(DataRequestRecord.Step step) {
        if (step.closed()) {
            return Optional.empty();
        }
        return Optional.of(step.answeredOn() == null ? step.answerBy() : step.carryOutBy());
    }

    boolean isOpen() {
        return dueOn != null;
    }

    DataRequestStage stage() {
        return new DataRequestStage(answeredOn != null, extendedOn != null, !isOpen());
    }

    /** Whether a duty is overdue that is still to be done. */
    boolean isOverdue(LocalDate day) {
        return dueOn != null && day.isAfter(dueOn);
    }
}
