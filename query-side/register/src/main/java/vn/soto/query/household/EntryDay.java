package vn.soto.query.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;
import vn.soto.projection.source.EventContext;

/**
 * The day on which a household was entered, and the records of help before it: later help changes nothing of its days.
 *
 * @param helped by position, what events said of a record; the last of a record holds
 */
public record EntryDay(LocalDate date, List<HelpBefore> helped) {

    /**
     * @param record of help
     * @param day    of the help; absent once it was not of a day before the entry
     * @param awaits whether somebody has to confirm it, so that nothing follows from it
     */
    public record HelpBefore(
            long position,
            long commit,
            String record,
            @Nullable LocalDate day,
            boolean awaits) implements Stamped {

        private boolean says(HelpBefore other) {
            return awaits == other.awaits && (day == null ? other.day == null : day.equals(other.day));
        }
    }

    static EntryDay of(LocalDate date) {
        return new EntryDay(date, List.of());
    }

    private HelpBefore known(String record) {
        for (HelpBefore each : helped.reversed()) {
            if (each.record.equals(record)) {
                return each;
            }
        }
        return new HelpBefore(-1, -1, record, null, false);
    }

    EntryDay with(List<HelpBefore> said) {
        EntryDay day = this;
        for (HelpBefore each : said) {
            day = day.with(each);
        }
        return day;
    }

    /** A record says of which day it is, or that it counts for nothing, unless a later event of it is known. */
    EntryDay with(HelpBefore said) {
        HelpBefore known = known(said.record);
        HelpBefore now = said.day != null && said.day.isBefore(date)
                ? said
                : new HelpBefore(said.position, said.commit, said.record, null, false);
        return now.says(known) || known.position >= now.position
                ? this
                : new EntryDay(date, VersionedRows.with(helped, now));
    }

    /** Whether somebody has to confirm a record, or need not any more. */
    EntryDay awaiting(EventContext at, String record, boolean awaits) {
        return with(new HelpBefore(at.position(), at.commit(), record, known(record).day, awaits));
    }

    /** As it was after the event at a position. */
    EntryDay upTo(long position) {
        return new EntryDay(date, VersionedRows.upTo(helped, position));
    }

    /** The days before the entry from which on the household counts. */
    List<LocalDate> days() {
        if (helped.isEmpty()) {
            return List.of();
        }
        Map<String, HelpBefore> last = new LinkedHashMap<>();
        helped.forEach(help -> last.put(help.record, help));
        List<LocalDate> days = new ArrayList<>();
        for (HelpBefore help : last.values()) {
            if (help.day != null && !help.awaits) {
                days.add(help.day);
            }
        }
        return days;
    }
}
