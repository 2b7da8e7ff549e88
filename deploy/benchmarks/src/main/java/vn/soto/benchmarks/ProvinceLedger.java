package vn.soto.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;

/**
 * Writes the ledger of a province: teams of one residential unit each, whose work of six quarters lies interleaved, one commit
 * for each command. The same events in nearly the same order at every run.
 */
final class ProvinceLedger {

    static final LocalDate FIRST_DAY = LocalDate.of(2025, 4, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2026, 9, 30);

    private static final int CALLERS = 256;
    private static final int UNITS_OF_A_COMMUNE = 10;
    private static final int MEMBERS = 8;
    private static final UnitId PROVINCE = new UnitId("province");
    private static final Instrument DECISION = new Instrument("1/QD-UBND", FIRST_DAY);

    private final LedgerAppender ledger;
    private final EventCodec codec;
    private final Supplier<UUID> ids;
    private final AtomicLong written = new AtomicLong();
    private final List<TeamYears> teams = new ArrayList<>();
    private int turn;

    ProvinceLedger(LedgerAppender ledger, EventCodec codec, Supplier<UUID> ids) {
        this.ledger = ledger;
        this.codec = codec;
        this.ids = ids;
    }

    /** One event and its place in the stream of its aggregate. */
    record Placed(DomainEvent event, StreamPosition place) {}

    /** Each caller appends for some of the teams in turn, so that all of them are interleaved and each is in order. */
    void write(int numberOfTeams, long events) throws InterruptedException {
        establish(numberOfTeams);
        double days = LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay() + 1.0;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = IntStream.range(0, CALLERS)
                    .<Future<?>>mapToObj(caller -> callers.submit(() -> {
                        List<TeamYears> own = IntStream.range(0, teams.size())
                                .filter(team -> team % CALLERS == caller)
                                .mapToObj(teams::get)
                                .toList();
                        for (int turn = 0; written.get() < events && !own.isEmpty(); turn++) {
                            double passed = Math.min(1, (double) written.get() / events);
                            LocalDate today = FIRST_DAY.plusDays((long) (passed * (days - 1)));
                            append(own.get(turn % own.size()).next(today));
                        }
                    }))
                    .toList();
            for (Future<?> caller : running) {
                caller.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the ledger could not be written", e.getCause());
        }
    }

    /** One command more of the next of the teams, on the last day. */
    void goOn() {
        append(teams.get(turn++ % teams.size()).next(LAST_DAY));
    }

    List<TeamId> teams() {
        return teams.stream().map(TeamYears::team).toList();
    }

    private void establish(int numberOfTeams) {
        unit(PROVINCE, UnitKind.PROVINCE, null, "74");
        for (int number = 0; number < numberOfTeams; number++) {
            UnitId commune = new UnitId("commune-" + number / UNITS_OF_A_COMMUNE);
            if (number % UNITS_OF_A_COMMUNE == 0) {
                unit(commune, UnitKind.COMMUNE, PROVINCE, "%05d".formatted(number));
            }
            UnitId unit = new UnitId("unit-" + number);
            unit(unit, UnitKind.HAMLET, commune, null);
            teams.add(team(number, unit));
        }
    }

    private void unit(UnitId unit, UnitKind kind, @Nullable UnitId parent, @Nullable String code) {
        append(List.of(new Placed(
                new UnitEstablished(unit, kind, unit.value(), code, parent, DECISION, FIRST_DAY),
                new StreamPosition("unit", unit.value(), 0))));
    }

    private TeamYears team(int number, UnitId unit) {
        TeamId team = new TeamId(ids.get().toString());
        List<MemberId> members = IntStream.range(0, MEMBERS)
                .mapToObj(i -> new MemberId(ids.get().toString()))
                .toList();
        append(List.of(new Placed(
                new TeamFormed(
                        team,
                        "Tổ " + number,
                        DECISION,
                        List.of(unit),
                        members.stream()
                                .map(member -> new FoundingMember(member, MemberOrigin.YOUTH_UNION))
                                .toList(),
                        members.getFirst(),
                        FIRST_DAY),
                new StreamPosition("team", team.value(), 0))));
        return new TeamYears(team, unit, members, ids, new Random(number));
    }

    private void append(List<Placed> events) {
        UUID id = ids.get();
        Instant now = Instant.EPOCH;
        ledger.append(new Draft(
                id,
                new Origin.Command(id, "generate", Hash.sha256()),
                "generator",
                null,
                null,
                id.toString(),
                id.toString(),
                events.stream()
                        .map(placed -> new RecordedEvent(
                                ids.get().toString(),
                                now,
                                codec.typeOf(placed.event.getClass()),
                                placed.place,
                                new TreeMap<>(),
                                List.copyOf(placed.event.tags()),
                                codec.encode(placed.event)))
                        .toList(),
                List.of()));
        written.addAndGet(events.size());
    }
}
