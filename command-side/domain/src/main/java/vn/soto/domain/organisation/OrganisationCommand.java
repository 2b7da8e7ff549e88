package vn.soto.domain.organisation;

import static vn.soto.domain.shared.Role.OFFICER;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;

/** Commands to an organisation that supports teams. */
public sealed interface OrganisationCommand extends Command {

    OrganisationId organisation();

    /** @param name public name of the organisation, never of a person in it */
    @ClientCommand(as = "register-organisation", at = "organisations", by = OFFICER)
    record RegisterOrganisation(
            @TargetAggregateIdentifier OrganisationId organisation, String name, OrganisationKind kind)
            implements OrganisationCommand {

        public RegisterOrganisation {
            name = Text.normalised(name);
        }
    }

    /** @param effectiveFrom first day of support */
    @ClientCommand(as = "support-team", at = "organisations/{organisation}/teams", by = OFFICER)
    record SupportTeam(@TargetAggregateIdentifier OrganisationId organisation, TeamId team, LocalDate effectiveFrom)
            implements OrganisationCommand {}

    /** @param lastDay last day of support */
    @ClientCommand(as = "end-support", at = "organisations/{organisation}/teams/{team}/end", by = OFFICER)
    record EndSupport(@TargetAggregateIdentifier OrganisationId organisation, TeamId team, LocalDate lastDay)
            implements OrganisationCommand {}
}
