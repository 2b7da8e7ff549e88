package vn.soto.query.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCatalogue;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;

/**
 * The service catalogue of a day.
 *
 * @param services services valid on that day, in the order of the catalogue
 * @param coming   services of the catalogue that become valid later; absent if there are none
 */
record CatalogueView(
        LocalDate on,
        int version,
        String instrument,
        LocalDate signedOn,
        LocalDate effectiveFrom,
        List<Line> services,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Line> coming) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            ServiceCode code,
            String vi,
            String en,
            ServiceCategory category,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean needsProcedure) {

        static Line of(Service service) {
            return new Line(
                    service.code(),
                    service.vi(),
                    service.en(),
                    service.category(),
                    service.validFrom(),
                    service.validTo(),
                    service.needsProcedure());
        }
    }

    static CatalogueView of(ServiceCatalogue catalogue, LocalDate on) {
        return new CatalogueView(
                on,
                catalogue.version(),
                catalogue.instrument().number(),
                catalogue.instrument().signedOn(),
                catalogue.effectiveFrom(),
                catalogue.services().stream()
                        .filter(service -> service.validOn(on))
                        .map(Line::of)
                        .toList(),
                catalogue.services().stream()
                        .filter(service -> service.validFrom().isAfter(on))
                        .map(Line::of)
                        .toList());
    }
}
