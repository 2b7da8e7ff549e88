package vn.soto.domain.business;

import static vn.soto.domain.shared.CounterCommand.refusedBy;
import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;

import java.util.List;
import java.util.stream.Stream;
import vn.soto.contracts.business.BusinessEvent;
import vn.soto.contracts.business.BusinessEvent.BusinessClosed;
import vn.soto.contracts.business.BusinessEvent.BusinessCorrected;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocationCorrected;
import vn.soto.contracts.business.BusinessEvent.BusinessReopened;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.business.BusinessCommand.CloseBusiness;
import vn.soto.domain.business.BusinessCommand.CorrectBusiness;
import vn.soto.domain.business.BusinessCommand.CorrectBusinessRelocation;
import vn.soto.domain.business.BusinessCommand.RelocateBusiness;
import vn.soto.domain.business.BusinessCommand.ReopenBusiness;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;

/** Counter-commands for the events of a business. */
public final class BusinessCounterCommands {

    private BusinessCounterCommands() {}

    public static CounterCommand of(BusinessEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case BusinessRegistered registered -> refusedBy(EVENT_HAS_A_COUNTER_COMMAND);
            case BusinessCorrected corrected -> correctBack(earlier, reason);
            case BusinessRelocated moved ->
                CounterCommand.of(
                        new RelocateBusiness(moved.business(), unitWithout(moved, earlier), moved.effectiveFrom()));
            case BusinessRelocationCorrected corrected ->
                CounterCommand.of(new CorrectBusinessRelocation(
                        corrected.business(),
                        /* enteredFrom= */ corrected.effectiveFrom(),
                        /* effectiveFrom= */ corrected.enteredFrom(),
                        reason));
            case BusinessClosed closed ->
                CounterCommand.of(new ReopenBusiness(closed.business(), closed.effectiveFrom()));
            case BusinessReopened reopened ->
                CounterCommand.of(new CloseBusiness(reopened.business(), reopened.effectiveFrom()));
        };
    }

    /** The unit of the day of the move once that is undone; other moves may have been put before it since. */
    private static UnitId unitWithout(BusinessRelocated moved, EarlierEvents earlier) {
        List<BusinessEvent> others = earlier.others(BusinessEvent.class);
        return others.isEmpty() ? moved.from() : Business.of(others).unitOn(moved.effectiveFrom());
    }

    private static CounterCommand correctBack(EarlierEvents earlier, String reason) {
        return earlier.restored(
                before -> switch (before) {
                    case BusinessRegistered registered ->
                        Stream.of(new CorrectBusiness(
                                registered.business(),
                                registered.kind(),
                                registered.reference(),
                                registered.tradeName(),
                                reason));
                    case BusinessCorrected corrected ->
                        Stream.of(new CorrectBusiness(
                                corrected.business(),
                                corrected.kind(),
                                corrected.reference(),
                                corrected.tradeName(),
                                reason));
                    default -> Stream.<CorrectBusiness>empty();
                },
                command -> command,
                EVENT_HAS_A_COUNTER_COMMAND);
    }
}
