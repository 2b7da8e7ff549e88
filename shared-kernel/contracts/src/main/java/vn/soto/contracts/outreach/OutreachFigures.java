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
 * What one team did for its public from one day to another, folded from the ledger in order. Every event it counts carries
 * the team's tag, so the team's own events give the same figures as the whole ledger.
 *
 * <p>P01 sessions held; P02 people who attended, then by how they were counted; P03 community groups on the last day, and
 * P03.households in them as counted last by then; Q01 requests for support the team took and did not give back, each
 * once; Q01.resolved those it resolved that were not opened again. Voided sessions count nowhere, corrected ones as last
 * corrected.
 */
public final class OutreachFigures {

    private final TeamId team;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final SequencedMap<OutreachId, Session> sessions = new LinkedHashMap<>();
    private final SequencedMap<CommunityGroupId, CountedGroup> groups = new LinkedHashMap<>();
    private final SupportTally requests = new SupportTally();

    /** @param firstDay and {@code lastDay} of the quarter, both within it */
    public OutreachFigures(TeamId team, LocalDate firstDay, LocalDate lastDay) {
        this.team = team;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /**
     * One thing counted.
     *
     * @param amount    what it adds to the figure: 1, or people, or households
     * @param positions of the events that make it, in ledger order
     */
    public record Counted(long amount, List<Long> positions) {}

    /** Takes the next event of the ledger; those of other teams are passed over. */
    public void on(long position, DomainEvent event) {
        switch (event) {
            case OutreachEvent of when of.team().equals(team) -> session(position, of);
            case CommunityGroupEvent of when of.team().equals(team) -> group(position, of);
            case SupportRequestEvent of when team.equals(of.team()) -> requests.on(position, of);
            default -> {
                // another team's, or of no team
            }
        }
    }

    /** Every code, in the order in which reports show them. */
    public static List<String> codes() {
        List<String> codes = new ArrayList<>(List.of("P01", "P02"));
        for (CountBasis basis : CountBasis.values()) {
            codes.add(code(basis));
        }
        codes.addAll(List.of("P03", "P03.households", "Q01", "Q01.resolved"));
        return codes;
    }

    /** The figures in the order of {@link #codes}; a figure of zero is a figure. */
    public SequencedMap<String, Long> values() {
        SequencedMap<String, Long> values = new LinkedHashMap<>();
        counted()
                .forEach((code, lines) -> values.put(
                        code, lines.stream().mapToLong(Counted::amount).sum()));
        return values;
    }

    /** For each code, what was counted: a session, a group or a request a line. */
    public SequencedMap<String, List<Counted>> counted() {
        SequencedMap<String, List<Counted>> lines = new LinkedHashMap<>();
        codes().forEach(code -> lines.put(code, new ArrayList<>()));
        sessions.values().stream().filter(this::counts).forEach(session -> {
            Counted people = new Counted(session.holding.attendance(), session.positions);
            add(lines, "P01", new Counted(1, session.positions));
            add(lines, "P02", people);
            add(lines, code(session.holding.basis()), people);
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
