package vn.soto.privacy.reads;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store of the register of reads. Entries are added and never changed. Safe for any number of threads; blocking. */
public interface PersonalDataReads extends AutoCloseable {

    /**
     * Adds these entries; on return all of them are durable.
     *
     * @throws ReadsNotRecordedException if that is not certain; some of them may be there then
     */
    void append(List<PersonalDataRead> reads);

    /**
     * The entries that match, newest first; of several processes, in the order of whole seconds.
     *
     * @throws IllegalArgumentException               if {@code before} is no cursor of this store
     * @throws vn.soto.ledger.LedgerException.Unavailable if the store cannot be read
     */
    Found find(Search search);

    @Override
    void close();

    /**
     * Conditions of a search; absent ones hold for every entry.
     *
     * @param from   first time
     * @param until  end of the time, excluded
     * @param before {@link Found#next} of the page before
     * @param limit  most entries of the page
     */
    record Search(
            @Nullable String subject,
            @Nullable String account,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String before,
            int limit) {}

    /** @param next cursor of the next page; absent on the last */
    record Found(List<PersonalDataRead> reads, Optional<String> next) {

        /** A page of entries with their cursors, of which one more than asked for was looked for. */
        static Found of(List<Entry> entries, int limit) {
            List<Entry> shown = entries.subList(0, Math.min(limit, entries.size()));
            return new Found(
                    shown.stream().map(Entry::read).toList(),
                    entries.size() > limit ? Optional.of(shown.getLast().cursor()) : Optional.empty());
        }
    }

    /** An entry and its place in the store. */
    record Entry(String cursor, PersonalDataRead read) {}
}
