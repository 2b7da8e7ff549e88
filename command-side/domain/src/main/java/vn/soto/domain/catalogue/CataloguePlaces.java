package vn.soto.domain.catalogue;

import java.util.List;
import vn.soto.domain.catalogue.CatalogueCommand.AdoptServiceCatalogue;
import vn.soto.domain.shared.CommandPlace;

/** What commands to the catalogue of services touch: everybody. */
public final class CataloguePlaces {

    private CataloguePlaces() {}

    public static List<CommandPlace> of(CatalogueCommand command) {
        return switch (command) {
            case AdoptServiceCatalogue _ -> List.of(CommandPlace.WHOLE_LEDGER);
        };
    }
}
