package vn.soto.query.team;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberId;

/**
 * Who leads a team.
 *
 * @param leader      absent while nobody is appointed
 * @param leaderSince of the leader, or since when there is none
 * @param deputy      absent while there is none
 */
public record Offices(
        @Nullable String leader,
        LocalDate leaderSince,
        @Nullable String deputy,
        @Nullable LocalDate deputySince) {

    Offices led(MemberId by, LocalDate since) {
        return new Offices(by.value(), since, deputy, deputySince);
    }

    Offices leaderless(LocalDate since) {
        return new Offices(null, since, deputy, deputySince);
    }

    Offices deputised(MemberId by, LocalDate since) {
        return new Offices(leader, leaderSince, by.value(), since);
    }

    Offices deputyless() {
        return new Offices(leader, leaderSince, null, null);
    }
}
