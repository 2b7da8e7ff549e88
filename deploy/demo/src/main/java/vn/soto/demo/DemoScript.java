package vn.soto.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;

/**
 * The demo as commands: the province's units, two quarters of one district, the reform that ended it, and the whole
 * province since. A seed gives the same commands with the same ids each time. They are made day by day, so that memory holds the
 * knowledge of people, not their acts.
 */
public final class DemoScript {

    /** The account that the ledger's first grant is for. */
    public static final AccountId FIRST_ADMINISTRATOR = DemoAccess.ADMINISTRATOR;

    private final long seed;
    private final List<EstablishUnit> units;

    /** The demo that everybody sees. */
    public DemoScript() {
        this(Story.SEED, DemoUnits.all());
    }

    /** @param units of the whole province, parents before their children */
    DemoScript(long seed, List<EstablishUnit> units) {
        this.seed = seed;
        this.units = List.copyOf(units);
    }

    /** All days of the two quarters, of the reform and of the year after it, in order, anew for each call. */
    public Stream<DemoDay> days() {
        DemoTeams casting = new DemoTeams(seed);
        List<Crew> crews = casting.crews(units);
        return Stream.of(
                        play(quarters(casting, crews), Story.FIRST_DAY, Story.LAST_ENTRIES),
                        play(
                                List.of(new ReformScene(crews(), new Chance(seed, "reform"))),
                                DemoReform.DAY,
                                Story.LAST_DAY),
                        play(
                                Stream.concat(
                                                Stream.of(
                                                        new YearScene(crews, new Chance(seed, "year")),
                                                        new RecognitionScene(crews, new Chance(seed, "recognition"))),
                                                ProvinceScene.scenes(seed, crews, ProvinceScene.crews(seed, crews))
                                                        .stream())
                                        .toList(),
                                Story.LAST_DAY.plusDays(1),
                                Story.YEAR_END))
                .flatMap(days -> days);
    }

    /** The names of people, after {@link #days}; they are in the clear until they are sent. */
    public DemoDay names() {
        List<Crew> crews = settled();
        List<Crew> others = ProvinceScene.crews(seed, crews);
        province(crews, others, Story.YEAR_END);
        return new DemoDay(Story.YEAR_END, DemoNames.steps(crews, others, new Chance(seed, "names")));
    }

    /** The scenes of the whole province, played from the reform to a day. */
    private List<Scene> province(List<Crew> crews, List<Crew> others, LocalDate last) {
        List<Scene> scenes = ProvinceScene.scenes(seed, crews, others);
        play(scenes, Story.LAST_DAY.plusDays(1), last).forEach(day -> {});
        return scenes;
    }

    /** The teams with the households that their members were given: playing the quarters gives them. */
    private List<Crew> settled() {
        DemoTeams casting = new DemoTeams(seed);
        List<Crew> crews = casting.crews(units);
        play(quarters(casting, crews), Story.FIRST_DAY, Story.LAST_ENTRIES).forEach(day -> {});
        return crews;
    }

    /** The steps about the first administrator before the ledger has one. */
    public DemoDay beforeAccess() {
        return new DemoDay(Story.LAST_DAY, DemoAccess.first(crews(), new Chance(seed, "first administrator")));
    }

    /** Accounts that are confirmed on the machine after {@link #access}. */
    public List<AccountId> confirmed() {
        return DemoAccess.confirmed();
    }

    /**
     * The last evening: who may do what from now on. A ledger takes it once it has {@link #FIRST_ADMINISTRATOR}; without it the roles
     * that sign-in asserts count.
     */
    public DemoDay access() {
        return new DemoDay(Story.LAST_DAY, DemoAccess.steps(crews(), new Chance(seed, "access")));
    }

    /**
     * The days up to today, after all others and after {@link #access}. In the province they are as before, for five quarters at most.
     * In the last thirty of them each role is given something to do today. They alone depend on the day on which a ledger is made.
     */
    public Stream<DemoDay> recent(LocalDate today) {
        LocalDate first = latest(Story.YEAR_END.plusDays(1), fiveQuarters(today));
        if (!first.isBefore(today)) {
            return Stream.empty();
        }
        List<Crew> crews = settled();
        List<Crew> others = ProvinceScene.crews(seed, crews);
        List<Scene> scenes = new ArrayList<>(province(crews, others, first.minusDays(1)));
        Crew shown = crews.get(Story.TWICE - 1);
        Chance chance = new Chance(seed, "recent " + today);
        List<Crew> beside =
                others.stream().filter(ProvinceScene::isOfTheOfficer).toList();
        scenes.add(new RecentScene(shown, chance, today));
        scenes.addFirst(new OfficeScene(shown, beside, new Chance(seed, "office " + today), today));
        return play(scenes, first, today.minusDays(1));
    }

    /**
     * Proposals of two accounts after {@link #recent}, each as the command that waits for a second person; none before the story ends.
     */
    public List<ScriptStep> proposals(LocalDate today) {
        if (!today.isAfter(Story.YEAR_END.plusDays(1))) {
            return List.of();
        }
        return DemoAccess.proposals(
                settled().get(Story.TWICE - 1), new Chance(seed, "proposals " + today), today.minusDays(1));
    }

    /** First day of the present quarter and the four before it. */
    private static LocalDate fiveQuarters(LocalDate today) {
        QuarterCalendar calendar = QuarterCalendar.CALENDAR;
        return calendar.firstDay(calendar.of(today)).minusYears(1);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Number of commands in all days. */
    public long size() {
        return days().mapToLong(day -> day.steps().size()).sum();
    }

    /** The teams as they were founded. */
    List<Crew> crews() {
        return new DemoTeams(seed).crews(units);
    }

    /** Help precedes registration within a day, so that no household is helped on the day it is registered. */
    private List<Scene> quarters(DemoTeams casting, List<Crew> crews) {
        return List.of(
                new UnitScene(units, crews, new Chance(seed, "units")),
                new FoundingScene(crews),
                new RollCallScene(crews, casting, new Chance(seed, "roll call")),
                new HelpScene(crews, new Chance(seed, "help")),
                new HouseholdScene(crews, new Chance(seed, "households")),
                new ReportScene(crews, new Chance(seed, "reports")));
    }

    private static Stream<DemoDay> play(List<Scene> scenes, LocalDate first, LocalDate last) {
        Stage stage = new Stage();
        return first.datesUntil(last.plusDays(1)).map(day -> {
            scenes.forEach(scene -> scene.play(day, stage));
            return stage.take(day);
        });
    }
}
