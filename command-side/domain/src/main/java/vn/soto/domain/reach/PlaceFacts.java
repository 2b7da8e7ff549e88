package vn.soto.domain.reach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.Belonging;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.UnitReach;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.report.UnitReportId;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitState;
import vn.soto.domain.access.GrantedRights;
import vn.soto.domain.organisation.SupportingOrganisation;
import vn.soto.domain.person.DataRequest;
import vn.soto.domain.policy.Recordings;
import vn.soto.domain.report.QuarterlyReport;
import vn.soto.domain.report.UnitReport;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.MemberTeams;
import vn.soto.domain.team.Team;
import vn.soto.domain.team.TeamStanding;
import vn.soto.domain.unit.Unit;

/**
 * The facts by which a right reaches a place on a day. They are read in the command's unit of work, so that the commit
 * is guarded by them. Asked of one command only.
 */
final class PlaceFacts {

    private final ReadOnlyAggregates consulted;
    private final MemberTeams memberTeams;
    private final Recordings recordings;
    private final GrantedRights granted;
    private final LocalDate day;
    private final UnitReach units;
    private final Map<UnitId, UnitState> states = new HashMap<>();
    private final Map<UnitId, Set<UnitId>> reaching = new HashMap<>();
    private final Map<TeamId, TeamStanding> teams = new HashMap<>();

    PlaceFacts(
            ReadOnlyAggregates consulted,
            MemberTeams memberTeams,
            Recordings recordings,
            GrantedRights granted,
            LocalDate day) {
        this.consulted = consulted;
        this.memberTeams = memberTeams;
        this.recordings = recordings;
        this.granted = granted;
        this.day = day;
        this.units = new UnitReach(this::state, day);
    }

    LocalDate day() {
        return day;
    }

    /** The day on which a household lies where it does. */
    LocalDate dayOf(CommandPlace.OfHousehold place) {
        return Objects.requireNonNullElse(place.day(), day);
    }

    private UnitState state(UnitId unit) {
        return states.computeIfAbsent(unit, this::stored);
    }

    private UnitState stored(UnitId unit) {
        return consulted.find(Unit.class, unit.value(), Unit::state).orElse(UnitState.NONE);
    }

    /** @throws NotFoundException if there is no such aggregate; the same for all other facts */
    <T, R> R of(Class<T> type, Id id, Function<T, R> question) {
        return consulted.ask(type, id, question);
    }

    /** Units on which a grant reaches what is recorded in the unit. */
    Set<UnitId> reaching(UnitId unit) {
        Set<UnitId> known = reaching.get(unit);
        if (known == null) {
            requireKnown(unit);
            known = units.reaching(unit);
            reaching.put(unit, known);
        }
        return known;
    }

    /** Whether a grant on the first unit reaches what is recorded in the second. */
    boolean contains(UnitId area, UnitId unit) {
        return reaching(unit).contains(area);
    }

    /** Whether somebody who may approve has taken over what a grant on an ended unit reaches in a unit; nobody loses it before. */
    boolean isTakenOver(UnitId ended, UnitId unit) {
        Set<UnitId> takers = units.takers(ended, unit);
        return !takers.isEmpty()
                && Stream.of(Role.OFFICER, Role.ADMINISTRATOR)
                        .flatMap(role -> granted.listed(role).stream())
                        .distinct()
                        .map(granted::of)
                        .anyMatch(account -> account.approvesIn(takers, day));
    }

    /** Units on which a grant decides about the unit itself. */
    Set<UnitId> deciding(UnitId unit) {
        requireKnown(unit);
        return units.deciding(unit);
    }

    private void requireKnown(UnitId unit) {
        if (state(unit).steps().isEmpty()) {
            throw new NotFoundException("unit", unit.value());
        }
    }

    TeamStanding team(TeamId team) {
        TeamStanding known = teams.get(team);
        if (known == null) {
            known = consulted.ask(Team.class, team, asked -> TeamStanding.of(asked, day));
            teams.put(team, known);
        }
        return known;
    }

    Optional<UnitId> communeOf(UnitId unit) {
        return Unit.communeOf(unit, day, consulted);
    }

