package vn.soto.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;

/**
 * One playing of the script. Its parts are asked for in the order of the methods, each once, because people go on where the part before
 * left them. They are made day by day, so that memory holds the knowledge of people, not their acts.
 */
public final class DemoPlay {

    private final long seed;
    private final List<EstablishUnit> units;
    private final DemoTeams casting;
    private final List<Crew> crews;
    private final List<Crew> others;
    private final List<Scene> province;
    private LocalDate played = Story.FIRST_DAY.minusDays(1);

    DemoPlay(long seed, List<EstablishUnit> units) {
        this.seed = seed;
        this.units = units;
        this.casting = new DemoTeams(seed);
        this.crews = casting.crews(units);
        this.others = ProvinceScene.crews(seed, crews);
        this.province = ProvinceScene.scenes(seed, crews, others);
    }

    /** All days of the two quarters, of the reform and of the year after it, in order. */
    public Stream<DemoDay> days() {
        List<Crew> founded = new DemoTeams(seed).crews(units);
        List<Scene> year = new ArrayList<>(List.of(
                new YearScene(crews, new Chance(seed, "year")),
                new RecognitionScene(crews, new Chance(seed, "recognition"))));
        year.addAll(province);
        return Stream.of(
                        play(quarters(), Story.FIRST_DAY, Story.LAST_ENTRIES),
                        play(
                                List.of(new ReformScene(founded, new Chance(seed, "reform"))),
                                DemoReform.DAY,
                                Story.LAST_DAY),
                        play(year, Story.LAST_DAY.plusDays(1), Story.YEAR_END))
                .flatMap(days -> days);
    }

    /** Help precedes registration within a day, so that no household is helped on the day it is registered. */
    private List<Scene> quarters() {
        return List.of(
                new UnitScene(units, crews, new Chance(seed, "units")),
                new FoundingScene(crews),
                new RollCallScene(crews, casting, new Chance(seed, "roll call")),
                new HelpScene(crews, new Chance(seed, "help")),
                new HouseholdScene(crews, new Chance(seed, "households")),
                new ReportScene(crews, new Chance(seed, "reports")));
    }

    /** The names of people, after {@link #days}; they are in the clear until they are sent. */
    public DemoDay names() {
        requireStory();
        return new DemoDay(Story.YEAR_END, DemoNames.steps(crews, others, new Chance(seed, "names")));
    }

    /**
     * The days up to today, after all others and after {@link DemoScript#access}. In the province they are as before, for five quarters
     * at most. In the last thirty of them each role is given something to do today. They alone depend on the day on which a ledger is
     * made.
     */
    public Stream<DemoDay> recent(LocalDate today) {
        LocalDate next = Story.YEAR_END.plusDays(1);
        LocalDate first = latest(next, fiveQuarters(today));
        if (!first.isBefore(today)) {
            return Stream.empty();
        }
        requireStory();
        play(province, next, first.minusDays(1)).forEach(day -> {});
        List<Scene> scenes = new ArrayList<>(province);
        List<Crew> beside =
                others.stream().filter(ProvinceScene::isOfTheOfficer).toList();
        scenes.add(new RecentScene(shown(), new Chance(seed, "recent " + today), today));
        scenes.addFirst(new OfficeScene(shown(), beside, new Chance(seed, "office " + today), today));
        return play(scenes, first, today.minusDays(1));
    }

    /** The team whose leader and member have accounts. */
    private Crew shown() {
        return crews.get(Story.TWICE - 1);
    }

    /**
     * Proposals of two accounts after {@link #recent}, each as the command that waits for a second person; none before the story ends.
     */
    public List<ScriptStep> proposals(LocalDate today) {
        return today.isAfter(Story.YEAR_END.plusDays(1))
                ? DemoAccess.proposals(shown(), new Chance(seed, "proposals " + today), today.minusDays(1))
                : List.of();
    }

    /** First day of the present quarter and the four before it. */
    private static LocalDate fiveQuarters(LocalDate today) {
        QuarterCalendar calendar = QuarterCalendar.CALENDAR;
        return calendar.firstDay(calendar.of(today)).minusYears(1);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private void requireStory() {
        if (!played.equals(Story.YEAR_END)) {
            throw new IllegalStateException("played up to " + played);
        }
    }

    private Stream<DemoDay> play(List<Scene> scenes, LocalDate first, LocalDate last) {
        Stage stage = new Stage();
        return first.datesUntil(last.plusDays(1)).map(day -> {
            scenes.forEach(scene -> scene.play(day, stage));
            played = day;
            return stage.take(day);
        });
    }
}
