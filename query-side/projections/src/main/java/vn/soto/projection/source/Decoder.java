package vn.soto.projection.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.ledger.Commit;
import vn.soto.ledger.DamagedCommit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredCommit;

/**
 * Reads pages of commits as messages. Recent pages are cached, including the incomplete last one. Several trackers may
 * read in parallel, and each commit is read and decoded once for all of them.
 */
final class Decoder {

    private static final int PAGES_KEPT = 4;

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
    private record Page(List<List<TrackedEventMessage<?>>> commits, long seen) {

        static final Page UNREAD = new Page(List.of(), -1);

        /** A read may return fewer commits than exist; only an empty one has reached the end. */
        Page and(List<List<TrackedEventMessage<?>>> found, long seenBefore) {
            List<List<TrackedEventMessage<?>>> all = new ArrayList<>(commits);
            all.addAll(found);
            return new Page(Collections.unmodifiableList(all), found.isEmpty() ? seenBefore : -1);
        }

        List<List<TrackedEventMessage<?>>> from(int offset) {
            return commits.subList(Math.min(offset, commits.size()), commits.size());
        }
    }

    Decoder(LedgerReader reader, EventCodec codec, int pageSize, WakeUpSignal wakeUp) {
        this.reader = reader;
        this.codec = codec;
        this.pageSize = pageSize;
        this.wakeUp = wakeUp;
    }

    /** The available commits after {@code number}, up to the end of their page, each as the list of its events. */
    List<List<TrackedEventMessage<?>>> after(long number) {
        long page = number / pageSize;
        int offset = (int) (number % pageSize);
        Page kept = pages.getOrDefault(page, Page.UNREAD);
        return (lacks(kept, offset) ? readOn(page, offset) : kept).from(offset);
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
        }
        return kept;
    }

    private List<List<TrackedEventMessage<?>>> decode(long first, int limit) {
        return reader.read(first, limit).stream().map(this::messages).toList();
    }

    TrackedEventMessage<?> event(long number, long position) {
        StoredCommit stored = reader.read(number, 1).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this ledger has no commit " + number));
        List<TrackedEventMessage<?>> events = messages(stored);
        return events.stream()
                .filter(event -> EventContext.of(event).position() == position)
                .findFirst()
                .orElse(events.getFirst());
    }

    private List<TrackedEventMessage<?>> messages(StoredCommit stored) {
        return switch (stored) {
            case Commit commit -> messages(commit);
            case DamagedCommit damaged -> messages(damaged);
        };
    }

    private static List<TrackedEventMessage<?>> messages(DamagedCommit damaged) {
        CommitToken token = new CommitToken(damaged.number(), String.valueOf(damaged.chain()));
        List<String> subjects = damaged.isReadable() ? damaged.aggregates() : List.of("commit:" + damaged.number());
        List<TrackedEventMessage<?>> messages = new ArrayList<>(subjects.size());
        for (int index = 0; index < subjects.size(); index++) {
            EventContext place = EventContext.of(damaged, index);
            messages.add(new GenericTrackedEventMessage<>(
                    token,
                    new GenericEventMessage<>(
                            place.event(),
                            new DamagedEvent(subjects.get(index), damaged.exception()),
                            Map.of(EventContext.KEY, place),
                            place.at())));
        }
        return messages;
    }

    private List<TrackedEventMessage<?>> messages(Commit commit) {
        CommitToken token = new CommitToken(commit.number(), commit.chain().toString());
        List<TrackedEventMessage<?>> messages = new ArrayList<>(commit.events().size());
        for (int index = 0; index < commit.events().size(); index++) {
            RecordedEvent event = commit.events().get(index);
            messages.add(new GenericTrackedEventMessage<>(
                    token,
                    new GenericEventMessage<>(
                            event.id(),
                            payload(event),
                            Map.of(EventContext.KEY, EventContext.of(commit, index)),
                            event.timestamp())));
        }
        return messages;
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
