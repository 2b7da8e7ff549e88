package vn.soto.contracts.person;

import static vn.soto.contracts.shared.Flag.Code.DATA_REQUEST_IS_ANSWERED_LATE;
import static vn.soto.contracts.shared.Flag.Code.DATA_REQUEST_IS_CARRIED_OUT_LATE;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Flagging;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/**
 * Events of a person's request about their own data. Whether a request is overdue follows from its due days and the day of the
 * query, so no event records it.
 */
public sealed interface DataRequestEvent extends ProductEvent {

    DataRequestId dataRequest();

    Subject subject();

    @Override
    default Set<String> tags() {
        return Set.of(subject().toString(), "data-request:" + dataRequest());
    }

    /**
     * @param thirdParty  whether somebody else holds the data too and has to act
     * @param answerBy    last day on which the answer is in time
     * @param carryOutBy  last day on which carrying it out is in time
     */
    @StoredAs("data-request.received.v1")
    record DataRequestReceived(
            DataRequestId dataRequest,
            Subject subject,
            DataRequestKind kind,
            boolean thirdParty,
            LocalDate receivedOn,
            LocalDate answerBy,
            LocalDate carryOutBy)
            implements DataRequestEvent, Dated {

        @Override
        public LocalDate happenedOn() {
            return receivedOn;
        }
    }

    /** The person was told what will be done, and when. */
    @StoredAs("data-request.answered.v1")
    record DataRequestAnswered(DataRequestId dataRequest, Subject subject, LocalDate answeredOn)
            implements DataRequestEvent, Dated {

        @Override
        public LocalDate happenedOn() {
            return answeredOn;
        }
    }

    /** The one extension; the reason is in the commit. */
    @StoredAs("data-request.extended.v1")
    record DataRequestExtended(DataRequestId dataRequest, Subject subject, LocalDate extendedOn, LocalDate carryOutBy)
            implements DataRequestEvent, Dated {

        @Override
        public LocalDate happenedOn() {
            return extendedOn;
        }
    }

    @StoredAs("data-request.carried-out.v1")
    record DataRequestCarriedOut(DataRequestId dataRequest, Subject subject, LocalDate carriedOutOn)
            implements DataRequestEvent, Dated {

        @Override
        public LocalDate happenedOn() {
            return carriedOutOn;
        }
    }

    /** The reason is in the commit. */
    @StoredAs("data-request.refused.v1")
    record DataRequestRefused(DataRequestId dataRequest, Subject subject, LocalDate refusedOn)
            implements DataRequestEvent, Dated {

        @Override
        public LocalDate happenedOn() {
            return refusedOn;
        }
    }

    /** A duty was done after its last day: a flagged state, not an error. */
    @StoredAs("data-request.flagged-late.v1")
    record DataRequestFlaggedLate(
            DataRequestId dataRequest, Subject subject, DataRequestStep step, LocalDate dueOn, LocalDate doneOn)
            implements DataRequestEvent, Dated, Flagging {

        @Override
        public LocalDate happenedOn() {
            return doneOn;
        }

        @Override
        public Optional<Flag> flag() {
            return switch (step) {
                case ANSWER -> DATA_REQUEST_IS_ANSWERED_LATE.with(dueOn, doneOn);
                case CARRYING_OUT -> DATA_REQUEST_IS_CARRIED_OUT_LATE.with(dueOn, doneOn);
            };
        }
    }
}
