package vn.soto.contracts.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.household.HouseholdEvent.HouseholdCounted;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.outreach.CommunityGroupEvent;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.report.CountedEvents.Entry;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.support.SupportRequestEvent;
import vn.soto.contracts.team.TeamEvent.TeamCounted;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.TrainingEvent.AttendanceStated;

/**
 * Keeps the events that {@link Indicators} counts of each team in parts. A quarter's figures and their evidence are
 * derived from the parts of its months and those that always count. They equal the result of {@link Indicators} for all
 * events with the team's tag up to a position. Every event that can count in the quarter is among them. Both sides keep
 * figures in this way: a report stores what one derives, and the other tells whether it derives the same.
 *
 * <p>Adding an event again changes nothing. A correction of help is in the order of the ledger: it comes after the record.
 */
public final class TeamFigures implements FiguresOfDays {

    /** Bytes from which a part of what stands is full; part of the stored form. */
    private static final int FULL = 2 * 1024;

    /** Of these an event that has a team's tag may change a figure of the team; no other does. */
    public static final List<Class<? extends ProductEvent>> COUNTED = List.of(
            TeamCounted.class,
            HouseholdCounted.class,
            AssistanceCounted.class,
            AttendanceStated.class,
            OutreachEvent.class,
            CommunityGroupEvent.class,
            SupportRequestEvent.class,
            HouseholdTotalStated.class);

    private final FigureStore store;

    public TeamFigures(FigureStore store) {
        this.store = store;
    }

    /** Adds an event that has the team's tag. */
    public void add(TeamId team, long position, DomainEvent event) {
        Entry entry = CountedEvents.entry(team, position, event);
        if (entry == null) {
            return;
        }
        TeamParts known = store.team(team).orElseGet(() -> TeamParts.none(team));
        switch (event) {
            case AssistanceRecorded recorded -> addTo(known, CountedEvents.months(List.of(entry)), List.of(entry));
            case AssistanceCounted counted -> addLater(known, counted, entry);
            default -> addStanding(known, entry);
        }
    }

    private void addStanding(TeamParts known, Entry entry) {
        if (entry.position() <= known.last() && isStanding(known, entry.position())) {
            return;
        }
        TeamParts longer = known.with(
                Math.max(known.last(), entry.position()), known.open().with(entry));
        if (longer.open().bytes().length < FULL) {
            store.put(longer);
        } else {
            store.put(known.team(), name(longer.full()), longer.open());
            store.put(longer.next());
        }
    }

    /** An event that failed is added after later ones, which may have filled parts. */
    private boolean isStanding(TeamParts known, long position) {
        return standing(known).anyMatch(part -> part.has(position));
    }

    /**
     * The record's events, this one included, belong to every month that any of them states. A correction may be the first that
     * a team hears of a record of another team, in which its members helped along.
     */
    private void addLater(TeamParts known, AssistanceCounted event, Entry entry) {
        List<Entry> record = new ArrayList<>(record(known, event, entry.position()));
        if (record.isEmpty() && entry.kind() != CountedKind.JOINT_HELP) {
            return;
        }
        record.add(entry);
        addTo(known, CountedEvents.months(record), record);
    }

    /** The known events of a record of help before a position; empty if it was never recorded. */
    private List<Entry> record(TeamParts known, AssistanceCounted event, long position) {
        for (YearMonth month : Stream.concat(likely(event).stream(), known.months().reversed().stream())
                .distinct()
                .toList()) {
            List<Entry> record = part(known.team(), name(month)).of(event.assistance(), position - 1);
            if (!record.isEmpty()) {
                return record;
            }
        }
        return List.of();
    }

    /** The month that the event itself names, if it names one. */
    private static Optional<YearMonth> likely(AssistanceCounted event) {
        return switch (event) {
            case AssistanceFlaggedLate late -> Optional.of(YearMonth.from(late.day()));
            case AssistanceStated stated ->
                Optional.of(YearMonth.from(VietnamTime.day(stated.content().occurredAt())));
            default -> Optional.empty();
        };
    }

    private void addTo(TeamParts known, SortedSet<YearMonth> months, List<Entry> record) {
        TeamParts listed = known;
        for (YearMonth month : months) {
            store.put(known.team(), name(month), part(known.team(), name(month)).withAll(record));
            listed = listed.with(month);
        }
        if (!listed.equals(known)) {
            store.put(listed);
        }
    }

