package vn.soto.command.planning;

import vn.soto.command.shared.Command;
import vn.soto.command.shared.Rule;

/** One step of a plan that is being made. */
public sealed interface Step {

    /** Of the file it comes from, as a spreadsheet numbers it; 0 if none. */
    int row();

    /** A command, personal data in it sealed under the step's id. */
    record Ready(int row, Command command) implements Step {}

    /** No command does it, and the rule says why; it will stand among what the plan could not do. */
    record Undoable(int row, Rule rule, String argument) implements Step {}
}
