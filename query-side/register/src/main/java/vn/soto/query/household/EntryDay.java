package vn.soto.query.household;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The day on which a household was entered, and the records of help before it: later help changes nothing of its days.
 *
 * @param helped by record, each as the last event says that is known of it
 */
public record EntryDay(LocalDate date, List<HelpBefore> helped) {

    /**
     * @param position of the last event that changed it
     * @param record   of help
     * @param day      of the help; absent once it was not of a day before the entry
     * @param awaits   whether somebody has to confirm it, so that nothing follows from it
     */
    public record HelpBefore(
            long position, String record, @Nullable LocalDate day, boolean awaits) {

        private boolean says(HelpBefore other) {
            return awaits == other.awaits && (day == null ? other.day == null : day.equals(other.day));
        }
    }

    static EntryDay of(LocalDate date) {
        return new EntryDay(date, List.of());
    }

    private HelpBefore known(String record) {
        return helped.stream()
                .filter(each -> each.record.equals(record))
                .findFirst()
                .orElse(new HelpBefore(-1, record, null, false));
    }

    /** A record says of which day it is, or that it counts for nothing, unless a later event of it is known. */
    EntryDay with(HelpBefore said) {
        HelpBefore known = known(said.record);
        HelpBefore now = said.day != null && said.day.isBefore(date)
                ? said
                : new HelpBefore(said.position, said.record, null, false);
        if (now.says(known) || known.position >= now.position) {
            return this;
        }
        Stream<HelpBefore> others = helped.stream().filter(each -> !each.record.equals(now.record));
        return new EntryDay(
                date,
                Stream.concat(others, Stream.of(now))
                        .sorted(Comparator.comparing(HelpBefore::record))
                        .toList());
    }

    /** Whether somebody has to confirm a record, or need not any more. */
    EntryDay awaiting(String record, boolean awaits, long position) {
        return with(new HelpBefore(position, record, known(record).day, awaits));
    }

    /** The days before the entry from which on the household counts. */
    List<LocalDate> days() {
        return helped.stream()
                .filter(help -> !help.awaits)
                .flatMap(help -> Stream.ofNullable(help.day))
                .toList();
    }
}
