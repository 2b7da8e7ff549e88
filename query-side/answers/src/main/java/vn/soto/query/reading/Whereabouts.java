package vn.soto.query.reading;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.soto.query.subject.IdKind;

/** The places of subjects of every kind. */
@Component
public final class Whereabouts {

    /** Read at the first question: the places of commits are made of those of other kinds. */
    private final SingletonSupplier<Map<IdKind, SubjectLocations>> kinds;

    Whereabouts(ObjectProvider<SubjectLocations> kinds) {
        this.kinds = SingletonSupplier.of(() -> {
            Map<IdKind, SubjectLocations> byKind = new HashMap<>();
            kinds.forEach(each -> byKind.put(each.kind(), each));
            return Map.copyOf(byKind);
        });
    }

    public Map<String, List<Locations>> find(IdKind kind, Collection<String> ids, LocalDate day, long asOf) {
        SubjectLocations places = kinds.obtain().get(kind);
        return places == null || ids.isEmpty() ? Map.of() : places.find(ids, day, asOf);
    }
}
