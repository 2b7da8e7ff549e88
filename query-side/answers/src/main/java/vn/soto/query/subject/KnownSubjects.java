package vn.soto.query.subject;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The places and names of subjects of every kind. */
@Component
public final class KnownSubjects {

    /** Read at the first question: the places of commits are made of those of other kinds. */
    private final SingletonSupplier<Map<IdKind, Subjects>> kinds;

    public KnownSubjects(ObjectProvider<Subjects> kinds) {
        this.kinds = SingletonSupplier.of(() -> {
            Map<IdKind, Subjects> byKind = new EnumMap<>(IdKind.class);
            kinds.forEach(each -> byKind.put(each.kind(), each));
            return byKind;
        });
    }

    /** Of a kind without places nothing: it is open to nobody but readers of the whole ledger. */
    public Map<String, List<Locations>> places(IdKind kind, Collection<String> ids, LocalDate day, long asOf) {
        Subjects subjects = kinds.obtain().get(kind);
        return subjects == null || ids.isEmpty() ? Map.of() : subjects.places().find(ids, day, asOf);
    }

    public Map<String, Designated> names(IdKind kind, Collection<String> ids, LocalDate day, long asOf) {
        Subjects subjects = kinds.obtain().get(kind);
        SubjectLookup<Designated> names = subjects == null ? null : subjects.names();
        return names == null || ids.isEmpty() ? Map.of() : names.find(ids, day, asOf);
    }

    /** Whether subjects of the kind have names, so that only those that are known have a link. */
    public boolean areNamed(IdKind kind) {
        Subjects subjects = kinds.obtain().get(kind);
        return subjects != null && subjects.names() != null;
    }
}
