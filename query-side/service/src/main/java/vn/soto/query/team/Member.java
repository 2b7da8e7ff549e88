package vn.soto.query.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;

/**
 * A membership; a person who returned has several.
 *
 * @param until last day of membership; absent while it lasts
 */
public record Member(
        String member,
        MemberOrigin organisation,
        LocalDate from,
        @Nullable LocalDate until,
        List<Suspension> suspensions) {

    /** @param until last day of suspension; absent while it lasts */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Suspension(LocalDate from, @Nullable LocalDate until) {

        boolean includes(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    static Member since(MemberId member, MemberOrigin organisation, LocalDate from) {
        return new Member(member.value(), organisation, from, null, List.of());
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    public boolean suspendedOn(LocalDate day) {
        return suspensions.stream().anyMatch(suspension -> suspension.includes(day));
    }

    /** A suspension that lasts ends too. */
    Member ended(LocalDate lastDay) {
        return new Member(member, organisation, from, lastDay, resumed(lastDay).suspensions);
    }

    Member corrected(MembershipCorrected event) {
        return new Member(member, event.organisation(), event.effectiveFrom(), event.lastDay(), suspensions);
    }

    Member suspended(LocalDate firstDay) {
        return with(Stream.concat(suspensions.stream(), Stream.of(new Suspension(firstDay, null))));
    }

    /** One that would end before it began never was. */
    Member resumed(LocalDate lastDay) {
        return with(suspensions.stream()
                .map(known -> known.until == null ? new Suspension(known.from, lastDay) : known)
                .filter(known -> known.until == null || !known.until.isBefore(known.from)));
    }

    private Member with(Stream<Suspension> changed) {
        return new Member(member, organisation, from, until, changed.toList());
    }
}
