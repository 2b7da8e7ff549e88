package vn.soto.command.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.dispatch.CaptureMetadata;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.dispatch.FirstAdministrator;
import vn.soto.command.dispatch.KnownIds;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.audit.CallBackSampleId;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.practice.PracticeId;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.report.ReportSampleId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.Introduces;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.events.EventCodec;
import vn.soto.ledgerwriter.memory.MemoryLedger;

final class NewIdsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 11, 1);
    private static final Instrument DECISION = new Instrument("12/QĐ-UBND", DAY);
    private static final TeamId TEAM = new TeamId("to-ap-1");
    private static final String UUID_7 = "019376a0-0000-7000-8000-0000000000ff";
    private static final Set<Class<?>> PUBLIC = Set.of(
            UnitId.class,
            TeamId.class,
            OrganisationId.class,
            CommunityGroupId.class,
            CampaignId.class,
            PracticeId.class,
            ReportSampleId.class,
            CallBackSampleId.class,
            RoundId.class,
            PlanId.class,
            String.class);

    private final Clock clock = Clock.fixed(Instant.parse("2024-11-01T08:00:00Z"), ZoneOffset.UTC);
    private final MemoryLedger ledger = new MemoryLedger("test/ids", clock);

    @AutoClose
    private final CommandSide side = CommandSide.start(
            ledger, ledger, EventCodec.product(), clock, DefaultPolicy.standard(), new SimpleMeterRegistry());

    private final CommandService service = CommandService.over(side, new RejectingSealer());
    private int sent;

    @Test
    void everyTargetThatACommandCreatesIsPublicOrIntroduced() {
        for (CommandDescriptor issued : CommandCatalogue.product().all()) {
            if (issued.onlyCreates()) {
                RecordComponent target = Stream.of(issued.type().getRecordComponents())
                        .filter(component -> component.getName().equals(issued.target()))
                        .findFirst()
                        .orElse(null);
                assertThat(target == null
                                || PUBLIC.contains(target.getType())
                                || target.isAnnotationPresent(Introduces.class))
                        .as(issued.name())
                        .isTrue();
            }
        }
    }

    @Test
    void peopleAndRecordsGetUuids() {
        found();

        refused(enrol("nguyen-thi-hong"), "member");
        refused(enrol("01937600-0000-8000-8000-0000000000ff"), "member");
        refused(form("nguyen-thi-hong"), "members");
        refused(
                "register-household",
                "{\"household\":\"nha-ong-ba\",\"unit\":\"kp-1\",\"reference\":\"H-1\"}",
                "household");
        assertThatNoException().isThrownBy(() -> send(enrol(UUID_7)));
    }

    @Test
    void anIdThatIsLeftOutIsTheCommands() {
        found();
        UUID id = next();

        assertThat(submit(id, "register-household", "{\"unit\":\"kp-1\",\"reference\":\"H-1\"}"))
                .containsExactly(id.toString());
        UUID enrolment = next();
        submit(
                enrolment,
                "enrol-member",
                "{\"team\":\"to-ap-1\",\"organisation\":\"TEACHER\",\"effectiveFrom\":\"2024-11-01\"}");

        assertThat(new KnownIds(ledger, side.memberTeams()).contains(new MemberId(enrolment.toString())))
                .isTrue();
    }

    @Test
    void idsThatTheLedgerHasStayValid() {
        found();
        side.gateway().submit(request(next()), enrol("m-lan"));
        TeamId other = new TeamId("to-ap-2");

        assertThatNoException().isThrownBy(() -> send(form(other, "m-lan")));
    }

    /** Of a member of another commune whose id is of before it is not told that there is one. */
    @Test
    void anIdOfBeforeThatIsOutOfReachIsRefusedLikeANewOne() {
        found();
        unit("c-2", UnitKind.COMMUNE, "25792", new UnitId("p-1"));
        unit("kp-2", UnitKind.HAMLET, null, new UnitId("c-2"));
        side.gateway().submit(request(next()), enrol("m-lan"));
        new FirstAdministrator(ledger, ledger, EventCodec.product(), this::next, clock).record(new AccountId("an"));
        side.gateway()
                .submit(
                        new CommandRequest(next(), "an", Set.of(), "test", "test", CaptureMetadata.none(), true),
                        new GrantRole(
                                new AccountId("binh"),
                                new GrantId("g-1"),
                                Role.ADMINISTRATOR,
                                Area.of(new UnitId("c-2")),
                                DAY,
                                null,
                                null,
                                "Theo phân công"));
        CommandRequest request = new CommandRequest(next(), "binh", Set.of(Role.ADMINISTRATOR), "test");

        for (String member : List.of("m-lan", "m-nowhere")) {
            LinkAccount link = new LinkAccount(new AccountId("chi"), new MemberId(member), null, DAY, "DUTY_ASSIGNED");
            assertThatThrownBy(() -> service.submit(request, link))
                    .isInstanceOfSatisfying(
                            InvalidFieldException.class,
                            bad -> assertThat(bad.field() + " " + bad.kind()).isEqualTo("member new-id"));
        }
    }

    @Test
    void theRepeatOfARecordedCommandGetsItsOutcome() {
        found();
        UUID id = next();
        side.gateway().submit(request(id), enrol("m-lan"));

        assertThat(service.submit(request(id), enrol("m-lan")).repeat()).isTrue();
    }

    private void found() {
        unit("p-1", UnitKind.PROVINCE, "74", null);
        unit("c-1", UnitKind.COMMUNE, "25780", new UnitId("p-1"));
        unit("kp-1", UnitKind.HAMLET, null, new UnitId("c-1"));
        send(form(UUID_7.replace("ff", "01")));
    }

    private void unit(String id, UnitKind kind, @Nullable String code, @Nullable UnitId parent) {
        send(new EstablishUnit(new UnitId(id), kind, id, code, parent, DECISION, DAY));
    }

    private static FormTeam form(String member) {
        return form(TEAM, member);
    }

    private static FormTeam form(TeamId team, String member) {
        List<FoundingMember> founders = Stream.of(member, UUID_7.replace("ff", "02"), UUID_7.replace("ff", "03"))
                .map(id -> new FoundingMember(new MemberId(id), MemberOrigin.TEACHER))
                .toList();
        return new FormTeam(
                team, "Tổ " + team, DECISION, List.of(new UnitId("kp-1")), founders, new MemberId(member), DAY);
    }

    private static EnrolMember enrol(String member) {
        return new EnrolMember(TEAM, new MemberId(member), MemberOrigin.TEACHER, DAY);
    }

    private void refused(Command command, String field) {
        long before = ledger.tail().number();

        assertThatThrownBy(() -> send(command))
                .isInstanceOfSatisfying(
                        InvalidFieldException.class,
                        bad -> assertThat(bad.field() + " " + bad.kind()).isEqualTo(field + " new-id"));
        assertThat(ledger.tail().number()).isEqualTo(before);
    }

    private void refused(String name, String body, String field) {
        assertThatThrownBy(() -> submit(next(), name, body))
                .isInstanceOfSatisfying(
                        InvalidFieldException.class,
                        bad -> assertThat(bad.field()).isEqualTo(field));
    }

    private void send(Command command) {
        service.submit(request(next()), command);
    }

    private List<String> submit(UUID id, String name, String body) {
        CommandDescriptor issued = CommandCatalogue.product().find(name).orElseThrow();
        return service.submit(request(id), issued, CommandJson.mapper().readValue(body, ObjectNode.class))
                .created();
    }

    private UUID next() {
        return new UUID(0x0193_76a0_0000_7000L, 0x8000_0000_0000_1000L + sent++);
    }

    private static CommandRequest request(UUID id) {
        return new CommandRequest(id, "an", Set.of(Role.ADMINISTRATOR), id.toString());
    }
}
