package vn.soto.plans;

import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.binding.CommandReader;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Rule;

/** One step of a plan before it is stored. */
public sealed interface Step {

    /** The row number in its file, as a spreadsheet numbers rows; 0 without a file. */
    int row();

    /** A command without personal data. */
    record Ready(int row, Command command) implements Step {}

    /**
     * A command of a client.
     *
     * @param trial   as it was tried: what is sealed in it cannot be opened
     * @param sealing the same to be kept, by the id of the command that records the step
     */
    record Requested(int row, Command trial, Function<UUID, CommandReader.Held> sealing) implements Step {}

    /**
     * A command with unsealed personal data: in memory only, until it is sealed under the step's id.
     *
     * @param payload the command's components by name
     */
    record InTheClear(int row, Class<? extends Command> type, ObjectNode payload) implements Step {

        @Override
        public String toString() {
            return "InTheClear[row " + row + "]";
        }
    }

    /**
     * A step without a command because of the given rule; it appears among the plan's refusals.
     *
     * @param argument arguments of the rule: the first is a name, the second follows a space
     */
    record Undoable(int row, Rule rule, String argument) implements Step {}
}
