package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.Days;

/** Reference model of one team. */
final class TeamReferenceModel {

    final TeamFormed formed;
    final List<Period> periods = new ArrayList<>();
    final List<Suspension> suspensions = new ArrayList<>();
    final NavigableMap<LocalDate, Set<UnitId>> coverage = new TreeMap<>();

    final NavigableMap<LocalDate, String> names = new TreeMap<>();

    final Office leaders = new Office();
    final Office deputies = new Office();

    /** Members whose membership ends because the team does. */
    private final Set<MemberId> toTheEnd = new HashSet<>();

    @Nullable
    LocalDate lastDay;

    /** The holder of an office by the last appointment up to a day, unless that ended. */
    static final class Office {

        private record Held(MemberId member, @Nullable LocalDate until) {}

        private final NavigableMap<LocalDate, Held> held = new TreeMap<>();

        /** The first leader, whom the founding decision names, and their first day. */
        private @Nullable MemberId founder;

        private @Nullable LocalDate founded;

        void found(MemberId member, LocalDate from) {
            founder = member;
            founded = from;
            begin(member, from, null);
        }

        void begin(MemberId member, LocalDate from, @Nullable LocalDate lastDay) {
            held.put(from, new Held(member, lastDay == null ? null : lastDay.plusDays(1)));
        }

        /** Of the appointments of a day only the last one ever counts. */
        void redate(MemberId member, LocalDate entered, LocalDate right) {
            Held last = held.get(entered);
            if (last != null && last.member.equals(member)) {
                held.put(right, Objects.requireNonNull(held.remove(entered)));
            }
        }

        /** The same office with another day, if that lies between the days before and after it. */
        Optional<Office> redated(LocalDate entered, LocalDate right) {
            Held last = held.get(entered);
            if (last == null || !isFree(held, entered, right) || (last.until != null && right.isAfter(last.until))) {
                return Optional.empty();
            }
            Office other = new Office();
            other.held.putAll(held);
            other.redate(last.member, entered, right);
            return Optional.of(other);
        }

        /** Nobody was appointed for the day; whoever the founding named stays. */
        void withdraw(LocalDate entered) {
            held.remove(entered);
            if (founder != null && entered.equals(founded)) {
                begin(founder, entered, null);
            }
        }

        /** The same office without the appointments of a day; empty if there are none after the founding. */
        Optional<Office> without(LocalDate entered) {
            if (!held.containsKey(entered) || entered.equals(founded)) {
                return Optional.empty();
            }
            Office other = new Office();
            other.held.putAll(held);
            other.withdraw(entered);
            return Optional.of(other);
        }

        /** The days from that one on until the next appointment or a day after all that is known. */
        List<LocalDate> until(LocalDate day, LocalDate afterAll) {
            LocalDate next = Objects.requireNonNullElse(held.higherKey(day), afterAll);
            return next.isAfter(day) ? day.datesUntil(next).toList() : List.of();
        }

        void end(@Nullable MemberId member, LocalDate day) {
            held.replaceAll((from, each) -> (member == null || each.member.equals(member))
                            && (each.until == null || (member != null && day.isBefore(each.until)))
                    ? new Held(each.member, day)
                    : each);
        }

        /** The member of the last appointment for a day. */
        @Nullable
        MemberId appointed(LocalDate day) {
            return held.containsKey(day) ? Objects.requireNonNull(held.get(day)).member : null;
        }

        @Nullable
        MemberId on(LocalDate day) {
            Map.Entry<LocalDate, Held> last = held.floorEntry(day);
            return last == null || (last.getValue().until != null && !day.isBefore(last.getValue().until))
                    ? null
                    : last.getValue().member;
        }

        @Nullable
        MemberId latest() {
            return on(Days.LAST);
        }

        boolean isHeldFrom(MemberId member, LocalDate day) {
            return Stream.concat(Stream.of(day), held.tailMap(day).keySet().stream())
                    .anyMatch(each -> member.equals(on(each)));
        }

