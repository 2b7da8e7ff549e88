package vn.soto.domain.team;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.team.TeamRule.APPOINTMENTS_ARE_IN_ORDER;
import static vn.soto.domain.team.TeamRule.APPOINTMENT_DAY_CHANGES;
import static vn.soto.domain.team.TeamRule.APPOINTMENT_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.team.TeamRule.CHANGES_ARE_IN_ORDER;
import static vn.soto.domain.team.TeamRule.CORRECTED_APPOINTMENT_LIES_BETWEEN_ITS_NEIGHBOURS;
import static vn.soto.domain.team.TeamRule.DEPUTY_IS_ACTIVE_MEMBER;
import static vn.soto.domain.team.TeamRule.DEPUTY_IS_NOT_THE_LEADER;
import static vn.soto.domain.team.TeamRule.DEPUTY_IS_SOMEONE_ELSE_THAN_BEFORE;
import static vn.soto.domain.team.TeamRule.LEADER_IS_ACTIVE_MEMBER;
import static vn.soto.domain.team.TeamRule.LEADER_IS_SOMEONE_ELSE_THAN_BEFORE;
import static vn.soto.domain.team.TeamRule.TEAM_HAS_A_DEPUTY;
import static vn.soto.domain.team.TeamRule.TEAM_HAS_A_LEADER;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.Office;
import vn.soto.contracts.team.OfficeHolders;
import vn.soto.contracts.team.OfficeTerms;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.AppointmentCorrected;
import vn.soto.contracts.team.TeamEvent.AppointmentWithdrawn;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.LeaderRelieved;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.Days;
import vn.soto.domain.shared.Rule;
import vn.soto.domain.team.TeamCommand.AppointDeputy;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.team.TeamCommand.CorrectAppointment;

/**
 * The leader of a team and the leader's deputy: at most one of each, different persons, both members who are not
 * suspended.
 */
final class Offices {

    private final OfficeHolders holders = new OfficeHolders();
    private final OfficeTerms leaders = holders.of(Office.LEADER);
    private final OfficeTerms deputies = holders.of(Office.DEPUTY);

    /** The deputies whom their appointment as leader relieved, by its day. */
    private final Map<LocalDate, DeputyRelieved> promotions = new HashMap<>();

    /** The last event, if it appoints a leader. */
    private @Nullable LeaderAppointed promoted;

    /** Whether the member leads the team in the end, as decided. */
    boolean isLeader(MemberId member) {
        return leaders.latest().filter(member::equals).isPresent();
    }

    /** Whether the member leads the team on that day or a later one. */
    boolean leads(MemberId member, LocalDate since) {
        return leaders.next(member, since).isPresent();
    }

    @Nullable
    MemberId leader(LocalDate day) {
        return leaders.on(day).orElse(null);
    }

    @Nullable
    MemberId deputy(LocalDate day) {
        return deputies.on(day).orElse(null);
    }

    /** The days of the appointments to an office. */
    Stream<LocalDate> changes(Office office) {
        return holders.of(office).days();
    }

    boolean led(MemberId member, LocalDate day) {
        return leaders.on(day).filter(member::equals).isPresent();
    }

    LocalDate lastChange() {
        return leaders.last().isAfter(deputies.last()) ? leaders.last() : deputies.last();
    }

    void appointLeader(AppointLeader command, Roster roster, LocalDate today) {
        MemberId member = command.member();
        LocalDate from = command.effectiveFrom();
        roster.checkOffice(member, from, LEADER_IS_ACTIVE_MEMBER);
        checkLeaders(from, today);
        LEADER_IS_SOMEONE_ELSE_THAN_BEFORE.require(!led(member, from));
        apply(new LeaderAppointed(command.team(), member, from));
        relieveIfDeputy(command.team(), member, from);
        vacateWithMembership(command.team(), member, from, roster);
    }

    /** Of a membership with a last day that is to come, the office ends with it. */
    private void vacateWithMembership(TeamId team, MemberId member, LocalDate from, Roster roster) {
        roster.on(member, from)
                .flatMap(membership -> Optional.ofNullable(membership.until()))
                .ifPresent(last -> vacate(team, member, last.plusDays(1)));
    }

