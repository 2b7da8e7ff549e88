package vn.soto.domain.catalogue;

import static vn.soto.domain.plan.PlanRule.EVENT_HAS_A_COUNTER_COMMAND;

import java.util.stream.Stream;
import vn.soto.contracts.catalogue.CatalogueEvent;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueAdopted;
import vn.soto.domain.catalogue.CatalogueCommand.AdoptServiceCatalogue;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;

/** The counter-command for an adopted catalogue: adopts the previous services again. */
public final class CatalogueCounterCommands {

    private CatalogueCounterCommands() {}

    public static CounterCommand of(CatalogueEvent event, EarlierEvents earlier) {
        return switch (event) {
            case ServiceCatalogueAdopted adopted ->
                earlier.restored(
                        before -> before instanceof ServiceCatalogueAdopted last
                                ? Stream.of(last.catalogue().services())
                                : Stream.empty(),
                        services -> new AdoptServiceCatalogue(
                                services,
                                adopted.catalogue().instrument(),
                                adopted.catalogue().effectiveFrom()),
                        EVENT_HAS_A_COUNTER_COMMAND);
        };
    }
}
