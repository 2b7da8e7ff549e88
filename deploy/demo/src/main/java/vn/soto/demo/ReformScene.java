package vn.soto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.Command;
import vn.soto.domain.team.TeamCommand.ReviewCoverage;
import vn.soto.domain.unit.UnitCommand.ReparentUnit;
import vn.soto.domain.unit.UnitCommand.SplitUnit;

/**
 * The reform is carried out on its day, one command after the other, and the teams' coverage looked at. A week later each
 * part of the split township gets one neighbourhood; of the others it stays undecided where they lie.
 */
record ReformScene(List<Crew> crews, Chance chance) implements Scene {

    private static final String OFFICER = "demo-officer";

    @Override
    public void play(LocalDate day, Stage stage) {
        if (day.equals(DemoReform.DAY)) {
            reform(at(day, 9), stage);
            review(at(day, 14), stage);
        } else if (day.equals(Story.LAST_DAY)) {
            place(at(day, 9), stage);
        }
    }

    private void reform(Instant from, Stage stage) {
        Instant at = from;
        for (Command command : DemoReform.reorganisation().commands()) {
            at = at.plusSeconds(1);
            send(at, "demo-administrator", command, stage);
        }
    }

    /** Of all teams: each works in a commune that has ended. */
    private void review(Instant from, Stage stage) {
        Instant at = from;
        for (Crew crew : crews) {
            at = at.plusSeconds(chance.between(40, 120));
            send(at, OFFICER, new ReviewCoverage(crew.id(), DemoReform.DAY), stage);
        }
    }

    private void place(Instant from, Stage stage) {
        List<UnitId> neighbourhoods = crews.stream()
                .filter(crew -> crew.neighbourhood.commune().equals(Story.SPLIT))
                .map(Crew::unit)
                .toList();
        List<UnitId> parts = parts();
        Instant at = from;
        for (int i = 0; i < parts.size(); i++) {
            at = at.plusSeconds(chance.between(40, 120));
            var placed = new ReparentUnit(neighbourhoods.get(i), parts.get(i), null, Story.PLACES, DemoReform.DAY);
            send(at, OFFICER, placed, stage);
        }
    }

    private static List<UnitId> parts() {
        return DemoReform.reorganisation().commands().stream()
                .filter(SplitUnit.class::isInstance)
                .map(SplitUnit.class::cast)
                .filter(split -> split.unit().equals(Story.SPLIT))
                .flatMap(split -> split.into().stream())
                .toList();
    }

    private void send(Instant at, String actor, Command command, Stage stage) {
        stage.send(at, actor, chance.id(at), command, ScriptStep.ALONE);
    }

    private static Instant at(LocalDate day, int hour) {
        return VietnamTime.start(day).plusSeconds(hour * 3600L);
    }
}
