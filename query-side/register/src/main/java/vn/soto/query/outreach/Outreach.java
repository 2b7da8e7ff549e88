package vn.soto.query.outreach;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.projection.Documents;

/** Queries about sessions and groups as known at a commit. */
@Component
public record Outreach(Documents documents) {

    private static final Comparator<Known> BY_DAY =
            Comparator.comparing((Known known) -> known.version.day()).thenComparing(known -> known.session.id());

    /** A session with its version at a commit. */
    record Known(Session session, Session.Version version) {}

    /** A session that was held, by what was told of it last. */
    public record Held(OutreachId session, Session.Attendance attendance) {}

    Optional<Known> find(String session, long asOf) {
        return documents.find(Session.KIND, session).flatMap(found -> known(found, asOf));
    }

    /** The sessions of several teams on the days of a quarter, by day; makes two queries. */
    List<Known> programmes(Collection<String> teams, QuarterDays days, long asOf) {
        List<Quarter> listing = days.quarter().around().toList();
        List<String> programmes = teams.stream()
                .flatMap(team -> listing.stream().map(quarter -> team + "/" + quarter))
                .toList();
        List<String> listed = OutreachProjector.PROGRAMMES.find(programmes, documents).values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
        return documents.find(Session.KIND, listed).values().stream()
                .flatMap(session -> known(session, asOf).stream())
                .filter(known -> days.contains(known.version.day()))
                .sorted(BY_DAY)
                .toList();
    }

    /** Those of them that were held on the days. */
    public List<Held> held(Collection<String> teams, QuarterDays days, long asOf) {
        return programmes(teams, days, asOf).stream()
                .filter(known -> known.version.state() == Session.State.HELD)
                .flatMap(known -> Stream.ofNullable(known.version.attendance())
                        .map(attendance -> new Held(new OutreachId(known.session.id()), attendance)))
                .toList();
    }

    /** The groups of a team on a day. */
    Map<String, Groups.Told> groups(String team, LocalDate day, long asOf) {
        return documents
                .find(Groups.KIND, team)
                .map(groups -> groups.on(day, asOf))
                .orElse(Map.of());
    }

    private static Optional<Known> known(Session session, long asOf) {
        return session.asOf(asOf).map(version -> new Known(session, version));
    }
}
