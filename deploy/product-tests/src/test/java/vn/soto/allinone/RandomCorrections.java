package vn.soto.allinone;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.DatedChange;
import vn.soto.contracts.household.HouseholdEvent.DayCorrected;
import vn.soto.contracts.household.HouseholdEvent.DepartureCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.Office;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.SuspensionCorrected;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.CorrectAssignment;
import vn.soto.domain.household.HouseholdCommand.CorrectDeparture;
import vn.soto.domain.household.HouseholdCommand.CorrectRelocation;
import vn.soto.domain.household.HouseholdCommand.CorrectResidence;
import vn.soto.domain.household.HouseholdCommand.CorrectReturn;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.shared.Command;
import vn.soto.domain.team.TeamCommand.AppointDeputy;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.team.TeamCommand.ConsolidateTeams;
import vn.soto.domain.team.TeamCommand.CorrectAppointment;
import vn.soto.domain.team.TeamCommand.CorrectConsolidation;
import vn.soto.domain.team.TeamCommand.CorrectCoverage;
import vn.soto.domain.team.TeamCommand.CorrectDissolution;
import vn.soto.domain.team.TeamCommand.CorrectRenaming;
import vn.soto.domain.team.TeamCommand.CorrectSuspension;
import vn.soto.domain.team.TeamCommand.RenameTeam;

/** Random corrections of the days of what households and teams have recorded, and changes of a household on the day of another. */
final class RandomCorrections {

    private static final String REASON = "ghi nhầm ngày trong sổ";
    private static final Instrument DECISION = new Instrument("14/QĐ-UBND", LocalDate.of(2025, 12, 3));

    private final RandomTeams teams;

    RandomCorrections(RandomTeams teams) {
        this.teams = teams;
    }

    Command next() {
        return switch (teams.random.nextInt(8)) {
            case 0, 1, 2 -> ofAHousehold();
            case 3, 4 -> onTheSameDay();
            case 5 -> new CorrectResidence(household(), teams.random.nextBoolean() ? teams.day() : null, REASON);
            default -> ofATeam();
        };
    }

    /** The same, with appointments, names and consolidations of teams, and corrections of those. */
    Command further() {
        TeamId team = teams.any(teams.teams);
        MemberId member = teams.any(teams.members);
        return switch (teams.random.nextInt(24)) {
            case 0 -> new AppointLeader(team, member, teams.day());
            case 1 -> new AppointDeputy(team, member, teams.day());
            case 2 -> new RenameTeam(team, "Tổ " + teams.newId(), DECISION, teams.day());
            case 3 ->
                new ConsolidateTeams(
                        team,
                        DECISION,
                        List.of(teams.any(teams.teams)),
                        null,
                        null,
                        member,
                        VietnamTime.day(teams.clock.instant()));
            case 4, 5 -> ofATeam();
            default -> next();
        };
    }

    private HouseholdId household() {
        return teams.any(teams.households);
    }

    /** Up to a month before what was entered, or ten days after it. */
    private LocalDate near(LocalDate entered) {
        return entered.plusDays(teams.random.nextInt(40) - 30L);
    }

    private Command ofAHousehold() {
        HouseholdId household = household();
        List<HouseholdEvent> known = teams.events(household.value())
                .map(HouseholdEvent.class::cast)
                .filter(event -> event instanceof DatedChange || event instanceof DayCorrected)
                .toList();
        if (known.isEmpty()) {
            return new RelocateHousehold(household, teams.any(teams.units), teams.day());
        }
        HouseholdEvent event = teams.any(known);
        LocalDate entered =
                event instanceof DatedChange change ? change.effectiveFrom() : ((DayCorrected) event).effectiveFrom();
        LocalDate right = near(entered);
        return switch (event) {
            case HouseholdRelocated _, RelocationCorrected _ ->
                new CorrectRelocation(household, entered, teams.random.nextInt(3) == 0 ? null : right, REASON);
            case HouseholdLeft _, DepartureCorrected _ -> new CorrectDeparture(household, entered, right, REASON);
            case HouseholdReturned _, ReturnCorrected _ -> new CorrectReturn(household, entered, right, REASON);
            default -> new CorrectAssignment(household, entered, right, REASON);
        };
    }

    private Command onTheSameDay() {
        HouseholdId household = household();
        LocalDate day = teams.events(household.value())
                .flatMap(event ->
                        event instanceof DatedChange change ? Stream.of(change.effectiveFrom()) : Stream.empty())
                .max(LocalDate::compareTo)
                .orElseGet(teams::day);
        return switch (teams.random.nextInt(6)) {
            case 0 -> new RelocateHousehold(household, teams.any(teams.units), day);
            case 1 -> new ReturnHousehold(household, teams.any(teams.units), day);
            case 2 -> new MarkHouseholdLeft(household, day);
            default -> new AssignHousehold(household, teams.any(teams.teams), teams.any(teams.members), day);
        };
    }

    private Command ofATeam() {
        TeamId team = teams.any(teams.teams);
        List<TeamEvent> known =
                teams.events(team.value()).map(TeamEvent.class::cast).toList();
        return switch (teams.any(known)) {
            case MemberSuspended suspended ->
                new CorrectSuspension(
                        team,
                        suspended.member(),
                        suspended.firstDay(),
                        teams.random.nextInt(3) == 0 ? null : near(suspended.firstDay()),
                        null,
                        REASON);
            case SuspensionCorrected suspended ->
                new CorrectSuspension(team, suspended.member(), suspended.enteredFrom(), teams.day(), null, REASON);
            case TeamEvent.TeamDissolved dissolved ->
                new CorrectDissolution(team, teams.random.nextBoolean() ? null : near(dissolved.lastDay()), REASON);
            case TeamEvent.TeamCoverageChanged changed ->
                new CorrectCoverage(team, changed.effectiveFrom(), near(changed.effectiveFrom()), REASON);
            case TeamEvent.LeaderAppointed appointed -> right(team, Office.LEADER, appointed.effectiveFrom());
            case TeamEvent.DeputyAppointed appointed -> right(team, Office.DEPUTY, appointed.effectiveFrom());
            case TeamEvent.AppointmentCorrected appointed -> right(team, appointed.office(), appointed.effectiveFrom());
            case TeamEvent.TeamRenamed renamed ->
                new CorrectRenaming(team, renamed.effectiveFrom(), near(renamed.effectiveFrom()), REASON);
            case TeamEvent.TeamConsolidated one ->
                new CorrectConsolidation(
                        one.team(),
                        one.absorbed(),
                        one.effectiveFrom(),
                        teams.random.nextBoolean() ? null : near(one.effectiveFrom()),
                        REASON);
            default -> new CorrectDissolution(team, null, REASON);
        };
    }

    private CorrectAppointment right(TeamId team, Office office, LocalDate entered) {
        return new CorrectAppointment(
                team, office, entered, teams.random.nextInt(3) == 0 ? null : near(entered), REASON);
    }
}
