package vn.soto.command.dispatch;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdCounted;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.outreach.CommunityGroupEvent;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.report.CountedEvents;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.TeamFigures;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.support.SupportRequestEvent;
import vn.soto.contracts.team.TeamEvent.MembershipEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.TrainingEvent.AttendanceStated;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.Tail;

/**
 * What the command side knows of each team beyond its aggregates: what figures count, and the commits about its households. In
 * memory and disposable, made from the ledger in pages: by {@link #catchUp} in the background, and up to the ledger's tail by
 * each call, which waits a bounded time. Thread-safe.
 */
public final class TeamIndex {

    private static final int PAGE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    /** Commits that a question reads by itself, some tenths of a second; further behind, it is not answered. */
    private static final int NEAR = 20_000;

    private static final String TEAM = "team:";

    private static final List<Class<?>> COUNTED = List.of(
            MembershipEvent.class,
            HouseholdCounted.class,
            AssistanceCounted.class,
            AttendanceStated.class,
            OutreachEvent.class,
            CommunityGroupEvent.class,
            SupportRequestEvent.class);
    private static final List<Class<?>> CHARGES = List.of(
            HouseholdAssigned.class, HouseholdReassigned.class, HouseholdUnassigned.class, HouseholdRelocated.class);

    private final LedgerReader ledger;
    private final EventCodec codec;
    private final MemoryFigures store;
    private final TeamFigures figures;
    private final Map<TeamId, Numbers> households = new HashMap<>();
    private final Map<BusinessId, Set<TeamId>> helpers = new ConcurrentHashMap<>();
    private final int near;
    private final Map<TeamId, EventException> unreadable = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile Tail read;

    public TeamIndex(LedgerReader ledger, EventCodec codec) {
        this(ledger, codec, MOST_BYTES, NEAR);
    }

    TeamIndex(LedgerReader ledger, EventCodec codec, long mostBytes, int near) {
        this.near = near;
        this.ledger = ledger;
        this.codec = codec;
        this.store = new MemoryFigures(mostBytes, this::again);
        this.figures = new TeamFigures(store);
        this.read = Tail.empty(ledger.origin());
    }

    /**
     * Reads what was committed since the last call, so that calls have little to wait for.
     *
     * @return the last commit read
     */
    public long catchUp() {
        long before = -1;
        while (read.number() > before) {
            before = read.number();
            writing.lock();
            try {
                page();
            } finally {
                writing.unlock();
            }
        }
        return before;
    }

    /**
     * Reads up to the tail that the ledger has now, or later.
     *
     * @throws LedgerException.Unavailable if that takes longer than ten seconds, as it may for a while after a start
     */
    Tail upToTail() {
        long wanted = ledger.tail().number();
        long begin = System.nanoTime();
        while (read.number() < wanted) {
            long left = PATIENCE.toNanos() - (System.nanoTime() - begin);
            if (!acquired(left)) {
                throw behind(wanted);
            }
            try {
                page();
            } finally {
                writing.unlock();
            }
        }
        return read;
    }

