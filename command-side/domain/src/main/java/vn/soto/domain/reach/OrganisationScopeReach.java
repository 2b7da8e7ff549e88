package vn.soto.domain.reach;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.organisation.SupportingOrganisation;
import vn.soto.domain.shared.Place;
import vn.soto.domain.training.TrainingSession;

/**
 * What officers of a supporting organisation reach: its support, the trainings that it holds, and in the teams that it
 * supports the members who come from an organisation of its kind.
 */
final class OrganisationScopeReach {

    private final PlaceFacts facts;

    OrganisationScopeReach(PlaceFacts facts) {
        this.facts = facts;
    }

    boolean reaches(OrganisationId own, Place place) {
        return switch (place) {
            case Place.Membership in -> membership(own, in);
            case Place.Person person -> facts.teamsOf(person.member()).isEmpty() || sends(own, person.member());
            case Place.PersonalDataOf of -> sends(own, of.member());
            case Place.OfTraining of ->
                facts.of(TrainingSession.class, of.training(), TrainingSession::organisation)
                        .filter(own::equals)
                        .isPresent();
            case Place.Trained by -> facts.supports(own, by.team());
            case Place.TrainingBy by -> own.equals(by.organisation());
            case Place.Supported supported -> own.equals(supported.organisation());
            case Place.OfOrganisation of -> own.equals(of.organisation());
            case Place.WholeLedger _,
                    Place.InUnit _,
                    Place.UnitItself _,
                    Place.OfTeam _,
                    Place.OfHousehold _,
                    Place.OfBusiness _,
                    Place.OfAssistance _,
                    Place.OfOutreach _,
                    Place.OfGroup _,
                    Place.OfRequest _,
                    Place.OfGrant _,
                    Place.OfAccount _,
                    Place.RecordedBy _ -> false;
        };
    }

    private boolean membership(OrganisationId own, Place.Membership in) {
        return facts.supports(own, in.team())
                && Optional.ofNullable(in.origin())
                        .or(() -> facts.origin(in.team(), in.member()))
                        .filter(origin -> origins(own).contains(origin))
                        .isPresent();
    }

    private boolean sends(OrganisationId own, MemberId member) {
        List<TeamId> teams = facts.teamsOf(member);
        Set<MemberOrigin> origins = origins(own);
        return teams.stream()
                .anyMatch(team -> facts.supports(own, team)
                        && facts.origin(team, member).filter(origins::contains).isPresent());
    }

    private Set<MemberOrigin> origins(OrganisationId own) {
        return origins(facts.of(SupportingOrganisation.class, own, SupportingOrganisation::kind));
    }

    private static Set<MemberOrigin> origins(OrganisationKind kind) {
        return switch (kind) {
            case TECHNOLOGY_COMPANY, TELECOM_COMPANY, BANK -> Set.of(MemberOrigin.DIGITAL_COMPANY);
            case UNION -> Set.of(MemberOrigin.YOUTH_UNION, MemberOrigin.WOMENS_UNION, MemberOrigin.FARMERS_UNION);
            case SCHOOL -> Set.of(MemberOrigin.TEACHER);
            case OTHER -> Set.of(MemberOrigin.OTHER);
        };
    }
}