    void relieveLeader(TeamId team, LocalDate from, LocalDate today) {
        checkLeaders(from, today);
        MemberId relieved = leaders.on(from).orElseThrow(TEAM_HAS_A_LEADER::refused);
        apply(new LeaderRelieved(team, relieved, from));
        apply(new TeamFlaggedLeaderless(team, relieved, from));
    }

    private void checkLeaders(LocalDate from, LocalDate today) {
        LocalDate last = leaders.lastUntil(today);
        APPOINTMENTS_ARE_IN_ORDER.require(!from.isBefore(last), last);
    }

    void appointDeputy(AppointDeputy command, Roster roster, LocalDate today) {
        MemberId member = command.member();
        LocalDate from = command.effectiveFrom();
        roster.checkOffice(member, from, DEPUTY_IS_ACTIVE_MEMBER);
        checkDeputies(from, today);
        DEPUTY_IS_NOT_THE_LEADER.require(leaders.next(member, from).isEmpty());
        DEPUTY_IS_SOMEONE_ELSE_THAN_BEFORE.require(
                deputies.on(from).filter(member::equals).isEmpty());
        apply(new DeputyAppointed(command.team(), member, from));
        vacateWithMembership(command.team(), member, from, roster);
    }

    void relieveDeputy(TeamId team, LocalDate from, LocalDate today) {
        checkDeputies(from, today);
        MemberId relieved = deputies.on(from).orElseThrow(TEAM_HAS_A_DEPUTY::refused);
        apply(new DeputyRelieved(team, relieved, from));
    }

    private void checkDeputies(LocalDate from, LocalDate today) {
        LocalDate last = deputies.lastUntil(today);
        CHANGES_ARE_IN_ORDER.require(!from.isBefore(last), last);
    }

    private void relieveIfDeputy(TeamId team, MemberId member, LocalDate from) {
        deputies.next(member, from).ifPresent(day -> apply(new DeputyRelieved(team, member, day)));
    }

    /**
     * Appoints the leader named by a consolidation, who may be the current one; a deputy who is no longer a member
     * loses the office.
     */
    void renew(TeamId team, MemberId member, LocalDate from, Roster roster) {
        roster.checkOffice(member, from, LEADER_IS_ACTIVE_MEMBER);
        if (!isLeader(member)) {
            apply(new LeaderAppointed(team, member, from));
        }
        deputies.latest()
                .filter(deputy -> isLeader(deputy) || !roster.includes(deputy, from))
                .ifPresent(deputy -> apply(new DeputyRelieved(team, deputy, from)));
    }

    /** Vacates the offices of a member who may not act from that day on. */
    void vacate(TeamId team, MemberId member, LocalDate since) {
        leaders.next(member, since).ifPresent(day -> apply(new TeamFlaggedLeaderless(team, member, day)));
        relieveIfDeputy(team, member, since);
    }

    /**
     * The holder of an office must have been a member on the day of the appointment, also after a correction of the
     * first day.
     */
    void checkFirstDay(MemberId member, LocalDate firstDay) {
        LEADER_IS_ACTIVE_MEMBER.require(!isLeader(member) || !firstDay.isAfter(leaders.last()), leaders.last());
        boolean deputy = deputies.latest().filter(member::equals).isPresent();
        DEPUTY_IS_ACTIVE_MEMBER.require(!deputy || !firstDay.isAfter(deputies.last()), deputies.last());
    }

    void correct(CorrectAppointment command, Roster roster) {
        LocalDate entered = command.enteredFrom();
        LocalDate right = command.effectiveFrom();
        OfficeTerms.Appointment appointment = holders.of(command.office())
                .appointment(entered)
                .orElseThrow(() -> APPOINTMENT_TO_CORRECT_IS_KNOWN.refused(entered));
        if (right == null) {
            takeBack(command, appointment.member(), roster);
        } else {
            redate(command, appointment, right, roster);
        }
    }

