package vn.soto.open.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Decides, for one version of a quarter's report after another, which cells are shown to everybody. A value that was shown once is known for ever: somebody may have kept it. A value under {@link #LEAST} is not shown, nor anything that would give one back.
 * Cells that are hidden for their own value and those hidden to protect others look the same. Not thread-safe.
 */
public final class Disclosure {

    /** The smallest number that is shown. */
    public static final long LEAST = 5;

    private final List<OpenLine> lines;
    private final ToLongFunction<OpenCell> lots;
    private final List<Publication> earlier = new ArrayList<>();

    /**
     * @param lines wholes before their parts
     * @param lots  a number for each cell that nobody outside can know. Cells with the smallest protect others: whoever knew the
     *     order would know which cells are hidden for their own value.
     */
    public Disclosure(List<OpenLine> lines, ToLongFunction<OpenCell> lots) {
        this.lines = List.copyOf(lines);
        this.lots = lots;
    }

    /** The hidden cells of the next version. */
    public Set<OpenCell> hide(QuarterTable table) {
        Publication next = new Publication(table);
        lines.forEach(line -> new HiddenLine(line, lots, next, List.copyOf(earlier)).hide());
        earlier.add(next);
        return next.hidden();
    }
}
