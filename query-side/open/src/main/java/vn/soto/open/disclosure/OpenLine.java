package vn.soto.open.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of reports that is open to everybody. No line is a sum of others, so that none can be computed from the others of its
 * unit.
 *
 * @param code  of the indicator
 * @param whole line of which it counts a part, so that the difference counts the other part; absent if there is none
 */
public record OpenLine(String code, @Nullable String whole) {

    private static final String HELP = "H05";

    /** Wholes before their parts. */
    public static final List<OpenLine> ALL = List.of(
            new OpenLine("T01", null),
            new OpenLine("T02", null),
            new OpenLine(HELP, null),
            new OpenLine("H04", null),
            new OpenLine("M.self-performed", HELP),
            new OpenLine("S.vneid", HELP),
            new OpenLine("S.online-public-service", HELP),
            new OpenLine("S.digital-payment", HELP),
            new OpenLine("S.digital-signature", HELP),
            new OpenLine("S.cyber-safety", HELP),
            new OpenLine("P01", null),
            new OpenLine("P02", null),
            new OpenLine("Q01", null));
}
