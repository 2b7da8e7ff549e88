package vn.soto.command.batch;

import org.jspecify.annotations.Nullable;
import vn.soto.command.dispatch.CommandOutcome;

/** The result of one line. */
public sealed interface LineResult {

    int line();

    record Done(int line, CommandOutcome outcome) implements LineResult {}

    /** @param id as sent; absent if none was readable */
    record Failed(int line, @Nullable String id, RuntimeException cause) implements LineResult {}
}