    private CountedEvents part(TeamId team, String name) {
        return store.parts(team, List.of(name)).getOrDefault(name, CountedEvents.NONE);
    }

    private static String name(int full) {
        return Integer.toString(full);
    }

    private static String name(YearMonth month) {
        return month.toString();
    }

    /**
     * The team's figures for a quarter.
     *
     * @param version of the definitions
     * @param before  position after the last event that counts
     */
    public Indicators derive(int version, TeamId team, Quarter quarter, QuarterCalendar calendar, long before) {
        return derive(version, team, calendar.days(quarter), before);
    }

    /** The same for the days of a quarter. */
    public Indicators derive(int version, TeamId team, QuarterDays days, long before) {
        Indicators indicators = new Indicators(version, team, days);
        replay(team, days, before, (event, position) -> indicators.on(position, event));
        return indicators;
    }

    @Override
    public List<Figure> figures(int version, TeamId team, QuarterDays days, long before) {
        return derive(version, team, days, before).figures();
    }

    @Override
    public Map<String, Set<String>> distinct(int version, TeamId team, QuarterDays days, long before) {
        return derive(version, team, days, before).distinct();
    }

    /** Names of the parts from which the figures of days derive, beside the open one. */
    public static List<String> parts(TeamParts known, QuarterDays days) {
        return Stream.concat(IntStream.range(0, known.full()).mapToObj(TeamFigures::name), months(known, days).stream())
                .toList();
    }

    /**
     * Hands the events from which a quarter's figures derive to a reader, in ledger order, each with its position.
     *
     * @param before position after the last event that counts
     */
    public void replay(TeamId team, QuarterDays days, long before, ObjLongConsumer<DomainEvent> each) {
        CountedEventReader reader = new CountedEventReader(team);
        Map<Long, Entry> events = new TreeMap<>();
        store.team(team)
                .ifPresent(known -> used(known, days)
                        .forEach(part -> part.before(before).forEach(entry -> events.put(entry.position(), entry))));
        events.forEach((position, entry) -> each.accept(
                reader.event(entry.kind(), new PackedReader(entry.rest(), 0, entry.rest().length)), position));
    }

    /** Positions of the team's events before a position: of help since a month, and of all that stands; ascending. */
    public List<Long> positions(TeamId team, YearMonth since, long before) {
        return store.team(team).stream()
                .flatMap(known -> Stream.concat(standing(known), help(known, since)))
                .flatMap(part -> part.positions().stream())
                .filter(position -> position < before)
                .distinct()
                .sorted()
                .toList();
    }

    /** The same of the team's records of help to one household. */
    public List<Long> positions(TeamId team, HouseholdId household, YearMonth since, long before) {
        return store.team(team).stream()
                .flatMap(known -> help(known, since))
                .flatMap(part -> part.positions(household).stream())
                .filter(position -> position < before)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The positions, ascending, of what states the team's own records of help that stand on those days, before a position; by record.
     */
    public Map<AssistanceId, List<Long>> records(TeamId team, QuarterDays days, long before) {
        Map<AssistanceId, List<Long>> records = new TreeMap<>();
        store.team(team)
                .ifPresent(known -> store.parts(team, months(known, days))
                        .values()
                        .forEach(month -> records.putAll(month.standing(days, before))));
        return records;
    }

    private static List<String> months(TeamParts known, QuarterDays days) {
        return new TreeSet<>(known.months())
                        .subSet(
                                YearMonth.from(days.firstDay()),
                                YearMonth.from(days.lastDay()).plusMonths(1))
                        .stream()
                        .map(TeamFigures::name)
                        .toList();
    }

    private Stream<CountedEvents> standing(TeamParts known) {
        List<String> full =
                IntStream.range(0, known.full()).mapToObj(TeamFigures::name).toList();
        return Stream.concat(store.parts(known.team(), full).values().stream(), Stream.of(known.open()));
    }

    private Stream<CountedEvents> help(TeamParts known, YearMonth since) {
        List<String> months = known.months().stream()
                .filter(month -> !month.isBefore(since))
                .map(TeamFigures::name)
                .toList();
        return store.parts(known.team(), months).values().stream();
    }

    private Stream<CountedEvents> used(TeamParts known, QuarterDays days) {
        return Stream.concat(store.parts(known.team(), parts(known, days)).values().stream(), Stream.of(known.open()));
    }
}
