package vn.soto.command.dispatch;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.soto.axon.AxonCommandSide;
import vn.soto.axon.CommandContext;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.UnitReportEvent.UnitReportSubmitted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.DomainModel;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.report.ConsolidationRule;
import vn.soto.domain.report.ReportCommand.AcceptReport;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.report.UnitReportCommand.AcceptUnitReport;
import vn.soto.domain.report.UnitReportCommand.SubmitUnitReport;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandMetadata;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.unit.UnitCommand.AbolishUnit;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitUses;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Hash;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.testkit.SettableClock;

/**
 * A random half year of a province with two districts of two communes of two hamlets, and the reform of 1 July 2025.
 * The districts end, each two communes become a ward, and the province becomes part of a city. Households move between
 * the hamlets; some reports are late, some are amended, some never accepted.
 */
final class ReportingYear implements AutoCloseable {

    static final Quarter Q1 = new Quarter(2025, 1);
    static final Quarter Q2 = new Quarter(2025, 2);
    static final UnitId PROVINCE = new UnitId("bd");
    static final UnitId CITY = new UnitId("hcm");

    private static final LocalDate FOUNDED = LocalDate.of(2025, 1, 1);
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final Instrument DECISION = new Instrument("19/2025/QĐ-TTg", FOUNDED);

    final MemoryLedger ledger;
    final EventCodec codec = EventCodec.product();
    final Map<TeamId, MemberId> teams = new HashMap<>();
    private final Random random;
    private final SettableClock clock = new SettableClock(FOUNDED.atTime(9, 0).toInstant(ZoneOffset.UTC));
    private final AxonCommandSide side;
    private final List<HouseholdId> households = new ArrayList<>();
    private final List<UnitId> hamlets = new ArrayList<>();
    private final Map<HouseholdId, UnitId> homes = new HashMap<>();
    private int ids;

    ReportingYear(long seed) {
        random = new Random(seed);
        ledger = new MemoryLedger("test/year", clock);
        side = AxonCommandSide.start(
                ledger,
                ledger,
                codec,
                DomainModel.aggregates(),
                (written, consulted) -> DomainModel.resources(
                        written,
                        consulted,
                        clock,
                        new LedgerReportFigures(new TeamIndex(ledger, codec)),
                        DefaultPolicy.standard(),
                        (sender, commands) -> false,
                        UnitUses.NONE,
                        (aggregate, events) -> List.of(),
                        member -> Set.of(),
                        (plan, parts) -> Stream.of(),
                        (team, since, until) -> List.of(),
                        team -> List.of(),
                        (help, team) -> Set.of()));
    }

    List<DomainEvent> send(Command command) {
        UUID id = new UUID(0, ++ids);
        CommandContext context = new CommandContext(
                id, Command.nameOf(command.getClass()), Hash.of(new byte[32]), "tester", null, "test", "test");
        return Objects.requireNonNull(
                        side.dispatch(command, context.with(CommandMetadata.ROLES, Set.of(Role.ADMINISTRATOR)))
                                .commit())
                .events()
                .stream()
                .map(event -> codec.decode(event.type(), event.payload()))
                .toList();
    }

    static UnitId commune(int number) {
        return new UnitId("c" + number);
    }

    static UnitId district(int number) {
        return new UnitId("d" + number);
    }

    static UnitId ward(int number) {
        return new UnitId("w" + number);
    }

    /** Whether a team works in a unit, by the number of its commune. */
    static boolean isIn(TeamId team, String unit) {
        int commune = Character.digit(team.value().charAt(1), 10);
        int number = Character.digit(unit.charAt(1), 10);
        return number == (unit.charAt(0) == 'c' ? commune : commune / 2);
    }

    void live() {
        found();
        help(LocalDate.of(2025, 3, 31), 40);
        on(LocalDate.of(2025, 4, 3));
        reportOfTeams(Q1);
        consolidate(Q1, communes(), districts(), Stream.of(PROVINCE));
        help(LocalDate.of(2025, 6, 30), 40);
        reform();
        reportOfTeams(Q1);
        reportOfTeams(Q2);
        consolidate(Q1, wards(), Stream.of(), Stream.of(CITY));
        consolidate(Q2, wards(), Stream.of(), Stream.of(CITY));
        lateHelp(LocalDate.of(2025, 7, 20), 10);
        reportOfTeams(Q2);
        consolidate(Q2, wards(), Stream.of(), Stream.of(CITY));
    }

    private static Stream<UnitId> communes() {
        return IntStream.range(0, 4).mapToObj(ReportingYear::commune);
    }

    private static Stream<UnitId> districts() {
        return IntStream.range(0, 2).mapToObj(ReportingYear::district);
    }

    private static Stream<UnitId> wards() {
        return IntStream.range(0, 2).mapToObj(ReportingYear::ward);
    }

    private void found() {
        unit(PROVINCE, UnitKind.PROVINCE, "Bình Dương", "74", null, FOUNDED);
        for (int d = 0; d < 2; d++) {
            unit(district(d), UnitKind.DISTRICT, "Huyện " + d, "71" + d, PROVINCE, FOUNDED);
        }
        for (int c = 0; c < 4; c++) {
            unit(commune(c), UnitKind.COMMUNE, "Xã " + c, "2570" + c, district(c / 2), FOUNDED);
            for (int h = 0; h < 2; h++) {
                hamlet(c, h);
            }
        }
    }

