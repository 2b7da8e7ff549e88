package vn.soto.demo;

import vn.soto.domain.shared.RuleViolatedException;

/** A step of the script was not accepted: the script contradicts the rules, or the ledger could not be written. */
public final class DemoFailedException extends RuntimeException {

    DemoFailedException(ScriptStep step, RuntimeException cause) {
        super(
                "step %s of %s at %s: %s: %s".formatted(step.id(), step.actor(), step.at(), why(cause), step.command()),
                cause);
    }

    private static String why(RuntimeException cause) {
        return cause instanceof RuleViolatedException refused
                ? refused.rule().name() + refused.arguments()
                : cause.toString();
    }
}
