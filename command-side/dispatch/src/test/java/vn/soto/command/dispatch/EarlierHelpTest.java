package vn.soto.command.dispatch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.memory.MemoryLedger;

/** Warnings of help to a household, against a fold of everything that was recorded before. */
@Tag("slow")
final class EarlierHelpTest {

    private static final EventCodec CODEC = EventCodec.product();
    private static final String REASON = "nhập bù từ sổ tay của tổ";
    private static final LocalDate FOUNDED = LocalDate.of(2025, 1, 1);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 12);
    private static final int DAYS = 3;
    private static final Instrument DECISION = new Instrument("12/QĐ-UBND", FOUNDED);
    private static final UnitId HAMLET = new UnitId("u-1");
    private static final List<MemberId> MEMBERS =
            Stream.of("lan", "minh", "sen").map(MemberId::new).toList();
    private static final Set<Flag.Code> ABOUT = Set.of(
            Flag.Code.HELPED_HOUSEHOLD_HAD_LEFT,
            Flag.Code.HELP_IS_RECORDED_ALREADY,
            Flag.Code.HELP_IS_RECORDED_BY_ANOTHER_TEAM);
    private static final List<ServiceCode> SERVICES = PlanCatalogue.version1().services().stream()
            .filter(service -> !service.needsProcedure())
            .map(Service::code)
            .limit(2)
            .toList();

    private final Clock clock = Clock.fixed(Instant.parse("2026-01-20T02:00:00Z"), ZoneOffset.UTC);
    private final MemoryLedger ledger = new MemoryLedger("test/earlier-help", clock);
    private long ids;

    /**
     * Compares the command's answer with two other nodes, before and after reading ahead: one that reads along, and one
     * that starts at the end.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void areThoseOfAFoldOfAllThatWasRecordedBefore(long seed) {
        Random random = new Random(seed);
        TeamIndex along = new TeamIndex(ledger, CODEC);
        LedgerWarnings other = new LedgerWarnings(along, PastEvents.in(ledger, CODEC), QuarterCalendar.CALENDAR);
        Map<Long, List<Warning>> found = new HashMap<>();
        try (CommandSide side =
                CommandSide.start(ledger, ledger, CODEC, clock, DefaultPolicy.standard(), new SimpleMeterRegistry())) {
            found(side);
            for (int i = 0; i < 120; i++) {
                Optional<CommandOutcome> outcome = send(side, command(random));
                outcome.ifPresent(sent -> found.put(sent.commit(), about(sent.warnings())));
                if (random.nextInt(3) == 0) {
                    outcome.ifPresent(sent -> assertThat(warnings(other, sent.commit()))
                            .as("another node, seed %d, commit %d", seed, sent.commit())
                            .isEqualTo(found.get(sent.commit())));
                }
            }
        }
        LedgerWarnings late = new LedgerWarnings(
                new TeamIndex(ledger, CODEC), PastEvents.in(ledger, CODEC), QuarterCalendar.CALENDAR);
        TeamIndex ahead = new TeamIndex(ledger, CODEC);
        ahead.catchUp();
        LedgerWarnings afterIt = new LedgerWarnings(ahead, PastEvents.in(ledger, CODEC), QuarterCalendar.CALENDAR);
        List<List<DomainEvent>> all = ledger.commits(1, Integer.MAX_VALUE).stream()
                .map(EarlierHelpTest::events)
                .toList();
        found.forEach((number, warnings) -> {
            assertThat(warnings).as("seed %d, commit %d", seed, number).isEqualTo(expected(all, number.intValue()));
            assertThat(warnings(late, number))
                    .as("late, seed %d, commit %d", seed, number)
                    .isEqualTo(warnings);
            assertThat(warnings(afterIt, number))
                    .as("read ahead, seed %d, commit %d", seed, number)
                    .isEqualTo(warnings);
        });
        assertThat(found.values().stream().flatMap(List::stream).map(Warning::code))
                .as("what this test has to see")
                .containsAll(ABOUT);
    }

    /** @param reads commits that are read by their numbers */
    private CommandSide counting(AtomicInteger reads) {
        LedgerReader counting = (LedgerReader) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {LedgerReader.class}, (proxy, method, arguments) -> {
                    reads.addAndGet(method.getName().equals("commitsAt") ? ((List<?>) arguments[0]).size() : 0);
                    return method.invoke(ledger, arguments);
                });
        return CommandSide.start(counting, ledger, CODEC, clock, DefaultPolicy.standard(), new SimpleMeterRegistry());
    }

    /** However often the household is helped again on that day. */
    @Test
    void theRecordThatWarnsIsReadOnce() {
        AtomicInteger reads = new AtomicInteger();
        try (CommandSide side = counting(reads)) {
            found(side);
            send(side, help(new Random(1), new HouseholdId("h-0"), FIRST));
            reads.set(0);
            for (int again = 0; again < 5; again++) {
                assertThat(about(send(side, help(new Random(1), new HouseholdId("h-0"), FIRST))
                                .orElseThrow()
                                .warnings()))
                        .extracting(Warning::code)
                        .containsExactly(Flag.Code.HELP_IS_RECORDED_ALREADY);
            }
        }
        assertThat(reads).hasValue(1);
    }

    /** However long the household's history is. */
    @Test
    void theFirstRecordAfterAStartReadsNothingOfOtherDays() {
        AtomicInteger reads = new AtomicInteger();
        HouseholdId household = new HouseholdId("h-0");
        try (CommandSide before = counting(reads)) {
            found(before);
            for (int day = 1; day <= 30; day++) {
                send(before, help(new Random(day), household, FIRST.minusDays(day)));
            }
        }
        try (CommandSide started = counting(reads)) {
            started.teams().catchUp();
            reads.set(0);
            assertThat(about(send(started, help(new Random(1), household, FIRST))
                            .orElseThrow()
                            .warnings()))
                    .isEmpty();
        }
        assertThat(reads).hasValue(0);
    }

    private void correct(CommandSide side, AssistanceId record, int times) {
        for (int i = 0; i < times; i++) {
            AssistanceContent content = new AssistanceContent(
                    List.of(SERVICES.getFirst()),
                    Channel.HOME_VISIT,
                    Mode.DEMONSTRATED,
                    VietnamTime.start(FIRST).plusSeconds(ids));
            assertThat(send(side, new CorrectAssistance(record, null, content, null, null, null, REASON)))
                    .isPresent();
        }
    }

    /**
     * Also after a start, when nobody has looked of which day those are. The first record of a start reads the units.
     */
    @Test
    void aCorrectionReadsNoneOfItsRecordsOwnStatements() {
        AtomicInteger reads = new AtomicInteger();
        RecordAssistance help;
        try (CommandSide side = counting(reads)) {
            found(side);
            help = help(new Random(1), new HouseholdId("h-0"), FIRST);
            send(side, help);
            reads.set(0);
            correct(side, help.assistance(), 10);
            assertThat(reads).hasValue(0);
        }
        try (CommandSide started = counting(reads)) {
            send(started, help(new Random(1), new HouseholdId("h-1"), FIRST));
            reads.set(0);
            correct(started, help.assistance(), 10);
        }
        assertThat(reads).hasValue(0);
    }

    private List<Warning> warnings(LedgerWarnings warnings, long number) {
        Commit commit = ledger.commit(number).orElseThrow();
        return about(warnings.of(commit, events(commit)));
    }

    private static List<Warning> about(List<Warning> all) {
        return all.stream().filter(warning -> ABOUT.contains(warning.code())).toList();
    }

    private static List<DomainEvent> events(Commit commit) {
        return commit.stored().stream().map(CODEC::decode).toList();
    }

    private void found(CommandSide side) {
        send(side, unit("p", UnitKind.PROVINCE, "79", null));
        send(side, unit("c", UnitKind.COMMUNE, "25747", new UnitId("p")));
        send(side, unit(HAMLET.value(), UnitKind.HAMLET, null, new UnitId("c")));
        for (int team = 0; team < 2; team++) {
            send(
                    side,
                    new FormTeam(
                            new TeamId("t-" + team),
                            "Tổ " + team,
                            DECISION,
                            List.of(HAMLET),
                            MEMBERS.stream()
                                    .map(member -> new FoundingMember(member, MemberOrigin.TEACHER))
                                    .toList(),
                            MEMBERS.get(team),
                            FOUNDED));
            send(side, new RegisterHousehold(new HouseholdId("h-" + team), HAMLET, "HK-" + team));
        }
    }

    private static EstablishUnit unit(String id, UnitKind kind, @Nullable String code, @Nullable UnitId parent) {
        return new EstablishUnit(new UnitId(id), kind, "Tên " + id, code, parent, DECISION, FOUNDED);
    }

    private Optional<CommandOutcome> send(CommandSide side, Command command) {
        try {
            return Optional.of(side.gateway()
                    .submit(new CommandRequest(new UUID(0x7000L, Long.MIN_VALUE | ++ids), "an"), command));
        } catch (RuleViolatedException refused) {
            return Optional.empty();
        }
    }

    private Command command(Random random) {
        HouseholdId household = new HouseholdId("h-" + random.nextInt(2));
        AssistanceId earlier = new AssistanceId("a-" + random.nextInt(1 + (int) ids));
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
        return switch (random.nextInt(10)) {
            case 0 -> new MarkHouseholdLeft(household, day);
            case 1 -> new ReturnHousehold(household, HAMLET, day);
            case 2 -> exists(earlier) ? new VoidAssistance(earlier, REASON) : help(random, household, day);
            case 3, 4 ->
                exists(earlier)
                        ? new CorrectAssistance(earlier, null, content(random, day), household, null, null, REASON)
                        : help(random, household, day);
            default -> help(random, household, day);
        };
    }

    private boolean exists(AssistanceId id) {
        return ledger.head(id.value()).isPresent();
    }

    private RecordAssistance help(Random random, HouseholdId household, LocalDate day) {
        return new RecordAssistance(
                new AssistanceId("a-" + (ids + 1)),
                new TeamId("t-" + random.nextInt(2)),
                household,
                null,
                null,
                List.of(MEMBERS.get(random.nextInt(MEMBERS.size()))),
                content(random, day),
                null,
                REASON);
    }

    private static AssistanceContent content(Random random, LocalDate day) {
        return new AssistanceContent(
                List.of(SERVICES.get(random.nextInt(SERVICES.size()))),
                Channel.HOME_VISIT,
                Mode.DEMONSTRATED,
                VietnamTime.start(day));
    }

    private static List<Warning> expected(List<List<DomainEvent>> commits, int number) {
        List<DomainEvent> before =
                commits.subList(0, number - 1).stream().flatMap(List::stream).toList();
        List<DomainEvent> own = commits.get(number - 1);
        return own.stream()
                .filter(AssistanceStated.class::isInstance)
                .flatMap(event -> expected(before, own, ((AssistanceStated) event).assistance()).stream())
                .toList();
    }

    private static List<Warning> expected(List<DomainEvent> before, List<DomainEvent> own, AssistanceId id) {
        Map<AssistanceId, AssistanceState> records = records(before.stream());
        AssistanceState help = requireNonNull(
                records(Stream.concat(before.stream(), own.stream())).get(id));
        HouseholdId household = requireNonNull(help.beneficiary().household());
        List<Warning> warnings = new ArrayList<>();
        LocalDate left = left(before, household, help.day());
        if (left != null) {
            warnings.add(new Warning(Flag.Code.HELPED_HOUSEHOLD_HAD_LEFT, List.of(left, help.day())));
        }
        List<AssistanceId> same = before.stream()
                .flatMap(event -> event instanceof AssistanceStated stated
                                && VietnamTime.day(stated.happenedOn()).equals(help.day())
                                && stated.tags().contains("household:" + household)
                        ? Stream.of(stated.assistance())
                        : Stream.empty())
                .distinct()
                .filter(other -> !other.equals(id) && isSame(requireNonNull(records.get(other)), help))
                .toList();
        same.stream()
                .filter(other ->
                        !Collections.disjoint(requireNonNull(records.get(other)).members(), help.members()))
                .map(other -> new Warning(Flag.Code.HELP_IS_RECORDED_ALREADY, List.of(other.value(), help.day())))
                .findFirst()
                .or(() -> same.stream()
                        .map(other -> requireNonNull(records.get(other)).team())
                        .filter(team -> !team.equals(help.team()))
                        .findFirst()
                        .map(team -> new Warning(
                                Flag.Code.HELP_IS_RECORDED_BY_ANOTHER_TEAM,
                                List.of(team.value(), "Tổ " + team.value().substring(2), help.day()))))
                .ifPresent(warnings::add);
        return warnings;
    }

    private static Map<AssistanceId, AssistanceState> records(Stream<DomainEvent> events) {
        Map<AssistanceId, AssistanceState> records = new HashMap<>();
        events.forEach(event -> {
            if (event instanceof AssistanceEvent about) {
                AssistanceState known = records.get(about.assistance());
                records.put(about.assistance(), known == null ? AssistanceState.first(about) : known.after(about));
            }
        });
        return records;
    }

    private static boolean isSame(AssistanceState one, AssistanceState other) {
        return !one.voided()
                && one.beneficiary().household() != null
                && one.beneficiary().household().equals(other.beneficiary().household())
                && one.day().equals(other.day())
                && !Collections.disjoint(
                        one.content().services(), other.content().services());
    }

    private static @Nullable LocalDate left(List<DomainEvent> before, HouseholdId household, LocalDate day) {
        LocalDate left = null;
        for (DomainEvent event : before) {
            if (event instanceof HouseholdLeft gone
                    && gone.household().equals(household)
                    && !gone.effectiveFrom().isAfter(day)) {
                left = gone.effectiveFrom();
            } else if (event instanceof HouseholdReturned back
                    && back.household().equals(household)
                    && !back.effectiveFrom().isAfter(day)) {
                left = null;
            }
        }
        return left;
    }
}
