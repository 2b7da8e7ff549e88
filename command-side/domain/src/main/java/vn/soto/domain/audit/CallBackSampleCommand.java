package vn.soto.domain.audit;

import static vn.soto.contracts.access.Role.OFFICER;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.audit.CallBackSampleId;
import vn.soto.contracts.audit.CallBackSelection;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.Introduces;

/** Commands to a sample of records of help about which those who were helped are called back. */
public sealed interface CallBackSampleCommand extends Command {

    CallBackSampleId callBackSample();

    /**
     * Draws, by a seed that nobody chooses and from each member's records, about which records to call back.
     *
     * @param size        places; 30 if absent
     * @param selection   from which records; all of the unit and quarter if absent
     * @param records     those among them from which to draw, such as the evidence of a finding; all if absent
     * @param quarterDays days of the quarter; those of the reporting period if absent
     */
    @ClientCommand(as = "draw-call-back-sample", at = "units/{unit}/call-back-samples", by = OFFICER, heavy = true)
    record DrawCallBackSample(
            @TargetAggregateIdentifier CallBackSampleId callBackSample,
            UnitId unit,
            Quarter quarter,
            @Nullable Integer size,
            @Nullable CallBackSelection selection,
            @Nullable List<AssistanceId> records,
            @Nullable DaysOfQuarter quarterDays)
            implements CallBackSampleCommand {

        public DrawCallBackSample {
            records = records == null
                    ? null
                    : records.stream().distinct().sorted().toList();
        }
    }

    /**
     * Records what those who were helped say of a record of the sample; the record itself is verified with it.
     *
     * @param verifier person who called; none of the helpers, not necessarily a member of a team
     */
    @ClientCommand(as = "record-call-back", at = "call-back-samples/{callBackSample}/answers", by = OFFICER)
    record RecordCallBack(
            @TargetAggregateIdentifier CallBackSampleId callBackSample,
            AssistanceId assistance,
            @Introduces MemberId verifier,
            Verification result,
            Instant occurredAt)
            implements CallBackSampleCommand {

        public RecordCallBack {
            occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * The places that commands about call-back samples touch: a sample lies where it was drawn, and a call verifies the
     * record.
     */
    @Override
    default List<CommandPlace> touches() {
        return switch (this) {
            case DrawCallBackSample draw -> List.of(new CommandPlace.InUnit(draw.unit()));
            case RecordCallBack call ->
                List.of(
                        new CommandPlace.RecordedBy(call.callBackSample().value()),
                        new CommandPlace.OfAssistance(call.assistance()));
        };
    }
}
