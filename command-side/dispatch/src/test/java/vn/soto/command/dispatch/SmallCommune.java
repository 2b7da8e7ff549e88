package vn.soto.command.dispatch;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.events.EventCodec;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.testkit.SettableClock;

/** A commune of two hamlets with a team, a household and the commands of it; the ledger is in memory. */
abstract class SmallCommune {

    static final EventCodec CODEC = EventCodec.product();
    static final String REASON = "nhập bù từ sổ tay của tổ";
    static final LocalDate FOUNDED = LocalDate.of(2025, 1, 1);
    static final LocalDate HELPED = LocalDate.of(2026, 1, 13);
    static final Instrument DECISION = new Instrument("12/QĐ-UBND", FOUNDED);
    static final UnitId PROVINCE = new UnitId("p");
    static final UnitId HERE = new UnitId("u-1");
    static final UnitId THERE = new UnitId("u-2");
    static final TeamId TEAM = new TeamId("t-1");
    static final TeamId OTHER = new TeamId("t-2");
    static final MemberId LAN = new MemberId("lan");
    static final MemberId MINH = new MemberId("minh");
    static final MemberId SEN = new MemberId("sen");
    static final HouseholdId HOUSEHOLD = new HouseholdId("h-1");
    static final BusinessId BUSINESS = new BusinessId("b-1");

    static final List<ServiceCode> SERVICES = PlanCatalogue.version1().services().stream()
            .filter(service -> !service.needsProcedure())
            .map(Service::code)
            .limit(2)
            .toList();

    final SettableClock clock = new SettableClock(Instant.parse("2026-01-20T02:00:00Z"));
    final MemoryLedger ledger = new MemoryLedger("test/commune", clock);

    @AutoClose
    final CommandSide side =
            CommandSide.start(ledger, ledger, CODEC, clock, DefaultPolicy.standard(), new SimpleMeterRegistry());

    private long ids;

    @BeforeEach
    void foundTheTeam() {
        send(unit(PROVINCE.value(), UnitKind.PROVINCE, "79", null));
        send(unit("c", UnitKind.COMMUNE, "25747", PROVINCE));
        send(unit(HERE.value(), UnitKind.HAMLET, null, new UnitId("c")));
        send(unit(THERE.value(), UnitKind.HAMLET, null, new UnitId("c")));
        send(form(TEAM, HERE, MINH, FOUNDED));
        send(new RegisterHousehold(HOUSEHOLD, HERE, "HK-1"));
    }

    static EstablishUnit unit(String id, UnitKind kind, @Nullable String code, @Nullable UnitId parent) {
        return new EstablishUnit(new UnitId(id), kind, "Tên " + id, code, parent, DECISION, FOUNDED);
    }

    static FormTeam form(TeamId team, UnitId unit, MemberId leader, LocalDate from) {
        return form(team, unit, List.of(LAN, MINH, SEN), leader, from);
    }

    static FormTeam form(TeamId team, UnitId unit, List<MemberId> members, MemberId leader, LocalDate from) {
        return new FormTeam(
                team,
                "Tổ " + team,
                DECISION,
                List.of(unit),
                members.stream()
                        .map(member -> new FoundingMember(member, MemberOrigin.TEACHER))
                        .toList(),
                leader,
                from);
    }

    CommandOutcome send(Command command) {
        return side.gateway().submit(new CommandRequest(new UUID(0x7000L, Long.MIN_VALUE | ++ids), "an"), command);
    }

    /** @param services by their place among two; the first one without any */
    static RecordAssistance help(String id, LocalDate day, MemberId by, int... services) {
        return help(id, TEAM, day, by, services);
    }

    static RecordAssistance help(String id, TeamId team, LocalDate day, MemberId by, int... services) {
        return new RecordAssistance(
                new AssistanceId(id), team, HOUSEHOLD, null, null, List.of(by), content(day, services), null, REASON);
    }

    static AssistanceContent content(LocalDate day, int... services) {
        List<ServiceCode> given = services.length == 0
                ? SERVICES.subList(0, 1)
                : Arrays.stream(services).mapToObj(SERVICES::get).toList();
        return new AssistanceContent(given, Channel.HOME_VISIT, Mode.DEMONSTRATED, VietnamTime.start(day));
    }
}
