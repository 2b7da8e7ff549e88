package vn.soto.command.batch;

import java.util.List;

/** Commands in their order of entry: at most {@value #MOST_LINES} lines of JSON. */
public final class CommandBatch {

    public static final int MOST_LINES = 500;
    public static final int MOST_BYTES = 1 << 20;

    private final List<BatchLine> lines;

    CommandBatch(List<BatchLine> lines) {
        this.lines = List.copyOf(lines);
    }

    List<BatchLine> lines() {
        return lines;
    }
}
