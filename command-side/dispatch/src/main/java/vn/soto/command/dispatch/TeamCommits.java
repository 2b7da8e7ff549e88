package vn.soto.command.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.ledger.EventHeader;
import vn.soto.ledger.EventType;

/**
 * The numbers of the commits about each team, and about the households of units, by what they are about, from the headers of
 * their events. Thread-safe; a page of headers is added at once.
 */
final class TeamCommits {

    static final String TAG = "team:";
    static final String UNIT = "unit:";
    static final String BUSINESS = "business:";

    private static final String PART_OF_NUMBERS = "commits ";
    private static final String PART_OF_HELP = "help ";
    private static final String PART_OF_NAMES = "names ";

    private record Key(String tag, Topic topic) {}

    private final EventCodec codec;
    private final Map<EventType, List<Topic>> topics = new HashMap<>();
    private final Map<Key, PackedNumbers> numbers = new HashMap<>();
    private final HouseholdCommits help = new HouseholdCommits();

    /** Days of help of commits that are not added yet. */
    private final NavigableMap<Long, Integer> noted = new TreeMap<>();

    private long last;
    private final Map<String, Long> unknown = new HashMap<>();
    private final Map<String, Set<TeamId>> helpers = new HashMap<>();

    /** Tags that {@link #unknown} or {@link #helpers} have since the last {@link #takeChanges}. */
    private final Set<String> named = new HashSet<>();

    TeamCommits(EventCodec codec) {
        this.codec = codec;
    }

    /** Adds headers that follow those added before. */
    synchronized void add(List<EventHeader> headers) {
        for (EventHeader header : headers) {
            for (String tag : header.tags()) {
                if (tag.startsWith(TAG)) {
                    add(tag, header);
                } else if (tag.startsWith(UNIT) || Topic.HELP.isAbout(tag)) {
                    addKnown(tag, header);
                }
            }
            addKnown(Topic.ALL, header);
            last = header.commit();
        }
        noted.headMap(last, true).clear();
    }

    private void add(String tag, EventHeader header) {
        if (!addKnown(tag, header)) {
            if (unknown.putIfAbsent(tag, header.commit()) == null) {
                named.add(tag);
            }
        }
        for (String other : header.tags()) {
            if (other.startsWith(BUSINESS)
                    && helpers.computeIfAbsent(other, key -> new HashSet<>()).add(team(tag))) {
                named.add(other);
            }
        }
    }

    /**
     * Gives what has changed since the last call, as bytes by id.
     *
     * @return the last commit, up to which what was given so far says all
     */
    synchronized long takeChanges(Map<String, byte[]> parts) {
        numbers.forEach((key, packed) -> packed.takenIfChanged()
                .ifPresent(bytes -> parts.put(PART_OF_NUMBERS + key.topic + " " + key.tag, bytes)));
        help.takeChanges(PART_OF_HELP, parts);
        for (String tag : named) {
            Long first = unknown.get(tag);
            parts.put(
                    PART_OF_NAMES + tag,
                    (first == null
                                    ? helpers.getOrDefault(tag, Set.of()).stream()
                                            .map(TeamId::value)
                                            .collect(Collectors.joining(" "))
                                    : first.toString())
                            .getBytes(StandardCharsets.UTF_8));
        }
        named.clear();
        return last;
    }

    /** Goes on after a commit, from all that was given up to it. */
    synchronized void goOn(long commit, Map<String, byte[]> parts) {
        parts.forEach(this::put);
        last = commit;
    }

    private void put(String id, byte[] bytes) {
        String rest = id.substring(id.indexOf(' ') + 1);
        switch (id.substring(0, id.length() - rest.length())) {
            case PART_OF_NUMBERS -> {
                int blank = rest.indexOf(' ');
                numbers.put(
                        new Key(rest.substring(blank + 1), Topic.valueOf(rest.substring(0, blank))),
                        PackedNumbers.of(bytes));
            }
            case PART_OF_HELP -> help.put(rest, bytes);
            case PART_OF_NAMES -> {
                String text = new String(bytes, StandardCharsets.UTF_8);
                if (rest.startsWith(TAG)) {
                    unknown.put(rest, Long.parseLong(text));
                } else {
                    helpers.put(
                            rest,
                            Stream.of(text.split(" ", -1))
                                    .map(TeamId::new)
                                    .collect(Collectors.toCollection(HashSet::new)));
                }
            }
            default -> {
                // a part of something else
            }
        }
    }

