package vn.soto.benchmarks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.policy.CreditRule;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.shared.Command;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;

/**
 * Teams and households, and help given by one to the other: the work every contestant does. Three of a team's ten
 * members took part, which makes the event of a record about 0.75 kB. Safe for any number of threads.
 */
final class BenchmarkWorkload {

    private static final int TEAMS = 16;
    private static final int MEMBERS = 10;
    private static final int HELPERS = 3;
    private static final int HOUSEHOLDS_OF_A_TEAM = 32;
    private static final LocalDate BEGINNING = LocalDate.of(2024, 11, 1);
    private static final List<ServiceCategory> CATEGORIES = List.of(
            ServiceCategory.VNEID,
            ServiceCategory.ONLINE_PUBLIC_SERVICE,
            ServiceCategory.DIGITAL_PAYMENT,
            ServiceCategory.PROVINCIAL_APP);
    private static final String ACTOR = "officer";
    private static final Instrument DECISION = new Instrument("QD-1/2024", BEGINNING);

    private final Supplier<UUID> ids;

    /** A day ago: help is recorded in time. */
    private final Instant firstHelp;

    private final List<Team> teams;
    private final List<Submission> founding = new ArrayList<>();
    private final AtomicLong turn = new AtomicLong();

    private record Team(TeamId id, UnitId unit, List<MemberId> members, List<HouseholdId> households) {}

    BenchmarkWorkload(Supplier<UUID> ids, Clock clock) {
        this.ids = ids;
        this.firstHelp = clock.instant().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);
        UnitId province = new UnitId("bench");
        UnitId ward = new UnitId("bench-ward");
        found(establish(province, UnitKind.PROVINCE, "Bench", "01", null));
        found(establish(ward, UnitKind.WARD, "Ward", "00001", province));
        List<Team> made = new ArrayList<>();
        for (int i = 0; i < TEAMS; i++) {
            made.add(team(i, ward));
        }
        this.teams = List.copyOf(made);
    }

    /** Units, a team and households: the prerequisites of help. */
    List<Submission> founding() {
        return List.copyOf(founding);
    }

    /** Creates an aggregate after reading a team and a household. */
    Submission help() {
        AssistanceRecorded what = recorded(assistance());
        return submission(new RecordAssistance(
                what.assistance(),
                what.team(),
                what.beneficiary().household(),
                null,
                null,
                what.helpers().stream().map(CreditShare::member).toList(),
                what.content(),
                null,
                null));
    }

    /** Changes an aggregate after reading its team. */
    Submission correction(AssistanceId assistance) {
        return submission(new CorrectAssistance(assistance, content(turn.incrementAndGet()), "measured again"));
    }

    AssistanceId assistance() {
        return new AssistanceId(ids.get().toString());
    }

    AssistanceRecorded recorded(AssistanceId id) {
        long number = turn.incrementAndGet();
        Team team = teams.get((int) (number % TEAMS));
        HouseholdId household = team.households.get((int) (number / TEAMS % HOUSEHOLDS_OF_A_TEAM));
        return new AssistanceRecorded(
                id,
                team.id,
                Beneficiary.of(household, team.unit),
                CreditShare.split(CreditRule.EQUAL_SHARES, team.members.subList(0, HELPERS)),
                content(number),
                CATEGORIES,
                null,
                null);
    }

    AssistanceCorrected corrected(AssistanceRecorded first) {
        return new AssistanceCorrected(
                first.assistance(),
                first.team(),
                first.beneficiary(),
                null,
                content(turn.incrementAndGet()),
                CATEGORIES,
                null);
    }

    private AssistanceContent content(long number) {
        return new AssistanceContent(
                CATEGORIES.stream().map(ServiceCode::generic).toList(),
                Channel.HOME_VISIT,
                Mode.SELF_PERFORMED,
                firstHelp.plusNanos(number * 1_000));
    }

    private Team team(int number, UnitId ward) {
        UnitId unit = new UnitId("bench-" + number);
        found(establish(unit, UnitKind.NEIGHBOURHOOD, "Khu " + number, null, ward));
        TeamId id = new TeamId(ids.get().toString());
        List<MemberId> members = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            members.add(new MemberId(ids.get().toString()));
        }
        found(new FormTeam(
                id,
                "Team " + number,
                DECISION,
                List.of(unit),
                members.stream()
                        .map(member -> new FoundingMember(member, MemberOrigin.YOUTH_UNION))
                        .toList(),
                members.getFirst(),
                BEGINNING));
        List<HouseholdId> households = new ArrayList<>();
        for (int i = 0; i < HOUSEHOLDS_OF_A_TEAM; i++) {
            HouseholdId household = new HouseholdId(ids.get().toString());
            found(new RegisterHousehold(household, unit, "H-" + number + "-" + i));
            households.add(household);
        }
        return new Team(id, unit, List.copyOf(members), List.copyOf(households));
    }

    private static EstablishUnit establish(
            UnitId unit, UnitKind kind, String name, @Nullable String code, @Nullable UnitId parent) {
        return new EstablishUnit(unit, kind, name, code, parent, DECISION, BEGINNING);
    }

    private void found(Command command) {
        founding.add(submission(command));
    }

    private Submission submission(Command command) {
        return new Submission(new CommandRequest(ids.get(), ACTOR), command);
    }
}
