package vn.soto.domain.team;

import static vn.soto.domain.team.TeamRule.APPOINTMENT_DAY_CHANGES;
import static vn.soto.domain.team.TeamRule.APPOINTMENT_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.team.TeamRule.CORRECTED_APPOINTMENT_LIES_BETWEEN_ITS_NEIGHBOURS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.shared.Days;

/** The appointments to one office of a team, in the order of their days. */
final class Appointments {

    private final List<Appointment> all = new ArrayList<>();

    /**
     * @param until    first day without the member in the office; absent until one is known
     * @param founding whether the founding decision made it
     */
    private record Appointment(
            MemberId member, LocalDate from, @Nullable LocalDate until, boolean founding) {}

    void add(MemberId member, LocalDate from, boolean founding) {
        end(from);
        all.add(new Appointment(member, from, null, founding));
    }

    /** The member appointed last no longer holds the office from that day on. */
    void end(LocalDate day) {
        if (!all.isEmpty() && all.getLast().until == null) {
            Appointment last = all.removeLast();
            all.add(new Appointment(last.member, last.from, day, last.founding));
        }
    }

    /** What ended on a day ends on another, or not at all. */
    void endAgain(LocalDate entered, @Nullable LocalDate until) {
        all.replaceAll(each ->
                entered.equals(each.until) ? new Appointment(each.member, each.from, until, each.founding) : each);
    }

    /** The member whose appointment may have that day instead, which lies between those of the office before and after. */
    MemberId checkCorrection(LocalDate entered, LocalDate day) {
        Days.check(day);
        int place = place(entered);
        if (place < 0 || all.get(place).founding) {
            throw APPOINTMENT_TO_CORRECT_IS_KNOWN.refused(entered);
        }
        Appointment appointment = all.get(place);
        APPOINTMENT_DAY_CHANGES.require(!day.equals(entered));
        LocalDate first = place == 0 ? Days.FIRST : all.get(place - 1).from;
        LocalDate last = appointment.until == null ? Days.LAST : appointment.until;
        CORRECTED_APPOINTMENT_LIES_BETWEEN_ITS_NEIGHBOURS.require(
                !day.isBefore(first) && !day.isAfter(last), first, last);
        return appointment.member;
    }

    void correct(LocalDate entered, LocalDate day) {
        int place = place(entered);
        if (place >= 0) {
            Appointment before = all.get(place);
            all.set(place, new Appointment(before.member, day, before.until, before.founding));
        }
        if (place > 0 && entered.equals(all.get(place - 1).until)) {
            Appointment replaced = all.get(place - 1);
            all.set(place - 1, new Appointment(replaced.member, replaced.from, day, replaced.founding));
        }
    }

    private int place(LocalDate from) {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).from.equals(from)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the member holds the office on that day, as known now. */
    boolean holds(MemberId member, LocalDate day) {
        return all.stream()
                .anyMatch(appointment -> appointment.member.equals(member)
                        && !day.isBefore(appointment.from)
                        && (appointment.until == null || day.isBefore(appointment.until)));
    }

    /** Day of the last one. */
    LocalDate last() {
        return all.isEmpty() ? LocalDate.MIN : all.getLast().from;
    }
}
