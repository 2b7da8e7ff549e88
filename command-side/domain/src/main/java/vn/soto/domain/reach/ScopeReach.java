package vn.soto.domain.reach;

import vn.soto.contracts.access.Scope;
import vn.soto.domain.shared.CommandPlace;

/** Whether a scope reaches a place. */
final class ScopeReach {

    private final PlaceFacts facts;
    private final UnitScopeReach inUnits;
    private final TeamScopeReach ofTeams;
    private final OrganisationScopeReach ofOrganisations;

    ScopeReach(PlaceFacts facts) {
        this.facts = facts;
        this.inUnits = new UnitScopeReach(facts);
        this.ofTeams = new TeamScopeReach(facts);
        this.ofOrganisations = new OrganisationScopeReach(facts);
    }

    boolean reaches(Scope scope, CommandPlace place) {
        return switch (scope) {
            case Scope.Everywhere _ -> true;
            case Scope.InUnit in -> inUnits.reaches(in.unit(), place);
            case Scope.OfTeam of -> ofTeams.reaches(of.team(), place);
            case Scope.OfOrganisation of -> ofOrganisations.reaches(of.organisation(), place);
        };
    }

    PlaceFacts facts() {
        return facts;
    }
}