    private boolean acquired(long nanos) {
        try {
            return nanos > 0 && writing.tryLock(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private LedgerException behind(long wanted) {
        return new LedgerException.Unavailable(
                ("Máy chủ đang đọc lại sổ cái sau khi khởi động: %1$d trong %2$d giao dịch; vui lòng gửi lại sau."
                                + " / The server is reading the ledger after its start: %1$d of %2$d commits; send it again later.")
                        .formatted(read.number(), wanted),
                Duration.ofSeconds(5),
                null);
    }

    private void page() {
        for (Commit commit : ledger.commits(read.number() + 1, PAGE)) {
            commit.stored().forEach(this::take);
            read = commit.tail();
        }
    }

    private void take(StoredEvent stored) {
        List<TeamId> teams = teams(stored.event()).toList();
        if (teams.isEmpty()) {
            return;
        }
        try {
            Class<?> type = codec.classOf(stored);
            if (CHARGES.contains(type)) {
                teams.forEach(team ->
                        households.computeIfAbsent(team, t -> new Numbers()).add(stored.commit()));
            }
            if (counted(type)) {
                DomainEvent decoded = codec.decode(stored);
                teams.forEach(team -> figures.add(team, stored.position(), decoded));
                if (decoded instanceof AssistanceRecorded recorded
                        && recorded.beneficiary().business() != null) {
                    helpers.computeIfAbsent(recorded.beneficiary().business(), b -> ConcurrentHashMap.newKeySet())
                            .add(recorded.team());
                }
            }
        } catch (EventException e) {
            teams.forEach(team -> unreadable.putIfAbsent(team, e));
        }
    }

    private static Stream<TeamId> teams(RecordedEvent event) {
        return event.tags().stream()
                .filter(tag -> tag.startsWith(TEAM))
                .map(tag -> new TeamId(tag.substring(TEAM.length())));
    }

    private static boolean counted(Class<?> type) {
        for (Class<?> counted : COUNTED) {
            if (counted.isAssignableFrom(type)) {
                return true;
            }
        }
        return false;
    }

    private CountedEvents again(TeamId team, List<Long> positions) {
        CountedEvents part = CountedEvents.NONE;
        for (StoredEvent stored : ledger.eventsAt(positions)) {
            part = part.with(team, stored.position(), codec.decode(stored));
        }
        return part;
    }

    /**
     * The figures of a team by the present definitions, from all events before a position that was read.
     *
     * @throws EventException if one of the team's events cannot be decoded: its figures would be wrong
     */
    Indicators figures(TeamId team, Quarter quarter, QuarterCalendar calendar, long before) {
        checkReadable(team);
        return figures.derive(Indicators.VERSION, team, quarter, calendar, before);
    }

    /** The events up to the tail that tell for which households members of the team are responsible, in order. */
    List<HouseholdEvent> households(TeamId team) {
        upToTail();
        checkReadable(team);
        List<HouseholdEvent> events = new ArrayList<>();
        for (Commit commit : ledger.commitsAt(commits(team))) {
            commit.stored().stream()
                    .filter(stored ->
                            stored.event().tags().contains(TEAM + team) && CHARGES.contains(codec.classOf(stored)))
                    .map(stored -> (HouseholdEvent) codec.decode(stored))
                    .forEach(events::add);
        }
        return events;
    }

    /** Whether every commit up to that one is read; reads what little is missing. */
    boolean hasRead(long commit) {
        long wanted = Math.min(commit, ledger.tail().number());
        if (wanted - read.number() > near) {
            return false;
        }
        try {
            return read.number() >= wanted || upToTail().number() >= wanted;
        } catch (LedgerException.Unavailable e) {
            return false;
        }
    }

    /**
     * The events before a position of what members of the team did: help in that month or later, and all trainings, outreach
     * sessions and assignments. The caller has asked {@link #hasRead}.
     *
     * @throws EventException if one of the team's events cannot be decoded
     */
    List<StoredEvent> recorded(TeamId team, YearMonth since, long before) {
        checkReadable(team);
        return ledger.eventsAt(figures.positions(team, since, before));
    }

    /** The same of the team's help to one household. */
    List<StoredEvent> helpTo(HouseholdId household, TeamId team, YearMonth since, long before) {
        checkReadable(team);
        return ledger.eventsAt(figures.positions(team, household, since, before));
    }

    /** Teams that have helped a business. */
    Set<TeamId> helpersOf(BusinessId business) {
        return helpers.getOrDefault(business, Set.of());
    }

    private List<Long> commits(TeamId team) {
        writing.lock();
        try {
            return households.getOrDefault(team, new Numbers()).list();
        } finally {
            writing.unlock();
        }
    }

    private void checkReadable(TeamId team) {
        EventException unknown = unreadable.get(team);
        if (unknown != null) {
            throw unknown;
        }
    }

    /** Bytes in memory, without the objects around them: what is packed, and 8 for each commit about households. */
    public long bytes() {
        writing.lock();
        try {
            return store.bytes()
                    + households.values().stream()
                            .mapToLong(numbers -> 8L * numbers.values.length)
                            .sum();
        } finally {
            writing.unlock();
        }
    }

    /** Ascending numbers, each once. */
    private static final class Numbers {

        private long[] values = new long[8];
        private int size;

        void add(long number) {
            if (size > 0 && values[size - 1] == number) {
                return;
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, size + size / 2);
            }
            values[size++] = number;
        }

        List<Long> list() {
            return LongStream.of(values).limit(size).boxed().toList();
        }
    }
}
