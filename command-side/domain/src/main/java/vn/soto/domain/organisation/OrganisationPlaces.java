package vn.soto.domain.organisation;

import java.util.List;
import vn.soto.domain.organisation.OrganisationCommand.CorrectOrganisation;
import vn.soto.domain.organisation.OrganisationCommand.CorrectSupport;
import vn.soto.domain.organisation.OrganisationCommand.EndSupport;
import vn.soto.domain.organisation.OrganisationCommand.RegisterOrganisation;
import vn.soto.domain.organisation.OrganisationCommand.SupportTeam;
import vn.soto.domain.shared.CommandPlace;

/** What commands to organisations touch. Support concerns the team only: one organisation supports teams of many areas. */
public final class OrganisationPlaces {

    private OrganisationPlaces() {}

    public static List<CommandPlace> of(OrganisationCommand command) {
        return switch (command) {
            case RegisterOrganisation _ -> List.of();
            case CorrectOrganisation correct -> List.of(new CommandPlace.OfOrganisation(correct.organisation()));
            case SupportTeam support -> List.of(new CommandPlace.Supported(support.team(), support.organisation()));
            case EndSupport end -> List.of(new CommandPlace.Supported(end.team(), end.organisation()));
            case CorrectSupport correct -> List.of(new CommandPlace.Supported(correct.team(), correct.organisation()));
        };
    }
}
