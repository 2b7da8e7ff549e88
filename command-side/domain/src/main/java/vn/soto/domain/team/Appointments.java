package vn.soto.domain.team;

import static vn.soto.domain.team.TeamRule.APPOINTMENT_DAY_CHANGES;
import static vn.soto.domain.team.TeamRule.APPOINTMENT_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.team.TeamRule.CORRECTED_APPOINTMENT_LIES_BETWEEN_ITS_NEIGHBOURS;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.shared.Days;

/** The holders of one office of a team, each from a day on; an appointment may be put before a coming one. */
final class Appointments {

    private final DayHistory<Term> terms = new DayHistory<>();

    /**
     * The office of one member, at most until the next appointment.
     *
     * @param member   absent before the first appointment
     * @param until    first day without the member in the office; absent until one is known
     * @param founding whether it is from the founding on
     */
    private record Term(@Nullable MemberId member, @Nullable LocalDate until, boolean founding) {

        boolean reaches(LocalDate day) {
            return until == null || day.isBefore(until);
        }

        Term until(@Nullable LocalDate day) {
            return new Term(member, day, founding);
        }
    }

    /** The founding appoints nobody. */
    void vacant() {
        terms.put(LocalDate.MIN, new Term(null, null, true));
    }

    void add(MemberId member, LocalDate from, @Nullable LocalDate until, boolean founding) {
        terms.put(from, new Term(member, until, founding));
    }

    /** The member does not hold the office from that day on, by no appointment. */
    void end(MemberId member, LocalDate day) {
        terms.replaceAll(term -> member.equals(term.member) && term.reaches(day) ? term.until(day) : term);
    }

    /** Nobody holds the office from that day on. */
    void end(LocalDate day) {
        terms.replaceAll(term -> term.until == null ? term.until(day) : term);
    }

    /** Terms that ended on a day end on another, or not at all. */
    void endAgain(LocalDate entered, @Nullable LocalDate until) {
        terms.replaceAll(term -> entered.equals(term.until) ? term.until(until) : term);
    }

    /** The member whose appointment may have that day instead, which lies between those of the office before and after. */
    MemberId checkCorrection(LocalDate entered, LocalDate day) {
        Days.check(day);
        Term term = terms.startingOn(entered)
                .filter(found -> !found.founding)
                .orElseThrow(() -> APPOINTMENT_TO_CORRECT_IS_KNOWN.refused(entered));
        APPOINTMENT_DAY_CHANGES.require(!day.equals(entered));
        LocalDate first =
                terms.firstPossible(entered).filter(Days.FIRST::isBefore).orElse(Days.FIRST);
        LocalDate next = terms.lastPossible(entered).orElse(Days.LAST);
        LocalDate last = term.until == null || next.isBefore(term.until) ? next : term.until;
        CORRECTED_APPOINTMENT_LIES_BETWEEN_ITS_NEIGHBOURS.require(
                !day.isBefore(first) && !day.isAfter(last), first, last);
        return Objects.requireNonNull(term.member);
    }

    void correct(LocalDate entered, LocalDate day) {
        terms.moveLast(entered, day);
    }

    /** The holder of the office on that day, as known now. */
    Optional<MemberId> on(LocalDate day) {
        return terms.at(day).filter(term -> term.reaches(day)).map(Term::member);
    }

    /** The office of a member from a day on, until the next one. */
    record Held(MemberId member, LocalDate first, LocalDate next) {}

    /** The office from a day on, at most until another one; between the two nobody is appointed. */
    Optional<Held> held(LocalDate first, LocalDate next) {
        return terms.at(first)
                .filter(term -> term.member != null && term.reaches(first))
                .map(term -> new Held(
                        Objects.requireNonNull(term.member),
                        first,
                        term.until == null || term.until.isAfter(next) ? next : term.until));
    }

    /** Whether that member holds this office, too, on some of the days. */
    boolean holds(Held other) {
        return next(other.member, other.first)
                .filter(day -> day.isBefore(other.next))
                .isPresent();
    }

    /** The holder in the end, as decided. */
    Optional<MemberId> latest() {
        return on(Days.LAST);
    }

    /** The first day from that one on on which the member holds the office. */
    Optional<LocalDate> next(MemberId member, LocalDate day) {
        return terms.daysFrom(day)
                .filter(each -> on(each).filter(member::equals).isPresent())
                .findFirst();
    }

    /** The days of the appointments. */
    Stream<LocalDate> days() {
        return terms.days();
    }

    /** Day of the last appointment of all. */
    LocalDate last() {
        return terms.isEmpty() ? LocalDate.MIN : terms.lastDay();
    }

    /** Day of the last appointment that holds on that day; an earlier one cannot be put in any more. */
    LocalDate lastUntil(LocalDate day) {
        return terms.at(day).isEmpty() ? LocalDate.MIN : terms.lastDayUntil(day);
    }
}
