package vn.soto.plans;

import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.person.Subject;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Rule;

/** One step of a plan that is being made. */
public sealed interface Step {

    /** Of the file it comes from, as a spreadsheet numbers it; 0 if none. */
    int row();

    /** A command, personal data in it sealed under the step's id. */
    record Ready(int row, Command command) implements Step {}

    /**
     * A command whose personal data stands in the clear: in memory only, until it is sealed under the step's id.
     *
     * @param about   whom the personal data is about
     * @param payload the command's components by name
     */
    record InTheClear(int row, Subject about, Class<? extends Command> type, ObjectNode payload) implements Step {

        @Override
        public String toString() {
            return "InTheClear[row " + row + "]";
        }
    }

    /** No command does it, and the rule says why; it will stand among what the plan could not do. */
    record Undoable(int row, Rule rule, String argument) implements Step {}
}
