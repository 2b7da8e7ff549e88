package vn.soto.domain.audit;

import java.util.List;
import vn.soto.domain.audit.CallBackSampleCommand.DrawCallBackSample;
import vn.soto.domain.audit.CallBackSampleCommand.RecordCallBack;
import vn.soto.domain.shared.CommandPlace;

/** What commands about call-back samples touch: a sample lies where it was drawn, and a call verifies the record. */
public final class CallBackSamplePlaces {

    private CallBackSamplePlaces() {}

    public static List<CommandPlace> of(CallBackSampleCommand command) {
        return switch (command) {
            case DrawCallBackSample draw -> List.of(new CommandPlace.InUnit(draw.unit()));
            case RecordCallBack call ->
                List.of(
                        new CommandPlace.RecordedBy(call.callBackSample().value()),
                        new CommandPlace.OfAssistance(call.assistance()));
        };
    }
}
