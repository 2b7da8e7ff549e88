package vn.soto.contracts.team;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.TeamEvent.AppointmentCorrected;
import vn.soto.contracts.team.TeamEvent.AppointmentWithdrawn;
import vn.soto.contracts.team.TeamEvent.ConsolidationCorrected;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.LeaderRelieved;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFormed;

/** The leader and the deputy of a team on each day, by its events. Not thread-safe. */
public final class OfficeHolders {

    private final OfficeTerms leaders = new OfficeTerms();
    private final OfficeTerms deputies = new OfficeTerms();

    /** First day after the end of the team. */
    private @Nullable LocalDate vacant;

    /** Nobody holds an office yet. */
    public OfficeHolders() {}

    public OfficeTerms of(Office office) {
        return office == Office.LEADER ? leaders : deputies;
    }

    /** Whether somebody holds the office on a day or a later one. */
    public boolean isHeld(Office office, LocalDate day) {
        return from(day).anyMatch(each -> of(office).on(each).isPresent());
    }

    /** Whether a member who can act may be appointed to the office from a day on, or from a later one. */
    public boolean mayAppoint(Office office, List<MembershipState> memberships, LocalDate day) {
        List<LocalDate> days = Stream.concat(from(day), memberships.stream().flatMap(each -> each.beginnings(day)))
                .toList();
        return memberships.stream()
                .anyMatch(membership -> days.stream()
                        .anyMatch(each -> membership.mayHoldOffice(each) && isFree(office, membership.member(), each)));
    }

    /** The member does not hold the office already; nobody deputises for themselves. */
    private boolean isFree(Office office, MemberId member, LocalDate day) {
        return of(office).on(day).filter(member::equals).isEmpty()
                && (office == Office.LEADER || leaders.next(member, day).isEmpty());
    }

    /** That day, and the later ones on which the holders may change. */
    private Stream<LocalDate> from(LocalDate day) {
        return Stream.concat(
                Stream.of(day),
                Stream.concat(leaders.changes(), deputies.changes()).filter(each -> each.isAfter(day)));
    }

    /** Adds an event, in the order of recording. */
    public void evolve(TeamEvent event) {
        switch (event) {
            case TeamFormed formed -> {
                leaders.add(formed.leader(), formed.effectiveFrom(), null, true);
                deputies.vacant();
            }
            case LeaderAppointed appointed -> leaders.add(appointed.member(), appointed.effectiveFrom(), vacant, false);
            case LeaderRelieved relieved -> leaders.end(relieved.member(), relieved.since());
            case TeamFlaggedLeaderless flagged -> leaders.end(flagged.formerLeader(), flagged.since());
            case DeputyAppointed appointed ->
                deputies.add(appointed.member(), appointed.effectiveFrom(), vacant, false);
            case DeputyRelieved relieved -> deputies.end(relieved.member(), relieved.since());
            case AppointmentCorrected corrected ->
                of(corrected.office()).correct(corrected.enteredFrom(), corrected.effectiveFrom());
            case AppointmentWithdrawn withdrawn -> of(withdrawn.office()).withdraw(withdrawn.enteredFrom());
            case TeamDissolved dissolved -> {
                vacant = dissolved.lastDay().plusDays(1);
                leaders.end(vacant);
                deputies.end(vacant);
            }
            case DissolutionCorrected corrected -> {
                LocalDate last = corrected.lastDay();
                vacant = last == null ? null : last.plusDays(1);
                leaders.endAgain(corrected.enteredLast().plusDays(1), vacant);
                deputies.endAgain(corrected.enteredLast().plusDays(1), vacant);
            }
            case ConsolidationCorrected corrected -> {
                LocalDate right = corrected.effectiveFrom();
                if (right != null) { // a deputy who lost the office loses it on the right day
                    deputies.endAgain(corrected.enteredFrom(), right);
                }
            }
            default -> {}
        }
    }
}
