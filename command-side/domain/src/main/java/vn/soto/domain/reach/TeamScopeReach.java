package vn.soto.domain.reach;

import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.assistance.Assistance;
import vn.soto.domain.business.Business;
import vn.soto.domain.household.Household;
import vn.soto.domain.outreach.CommunityGroup;
import vn.soto.domain.outreach.OutreachSession;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.support.SupportRequest;

/** The reach of a team's members: its records, its members, and the people who live or work in its units. */
record TeamScopeReach(PlaceFacts facts) {

    boolean reaches(TeamId own, CommandPlace place) {
        return switch (place) {
            case CommandPlace.InUnit in -> facts.covers(own, in.unit());
            case CommandPlace.OfTeam of -> own.equals(of.team());
            case CommandPlace.Membership in -> own.equals(in.team());
            case CommandPlace.Person person -> person(own, person.member(), true);
            case CommandPlace.KnownPerson of -> person(own, of.member(), false);
            case CommandPlace.OfHousehold of -> household(own, of.household(), facts.dayOf(of));
            case CommandPlace.OfBusiness of ->
                facts.covers(own, facts.of(Business.class, of.business(), asked -> asked.unitOn(facts.day())));
            case CommandPlace.OfAssistance of ->
                own.equals(facts.of(Assistance.class, of.assistance(), Assistance::team));
            case CommandPlace.OfOutreach of ->
                own.equals(facts.of(OutreachSession.class, of.session(), OutreachSession::team));
            case CommandPlace.OfGroup of ->
                own.equals(facts.of(CommunityGroup.class, of.group(), CommunityGroup::team));
            case CommandPlace.OfRequest of -> request(own, of.request());
            case CommandPlace.OfDataRequest of -> reaches(own, facts.placeOf(of.dataRequest()));
            case CommandPlace.WholeLedger _,
                    CommandPlace.UnitItself _,
                    CommandPlace.ReportOfTeam _,
                    CommandPlace.ReportOfUnit _,
                    CommandPlace.OfTraining _,
                    CommandPlace.Trained _,
                    CommandPlace.TrainingBy _,
                    CommandPlace.OfOrganisation _,
                    CommandPlace.Supported _,
                    CommandPlace.OfGrant _,
                    CommandPlace.OfAccount _,
                    CommandPlace.LinkOf _,
                    CommandPlace.PersonalDataOf _,
                    CommandPlace.RecordedBy _ -> false;
        };
    }

    private boolean person(TeamId own, MemberId member, boolean nobodys) {
        List<TeamId> teams = facts.teamsOf(member);
        return teams.isEmpty() ? nobodys : teams.contains(own);
    }

    private boolean household(TeamId own, HouseholdId household, LocalDate day) {
        UnitId unit = facts.of(Household.class, household, asked -> asked.unitOn(day));
        return facts.covers(own, unit)
                || facts.of(Household.class, household, asked -> asked.responsibleTeam(day))
                        .filter(own::equals)
                        .isPresent();
    }

    /** A request belongs to the team that took it; until then, to every team that covers its unit. */
    private boolean request(TeamId own, SupportRequestId request) {
        return facts.of(SupportRequest.class, request, SupportRequest::takenBy)
                .map(own::equals)
                .orElseGet(() -> facts.covers(own, facts.of(SupportRequest.class, request, SupportRequest::unit)));
    }
}
