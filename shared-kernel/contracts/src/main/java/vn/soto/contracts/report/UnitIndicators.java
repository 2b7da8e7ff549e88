package vn.soto.contracts.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The indicators that a unit has in a quarter, so that it can have a target for them. Most are counted by place, in
 * either boundaries. The others are figures of teams, such as stated numbers and people trained. The unit's figure is
 * that of all teams that report in it together.
 */
public final class UnitIndicators {

    /** Households without a responsible member: a figure of places, which no report stores. */
    public static final String UNASSIGNED = "H03";

    private static final Set<String> OF_TEAMS = Set.of(HouseholdTotal.HOUSEHOLDS, Trainings.TRAINED, HelpCodes.JOINT);

    private static final List<String> BY_PLACE = Stream.concat(
                    Indicators.codes(Indicators.VERSION).stream().filter(code -> !isOfTeams(code)),
                    Stream.of(UNASSIGNED))
            .toList();

    private static final Set<String> ALL =
            Set.copyOf(Stream.concat(Indicators.codes(Indicators.VERSION).stream(), BY_PLACE.stream())
                    .distinct()
                    .toList());

    private UnitIndicators() {}

    private static boolean isOfTeams(String code) {
        return OF_TEAMS.contains(code) || code.startsWith("P") || code.startsWith("Q") || HelpCodes.byResult(code);
    }

    /** Codes of those counted by place; {@code C.<service>} of each service is another. */
    public static List<String> codes() {
        return BY_PLACE;
    }

    public static boolean has(String code) {
        return ALL.contains(code) || HelpCodes.byService(code);
    }

    /** Whether the unit's figure is the sum of those of the teams that report in it. */
    public static boolean ofTeams(String code) {
        return ALL.contains(code) && isOfTeams(code);
    }

    /** Whether it counts records of help, so that it can be counted between any two days. */
    public static boolean countsHelp(String code) {
        return (BY_PLACE.contains(code) || HelpCodes.byService(code))
                && !code.startsWith("T")
                && !code.equals(CaseloadFigures.HOUSEHOLDS)
                && !code.equals(UNASSIGNED)
                && !code.equals(HelpFigures.BUSINESSES);
    }
}
