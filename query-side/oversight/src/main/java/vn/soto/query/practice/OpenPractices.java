package vn.soto.query.practice;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.contracts.team.TeamId;

/** The good models that an authority recommends, for readers without an account. */
@Component
public final class OpenPractices {

    private final Practices practices;

    OpenPractices(Practices practices) {
        this.practices = practices;
    }

    /** @param at when its title and text were stated last */
    public record OpenPractice(TeamId team, String title, String text, Instant at) {}

    /** The latest first, without those that were withdrawn. */
    public List<OpenPractice> all(long asOf) {
        return practices.ids().stream()
                .flatMap(id -> practices.find(id, asOf).stream())
                .filter(known ->
                        known.withdrawn().isEmpty() && !known.recommendations().isEmpty())
                .map(known -> new OpenPractice(
                        known.team(),
                        known.latest().stated().title(),
                        known.latest().stated().text(),
                        known.latest().commit().at()))
                .toList();
    }
}
