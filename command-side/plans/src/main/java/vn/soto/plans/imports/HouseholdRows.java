package vn.soto.plans.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.person.PersonCommand.RecordHouseholdContact;
import vn.soto.plans.Step;
import vn.soto.plans.imports.lookup.Lookup;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;
import vn.soto.plans.imports.table.InvalidCellException;

/**
 * Rows of households, each identified by its unit and the commune's code; optionally with the responsible member and
 * the contact person.
 */
final class HouseholdRows implements RowReader {

    private static final List<String> ASSIGNMENT = List.of("team", "member", "effective_from");

    private static final PersonalCells CONTACT = new PersonalCells(
            RecordHouseholdContact.class,
            "household",
            List.of(
                    new PersonalCells.Text("head", "headName"),
                    new PersonalCells.Text("phone", "phone"),
                    new PersonalCells.Text("address", "address")));

    private final UnitAndTeamIndex.Known known;
    private final Lookup<UnitId> units;
    private final Lookup<TeamId> teams;
    private final Map<UUID, Integer> rows = new HashMap<>();

    HouseholdRows(UnitAndTeamIndex.Known known) {
        this.known = known;
        this.units = new Lookup<>(known.units(), "unit", true);
        this.teams = new Lookup<>(known.teams(), "team", false);
    }

    @Override
    public List<Step> steps(Cells row) {
        UnitId unit =
                units.find("unit", row.text("unit"), row.optional("commune")).id();
        String reference = row.text("reference");
        String id = known.id(unit.value(), reference);
        HouseholdId household = new HouseholdId(id);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Ready(row.row(), new RegisterHousehold(household, unit, reference)));
        if (ASSIGNMENT.stream().anyMatch(row::has)) {
            steps.add(new Step.Ready(row.row(), assignment(row, household)));
        }
        steps.addAll(CONTACT.steps(row, Subject.of(household)));
        Integer before = rows.putIfAbsent(UUID.fromString(id), row.row());
        if (before != null) {
            throw new InvalidCellException("reference", "row-repeats-row", null, before);
        }
        return steps;
    }

    private AssignHousehold assignment(Cells row, HouseholdId household) {
        List<String> missing =
                ASSIGNMENT.stream().filter(column -> !row.has(column)).toList();
        if (!missing.isEmpty()) {
            throw new InvalidCellException(
                    missing.getFirst(), "assignment-incomplete", null, String.join(", ", missing));
        }
        TeamId team = teams.find("team", row.text("team"), "").id();
        return new AssignHousehold(
                household,
                team,
                known.members().id("member", team, row.id("member", MemberId::new)),
                row.day("effective_from"));
    }
}
