package vn.soto.domain.organisation;

import static vn.soto.contracts.access.Role.OFFICER;
import static vn.soto.contracts.access.Role.ORGANISATION_OFFICER;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

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

    /** Corrects the registration of an organisation as a whole. */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(as = "correct-organisation", at = "organisations/{organisation}/correction", by = OFFICER)
    @Corrects(RegisterOrganisation.class)
    record CorrectOrganisation(
            @TargetAggregateIdentifier OrganisationId organisation, String name, OrganisationKind kind, String reason)
            implements OrganisationCommand, CorrectionCommand {

        public CorrectOrganisation {
            name = Text.normalised(name);
        }
    }

    /**
     * Corrects the days of a period of support; one that goes on stays open, and one that has ended stays ended.
     *
     * @param enteredFrom   first day as entered; identifies the period among those of the team
     * @param effectiveFrom the right first day
     * @param lastDay       absent if the support goes on
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "correct-support",
            at = "organisations/{organisation}/teams/{team}/correction",
            by = {OFFICER, ORGANISATION_OFFICER})
    @Corrects({EndSupport.class, SupportTeam.class})
    record CorrectSupport(
            @TargetAggregateIdentifier OrganisationId organisation,
            TeamId team,
            LocalDate enteredFrom,
            LocalDate effectiveFrom,
            @Nullable LocalDate lastDay,
            String reason)
            implements OrganisationCommand, CorrectionCommand {}

    /** @param effectiveFrom first day of support */
    @ClientCommand(
            as = "support-team",
            at = "organisations/{organisation}/teams",
            by = {OFFICER, ORGANISATION_OFFICER})
    @Corrects(EndSupport.class)
    record SupportTeam(@TargetAggregateIdentifier OrganisationId organisation, TeamId team, LocalDate effectiveFrom)
            implements OrganisationCommand {}

    /** @param lastDay last day of support */
    @ClientCommand(
            as = "end-support",
            at = "organisations/{organisation}/teams/{team}/end",
            by = {OFFICER, ORGANISATION_OFFICER})
    @Corrects(SupportTeam.class)
    record EndSupport(@TargetAggregateIdentifier OrganisationId organisation, TeamId team, LocalDate lastDay)
            implements OrganisationCommand {}

    /**
     * The places that commands to organisations touch. Support concerns the team only: one organisation supports teams
     * of many areas.
     */
    @Override
    default List<CommandPlace> touches() {
        return switch (this) {
            case RegisterOrganisation _ -> List.of();
            case CorrectOrganisation correct -> List.of(new CommandPlace.OfOrganisation(correct.organisation()));
            case SupportTeam support -> List.of(new CommandPlace.Supported(support.team(), support.organisation()));
            case EndSupport end -> List.of(new CommandPlace.Supported(end.team(), end.organisation()));
            case CorrectSupport correct -> List.of(new CommandPlace.Supported(correct.team(), correct.organisation()));
        };
    }
}
