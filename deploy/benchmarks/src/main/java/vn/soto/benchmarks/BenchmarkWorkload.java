package vn.soto.benchmarks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
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

    private static final int MEMBERS = 10;
    private static final int HELPERS = 3;

    /** No more than a peer's pool has connections: who holds one may wait for an aggregate whose holder waits for a connection. */
    private static final int FOUNDERS = AxonPool.SETTLING;

    private static final LocalDate BEGINNING = LocalDate.of(2024, 11, 1);
    private static final List<ServiceCategory> CATEGORIES = List.of(
            ServiceCategory.VNEID,
            ServiceCategory.ONLINE_PUBLIC_SERVICE,
            ServiceCategory.DIGITAL_PAYMENT,
            ServiceCategory.PROVINCIAL_APP);
    private static final AccountId OFFICER = new AccountId("officer");
    private static final UnitId PROVINCE = new UnitId("bench");
    private static final Instrument DECISION = new Instrument("QD-1/2024", BEGINNING);

    private final Supplier<UUID> ids;

    /** A day ago: help is recorded in time. */
    private final Instant firstHelp;

    private final List<Team> teams;
    private final List<Submission> founding = new ArrayList<>();
    private final List<Submission> registrations = new ArrayList<>();
    private final AtomicLong turn = new AtomicLong();

    private record Team(TeamId id, UnitId unit, List<MemberId> members, List<HouseholdId> households) {}

    /** @param households of each team */
    BenchmarkWorkload(Supplier<UUID> ids, Clock clock, int teams, int households) {
        this.ids = ids;
        this.firstHelp = clock.instant().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);
        UnitId ward = new UnitId("bench-ward");
        found(establish(PROVINCE, UnitKind.PROVINCE, "Bench", "01", null));
        found(establish(ward, UnitKind.WARD, "Ward", "00001", PROVINCE));
        List<Team> made = new ArrayList<>();
        for (int i = 0; i < teams; i++) {
            made.add(team(i, ward, households));
        }
        this.teams = List.copyOf(made);
    }

    /** Makes units, teams and households: the prerequisites of help. */
    void found(Store store) throws InterruptedException {
        founding.forEach(store::handle);
        AtomicLong next = new AtomicLong();
        new ClosedLoop(
                        "found",
                        CpuMeter.thisProcess(),
                        () -> store.handle(registrations.get((int) next.getAndIncrement())))
                .run(FOUNDERS, new Budget(registrations.size(), Duration.ofHours(1)));
    }

    /** The same, where rights count, as the ledger grants them: the sender of all that follows is an officer of the province. */
    void foundWithRights(SqliteStore store) throws InterruptedException {
        found(store);
        store.grant(OFFICER, PROVINCE);
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
        Team team = teams.get((int) (number % teams.size()));
        HouseholdId household = team.households.get((int) (number / teams.size() % team.households.size()));
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

    private Team team(int number, UnitId ward, int count) {
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
        for (int i = 0; i < count; i++) {
            HouseholdId household = new HouseholdId(ids.get().toString());
            registrations.add(submission(new RegisterHousehold(household, unit, "H-" + number + "-" + i)));
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
        UUID id = ids.get();
        return new Submission(new CommandRequest(id, OFFICER.value(), Set.of(Role.OFFICER), id.toString()), command);
    }
}