        boolean isAppointedAgain(MemberId member, LocalDate after) {
            LocalDate next = held.higherKey(after);
            return next != null && isHeldFrom(member, next);
        }

        LocalDate last() {
            return held.isEmpty() ? LocalDate.MIN : held.lastKey();
        }

        boolean takes(LocalDate day) {
            LocalDate last = held.floorKey(SampleCommune.TODAY);
            return last == null || !day.isBefore(last);
        }
    }

    record Period(
            MemberId member, LocalDate first, @Nullable LocalDate last, MemberOrigin organisation) {

        boolean includes(LocalDate day) {
            return !day.isBefore(first) && (last == null || !day.isAfter(last));
        }

        boolean overlaps(Period other) {
            return includes(other.first) || other.includes(first);
        }
    }

    record Suspension(
            MemberId member, LocalDate first, @Nullable LocalDate last) {

        boolean includes(LocalDate day) {
            return !day.isBefore(first) && reaches(day);
        }

        boolean reaches(LocalDate day) {
            return last == null || !last.isBefore(day);
        }
    }

    TeamReferenceModel(TeamFormed formed) {
        this.formed = formed;
        names.put(formed.effectiveFrom(), formed.name());
        leaders.found(formed.leader(), formed.effectiveFrom());
        formed.members()
                .forEach(founder -> periods.add(
                        new Period(founder.member(), formed.effectiveFrom(), null, founder.organisation())));
        coverage.put(formed.effectiveFrom(), Set.copyOf(formed.coverage()));
    }

    boolean wasMember(MemberId member, LocalDate day) {
        return of(member).anyMatch(period -> period.includes(day));
    }

    boolean wasActive(MemberId member, LocalDate day) {
        return wasMember(member, day) && suspended(member).noneMatch(suspension -> suspension.includes(day));
    }

    boolean covered(@Nullable UnitId unit, LocalDate day) {
        return Stream.ofNullable(coverage.floorEntry(day))
                        .anyMatch(then -> then.getValue().contains(unit))
                && (lastDay == null || !day.isAfter(lastDay));
    }

    boolean existedOn(LocalDate day) {
        return !day.isBefore(formed.effectiveFrom()) && (lastDay == null || !day.isAfter(lastDay));
    }

    /** Day of the last value that holds today: a change may be put before a coming one. */
    static LocalDate orderly(NavigableMap<LocalDate, ?> history) {
        LocalDate last = history.floorKey(SampleCommune.TODAY);
        return last == null ? history.firstKey() : last;
    }

    /** Whether a day may have the other one instead, which lies between the days before and after it. */
    static boolean isFree(NavigableMap<LocalDate, ?> history, LocalDate entered, LocalDate right) {
        LocalDate before = history.lowerKey(entered);
        LocalDate after = history.higherKey(entered);
        return !right.equals(entered)
                && (before == null || right.isAfter(before))
                && (after == null || right.isBefore(after));
    }

    /** The same for a change of something that the founding decides first. */
    static boolean redates(NavigableMap<LocalDate, ?> history, LocalDate entered, LocalDate right) {
        return history.containsKey(entered) && !entered.equals(history.firstKey()) && isFree(history, entered, right);
    }

    private static <T> void redate(NavigableMap<LocalDate, T> history, T value, LocalDate entered, LocalDate right) {
        if (value.equals(history.get(entered))) {
            history.remove(entered);
            history.put(right, value);
        }
    }

    Set<UnitId> covers() {
        return lastDay == null ? coverage.lastEntry().getValue() : Set.of();
    }

    Stream<Period> of(MemberId member) {
        return periods.stream().filter(period -> period.member().equals(member));
    }

    Stream<Suspension> suspended(MemberId member) {
        return suspensions.stream().filter(suspension -> suspension.member().equals(member));
    }

    @Nullable
    Period open(MemberId member) {
        return of(member).filter(period -> period.last() == null).findAny().orElse(null);
    }

    /** The period of a member that ends with the team, or not at all. */
    Optional<Period> lasting(MemberId member) {
        return of(member).filter(this::lasts).findAny();
    }

