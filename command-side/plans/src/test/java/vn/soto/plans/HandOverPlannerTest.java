package vn.soto.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.household.HandOver;
import vn.soto.domain.household.HandOver.Receiver;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.UnassignHousehold;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.team.Caseloads.Charge;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.events.EventCodec;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledgerwriter.memory.MemoryLedger;

/** Hands over the households of a leaving member, read from the ledger, command by command. */
final class HandOverPlannerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 20);
    private static final TeamId TEAM = new TeamId("t-1");
    private static final TeamId OTHER_TEAM = new TeamId("t-2");
    private static final UnitId HAMLET = new UnitId("u-3");
    private static final UnitId SECOND_HAMLET = new UnitId("u-4");
    private static final UnitId OUTSIDE = new UnitId("u-5");
    private static final MemberId LAN = new MemberId("lan");
    private static final MemberId HUNG = new MemberId("hung");
    private static final MemberId MAI = new MemberId("mai");

    private final Clock clock = Clock.fixed(Instant.parse("2026-08-20T02:00:00Z"), ZoneOffset.UTC);
    private final MemoryLedger ledger = new MemoryLedger("test/hand-over", clock);
    private CommandSide side;
    private int ids;

    @BeforeEach
    void start() {
        side = CommandSide.start(
                ledger, ledger, EventCodec.product(), clock, DefaultPolicy.standard(), new SimpleMeterRegistry());
        send(unit("u-1", UnitKind.PROVINCE, "74", null));
        send(unit("u-2", UnitKind.COMMUNE, "25780", new UnitId("u-1")));
        Stream.of(HAMLET, SECOND_HAMLET, OUTSIDE)
                .forEach(unit -> send(unit(unit.value(), UnitKind.HAMLET, null, new UnitId("u-2"))));
        send(team(TEAM, List.of(HAMLET, SECOND_HAMLET)));
        send(team(OTHER_TEAM, List.of(HAMLET)));
        IntStream.range(0, 8).forEach(i -> {
            send(new RegisterHousehold(household(i), HAMLET, "H-" + i));
            send(new AssignHousehold(household(i), TEAM, LAN, DAY));
        });
    }

    @AfterEach
    void ledgerIsSound() {
        side.close();
        assertThat(ChainVerifier.verify(ledger)).isEqualTo(ledger.tail());
    }

    @Test
    void findsWhatAMemberIsResponsibleForNow() {
        send(new MarkHouseholdLeft(household(0), TODAY));
        send(new UnassignHousehold(household(1), TODAY, null));
        send(new RelocateHousehold(household(2), OUTSIDE, TODAY));
        send(new RelocateHousehold(household(3), SECOND_HAMLET, TODAY));
        send(new AssignHousehold(household(1), OTHER_TEAM, LAN, TODAY));

        assertThat(charges(LAN))
                .containsExactly(
                        new Charge(household(3), SECOND_HAMLET, of(LAN), TODAY),
                        charge(4),
                        charge(5),
                        charge(6),
                        charge(7));
        assertThat(side.caseloads().of(new Responsible(OTHER_TEAM, LAN)))
                .containsExactly(new Charge(household(1), HAMLET, new Responsible(OTHER_TEAM, LAN), TODAY));
        assertThat(charges(HUNG)).isEmpty();
    }

    @Test
    void handsEverythingOverBetweenTwoMembers() {
        CommandOutcome ended = send(new EndMembership(TEAM, LAN, EndReason.MOVED_AWAY, TODAY));
        assertThat(ended.warnings())
                .contains(new Warning(Flag.Code.MEMBER_LEAVES_HOUSEHOLDS_BEHIND, List.of(8, LAN.value())));

        HandOver handOver = HandOver.of(
                charges(LAN),
                List.of(Receiver.unlimited(of(HUNG)), Receiver.upTo(220, of(MAI), 217)),
                (team, unit) -> false,
                TODAY.plusDays(1));
        handOver.steps().forEach(this::send);

        assertThat(handOver.left()).isEmpty();
        assertThat(charges(LAN)).isEmpty();
        assertThat(charges(HUNG)).hasSize(5);
        assertThat(charges(MAI)).hasSize(3);
    }

    private List<Charge> charges(MemberId member) {
        return side.caseloads().of(of(member));
    }

    private CommandOutcome send(Command command) {
        return side.gateway().submit(new CommandRequest(new UUID(0, ++ids), "an"), command);
    }

    private static Charge charge(int number) {
        return new Charge(household(number), HAMLET, of(LAN), DAY);
    }

    private static Responsible of(MemberId member) {
        return new Responsible(TEAM, member);
    }

    private static HouseholdId household(int number) {
        return new HouseholdId("h-" + number);
    }

    private static FormTeam team(TeamId team, List<UnitId> coverage) {
        return new FormTeam(
                team,
                "Tổ " + team,
                new Instrument("1/QĐ", DAY),
                coverage,
                Stream.of(LAN, HUNG, MAI)
                        .map(member -> new FoundingMember(member, MemberOrigin.YOUTH_UNION))
                        .toList(),
                HUNG,
                DAY);
    }

    private static EstablishUnit unit(
            String id,
            UnitKind kind,
            @org.jspecify.annotations.Nullable String code,
            @org.jspecify.annotations.Nullable UnitId parent) {
        return new EstablishUnit(new UnitId(id), kind, "Đơn vị " + id, code, parent, new Instrument("1/QĐ", DAY), DAY);
    }
}
