package vn.soto.plans;

import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.person.Subject;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Rule;

/** One step of a plan before it is stored. */
public sealed interface Step {

    /** The row number in its file, as a spreadsheet numbers rows; 0 without a file. */
    int row();

    /** A command; personal data in it is sealed under the step's id. */
    record Ready(int row, Command command) implements Step {}

    /**
     * A command with unsealed personal data: in memory only, until it is sealed under the step's id.
     *
     * @param about   the subject of the personal data
     * @param payload the command's components by name
     */
    record InTheClear(int row, Subject about, Class<? extends Command> type, ObjectNode payload) implements Step {

        @Override
        public String toString() {
            return "InTheClear[row " + row + "]";
        }
    }

    /** A step without a command because of the given rule; it appears among the plan's refusals. */
    record Undoable(int row, Rule rule, String argument) implements Step {}
}
