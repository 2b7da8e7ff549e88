package vn.soto.query.stipend;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.stipend.MobilisationEvent;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationStated;
import vn.soto.contracts.stipend.MobilisationsId;
import vn.soto.contracts.stipend.Shift;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.events.EventCodec;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.team.Teams;
import vn.soto.query.timeline.EventLoader.Body;
import vn.soto.query.timeline.Histories;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Answers on which days the members of a team were mobilised. */
@RestController
final class MobilisationEndpoint {

    private final QueryExecutor queries;
    private final Histories histories;
    private final EventCodec codec;
    private final Teams teams;

    MobilisationEndpoint(QueryExecutor queries, Histories histories, EventCodec codec, Teams teams) {
        this.queries = queries;
        this.histories = histories;
        this.codec = codec;
        this.teams = teams;
    }

    /**
     * @param decision number of the document by which the member is mobilised
     * @param commit   the commit that states it last
     */
    record MobilisationDay(
            String member,
            LocalDate day,
            Shift shift,
            String decision,
            LocalDate signedOn,
            long commit,
            Instant at,
            String by) {}

    /** Those that count, of a period if one is asked for, in the order in which they were stated last. */
    @Requires(value = EndpointRight.STIPENDS, of = "team")
    @GetMapping("/api/teams/{team}/mobilisations")
    Mono<QueryAnswer<List<MobilisationDay>>> mobilisations(
            QueryContext context, @PathVariable String team, @RequestParam Optional<StipendPeriod> period) {
        return queries.answer(context, asOf -> {
            if (teams.find(team, asOf).isEmpty()) {
                throw QueryProblemException.absent("team", team);
            }
            List<MobilisationDay> days = new ArrayList<>();
            histories.of(MobilisationsId.of(team), asOf).forEach(body -> add(body, days));
            return days.stream()
                    .filter(each ->
                            period.filter(asked -> !asked.includes(each.day)).isEmpty())
                    .toList();
        });
    }

    private void add(Body body, List<MobilisationDay> days) {
        if (codec.decode(body.event().type(), body.event().payload()) instanceof MobilisationEvent event) {
            days.removeIf(known -> known.member.equals(event.member().value()) && known.day.equals(event.day()));
            if (event instanceof MobilisationStated stated) {
                days.add(new MobilisationDay(
                        stated.member().value(),
                        stated.day(),
                        stated.shift(),
                        stated.decision().number(),
                        stated.decision().signedOn(),
                        body.commit().number(),
                        body.commit().at(),
                        body.commit().actor()));
            }
        }
    }
}
