package vn.soto.plans.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.plans.Step;
import vn.soto.plans.imports.lookup.EnumSynonyms;
import vn.soto.plans.imports.lookup.Lookup;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;

/** Rows of businesses, each identified by its unit and the commune's code; a trade name is sealed. */
final class BusinessRows implements RowReader {

    private static final PersonalCells.Text TRADE_NAME = new PersonalCells.Text("trade_name", "tradeName");

    private final UnitAndTeamIndex.Known known;
    private final Lookup<UnitId> units;
    private final Map<String, Integer> rows = new HashMap<>();

    BusinessRows(UnitAndTeamIndex.Known known) {
        this.known = known;
        this.units = new Lookup<>(known.units(), "unit", true);
    }

    @Override
    public List<Step> steps(Cells row) {
        Optional<UnitId> unit = row.tried(() ->
                units.find("unit", row.text("unit"), row.optional("commune")).id());
        Optional<String> reference = row.tried(() -> Text.code(row.text("reference")));
        Optional<BusinessKind> kind = row.tried(() -> row.choice("kind", EnumSynonyms.BUSINESS_KINDS));
        Optional<String> name = row.has("trade_name") ? row.tried(() -> TRADE_NAME.checked(row)) : Optional.empty();
        Optional<BusinessId> business =
                unit.flatMap(place -> reference.map(code -> row.about(known.business(place, code))));
        if (business.isEmpty() || kind.isEmpty() || (row.has("trade_name") && name.isEmpty())) {
            return List.of();
        }
        return row.repeats(rows, business.get().value(), "reference")
                ? List.of()
                : List.of(step(
                        row.row(),
                        new RegisterBusiness(
                                business.get(), kind.get(), unit.orElseThrow(), reference.orElseThrow(), null),
                        name.isPresent() ? name.get() : null));
    }

    private static Step step(int row, RegisterBusiness command, @Nullable String name) {
        return name == null
                ? new Step.Ready(row, command)
                : new Step.InTheClear(
                        row,
                        RegisterBusiness.class,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("business", command.business().value())
                                .put("kind", command.kind().name())
                                .put("unit", command.unit().value())
                                .put("reference", command.reference())
                                .put(TRADE_NAME.component(), name));
    }
}