    /** Whoever holds the office for longer then is a member who may act, and not in the other one. */
    private void redate(CorrectAppointment command, OfficeTerms.Appointment appointment, LocalDate day, Roster roster) {
        boolean leads = command.office() == Office.LEADER;
        LocalDate entered = command.enteredFrom();
        OfficeTerms office = holders.of(command.office());
        checkDay(appointment, entered, day);
        MemberId member = appointment.member();
        Rule active = leads ? LEADER_IS_ACTIVE_MEMBER : DEPUTY_IS_ACTIVE_MEMBER;
        active.require(roster.active(member, day), day);
        apply(new AppointmentCorrected(command.team(), command.office(), member, entered, day));
        boolean earlier = day.isBefore(entered);
        if (leads && earlier) {
            relieveIfDeputy(command.team(), member, day);
        }
        office.held(earlier ? day : entered, earlier ? entered : day).ifPresent(held -> {
            active.require(roster.activeThroughout(held.member(), held.first(), held.next()), held.first());
            DEPUTY_IS_NOT_THE_LEADER.require(!(leads ? deputies : leaders).holds(held));
        });
    }

    /** Whoever held the office before goes on, and whoever was relieved as deputy by the appointment deputises again. */
    private void takeBack(CorrectAppointment command, MemberId member, Roster roster) {
        TeamId team = command.team();
        LocalDate entered = command.enteredFrom();
        Optional<DeputyRelieved> relieved = Optional.ofNullable(promotions.get(entered))
                .filter(promoted ->
                        command.office() == Office.LEADER && promoted.member().equals(member));
        apply(new AppointmentWithdrawn(team, command.office(), member, entered));
        goOn(team, command.office(), entered, roster);
        relieved.map(DeputyRelieved::since)
                .filter(day -> deputies.on(day).isEmpty() && !led(member, day) && roster.active(member, day))
                .ifPresent(day -> {
                    apply(new DeputyAppointed(team, member, day));
                    goOn(team, Office.DEPUTY, day, roster);
                });
    }

    /** The holder of that day stays until the next appointment, or until they may not act or a deputy becomes leader. */
    private void goOn(TeamId team, Office office, LocalDate from, Roster roster) {
        boolean leads = office == Office.LEADER;
        holders.of(office).held(from).ifPresent(held -> {
            MemberId member = held.member();
            LocalDate active = roster.activeUntil(member, from);
            LocalDate end = leads
                    ? active
                    : leaders.next(member, from).filter(active::isAfter).orElse(active);
            DEPUTY_IS_NOT_THE_LEADER.require(!leads || !deputies.holds(held));
            if (end.isBefore(held.next())) {
                // The end is of all later appointments of the member.
                Rule rule = leads ? LEADER_IS_ACTIVE_MEMBER : DEPUTY_IS_ACTIVE_MEMBER;
                boolean again = held.next().isBefore(LocalDate.MAX)
                        && holders.of(office).next(member, held.next()).isPresent();
                rule.require(!again, end);
                apply(leads ? new TeamFlaggedLeaderless(team, member, end) : new DeputyRelieved(team, member, end));
            }
        });
    }

    private static void checkDay(OfficeTerms.Appointment appointment, LocalDate entered, LocalDate day) {
        APPOINTMENT_DAY_CHANGES.require(!day.equals(entered));
        LocalDate first = appointment.first().isBefore(Days.FIRST) ? Days.FIRST : appointment.first();
        LocalDate last = appointment.last().isAfter(Days.LAST) ? Days.LAST : appointment.last();
        CORRECTED_APPOINTMENT_LIES_BETWEEN_ITS_NEIGHBOURS.require(
                !day.isBefore(first) && !day.isAfter(last), first, last);
    }

    void evolve(TeamEvent event) {
        holders.evolve(event);
        switch (event) {
            case LeaderAppointed appointed -> promoted = appointed;
            case AppointmentCorrected right
            when right.office() == Office.LEADER -> {
                Optional.ofNullable(promotions.remove(right.enteredFrom()))
                        .ifPresent(relieved -> promotions.put(right.effectiveFrom(), relieved));
                promoted = new LeaderAppointed(right.team(), right.member(), right.effectiveFrom());
            }
            case DeputyRelieved relieved
            when promoted != null && relieved.member().equals(promoted.member()) ->
                promotions.put(promoted.effectiveFrom(), relieved);
            default -> promoted = null;
        }
    }
}
