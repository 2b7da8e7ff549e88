package vn.soto.query.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredEvent;
import vn.soto.query.search.SearchAnswer.Hit;
import vn.soto.query.subject.IdKind;
import vn.soto.web.FoldedText;

/**
 * Records by their whole id, from the ledger itself: they have no name, and are too many to be indexed. The ids of people
 * are not among them.
 */
@Component
record RecordIds(LedgerReader ledger) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

    /** Kinds by the first word of the stored names of their events. */
    private static final Map<String, IdKind> KINDS = Map.of(
            "assistance", IdKind.ASSISTANCE,
            "support-request", IdKind.REQUEST,
            "outreach", IdKind.SESSION,
            "training", IdKind.TRAINING,
            "plan", IdKind.PLAN);

    Optional<Hit> find(String typed, Set<IdKind> kinds, long asOf) {
        String id = FoldedText.of(typed).whole();
        return ID.matcher(id).matches()
                ? first(id, asOf).filter(kinds::contains).map(kind -> hit(kind, id))
                : Optional.empty();
    }

    /** The aggregate of a plan has its id after the word. */
    private Optional<IdKind> first(String id, long asOf) {
        return Stream.of(id, "plan:" + id)
                .flatMap(aggregate -> ledger.aggregate(aggregate, 0, 1).stream())
                .filter(stored -> stored.commit() <= asOf)
                .map(RecordIds::subject)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<IdKind> subject(StoredEvent stored) {
        String type = stored.event().type().name();
        return Optional.ofNullable(KINDS.get(type.substring(0, Math.max(0, type.indexOf('.')))));
    }

    private static Hit hit(IdKind kind, String id) {
        return new Hit(kind.text(), id, null, List.of());
    }
}
