package vn.soto.contracts.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.household.HouseholdEvent.HouseholdCounted;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.outreach.CommunityGroupEvent;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.HashedParts;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.support.SupportRequestEvent;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.TeamCounted;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.TrainingEvent.AttendanceStated;

/**
 * Keeps the events that {@link Indicators} counts of each team in parts. A quarter's figures and their evidence are
 * derived from the parts of its days and those that always count. They equal the result of {@link Indicators} for all
 * events with the team's tag up to a position. Every event that can count in the quarter is among them. Both sides keep
 * figures in this way: a report stores what one derives, and the other tells whether it derives the same.
 *
 * <p>Adding an event again changes nothing. A correction of help is in the order of the ledger: it comes after the record.
 */
public final class TeamFigures implements FiguresOfDays {

    /** Events with which a part of what stands is full. */
    private static final int FULL = 32;

    /** Events with which a part of the help of some days is full: more than nearly any team has in these. */
    private static final int FULL_OF_HELP = 64;

    /** Days of a month whose help is in one part; the last has the rest of the month. */
    private static final int DAYS = 8;

    private static final int LAST = 25;

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
        add(team, position, event, null);
    }

    /** The same with how it was entered, for {@link #help}. */
    public void add(TeamId team, long position, DomainEvent event, @Nullable Entered entered) {
        CountedEvent.of(team, position, event, entered).ifPresent(one -> add(team, one));
    }

    private void add(TeamId team, CountedEvent one) {
        TeamParts known = store.team(team).orElseGet(() -> TeamParts.none(team));
        switch (one.event()) {
            case AssistanceRecorded recorded -> addTo(known, recorded.assistance(), List.of(one));
            case AssistanceCounted help -> addLater(known, help, one);
            default -> addStanding(known, one);
        }
    }

    private void addStanding(TeamParts known, CountedEvent one) {
        if (one.position() <= known.last() && isStanding(known, one.position())) {
            return;
        }
        TeamParts longer =
                known.with(Math.max(known.last(), one.position()), known.open().with(one));
        if (longer.open().all().size() < FULL) {
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
     * The record's events, this one included, belong to the part of every day that any of them states. A correction may be the first that
     * a team hears of a record of another team, in which its members helped along.
     */
    private void addLater(TeamParts known, AssistanceCounted event, CountedEvent one) {
        List<CountedEvent> record = new ArrayList<>(record(known, event, one.position()));
        if (!record.isEmpty() || one.isJointHelp(known.team())) {
            record.add(one);
            addTo(known, event.assistance(), record);
        }
    }

    /** The known events of a record of help before a position; empty if it was never recorded. */
    private List<CountedEvent> record(TeamParts known, AssistanceCounted event, long position) {
        Stream<HelpDays> all = Stream.concat(likely(event).map(known::on).stream(), known.days().reversed().stream());
        for (HelpDays days : all.distinct().toList()) {
            List<CountedEvent> record =
                    part(known.team(), days.name(event.assistance())).of(event.assistance(), position - 1);
            if (!record.isEmpty()) {
                return record;
            }
        }
        return List.of();
    }

    /** The days that the event itself names, if it names any. */
    private static Optional<LocalDate> likely(AssistanceCounted event) {
        return switch (event) {
            case AssistanceFlaggedLate late -> Optional.of(days(late.day()));
            case AssistanceStated stated ->
                Optional.of(days(VietnamTime.day(stated.content().occurredAt())));
            default -> Optional.empty();
        };
    }

    private void addTo(TeamParts known, AssistanceId id, List<CountedEvent> record) {
        TeamParts listed = known;
        for (LocalDate day : CountedEvents.days(known.team(), record)) {
            HelpDays days = listed.on(days(day));
            String name = days.name(id);
            CountedEvents before = part(known.team(), name);
            CountedEvents after = before.withAll(record);
            store.put(known.team(), name, after);
            boolean full = HashedParts.areFull(before.all().size(), after.all().size(), FULL_OF_HELP);
            listed = listed.with(full ? divided(known.team(), days) : days);
        }
        if (listed != known) {
            store.put(listed);
        }
    }

    /** Puts the records of one part into two. The part stays, since a crash may leave the team without this. */
    private HelpDays divided(TeamId team, HelpDays days) {
        HelpDays longer = days.longer();
        part(team, days.divided()).byPart(longer).forEach((name, part) -> store.put(team, name, part));
        return longer;
    }

    private CountedEvents part(TeamId team, String name) {
        return store.parts(team, List.of(name)).getOrDefault(name, CountedEvents.NONE);
    }

    private static String name(int full) {
        return Integer.toString(full);
    }

    /** The first of the days that are in one part with a day. */
    private static LocalDate days(LocalDate day) {
        return day.withDayOfMonth(Math.min(LAST, (day.getDayOfMonth() - 1) / DAYS * DAYS + 1));
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
        return Stream.concat(IntStream.range(0, known.full()).mapToObj(TeamFigures::name), help(known, days).stream())
                .toList();
    }

    /**
     * Hands the events from which a quarter's figures derive to a reader, in ledger order, each with its position.
     *
     * @param before position after the last event that counts
     */
    public void replay(TeamId team, QuarterDays days, long before, ObjLongConsumer<DomainEvent> each) {
        Map<Long, DomainEvent> events = new TreeMap<>();
        store.team(team)
                .ifPresent(known -> used(known, days)
                        .forEach(part -> part.before(before).forEach(one -> events.put(one.position(), one.event()))));
        events.forEach((position, event) -> each.accept(event, position));
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
                .flatMap(part -> part.positions(team, household).stream())
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
        help(team, days).forEach((id, all) -> {
            List<CountedEvent> record =
                    all.stream().filter(one -> one.position() < before).toList();
            if (!record.isEmpty()
                    && record.getLast().helpDay(team).filter(days::contains).isPresent()) {
                records.put(
                        id,
                        record.stream()
                                .filter(one -> one.event() instanceof AssistanceStated)
                                .map(CountedEvent::position)
                                .toList());
            }
        });
        return records;
    }

    /**
     * The events that state the team's own records of help or take them back, in ledger order; by record. Among them is each record
     * that was ever said to be of those days.
     */
    public Map<AssistanceId, List<CountedEvent>> help(TeamId team, QuarterDays days) {
        Map<AssistanceId, List<CountedEvent>> records = new TreeMap<>();
        store.team(team)
                .ifPresent(known -> store.parts(team, help(known, days))
                        .values()
                        .forEach(part -> records.putAll(part.ownHelp(team))));
        return records;
    }

    /**
     * The records of help in which these members helped for the team or along with another, by whichever event. Among them is each
     * that was ever said to be of those days.
     */
    public Set<AssistanceId> help(TeamId team, Set<MemberId> members, LocalDate first, LocalDate last) {
        return store.team(team).stream()
                .flatMap(known -> store.parts(team, help(known, first, last)).values().stream())
                .flatMap(part -> part.helpOf(members).stream())
                .collect(Collectors.toSet());
    }

    private static List<String> help(TeamParts known, QuarterDays days) {
        return help(known, days.firstDay(), days.lastDay());
    }

    private static List<String> help(TeamParts known, LocalDate firstDay, LocalDate last) {
        LocalDate first = days(firstDay);
        return known.days().stream()
                .filter(part -> !part.first().isBefore(first) && !part.first().isAfter(last))
                .flatMap(part -> part.names().stream())
                .toList();
    }

    private Stream<CountedEvents> standing(TeamParts known) {
        List<String> full =
                IntStream.range(0, known.full()).mapToObj(TeamFigures::name).toList();
        return Stream.concat(store.parts(known.team(), full).values().stream(), Stream.of(known.open()));
    }

    private Stream<CountedEvents> help(TeamParts known, YearMonth since) {
        List<String> names = known.days().stream()
                .filter(days -> !days.first().isBefore(since.atDay(1)))
                .flatMap(days -> days.names().stream())
                .toList();
        return store.parts(known.team(), names).values().stream();
    }

    private Stream<CountedEvents> used(TeamParts known, QuarterDays days) {
        return Stream.concat(store.parts(known.team(), parts(known, days)).values().stream(), Stream.of(known.open()));
    }
}
