package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.outreach.OutreachFigures;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.TrainingEvent;

/**
 * The figures of one team for one quarter, folded from the ledger in order. Both sides use this one definition: what a
 * report stores and what a drill-down recomputes must agree to the last event.
 *
 * <p>T02 members on the quarter's last day; H02 households the team is responsible for on that day; H04 distinct households
 * helped, duplicates as their survivor; H05 records of help, then by channel; M records by mode; S records by category of
 * service. From version 2 on also: T03 distinct members trained; H04.businesses distinct businesses helped; H05 by
 * beneficiary and H05.late, entered late; O records by outcome; V records by what calling back found last; C records by
 * service; P and Q as {@link OutreachFigures} has them. Voided records count nowhere, corrected ones as last corrected.
 */
public final class Indicators {

    /** Version of these definitions in reports submitted today; stored with each report. */
    public static final int VERSION = 2;

    private static final String TRAINED = "T03";
    private static final String BUSINESSES = "H04.businesses";

    private final int version;
    private final TeamId team;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final SequencedMap<AssistanceId, Help> records = new LinkedHashMap<>();
    private final SequencedMap<MemberId, List<Membership>> members = new LinkedHashMap<>();
    private final SequencedMap<HouseholdId, Long> households = new LinkedHashMap<>();
    private final Map<HouseholdId, HouseholdId> survivors = new HashMap<>();
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
        this.trainings = new Trainings(team);
        this.outreach = new OutreachFigures(team, firstDay, lastDay);
    }

    /** Takes the next event of the ledger; those of other teams are passed over. */
    public void on(long position, DomainEvent event) {
        switch (event) {
            case TeamEvent of when of.team().equals(team) -> team(position, of);
            case HouseholdEvent of -> household(position, of);
            case AssistanceEvent of when of.team().equals(team) -> assistance(position, of);
            case TrainingEvent of -> trainings.on(position, of);
            default -> outreach.on(position, event);
        }
    }

    /** The figures in the order of the definitions; a figure of zero is a figure. */
    public List<Figure> figures() {
        return evidence().entrySet().stream()
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
        members.values().stream()
                .flatMap(memberships -> memberships.stream()
                        .filter(membership -> membership.includes(lastDay))
                        .limit(1))
                .forEach(membership -> count(lines, "T02", List.of(membership.position)));
        households.values().forEach(position -> count(lines, "H02", List.of(position)));
        SequencedMap<HouseholdId, List<Long>> helped = new LinkedHashMap<>();
        SequencedMap<BusinessId, List<Long>> businesses = new LinkedHashMap<>();
        for (Help help : records.values()) {
            if (counts(help)) {
                HouseholdId household = help.beneficiary.household();
                helped(household == null ? null : survivors.getOrDefault(household, household), help, helped);
                helped(help.beneficiary.business(), help, businesses);
                help.codes().forEach(code -> count(lines, code, help.positions));
            }
        }
        helped.values().forEach(positions -> count(lines, "H04", inOrder(positions)));
        businesses.values().forEach(positions -> count(lines, BUSINESSES, inOrder(positions)));
        trainings.trained(this::within).values().forEach(positions -> count(lines, TRAINED, inOrder(positions)));
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

    private static <T> void helped(@Nullable T beneficiary, Help help, Map<T, List<Long>> helped) {
        if (beneficiary != null) {
            helped.computeIfAbsent(beneficiary, b -> new ArrayList<>()).addAll(help.positions);
        }
    }

    private static List<Long> inOrder(List<Long> positions) {
        return positions.stream().sorted().toList();
    }

    private static void count(Map<String, List<Counted>> lines, String code, List<Long> positions) {
        lines.computeIfAbsent(code, c -> new ArrayList<>()).add(new Counted(1, positions));
    }

    /** Every code of a version, in the order in which reports show them; services follow, where any were helped with. */
    public static List<String> codes(int version) {
        List<List<String>> parts = version == 1
                ? List.of(List.of("T02", "H02", "H04"), HelpCodes.first())
                : List.of(
                        List.of("T02", TRAINED, "H02", "H04", BUSINESSES), HelpCodes.second(), OutreachFigures.codes());
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

    private void team(long position, TeamEvent event) {
        switch (event) {
            case TeamEvent.TeamFormed formed ->
                formed.members().forEach(member -> enrolled(position, member.member(), formed.effectiveFrom()));
            case TeamEvent.MemberEnrolled enrolled -> enrolled(position, enrolled.member(), enrolled.effectiveFrom());
            case TeamEvent.MembershipEnded ended ->
                members.computeIfPresent(
                        ended.member(), (member, memberships) -> lastEndedOn(ended.lastDay(), memberships));
            case TeamEvent.MembershipCorrected corrected -> corrected(position, corrected);
            case TeamEvent.TeamRenamed renamed -> {}
            case TeamEvent.TeamCoverageChanged changed -> {}
            case TeamEvent.MemberSuspended suspended -> {}
            case TeamEvent.MemberResumed resumed -> {}
            case TeamEvent.LeaderAppointed appointed -> {}
            case TeamEvent.LeaderRelieved relieved -> {}
            case TeamEvent.DeputyAppointed appointed -> {}
            case TeamEvent.DeputyRelieved relieved -> {}
            case TeamEvent.TeamConsolidated consolidated -> {}
            case TeamEvent.TeamDissolved dissolved -> {}
            case TeamEvent.TeamFlaggedLedByAnother flagged -> {}
            case TeamEvent.TeamFlaggedOutdated flagged -> {}
            case TeamEvent.TeamBroughtUpToDate done -> {}
            case TeamEvent.TeamFlaggedLeaderless flagged -> {}
            case TeamEvent.TeamFlaggedUnderstaffed flagged -> {}
            case TeamEvent.TeamStaffingRestored restored -> {}
        }
    }

    /** Who returns is a member in both periods. */
    private void enrolled(long position, MemberId member, LocalDate firstDay) {
        members.computeIfAbsent(member, m -> new ArrayList<>()).add(new Membership(position, firstDay, LocalDate.MAX));
    }

    /** The correction makes the figure from then on, not what was entered wrongly. */
    private void corrected(long position, TeamEvent.MembershipCorrected event) {
        LocalDate lastDay = event.lastDay() == null ? LocalDate.MAX : event.lastDay();
        members.computeIfPresent(event.member(), (member, memberships) -> {
            memberships.replaceAll(known -> known.firstDay.equals(event.enteredFrom())
                    ? new Membership(position, event.effectiveFrom(), lastDay)
                    : known);
            return memberships;
        });
    }

    private static List<Membership> lastEndedOn(LocalDate day, List<Membership> memberships) {
        Membership last = memberships.removeLast();
        memberships.add(new Membership(last.position, last.firstDay, day));
        return memberships;
    }

    private void household(long position, HouseholdEvent event) {
        switch (event) {
            case HouseholdEvent.HouseholdRegistered registered -> {}
            case HouseholdEvent.HouseholdAssigned assigned ->
                responsible(position, event, assigned.to(), assigned.effectiveFrom());
            case HouseholdEvent.HouseholdReassigned reassigned ->
                responsible(position, event, reassigned.to(), reassigned.effectiveFrom());
            case HouseholdEvent.HouseholdUnassigned unassigned -> {
                if (!unassigned.effectiveFrom().isAfter(lastDay)) {
                    households.remove(unassigned.household());
                }
            }
            case HouseholdEvent.HouseholdMerged merged -> survivors.put(merged.household(), merged.survivor());
            case HouseholdEvent.HouseholdSeparated separated -> survivors.remove(separated.household());
            case HouseholdEvent.HouseholdFirstHelped helped -> {
                HouseholdId survivor = helped.survivor();
                if (survivor != null) {
                    survivors.put(helped.household(), survivor);
                }
            }
            case HouseholdEvent.HouseholdRelocated relocated -> {}
            case HouseholdEvent.HouseholdLeft left -> {}
            case HouseholdEvent.HouseholdReturned returned -> {}
            case HouseholdEvent.DuplicatesChanged changed -> {}
            case HouseholdEvent.RegistrationWithdrawn withdrawn -> {}
        }
    }

    private void responsible(long position, HouseholdEvent event, Responsible to, LocalDate effectiveFrom) {
        if (effectiveFrom.isAfter(lastDay)) {
            return;
        }
        if (to.team().equals(team)) {
            households.putLast(event.household(), position);
        } else {
            households.remove(event.household());
        }
    }

    private void assistance(long position, AssistanceEvent event) {
        switch (event) {
            case AssistanceEvent.AssistanceRecorded recorded ->
                records.put(recorded.assistance(), Help.of(position, recorded));
            case AssistanceEvent.AssistanceCorrected corrected ->
                change(position, event, old -> old.corrected(corrected.content(), corrected.categories()));
            case AssistanceEvent.AssistanceVoided voided -> change(position, event, Help::asVoided);
            case AssistanceEvent.AssistanceFlaggedLate flagged -> change(position, event, Help::asLate);
            case AssistanceEvent.AssistanceVerified verified ->
                change(position, event, old -> old.verified(verified.result()));
            case AssistanceEvent.AssistanceRouted routed -> {}
            case AssistanceEvent.AssistanceFollowedUp followed -> {}
        }
    }

    private void change(long position, AssistanceEvent event, UnaryOperator<Help> change) {
        records.computeIfPresent(
                event.assistance(), (id, old) -> change.apply(old).at(position));
    }

    private boolean counts(Help help) {
        return !help.voided && within(VietnamTime.day(help.content.occurredAt()));
    }

    private boolean within(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    private record Membership(long position, LocalDate firstDay, LocalDate lastDay) {

        boolean includes(LocalDate day) {
            return !day.isBefore(firstDay) && !day.isAfter(lastDay);
        }
    }

    /** A record as last stated, and the positions of all events that made it so. */
    private record Help(
            Beneficiary beneficiary,
            AssistanceContent content,
            List<ServiceCategory> categories,
            List<Long> positions,
            boolean late,
            @Nullable Verification verification,
            boolean voided) {

        static Help of(long position, AssistanceEvent.AssistanceRecorded recorded) {
            return new Help(
                    recorded.beneficiary(),
                    recorded.content(),
                    recorded.categories(),
                    List.of(position),
                    false,
                    null,
                    false);
        }

        /** It stays late unless it is now about another day; whether that is late is said by an event that follows. */
        Help corrected(AssistanceContent right, List<ServiceCategory> rightCategories) {
            boolean sameDay = VietnamTime.day(right.occurredAt()).equals(VietnamTime.day(content.occurredAt()));
            return new Help(beneficiary, right, rightCategories, positions, late && sameDay, verification, voided);
        }

        Help asLate() {
            return new Help(beneficiary, content, categories, positions, true, verification, voided);
        }

        Help verified(Verification result) {
            return new Help(beneficiary, content, categories, positions, late, result, voided);
        }

        Help asVoided() {
            return new Help(beneficiary, content, categories, positions, late, verification, true);
        }

        Help at(long position) {
            List<Long> all = new ArrayList<>(positions);
            all.add(position);
            return new Help(beneficiary, content, categories, List.copyOf(all), late, verification, voided);
        }

        List<String> codes() {
            return HelpCodes.of(beneficiary, content, categories, late, verification);
        }
    }
}
