package vn.soto.query.team;

import java.time.LocalDate;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.projection.Stamped;

/** An event of a team, kept so that the team can be derived for any legal day. */
public record TeamFact(long position, long commit, TeamEvent event) implements Stamped {

    /**
     * First day on which the event holds: an end holds from the day after the last day on. What corrects a wrong entry, or
     * has no day, holds on every day.
     */
    LocalDate firstDay() {
        return switch (event) {
            case MembershipCorrected _ -> LocalDate.MIN;
            case Dated.Until end -> end.lastDay().plusDays(1);
            case Dated dated -> LocalDate.from(dated.happenedOn());
            default -> LocalDate.MIN;
        };
    }

    boolean holdsOn(LocalDate day) {
        return !firstDay().isAfter(day);
    }
}
