package vn.soto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.period.PeriodCommand.ClosePeriod;
import vn.soto.domain.report.ReportCommand.AcceptReport;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.report.UnitReportCommand.AcceptUnitReport;
import vn.soto.domain.report.UnitReportCommand.SubmitUnitReport;
import vn.soto.domain.shared.Command;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.SplitUnit;

/**
 * The other communes of the province since the reform: some teams in each, which enter households, help, and report each quarter. A few
 * report late, and a few not at all. Since the year's end one commune sends nothing, and the reports of another wait for its officer.
 * The first two periods are closed.
 */
record ProvinceScene(List<Crew> crews, Chance chance) implements Scene {

    /** The day on which their neighbourhoods are entered. */
    static final LocalDate FOUNDED = LocalDate.of(2025, 7, 10);

    /** Minh Thạnh, of which the city waits for a report. */
    static final UnitId LATE_COMMUNE = new UnitId("hcm-008");

    /** The periods that the city closes, half a quarter after their ends. */
    static final List<Quarter> CLOSED = YearScene.QUARTERS.subList(0, 2);

    /** Of a member with the least zeal on a working day. */
    private static final double OUTINGS = 0.005;

    private static final Quarter FIRST = YearScene.QUARTERS.getFirst();
    private static final QuarterCalendar CALENDAR = QuarterCalendar.CALENDAR;
    private static final Instrument NEIGHBOURHOODS = new Instrument("DEMO-KP/2025-2", FOUNDED.minusDays(1));
    private static final String ADMINISTRATOR = "demo-administrator";
    private static final String OFFICER = "demo-officer";
    private static final int SILENT = 29;
    private static final int LATE = 13;

    /** Days after the quarter, of which five are allowed. */
    private static final int LATE_BY = 9;

    /**
     * All that happens in the communes in which the district's teams do not work, and the help that those go on to give.
     *
     * @param district with their households, once these scenes are played
     * @param crews    of the other communes, as they were founded
     */
    static List<Scene> scenes(long seed, List<Crew> district, List<Crew> crews) {
        return List.of(
                new ProvinceScene(crews, new Chance(seed, "province")),
                new FoundingScene(crews),
                new PeopleScene(new Chance(seed, "people")),
                new OutreachScene(crews, new Chance(seed, "outreach")),
                HelpScene.since(
                        crews.stream().filter(crew -> !isOfTheOfficer(crew)).toList(),
                        OUTINGS,
                        new Chance(seed, "help in the province")),
                HelpScene.prompt(
                        Stream.concat(goingOn(district), crews.stream().filter(ProvinceScene::isOfTheOfficer))
                                .toList(),
                        OUTINGS,
                        new Chance(seed, "help in the district")),
                new HouseholdScene(crews, new Chance(seed, "households of the province")),
                new HonourScene(crews, district.get(Story.TWICE - 1), new Chance(seed, "honours of the province")));
    }

    static List<Crew> crews(long seed, List<Crew> district) {
        return DemoTeams.province(seed, taken(district));
    }

    /** Not those with a story of their own, nor those of the township of which it is undecided where they lie. */
    private static Stream<Crew> goingOn(List<Crew> district) {
        return district.stream()
                .filter(crew -> crew.number != Story.TWICE && crew.number != Story.SILENT)
                .filter(crew -> !crew.neighbourhood.commune().equals(Story.SPLIT));
    }

    /** Whether it lies in the commune whose officer has an account. */
    static boolean isOfTheOfficer(Crew crew) {
        return crew.neighbourhood.commune().equals(RecognitionScene.COMMUNE);
    }

    /** The communes of today in which some of the district lies; that of the officer has a part of the township only. */
    static Set<UnitId> taken(List<Crew> district) {
        Set<UnitId> taken = new HashSet<>();
        Set<UnitId> former = new HashSet<>();
        district.forEach(crew -> former.add(crew.neighbourhood.commune()));
        DemoReform.reorganisation().commands().forEach(command -> {
            if (command instanceof MergeUnits merger && merger.from().stream().anyMatch(former::contains)) {
                taken.add(merger.unit());
            } else if (command instanceof SplitUnit split && former.contains(split.unit())) {
                taken.addAll(split.into());
            }
        });
        taken.remove(RecognitionScene.COMMUNE);
        return taken;
    }

