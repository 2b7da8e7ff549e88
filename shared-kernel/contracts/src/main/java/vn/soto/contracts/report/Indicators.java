package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.outreach.OutreachFigures;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.TrainingEvent;

/**
 * Figures of one team for one quarter, derived from the ledger's events in order. Both sides use this one definition:
 * the figures that a report stores and those that a drill-down recomputes agree to the last event.
 *
 * <p>T02 counts members on the quarter's last day; H02 households that the team is responsible for on that day; H04
 * distinct households helped, duplicates as their survivor; H05 records of help, followed by a breakdown by channel; M
 * records by mode; S records by category of service. Version 2 adds T03, distinct members trained; H04.businesses,
 * distinct businesses helped; H05 by beneficiary, and H05.late, records entered late; O, records by outcome; V, records
 * by result of the last call-back; C, records by service; P and Q, see {@link OutreachFigures}. Voided records do not
 * count; corrected records count as last corrected.
 */
public final class Indicators {

    /** Version of these definitions in new reports; stored with each report. */
    public static final int VERSION = 2;

    private final int version;
    private final TeamId team;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final MemberFigures members = new MemberFigures();
    private final CaseloadFigures caseload;
    private final HelpFigures help = new HelpFigures();
    private final Trainings trainings;
    private final OutreachFigures outreach;

    public Indicators(TeamId team, Quarter quarter, QuarterCalendar calendar) {
        this(VERSION, team, quarter, calendar);
    }

    /** @param version version of the definitions; earlier versions never change */
    public Indicators(int version, TeamId team, Quarter quarter, QuarterCalendar calendar) {
        if (version < 1 || version > VERSION) {
            throw new IllegalArgumentException("there is no version " + version + " of the indicators");
        }
        this.version = version;
        this.team = team;
        this.firstDay = calendar.firstDay(quarter);
        this.lastDay = calendar.lastDay(quarter);
        this.caseload = new CaseloadFigures(team, lastDay);
        this.trainings = new Trainings(team);
        this.outreach = new OutreachFigures(team, firstDay, lastDay);
    }

    /** Applies the next event of the ledger; events of other teams are ignored. */
    public void on(long position, DomainEvent event) {
        switch (event) {
            case TeamEvent teamEvent when teamEvent.team().equals(team) -> members.on(position, teamEvent);
            case HouseholdEvent household -> caseload.on(position, household);
            case AssistanceEvent assistance when assistance.team().equals(team) -> help.on(position, assistance);
            case TrainingEvent training -> trainings.on(position, training);
            default -> outreach.on(position, event);
        }
    }

    /** The figures in the order of the definitions, including zeros. */
    public List<Figure> figures() {
        return evidence().entrySet().stream()
                .map(line -> new Figure(
                        line.getKey(),
                        line.getValue().stream().mapToLong(Counted::amount).sum()))
                .toList();
    }

    /**
     * One item of a figure.
     *
     * @param amount    contribution to the figure
     * @param positions ledger positions of the item's events, in ledger order
     */
    public record Counted(long amount, List<Long> positions) {}

    /** The items of each code, in the order of the figures. */
    public SequencedMap<String, List<Counted>> evidence() {
        Map<String, List<Counted>> lines = new HashMap<>();
        Evidence evidence = (code, positions) ->
                lines.computeIfAbsent(code, c -> new ArrayList<>()).add(new Counted(1, positions));
        members.count(lastDay, evidence);
        caseload.count(evidence);
        help.count(this::within, caseload::survivor, evidence);
        trainings.count(this::within, evidence);
        outreach.counted()
                .forEach((code, counted) -> lines.put(
                        code,
                        counted.stream()
                                .map(line -> new Counted(line.amount(), line.positions()))
                                .toList()));
        SequencedMap<String, List<Counted>> ordered = new LinkedHashMap<>();
        codes(lines.keySet()).forEach(code -> ordered.put(code, lines.getOrDefault(code, List.of())));
        return ordered;
    }

    /**
     * All codes of a version, in the order of reports, except those by service, which follow where a service was
     * recorded.
     */
    public static List<String> codes(int version) {
        List<List<String>> parts = version == 1
                ? List.of(
                        List.of(MemberFigures.MEMBERS, CaseloadFigures.HOUSEHOLDS, HelpFigures.HOUSEHOLDS),
                        HelpCodes.first())
                : List.of(
                        List.of(
                                MemberFigures.MEMBERS,
                                Trainings.TRAINED,
                                CaseloadFigures.HOUSEHOLDS,
                                HelpFigures.HOUSEHOLDS,
                                HelpFigures.BUSINESSES),
                        HelpCodes.second(),
                        OutreachFigures.codes());
        return parts.stream().flatMap(List::stream).toList();
    }

    private List<String> codes(Set<String> counted) {
        List<String> codes = new ArrayList<>(codes(version));
        if (version > 1) {
            counted.stream().filter(HelpCodes::byService).sorted().forEach(codes::add);
        }
        return codes;
    }

    /** Code of a breakdown, such as {@code H05.home-visit}. */
    public static String code(String prefix, Enum<?> value) {
        return HelpCodes.code(prefix, value);
    }

    private boolean within(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