    /** Whether the type of the event is known. */
    private boolean addKnown(String tag, EventHeader header) {
        try {
            for (Topic topic : topics.computeIfAbsent(header.type(), this::of)) {
                if (!topic.isAbout(tag)) {
                    continue;
                }
                if (topic == Topic.HELP) {
                    help.add(tag, header.commit(), noted.getOrDefault(header.commit(), HelpDay.UNREAD));
                } else {
                    numbers.computeIfAbsent(new Key(tag, topic), first -> new PackedNumbers())
                            .add(header.commit());
                }
            }
            return true;
        } catch (EventException e) {
            return false;
        }
    }

    private static TeamId team(String tag) {
        return new TeamId(tag.substring(TAG.length()));
    }

    private List<Topic> of(EventType type) {
        Class<?> event = codec.classOf(type);
        return List.of(Topic.values()).stream()
                .filter(topic -> topic.includes(event))
                .toList();
    }

    /**
     * The numbers of a team's commits about a topic that are greater than {@code number}, ascending. Without those of {@link
     * #unknown}.
     */
    List<Long> after(long number, TeamId team, Topic topic) {
        return after(number, team, topic, Long.MAX_VALUE);
    }

    /** The same up to another number. */
    synchronized List<Long> after(long number, TeamId team, Topic topic, long upTo) {
        return after(number, TAG + team, topic, upTo);
    }

    /** The numbers between two, without the first, of the commits on which rounds of recognition of the teams rest, in order. */
    List<Long> ofRounds(List<TeamId> teams, long number, long upTo) {
        return teams.stream()
                .flatMap(team ->
                        Stream.of(Topic.FIGURES, Topic.ROUNDS).flatMap(topic -> after(number, team, topic).stream()))
                .filter(each -> each <= upTo)
                .distinct()
                .sorted()
                .toList();
    }

    /** The numbers of the commits about {@link Topic#ARRIVALS} or {@link Topic#SUCCESSIONS} of a unit, as for a team. */
    synchronized List<Long> after(long number, UnitId unit, Topic topic) {
        return after(number, UNIT + unit, topic, Long.MAX_VALUE);
    }

    /** The numbers of the commits about a topic of all teams together, as for a team. */
    synchronized List<Long> ofAllTeams(long number, Topic topic) {
        return after(number, Topic.ALL, topic, Long.MAX_VALUE);
    }

    /**
     * The numbers of the first commits about {@link Topic#HELP} of a household or business, by its tag, and perhaps a few others,
     * between two.
     *
     * @param day of which they are, as {@link HelpDay} numbers it, or of any day
     */
    synchronized List<Long> help(String helped, int day, long after, long before, int most) {
        return help.between(after, before, helped, day, most);
    }

    /** Whether a record of help to it was ever changed. */
    synchronized boolean isHelpChanged(String helped) {
        return numbers.containsKey(new Key(helped, Topic.CHANGED_HELP));
    }

    /** Notes the day of a commit about a helped household or business, as {@link HelpDay} numbers it. */
    synchronized void learn(String helped, long number, int day) {
        help.learn(helped, number, day);
    }

    /** The same for all households and businesses among the tags of a commit's events, which may not be added yet. */
    synchronized void note(long number, int day, Stream<List<String>> tags) {
        if (day == HelpDay.UNREAD) {
            return;
        }
        if (number > last) {
            noted.put(number, day);
            return;
        }
        tags.flatMap(List::stream)
                .filter(Topic.HELP::isAbout)
                .distinct()
                .forEach(helped -> help.learn(helped, number, day));
    }

    private List<Long> after(long number, String tag, Topic topic, long upTo) {
        PackedNumbers found = numbers.get(new Key(tag, topic));
        return found == null ? List.of() : found.between(number, upTo);
    }

    /** The first commit with an event of the team of a type nobody knows: it may be about any topic. */
    synchronized Optional<Long> unknown(TeamId team) {
        return Optional.ofNullable(unknown.get(TAG + team));
    }

    /** Teams that events name together with a business. */
    synchronized Set<TeamId> helpersOf(BusinessId business) {
        return Set.copyOf(helpers.getOrDefault(BUSINESS + business, Set.of()));
    }

    /** The teams with commits about a topic. */
    synchronized List<TeamId> teams(Topic topic) {
        return numbers.keySet().stream()
                .filter(key -> key.topic == topic)
                .map(key -> team(key.tag))
                .toList();
    }

    /** Bytes in memory, without the objects around them. */
    synchronized long bytes() {
        return help.bytes()
                + numbers.values().stream().mapToLong(PackedNumbers::bytes).sum();
    }
}
