package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamId;

/**
 * The figures of one team for one quarter, folded from the ledger in order. Both sides use this one definition: what a
 * report stores and what a drill-down recomputes must agree to the last event.
 *
 * <p>T02 members on the quarter's last day; H02 households the team is responsible for on that day; H04 distinct households
 * helped, duplicates as their survivor;
 * H05 records of help, then by channel; M records by mode; S records by service. Voided records count nowhere,
 * corrected ones as last corrected.
 */
public final class Indicators {

    /** Version of these definitions; stored with each report. */
    public static final int VERSION = 1;

    private final TeamId team;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final SequencedMap<AssistanceId, Help> records = new LinkedHashMap<>();
    private final SequencedMap<MemberId, List<Membership>> members = new LinkedHashMap<>();
    private final SequencedMap<HouseholdId, Long> households = new LinkedHashMap<>();
    private final Map<HouseholdId, HouseholdId> survivors = new HashMap<>();

    public Indicators(TeamId team, Quarter quarter, QuarterCalendar calendar) {
        this.team = team;
        this.firstDay = calendar.firstDay(quarter);
        this.lastDay = calendar.lastDay(quarter);
    }

    /** Takes the next event of the ledger; those of other teams are passed over. */
    public void on(long position, DomainEvent event) {
        switch (event) {
            case TeamEvent of when of.team().equals(team) -> team(position, of);
            case HouseholdEvent of -> household(position, of);
            case AssistanceEvent of when of.team().equals(team) -> assistance(position, of);
            default -> {
                // another team's, or of no team
            }
        }
    }

    /** The figures in the order of the definitions; a figure of zero is a figure. */
    public List<Figure> figures() {
        return evidence().entrySet().stream()
                .map(line -> new Figure(line.getKey(), line.getValue().size()))
                .toList();
    }

    /**
     * For each code, what was counted: one entry for each unit of the figure, holding the positions of the events that
     * make it, in ledger order.
     */
    public SequencedMap<String, List<List<Long>>> evidence() {
        Map<String, List<List<Long>>> lines = new HashMap<>();
        members.values().stream()
                .flatMap(memberships -> memberships.stream()
                        .filter(membership -> membership.includes(lastDay))
                        .limit(1))
                .forEach(membership -> count(lines, "T02", List.of(membership.position)));
        households.values().forEach(position -> count(lines, "H02", List.of(position)));
        SequencedMap<HouseholdId, List<Long>> helped = new LinkedHashMap<>();
        for (Help help : records.values()) {
            if (counts(help)) {
                HouseholdId counted = survivors.getOrDefault(help.household, help.household);
                helped.computeIfAbsent(counted, h -> new ArrayList<>()).addAll(help.positions);
                codes(help.content).forEach(code -> count(lines, code, help.positions));
            }
        }
        helped.values()
                .forEach(positions ->
                        count(lines, "H04", positions.stream().sorted().toList()));
        SequencedMap<String, List<List<Long>>> ordered = new LinkedHashMap<>();
        codes().forEach(code -> ordered.put(code, lines.getOrDefault(code, List.of())));
        return ordered;
    }

    private static void count(Map<String, List<List<Long>>> lines, String code, List<Long> positions) {
        lines.computeIfAbsent(code, c -> new ArrayList<>()).add(positions);
    }

    /** Every code, in the order in which reports show them. */
    public static List<String> codes() {
        List<String> codes = new ArrayList<>(List.of("T02", "H02", "H04", "H05"));
        for (Channel channel : Channel.values()) {
            codes.add(code("H05", channel));
        }
        for (Mode mode : Mode.values()) {
            codes.add(code("M", mode));
        }
        for (ServiceCategory service : ServiceCategory.values()) {
            codes.add(code("S", service));
        }
        return codes;
    }

    /** The code of a breakdown, such as {@code H05.home-visit}. */
    public static String code(String prefix, Enum<?> value) {
        return prefix + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> codes(Content content) {
        List<String> codes = new ArrayList<>(List.of("H05", code("H05", content.channel()), code("M", content.mode())));
        content.services().forEach(service -> codes.add(code("S", service)));
        return codes;
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
                records.put(
                        recorded.assistance(),
                        new Help(recorded.household(), recorded.content(), List.of(position), false));
            case AssistanceEvent.AssistanceCorrected corrected ->
                records.computeIfPresent(
                        corrected.assistance(), (id, old) -> old.changed(position, corrected.content(), false));
            case AssistanceEvent.AssistanceVoided voided ->
                records.computeIfPresent(voided.assistance(), (id, old) -> old.changed(position, old.content, true));
        }
    }

    private boolean counts(Help help) {
        LocalDate day = VietnamTime.day(help.content.occurredAt());
        return !help.voided && !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    private record Membership(long position, LocalDate firstDay, LocalDate lastDay) {

        boolean includes(LocalDate day) {
            return !day.isBefore(firstDay) && !day.isAfter(lastDay);
        }
    }

    private record Help(HouseholdId household, Content content, List<Long> positions, boolean voided) {

        Help changed(long position, Content newContent, boolean nowVoided) {
            List<Long> all = new ArrayList<>(positions);
            all.add(position);
            return new Help(household, newContent, List.copyOf(all), nowVoided);
        }
    }
}
