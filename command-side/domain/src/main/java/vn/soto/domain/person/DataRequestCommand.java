package vn.soto.domain.person;

import static vn.soto.contracts.access.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.DataRequestKind;
import vn.soto.contracts.person.Subject;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.Introduces;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to a person's request about their own data. */
public sealed interface DataRequestCommand extends Command {

    DataRequestId dataRequest();

    /**
     * Records a received request, whose last days follow from the policy of the day of receipt.
     *
     * @param subject    whose data it is about, such as {@code household:<id>}
     * @param thirdParty whether somebody else holds the data too and has to act; absent means no
     */
    @ClientCommand(
            as = "receive-data-request",
            at = "data-requests",
            by = {OFFICER})
    record ReceiveDataRequest(
            @TargetAggregateIdentifier @Introduces DataRequestId dataRequest,
            Subject subject,
            DataRequestKind kind,
            @Nullable Boolean thirdParty,
            LocalDate receivedOn)
            implements DataRequestCommand {}

    /** Records that the person was told what will be done, and when. */
    @ClientCommand(
            as = "answer-data-request",
            at = "data-requests/{dataRequest}/answer",
            by = {OFFICER})
    record AnswerDataRequest(@TargetAggregateIdentifier DataRequestId dataRequest, LocalDate answeredOn)
            implements DataRequestCommand {}

    /** Extends the time for carrying it out, once. */
    @Reasons(ReasonList.DATA_REQUEST_EXTENSION)
    @ClientCommand(as = "extend-data-request", at = "data-requests/{dataRequest}/extension")
    record ExtendDataRequest(@TargetAggregateIdentifier DataRequestId dataRequest, LocalDate extendedOn, String reason)
            implements DataRequestCommand, HasReason {}

    /** Records that the file was handed over, or that what was asked for was done by its own command. */
    @ClientCommand(as = "carry-out-data-request", at = "data-requests/{dataRequest}/completion")
    record CarryOutDataRequest(@TargetAggregateIdentifier DataRequestId dataRequest, LocalDate carriedOutOn)
            implements DataRequestCommand {}

    @Reasons(ReasonList.DATA_REQUEST_REFUSAL)
    @ClientCommand(as = "refuse-data-request", at = "data-requests/{dataRequest}/refusal")
    record RefuseDataRequest(@TargetAggregateIdentifier DataRequestId dataRequest, LocalDate refusedOn, String reason)
            implements DataRequestCommand, HasReason {}

    /** The place that commands about requests of persons touch: the request, which lies where the person does. */
    @Override
    default List<CommandPlace> touches() {
        return List.of(
                switch (this) {
                    case ReceiveDataRequest received -> CommandPlace.of(received.subject());
                    case AnswerDataRequest _, ExtendDataRequest _, CarryOutDataRequest _, RefuseDataRequest _ ->
                        new CommandPlace.OfDataRequest(dataRequest());
                });
    }
}
