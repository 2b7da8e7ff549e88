package vn.soto.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.domain.recognition.RecognitionRule.DECISION_BY_SCORES_THAT_CHANGED_HAS_A_REASON;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundDecided;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundScored;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.recognition.RecognitionCommand.DecideRound;
import vn.soto.domain.recognition.RecognitionCommand.NominateCandidate;
import vn.soto.domain.recognition.RecognitionCommand.OpenRound;
import vn.soto.domain.recognition.RecognitionCommand.ProposedPlace;
import vn.soto.domain.recognition.RecognitionCommand.ScoreRound;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Origin;
import vn.soto.ledgerwriter.memory.MemoryLedger;

/** Somebody else records something after a round was checked against the scores of today, and before the decision is appended. */
@Tag("threads")
final class RoundRaceTest {

    private static final LocalDate FOUNDED = LocalDate.of(2024, 1, 1);
    private static final Instrument DECISION = new Instrument("12/QĐ-UBND", FOUNDED);
    private static final Quarter QUARTER = new Quarter(2024, 3);
    private static final UnitId PROVINCE = new UnitId("bd");
    private static final UnitId COMMUNE = new UnitId("minh-thanh");
    private static final UnitId HAMLET = new UnitId("dong-tam");
    private static final TeamId TEAM = new TeamId("t-1");
    private static final MemberId LAN = new MemberId("lan");
    private static final MemberId HUNG = new MemberId("hung");
    private static final HouseholdId HOME = new HouseholdId("h-1");
    private static final RoundId ROUND = new RoundId("round-1");

    private final Clock clock = Clock.fixed(Instant.parse("2024-10-01T02:00:00Z"), ZoneOffset.UTC);
    private final MemoryLedger ledger = new MemoryLedger("test/race", clock);
    private final EventCodec codec = EventCodec.product();
    private final AtomicReference<@Nullable Command> meanwhile = new AtomicReference<>();
    private CommandSide others;
    private CommandSide deciding;
    private int ids;

    @BeforeEach
    void start() {
        others = CommandSide.start(ledger, ledger, codec, clock, DefaultPolicy.standard(), new SimpleMeterRegistry());
        deciding = CommandSide.start(
                ledger,
                ledger.through(draft -> {
                    Command next = draft.origin() instanceof Origin.Command of
                                    && of.name().equals("decide-recognition-round")
                            ? meanwhile.getAndSet(null)
                            : null;
                    if (next != null) {
                        // a unit of work belongs to its thread
                        CompletableFuture.runAsync(() -> send(others, next), Thread::startVirtualThread)
                                .join();
                    }
                    return ledger.append(draft);
                }),
                codec,
                clock,
                DefaultPolicy.standard(),
                new SimpleMeterRegistry());
    }

    @AfterEach
    void stop() {
        deciding.close();
        others.close();
    }

    private List<DomainEvent> send(CommandSide side, Command command) {
        UUID id = new UUID(0x019376a000007000L, 0x8000000000000000L + ++ids);
        Commit commit = ledger.commit(side.gateway()
                        .submit(new CommandRequest(id, "an"), command)
                        .commit())
                .orElseThrow();
        return commit.events().stream()
                .map(event -> codec.decode(event.type(), event.payload()))
                .toList();
    }

    private static EstablishUnit unit(
            UnitId unit, UnitKind kind, String name, @Nullable String code, @Nullable UnitId parent) {
        return new EstablishUnit(unit, kind, name, code, parent, DECISION, FOUNDED);
    }

    private static RecordAssistance help(String id, MemberId helper) {
        return new RecordAssistance(
                new AssistanceId(id),
                TEAM,
                HOME,
                List.of(helper),
                new AssistanceContent(
                        List.of(new ServiceCode("vneid-level-2")),
                        Channel.HOME_VISIT,
                        Mode.DEMONSTRATED,
                        Instant.parse("2024-09-20T02:00:00Z")));
    }

    /** Lan helped a household, the others none. */
    private DecideRound scored() {
        List<FoundingMember> members = List.of(
                new FoundingMember(LAN, MemberOrigin.OTHER),
                new FoundingMember(HUNG, MemberOrigin.OTHER),
                new FoundingMember(new MemberId("mai"), MemberOrigin.OTHER));
        for (Command command : List.of(
                unit(PROVINCE, UnitKind.PROVINCE, "Bình Dương", "74", null),
                unit(COMMUNE, UnitKind.COMMUNE, "Minh Thạnh", "25780", PROVINCE),
                unit(HAMLET, UnitKind.HAMLET, "Đồng Tâm", null, COMMUNE),
                new FormTeam(TEAM, "Tổ ấp Đồng Tâm", DECISION, List.of(HAMLET), members, LAN, FOUNDED),
                new RegisterHousehold(HOME, HAMLET, "HO-1"),
                help("a-1", LAN),
                new SubmitQuarterlyReport(TEAM, QUARTER, null),
                new OpenRound(ROUND, COMMUNE, RoundKind.INDIVIDUAL, 1, QUARTER, QUARTER, 1, 0),
                new NominateCandidate(ROUND, Candidate.of(LAN)))) {
            send(others, command);
        }
        RoundScored scores = (RoundScored) send(others, new ScoreRound(ROUND)).getFirst();
        return new DecideRound(ROUND, scores.pin().content(), List.of(new ProposedPlace(Candidate.of(LAN), null)));
    }

    @Test
    void whatChangesAPlaceInBetweenAsksForAReason() {
        DecideRound decide = scored();
        meanwhile.set(help("a-2", HUNG));

        assertThatThrownBy(() -> send(deciding, decide))
                .isInstanceOfSatisfying(
                        RuleViolatedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(DECISION_BY_SCORES_THAT_CHANGED_HAS_A_REASON));
        assertThat(meanwhile).hasNullValue();
    }

    @Test
    void whatIsAboutSomethingElseDoesNotStandInTheWay() {
        DecideRound decide = scored();
        meanwhile.set(unit(new UnitId("tn"), UnitKind.PROVINCE, "Tây Ninh", "72", null));

        assertThat(send(deciding, decide)).hasOnlyElementsOfType(RoundDecided.class);
        assertThat(meanwhile).hasNullValue();
    }
}
