package vn.soto.command.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import vn.soto.command.batch.LineResult;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Origin;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.testkit.RecordedLog;
import vn.soto.web.Problem;

/** The answers to a client and an operator when a command needs an event that cannot be decoded. */
@Isolated("listens to the log of everybody")
final class DamagedEventTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Instrument DECISION = new Instrument("12/QĐ-UBND", DAY);
    private static final HouseholdId HOUSEHOLD = new HouseholdId("h-1");
    private static final TeamId TEAM = new TeamId("t-1");
    private static final ServiceCode SERVICE = PlanCatalogue.version1().services().stream()
            .filter(service -> !service.needsProcedure())
            .map(Service::code)
            .findFirst()
            .orElseThrow();
    private static final List<MemberId> MEMBERS =
            Stream.of("m-1", "m-2", "m-3").map(MemberId::new).toList();

    private final Clock clock = Clock.fixed(Instant.parse("2026-07-01T02:00:00Z"), ZoneOffset.UTC);
    private final MemoryLedger ledger = new MemoryLedger("test/damaged", clock);
    private final CommandSide side = CommandSide.start(
            ledger, ledger, EventCodec.product(), clock, DefaultPolicy.standard(), new SimpleMeterRegistry());
    private final RecordedLog log = RecordedLog.from(Level.WARN);
    private final MockServerWebExchange exchange = MockServerWebExchange.from(
            MockServerHttpRequest.post("/api/households/h-1/departure").header("Accept-Language", "vi"));
    private long ids;

    @AfterEach
    void close() {
        log.close();
        side.close();
    }

    private UUID id() {
        return new UUID(0x7000L, Long.MIN_VALUE | ++ids);
    }

    private void send(Command command) {
        side.gateway().submit(new CommandRequest(id(), "lan"), command);
    }

    private RuntimeException failure(Command command) {
        try {
            send(command);
            throw new AssertionError("it depends on a damaged event");
        } catch (RuntimeException e) {
            return e;
        }
    }

    private void found() {
        send(unit("p", UnitKind.PROVINCE, "79", null));
        send(unit("c", UnitKind.COMMUNE, "25747", new UnitId("p")));
        send(unit("u", UnitKind.HAMLET, null, new UnitId("c")));
        send(new RegisterHousehold(HOUSEHOLD, new UnitId("u"), "HK-1"));
        send(new FormTeam(
                TEAM,
                "Tổ ấp 1",
                DECISION,
                List.of(new UnitId("u")),
                MEMBERS.stream()
                        .map(member -> new FoundingMember(member, MemberOrigin.TEACHER))
                        .toList(),
                MEMBERS.getFirst(),
                DAY));
    }

    private static EstablishUnit unit(String id, UnitKind kind, @Nullable String code, @Nullable UnitId parent) {
        return new EstablishUnit(new UnitId(id), kind, "Tên " + id, code, parent, DECISION, DAY);
    }

    /** Appends an event to a stream as another version of the product, or a damaged disk, may leave it. */
    private Commit damage(String kind, String aggregate, String type, String revision, String payload) {
        UUID id = id();
        long next = ledger.head(aggregate).orElseThrow() + 1;
        return ledger.append(new Draft(
                id,
                new Origin.SystemTask("test"),
                "test",
                null,
                null,
                "test",
                "test",
                List.of(new RecordedEvent(
                        "e-" + id,
                        clock.instant(),
                        new EventType(type, revision),
                        new StreamPosition(kind, aggregate, next),
                        new TreeMap<>(),
                        List.of(),
                        new Payload("json", payload.getBytes(UTF_8)))),
                List.of()));
    }

    private static RecordAssistance help() {
        return new RecordAssistance(
                new AssistanceId("a-1"),
                TEAM,
                HOUSEHOLD,
                null,
                null,
                List.of(MEMBERS.getFirst()),
                new AssistanceContent(
                        List.of(SERVICE), Channel.HOME_VISIT, Mode.DEMONSTRATED, Instant.parse("2026-06-30T02:00:00Z")),
                null,
                null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    household.praised    | 1 | {}
                    household.left       | 9 | {"household":"h-1","unit":"u","effectiveFrom":"2026-02-01"}
                    household.left       | 1 | {"household":"h-1","unit":
                    household.left       | 1 | {"household":"h-1","unit":"u"}
                    household.left       | 1 | {"household":"h-1","unit":"u","effectiveFrom":7.5}
                    household.unassigned | 1 | {"household":"h-1","unit":"u","from":{"team":"t","member":"m"},"cause":"BORED","effectiveFrom":"2026-02-01"}
                    """)
    void isNamedWhetherTheCommandChangesItsAggregateOrReadsIt(String type, String revision, String payload) {
        found();
        Commit damaged = damage("household", HOUSEHOLD.value(), type, revision, payload);

        for (Command command : List.of(new MarkHouseholdLeft(HOUSEHOLD, DAY), help())) {
            Problem problem = Problems.of(failure(command));

            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.code()).isEqualTo("event-unreadable");
            assertThat(problem.retryAfter()).isNull();
            assertThat(problem.properties())
                    .containsEntry("aggregate", "h-1")
                    .containsEntry("commit", damaged.number())
                    .containsEntry("event", damaged.events().getFirst().id());
        }
        assertThat(ledger.tail().number()).isEqualTo(damaged.number());
    }

    @Test
    void doesNotStopCommandsThatDoWithoutIt() {
        found();
        damage("household", HOUSEHOLD.value(), "household.praised", "1", "{}");

        send(new RegisterHousehold(new HouseholdId("h-2"), new UnitId("u"), "HK-2"));
    }

    @Test
    void isAnsweredInVietnameseWithAWordToTheOperatorAndLoggedInOneLine() {
        found();
        Commit damaged = damage("household", HOUSEHOLD.value(), "household.praised", "1", "{}");
        String event = damaged.events().getFirst().id();

        ResponseEntity<ProblemDetail> answer =
                new ProblemAdvice(Problems.texts()).problem(failure(new MarkHouseholdLeft(HOUSEHOLD, DAY)), exchange);

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().containsHeader("Retry-After")).isFalse();
        assertThat(Objects.requireNonNull(answer.getBody()).getDetail())
                .contains(event, "h-1", String.valueOf(damaged.number()), "bộ phận kỹ thuật")
                .doesNotContain("an toàn");
        assertThat(log.events())
                .filteredOn(line -> line.getLoggerName().startsWith("vn.soto.command.http"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.getFormattedMessage()).contains(event, "h-1", "commit " + damaged.number());
                    assertThat(line.getThrowableProxy()).isNull();
                });
    }

    @Test
    void endsALineOfABatchWithoutAnotherTry() {
        found();
        damage("household", HOUSEHOLD.value(), "household.praised", "1", "{}");
        RuntimeException failure = failure(new MarkHouseholdLeft(HOUSEHOLD, DAY));

        LineAnswer answer =
                LineAnswer.of(new LineResult.Failed(1, "x", failure), Problems.of(failure), "a damaged event");

        assertThat(answer.status()).isEqualTo("broken");
        assertThat(answer.problem()).isEqualTo("event-unreadable");
    }
}
