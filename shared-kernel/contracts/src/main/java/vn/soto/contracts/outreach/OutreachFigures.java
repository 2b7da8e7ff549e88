package vn.soto.contracts.outreach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupClosed;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupRecorded;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupUpdated;
import vn.soto.contracts.outreach.OutreachEvent.Told;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.support.SupportRequestEvent;
import vn.soto.contracts.team.TeamId;

/**
 * Outreach figures of one team between two days, derived from the ledger's events in order. Every event that counts
 * carries the team's tag, so the team's events alone give the same figures as the whole ledger.
 * <ul>
 * <li>P01: sessions held.
 * <li>P02: people who attended, followed by a breakdown by count basis.
 * <li>P04, from version 6 of the indicators on: people who came for the first time in the year, at the sessions that tell it.
 * <li>P04.unsure: attendance at the other sessions.
 * <li>P03: community groups open on the last day; P03.households: their households by the last count.
 * <li>Q01: support requests that the team took and did not release, each once; Q01.resolved: those it resolved that
 * were not reopened.
 * </ul>
 *
 * <p>Voided sessions do not count; corrected sessions count as last corrected.
 */
public final class OutreachFigures {

    /** People reached, each once. */
    public static final String REACHED = "P04";

    private static final String UNSURE = "P04.unsure";

    /** Version of the indicators with all codes. */
    private static final int LATEST = 6;

    private final TeamId team;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final SequencedMap<OutreachId, Session> sessions = new LinkedHashMap<>();
    private final SequencedMap<CommunityGroupId, CountedGroup> groups = new LinkedHashMap<>();
    private final SupportTally requests = new SupportTally();

    /** @param firstDay first day of the quarter; {@code lastDay} is its last; both belong to it */
    public OutreachFigures(TeamId team, LocalDate firstDay, LocalDate lastDay) {
        this.team = team;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /**
     * One item of a figure.
     *
     * @param amount    contribution to the figure: 1, or a number of people or households
     * @param positions ledger positions of the item's events, in ledger order
     */
    public record Counted(long amount, List<Long> positions) {}

    /** Applies the next event of the ledger; events of other teams are ignored. */
    public void on(long position, DomainEvent event) {
        switch (event) {
            case OutreachEvent outreach when outreach.team().equals(team) -> session(position, outreach);
            case CommunityGroupEvent group when group.team().equals(team) -> group(position, group);
            case SupportRequestEvent request when team.equals(request.team()) -> requests.on(position, request);
            default -> {
                // an event of another team, or of none
            }
        }
    }

    /** All codes of a version of the indicators, in the order of reports. */
    public static List<String> codes(int version) {
        List<String> codes = new ArrayList<>(List.of("P01", "P02"));
        for (CountBasis basis : CountBasis.values()) {
            codes.add(code(basis));
        }
        if (version >= 6) {
            codes.addAll(List.of(REACHED, UNSURE));
        }
        codes.addAll(List.of("P03", "P03.households", "Q01", "Q01.resolved"));
        return codes;
    }

    /** The figures in the order of {@link #codes}, including zeros, but for people reached, of whom nobody may have told. */
    public SequencedMap<String, Long> values() {
        SequencedMap<String, Long> values = new LinkedHashMap<>();
        counted()
                .forEach((code, lines) -> values.put(
                        code, lines.stream().mapToLong(Counted::amount).sum()));
        return values;
    }

    /** The items of each code; an item is a session, a group or a request. */
    public SequencedMap<String, List<Counted>> counted() {
        SequencedMap<String, List<Counted>> lines = new LinkedHashMap<>();
        codes(LATEST).stream()
                .filter(code -> !code.equals(REACHED))
                .forEach(code -> lines.put(code, new ArrayList<>()));
        sessions.values().stream().filter(this::counts).forEach(session -> {
            Counted people = new Counted(session.holding.attendance(), session.positions);
            add(lines, "P01", new Counted(1, session.positions));
            add(lines, "P02", people);
            add(lines, code(session.holding.basis()), people);
            Integer newcomers = session.holding.newcomers();
            add(
                    lines,
                    newcomers == null ? UNSURE : REACHED,
                    newcomers == null ? people : new Counted(newcomers, session.positions));
        });
        groups.values()
                .forEach(group -> group.on(lastDay).ifPresent(count -> {
                    add(lines, "P03", new Counted(1, List.of(count.position())));
                    add(lines, "P03.households", new Counted(count.households(), List.of(count.position())));
                }));
        requests.taken(this::within).forEach(position -> add(lines, "Q01", new Counted(1, List.of(position))));
        requests.resolved(this::within)
                .forEach(position -> add(lines, "Q01.resolved", new Counted(1, List.of(position))));
        return lines;
    }

    private static void add(SequencedMap<String, List<Counted>> lines, String code, Counted line) {
        lines.computeIfAbsent(code, c -> new ArrayList<>()).add(line);
    }

    private static String code(CountBasis basis) {
        return "P02." + basis.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private boolean counts(Session session) {
        return !session.voided && within(session.holding.heldOn());
    }

    private boolean within(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    private void session(long position, OutreachEvent event) {
        switch (event) {
            case Told told ->
                sessions.merge(
                        told.session(),
                        new Session(told.holding(), List.of(position), false),
                        (old, next) -> old.changed(position, next.holding, false));
            case OutreachEvent.OutreachVoided voided ->
                sessions.computeIfPresent(voided.session(), (id, old) -> old.changed(position, old.holding, true));
            case OutreachEvent.OutreachScheduled scheduled -> {}
            case OutreachEvent.OutreachRescheduled rescheduled -> {}
            case OutreachEvent.OutreachCancelled cancelled -> {}
            case OutreachEvent.OutreachFlaggedEstimated flagged -> {}
            case OutreachEvent.OutreachFlaggedImplausible flagged -> {}
        }
    }

    private void group(long position, CommunityGroupEvent event) {
        CountedGroup group = groups.computeIfAbsent(event.group(), id -> new CountedGroup());
        switch (event) {
            case CommunityGroupRecorded recorded -> group.count(recorded.countedOn(), position, recorded.households());
            case CommunityGroupUpdated updated -> group.count(updated.countedOn(), position, updated.households());
            case CommunityGroupClosed closed -> group.close(closed.lastDay());
        }
    }

    private record Session(Holding holding, List<Long> positions, boolean voided) {

        Session changed(long position, Holding told, boolean nowVoided) {
            List<Long> all = new ArrayList<>(positions);
            all.add(position);
            return new Session(told, List.copyOf(all), nowVoided);
        }
    }
}
