package vn.soto.query.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCatalogue;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.catalogue.SkillGroups;

/**
 * The service catalogue of a day.
 *
 * @param services services valid on that day, in the order of the catalogue
 * @param coming   services of the catalogue that become valid later; absent if there are none
 * @param framework groups of digital skills of the day; absent if no version of them is adopted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CatalogueView(
        LocalDate on,
        int version,
        String instrument,
        LocalDate signedOn,
        LocalDate effectiveFrom,
        List<Line> services,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Line> coming,
        @Nullable Framework framework) {

    /** @param group its code */
    record GroupLine(String group, String vi, String en) {}

    /** @param groups in the order of the framework */
    record Framework(
            int version, String instrument, LocalDate signedOn, LocalDate effectiveFrom, List<GroupLine> groups) {

        static Framework of(SkillGroups adopted) {
            return new Framework(
                    adopted.version(),
                    adopted.instrument().number(),
                    adopted.instrument().signedOn(),
                    adopted.effectiveFrom(),
                    adopted.groups().stream()
                            .map(group -> new GroupLine(group.code(), group.vi(), group.en()))
                            .toList());
        }
    }

    /** @param group code of its group of digital skills; absent if it has none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            ServiceCode code,
            String vi,
            String en,
            ServiceCategory category,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean needsProcedure,
            @Nullable String group) {

        static Line of(Service service, Optional<SkillGroups> groups) {
            return new Line(
                    service.code(),
                    service.vi(),
                    service.en(),
                    service.category(),
                    service.validFrom(),
                    service.validTo(),
                    service.needsProcedure(),
                    groups.flatMap(adopted -> adopted.of(service.code())).orElse(null));
        }
    }

    static CatalogueView of(ServiceCatalogue catalogue, Optional<SkillGroups> groups, LocalDate on) {
        return new CatalogueView(
                on,
                catalogue.version(),
                catalogue.instrument().number(),
                catalogue.instrument().signedOn(),
                catalogue.effectiveFrom(),
                catalogue.services().stream()
                        .filter(service -> service.validOn(on))
                        .map(service -> Line.of(service, groups))
                        .toList(),
                catalogue.services().stream()
                        .filter(service -> service.validFrom().isAfter(on))
                        .map(service -> Line.of(service, groups))
                        .toList(),
                groups.map(Framework::of).orElse(null));
    }
}
