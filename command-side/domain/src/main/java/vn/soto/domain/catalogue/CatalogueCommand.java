package vn.soto.domain.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.soto.contracts.catalogue.GroupedService;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.SkillGroup;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Text;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to the catalogue of services. */
public sealed interface CatalogueCommand extends Command {

    @TargetAggregateIdentifier
    default String catalogue() {
        return Catalogue.ID;
    }

    /**
     * Adopts a new version of the whole catalogue. Existing records of help stay as they are.
     *
     * @param effectiveFrom first day of help to which it applies, until the first day of the next version
     */
    @ClientCommand(as = "adopt-service-catalogue", at = "catalogue")
    @Corrects(WithdrawServiceCatalogue.class)
    record AdoptServiceCatalogue(List<Service> services, Instrument instrument, LocalDate effectiveFrom)
            implements CatalogueCommand {

        public AdoptServiceCatalogue {
            services = services.stream().map(CatalogueCommand::normalised).toList();
        }
    }

    /**
     * Takes back a version, such as one of a mistyped day: it applies on no day. Records made under it stay as they are.
     *
     * @param version its number
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(as = "withdraw-service-catalogue", at = "catalogue/{version}/withdrawal")
    @Corrects(AdoptServiceCatalogue.class)
    record WithdrawServiceCatalogue(int version, String reason) implements CatalogueCommand, CorrectionCommand {}

    /**
     * Adopts a new version of the groups of the national framework of digital skills. Records of help stay as they are.
     *
     * @param groups        in the order of the framework
     * @param services      the services that belong to one, each once
     * @param effectiveFrom first day of help that is counted by it, until the first day of the next version
     */
    @ClientCommand(as = "adopt-skill-groups", at = "catalogue/skill-groups")
    @Corrects(WithdrawSkillGroups.class)
    record AdoptSkillGroups(
            List<SkillGroup> groups, List<GroupedService> services, Instrument instrument, LocalDate effectiveFrom)
            implements CatalogueCommand {

        public AdoptSkillGroups {
            groups = groups.stream()
                    .map(group ->
                            new SkillGroup(group.code(), Text.normalised(group.vi()), Text.normalised(group.en())))
                    .toList();
            services = List.copyOf(services);
        }
    }

    /**
     * Takes back a version of the groups: it applies on no day.
     *
     * @param version its number
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(as = "withdraw-skill-groups", at = "catalogue/skill-groups/{version}/withdrawal")
    @Corrects(AdoptSkillGroups.class)
    record WithdrawSkillGroups(int version, String reason) implements CatalogueCommand, CorrectionCommand {}

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

    /** The place that commands to the catalogue of services touch: everybody. */
    @Override
    default List<CommandPlace> touches() {
        return List.of(CommandPlace.WHOLE_LEDGER);
    }
}
