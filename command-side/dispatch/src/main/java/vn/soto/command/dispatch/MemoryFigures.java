package vn.soto.command.dispatch;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import vn.soto.contracts.report.CountedEvents;
import vn.soto.contracts.report.FigureStore;
import vn.soto.contracts.report.TeamParts;
import vn.soto.contracts.team.TeamId;

/**
 * The counted events of figures in memory, bounded. Beyond a number of bytes the oldest days of help are dropped, of
 * all teams together. The positions of their events remain, packed; a part of dropped days that is asked for is read from the
 * ledger again. The other parts are never dropped. For each team one thread writes at a time; any number read
 * meanwhile.
 */
final class MemoryFigures implements FigureStore {

    private final long most;
    private final CountedForm form;
    private final BiFunction<TeamId, List<Long>, CountedEvents> reading;
    private final Map<TeamId, TeamParts> teams = new ConcurrentHashMap<>();
    private final Map<Key, Part> parts = new ConcurrentHashMap<>();

    /** Teams of the parts of days that are there, by name. */
    private final NavigableMap<String, Set<TeamId>> kept = new TreeMap<>();

    /** Names of the parts that have changed since the last {@link #takeChanges}. */
    private final Map<TeamId, Set<String>> changed = new HashMap<>();

    private long bytes;

    private record Key(TeamId team, String name) {

        boolean ofDays() {
            return name.indexOf('-') > 0;
        }
    }

    private sealed interface Part {

        int bytes();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kept(byte[] events) implements Part {

        @Override
        public int bytes() {
            return events.length;
        }
    }

    private record Dropped(PackedNumbers positions) implements Part {

        @Override
        public int bytes() {
            return positions.bytes();
        }
    }

    /**
     * @param most    bytes of the days of help that are kept
     * @param reading makes a part of the events at these positions again
     */
    MemoryFigures(long most, CountedForm form, BiFunction<TeamId, List<Long>, CountedEvents> reading) {
        this.most = most;
        this.form = form;
        this.reading = reading;
    }

    @Override
    public Optional<TeamParts> team(TeamId team) {
        return Optional.ofNullable(teams.get(team));
    }

    @Override
    public Map<String, CountedEvents> parts(TeamId team, Collection<String> names) {
        Map<String, CountedEvents> found = new HashMap<>();
        for (String name : names) {
            Part part = parts.get(new Key(team, name));
            if (part != null) {
                found.put(name, events(team, part));
            }
        }
        return found;
    }

    private CountedEvents events(TeamId team, Part part) {
        return switch (part) {
            case Kept there -> form.events(there.events);
            case Dropped dropped -> reading.apply(team, dropped.positions.after(-1));
        };
    }

    @Override
    public synchronized void put(TeamId team, String name, CountedEvents part) {
        changed.computeIfAbsent(team, first -> new HashSet<>()).add(name);
        keep(team, name, form.bytes(part));
    }

    private void keep(TeamId team, String name, byte[] part) {
        Key key = new Key(team, name);
        Kept now = new Kept(part);
        Part before = parts.put(key, now);
        if (key.ofDays()) {
            bytes += now.bytes() - (before instanceof Kept there ? there.bytes() : 0);
            kept.computeIfAbsent(name, n -> new HashSet<>()).add(team);
            while (bytes > most && kept.size() > 1) {
                dropOldest();
            }
        }
    }

    private void dropOldest() {
        String oldest = kept.firstKey();
        for (TeamId team : kept.getOrDefault(oldest, Set.of())) {
            Key key = new Key(team, oldest);
            if (parts.get(key) instanceof Kept there) {
                parts.put(
                        key,
                        new Dropped(PackedNumbers.of(form.events(there.events).positions())));
                bytes -= there.bytes();
            }
        }
        kept.remove(oldest);
    }

    @Override
    public void put(TeamParts team) {
        teams.put(team.team(), team);
    }

    /**
     * Gives the parts of a team that have changed since the last call. One that was dropped since is read from the ledger
     * again.
     */
    void takeChanges(TeamId team, BiConsumer<String, byte[]> parts) {
        Set<String> names;
        synchronized (this) {
            names = changed.getOrDefault(team, Set.of());
        }
        for (String name : names) {
            Part part = this.parts.get(new Key(team, name));
            if (part != null) {
                parts.accept(name, bytes(team, part));
            }
        }
        synchronized (this) {
            changed.remove(team);
        }
    }

    private byte[] bytes(TeamId team, Part part) {
        return switch (part) {
            case Kept there -> there.events;
            case Dropped dropped -> form.bytes(events(team, dropped));
        };
    }

    /** Puts back a part that was taken. */
    synchronized void goOn(TeamId team, String name, byte[] part) {
        keep(team, name, part);
    }

    /** Bytes of the parts, without the objects around them. */
    long bytes() {
        return parts.values().stream().mapToLong(Part::bytes).sum();
    }
}
