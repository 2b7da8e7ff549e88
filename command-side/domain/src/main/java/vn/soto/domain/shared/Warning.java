package vn.soto.domain.shared;

import java.util.List;
import vn.soto.contracts.shared.Flag;

/**
 * A flag raised by a commit's events, as the answer to the command reports it; it never stops a command.
 *
 * @param arguments arguments of the code's messages, in order
 */
public record Warning(Flag.Code code, List<Object> arguments) {

    public Warning {
        arguments = List.copyOf(arguments);
    }
}