    boolean covers(TeamId team, UnitId unit) {
        return Team.covers(team, unit, day, consulted);
    }

    /** The membership of the team that includes the day. */
    Optional<MembershipState> membership(TeamId team, MemberId member) {
        return consulted
                .find(Team.class, team.value(), asked -> TeamStanding.membership(asked, member, day))
                .flatMap(Function.identity());
    }

    /** The origin of a member of the team on the day; empty if the person is no member then. */
    Optional<MemberOrigin> origin(TeamId team, MemberId member) {
        return membership(team, member).map(MembershipState::organisation);
    }

    /** Teams of which the person is a member on the day or will be; for somebody who is in none, those left. */
    List<TeamId> teamsOf(MemberId member) {
        List<TeamId> ever = everIn(member);
        List<TeamId> lasting = ever.stream().filter(team -> lasts(team, member)).toList();
        return lasting.isEmpty() ? ever : lasting;
    }

    private boolean lasts(TeamId team, MemberId member) {
        return consulted
                .find(Team.class, team.value(), asked -> TeamStanding.lasts(asked, member, day))
                .orElse(false);
    }

    /** Whether the person could act for the team on a day. */
    boolean acted(TeamId team, MemberId member, LocalDate then) {
        return consulted
                .find(Team.class, team.value(), asked -> TeamStanding.belonging(asked, member, then))
                .flatMap(Function.identity())
                .isPresent();
    }

    List<TeamId> everIn(MemberId member) {
        return memberTeams.of(member).stream()
                .filter(team ->
                        consulted.find(Team.class, team.value(), asked -> true).isPresent())
                .sorted()
                .toList();
    }

    /** Teams in which the account has a right on the day by whom it belongs to, or will have one. */
    List<TeamId> teamsOf(AccountState account) {
        return account.links().stream()
                .filter(link -> link.lasts(day))
                .flatMap(link -> Stream.ofNullable(link.person().member())
                        .flatMap(member -> everIn(member).stream()
                                .filter(team -> lasts(team, member))
                                .filter(team -> link.holdsFor(team(team).coverage(), this::contains))))
                .distinct()
                .toList();
    }

    /**
     * The person's belongings to teams on the day.
     *
     * @param latest whether the latest commits are taken into account too
     */
    List<Belonging> belongings(MemberId member, boolean latest) {
        List<Belonging> belongings = new ArrayList<>();
        Set<TeamId> ever = latest ? memberTeams.of(member) : memberTeams.known(member);
        for (TeamId team : ever.stream().sorted().toList()) {
            consulted
                    .find(Team.class, team.value(), asked -> TeamStanding.belonging(asked, member, day))
                    .flatMap(Function.identity())
                    .ifPresent(belongings::add);
        }
        return belongings;
    }

    /** The place of the data that a person's request is about. */
    CommandPlace placeOf(DataRequestId request) {
        return CommandPlace.of(of(DataRequest.class, request, DataRequest::subject));
    }

    /** Unit to which the latest version of a report was submitted; empty if none was, or it goes to nobody. */
    Optional<UnitId> recipient(ReportId report) {
        return consulted
                .find(QuarterlyReport.class, report.toString(), QuarterlyReport::recipient)
                .flatMap(Function.identity());
    }

    Optional<UnitId> recipient(UnitReportId report) {
        return consulted
                .find(UnitReport.class, report.toString(), UnitReport::recipient)
                .flatMap(Function.identity());
    }

    boolean supports(OrganisationId organisation, TeamId team) {
        return consulted.ask(SupportingOrganisation.class, organisation, asked -> asked.supports(team, day));
    }

    /** Account that recorded an aggregate first; empty if there is no such aggregate. */
    Optional<AccountId> recorder(String aggregate) {
        return recordings.of(aggregate, event -> true).stream()
                .map(Recordings.Recording::account)
                .filter(AccountId::isWellFormed)
                .map(AccountId::new)
                .findFirst();
    }

    AccountState account(AccountId account) {
        return granted.of(account);
    }

    boolean areOfOnePerson(AccountId one, AccountId other) {
        return granted.areOfOnePerson(one.value(), other.value(), day);
    }
}
