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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.household.HouseholdEvent.HouseholdCounted;
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
 * Keeps the events that {@link Indicators} counts of each team in parts, with those of its area. A quarter's figures and their evidence are
 * derived from the parts of its days and those that always count. They equal the result of {@link Indicators} for all
 * events with the team's tag up to a position. Every event that can count in the quarter is among them. Both sides keep
 * figures in this way: a report stores what one derives, and the other tells whether it derives the same.
 *
 * <p>Adding an event again changes nothing. A correction of help is in the order of the ledger: it comes after the record.
 */
public final class TeamFigures implements FiguresOfDays {

    /** Events with which a part is full. */
    private static final int FULL = 32;

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

    @SuppressWarnings("ReferenceEquality") // what is not changed is given back
    private void add(TeamId team, CountedEvent one) {
        TeamParts known = store.team(team).orElseGet(() -> TeamParts.none(team));
        TeamParts listed = switch (one.event()) {
            case AssistanceRecorded _ -> withHelp(known, List.of(one));
            case AssistanceCounted help -> withLater(known, help, one);
            default -> with(known, one.list(), one.key(), List.of(one));
        };
        if (listed != known) {
            store.put(listed);
        }
    }

    /**
     * The record's events, this one included, belong to the part of every day that any of them states. A correction may be the first that
     * a team hears of a record of another team, in which its members helped along.
     */
    private TeamParts withLater(TeamParts known, AssistanceCounted event, CountedEvent one) {
        List<CountedEvent> record = new ArrayList<>(record(known, one.key(), likely(event), one.position()));
        if (record.isEmpty() && !one.isJointHelp(known.team())) {
            return known;
        }
        record.add(one);
        return withHelp(known, record);
    }

    /** The known events of a record of help before a position; empty if it was never recorded. */
    private List<CountedEvent> record(TeamParts known, String id, Optional<LocalDate> likely, long before) {
        Stream<ListedParts> all = Stream.concat(
                likely.map(TeamFigures::days).map(known::of).stream(), known.help().toList().reversed().stream());
        for (ListedParts days : all.distinct().toList()) {
            List<CountedEvent> record = part(known.team(), days.name(id)).of(id, before);
            if (!record.isEmpty()) {
                return record;
            }
        }
        return List.of();
    }

    /** The day that the event itself names, if it names any. */
    private static Optional<LocalDate> likely(AssistanceCounted event) {
        return switch (event) {
            case AssistanceFlaggedLate late -> Optional.of(late.day());
            case AssistanceStated stated ->
                Optional.of(VietnamTime.day(stated.content().occurredAt()));
            default -> Optional.empty();
        };
    }

    private TeamParts withHelp(TeamParts known, List<CountedEvent> record) {
        TeamParts listed = known;
        for (LocalDate day : CountedEvents.days(known.team(), record)) {
            listed = with(listed, days(day), record.getFirst().key(), record);
        }
        return listed;
    }

    @SuppressWarnings("ReferenceEquality") // what is not changed is given back
    private TeamParts with(TeamParts known, String list, String key, List<CountedEvent> more) {
        ListedParts parts = known.of(list);
        String name = parts.name(key);
        CountedEvents before = part(known.team(), name);
        CountedEvents after = before.withAll(more);
        if (after != before) {
            store.put(known.team(), name, after);
        }
        boolean full = HashedParts.areFull(before.all().size(), after.all().size(), FULL);
        return known.with(full ? divided(known.team(), parts) : parts);
    }

    /** Puts what is in one part into two. The part stays, since a crash may leave the team without this. */
    private ListedParts divided(TeamId team, ListedParts list) {
        ListedParts longer = list.longer();
        part(team, list.divided()).byPart(longer).forEach((name, part) -> store.put(team, name, part));
        return longer;
    }

    private CountedEvents part(TeamId team, String name) {
        return store.parts(team, List.of(name)).getOrDefault(name, CountedEvents.NONE);
    }

    /** The list with the help of a day: the first of the days that are in it. */
    private static String days(LocalDate day) {
        return first(day).toString();
    }

    private static LocalDate first(LocalDate day) {
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

    /** Names of the parts from which the figures of days derive. */
    public static List<String> parts(TeamParts known, QuarterDays days) {
        return Stream.of(
                        known.of(TeamParts.OF_TEAM).names(),
                        known.of(TeamParts.STANDING).names(),
                        help(known, days))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Hands the events from which a quarter's figures derive to a reader, in ledger order, each with its position.
     *
     * @param before position after the last event that counts
     */
    public void replay(TeamId team, QuarterDays days, long before, ObjLongConsumer<DomainEvent> each) {
        store.team(team).stream()
                .flatMap(known -> kept(known, parts(known, days), before))
                .forEachOrdered(one -> each.accept(one.event(), one.position()));
    }

    /** The events before a position that tell of the team's members, its area and its end, in order. */
    public List<CountedEvent> ofTeam(TeamId team, long before) {
        return store.team(team).stream()
                .flatMap(known -> kept(known, known.of(TeamParts.OF_TEAM).names(), before))
                .toList();
    }

    /** The known events before a position of what an event of the team's help or of what stands is about, in order. */
    public List<CountedEvent> of(TeamId team, DomainEvent event, long before) {
        return event instanceof AssistanceCounted help
                ? help(team, help.assistance(), likely(help), before)
                : standing(team, CountedEvent.key(event), before);
    }

    /**
     * The known events of a record of help before a position, in order.
     *
     * @param likely a day on which it may be
     */
    public List<CountedEvent> help(TeamId team, AssistanceId record, Optional<LocalDate> likely, long before) {
        return store.team(team).stream()
                .flatMap(known -> record(known, record.value(), likely, before).stream())
                .toList();
    }

    /** The known events before a position of a household, a session or whatever else stands, in order. */
    public List<CountedEvent> standing(TeamId team, String key, long before) {
        return store.team(team).stream()
                .flatMap(known -> part(team, known.of(TeamParts.STANDING).name(key)).of(key, before).stream())
                .toList();
    }

    /** The team's events of help before a position, in order; of records that were ever said to be of that day or a later one. */
    public List<CountedEvent> helpSince(TeamId team, LocalDate first, long before) {
        return store.team(team).stream()
                .flatMap(known -> kept(known, helpSince(known, first).toList(), before))
                .toList();
    }

    /** The same with all that stands. */
    public List<CountedEvent> recordedSince(TeamId team, LocalDate first, long before) {
        return store.team(team).stream()
                .flatMap(known -> kept(
                        known,
                        Stream.concat(known.of(TeamParts.STANDING).names().stream(), helpSince(known, first))
                                .toList(),
                        before))
                .toList();
    }

    /** The events of some parts before a position, each once and in order. */
    private Stream<CountedEvent> kept(TeamParts known, List<String> names, long before) {
        Map<Long, CountedEvent> events = new TreeMap<>();
        store.parts(known.team(), names)
                .values()
                .forEach(part -> part.before(before).forEach(one -> events.put(one.position(), one)));
        return events.values().stream();
    }

    /** Positions of the team's records before a position: of help since a month, and of all that stands; ascending. */
    public List<Long> positions(TeamId team, YearMonth since, long before) {
        return recordedSince(team, since.atDay(1), before).stream()
                .map(CountedEvent::position)
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
        return known.help(first(firstDay), last)
                .flatMap(list -> list.names().stream())
                .toList();
    }

    private static Stream<String> helpSince(TeamParts known, LocalDate day) {
        return known.helpSince(first(day)).flatMap(list -> list.names().stream());
    }
}
