package vn.soto.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.soto.command.unit.UnitCommand.EstablishUnit;

/**
 * The demo as commands: the province's units, and two quarters of one district. A seed gives the same commands with the
 * same ids each time; it is made day by day, so that memory holds what people know, not what they did.
 */
public final class DemoScript {

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

    /** All days from the first to the last, anew for each call. */
    public Stream<DemoDay> days() {
        List<Scene> scenes = scenes();
        Stage stage = new Stage();
        return Story.FIRST_DAY.datesUntil(Story.LAST_DAY.plusDays(1)).map(day -> play(day, scenes, stage));
    }

    /** Number of commands in all days. */
    public long size() {
        return days().mapToLong(day -> day.steps().size()).sum();
    }

    /** The teams as they were founded. */
    List<Crew> crews() {
        return new Casting(seed).crews(units);
    }

    /** Those who help come before those who enter households: nobody is helped on the day of being entered. */
    private List<Scene> scenes() {
        Casting casting = new Casting(seed);
        List<Crew> crews = casting.crews(units);
        return List.of(
                new UnitScene(units, crews, new Chance(seed, "units")),
                new FoundingScene(crews),
                new RollCallScene(crews, casting, new Chance(seed, "roll call")),
                new HelpScene(crews, new Chance(seed, "help")),
                new HouseholdScene(crews, new Chance(seed, "households")),
                new ReportScene(crews, new Chance(seed, "reports")));
    }

    private static DemoDay play(LocalDate day, List<Scene> scenes, Stage stage) {
        scenes.forEach(scene -> scene.play(day, stage));
        return stage.take(day);
    }
}
