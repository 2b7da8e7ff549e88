package vn.soto.contracts.plan;

import java.util.List;

/**
 * A step that was refused and changed nothing.
 *
 * @param step      index in the plan, from 0
 * @param row       row number in the source file; 0 without a file
 * @param rule      name of the rule that refused it, or of another problem
 * @param arguments arguments of the rule's message, as text, in order
 */
public record StepRefusal(int step, int row, String rule, List<String> arguments) {

    public StepRefusal {
        arguments = List.copyOf(arguments);
    }
}
