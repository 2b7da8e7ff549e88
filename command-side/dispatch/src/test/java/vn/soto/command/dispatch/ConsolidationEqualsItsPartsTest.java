package vn.soto.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.report.ConsolidatedLine;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.MissingPart;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportPart;
import vn.soto.contracts.report.Reporter;
import vn.soto.contracts.report.UnitReportEvent.UnitReportSubmitted;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.StoredEvent;

/** Consolidations of random years against their parts and against the records of help, also across the reform of 1 July 2025. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConsolidationEqualsItsPartsTest {

    private static final int YEARS = Boolean.getBoolean("soto.long") ? 100 : 2;

    private final List<Year> years =
            LongStream.rangeClosed(1, YEARS).mapToObj(Year::lived).toList();

    /** The content of a year's ledger: versions by the hash of their content, records of help by their commit. */
    private record Year(
            long seed,
            Set<String> all,
            Map<String, QuarterlyReportSubmitted> teams,
            Map<String, UnitReportSubmitted> units,
            Map<Long, AssistanceRecorded> help) {

        static Year lived(long seed) {
            try (ReportingYear lived = new ReportingYear(seed)) {
                lived.live();
                Set<String> all =
                        lived.teams.keySet().stream().map(TeamId::value).collect(Collectors.toSet());
                Year year = new Year(seed, all, new HashMap<>(), new HashMap<>(), new HashMap<>());
                for (StoredEvent stored : lived.ledger.events(0, Integer.MAX_VALUE)) {
                    switch (lived.codec.decode(stored)) {
                        case QuarterlyReportSubmitted version -> year.teams.put(version.contentHash(), version);
                        case UnitReportSubmitted version -> year.units.put(version.hash(), version);
                        case AssistanceRecorded record -> year.help.put(stored.commit(), record);
                        default -> {
                            // is in no report
                        }
                    }
                }
                return year;
            }
        }

        UnitReportSubmitted unit(ReportPart part) {
            return Objects.requireNonNull(units.get(part.content()));
        }

        long value(ReportPart part, String code) {
            return part.reporter().level() == Reporter.Level.TEAM
                    ? Objects.requireNonNull(teams.get(part.content())).reported().stream()
                            .filter(figure -> figure.code().equals(code))
                            .mapToLong(Figure::value)
                            .sum()
                    : unit(part).content().lines().stream()
                            .filter(line -> line.code().equals(code))
                            .mapToLong(ConsolidatedLine::value)
                            .sum();
        }

        Stream<ReportPart> teams(UnitReportSubmitted version) {
            return version.content().parts().stream()
                    .flatMap(part ->
                            part.reporter().level() == Reporter.Level.TEAM ? Stream.of(part) : teams(unit(part)));
        }

        /** The households that the teams behind a version helped in the quarter, as each team's version knew. */
        long households(UnitReportSubmitted version) {
            return teams(version)
                    .flatMap(part -> help.entrySet().stream()
                            .filter(record -> record.getKey() <= part.pinnedTo())
                            .map(Map.Entry::getValue)
                            .filter(record ->
                                    record.team().value().equals(part.reporter().id()))
                            .filter(record -> quarter(record).equals(version.quarter()))
                            .map(record -> record.beneficiary().household()))
                    .distinct()
                    .count();
        }

        private static Quarter quarter(AssistanceRecorded record) {
            return QuarterCalendar.CALENDAR.of(VietnamTime.day(record.content().occurredAt()));
        }

        Stream<UnitReportSubmitted> latest(UnitId unit, Quarter quarter) {
            return units.values().stream()
                    .filter(version ->
                            version.unit().equals(unit) && version.quarter().equals(quarter))
                    .reduce((a, b) -> a.version() > b.version() ? a : b)
                    .stream();
        }

        /** Teams whose report is named as missing, or lies below a unit's that is. */
        Stream<String> missing(UnitReportSubmitted version) {
            return Stream.concat(
                    version.content().missing().stream()
                            .map(MissingPart::reporter)
                            .flatMap(this::teams),
                    version.content().parts().stream()
                            .filter(part -> part.reporter().level() == Reporter.Level.UNIT)
                            .flatMap(part -> missing(unit(part))));
        }

        private Stream<String> teams(Reporter missing) {
            return missing.level() == Reporter.Level.TEAM
                    ? Stream.of(missing.id())
                    : all.stream().filter(team -> ReportingYear.isIn(new TeamId(team), missing.id()));
        }

        String of(Object what) {
            return "year " + seed + ": " + what;
        }
    }

    @Test
    void eachLineIsTheSumOfThePartsLessWhatSeveralOfThemCount() {
        years.forEach(year -> year.units
                .values()
                .forEach(version -> version.content().lines().forEach(line -> {
                    long parts = version.content().parts().stream()
                            .mapToLong(part -> year.value(part, line.code()))
                            .sum();
                    assertThat(line.sumOfParts()).as(year.of(version)).isEqualTo(parts);
                    switch (line.code()) {
                        case "H04" ->
                            assertThat(line.value()).as(year.of(version)).isEqualTo(year.households(version));
                        default -> assertThat(line.again()).as(year.of(line)).isZero();
                    }
                })));
    }

    @Test
    void everyTeamIsInOneReportOfItsQuarterOrNamedAsMissing() {
        for (Year year : years) {
            for (Quarter quarter : List.of(ReportingYear.Q1, ReportingYear.Q2)) {
                List<UnitReportSubmitted> tops = Stream.of(ReportingYear.PROVINCE, ReportingYear.CITY)
                        .flatMap(unit -> year.latest(unit, quarter))
                        .toList();
                List<String> counted = tops.stream()
                        .flatMap(year::teams)
                        .map(part -> part.reporter().id())
                        .toList();

                assertThat(counted).as(year.of(quarter)).doesNotHaveDuplicates();
                if (!tops.isEmpty()) {
                    assertThat(Stream.concat(counted.stream(), tops.stream().flatMap(year::missing)))
                            .as(year.of(quarter))
                            .containsAll(year.all);
                }
            }
        }
    }

    /** The tests would say nothing if no household were helped by two teams, or nothing were missing or amended. */
    @Test
    void theYearsHaveWhatTheyAreAbout() {
        List<UnitReportSubmitted> all =
                years.stream().flatMap(year -> year.units.values().stream()).toList();

        assertThat(years.stream().flatMap(year -> year.teams.values().stream()))
                .anyMatch(version ->
                        version.content() != null && version.content().amends() != null);
        assertThat(all).extracting(UnitReportSubmitted::unit).contains(ReportingYear.PROVINCE, ReportingYear.CITY);
        assertThat(all.stream().flatMap(version -> version.content().missing().stream()))
                .extracting(missing -> missing.why().name())
                .contains("NOT_SUBMITTED", "WAITING");
        assertThat(all.stream().flatMap(version -> version.content().lines().stream()))
                .anyMatch(line -> line.again() > 0);
    }
}
