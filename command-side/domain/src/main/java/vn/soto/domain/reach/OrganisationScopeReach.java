package vn.soto.domain.reach;

import java.util.Optional;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.domain.organisation.SupportingOrganisation;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.training.TrainingSession;

/**
 * The reach of officers of a supporting organisation: its support, its trainings and, in the teams that it supports,
 * members from its kind of organisation.
 */
record OrganisationScopeReach(PlaceFacts facts) {

    boolean reaches(OrganisationId own, CommandPlace place) {
        return switch (place) {
            case CommandPlace.Membership in -> membership(own, in);
            case CommandPlace.Person person -> facts.teamsOf(person.member()).isEmpty() || sends(own, person.member());
            case CommandPlace.KnownPerson of -> sends(own, of.member());
            case CommandPlace.OfDataRequest of -> reaches(own, facts.placeOf(of.dataRequest()));
            case CommandPlace.OfTraining of ->
                facts.of(TrainingSession.class, of.training(), TrainingSession::organisation)
                        .filter(own::equals)
                        .isPresent();
            case CommandPlace.Trained by -> facts.supports(own, by.team());
            case CommandPlace.TrainingBy by -> own.equals(by.organisation());
            case CommandPlace.Supported supported -> own.equals(supported.organisation());
            case CommandPlace.OfOrganisation of -> own.equals(of.organisation());
            case CommandPlace.WholeLedger _,
                    CommandPlace.InUnit _,
                    CommandPlace.UnitItself _,
                    CommandPlace.ReportOfTeam _,
                    CommandPlace.ReportOfUnit _,
                    CommandPlace.OfTeam _,
                    CommandPlace.OfHousehold _,
                    CommandPlace.OfBusiness _,
                    CommandPlace.OfAssistance _,
                    CommandPlace.OfOutreach _,
                    CommandPlace.OfGroup _,
                    CommandPlace.OfRequest _,
                    CommandPlace.OfGrant _,
                    CommandPlace.OfAccount _,
                    CommandPlace.LinkOf _,
                    CommandPlace.PersonalDataOf _,
                    CommandPlace.RecordedBy _ -> false;
        };
    }

    private boolean membership(OrganisationId own, CommandPlace.Membership in) {
        return facts.supports(own, in.team())
                && Optional.ofNullable(in.origin())
                        .or(() -> facts.origin(in.team(), in.member()))
                        .filter(origin -> members(own).filter(origin::equals).isPresent())
                        .isPresent();
    }

    private boolean sends(OrganisationId own, MemberId member) {
        Optional<MemberOrigin> members = members(own);
        return members.isPresent()
                && facts.teamsOf(member).stream()
                        .anyMatch(team -> facts.supports(own, team)
                                && facts.origin(team, member).equals(members));
    }

    private Optional<MemberOrigin> members(OrganisationId own) {
        return facts.of(SupportingOrganisation.class, own, SupportingOrganisation::kind)
                .members();
    }
}
