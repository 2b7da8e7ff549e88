package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.household.HouseholdEvent.HouseholdCounted;
import vn.soto.contracts.outreach.OutreachFigures;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.TrainingEvent.AttendanceStated;

/**
 * The figures of one team for one quarter, folded from the ledger in order. Both sides use this one definition: what a
 * report stores and what a drill-down recomputes must agree to the last event.
 *
 * <p>The figures of version 1:
 * <ul>
 * <li>T02: members on the quarter's last day.
 * <li>H02: households the team is responsible for on that day.
 * <li>H04: distinct households helped, duplicates as their survivor.
 * <li>H05: records of help, then by channel.
 * <li>M: records by mode.
 * <li>S: records by category of service.
 * </ul>
 *
 * <p>Added by version 2:
 * <ul>
 * <li>T03: distinct members trained.
 * <li>H04.businesses: distinct businesses helped.
 * <li>H05 by beneficiary; H05.late: records entered late.
 * <li>O: records by outcome.
 * <li>V: records by the last result of calling back.
 * <li>C: records by service.
 * <li>P and Q: as in {@link OutreachFigures}.
 * </ul>
 *
 * <p>From version 3 on H02 counts a household only if its responsible member can act on that day. The member has not
 * left, is not suspended, and the team is not dissolved.
 *
 * <p>Added or changed by version 4:
 * <ul>
 * <li>T01: whether the team exists on the quarter's last day.
 * <li>T02: only members who are not suspended on it; T02.suspended: the others.
 * <li>H01: as stated by people, absent if nobody did.
 * <li>O: by the outcome of the last follow-up.
 * <li>H05.joint: records of other teams in which members of the team helped along.
 * </ul>
 *
 * <p>Version 5 counts each team as version 4 does. In the report of a unit, a person in several of its teams counts once.
 *
 * <p>Added by version 6, absent where nobody told it:
 * <ul>
 * <li>R: results of help, in numbers of people and businesses.
 * <li>P04: people who came to a session for the first time in the year.
 * <li>P04.unsure: attendance at the sessions that do not tell it. A person may be in it more than once.
 * </ul>
 *
 * <p>Voided records count nowhere, corrected ones as last corrected; a denied one counts in all figures and in
 * V.denied. The meaning of each figure for its readers stands in {@code indicators_*.properties} of the query side.
 */
public final class Indicators {

    /** Version of these definitions in reports submitted today; stored with each report. */
    public static final int VERSION = 6;

    /** Stands for the codes of the figures that count help with one service. */
    public static final String BY_SERVICE = "C";

    /** Code of the households in the team's area, which people state. */
    public static final String HOUSEHOLD_TOTAL = HouseholdTotal.HOUSEHOLDS;

    private static final Set<String> STATES = Set.of(
            TeamCount.TEAMS,
            MemberFigures.MEMBERS,
            MemberFigures.SUSPENDED,
            HouseholdTotal.HOUSEHOLDS,
            CaseloadFigures.HOUSEHOLDS,
            "P03",
            "P03.households");

    private static final Set<String> STATABLE =
            Set.of(HouseholdTotal.HOUSEHOLDS, "P01", "P02", "P03", "P03.households");

    private final int version;
    private final TeamId team;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final MemberFigures members = new MemberFigures();
    private final CaseloadFigures caseload;
    private final TeamCount teams = new TeamCount();
    private final HouseholdTotal total;
    private final HelpFigures help;
    private final JointHelp joint;
    private final Trainings trainings;
    private final OutreachFigures outreach;

    public Indicators(TeamId team, Quarter quarter, QuarterCalendar calendar) {
        this(VERSION, team, quarter, calendar);
    }

    /** @param version of the definitions; those of an earlier version never change */
    public Indicators(int version, TeamId team, Quarter quarter, QuarterCalendar calendar) {
        this(version, team, calendar.days(quarter));
    }

    /** @param version of the definitions; those of an earlier version never change */
    public Indicators(int version, TeamId team, QuarterDays days) {
        if (version < 1 || version > VERSION) {
            throw new IllegalArgumentException("there is no version " + version + " of the indicators");
        }
        this.version = version;
        this.team = team;
        this.firstDay = days.firstDay();
        this.lastDay = days.lastDay();
        this.total = new HouseholdTotal(days.quarter());
        this.help = new HelpFigures(version);
        this.joint = new JointHelp(team);
        this.caseload = new CaseloadFigures(team, lastDay);
        this.trainings = new Trainings(team);
        this.outreach = new OutreachFigures(team, firstDay, lastDay);
    }

