package vn.soto.domain.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Text;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;

/** Everything that can be asked of the catalogue of services. */
public sealed interface CatalogueCommand extends Command {

    /**
     * A new version of the whole catalogue. Records of help made before stay as they are.
     *
     * @param effectiveFrom first day of help for which it holds; not before that of the version adopted last
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
}
