package vn.soto.query.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.team.TeamCard;
import vn.soto.query.unit.Units;

/** Makes lists of requests: of a unit and all below it, and of a team. */
@Component
final class RequestLists {

    private final Queues queues;
    private final Units units;

    RequestLists(Queues queues, Units units) {
        this.queues = queues;
        this.units = units;
    }

    /**
     * @param on    day on which overdue is decided
     * @param total number of requests over all pages; absent where they are not counted
     * @param next  {@code before} of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            LocalDate on,
            @Nullable Integer total,
            List<RequestLine> requests,
            @Nullable Long next) {}

    /** The open requests of a unit, of all units below it and of units it took over. */
    Page ofUnit(String unit, Listing listing, LocalDate day, long asOf) {
        List<String> within = units.within(unit, day, asOf);
        return page(queues.in(within.stream().map(SupportProjector::open).toList(), asOf), listing, day, asOf);
    }

    /** The requests waiting in the units the team covers, or works in until it is consolidated, and those the team has taken and not closed. */
    Page ofTeam(String team, TeamCard card, Listing listing, LocalDate day, long asOf) {
        List<String> mine = Stream.concat(
                        Stream.of(SupportProjector.ofTeam(team)),
                        units
                                .lineage(day, asOf)
                                .served(card.coverage().stream()
                                        .map(UnitId::new)
                                        .toList())
                                .stream()
                                .map(unit -> SupportProjector.waiting(unit.value())))
                .toList();
        return page(queues.in(mine, asOf), listing, day, asOf);
    }

    /** All requests the team has ever taken; one taken twice is listed twice. */
    Page taken(String team, Listing listing, LocalDate day, long asOf) {
        List<QueueRow> found = queues.takings(team, listing.before(), listing.limit() + 1, asOf);
        List<QueueRow> shown = found.stream().limit(listing.limit()).toList();
        return new Page(
                day,
                null,
                lines(shown.stream().map(QueueRow::entry).toList(), day, asOf),
                found.size() > shown.size() ? shown.getLast().position() : null);
    }

    /** The closed requests of a unit, of all units below it and of units it took over, closed last first. */
    Page closedIn(String unit, Listing listing, LocalDate day, long asOf) {
        List<String> within = units.within(unit, day, asOf);
        List<Queues.Known> closed = new ArrayList<>();
        long before = listing.before();
        List<QueueRow> rows;
        do {
            rows = queues.closings(within, before, listing.limit() + 1, asOf);
            closed.addAll(stillClosed(rows, asOf));
            before = rows.isEmpty() ? before : rows.getLast().position();
        } while (closed.size() <= listing.limit() && rows.size() > listing.limit());
        List<Queues.Known> shown = closed.stream().limit(listing.limit()).toList();
        return new Page(
                day,
                null,
                shown.stream().map(known -> RequestLine.of(known, day)).toList(),
                closed.size() > shown.size() ? closing(shown.getLast(), asOf) : null);
    }

    /** Without the closings of requests that were opened again since. */
    private List<Queues.Known> stillClosed(List<QueueRow> rows, long asOf) {
        Map<String, Long> positions =
                rows.stream().collect(Collectors.toMap(row -> row.entry().request(), QueueRow::position, Math::max));
        return queues
                .find(rows.stream().map(row -> row.entry().request()).distinct().toList(), asOf)
                .stream()
                .filter(known -> known.request()
                        .closing(asOf)
                        .filter(step -> positions.containsValue(step.position()))
                        .isPresent())
                .toList();
    }

    private static long closing(Queues.Known known, long asOf) {
        return known.request().closing(asOf).orElseThrow().position();
    }

    private Page page(List<QueueRow.Entry> all, Listing listing, LocalDate day, long asOf) {
        List<QueueRow.Entry> held =
                all.stream().filter(entry -> listing.holds(entry, day)).toList();
        List<QueueRow.Entry> rest = held.stream()
                .filter(entry -> entry.received() < listing.before())
                .toList();
        List<QueueRow.Entry> shown = rest.stream().limit(listing.limit()).toList();
        Long next = rest.size() > shown.size() ? shown.getLast().received() : null;
        return new Page(day, held.size(), lines(shown, day, asOf), next);
    }

    private List<RequestLine> lines(List<QueueRow.Entry> entries, LocalDate day, long asOf) {
        return queues.find(entries.stream().map(QueueRow.Entry::request).toList(), asOf).stream()
                .map(known -> RequestLine.of(known, day))
                .toList();
    }
}