    /** Takes the next event of the ledger; those of other teams are passed over. */
    public void on(long position, DomainEvent event) {
        switch (event) {
            case TeamEvent of
            when of.team().equals(team) -> {
                members.on(position, of);
                teams.on(position, of);
            }
            case HouseholdTotalStated of when of.team().equals(team) -> total.on(position, of);
            case HouseholdCounted of -> caseload.on(position, of);
            case AssistanceCounted of when of.team().equals(team) -> help.on(position, of);
            case AssistanceCounted of -> joint.on(position, of);
            case AttendanceStated of -> trainings.on(position, of);
            default -> outreach.on(position, event);
        }
    }

    /** The figures in the order of the definitions; a figure of zero is a figure, one that nobody stated is none. */
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
     * @param amount    amount that it adds to the figure
     * @param positions of the events that make it, in ledger order
     */
    public record Counted(long amount, List<Long> positions) {}

    /** The ids behind the figures of distinct households, businesses and members, by code. */
    public Map<String, Set<String>> distinct() {
        Map<String, Set<String>> distinct = new HashMap<>(help.helped(this::within, caseload::survivor));
        distinct.putAll(members.on(version, lastDay));
        distinct.put(Trainings.TRAINED, trainings.members(this::within));
        return distinct;
    }

    /** For each code, in the order of the figures, what was counted. */
    public SequencedMap<String, List<Counted>> evidence() {
        Map<String, List<Counted>> lines = new HashMap<>();
        Evidence evidence = (code, amount, positions) ->
                lines.computeIfAbsent(code, c -> new ArrayList<>()).add(new Counted(amount, positions));
        teams.count(lastDay, evidence);
        total.counted().ifPresent(stated -> lines.put(HouseholdTotal.HOUSEHOLDS, List.of(stated)));
        members.count(version, lastDay, evidence);
        caseload.count(member -> version < 3 || members.canAct(member, lastDay), evidence);
        help.count(this::within, caseload::survivor, evidence);
        joint.count(this::within, evidence);
        trainings.count(this::within, evidence);
        outreach.counted()
                .forEach((code, counted) -> lines.put(
                        code,
                        counted.stream()
                                .map(line -> new Counted(line.amount(), line.positions()))
                                .toList()));
        SequencedMap<String, List<Counted>> ordered = new LinkedHashMap<>();
        codes(version, lines.keySet()).stream()
                .filter(code -> !voluntary(code) || lines.containsKey(code))
                .forEach(code -> ordered.put(code, lines.getOrDefault(code, List.of())));
        return ordered;
    }

    /** Whether people state the figure itself, because no event of the ledger gives it. */
    public static boolean stated(String code) {
        return code.equals(HouseholdTotal.HOUSEHOLDS);
    }

    /** Whether the figure is absent, not zero, until somebody tells a number for it. */
    public static boolean voluntary(String code) {
        return stated(code) || HelpCodes.byResult(code) || code.equals(OutreachFigures.REACHED);
    }

    /**
     * Whether people may state the figure with its source: households in the area, sessions, attendance and community
     * groups. Only registered households of the area are in the ledger, and a team may hold sessions and keep
     * attendance or groups without recording each.
     */
    public static boolean statable(String code) {
        return STATABLE.contains(code);
    }

    /** Whether the figure is a state on the quarter's last day, not a count of what happened in it. */
    public static boolean isState(String code) {
        return STATES.contains(code);
    }

    /** Every code of a version, in the order in which reports show them; services follow, where any were helped with. */
    public static List<String> codes(int version) {
        List<List<String>> parts = version == 1
                ? List.of(
                        List.of(MemberFigures.MEMBERS, CaseloadFigures.HOUSEHOLDS, HelpFigures.HOUSEHOLDS),
                        HelpCodes.first())
                : List.of(
                        version < 4
                                ? List.of(MemberFigures.MEMBERS, Trainings.TRAINED)
                                : List.of(
                                        TeamCount.TEAMS,
                                        MemberFigures.MEMBERS,
                                        MemberFigures.SUSPENDED,
                                        Trainings.TRAINED,
                                        HouseholdTotal.HOUSEHOLDS),
                        List.of(CaseloadFigures.HOUSEHOLDS, HelpFigures.HOUSEHOLDS, HelpFigures.BUSINESSES),
                        HelpCodes.later(version),
                        OutreachFigures.codes(version));
        return parts.stream().flatMap(List::stream).toList();
    }

    /** The same with those of services among the counted ones. */
    static List<String> codes(int version, Set<String> counted) {
        List<String> codes = new ArrayList<>(codes(version));
        if (version > 1) {
            counted.stream().filter(HelpCodes::byService).sorted().forEach(codes::add);
        }
        return codes;
    }

    /** The code of the figure that counts help with a service. */
    public static String ofService(String service) {
        return HelpCodes.ofService(service);
    }

    /** The service of a figure that counts help with one; empty of any other figure. */
    public static Optional<String> service(String code) {
        return HelpCodes.service(code);
    }

    /** The code of a breakdown, such as {@code H05.home-visit}. */
    public static String code(String prefix, Enum<?> value) {
        return HelpCodes.code(prefix, value);
    }

    private boolean within(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
