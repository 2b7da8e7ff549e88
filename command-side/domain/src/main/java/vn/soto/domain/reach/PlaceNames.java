package vn.soto.domain.reach;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.access.Scope;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.organisation.SupportingOrganisation;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.team.TeamStanding;
import vn.soto.domain.unit.Unit;

/** Names of scopes and places in refusals: of units, teams and organisations, which are public; persons and records have none. */
record PlaceNames(PlaceFacts facts) {

    private static final String UNKNOWN = "–";

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
            case CommandPlace.ReportOfTeam of -> team(of.report().team());
            case CommandPlace.ReportOfUnit of -> title(of.report().unit());
            case CommandPlace.Membership in -> team(in.team());
            case CommandPlace.Trained by -> team(by.team());
            case CommandPlace.TrainingBy by -> organisation(by.organisation());
            case CommandPlace.OfOrganisation of -> organisation(of.organisation());
            case CommandPlace.Supported supported -> team(supported.team());
            case CommandPlace.Person _,
                    CommandPlace.KnownPerson _,
                    CommandPlace.PersonalDataOf _,
                    CommandPlace.OfHousehold _,
                    CommandPlace.OfBusiness _,
                    CommandPlace.OfAssistance _,
                    CommandPlace.OfOutreach _,
                    CommandPlace.OfGroup _,
                    CommandPlace.OfRequest _,
                    CommandPlace.OfDataRequest _,
                    CommandPlace.OfTraining _,
                    CommandPlace.OfGrant _,
                    CommandPlace.OfAccount _,
                    CommandPlace.LinkOf _,
                    CommandPlace.RecordedBy _ -> UNKNOWN;
        };
    }

    private String title(UnitId unit) {
        return known(() -> facts.of(Unit.class, unit, asked -> asked.title(facts.day())))
                .orElse(unit.value());
    }

    /** A residential unit with its commune, because many communes have a hamlet 1. */
    private String inCommune(UnitId unit) {
        Optional<UnitId> commune = facts.communeOf(unit).filter(other -> !other.equals(unit));
        return Stream.concat(Stream.of(unit), commune.stream()).map(this::title).collect(Collectors.joining(", "));
    }

    private String team(TeamId team) {
        return known(() -> facts.team(team)).map(TeamStanding::name).orElse(team.value());
    }

    private String organisation(OrganisationId organisation) {
        return known(() -> facts.of(SupportingOrganisation.class, organisation, SupportingOrganisation::name))
                .orElse(organisation.value());
    }

    private static <T> Optional<T> known(Supplier<T> fact) {
        try {
            return Optional.of(fact.get());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
