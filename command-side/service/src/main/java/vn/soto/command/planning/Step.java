package vn.soto.command.planning;

import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.shared.Command;
import vn.soto.command.shared.Rule;

/** One step of a plan that is being made. */
public sealed interface Step {

    /** Of the file it comes from, as a spreadsheet numbers it; 0 if none. */
    int row();

    /** A command, personal data in it sealed already. */
    record Ready(int row, Command command) implements Step {}

    /** What a command is to be made of: personal data in it is in the clear, and sealed before anything is stored. */
    record Clear(int row, Class<? extends Command> type, ObjectNode content) implements Step {}

    /** No command does it, and the rule says why; it will stand among what the plan could not do. */
    record Undoable(int row, Rule rule, String argument) implements Step {}
}
