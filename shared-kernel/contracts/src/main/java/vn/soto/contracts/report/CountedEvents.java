package vn.soto.contracts.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;

/**
 * Events of one team packed to what {@link Indicators} counts of them: about 50 bytes for an event, with its position.
 * Each event is in it once; the order is that of adding. Immutable.
 *
 * <p>An entry is its length, its position, its {@link CountedKind} and the rest as {@link CountedEventWriter} packs it.
 */
public final class CountedEvents {

    public static final CountedEvents NONE = new CountedEvents(new byte[0]);

    private final byte[] packed;

    private CountedEvents(byte[] packed) {
        this.packed = packed;
    }

    /** @param packed as {@link #bytes} gave them, and not changed any more */
    public static CountedEvents of(byte[] packed) {
        return new CountedEvents(packed);
    }

    /** Not to be changed. */
    public byte[] bytes() {
        return packed;
    }

    /** An event as it is packed; entries are never compared. */
    @SuppressWarnings("ArrayRecordComponent") // made and read here only
    record Entry(long position, CountedKind kind, byte[] rest) {

        private byte[] bytes() {
            byte[] body =
                    new PackedWriter().number(position).constant(kind).raw(rest).bytes();
            return new PackedWriter().number(body.length).raw(body).bytes();
        }
    }

    /** The event as an entry of the team's; absent if it changes no figure of the team. */
    static @Nullable Entry entry(TeamId team, long position, DomainEvent event) {
        PackedWriter written = new CountedEventWriter(team).packed(event);
        if (written == null) {
            return null;
        }
        byte[] bytes = written.bytes();
        return new Entry(position, CountedKind.of(bytes[0]), Arrays.copyOfRange(bytes, 1, bytes.length));
    }

    /** The same with one more event, unless it is there or changes no figure of the team. */
    public CountedEvents with(TeamId team, long position, DomainEvent event) {
        Entry entry = entry(team, position, event);
        return entry == null ? this : withAll(List.of(entry));
    }

    /** The same with an entry that is not there yet. */
    CountedEvents with(Entry entry) {
        return and(List.of(entry));
    }

    /** Adds the entries whose position is not there yet. */
    CountedEvents withAll(List<Entry> entries) {
        List<Entry> missing =
                entries.stream().filter(entry -> !has(entry.position)).toList();
        return missing.isEmpty() ? this : and(missing);
    }

    private CountedEvents and(List<Entry> entries) {
        PackedWriter more = new PackedWriter();
        entries.forEach(entry -> more.raw(entry.bytes()));
        byte[] added = more.bytes();
        byte[] longer = Arrays.copyOf(packed, packed.length + added.length);
        System.arraycopy(added, 0, longer, packed.length, added.length);
        return new CountedEvents(longer);
    }

    boolean has(long position) {
        Cursor cursor = new Cursor();
        while (cursor.next()) {
            if (cursor.position == position) {
                return true;
            }
        }
        return false;
    }

    /** Of the events, ascending. */
    public List<Long> positions() {
        List<Long> positions = new ArrayList<>();
        Cursor cursor = new Cursor();
        while (cursor.next()) {
            positions.add(cursor.position);
        }
        positions.sort(null);
        return positions;
    }

    /** Of the events of the records of help to a household, ascending. */
    public List<Long> positions(HouseholdId household) {
        Set<String> records = new HashSet<>();
        Cursor cursor = new Cursor();
        while (cursor.next()) {
            if (cursor.kind.helpStated()) {
                String record = cursor.reader.id();
                cursor.reader.day();
                if (household.value().equals(cursor.reader.idIfAny())) {
                    records.add(record);
                }
            }
        }
        return records.isEmpty()
                ? List.of()
                : entries(each -> each.kind.help() && records.contains(each.reader.id())).stream()
                        .map(Entry::position)
                        .toList();
    }

    /**
     * The positions, ascending, of what states the team's own records of help that stand on those days, before a position; by record.
     * Those of a month are there if these events are the month's.
     */
    Map<AssistanceId, List<Long>> standing(QuarterDays days, long before) {
        Map<String, List<Entry>> records = new TreeMap<>();
        for (Entry entry : entries(cursor -> cursor.position < before && cursor.kind.ofOwnHelp())) {
            records.computeIfAbsent(new PackedReader(entry.rest, 0, entry.rest.length).id(), id -> new ArrayList<>())
                    .add(entry);
        }
        Map<AssistanceId, List<Long>> found = new HashMap<>();
        records.forEach((id, record) -> {
            if (record.getLast().kind.helpStated() && days.contains(day(record.getLast()))) {
                found.put(
                        new AssistanceId(id),
                        record.stream()
                                .filter(entry -> entry.kind.helpStated())
                                .map(Entry::position)
                                .toList());
            }
        });
        return found;
    }

    private static LocalDate day(Entry stated) {
        PackedReader rest = new PackedReader(stated.rest, 0, stated.rest.length);
        rest.id();
        return rest.day();
    }

    int size() {
        int size = 0;
        Cursor cursor = new Cursor();
        while (cursor.next()) {
            size++;
        }
        return size;
    }

    /** The entries of one record of help up to a position, in the order of positions. */
    List<Entry> of(AssistanceId record, long last) {
        byte[] id = new PackedWriter().id(record).bytes();
        return entries(cursor -> cursor.position <= last && cursor.kind.help() && cursor.restStartsWith(id));
    }

    /** All entries before a position, in the order of positions. */
    List<Entry> before(long position) {
        return entries(cursor -> cursor.position < position);
    }

    private List<Entry> entries(Predicate<Cursor> wanted) {
        List<Entry> found = new ArrayList<>();
        Cursor cursor = new Cursor();
        while (cursor.next()) {
            if (wanted.test(cursor)) {
                found.add(cursor.entry());
            }
        }
        found.sort((a, b) -> Long.compare(a.position, b.position));
        return found;
    }

    /** The months in which the record was, by what any of its entries states. */
    static SortedSet<YearMonth> months(List<Entry> record) {
        SortedSet<YearMonth> months = new TreeSet<>();
        record.stream()
                .filter(entry -> entry.kind.helpStated())
                .forEach(entry -> months.add(YearMonth.from(day(entry))));
        return months;
    }

    /** Walks over the entries without making objects of them. */
    private final class Cursor {

        private final PackedReader reader = new PackedReader(packed, 0, packed.length);
        private int end;
        private int rest;
        private long position;
        private CountedKind kind = CountedKind.FORMED;

        boolean next() {
            reader.skipTo(end);
            if (!reader.hasMore()) {
                return false;
            }
            int length = reader.count();
            end = reader.at() + length;
            position = reader.number();
            kind = CountedKind.of(reader.raw());
            rest = reader.at();
            return true;
        }

        boolean restStartsWith(byte[] start) {
            return end - rest >= start.length
                    && Arrays.equals(packed, rest, rest + start.length, start, 0, start.length);
        }

        Entry entry() {
            return new Entry(position, kind, Arrays.copyOfRange(packed, rest, end));
        }
    }
}
