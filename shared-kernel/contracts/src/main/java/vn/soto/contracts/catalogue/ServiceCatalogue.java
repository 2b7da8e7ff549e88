package vn.soto.contracts.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.soto.contracts.shared.Instrument;

/**
 * One version of the catalogue, whole.
 *
 * @param version       1 for the plan's, then one more each time a province adopts one
 * @param effectiveFrom first day of help for which it holds, until another version does
 */
public record ServiceCatalogue(int version, List<Service> services, Instrument instrument, LocalDate effectiveFrom) {

    public ServiceCatalogue {
        services = List.copyOf(services);
    }

    /** The service of that code, if it is valid on that day. */
    public Optional<Service> find(ServiceCode code, LocalDate day) {
        return services.stream()
                .filter(service -> service.code().equals(code) && service.validOn(day))
                .findFirst();
    }
}
