package vn.soto.contracts.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.soto.contracts.shared.Instrument;

/**
 * One complete version of the groups of the national framework of digital skills, to which services belong. The product knows no
 * group of its own: without an adopted version no service has one.
 *
 * @param version       1 for the first; each adopted version has the next number
 * @param groups        in the order of the framework
 * @param services      each once; those that are not here have no group
 * @param effectiveFrom first day of help that is counted by it, until a later version is
 */
public record SkillGroups(
        int version,
        List<SkillGroup> groups,
        List<GroupedService> services,
        Instrument instrument,
        LocalDate effectiveFrom) {

    public SkillGroups {
        groups = List.copyOf(groups);
        services = List.copyOf(services);
    }

    /** The code of the group of a service; empty if it has none. */
    public Optional<String> of(ServiceCode service) {
        return services.stream()
                .filter(each -> each.service().equals(service))
                .map(GroupedService::group)
                .findFirst();
    }
}
