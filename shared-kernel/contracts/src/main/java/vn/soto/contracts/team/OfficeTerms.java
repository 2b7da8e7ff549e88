package vn.soto.contracts.team;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DayHistory;

/**
 * The holders of one office of a team, each from a day on; an appointment may be put before a coming one. Not
 * thread-safe.
 */
public final class OfficeTerms {

    private final DayHistory<Term> terms = new DayHistory<>();

    OfficeTerms() {}

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

    /**
     * An appointment.
     *
     * @param first earliest day that it can have, behind that of the one before
     * @param last  latest one, before that of the next
     */
    public record Appointment(MemberId member, LocalDate first, LocalDate last) {}

    /** The appointment of a day; the founding is none. */
    public Optional<Appointment> appointment(LocalDate day) {
        return terms.startingOn(day)
                .filter(term -> !term.founding)
                .map(term -> new Appointment(
                        Objects.requireNonNull(term.member),
                        terms.firstPossible(day).orElse(LocalDate.MIN),
                        Stream.of(Stream.ofNullable(term.until), terms.lastPossible(day).stream())
                                .flatMap(each -> each)
                                .min(LocalDate::compareTo)
                                .orElse(LocalDate.MAX)));
    }

    void correct(LocalDate entered, LocalDate day) {
        terms.moveLast(entered, day);
    }

    /** Nobody was appointed on that day; the founding stays. */
    void withdraw(LocalDate entered) {
        terms.removeOn(entered);
    }

    /** The holder of the office on that day, as known now. */
    public Optional<MemberId> on(LocalDate day) {
        return terms.at(day).filter(term -> term.reaches(day)).map(Term::member);
    }

    /** The office of a member from a day on, until the next one. */
    public record Held(MemberId member, LocalDate first, LocalDate next) {}

    /** The office from a day on, at most until another one; between the two nobody is appointed. */
    public Optional<Held> held(LocalDate first, LocalDate next) {
        return terms.at(first)
                .filter(term -> term.member != null && term.reaches(first))
                .map(term -> new Held(
                        Objects.requireNonNull(term.member),
                        first,
                        term.until == null || term.until.isAfter(next) ? next : term.until));
    }

    /** The same from a day on, at most until the next appointment. */
    public Optional<Held> held(LocalDate first) {
        return held(first, terms.daysFrom(first).skip(1).findFirst().orElse(LocalDate.MAX));
    }

    /** Whether that member holds this office, too, on some of the days. */
    public boolean holds(Held other) {
        return next(other.member, other.first)
                .filter(day -> day.isBefore(other.next))
                .isPresent();
    }

    /** The holder in the end, as decided. */
    public Optional<MemberId> latest() {
        return on(LocalDate.MAX);
    }

    /** The first day from that one on on which the member holds the office. */
    public Optional<LocalDate> next(MemberId member, LocalDate day) {
        return terms.daysFrom(day)
                .filter(each -> on(each).filter(member::equals).isPresent())
                .findFirst();
    }

    /** The days of the appointments. */
    public Stream<LocalDate> days() {
        return terms.days();
    }

    /** The days on which the holder may change. */
    Stream<LocalDate> changes() {
        return terms.list((from, term) -> term.until == null ? Stream.of(from) : Stream.of(from, term.until)).stream()
                .flatMap(days -> days);
    }

    /** Day of the last appointment of all. */
    public LocalDate last() {
        return terms.isEmpty() ? LocalDate.MIN : terms.lastDay();
    }

    /** Day of the last appointment that holds on that day; an earlier one cannot be put in any more. */
    public LocalDate lastUntil(LocalDate day) {
        return terms.at(day).isEmpty() ? LocalDate.MIN : terms.lastDayUntil(day);
    }
}