    private void hamlet(int c, int h) {
        UnitId hamlet = new UnitId("c" + c + "-h" + h);
        unit(hamlet, UnitKind.HAMLET, "Ấp " + h, null, commune(c), FOUNDED);
        TeamId team = new TeamId("t" + c + "-" + h);
        List<FoundingMember> members = IntStream.range(0, 3)
                .mapToObj(m -> new FoundingMember(new MemberId(team + "-m" + m), MemberOrigin.YOUTH_UNION))
                .toList();
        MemberId leader = members.getFirst().member();
        send(new FormTeam(team, "Tổ ấp " + h, DECISION, List.of(hamlet), members, leader, FOUNDED));
        teams.put(team, leader);
        hamlets.add(hamlet);
        for (int i = 0; i < 3; i++) {
            HouseholdId household = new HouseholdId("h-" + households.size());
            send(new RegisterHousehold(household, hamlet, "HO-" + i));
            households.add(household);
            homes.put(household, hamlet);
        }
    }

    private void unit(
            UnitId unit,
            UnitKind kind,
            String name,
            @org.jspecify.annotations.Nullable String code,
            @org.jspecify.annotations.Nullable UnitId parent,
            LocalDate from) {
        send(new EstablishUnit(unit, kind, name, code, parent, DECISION, from));
    }

    private void on(LocalDate day) {
        clock.set(day.atTime(3, 0).toInstant(ZoneOffset.UTC));
    }

    /** A record on each of the days up to that one, by the team of the hamlet; households move. */
    private void help(LocalDate day, int records) {
        for (int i = 1; i <= records; i++) {
            LocalDate today = day.minusDays(records - i);
            on(today);
            HouseholdId household = any(households);
            if (random.nextInt(3) == 0) {
                UnitId hamlet = any(hamlets);
                attempt(new RelocateHousehold(household, hamlet, today));
                homes.put(household, hamlet);
            }
            record(household, today);
        }
    }

    /** Help of the last quarter that arrives after the reform. */
    private void lateHelp(LocalDate day, int records) {
        on(day);
        for (int i = 0; i < records; i++) {
            record(any(households), LocalDate.of(2025, 6, 30));
        }
    }

    private void record(HouseholdId household, LocalDate helped) {
        TeamId team = new TeamId(Objects.requireNonNull(homes.get(household))
                .value()
                .replace('c', 't')
                .replace("h", ""));
        attempt(new RecordAssistance(
                new AssistanceId("a-" + ids),
                team,
                household,
                null,
                null,
                List.of(Objects.requireNonNull(teams.get(team))),
                new AssistanceContent(
                        List.of(new ServiceCode("vneid-level-2")),
                        Channel.HOME_VISIT,
                        Mode.DEMONSTRATED,
                        helped.atTime(2, 0).toInstant(ZoneOffset.UTC)),
                null,
                "Nơi hướng dẫn không có mạng"));
    }

    /** Sends a command; a refused one does not happen. */
    private void attempt(Command command) {
        try {
            send(command);
        } catch (RuleViolatedException refused) {
            // the next one is another
        }
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void reform() {
        on(REFORM.plusDays(2));
        unit(CITY, UnitKind.MUNICIPALITY, "Hồ Chí Minh", "79", null, REFORM);
        for (int w = 0; w < 2; w++) {
            unit(ward(w), UnitKind.WARD, "Phường " + w, "2580" + w, CITY, REFORM);
            send(new MergeUnits(ward(w), List.of(commune(2 * w), commune(2 * w + 1)), DECISION, REFORM));
        }
        districts().forEach(district -> send(new AbolishUnit(district, DECISION, REFORM)));
        send(new MergeUnits(CITY, List.of(PROVINCE), DECISION, REFORM));
    }

    /** Most teams submit, or submit again; most of what waits is accepted. */
    private void reportOfTeams(Quarter quarter) {
        for (TeamId team : teams.keySet().stream().sorted().toList()) {
            if (random.nextInt(4) > 0) {
                QuarterlyReportSubmitted version = (QuarterlyReportSubmitted)
                        send(new SubmitQuarterlyReport(team, quarter, "Bổ sung lượt ghi muộn"))
                                .getFirst();
                if (random.nextInt(5) > 0) {
                    send(new AcceptReport(team, quarter, version.contentHash()));
                }
            }
        }
    }

    private void consolidate(
            Quarter quarter, Stream<UnitId> communes, Stream<UnitId> districts, Stream<UnitId> provinces) {
        Stream.of(communes, districts, provinces).flatMap(units -> units).forEach(unit -> consolidate(unit, quarter));
    }

    private void consolidate(UnitId unit, Quarter quarter) {
        try {
            UnitReportSubmitted version = (UnitReportSubmitted)
                    send(new SubmitUnitReport(unit, quarter, "Tổng hợp lại")).getFirst();
            if (version.recipient() != null && random.nextInt(6) > 0) {
                send(new AcceptUnitReport(unit, quarter, version.hash()));
            }
        } catch (RuleViolatedException refused) {
            if (refused.rule() != ConsolidationRule.CONSOLIDATION_HAS_AN_ACCEPTED_REPORT) {
                throw refused;
            }
        }
    }

    @Override
    public void close() {
        side.close();
    }
}
