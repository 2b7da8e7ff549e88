package vn.soto.query.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.projection.Documents;
import vn.soto.web.VietnameseOrder;

/** Queries about organisations and their supports, as known at a commit. */
@Component
public record Supporters(Documents documents) {

    /** The organisations that supported a team on a day or before, by first day of support; an end after the day is not in it. */
    public List<SupporterView> of(String team, LocalDate day, long asOf) {
        return listed(team, asOf).stream()
                .flatMap(organisation -> organisation
                        .asOf(asOf)
                        .filter(support -> support.team().value().equals(team)
                                && !support.since().isAfter(day))
                        .map(support -> new SupporterView(
                                new OrganisationId(organisation.id()),
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

    /** The organisations that support each of the teams on a day; makes two queries. */
    public Map<String, Set<String>> supporting(Collection<String> teams, LocalDate day, long asOf) {
        Map<String, Set<String>> supporting = new HashMap<>();
        sentTo(teams, day, asOf)
                .byTeam
                .forEach((team, by) -> supporting.put(
                        team, by.stream().map(Organisation::id).collect(Collectors.toUnmodifiableSet())));
        return supporting;
    }

    /** The organisations that support each of the teams on a day, to tell from which of them members come; makes two queries. */
    public Sent sentTo(Collection<String> teams, LocalDate day, long asOf) {
        Map<String, Organisation> found = documents.find(
                Organisation.KIND,
                OrganisationProjector.BY_TEAM.find(teams, documents).values().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .toList());
        Map<String, List<Organisation>> byTeam = new HashMap<>();
        found.values().stream()
                .filter(organisation -> organisation.from() <= asOf)
                .forEach(organisation -> organisation
                        .asOf(asOf)
                        .filter(support -> support.includes(day))
                        .forEach(
                                support -> byTeam.computeIfAbsent(support.team().value(), t -> new ArrayList<>())
                                        .add(organisation)));
        return new Sent(byTeam, asOf);
    }

    /** Organisations by the team that they support. */
    public record Sent(Map<String, List<Organisation>> byTeam, long asOf) {

        /** Those from which a member of the team with this origin comes. */
        public Set<String> by(String team, MemberOrigin origin) {
            return byTeam.getOrDefault(team, List.of()).stream()
                    .filter(organisation -> organisation
                            .registration(asOf)
                            .kind()
                            .members()
                            .filter(origin::equals)
                            .isPresent())
                    .map(Organisation::id)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    Optional<Organisation> find(String organisation, long asOf) {
        return documents.find(Organisation.KIND, organisation).filter(found -> found.from() <= asOf);
    }

    /** All organisations by name. */
    List<Organisation> all(long asOf) {
        return listed(OrganisationProjector.ALL, asOf);
    }

    private List<Organisation> listed(String id, long asOf) {
        List<String> ids = OrganisationProjector.BY_TEAM.find(id, documents);
        return VietnameseOrder.sorted(
                documents.find(Organisation.KIND, ids).values().stream()
                        .filter(organisation -> organisation.from() <= asOf)
                        .toList(),
                organisation -> organisation.registration(asOf).name(),
                Organisation::id);
    }
}
