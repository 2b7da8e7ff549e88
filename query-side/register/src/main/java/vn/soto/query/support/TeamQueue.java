package vn.soto.query.support;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.query.team.Teams;

/** The requests that wait where a team works, and those that it has taken. */
@Component
public record TeamQueue(RequestLists lists, Teams teams) {

    /** The newest {@code most} that are open on the day; none of a team that is unknown. */
    public List<RequestLine> open(String team, int most, LocalDate day, long asOf) {
        return teams.on(team, day, asOf)
                .map(found -> lists.ofTeam(
                                team,
                                found,
                                new Listing(Listing.State.OPEN, Long.MAX_VALUE, most),
                                new RequestLists.Day(day, false),
                                asOf)
                        .requests())
                .orElse(List.of());
    }
}
