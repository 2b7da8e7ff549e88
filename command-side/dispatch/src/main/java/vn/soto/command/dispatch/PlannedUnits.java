package vn.soto.command.dispatch;

import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.Command;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.ReparentUnit;
import vn.soto.domain.unit.UnitCommand.SplitUnit;

/** The units that the steps of a plan establish, end or move. */
final class PlannedUnits {

    private static final String ESTABLISH = Command.nameOf(EstablishUnit.class);
    private static final String MERGE = Command.nameOf(MergeUnits.class);
    private static final String SPLIT = Command.nameOf(SplitUnit.class);
    private static final String REPARENT = Command.nameOf(ReparentUnit.class);

    private static final JsonMapper JSON = new JsonMapper();

    private final Set<UnitId> established = new LinkedHashSet<>();
    private final Set<UnitId> ended = new LinkedHashSet<>();
    private final Set<UnitId> changed = new LinkedHashSet<>();

    void add(PlanStep step) {
        if (ESTABLISH.equals(step.command())) {
            established.add(unit(step));
            changed.add(unit(step));
        } else if (MERGE.equals(step.command())) {
            JSON.readTree(step.content()).path("from").forEach(unit -> ended.add(unit(unit)));
        } else if (SPLIT.equals(step.command())) {
            ended.add(unit(step));
        } else if (REPARENT.equals(step.command())) {
            changed.add(unit(step));
        }
    }

    private UnitId unit(PlanStep step) {
        return unit(JSON.readTree(step.content()).path("unit"));
    }

    private static UnitId unit(JsonNode id) {
        return new UnitId(id.asString());
    }

    /** Units that the plan withdraws when it is reversed. */
    Set<UnitId> established() {
        return established;
    }

    /** Units that go on when it is reversed. */
    Set<UnitId> ended() {
        return ended;
    }

    /** Units that its reversal takes out of their parents. */
    Set<UnitId> changed() {
        return changed;
    }

    boolean changesNothing() {
        return established.isEmpty() && ended.isEmpty();
    }
}
