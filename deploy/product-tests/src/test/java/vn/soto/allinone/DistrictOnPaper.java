package vn.soto.allinone;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The facts of {@link DistrictLifeIT} as a clerk would keep them on paper, and counts from them. They are a household's
 * home and responsible member on a day, and the help with its helper. It knows no class of the product.
 */
final class DistrictOnPaper {

    static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    static final LocalDate HAMLETS_MERGED = LocalDate.of(2023, 9, 1);
    static final LocalDate COMMUNES_MERGED = LocalDate.of(2024, 4, 1);
    static final LocalDate HAMLET_SPLIT = LocalDate.of(2024, 10, 1);
    static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    /** Instead of a member, where nobody is responsible. */
    static final String NOBODY = "";

    final int communes;
    final Map<String, Home> homes = new LinkedHashMap<>();
    final Map<String, Help> helps = new LinkedHashMap<>();

    /** Last day of members who left, and first day of those who never were one before. */
    final Map<String, LocalDate> gone = new TreeMap<>();

    DistrictOnPaper(int communes) {
        this.communes = communes;
    }

    /** A household with where it lived, whether it was there, and who was responsible, each from a day on. */
    static final class Home {
        final TreeMap<LocalDate, String> hamlets = new TreeMap<>();
        final TreeMap<LocalDate, Boolean> there = new TreeMap<>();
        final TreeMap<LocalDate, String> responsible = new TreeMap<>();
        LocalDate since;

        Home(String hamlet, LocalDate since) {
            this.since = since;
            hamlets.put(LocalDate.MIN, hamlet);
            there.put(LocalDate.MIN, true);
        }

        String hamlet(LocalDate day) {
            return hamlets.floorEntry(day).getValue();
        }

        boolean lives(LocalDate day) {
            return !since.isAfter(day) && there.floorEntry(day).getValue();
        }
    }

    /** @param hamlet in which the household was on paper when it was entered */
    record Help(String home, String hamlet, LocalDate day, String helper) {}

    Home home(String reference) {
        return Objects.requireNonNull(homes.get(reference), reference);
    }

    static String commune(String hamlet) {
        return hamlet.substring(0, hamlet.indexOf('-'));
    }

    /** The units in which something of a hamlet lies by the units of a day, the smallest first; a household may have moved since. */
    List<String> above(String hamlet, String reference, LocalDate units) {
        List<String> above = new ArrayList<>();
        String at = hamlet;
        if (commune(hamlet).equals("c1") && !units.isBefore(HAMLETS_MERGED)) {
            at = "c1-ab";
        }
        if (hamlet.equals("c4-a") && !units.isBefore(HAMLET_SPLIT)) {
            String now = home(reference).hamlet(TODAY);
            at = now.equals("c4-a") ? "" : now;
        }
        if (!at.isEmpty()) {
            above.add(at);
        }
        String commune = commune(hamlet);
        if (commune.equals("c2") && !units.isBefore(COMMUNES_MERGED)) {
            commune = "c3";
        }
        if (units.isBefore(REFORM)) {
            above.addAll(List.of(commune, "cb", "tg"));
        } else {
            above.addAll(List.of(ward(commune), "dt"));
        }
        return above;
    }

    /** Odd communes became the first ward, even ones the second. */
    static String ward(String commune) {
        return Integer.parseInt(commune.substring(1)) % 2 == 1 ? "w1" : "w2";
    }

    /** Every unit of a day. */
    Set<String> unitsOn(LocalDate day) {
        Set<String> units = new TreeSet<>();
        homes.forEach((reference, home) -> units.addAll(above(home.hamlet(day), reference, day)));
        return units;
    }

    /** Since the first quarter of 2024 a quarter runs from the 15th to the 14th. */
    static LocalDate[] days(int year, int quarter, boolean calendar) {
        LocalDate first = LocalDate.of(year, quarter * 3 - 2, 1);
        if (calendar || year < 2024) {
            return new LocalDate[] {first, first.plusMonths(3).minusDays(1)};
        }
        LocalDate fifteenth = first.minusMonths(1).withDayOfMonth(15);
        return new LocalDate[] {
            year == 2024 && quarter == 1 ? first : fifteenth,
            fifteenth.plusMonths(3).minusDays(1)
        };
    }

    private boolean acts(String member, LocalDate day) {
        return !member.equals(NOBODY)
                && !gone.getOrDefault(member, LocalDate.MAX).isBefore(day);
    }

    private static boolean within(LocalDate day, LocalDate[] days) {
        return !day.isBefore(days[0]) && !day.isAfter(days[1]);
    }

    /** Assistances, households helped, registered and assigned of a unit in the days of a quarter, by the units of a day. */
    List<Long> figures(String unit, LocalDate[] days, LocalDate units) {
        List<Help> here = helps.values().stream()
                .filter(help -> within(help.day, days))
                .filter(help -> above(help.hamlet, help.home, units).contains(unit))
                .toList();
        LocalDate stand = days[1].isBefore(TODAY) ? days[1] : TODAY;
        List<Home> living = homes.entrySet().stream()
                .filter(each -> each.getValue().lives(stand))
                .filter(each -> above(each.getValue().hamlet(stand), each.getKey(), units)
                        .contains(unit))
                .map(Map.Entry::getValue)
                .toList();
        return List.of(
                (long) here.size(),
                here.stream().map(Help::home).distinct().count(),
                (long) living.size(),
                living.stream()
                        .filter(home -> home.responsible.floorEntry(stand) != null
                                && acts(home.responsible.floorEntry(stand).getValue(), stand))
                        .count());
    }

    /** The records of these helpers in the days of a quarter. */
    long records(Set<String> helpers, LocalDate[] days) {
        return by(helpers, days).count();
    }

    /** The households that one of them helped. */
    long helped(Set<String> helpers, LocalDate[] days) {
        return by(helpers, days).map(Help::home).distinct().count();
    }

    private Stream<Help> by(Set<String> helpers, LocalDate[] days) {
        return helps.values().stream().filter(help -> within(help.day, days) && helpers.contains(help.helper));
    }

    /** Months of a quarter in which a member was one for so many days, over all these members. */
    long months(Set<String> members, int year, int quarter, int fewestDays) {
        long months = 0;
        for (String member : members) {
            LocalDate last = gone.getOrDefault(member, LocalDate.MAX);
            for (int month = quarter * 3 - 2; month <= quarter * 3; month++) {
                LocalDate begin = LocalDate.of(year, month, 1);
                long counted = begin.datesUntil(begin.plusMonths(1))
                        .filter(day -> !day.isAfter(last))
                        .count();
                months += counted >= fewestDays ? 1 : 0;
            }
        }
        return months;
    }

    /** Everybody who helped in the days of a quarter. */
    Set<String> helpers(LocalDate[] days) {
        return helps.values().stream()
                .filter(help -> within(help.day, days))
                .map(Help::helper)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
