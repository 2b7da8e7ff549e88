package vn.soto.domain.catalogue;

import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;

import java.util.stream.Stream;
import vn.soto.contracts.catalogue.CatalogueEvent;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueAdopted;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueWithdrawn;
import vn.soto.domain.catalogue.CatalogueCommand.AdoptServiceCatalogue;
import vn.soto.domain.catalogue.CatalogueCommand.WithdrawServiceCatalogue;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;

/** Counter-commands for the events of the catalogue: an adopted version is withdrawn, a withdrawn one adopted again. */
public final class CatalogueCounterCommands {

    private CatalogueCounterCommands() {}

    public static CounterCommand of(CatalogueEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case ServiceCatalogueAdopted adopted ->
                CounterCommand.of(
                        new WithdrawServiceCatalogue(adopted.catalogue().version(), reason));
            case ServiceCatalogueWithdrawn withdrawn ->
                earlier.restored(
                        before -> before instanceof ServiceCatalogueAdopted adopted && withdrawn.corrects(adopted)
                                ? Stream.of(adopted.catalogue())
                                : Stream.empty(),
                        catalogue -> new AdoptServiceCatalogue(
                                catalogue.services(), catalogue.instrument(), catalogue.effectiveFrom()),
                        EVENT_HAS_A_COUNTER_COMMAND);
        };
    }
}
