package vn.soto.query.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.query.team.TeamOnDay;
import vn.soto.query.unit.EndedUnitList;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;

/** Makes lists of requests: of a unit and all below it, and of a team. */
@Component
record RequestLists(Queues queues, Units units) implements EndedUnitList {

    /**
     * @param on    day of the list: what happened later is not in it, and overdue is decided on it
     * @param total number of requests over all pages; absent where they are not counted
     * @param next  {@code before} of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            LocalDate on,
            @Nullable Integer total,
            List<RequestLine> requests,
            @Nullable Long next) {}

    /**
     * The day of an answer.
     *
     * @param past whether it is before the day of the moment asked about, so that later steps may be known; no step is
     *             recorded before its day
     */
    record Day(LocalDate on, boolean past) {

        /** Last day of the steps that count. */
        LocalDate steps() {
            return past ? on : LocalDate.MAX;
        }
    }

    /** The open requests of a unit, of all units below it and of units it took over. */
    Page ofUnit(String unit, Listing listing, Day day, long asOf) {
        List<String> within = within(unit, day, asOf);
        return page(within.stream().map(SupportProjector::open).toList(), listing, day, asOf);
    }

    @Override
    public String question() {
        return "/api/units/{unit}/requests";
    }

    @Override
    public boolean isEmpty(String unit, LocalDate day, long asOf) {
        return ofUnit(unit, new Listing(Listing.State.OPEN, Long.MAX_VALUE, 1), new Day(day, true), asOf)
                .requests()
                .isEmpty();
    }

    /** The units of a list that the reader reaches. */
    private List<String> within(String unit, Day day, long asOf) {
        List<String> all = units.within(unit, day.on, asOf);
        Set<String> seen = Reader.current().rows(EndpointRight.RECORDS, unit, IdKind.UNIT, all);
        return all.stream().filter(seen::contains).toList();
    }

    /** The requests waiting in the units the team covers, or works in until it is consolidated, and those the team has taken and not closed. */
    Page ofTeam(String team, TeamOnDay onDay, Listing listing, Day day, long asOf) {
        List<String> mine = Stream.concat(
                        Stream.of(SupportProjector.ofTeam(team)),
                        units.lineage(day.on, asOf).served(onDay.coverage()).stream()
                                .map(unit -> SupportProjector.waiting(unit.value())))
                .toList();
        return page(mine, listing, day, asOf);
    }

    /** All requests the team has ever taken; one taken twice is listed twice. */
    Page taken(String team, Listing listing, Day day, long asOf) {
        List<QueueRow> found = day.past
                ? queues.takings(team, listing.before(), listing.limit() + 1, day.on, asOf)
                : queues.takings(team, listing.before(), listing.limit() + 1, asOf);
        List<QueueRow> shown = found.stream().limit(listing.limit()).toList();
        return new Page(
                day.on,
                null,
                lines(shown.stream().map(QueueRow::entry).toList(), day, asOf),
                found.size() > shown.size() ? shown.getLast().position() : null);
    }

    /** The requests of a unit, of all units below it and of units it took over, that are closed, closed last first. */
    Page closedIn(String unit, Listing listing, Day day, long asOf) {
        List<String> within = within(unit, day, asOf);
        List<Closed> closed = new ArrayList<>();
        long before = listing.before();
        List<QueueRow> rows;
        do {
            rows = queues.closings(within, before, listing.limit() + 1, asOf);
            closed.addAll(stillClosed(rows, day, asOf));
            before = rows.isEmpty() ? before : rows.getLast().position();
        } while (closed.size() <= listing.limit() && rows.size() > listing.limit());
        List<Closed> shown = closed.stream().limit(listing.limit()).toList();
        return new Page(
                day.on,
                null,
                shown.stream().map(each -> RequestLine.of(each.known, day.on)).toList(),
                closed.size() > shown.size() ? shown.getLast().position : null);
    }

    /** @param position position of the closing */
    private record Closed(long position, Queues.Known known) {}

    /** In the order of the closings, without those of requests that were opened again by the day, or closed after it. */
    private List<Closed> stillClosed(List<QueueRow> rows, Day day, long asOf) {
        Map<Long, Queues.Known> closed = new HashMap<>();
        queues.find(rows.stream().map(row -> row.entry().request()).distinct().toList(), day.steps(), asOf)
                .forEach(known -> known.request()
                        .closing(day.steps(), asOf)
                        .ifPresent(step -> closed.put(step.position(), known)));
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(closed.get(row.position())).stream()
                        .map(known -> new Closed(row.position(), known)))
                .toList();
    }

    private Page page(List<String> asked, Listing listing, Day day, long asOf) {
        List<QueueRow.Entry> all = day.past ? queues.in(asked, day.on, asOf) : queues.in(asked, asOf);
        List<QueueRow.Entry> held =
                all.stream().filter(entry -> listing.holds(entry, day.on)).toList();
        List<QueueRow.Entry> rest = held.stream()
                .filter(entry -> entry.received() < listing.before())
                .toList();
        List<QueueRow.Entry> shown = rest.stream().limit(listing.limit()).toList();
        Long next = rest.size() > shown.size() ? shown.getLast().received() : null;
        return new Page(day.on, held.size(), lines(shown, day, asOf), next);
    }

    private List<RequestLine> lines(List<QueueRow.Entry> entries, Day day, long asOf) {
        return queues.find(entries.stream().map(QueueRow.Entry::request).toList(), day.steps(), asOf).stream()
                .map(known -> RequestLine.of(known, day.on))
                .toList();
    }
}
