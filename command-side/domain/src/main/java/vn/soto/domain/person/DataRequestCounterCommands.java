package vn.soto.domain.person;

import static vn.soto.domain.shared.CounterCommand.FOLLOWS;
import static vn.soto.domain.shared.CounterCommand.refusedBy;
import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;

import vn.soto.contracts.person.DataRequestEvent;
import vn.soto.contracts.person.DataRequestEvent.DataRequestAnswered;
import vn.soto.contracts.person.DataRequestEvent.DataRequestCarriedOut;
import vn.soto.contracts.person.DataRequestEvent.DataRequestExtended;
import vn.soto.contracts.person.DataRequestEvent.DataRequestFlaggedLate;
import vn.soto.contracts.person.DataRequestEvent.DataRequestReceived;
import vn.soto.contracts.person.DataRequestEvent.DataRequestRefused;
import vn.soto.domain.shared.CounterCommand;

/**
 * Counter-commands for the events of a data request. There are none: the request and the answer within the term stay on
 * record. A person who asks again brings a new request.
 */
public final class DataRequestCounterCommands {

    private DataRequestCounterCommands() {}

    public static CounterCommand of(DataRequestEvent event) {
        return switch (event) {
            case DataRequestFlaggedLate _ -> FOLLOWS;
            case DataRequestReceived _,
                    DataRequestAnswered _,
                    DataRequestExtended _,
                    DataRequestCarriedOut _,
                    DataRequestRefused _ -> refusedBy(EVENT_HAS_A_COUNTER_COMMAND);
        };
    }
}
