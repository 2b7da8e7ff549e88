package vn.soto.domain.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Text;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;

/** Commands to the catalogue of services. */
public sealed interface CatalogueCommand extends Command {

    /**
     * Adopts a new version of the whole catalogue. Existing records of help stay as they are.
     *
     * @param effectiveFrom first day of help to which it applies; not before that of the version adopted last
     */
    @ClientCommand(as = "adopt-service-catalogue", at = "catalogue")
    record AdoptServiceCatalogue(List<Service> services, Instrument instrument, LocalDate effectiveFrom)
            implements CatalogueCommand {

        public AdoptServiceCatalogue {
            services = services.stream().map(CatalogueCommand::normalised).toList();
        }

        @TargetAggregateIdentifier
        public String catalogue() {
            return Catalogue.ID;
        }
    }

    private static Service normalised(Service service) {
        return new Service(
                service.code(),
                Text.normalised(service.vi()),
                Text.normalised(service.en()),
                service.category(),
                service.validFrom(),
                service.validTo(),
                service.needsProcedure());
    }

    /** What commands to the catalogue of services touch: everybody. */
    @Override
    default List<CommandPlace> touches() {
        return switch (this) {
            case AdoptServiceCatalogue _ -> List.of(CommandPlace.WHOLE_LEDGER);
        };
    }
}
