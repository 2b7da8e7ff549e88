package vn.soto.domain.reach;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.Scope;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.assistance.Assistance;
import vn.soto.domain.business.Business;
import vn.soto.domain.household.Household;
import vn.soto.domain.organisation.SupportingOrganisation;
import vn.soto.domain.outreach.CommunityGroup;
import vn.soto.domain.outreach.OutreachSession;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.support.SupportRequest;
import vn.soto.domain.team.TeamStanding;
import vn.soto.domain.unit.Unit;

/** Names of scopes and places in refusals: of units, teams and organisations, which are public; never of persons. */
final class PlaceNames {

    private static final String UNKNOWN = "–";

    private final PlaceFacts facts;

    PlaceNames(PlaceFacts facts) {
        this.facts = facts;
    }

    String of(Scope scope) {
        return switch (scope) {
            case Scope.Everywhere _ -> UNKNOWN;
            case Scope.InUnit in -> title(in.unit());
            case Scope.OfTeam of -> team(of.team());
            case Scope.OfOrganisation of -> organisation(of.organisation());
        };
    }

    String of(CommandPlace place) {
        return switch (place) {
            case CommandPlace.WholeLedger _ -> UNKNOWN;
            case CommandPlace.InUnit in -> inCommune(in.unit());
            case CommandPlace.UnitItself itself -> title(itself.unit());
            case CommandPlace.OfTeam of -> team(of.team());
            case CommandPlace.Membership in -> team(in.team());
            case CommandPlace.Person person -> teams(person.member());
            case CommandPlace.PersonalDataOf of -> teams(of.member());
            case CommandPlace.OfHousehold of -> inCommune(facts.of(Household.class, of.household(), Household::unit));
            case CommandPlace.OfBusiness of -> inCommune(facts.of(Business.class, of.business(), Business::unit));
            case CommandPlace.OfAssistance of -> team(facts.of(Assistance.class, of.assistance(), Assistance::team));
            case CommandPlace.OfOutreach of ->
                team(facts.of(OutreachSession.class, of.session(), OutreachSession::team));
            case CommandPlace.OfGroup of -> team(facts.of(CommunityGroup.class, of.group(), CommunityGroup::team));
            case CommandPlace.OfRequest of ->
                inCommune(facts.of(SupportRequest.class, of.request(), SupportRequest::unit));
            case CommandPlace.OfDataRequest of -> of(facts.placeOf(of.dataRequest()));
            case CommandPlace.OfTraining of -> areas(of.training().value());
            case CommandPlace.Trained by -> team(by.team());
            case CommandPlace.TrainingBy by -> organisation(by.organisation());
            case CommandPlace.OfOrganisation of -> organisation(of.organisation());
            case CommandPlace.Supported supported -> team(supported.team());
            case CommandPlace.OfGrant of -> areas(facts.account(of.account()));
            case CommandPlace.OfAccount of -> areas(facts.account(of.account()));
            case CommandPlace.RecordedBy by -> areas(by.aggregate());
        };
    }

    private String title(UnitId unit) {
        return known(() -> facts.of(Unit.class, unit, Unit::title)).orElse(unit.value());
    }

    /** A residential unit with its commune, because many communes have a hamlet 1. */
    private String inCommune(UnitId unit) {
        Optional<UnitId> commune = facts.communeOf(unit).filter(other -> !other.equals(unit));
        return Stream.concat(Stream.of(unit), commune.stream()).map(this::title).collect(Collectors.joining(", "));
    }

    private String team(TeamId team) {
        return known(() -> facts.team(team)).map(TeamStanding::name).orElse(team.value());
    }

    private String teams(MemberId member) {
        List<TeamId> teams = facts.teamsOf(member);
        return teams.isEmpty() ? UNKNOWN : teams.stream().map(this::team).collect(Collectors.joining(", "));
    }

    private String organisation(OrganisationId organisation) {
        return known(() -> facts.of(SupportingOrganisation.class, organisation, SupportingOrganisation::name))
                .orElse(organisation.value());
    }

    /** The areas granted to whoever recorded the aggregate first. */
    private String areas(String aggregate) {
        return facts.recorder(aggregate).map(facts::account).map(this::areas).orElse(UNKNOWN);
    }

    private String areas(AccountState account) {
        String areas = account.grants().stream()
                .map(AccountState.Grant::area)
                .map(Area::scope)
                .map(this::of)
                .distinct()
                .collect(Collectors.joining(", "));
        return areas.isEmpty() ? UNKNOWN : areas;
    }

    private static <T> Optional<T> known(Supplier<T> fact) {
        try {
            return Optional.of(fact.get());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
