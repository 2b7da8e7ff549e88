package vn.soto.testkit.history;

import java.util.function.UnaryOperator;

/** A way to falsify a sound run, and the rule that must notice. */
record Mutant(String name, HistoryRule rule, UnaryOperator<Run> change) {

    @Override
    public String toString() {
        return name;
    }
}
