package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.soto.contracts.period.WorkingDays;
import vn.soto.contracts.unit.UnitKind;

/**
 * Adds up the reports below a unit. A household, a business or a person in two parts is counted once, as the ledger tells
 * at the pins of the parts. Every other line is the sum of the parts' lines. Both sides use this one definition.
 */
public final class ReportConsolidation {

    /** Lines that count distinct households and businesses. */
    private static final Set<String> HELPED = Set.of(HelpFigures.HOUSEHOLDS, HelpFigures.BUSINESSES);

    /** Lines that count distinct members; up to version 4 of the definitions they are sums. */
    private static final Set<String> PEOPLE = Set.of(MemberFigures.MEMBERS, MemberFigures.SUSPENDED, Trainings.TRAINED);

    /** Working days that each level has after the one below, to consolidate what that sent. */
    private static final int DAYS_PER_LEVEL = 2;

    private ReportConsolidation() {}

    /**
     * The last day on which the report of a unit is in time: two working days later for each level above the teams.
     *
     * @param ofTeams that of the teams' reports
     */
    public static LocalDate dueOn(UnitKind kind, LocalDate ofTeams, WorkingDays working) {
        return working.plus(ofTeams, DAYS_PER_LEVEL * kind.levelsAboveTeams());
    }

    /**
     * A version below.
     *
     * @param teams  number of teams in it
     * @param lines  as it reports them; what a team reports lacks nothing
     * @param distinct households, businesses and members behind the distinct lines, by code
     */
    public record Part(int teams, List<ConsolidatedLine> lines, Map<String, Set<String>> distinct) {

        public Part {
            lines = List.copyOf(lines);
            distinct = Map.copyOf(distinct);
        }

        /** Of a team's version. */
        public static Part of(List<Figure> reported, Map<String, Set<String>> distinct) {
            return new Part(
                    1,
                    reported.stream()
                            .map(figure -> new ConsolidatedLine(figure.code(), figure.value(), 0, 0))
                            .toList(),
                    distinct);
        }
    }

    /**
     * The lines in the order of the definitions; a line of which no part says anything is absent.
     *
     * @param version of the definitions of the consolidation
     */
    public static List<ConsolidatedLine> of(int version, Collection<Part> parts) {
        List<Map<String, ConsolidatedLine>> byCode = parts.stream()
                .map(part -> part.lines.stream().collect(Collectors.toMap(ConsolidatedLine::code, line -> line)))
                .toList();
        List<Integer> teams = parts.stream().map(Part::teams).toList();
        List<ConsolidatedLine> lines = new ArrayList<>();
        for (String code : codes(version, parts)) {
            List<ConsolidatedLine> of = byCode.stream()
                    .flatMap(part -> Stream.ofNullable(part.get(code)))
                    .toList();
            if (!of.isEmpty()) {
                long again = isDistinct(version, code) ? again(code, parts) : 0;
                lines.add(new ConsolidatedLine(
                        code,
                        of.stream().mapToLong(ConsolidatedLine::value).sum() - again,
                        again,
                        of.stream().mapToInt(ConsolidatedLine::lacking).sum() + silent(code, byCode, teams)));
            }
        }
        return lines;
    }

    /** A service with which nobody was helped has no line and is zero. */
    private static int silent(String code, List<Map<String, ConsolidatedLine>> parts, List<Integer> teams) {
        return HelpCodes.byService(code)
                ? 0
                : IntStream.range(0, parts.size())
                        .filter(part -> !parts.get(part).containsKey(code))
                        .map(teams::get)
                        .sum();
    }

    private static List<String> codes(int version, Collection<Part> parts) {
        List<String> codes = new ArrayList<>(Indicators.codes(version));
        Set<String> others = new TreeSet<>();
        parts.forEach(part -> part.lines.stream()
                .map(ConsolidatedLine::code)
                .filter(code -> !codes.contains(code))
                .forEach(others::add));
        codes.addAll(others);
        return codes;
    }

    private static long again(String code, Collection<Part> parts) {
        return parts.stream()
                        .mapToLong(part ->
                                part.distinct.getOrDefault(code, Set.of()).size())
                        .sum()
                - together(parts).getOrDefault(code, Set.of()).size();
    }

    private static boolean isDistinct(int version, String code) {
        return HELPED.contains(code) || (version >= 5 && PEOPLE.contains(code));
    }

    /**
     * The ids behind the distinct lines of the parts together, by code. Whoever is suspended in one team and may act in
     * another may act.
     */
    public static Map<String, Set<String>> together(Collection<Part> parts) {
        Map<String, Set<String>> together = new HashMap<>();
        parts.forEach(part -> part.distinct.forEach((code, ids) ->
                together.computeIfAbsent(code, c -> new HashSet<>()).addAll(ids)));
        Set<String> suspended = together.get(MemberFigures.SUSPENDED);
        if (suspended != null) {
            suspended.removeAll(together.getOrDefault(MemberFigures.MEMBERS, Set.of()));
        }
        return together;
    }
}
