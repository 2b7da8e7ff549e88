package vn.soto.plans.imports.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex.Known;

/** A file is read twice, for its dry run and for its plan; a household that is not there is looked for once. */
final class LookingOnceTest {

    private static final UnitId UNIT = new UnitId("u-hamlet");

    private final List<String> looked = new ArrayList<>();

    private Known known() {
        Known none = Known.nothing();
        return new Known(
                none.units(),
                none.latest(),
                none.teams(),
                none.spent(),
                none.members(),
                none.foundings(),
                (unit, reference) -> {
                    looked.add(reference);
                    return reference.equals("HK-1")
                            ? Optional.of(new RegisterHousehold(new HouseholdId("h-1"), unit, reference))
                            : Optional.empty();
                },
                none.organisations(),
                none.businesses(),
                none.help());
    }

    @Test
    void whatIsNotThereIsNotLookedForAgain() {
        Map<UnitId, Set<String>> absent = new HashMap<>();
        Known dryRun = known().lookingOnce(absent);
        Known plan = known().lookingOnce(absent);

        assertThat(dryRun.household(UNIT, "HK-1")).isPresent();
        assertThat(dryRun.household(UNIT, "HK-2")).isEmpty();
        assertThat(plan.household(UNIT, "HK-1"))
                .as("as the ledger has it by then")
                .isPresent();
        assertThat(plan.household(UNIT, "HK-2")).isEmpty();
        assertThat(plan.household(new UnitId("u-other"), "HK-2")).isEmpty();

        assertThat(looked).containsExactly("HK-1", "HK-2", "HK-1", "HK-2");
    }
}
