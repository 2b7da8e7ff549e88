package vn.soto.domain.organisation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.organisation.OrganisationRule.ORGANISATION_SUPPORTS_A_TEAM_ONCE;
import static vn.soto.domain.organisation.OrganisationRule.ORGANISATION_SUPPORTS_THE_TEAM;
import static vn.soto.domain.organisation.OrganisationRule.SUPPORTED_TEAM_IS_THERE;
import static vn.soto.domain.organisation.OrganisationRule.SUPPORT_BEGINS_AFTER_THE_LAST_ENDED;
import static vn.soto.domain.organisation.OrganisationRule.SUPPORT_ENDS_ON_OR_AFTER_ITS_FIRST_DAY;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationRegistered;
import vn.soto.contracts.organisation.OrganisationEvent.SupportBegun;
import vn.soto.contracts.organisation.OrganisationEvent.SupportEnded;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.organisation.OrganisationCommand.EndSupport;
import vn.soto.domain.organisation.OrganisationCommand.RegisterOrganisation;
import vn.soto.domain.organisation.OrganisationCommand.SupportTeam;
import vn.soto.domain.shared.Days;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.Team;

/** A company, union or school, with the teams it supports. */
@AggregateRoot(type = "organisation")
public final class SupportingOrganisation {

    @AggregateIdentifier
    private OrganisationId id;

    /** First day of the open period of support, by team. */
    private final Map<TeamId, LocalDate> supported = new HashMap<>();

    /** Last day of the latest ended period of support, by team. */
    private final Map<TeamId, LocalDate> ended = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    SupportingOrganisation() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(RegisterOrganisation command) {
        FreeText.checkNewId(command.organisation());
        FreeText.checkName(command.name());
        apply(new OrganisationRegistered(command.organisation(), command.name(), command.kind()));
    }

    @CommandHandler
    void decide(SupportTeam command, ReadOnlyAggregates consulted) {
        TeamId team = command.team();
        LocalDate from = command.effectiveFrom();
        Days.check(from);
        ORGANISATION_SUPPORTS_A_TEAM_ONCE.require(!supported.containsKey(team));
        LocalDate before = ended.getOrDefault(team, LocalDate.MIN);
        SUPPORT_BEGINS_AFTER_THE_LAST_ENDED.require(before.isBefore(from), before);
        SUPPORTED_TEAM_IS_THERE.require(consulted.ask(Team.class, team, of -> of.existedOn(from)), from);
        apply(new SupportBegun(id, team, from));
    }

    @CommandHandler
    void decide(EndSupport command) {
        Days.check(command.lastDay());
        LocalDate since =
                Optional.ofNullable(supported.get(command.team())).orElseThrow(ORGANISATION_SUPPORTS_THE_TEAM::refused);
        SUPPORT_ENDS_ON_OR_AFTER_ITS_FIRST_DAY.require(!command.lastDay().isBefore(since), since);
        apply(new SupportEnded(id, command.team(), command.lastDay()));
    }

    @EventHandler
    void evolve(OrganisationRegistered event) {
        id = event.organisation();
    }

    @EventHandler
    void evolve(SupportBegun event) {
        supported.put(event.team(), event.effectiveFrom());
    }

    @EventHandler
    void evolve(SupportEnded event) {
        supported.remove(event.team());
        ended.put(event.team(), event.lastDay());
    }
}
