package vn.soto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;

/** On the first day the province's units are entered from the catalogue, then the district's neighbourhoods. */
record UnitScene(List<EstablishUnit> units, List<Crew> crews, Chance chance) implements Scene {

    private static final String LANE = "units";

    @Override
    public void play(LocalDate day, Stage stage) {
        if (!day.equals(Story.FIRST_DAY)) {
            return;
        }
        Instant at = VietnamTime.start(day).plusSeconds(9 * 3600);
        for (EstablishUnit unit : units) {
            at = at.plusSeconds(1);
            stage.send(at, "demo-administrator", chance.id(at), unit, LANE);
        }
        at = VietnamTime.start(day).plusSeconds(14 * 3600);
        for (Crew crew : crews) {
            at = at.plusSeconds(chance.between(40, 120));
            stage.send(at, "demo-officer", chance.id(at), established(crew.neighbourhood), LANE);
        }
    }

    private static EstablishUnit established(Neighbourhood neighbourhood) {
        return new EstablishUnit(
                neighbourhood.id(),
                neighbourhood.kind(),
                neighbourhood.name(),
                null,
                neighbourhood.commune(),
                Story.NEIGHBOURHOODS,
                LocalDate.of(2024, 1, 1));
    }
}
