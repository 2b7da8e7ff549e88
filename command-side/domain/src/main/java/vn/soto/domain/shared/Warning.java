package vn.soto.domain.shared;

import java.util.List;
import vn.soto.contracts.shared.Flag;

/**
 * A flag that a commit's events raise and its answer tells of; it never stops a command.
 *
 * @param arguments what the messages of the code name, in their order
 */
public record Warning(Flag.Code code, List<Object> arguments) {

    public Warning {
        arguments = List.copyOf(arguments);
    }
}
