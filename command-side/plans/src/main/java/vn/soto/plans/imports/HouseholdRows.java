package vn.soto.plans.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCorrections;
import vn.soto.domain.person.PersonCommand.RecordHouseholdContact;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.plans.Step;
import vn.soto.plans.imports.lookup.Lookup;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;

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

    /** Any household: rights to register one depend on the unit alone. */
    private static final HouseholdId ANY = new HouseholdId("any");

    private final UnitAndTeamIndex.Known known;
    private final Lookup<UnitId> units;
    private final Lookup<TeamId> teams;
    private final Map<String, Integer> rows = new HashMap<>();

    /**
     * The index that a file may use. Households are left out of units in which its sender may register none, so that no
     * row tells who lives there.
     */
    static UnitAndTeamIndex.Known within(UnitAndTeamIndex.Known all, CommandSide side, Upload upload) {
        Map<UnitId, Boolean> allowed = new HashMap<>();
        Predicate<UnitId> isAllowed = unit -> allowed.computeIfAbsent(
                unit,
                asked -> side.planRights()
                        .may(
                                upload.actor(),
                                new RegisterHousehold(ANY, asked, ANY.value()),
                                new CommandPlace.InUnit(asked)));
        return all.within(isAllowed);
    }

    HouseholdRows(UnitAndTeamIndex.Known known) {
        this.known = known;
        this.units = new Lookup<>(known.units(), "unit", true);
        this.teams = new Lookup<>(known.teams(), "team", false);
    }

    @Override
    public List<Step> steps(Cells row) {
        Optional<UnitId> unit = row.tried(() ->
                units.find("unit", row.text("unit"), row.optional("commune")).id());
        Optional<String> reference = row.tried(() -> Text.code(row.text("reference")));
        if (unit.isEmpty()) {
            row.check("reference", reference, HouseholdCorrections::checkReference);
        }
        Optional<LocalDate> since = row.has("lives_since") ? row.tried(() -> row.day("lives_since")) : Optional.empty();
        Optional<RegisterHousehold> registration = unit.isEmpty() || reference.isEmpty()
                ? Optional.empty()
                : Optional.of(registration(unit.get(), reference.get(), since));
        Optional<HouseholdId> household =
                registration.map(RegisterHousehold::household).map(row::about);
        List<Step> steps = new ArrayList<>();
        registration.ifPresent(command -> steps.add(new Step.Ready(row.row(), command)));
        if (ASSIGNMENT.stream().anyMatch(row::has)) {
            steps.addAll(assignment(row, household));
        }
        steps.addAll(CONTACT.steps(row, household.map(Subject::of)));
        return household.isPresent() && row.repeats(rows, household.get().value(), "reference") ? List.of() : steps;
    }

    /** The registration as the ledger has it, if it has one of this unit and reference from elsewhere. */
    private RegisterHousehold registration(UnitId unit, String reference, Optional<LocalDate> since) {
        return known.household(unit, reference)
                .orElseGet(() -> new RegisterHousehold(
                        new HouseholdId(known.id(unit.value(), reference)),
                        unit,
                        reference,
                        since.isPresent() ? since.get() : null));
    }

    private List<Step> assignment(Cells row, Optional<HouseholdId> household) {
        List<String> missing =
                ASSIGNMENT.stream().filter(column -> !row.has(column)).toList();
        if (!missing.isEmpty()) {
            row.fault(
                    missing.getFirst(),
                    "assignment-incomplete",
                    missing.stream().map(row::title).collect(Collectors.joining(", ")));
        }
        Optional<TeamId> team = row.has("team")
                ? row.tried(() -> teams.find("team", row.text("team"), "").id())
                : Optional.empty();
        Optional<MemberId> member = row.has("member") ? row.member("member", team, known.members()) : Optional.empty();
        Optional<LocalDate> from =
                row.has("effective_from") ? row.tried(() -> row.day("effective_from")) : Optional.empty();
        return household.isEmpty() || team.isEmpty() || member.isEmpty() || from.isEmpty()
                ? List.of()
                : List.of(new Step.Ready(
                        row.row(), new AssignHousehold(household.get(), team.get(), member.get(), from.get())));
    }
}
