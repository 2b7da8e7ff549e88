package vn.soto.query.source;

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
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;

/** Reads pages of commits as messages. Full pages are kept for a while, because several projections read alongside. */
final class Decoder {

    private static final int PAGES_KEPT = 16;

    private final LedgerReader reader;
    private final EventCodec codec;
    private final int pageSize;
    private final Map<Long, List<List<TrackedEventMessage<?>>>> pages =
            Collections.synchronizedMap(new LinkedHashMap<>(32, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, List<List<TrackedEventMessage<?>>>> eldest) {
                    return size() > PAGES_KEPT;
                }
            });

    Decoder(LedgerReader reader, EventCodec codec, int pageSize) {
        this.reader = reader;
        this.codec = codec;
        this.pageSize = pageSize;
    }

    /** The commits after {@code number}, up to the end of their page; each as the list of its events. */
    List<List<TrackedEventMessage<?>>> after(long number) {
        long page = number / pageSize;
        long start = page * pageSize;
        List<List<TrackedEventMessage<?>>> kept = pages.get(page);
        if (kept != null) {
            return kept.subList((int) (number - start), kept.size());
        }
        if (number > start) {
            return decode(number + 1, (int) (start + pageSize - number));
        }
        return wholePage(page, start);
    }

    /** One reader at a time decodes a new page; the others wait and find it. */
    private synchronized List<List<TrackedEventMessage<?>>> wholePage(long page, long start) {
        List<List<TrackedEventMessage<?>>> kept = pages.get(page);
        if (kept != null) {
            return kept;
        }
        List<List<TrackedEventMessage<?>>> read = decode(start + 1, pageSize);
        if (read.size() == pageSize) {
            pages.put(page, read);
        }
        return read;
    }

    private List<List<TrackedEventMessage<?>>> decode(long first, int limit) {
        return reader.commits(first, limit).stream().map(this::messages).toList();
    }

    TrackedEventMessage<?> event(long number, long position) {
        Commit commit = reader.commit(number)
                .orElseThrow(() -> new IllegalStateException("this ledger has no commit " + number));
        return messages(commit).get(Math.toIntExact(position - commit.first()));
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
                            Map.of(Position.KEY, Position.of(commit, index)),
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
            return new Poison(event.type(), subject, e);
        }
    }
}
