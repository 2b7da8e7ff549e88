package vn.soto.contracts.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The indicators that are counted by place, so that any unit has them in either boundaries and can have a target for them. The
 * others are figures of a team: what it stated, and what its members did elsewhere.
 */
public final class UnitIndicators {

    /** Households without a responsible member: a figure of places, which no report stores. */
    public static final String UNASSIGNED = "H03";

    private static final Set<String> OF_TEAMS_ONLY =
            Set.of(HouseholdTotal.HOUSEHOLDS, CaseloadFigures.HOUSEHOLDS, Trainings.TRAINED, HelpCodes.JOINT);

    private static final List<String> CODES = Stream.concat(
                    Indicators.codes(Indicators.VERSION).stream()
                            .filter(code -> !OF_TEAMS_ONLY.contains(code))
                            .filter(code -> !code.startsWith("P") && !code.startsWith("Q")),
                    Stream.of(UNASSIGNED))
            .toList();

    private UnitIndicators() {}

    /** Their codes; {@code C.<service>} of each service is another. */
    public static List<String> codes() {
        return CODES;
    }

    public static boolean has(String code) {
        return CODES.contains(code) || HelpCodes.byService(code);
    }

    /** Whether it counts records of help, so that it can be counted between any two days. */
    public static boolean countsHelp(String code) {
        return has(code) && !code.startsWith("T") && !code.equals(UNASSIGNED) && !code.equals(HelpFigures.BUSINESSES);
    }
}
