package vn.soto.query.organisation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.projection.IdList;
import vn.soto.query.http.VietnameseOrder;

/** Queries about organisations and their supports, as known at a commit. */
@Component
public final class Supporters {

    private final Documents documents;

    Supporters(Documents documents) {
        this.documents = documents;
    }

    /** The organisations that supported a team on a day or before, by first day of support; an end after the day is not in it. */
    public List<SupporterView> of(String team, LocalDate day, long asOf) {
        return listed(team, asOf).stream()
                .flatMap(organisation -> organisation
                        .asOf(asOf)
                        .filter(support ->
                                support.team().equals(team) && !support.since().isAfter(day))
                        .map(support -> new SupporterView(
                                organisation.id(),
                                organisation.registration(asOf).name(),
                                organisation.registration(asOf).kind(),
                                support.since(),
                                past(support.until(), day))))
                .sorted(Comparator.comparing(SupporterView::from).thenComparing(SupporterView::organisation))
                .toList();
    }

    private static @Nullable LocalDate past(@Nullable LocalDate lastDay, LocalDate day) {
        return lastDay != null && lastDay.isBefore(day) ? lastDay : null;
    }

    Optional<Organisation> find(String organisation, long asOf) {
        return documents.find(Organisation.KIND, organisation).filter(found -> found.from() <= asOf);
    }

    /** All organisations by name. */
    List<Organisation> all(long asOf) {
        return listed(OrganisationProjector.ALL, asOf);
    }

    private List<Organisation> listed(String id, long asOf) {
        List<String> ids = IdList.find(OrganisationProjector.BY_TEAM, id, documents);
        return VietnameseOrder.sorted(
                documents.find(Organisation.KIND, ids).values().stream()
                        .filter(organisation -> organisation.from() <= asOf)
                        .toList(),
                organisation -> organisation.registration(asOf).name(),
                Organisation::id);
    }
}
