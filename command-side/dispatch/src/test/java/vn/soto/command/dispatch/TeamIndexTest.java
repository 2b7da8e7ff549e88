package vn.soto.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.audit.FrameRecord;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.support.RequestOutcome;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.events.EventException;
import vn.soto.ledger.EventHeader;
import vn.soto.ledger.EventType;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredEvent;

/** Figures of reports against the ledger read from its first event. */
final class TeamIndexTest extends RandomTeams {

    private final List<Long> read = new ArrayList<>();
    private int pages;

    /** The standing records of a team in a quarter, by the ledger read from its first event. */
    private Set<AssistanceId> standing(TeamId team, Quarter quarter) {
        Map<AssistanceId, AssistanceState> states = new HashMap<>();
        for (StoredEvent stored : ledger.events(0, Integer.MAX_VALUE)) {
            if (CODEC.decode(stored) instanceof AssistanceEvent event) {
                states.compute(
                        event.assistance(),
                        (record, before) -> before == null ? AssistanceState.first(event) : before.after(event));
            }
        }
        return states.entrySet().stream()
                .filter(record -> record.getValue().team().equals(team)
                        && !record.getValue().voided()
                        && QuarterCalendar.CALENDAR.of(record.getValue().day()).equals(quarter))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Test
    void recordsToCallBackAboutAreThoseThatStandInTheQuarter() {
        helpers = List.of(new CreditShare(new MemberId("lan"), 100));
        fill(5, 400);
        TeamIndex index = new TeamIndex(ledger, CODEC);
        LedgerReportFigures figures = new LedgerReportFigures(index);
        int found = 0;
        for (Quarter quarter : List.of(new Quarter(2025, 1), new Quarter(2025, 4), new Quarter(2026, 3))) {
            for (int number = 0; number < TEAMS; number++) {
                TeamId team = team(number);
                List<FrameRecord> records =
                        figures.helpBy(team, QuarterCalendar.CALENDAR.days(quarter), index.upToTail());
                assertThat(records)
                        .as("%s in %s", team, quarter)
                        .extracting(FrameRecord::assistance)
                        .containsExactlyInAnyOrderElementsOf(standing(team, quarter));
                found += records.size();
            }
        }
        assertThat(found).isGreaterThan(20);
    }

    @Test
    void derivesWhatTheFoldFromTheFoundingMakes() {
        for (long seed = 1; seed <= 3; seed++) {
            TeamIndex index = new TeamIndex(ledger, CODEC);
            fill(seed, 400);
            compare(index, "seed " + seed);
            fill(seed + 10, 50);
            compare(index, "later, seed " + seed);
            compare(new TeamIndex(ledger, CODEC), "after a restart, seed " + seed);
        }
    }

    /** With room for a month or so the older ones are read again, and are the same. */
    @Test
    void derivesTheSameFromWhatWasDropped() {
        fill(5, 900);
        TeamIndex small = new TeamIndex(ledger, CODEC, 2_000, 500);
        TeamIndex large = new TeamIndex(ledger, CODEC);
        compare(small, "dropped");
        large.catchUp();
        assertThat(small.bytes()).isLessThan(large.bytes() / 2);
    }

    /** Counts the pages of headers and notes the commits that are read; nothing else of the ledger may be. */
    private LedgerReader watched() {
        return (LedgerReader) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {LedgerReader.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "origin", "tail", "damaged" -> {}
                        case "headers" -> pages++;
                        case "commitsAt", "readAt" ->
                            ((List<?>) arguments[0]).forEach(number -> read.add((Long) number));
                        default -> throw new AssertionError(method + " reads more than is needed");
                    }
                    try {
                        return method.invoke(ledger, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private List<Long> commitsAbout(TeamId team, long from) {
        return ledger.headers(from, Integer.MAX_VALUE).stream()
                .filter(header -> header.tags().contains("team:" + team))
                .map(EventHeader::commit)
                .distinct()
                .toList();
    }

    /** However long the history is, a report right after a start reads what is about its team, and no payload besides. */
    @Test
    void theFirstReportReadsItsTeamOnly() {
        fill(9, 2_500);
        LedgerReportFigures figures = new LedgerReportFigures(new TeamIndex(watched(), CODEC));
        figures.derive(team(3), new Quarter(2025, 3), PERIODS, null);
        assertThat(pages).isEqualTo(2);
        assertThat(read).isEqualTo(commitsAbout(team(3), 1));
    }

    /** However long the team's history is, a report reads nothing but what was committed since the last look. */
    @Test
    void aReportReadsOnlyWhatIsNew() {
        fill(6, 1_700);
        TeamIndex index = new TeamIndex(watched(), CODEC);
        index.catchUp();
        assertThat(pages).isEqualTo(2);
        LedgerReportFigures figures = new LedgerReportFigures(index);
        pages = 0;
        read.clear();
        for (int i = 0; i < 20; i++) {
            figures.derive(team(i % TEAMS), new Quarter(2025, 3), PERIODS, null);
        }
        assertThat(pages).isZero();
        assertThat(read).isEmpty();
        fill(7, 30);
        figures.derive(team(0), new Quarter(2025, 3), PERIODS, null);
        assertThat(pages).isOne();
        assertThat(read).isNotEmpty().isEqualTo(commitsAbout(team(0), 1_701));
    }

    /** The charges of households are read of the commits about them only. */
    @Test
    void aCaseloadReadsTheCommitsAboutItOnly() {
        fill(4, 400);
        List<Long> about = ledger.headers(1, Integer.MAX_VALUE).stream()
                .filter(header -> header.tags().contains("team:" + team(1))
                        && header.type().name().startsWith("household."))
                .map(EventHeader::commit)
                .toList();
        new LedgerCaseloads(new TeamIndex(watched(), CODEC)).of(new Responsible(team(1), new MemberId("minh")));
        assertThat(read).isNotEmpty().isEqualTo(about);
    }

    /** Whoever reads files asks for names: the commits that tell some are read once, and no others. */
    @Test
    void namesAreReadOfTheCommitsThatTellThem() {
        fill(4, 400);
        List<Long> telling = ledger.headers(1, Integer.MAX_VALUE).stream()
                .filter(header -> List.of("team.", "unit.", "assistance.voided", "training.voided").stream()
                        .anyMatch(header.type().name()::startsWith))
                .map(EventHeader::commit)
                .distinct()
                .toList();
        assertThat(telling).isNotEmpty().hasSizeLessThan(400);
        List<Long> told = new ArrayList<>();
        LedgerCatchUp names = new TeamIndex(watched(), CODEC).names((event, commit) -> told.add(commit.number()));
        names.catchUp();
        names.catchUp();
        assertThat(read).isEqualTo(telling);
        assertThat(told).isEqualTo(telling);
    }

    /** Whoever voids help asks which requests it resolved: however often, each commit about them is read once. */
    @Test
    void resolvedRequestsAreReadOnce() {
        LedgerSettledRequests settled = new LedgerSettledRequests(new TeamIndex(watched(), CODEC));
        AssistanceId help = new AssistanceId("a-1");
        append(resolved("r-1", help));
        append(resolved("r-2", null));
        assertThat(settled.with(help, team(1))).containsExactly(new SupportRequestId("r-1"));
        append(resolved("r-3", help));
        assertThat(settled.with(help, team(1)))
                .containsExactlyInAnyOrder(new SupportRequestId("r-1"), new SupportRequestId("r-3"));
        assertThat(settled.with(help, team(2))).isEmpty();
        assertThat(read).containsExactly(1L, 2L, 3L);
    }

    private static SupportRequestResolved resolved(String request, @Nullable AssistanceId by) {
        return new SupportRequestResolved(
                new SupportRequestId(request),
                UNIT,
                team(1),
                new MemberId("minh"),
                RequestOutcome.DONE,
                by,
                LocalDate.of(2025, 6, 1));
    }

    /** An event that nobody knows makes the figures of its team unknown, and those of no other. */
    @Test
    void anUnknownEventStopsTheReportsOfItsTeamOnly() {
        fill(8, 30);
        AssistanceRecorded record = records.getFirst();
        append(record, new EventType("assistance.praised", "1"));
        LedgerReportFigures figures = new LedgerReportFigures(new TeamIndex(ledger, CODEC));
        Quarter quarter = new Quarter(2025, 2);
        assertThatThrownBy(() -> figures.derive(record.team(), quarter, PERIODS, null))
                .isInstanceOf(EventException.Undecodable.class)
                .hasMessageContaining("commit 31");
        TeamId other = IntStream.range(0, TEAMS)
                .mapToObj(TeamIndexTest::team)
                .filter(team -> !team.equals(record.team()))
                .findFirst()
                .orElseThrow();
        assertThat(figures.derive(other, quarter, PERIODS, null).pin().number())
                .isEqualTo(ledger.tail().number());
    }

    /** The last commits cannot be read: nobody waits for them, and whoever may rest on them is refused. */
    @Test
    void damagedCommitsAtTheEndAreNotWaitedFor() {
        fill(3, 10);
        long readable = 8;
        assertThat(ledger.tail().number()).isGreaterThan(readable);
        LedgerReader headless = (LedgerReader) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {LedgerReader.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("headers")) {
                        return ledger.headers((Long) arguments[0], (Integer) arguments[1]).stream()
                                .filter(header -> header.commit() <= readable)
                                .toList();
                    }
                    return method.invoke(ledger, arguments);
                });
        TeamIndex index = new TeamIndex(headless, CODEC);
        assertThat(index.upToTail()).isEqualTo(ledger.tail());
        assertThat(index.upTo(ledger.tail().number())).isSameAs(index);
    }
}
