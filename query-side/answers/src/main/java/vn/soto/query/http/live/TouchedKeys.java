package vn.soto.query.http.live;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredCommit;
import vn.soto.query.reading.AreaReach;
import vn.soto.query.reading.EventSubjects;
import vn.soto.query.reading.TeamReach;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.JsonIds;

/** Reads from commits what they are about. Nobody's texts are read: ids, units and days alone. */
@Component
record TouchedKeys(LedgerReader ledger, DaysOfHelp help, TeamReach teams, AreaReach.Source units, Clock clock) {

    /** More commits at once are not traced: after them anything may have changed. */
    static final int MOST_COMMITS = 200;

    private static final int MOST_EVENTS = 2_000;
    private static final int MOST_DAYS = 8;
    private static final String OF_TEAMS = "team.";
    private static final Pattern DAY = Pattern.compile("\"(\\d{4}-\\d{2}-\\d{2})\"");

    /** The traces of the commits after one up to another; absent if these are too many, or one of them is damaged. */
    @Nullable
    List<Trace> between(long after, long upTo) {
        if (upTo - after > MOST_COMMITS) {
            return null;
        }
        List<StoredCommit> commits =
                ledger.readAt(LongStream.rangeClosed(after + 1, upTo).boxed().toList());
        boolean whole = commits.size() == upTo - after && commits.stream().allMatch(Commit.class::isInstance);
        List<Commit> readable = commits.stream()
                .filter(Commit.class::isInstance)
                .map(Commit.class::cast)
                .toList();
        long events =
                readable.stream().mapToLong(commit -> commit.events().size()).sum();
        return whole && events <= MOST_EVENTS ? of(readable, upTo) : null;
    }

    private List<Trace> of(List<Commit> commits, long asOf) {
        Map<String, Set<LocalDate>> helped = help.of(commits.stream()
                .flatMap(commit -> commit.events().stream())
                .flatMap(event -> ids(event).getOrDefault(IdKind.ASSISTANCE, Set.of()).stream())
                .distinct()
                .toList());
        LocalDate today = VietnamTime.day(clock.instant());
        AreaReach areas = units.reach(today, asOf);
        return commits.stream()
                .flatMap(commit -> commit.events().stream()
                        .map(event -> trace(commit.number(), event, helped, areas, today, asOf)))
                .filter(trace -> !trace.subjects().isEmpty())
                .toList();
    }

    private Trace trace(
            long commit,
            RecordedEvent event,
            Map<String, Set<LocalDate>> helped,
            AreaReach areas,
            LocalDate today,
            long asOf) {
        Map<IdKind, Set<String>> ids = ids(event);
        Set<LocalDate> days = ids.getOrDefault(IdKind.ASSISTANCE, Set.of()).stream()
                .flatMap(id -> helped.getOrDefault(id, Set.of()).stream())
                .collect(Collectors.toSet());
        Set<String> quarters = days.stream().flatMap(TouchedKeys::quarters).collect(Collectors.toUnmodifiableSet());
        days.add(today);
        days.addAll(days(event));
        Set<Trace.Figures> figures = places(event, ids, asOf).stream()
                .map(unit -> new Trace.Figures(unit, containing(unit, days, areas), quarters))
                .collect(Collectors.toUnmodifiableSet());
        return new Trace(commit, EventSubjects.right(event), ids, figures);
    }

    /** Its quarters by any calendar. */
    private static Stream<String> quarters(LocalDate day) {
        return QuarterCalendar.ofAny(day, day).map(Quarter::toString);
    }

    private static Set<String> containing(String unit, Collection<LocalDate> days, AreaReach areas) {
        return days.stream()
                .flatMap(day -> areas.containing(unit, day).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The units of an event; of one of a team, or about teams alone, with all those that they ever covered. */
    private Set<String> places(RecordedEvent event, Map<IdKind, Set<String>> ids, long asOf) {
        Set<String> places = new HashSet<>(ids.getOrDefault(IdKind.UNIT, Set.of()));
        if (places.isEmpty() || event.type().name().startsWith(OF_TEAMS)) {
            places.addAll(teams.everCovered(ids.getOrDefault(IdKind.TEAM, Set.of()), asOf));
        }
        return places;
    }

    /** The days that an event names, each with the day before: a unit that moves leaves figures of its former parent, too. */
    private static Set<LocalDate> days(RecordedEvent event) {
        return DAY.matcher(text(event))
                .results()
                .limit(MOST_DAYS)
                .flatMap(found -> day(found.group(1)))
                .flatMap(day -> Stream.of(day, day.minusDays(1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<LocalDate> day(String text) {
        try {
            return Stream.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Stream.empty();
        }
    }

    /** The ids in an event's header and body; nothing of an event about rights. */
    private static Map<IdKind, Set<String>> ids(RecordedEvent event) {
        Map<IdKind, Set<String>> ids = new EnumMap<>(IdKind.class);
        EventSubjects.of(event)
                .forEach(named -> ids.computeIfAbsent(named.kind(), kind -> new HashSet<>())
                        .add(named.id()));
        if (ids.isEmpty() && !EventSubjects.isOpen(event)) {
            return ids;
        }
        JsonIds.of(event)
                .forEach((kind, found) ->
                        ids.computeIfAbsent(kind, k -> new HashSet<>()).addAll(found));
        ids.keySet().removeAll(Set.of(IdKind.PERSON, IdKind.COMMIT, IdKind.CORRELATION, IdKind.ACCOUNT));
        return ids;
    }

    private static String text(RecordedEvent event) {
        return new String(event.payload().bytes(), StandardCharsets.UTF_8);
    }
}