    @Override
    public void play(LocalDate day, Stage stage) {
        if (day.equals(FOUNDED)) {
            neighbourhoods(day, stage);
        }
        Quarter before = CALENDAR.of(CALENDAR.firstDay(CALENDAR.of(day)).minusDays(1));
        if (before.compareTo(FIRST) >= 0) {
            int after =
                    Math.toIntExact(day.toEpochDay() - CALENDAR.lastDay(before).toEpochDay());
            reports(before, after, day, stage);
            if (after == 45 && CLOSED.contains(before)) {
                send(9, ADMINISTRATOR, new ClosePeriod(Story.CITY, before), day, stage);
            }
        }
    }

    private void neighbourhoods(LocalDate day, Stage stage) {
        Instant at = VietnamTime.start(day).plusSeconds(9 * 3600L);
        for (Crew crew : crews) {
            at = at.plusSeconds(chance.between(40, 120));
            Neighbourhood place = crew.neighbourhood;
            var established = new EstablishUnit(
                    place.id(), place.kind(), place.name(), null, place.commune(), NEIGHBOURHOODS, DemoReform.DAY);
            stage.send(at, ADMINISTRATOR, chance.id(at), established, ScriptStep.ALONE);
        }
    }

    /** Whether the team reports in time. */
    static boolean punctual(Crew crew, Quarter quarter) {
        int turn = crew.number + quarter.number();
        return isOfTheOfficer(crew) || (turn % SILENT != 0 && turn % LATE != 0);
    }

    /** @param after days since the quarter's last */
    private void reports(Quarter quarter, int after, LocalDate day, Stage stage) {
        Set<UnitId> reporting = new LinkedHashSet<>();
        boolean isLate = !YearScene.QUARTERS.contains(quarter);
        for (Crew crew : crews) {
            UnitId commune = crew.neighbourhood.commune();
            int turn = crew.number + quarter.number();
            boolean punctual = punctual(crew, quarter);
            boolean silent = (!punctual && turn % SILENT == 0) || (isLate && commune.equals(LATE_COMMUNE));
            int sent = punctual ? 1 + turn % 4 : LATE_BY;
            if (!silent && after == sent) {
                send(8, crew.leaderAccount(), new SubmitQuarterlyReport(crew.id(), quarter, null), day, stage);
            }
            boolean waits = isLate && isOfTheOfficer(crew);
            if (!silent && punctual && !waits) {
                reporting.add(commune);
                if (after == sent + 5) {
                    send(10, OFFICER, new AcceptReport(crew.id(), quarter, "1"), day, stage);
                }
            }
        }
        consolidate(quarter, after, reporting, day, stage);
    }

    /** The last report of the city in the year is that of its scene. */
    private void consolidate(Quarter quarter, int after, Set<UnitId> reporting, LocalDate day, Stage stage) {
        Stream<Command> reports = switch (after) {
            case 10 -> reporting.stream().map(commune -> new SubmitUnitReport(commune, quarter, null));
            case 11 -> reporting.stream().map(commune -> new AcceptUnitReport(commune, quarter, "1"));
            case 13 ->
                YearScene.QUARTERS.getLast().equals(quarter)
                        ? Stream.empty()
                        : Stream.of(new SubmitUnitReport(Story.CITY, quarter, null));
            default -> Stream.empty();
        };
        reports.forEach(report -> send(13, OFFICER, report, day, stage));
    }

    private void send(int hour, String actor, Command command, LocalDate day, Stage stage) {
        Instant at = VietnamTime.start(day).plusSeconds(hour * 3600L + chance.between(0, 1800));
        stage.send(at, actor, chance.id(at), command, ScriptStep.ALONE);
    }
}
