package vn.soto.contracts.plan;

import java.util.List;

/**
 * A step that changed nothing.
 *
 * @param step      index in the plan, from 0
 * @param row       of the file it came from, 0 if none
 * @param rule      name of the rule that refused it, or of the problem
 * @param arguments what the rule's messages name, as text, in their order
 */
public record StepRefusal(int step, int row, String rule, List<String> arguments) {

    public StepRefusal {
        arguments = List.copyOf(arguments);
    }
}
