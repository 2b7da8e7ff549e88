package vn.soto.verifier;

import java.io.PrintStream;
import java.util.function.Consumer;
import vn.soto.ledger.Tail;

/** Prints a line for every 50,000 commits, so that a long check shows progress; prints nothing for a short one. */
final class ProgressPrinter implements Consumer<Tail> {

    private static final long STEP = 50_000;

    private final PrintStream err;
    private long next = STEP;

    ProgressPrinter(PrintStream err) {
        this.err = err;
    }

    @Override
    public void accept(Tail checked) {
        if (checked.number() >= next) {
            err.println("… đã kiểm tra %1$d lần ghi / checked %1$d commits".formatted(checked.number()));
            next = checked.number() - checked.number() % STEP + STEP;
        }
    }
}
