package vn.soto.contracts.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.shared.Instrument;

/**
 * One complete version of the catalogue.
 *
 * @param version       1 for the plan's catalogue; each adopted version has the next number
 * @param effectiveFrom first day of help to which it applies, until a later version does
 */
public record ServiceCatalogue(int version, List<Service> services, Instrument instrument, LocalDate effectiveFrom) {

    public ServiceCatalogue {
        services = List.copyOf(services);
    }

    /** First day on which all of it applies: its own, or that of the service that begins last. */
    public LocalDate lastToBegin() {
        return Stream.concat(Stream.of(effectiveFrom), services.stream().map(Service::validFrom))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** The service with that code, if it is valid on that day. */
    public Optional<Service> find(ServiceCode code, LocalDate day) {
        return services.stream()
                .filter(service -> service.code().equals(code) && service.validOn(day))
                .findFirst();
    }
}
