package vn.soto.command.http;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/**
 * Who takes a member's households.
 *
 * @param to            in turn, in this order
 * @param effectiveFrom first day of the new responsibility
 */
public record HandOverRequest(List<To> to, LocalDate effectiveFrom) {

    /**
     * One of them.
     *
     * @param team   the leaving member's own if absent
     * @param atMost households to take now; as many as come if absent
     */
    public record To(
            @Nullable TeamId team,
            MemberId member,
            @Nullable Integer atMost) {}
}
