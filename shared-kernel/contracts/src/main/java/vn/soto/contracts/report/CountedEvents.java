package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/** Kept events of one team, each once, in the order of adding; never changed. */
public record CountedEvents(List<CountedEvent> all) {

    public static final CountedEvents NONE = new CountedEvents(List.of());

    /** The same with one more event, unless it is there or changes no figure of the team. */
    public CountedEvents with(TeamId team, long position, DomainEvent event) {
        return CountedEvent.of(team, position, event, null)
                .map(one -> withAll(List.of(one)))
                .orElse(this);
    }

    /** Adds the events whose position is not there yet. */
    CountedEvents withAll(List<CountedEvent> more) {
        List<CountedEvent> missing = new ArrayList<>(more.size());
        for (CountedEvent one : more) {
            if (!has(one.position())) {
                missing.add(one);
            }
        }
        return missing.isEmpty() ? this : and(missing);
    }

    private CountedEvents and(List<CountedEvent> more) {
        List<CountedEvent> longer = new ArrayList<>(all.size() + more.size());
        longer.addAll(all);
        longer.addAll(more);
        return new CountedEvents(Collections.unmodifiableList(longer));
    }

    /** Those of each key, by the name of its part. */
    Map<String, CountedEvents> byPart(ListedParts list) {
        Map<String, List<CountedEvent>> parts = new TreeMap<>();
        for (CountedEvent one : all) {
            parts.computeIfAbsent(list.name(one.key()), first -> new ArrayList<>())
                    .add(one);
        }
        Map<String, CountedEvents> divided = new TreeMap<>();
        parts.forEach((name, events) -> divided.put(name, new CountedEvents(List.copyOf(events))));
        return divided;
    }

    private boolean has(long position) {
        for (CountedEvent one : all) {
            if (one.position() == position) {
                return true;
            }
        }
        return false;
    }

    /** Of the events, ascending. */
    public List<Long> positions() {
        return all.stream().map(CountedEvent::position).sorted().toList();
    }

    /** The events that state the team's own records of help or take them back, in the order of positions; by record. */
    Map<AssistanceId, List<CountedEvent>> ownHelp(TeamId team) {
        Map<AssistanceId, List<CountedEvent>> records = new HashMap<>();
        for (CountedEvent one : events(one -> one.isOfOwnHelp(team))) {
            AssistanceId record = ((AssistanceCounted) one.event()).assistance();
            records.computeIfAbsent(record, id -> new ArrayList<>()).add(one);
        }
        return records;
    }

    /** The records of help of which some event names one of these members as a helper. */
    Set<AssistanceId> helpOf(Set<MemberId> members) {
        Set<AssistanceId> records = new HashSet<>();
        for (CountedEvent one : all) {
            if (one.event() instanceof AssistanceStated help
                    && helpers(help).stream().anyMatch(share -> members.contains(share.member()))) {
                records.add(help.assistance());
            }
        }
        return records;
    }

    private static List<CreditShare> helpers(AssistanceStated event) {
        return switch (event) {
            case AssistanceRecorded recorded -> recorded.helpers();
            case AssistanceCorrected corrected -> Objects.requireNonNullElse(corrected.helpers(), List.of());
        };
    }

    /** The events of a key before a position, in the order of positions. */
    List<CountedEvent> of(String key, long before) {
        return events(one -> one.position() < before && one.key().equals(key));
    }

    /** All events before a position, in the order of positions. */
    List<CountedEvent> before(long position) {
        return events(one -> one.position() < position);
    }

    private List<CountedEvent> events(Predicate<CountedEvent> wanted) {
        List<CountedEvent> found = new ArrayList<>();
        for (CountedEvent one : all) {
            if (wanted.test(one)) {
                found.add(one);
            }
        }
        found.sort(Comparator.comparingLong(CountedEvent::position));
        return Collections.unmodifiableList(found);
    }

    /** The days on which the record was, by what any of its events states. */
    static List<LocalDate> days(TeamId team, List<CountedEvent> record) {
        List<LocalDate> days = new ArrayList<>(record.size());
        for (CountedEvent one : record) {
            one.helpDay(team).ifPresent(days::add);
        }
        return days;
    }
}
