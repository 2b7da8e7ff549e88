package vn.soto.command.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.soto.contracts.report.CountedEvents;
import vn.soto.contracts.report.TeamFigures;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.events.DecodedCommits.DecodedCommit;
import vn.soto.events.DecodedCommits.DecodedEvent;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;

/** Counts the events of teams for figures: each commit of a team is read once, when the team is asked for. Thread-safe. */
final class CountedTeams {

    private static final String PART = "figures ";

    private final TeamCommits commits;
    private final LedgerReader ledger;
    private final Function<List<Long>, Stream<Commit>> reading;
    private final EventCodec codec;
    private final CountedForm form = new CountedForm();
    private final MemoryFigures store;
    private final TeamFigures figures;
    private final Map<TeamId, Counting> counted = new ConcurrentHashMap<>();

    /**
     * @param reading   the commits with these numbers, of which few are in memory at a time
     * @param mostBytes of the days of help that are in memory
     */
    CountedTeams(
            TeamCommits commits,
            LedgerReader ledger,
            Function<List<Long>, Stream<Commit>> reading,
            EventCodec codec,
            long mostBytes) {
        this.commits = commits;
        this.ledger = ledger;
        this.reading = reading;
        this.codec = codec;
        this.store = new MemoryFigures(mostBytes, form, this::again);
        this.figures = new TeamFigures(store);
    }

    /** Of the teams and commits that were counted. */
    TeamFigures figures() {
        return figures;
    }

    /** Reads and counts the listed commits of the team that are not counted yet. */
    void count(TeamId team) {
        count(team, Map.of(), Long.MAX_VALUE);
    }

    /**
     * The same up to a commit.
     *
     * @param decoded commits that need not be read, by number
     */
    void count(TeamId team, Map<Long, DecodedCommit> decoded, long upTo) {
        counted.computeIfAbsent(team, first -> new Counting(first, 0)).on(decoded, upTo);
    }

    boolean isAbout(StoredEvent stored, TeamId team, Topic topic) {
        return stored.event().tags().contains(TeamCommits.TAG + team) && topic.includes(codec.classOf(stored));
    }

    private CountedEvents again(TeamId team, List<Long> positions) {
        CountedEvents part = CountedEvents.NONE;
        for (StoredEvent stored : ledger.eventsAt(positions)) {
            part = part.with(team, stored.position(), codec.decode(stored));
        }
        return part;
    }

    /** Gives what has changed since the last call, as bytes by id. */
    void takeChanges(Map<String, byte[]> parts) {
        counted.values().forEach(team -> team.takeChanges(parts));
    }

    /** Goes on from all that was given: the oldest days first, which are dropped if there is no room. */
    void goOn(Map<String, byte[]> parts) {
        parts.keySet().stream()
                .filter(id -> id.startsWith(PART))
                .map(id -> id.substring(PART.length()))
                .sorted(Comparator.comparing(CountedTeams::nameOf))
                .forEach(id -> goOn(id, parts.getOrDefault(PART + id, new byte[0])));
    }

    private void goOn(String id, byte[] part) {
        String name = nameOf(id);
        if (name.isEmpty()) {
            TeamId team = new TeamId(id);
            CountedTeam known = form.team(part);
            known.parts().ifPresent(store::put);
            counted.put(team, new Counting(team, known.last()));
        } else {
            store.goOn(new TeamId(id.substring(0, id.indexOf(' '))), name, part);
        }
    }

    /** The name of a part; empty for what is kept of the team itself. */
    private static String nameOf(String id) {
        int blank = id.indexOf(' ');
        return blank < 0 ? "" : id.substring(blank + 1);
    }

    /** Bytes in memory, without the objects around them. */
    long bytes() {
        return store.bytes();
    }

    /** Reads a team's commits for its figures, each once and in order. */
    private final class Counting {

        private final TeamId team;
        private final String tag;
        private long last;
        private boolean changed;

        Counting(TeamId team, long last) {
            this.team = team;
            this.tag = TeamCommits.TAG + team;
            this.last = last;
        }

        synchronized void takeChanges(Map<String, byte[]> parts) {
            if (changed) {
                store.takeChanges(team, (name, part) -> parts.put(PART + team + " " + name, part));
                parts.put(PART + team, form.bytes(new CountedTeam(last, store.team(team))));
                changed = false;
            }
        }

        synchronized void on(Map<Long, DecodedCommit> decoded, long upTo) {
            List<Long> numbers = commits.after(last, team, Topic.FIGURES, upTo);
            if (numbers.isEmpty()) {
                return;
            }
            FigureChanges changes = new FigureChanges(store);
            TeamFigures longer = new TeamFigures(changes);
            List<Long> unread = new ArrayList<>();
            for (Long number : numbers) {
                DecodedCommit known = decoded.get(number);
                if (known == null) {
                    unread.add(number);
                } else {
                    read(unread, longer);
                    count(known, longer);
                }
            }
            read(unread, longer);
            changes.write(team);
            last = numbers.getLast();
            changed = true;
        }

        private void read(List<Long> numbers, TeamFigures longer) {
            reading.apply(numbers).forEach(commit -> count(commit, longer));
            numbers.clear();
        }

        /** Notes the day of help, too: whoever records help to a household next need not read what was recorded before. */
        private void count(Commit commit, TeamFigures longer) {
            List<DomainEvent> help = new ArrayList<>();
            boolean all = true;
            for (StoredEvent stored : commit.stored()) {
                boolean ofHelp = mayBeOfHelp(stored);
                if (isAbout(stored, team, Topic.FIGURES)) {
                    DomainEvent event = codec.decode(stored);
                    longer.add(team, stored.position(), event);
                    if (ofHelp) {
                        help.add(event);
                    }
                } else {
                    all &= !ofHelp;
                }
            }
            if (all) {
                commits.note(
                        commit.number(),
                        HelpDay.of(help),
                        commit.events().stream().map(RecordedEvent::tags));
            }
        }

        /** The same. */
        private void count(DecodedCommit commit, TeamFigures longer) {
            List<DomainEvent> all = new ArrayList<>();
            for (DecodedEvent decoded : commit.events()) {
                all.add(decoded.event());
                if (decoded.tags().contains(tag)
                        && Topic.FIGURES.includes(decoded.event().getClass())) {
                    longer.add(team, decoded.position(), decoded.event());
                }
            }
            commits.note(
                    commit.number(), HelpDay.of(all), commit.events().stream().map(DecodedEvent::tags));
        }
    }

    private boolean mayBeOfHelp(StoredEvent stored) {
        try {
            return Topic.HELP.includes(codec.classOf(stored));
        } catch (EventException e) {
            return true;
        }
    }
}
