package vn.soto.query.team;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.query.unit.UnitUse;

/** Whether a team has ever covered a unit. */
@Component
record UnitOfTeams(Teams teams) implements UnitUse {

    @Override
    public boolean of(String unit, long asOf) {
        return !teams.everCovering(List.of(unit), asOf).isEmpty();
    }
}
