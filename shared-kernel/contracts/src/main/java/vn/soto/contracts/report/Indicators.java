package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.household.HouseholdEvent.HouseholdCounted;
import vn.soto.contracts.outreach.OutreachFigures;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.TrainingEvent.AttendanceStated;

/**
 * The figures of one team for one quarter, folded from the ledger in order. Both sides use this one definition: what a
 * report stores and what a drill-down recomputes must agree to the last event.
 *
 * <p>T02 members on the quarter's last day; H02 households the team is responsible for on that day; H04 distinct households
 * helped, duplicates as their survivor; H05 records of help, then by channel; M records by mode; S records by category of
 * service. From version 2 on also: T03 distinct members trained; H04.businesses distinct businesses helped; H05 by
 * beneficiary and H05.late, entered late; O records by outcome; V records by what calling back found last; C records by
 * service; P and Q as {@link OutreachFigures} has them. From version 3 on H02 counts a household only if its responsible
 * member can act on that day: neither left, nor suspended, nor of a dissolved team. Voided records count nowhere, corrected ones as last corrected.
 */
public final class Indicators {

    /** Version of these definitions in reports submitted today; stored with each report. */
    public static final int VERSION = 3;

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

    /** @param version of the definitions; those of an earlier version never change */
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

    /** Takes the next event of the ledger; those of other teams are passed over. */
    public void on(long position, DomainEvent event) {
        switch (event) {
            case TeamEvent of when of.team().equals(team) -> members.on(position, of);
            case HouseholdCounted of -> caseload.on(position, of);
            case AssistanceCounted of when of.team().equals(team) -> help.on(position, of);
            case AttendanceStated of -> trainings.on(position, of);
            default -> outreach.on(position, event);
        }
    }

    /** The figures in the order of the definitions; a figure of zero is a figure. */
    public List<Figure> figures() {
        return figures(evidence());
    }

    /** The figures that {@link #evidence} proves. */
    public static List<Figure> figures(SequencedMap<String, List<Counted>> evidence) {
        return evidence.entrySet().stream()
                .map(line -> new Figure(
                        line.getKey(),
                        line.getValue().stream().mapToLong(Counted::amount).sum()))
                .toList();
    }

    /**
     * One thing counted.
     *
     * @param amount    what it adds to the figure
     * @param positions of the events that make it, in ledger order
     */
    public record Counted(long amount, List<Long> positions) {}

    /** For each code, in the order of the figures, what was counted. */
    public SequencedMap<String, List<Counted>> evidence() {
        Map<String, List<Counted>> lines = new HashMap<>();
        Evidence evidence = (code, positions) ->
                lines.computeIfAbsent(code, c -> new ArrayList<>()).add(new Counted(1, positions));
        members.count(lastDay, evidence);
        caseload.count(member -> version < 3 || members.canAct(member, lastDay), evidence);
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

    /** Every code of a version, in the order in which reports show them; services follow, where any were helped with. */
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

    /** The code of a breakdown, such as {@code H05.home-visit}. */
    public static String code(String prefix, Enum<?> value) {
        return HelpCodes.code(prefix, value);
    }

    private boolean within(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
