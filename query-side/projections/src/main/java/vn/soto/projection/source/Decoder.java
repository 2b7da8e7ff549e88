package vn.soto.projection.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.ledger.Commit;
import vn.soto.ledger.DamagedCommit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredCommit;

/**
 * Reads pages of commits and decodes their events. Recent pages are cached, including the incomplete last one. Several trackers may
 * read in parallel, and each commit is read and decoded once for all of them.
 */
final class Decoder {

    private static final int PAGES_KEPT = 8;

    private final LedgerReader reader;
    private final EventCodec codec;
    private final int pageSize;
    private final WakeUpSignal wakeUp;
    private final Map<Long, Page> pages = Collections.synchronizedMap(new LinkedHashMap<>(32, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Page> eldest) {
            return size() > PAGES_KEPT;
        }
    });

    /**
     * @param seen number of signals before the last read that found no more commits for this page; until the next
     *              signal there are none; -1 if unknown
     */
    private record Page(List<TrackedCommit> commits, long seen) {

        static final Page UNREAD = new Page(List.of(), -1);

        /** A read may return fewer commits than exist; only an empty one has reached the end. */
        Page and(List<TrackedCommit> found, long seenBefore) {
            List<TrackedCommit> all = new ArrayList<>(commits);
            all.addAll(found);
            return new Page(Collections.unmodifiableList(all), found.isEmpty() ? seenBefore : -1);
        }

        List<TrackedCommit> from(int offset) {
            return commits.subList(Math.min(offset, commits.size()), commits.size());
        }
    }

    Decoder(LedgerReader reader, EventCodec codec, int pageSize, WakeUpSignal wakeUp) {
        this.reader = reader;
        this.codec = codec;
        this.pageSize = pageSize;
        this.wakeUp = wakeUp;
    }

    /** The available commits after {@code number}, up to the end of their page. */
    List<TrackedCommit> after(long number) {
        long page = number / pageSize;
        int offset = (int) (number % pageSize);
        Page kept = pages.getOrDefault(page, Page.UNREAD);
        return (lacks(kept, offset) ? readOn(page, offset) : kept).from(offset);
    }

    /** The next commits after {@code number} that are cached; empty if none are. Nothing is read. */
    List<TrackedCommit> known(long number) {
        synchronized (pages) {
            return pages.entrySet().stream()
                    .filter(page ->
                            page.getKey() * pageSize + page.getValue().commits.size() > number)
                    .min(Map.Entry.comparingByKey())
                    .map(page -> page.getValue().from((int) Math.max(0, number - page.getKey() * pageSize)))
                    .orElse(List.of());
        }
    }

    private boolean lacks(Page kept, int offset) {
        return kept.commits.size() <= offset && kept.seen != wakeUp.version();
    }

    /** One thread at a time extends a page; the others wait and find it extended. */
    private synchronized Page readOn(long page, int offset) {
        Page kept = pages.getOrDefault(page, Page.UNREAD);
        while (lacks(kept, offset)) {
            long seen = wakeUp.version();
            int known = kept.commits.size();
            kept = kept.and(decode(page * pageSize + known + 1, pageSize - known), seen);
            pages.put(page, kept);
            forgetOlder(page, kept);
        }
        return kept;
    }

    /** At the end of the ledger all who read are near it. */
    private void forgetOlder(long page, Page kept) {
        if (kept.seen >= 0) {
            pages.keySet().removeIf(number -> number < page - 1);
        }
    }

    private List<TrackedCommit> decode(long first, int limit) {
        return reader.read(first, limit).stream().map(this::decoded).toList();
    }

    ProjectedEvent event(long number, long position) {
        StoredCommit stored = reader.read(number, 1).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this ledger has no commit " + number));
        List<ProjectedEvent> events = decoded(stored).events();
        return events.stream()
                .filter(event -> event.at().position() == position)
                .findFirst()
                .orElse(events.getFirst());
    }

    private TrackedCommit decoded(StoredCommit stored) {
        return switch (stored) {
            case Commit commit -> {
                List<ProjectedEvent> events = new ArrayList<>(commit.events().size());
                for (RecordedEvent event : commit.events()) {
                    events.add(new ProjectedEvent(payload(event), EventContext.of(commit, events.size())));
                }
                yield new TrackedCommit(
                        new CommitToken(commit.number(), commit.chain().toString()),
                        Collections.unmodifiableList(events));
            }
            case DamagedCommit damaged -> decoded(damaged);
        };
    }

    private static TrackedCommit decoded(DamagedCommit damaged) {
        List<String> subjects = damaged.isReadable() ? damaged.aggregates() : List.of("commit:" + damaged.number());
        return new TrackedCommit(
                new CommitToken(damaged.number(), String.valueOf(damaged.chain())),
                IntStream.range(0, subjects.size())
                        .mapToObj(index -> new ProjectedEvent(
                                new DamagedEvent(subjects.get(index), damaged.exception()),
                                EventContext.of(damaged, index)))
                        .toList());
    }

    private Object payload(RecordedEvent event) {
        try {
            return codec.decode(event.type(), event.payload());
        } catch (EventException e) {
            String subject =
                    event.aggregate() == null ? event.id() : event.aggregate().id();
            return new UndecodableEvent(event.type(), subject, e);
        }
    }
}
