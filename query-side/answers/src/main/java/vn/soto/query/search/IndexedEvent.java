package vn.soto.query.search;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.person.NamedSubjects;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.ledger.Hash;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.source.EventContext;
import vn.soto.projection.source.UndecodableEvent;

/**
 * An event as it is searched for. It holds ids, codes and days alone: no text of the event, of its reason or of a person.
 *
 * @param id         the position
 * @param chain      chain hash of the commit, with the first of its events; absent with the others
 * @param day        days since 1970 of the day of recording
 * @param name       stored name without its version, such as {@code household.relocated}
 * @param about      the tags, such as {@code household:<id>}, and the aggregate
 * @param named      subjects of personal data that the body names and the tags do not, each once
 * @param correcting whether it may correct another event
 */
public record IndexedEvent(
        String id,
        long position,
        long commit,
        @Nullable Hash chain,
        int day,
        String who,
        String name,
        List<String> about,
        List<String> named,
        boolean correcting)
        implements ReadModel {

    static final DocumentType<IndexedEvent> KIND = new DocumentType<>("searched-events", IndexedEvent.class);

    static IndexedEvent of(Object event, String name, EventContext at) {
        List<String> about = Stream.concat(at.tags().stream(), Stream.ofNullable(at.aggregate()))
                .distinct()
                .toList();
        return new IndexedEvent(
                Long.toString(at.position()),
                at.position(),
                at.commit(),
                at.index() == 0 ? at.chain() : null,
                day(at.at()),
                at.actor(),
                name,
                about,
                named(event, about),
                event instanceof Correcting || (event instanceof UndecodableEvent && at.corrects() != null));
    }

    /** An event that cannot be decoded names those in its tags. */
    private static List<String> named(Object event, List<String> about) {
        return event instanceof DomainEvent known
                ? NamedSubjects.of(known).stream()
                        .map(Subject::toString)
                        .filter(subject -> !about.contains(subject))
                        .toList()
                : List.of();
    }

    private static int day(Instant at) {
        return Math.toIntExact(VietnamTime.day(at).toEpochDay());
    }

    /** The vocabulary of the event, such as {@code household}. */
    String vocabulary() {
        int end = name.indexOf('.');
        return end < 0 ? name : name.substring(0, end);
    }
}
