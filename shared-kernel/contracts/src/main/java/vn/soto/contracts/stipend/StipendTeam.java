package vn.soto.contracts.stipend;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceConfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedUnconfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.outreach.OutreachEvent.Told;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationStated;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationWithdrawn;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;

/**
 * The records of a team on which stipends rest: members who could act on each day, mobilisations, and work done. The
 * same events, each once and in order, make the same lines. Mutable; not thread-safe.
 */
public final class StipendTeam {

    private final TeamId id;
    private final List<Membership> memberships = new ArrayList<>();
    private final Map<Entry, Mobilised> mobilised = new TreeMap<>(Comparator.comparing(Entry::member)
            .thenComparing(Entry::day)
            .thenComparing(Entry::list, Comparator.nullsLast(Comparator.naturalOrder())));

    /** Day of each record of help and each session. */
    private final Map<String, LocalDate> done = new HashMap<>();

    private final Set<String> unconfirmed = new HashSet<>();

    private LocalDate first = LocalDate.MAX;
    private LocalDate last = LocalDate.MAX;

    /** @param list campaign in whose list the day is; absent beside campaigns */
    private record Entry(
            MemberId member, LocalDate day, @Nullable String list) {}

    private record Membership(MembershipState state, NavigableSet<Long> commits) {}

    /** @param commits numbers of the commits that state it */
    record Mobilised(MobilisationStated stated, NavigableSet<Long> commits) {}

    public StipendTeam(TeamId id) {
        this.id = id;
    }

    /** Adds an event that has the team's tag. */
    public void add(long commit, DomainEvent event) {
        switch (event) {
            case TeamEvent of when of.team().equals(id) -> add(of, commit);
            case MobilisationEvent of -> add(of, commit);
            case AssistanceStated help ->
                done.put(
                        help.assistance().value(),
                        VietnamTime.day(help.content().occurredAt()));
            case AssistanceVoided help -> done.remove(help.assistance().value());
            case AssistanceFlaggedUnconfirmed help ->
                unconfirmed.add(help.assistance().value());
            case AssistanceConfirmed help ->
                unconfirmed.remove(help.assistance().value());
            case Told held -> done.put(held.session().value(), held.holding().heldOn());
            case OutreachVoided held -> done.remove(held.session().value());
            default -> {} // what members of the team did beside that is no reason to pay
        }
    }

    private void add(TeamEvent event, long commit) {
        memberships.replaceAll(known -> known.state.isChangedBy(event)
                ? new Membership(known.state.after(event), with(known.commits, commit))
                : known);
        MembershipState.begunBy(event)
                .forEach(begun -> memberships.add(new Membership(begun, with(new TreeSet<>(), commit))));
        switch (event) {
            case TeamFormed formed -> first = formed.effectiveFrom();
            case TeamDissolved dissolved -> last = dissolved.lastDay();
            case DissolutionCorrected right -> last = Objects.requireNonNullElse(right.lastDay(), LocalDate.MAX);
            default -> {} // says nothing of the days of the team
        }
    }

    private void add(MobilisationEvent event, long commit) {
        CampaignId campaign = event.campaign();
        Entry entry = new Entry(event.member(), event.day(), campaign == null ? null : campaign.value());
        switch (event) {
            case MobilisationStated stated ->
                mobilised.merge(
                        entry,
                        new Mobilised(stated, with(new TreeSet<>(), commit)),
                        (before, now) -> new Mobilised(stated, with(before.commits, commit)));
            case MobilisationWithdrawn _ -> mobilised.remove(entry);
        }
    }

    private static NavigableSet<Long> with(NavigableSet<Long> commits, long commit) {
        NavigableSet<Long> more = new TreeSet<>(commits);
        more.add(commit);
        return more;
    }

    public TeamId id() {
        return id;
    }

    /** The last day of the team in the period; empty if it was not there. */
    public Optional<LocalDate> lastDay(StipendPeriod period) {
        boolean there = !first.isAfter(period.lastDay()) && !last.isBefore(period.firstDay());
        return there ? Optional.of(last.isBefore(period.lastDay()) ? last : period.lastDay()) : Optional.empty();
    }

    /** Those who can act on a day of the period, or are mobilised in it, in the order of their ids. */
    public NavigableSet<MemberId> members(StipendPeriod period) {
        NavigableSet<MemberId> members = new TreeSet<>(Comparator.comparing(MemberId::value));
        memberships.stream()
                .map(known -> known.state.member())
                .filter(member -> firstActive(member, period).isPresent())
                .forEach(members::add);
        mobilised.keySet().stream()
                .filter(entry -> period.includes(entry.day))
                .map(Entry::member)
                .forEach(members::add);
        return members;
    }

    boolean active(MemberId member, LocalDate day) {
        return !day.isBefore(first)
                && !day.isAfter(last)
                && memberships.stream()
                        .anyMatch(known -> known.state.member().equals(member) && known.state.isActiveOn(day));
    }

    long daysActive(MemberId member, YearMonth month) {
        return days(StipendPeriod.of(month)).filter(day -> active(member, day)).count();
    }

    private Optional<LocalDate> firstActive(MemberId member, StipendPeriod period) {
        return days(period).filter(day -> active(member, day)).findFirst();
    }

    /** The first day of the period on which the member can act for both teams. */
    Optional<LocalDate> firstShared(MemberId member, StipendTeam other, StipendPeriod period) {
        return days(period)
                .filter(day -> active(member, day) && other.active(member, day))
                .findFirst();
    }

    private static Stream<LocalDate> days(StipendPeriod period) {
        return period.firstDay().datesUntil(period.lastDay().plusDays(1));
    }

    /** The member's mobilisations in the period, in the order of their days, those in lists of campaigns first. */
    List<Mobilised> mobilised(MemberId member, StipendPeriod period) {
        return mobilised.entrySet().stream()
                .filter(each -> each.getKey().member.equals(member) && period.includes(each.getKey().day))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Numbers of the commits with the member's memberships in the period. */
    NavigableSet<Long> commits(MemberId member, StipendPeriod period) {
        NavigableSet<Long> commits = new TreeSet<>();
        memberships.stream()
                .filter(known -> known.state.member().equals(member) && reaches(known.state, period))
                .forEach(known -> commits.addAll(known.commits));
        return commits;
    }

    private static boolean reaches(MembershipState state, StipendPeriod period) {
        @Nullable LocalDate until = state.until();
        return !state.from().isAfter(period.lastDay()) && (until == null || !until.isBefore(period.firstDay()));
    }

    boolean didSomething(StipendPeriod period) {
        return done.entrySet().stream()
                .anyMatch(each -> period.includes(each.getValue()) && !unconfirmed.contains(each.getKey()));
    }
}
