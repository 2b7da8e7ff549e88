package vn.soto.query.field;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Right;
import vn.soto.contracts.access.Scope;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.query.assistance.HelpLine;
import vn.soto.query.assistance.HelpLines;
import vn.soto.query.catalogue.Catalogues;
import vn.soto.query.household.CarriedHouseholds;
import vn.soto.query.household.CarriedHouseholds.Carried;
import vn.soto.query.http.Asked;
import vn.soto.query.http.BooleanParameter;
import vn.soto.query.http.Query;
import vn.soto.query.member.DueFollowUps;
import vn.soto.query.member.FollowUps;
import vn.soto.query.period.SubjectPeriods;
import vn.soto.query.person.Persons;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.query.support.TeamQueue;
import vn.soto.query.team.TeamAreas;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;
import vn.soto.web.VietnameseOrder;

/** Answers queries of phones that go into the field. */
@RestController
record DayPackQuestions(
        CarriedHouseholds households,
        DueFollowUps followUps,
        HelpLines help,
        TeamQueue requests,
        TeamAreas areas,
        Units units,
        Catalogues catalogues,
        SubjectPeriods periods,
        Persons persons,
        Clock clock) {

    private static final Duration WITHOUT_CONTACT = Duration.ofDays(7);
    private static final int DAYS_AHEAD = 7;
    private static final int MOST_REQUESTS = 50;

    /** @param member of the account; empty if it is linked to none */
    private record Of(String member, List<String> teams, LocalDate day, long asOf, Locale language) {}

    /**
     * The households of the account's member by reference, appointments, the requests of its teams and the services of
     * today. With {@code names=true} the names of the households' contacts go along until the end of the day.
     */
    @Query(at = "/api/me/day-pack", right = EndpointRight.RECORDS, effort = Query.Effort.ANEW)
    DayPack pack(Asked asked, @RequestParam Optional<BooleanParameter> names) {
        Of of = new Of(member(), teams(), asked.today(), asked.asOf(), asked.language());
        boolean named = names.equals(Optional.of(BooleanParameter.TRUE));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new DayPack(
                Reader.current().asker().account(),
                of.member.isEmpty() ? null : of.member,
                of.day,
                now,
                now.plus(WITHOUT_CONTACT),
                named ? VietnamTime.start(VietnamTime.day(now).plusDays(1)) : null,
                of.teams,
                places(of),
                households(of, named),
                due(of),
                requests(of),
                services(of));
    }

    private static String member() {
        LinkedPerson person = Reader.current().rights().person();
        return person == null || person.member() == null ? "" : person.member().value();
    }

    private static List<String> teams() {
        return Reader.current().giving(EndpointRight.RECORDS).stream()
                .map(Right::scope)
                .flatMap(scope -> scope instanceof Scope.OfTeam(var team) ? Stream.of(team.value()) : Stream.empty())
                .distinct()
                .toList();
    }

    private List<DayPack.Place> places(Of of) {
        List<String> covered = areas.covered(of.teams, of.day, of.asOf).values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
        return VietnameseOrder.sorted(
                units.find(covered, of.day, of.asOf).values().stream()
                        .map(unit -> new DayPack.Place(unit.id(), unit.name()))
                        .toList(),
                DayPack.Place::name,
                DayPack.Place::unit);
    }

    private List<DayPack.Household> households(Of of, boolean named) {
        if (of.member.isEmpty()) {
            return List.of();
        }
        List<Carried> carried = households.of(
                of.member,
                periods.of(IdKind.MEMBER, of.member, Optional.empty(), Optional.empty(), of.day, of.asOf)
                        .days(),
                of.day,
                of.asOf);
        Map<Subject, String> names = named
                ? persons.names(carried.stream().map(DayPackQuestions::subject).toList(), of.asOf)
                : Map.of();
        return carried.stream()
                .map(each -> household(each, of.teams.size() > 1, names.get(subject(each))))
                .toList();
    }

    private static Subject subject(Carried household) {
        return Subject.of(new HouseholdId(household.household()));
    }

    private static DayPack.Household household(Carried each, boolean ofSeveral, @Nullable String name) {
        return new DayPack.Household(
                each.household(), each.reference(), each.unit(), ofSeveral ? each.team() : null, each.helped(), name);
    }

    private List<DayPack.Due> due(Of of) {
        List<FollowUps.Item> due = of.member.isEmpty()
                ? List.of()
                : followUps.of(of.member, of.day.minusYears(1), of.day.plusDays(DAYS_AHEAD), of.asOf);
        Map<String, HelpLine> lines = help.find(
                due.stream().map(item -> item.assistance().value()).distinct().toList(), of.asOf);
        List<DayPack.Due> told = new ArrayList<>();
        due.forEach(item -> Optional.ofNullable(lines.get(item.assistance().value()))
                .ifPresent(line -> told.add(new DayPack.Due(
                        item.assistance().value(),
                        item.on(),
                        line.household() == null ? null : line.household().value(),
                        line.services()))));
        return told;
    }

    private List<DayPack.Request> requests(Of of) {
        return of.teams.stream()
                .flatMap(team -> requests.open(team, MOST_REQUESTS, of.day, of.asOf).stream())
                .distinct()
                .map(line -> new DayPack.Request(
                        line.request().value(),
                        line.household() == null ? null : line.household().value(),
                        line.unit().value(),
                        line.topics(),
                        line.receivedOn(),
                        line.dueOn(),
                        Objects.equals(
                                line.member() == null ? "" : line.member().value(), of.member)))
                .toList();
    }

    private List<DayPack.Service> services(Of of) {
        return catalogues.on(of.day, of.asOf).services().stream()
                .filter(service -> service.validOn(of.day))
                .map(service -> new DayPack.Service(
                        service.code().value(),
                        service.category(),
                        of.language.equals(Locale.ENGLISH) ? service.en() : service.vi()))
                .toList();
    }
}
