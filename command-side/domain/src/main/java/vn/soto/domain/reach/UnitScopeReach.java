package vn.soto.domain.reach;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.assistance.Assistance;
import vn.soto.domain.business.Business;
import vn.soto.domain.household.Household;
import vn.soto.domain.organisation.SupportingOrganisation;
import vn.soto.domain.outreach.CommunityGroup;
import vn.soto.domain.outreach.OutreachSession;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.support.SupportRequest;
import vn.soto.domain.training.TrainingSession;

/** The places that a grant on a unit reaches. A team lies in the unit if all that it covers does. */
record UnitScopeReach(PlaceFacts facts) {

    boolean reaches(UnitId granted, CommandPlace place) {
        return switch (place) {
            case CommandPlace.WholeLedger _ -> false;
            case CommandPlace.InUnit in -> unit(granted, in.unit());
            case CommandPlace.UnitItself itself ->
                facts.deciding(itself.unit()).contains(granted) && !facts.isTakenOver(granted, itself.unit());
            case CommandPlace.OfTeam of -> team(granted, of.team());
            case CommandPlace.ReportOfTeam of ->
                team(granted, of.report().team()) || recipient(granted, facts.recipient(of.report()));
            case CommandPlace.ReportOfUnit of ->
                reaches(granted, new CommandPlace.UnitItself(of.report().unit()))
                        || recipient(granted, facts.recipient(of.report()));
            case CommandPlace.Membership in -> team(granted, in.team());
            case CommandPlace.Person person -> person(granted, person.member(), true);
            case CommandPlace.KnownPerson of -> person(granted, of.member(), false);
            case CommandPlace.OfHousehold of ->
                unit(granted, facts.of(Household.class, of.household(), asked -> asked.unitOn(facts.dayOf(of))));
            case CommandPlace.OfBusiness of ->
                unit(granted, facts.of(Business.class, of.business(), asked -> asked.unitOn(facts.day())));
            case CommandPlace.OfAssistance of ->
                team(granted, facts.of(Assistance.class, of.assistance(), Assistance::team));
            case CommandPlace.OfOutreach of ->
                team(granted, facts.of(OutreachSession.class, of.session(), OutreachSession::team));
            case CommandPlace.OfGroup of ->
                team(granted, facts.of(CommunityGroup.class, of.group(), CommunityGroup::team));
            case CommandPlace.OfRequest of ->
                unit(granted, facts.of(SupportRequest.class, of.request(), SupportRequest::unit));
            case CommandPlace.OfDataRequest of -> reaches(granted, facts.placeOf(of.dataRequest()));
            case CommandPlace.OfTraining of -> training(granted, of.training());
            case CommandPlace.Trained by -> team(granted, by.team());
            case CommandPlace.TrainingBy by -> organisation(granted, by.organisation());
            case CommandPlace.OfOrganisation of -> organisation(granted, of.organisation());
            case CommandPlace.Supported supported -> team(granted, supported.team());
            case CommandPlace.RecordedBy by -> recorded(granted, by.aggregate());
            case CommandPlace.PersonalDataOf _,
                    CommandPlace.OfGrant _,
                    CommandPlace.OfAccount _,
                    CommandPlace.LinkOf _ -> false;
        };
    }

    private boolean unit(UnitId granted, UnitId unit) {
        return facts.reaching(unit).contains(granted) && !facts.isTakenOver(granted, unit);
    }

    private boolean team(UnitId granted, TeamId team) {
        Collection<UnitId> coverage = facts.team(team).coverage();
        return !coverage.isEmpty() && coverage.stream().sorted().allMatch(unit -> unit(granted, unit));
    }

    /** Of an ended recipient the unit that takes its place. */
    private boolean recipient(UnitId granted, Optional<UnitId> recipient) {
        return recipient.filter(unit -> unit(granted, unit)).isPresent();
    }

    private boolean person(UnitId granted, MemberId member, boolean nobodys) {
        List<TeamId> teams = facts.teamsOf(member);
        return teams.isEmpty() ? nobodys : teams.stream().anyMatch(team -> team(granted, team));
    }

    /** A session without attendees yet lies where whoever scheduled it may act. */
    private boolean training(UnitId granted, TrainingId training) {
        List<TeamId> trained = facts.of(TrainingSession.class, training, TrainingSession::trained);
        if (!trained.isEmpty()) {
            return trained.stream().allMatch(team -> team(granted, team));
        }
        return recorded(granted, training.value());
    }

    /** An organisation lies in the unit if all teams that it supports do; without teams, where it was registered. */
    private boolean organisation(UnitId granted, OrganisationId organisation) {
        Collection<TeamId> supported =
                facts.of(SupportingOrganisation.class, organisation, SupportingOrganisation::supported);
        return supported.isEmpty()
                ? recorded(granted, organisation.value())
                : supported.stream().sorted().allMatch(team -> team(granted, team));
    }

    private boolean recorded(UnitId granted, String aggregate) {
        Optional<AccountId> recorder = facts.recorder(aggregate);
        return recorder.map(facts::account)
                .filter(account -> grants(granted, account) || teams(granted, account))
                .isPresent();
    }

    private boolean grants(UnitId granted, AccountState account) {
        return account.grants().stream()
                .flatMap(grant -> Stream.ofNullable(grant.area().unit()))
                .anyMatch(unit -> unit(granted, unit));
    }

    private boolean teams(UnitId granted, AccountState account) {
        return account
                .personOn(facts.day())
                .map(LinkedPerson::member)
                .filter(Objects::nonNull)
                .map(facts::teamsOf)
                .orElse(List.of())
                .stream()
                .anyMatch(team -> team(granted, team));
    }
}
