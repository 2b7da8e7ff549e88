package vn.soto.command.batch;

import org.jspecify.annotations.Nullable;
import vn.soto.command.desk.Outcome;

/** What became of one line. */
public sealed interface Answer {

    int line();

    record Done(int line, Outcome outcome) implements Answer {}

    /** @param id as sent; absent when there was none to be read */
    record Failed(int line, @Nullable String id, RuntimeException cause) implements Answer {}
}