    private boolean lasts(Period period) {
        return period.last() == null || (period.last().equals(lastDay) && toTheEnd.contains(period.member()));
    }

    Stream<Suspension> suspended(Period period) {
        return suspended(period.member()).filter(suspension -> period.includes(suspension.first()));
    }

    /** The suspension that nobody has ended yet, so that it lasts as long as the membership. */
    Optional<Suspension> lastingSuspension(Period period) {
        return suspended(period)
                .filter(suspension -> Objects.equals(suspension.last(), period.last()))
                .findAny();
    }

    @Nullable
    Suspension openSuspension(MemberId member) {
        return suspended(member)
                .filter(suspension -> suspension.last() == null)
                .findAny()
                .orElse(null);
    }

    long size() {
        return periods.stream().filter(this::lasts).count();
    }

    /** The last day with a known change. */
    LocalDate lastChange() {
        Stream<LocalDate> members = periods.stream().map(p -> Objects.requireNonNullElse(p.last(), p.first()));
        Stream<LocalDate> absent = suspensions.stream().map(s -> Objects.requireNonNullElse(s.last(), s.first()));
        return Stream.of(
                        members,
                        absent,
                        Stream.of(names.lastKey(), leaders.last(), deputies.last(), coverage.lastKey()))
                .flatMap(days -> days)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** Checks the invariants between commits. */
    void check() {
        MemberId leader = leaders.latest();
        MemberId deputy = deputies.latest();
        for (MemberId holder :
                Stream.of(leader, deputy).filter(Objects::nonNull).toList()) {
            assertThat(open(holder)).as("%s is a member", holder).isNotNull();
            assertThat(openSuspension(holder)).as("%s may act", holder).isNull();
        }
        if (leader != null) {
            assertThat(deputy).isNotEqualTo(leader);
        }
        if (lastDay != null) {
            assertThat(periods)
                    .as("members of a dissolved team")
                    .noneMatch(period -> period.last() == null || period.last().isAfter(lastDay));
            assertThat(leader).isNull();
            assertThat(lastChange()).isBeforeOrEqualTo(lastDay);
        }
    }

    void on(TeamEvent event) {
        switch (event) {
            case TeamFormed again -> throw new AssertionError("formed twice: " + again);
            case TeamEvent.TeamRenamed renamed -> {
                assertThat(names.floorEntry(renamed.effectiveFrom()).getValue()).isNotEqualTo(renamed.name());
                names.put(renamed.effectiveFrom(), renamed.name());
            }
            case TeamEvent.TeamCoverageChanged changed -> {
                assertThat(changed.effectiveFrom()).isAfterOrEqualTo(orderly(coverage));
                coverage.put(changed.effectiveFrom(), Set.copyOf(changed.coverage()));
            }
            case TeamEvent.RenamingCorrected right ->
                redate(names, right.name(), right.enteredFrom(), right.effectiveFrom());
            case TeamEvent.CoverageCorrected right ->
                redate(coverage, Set.copyOf(right.coverage()), right.enteredFrom(), right.effectiveFrom());
            case TeamEvent.AppointmentCorrected right ->
                of(right.office()).redate(right.member(), right.enteredFrom(), right.effectiveFrom());
            case TeamEvent.AppointmentWithdrawn never -> of(never.office()).withdraw(never.enteredFrom());
            case TeamEvent.MemberEnrolled enrolled -> {
                assertThat(wasMember(enrolled.member(), enrolled.effectiveFrom()))
                        .isFalse();
                assertThat(open(enrolled.member())).isNull();
                periods.add(new Period(enrolled.member(), enrolled.effectiveFrom(), null, enrolled.organisation()));
            }
            case TeamEvent.MembershipEnded ended -> {
                end(ended.member(), ended.lastDay());
                if (ended.reason() == EndReason.TEAM_DISSOLVED) {
                    toTheEnd.add(ended.member());
                } else {
                    toTheEnd.remove(ended.member());
                }
            }
            case TeamEvent.MembershipCorrected corrected -> correct(corrected);
            case TeamEvent.MemberSuspended suspended ->
                suspensions.add(new Suspension(
                        suspended.member(),
                        suspended.firstDay(),
                        period(suspended.member(), suspended.firstDay()).last()));
            case TeamEvent.MemberResumed resumed -> {
                Period of = period(resumed.member(), resumed.firstDay());
                resume(lastingSuspension(of).orElseThrow(), resumed.firstDay().minusDays(1));
            }
            case TeamEvent.TeamConsolidated consolidated ->
                assertThat(lastChange()).isBefore(consolidated.effectiveFrom());
            case TeamEvent.TeamDissolved dissolved -> {
                assertThat(lastDay).isNull();
                lastDay = dissolved.lastDay();
                leaders.end(null, dissolved.lastDay().plusDays(1));
                deputies.end(null, dissolved.lastDay().plusDays(1));
            }
            default -> office(event);
        }
    }

    Office of(vn.soto.contracts.team.Office office) {
        return office == vn.soto.contracts.team.Office.LEADER ? leaders : deputies;
    }

    private void office(TeamEvent event) {
        switch (event) {
            case TeamEvent.LeaderAppointed led -> {
                assertThat(wasActive(led.member(), led.effectiveFrom())).isTrue();
                leaders.begin(led.member(), led.effectiveFrom(), lastDay);
            }
            case TeamEvent.LeaderRelieved relieved ->
                assertThat(relieved.member()).isEqualTo(leaders.on(relieved.since()));
            case TeamEvent.TeamFlaggedLeaderless flagged -> {
                assertThat(flagged.formerLeader()).isEqualTo(leaders.on(flagged.since()));
                leaders.end(flagged.formerLeader(), flagged.since());
            }
            case TeamEvent.TeamFlaggedLedByAnother flagged ->
                assertThat(leaders.isHeldFrom(flagged.leader(), flagged.since()))
                        .isTrue();
            case TeamEvent.DeputyAppointed made -> {
                assertThat(wasActive(made.member(), made.effectiveFrom())).isTrue();
                deputies.begin(made.member(), made.effectiveFrom(), lastDay);
            }
            case TeamEvent.DeputyRelieved relieved -> {
                assertThat(relieved.member()).isEqualTo(deputies.on(relieved.since()));
                deputies.end(relieved.member(), relieved.since());
            }
            case TeamEvent.TeamFlaggedUnderstaffed flagged ->
                assertThat(flagged.members()).isEqualTo((int) size()).isLessThan(flagged.minimum());
            case TeamEvent.TeamStaffingRestored restored ->
                assertThat(restored.members()).isEqualTo((int) size()).isGreaterThanOrEqualTo(restored.minimum());
            default -> {}
        }
    }

    private void end(MemberId member, LocalDate last) {
        Period ended = lasting(member).orElseThrow();
        assertThat(last).isAfterOrEqualTo(ended.first());
        suspended(ended)
                .filter(suspension -> suspension.reaches(last))
                .toList()
                .forEach(suspension -> resume(suspension, last));
        periods.remove(ended);
        periods.add(new Period(member, ended.first(), last, ended.organisation()));
    }

    private Period period(MemberId member, LocalDate day) {
        return of(member).filter(period -> period.includes(day)).findAny().orElseThrow();
    }

    private void resume(Suspension before, LocalDate last) {
        suspensions.remove(before);
        if (!last.isBefore(before.first())) {
            suspensions.add(new Suspension(before.member(), before.first(), last));
        }
    }

    private void correct(TeamEvent.MembershipCorrected event) {
        Period before = of(event.member())
                .filter(period -> period.first().equals(event.enteredFrom()))
                .findAny()
                .orElseThrow();
        Period after = new Period(event.member(), event.effectiveFrom(), event.lastDay(), event.organisation());
        periods.remove(before);
        assertThat(of(event.member())).noneMatch(after::overlaps);
        periods.add(after);
    }
}
