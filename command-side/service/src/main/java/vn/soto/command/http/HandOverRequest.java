package vn.soto.command.http;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/**
 * The recipients of a member's households.
 *
 * @param to            recipients; each is filled in this order
 * @param effectiveFrom first day of the new responsibility
 */
public record HandOverRequest(List<To> to, LocalDate effectiveFrom) {

    /**
     * One recipient.
     *
     * @param team   the recipient's team; the leaving member's own if absent
     * @param atMost maximum number of households; unlimited if absent
     */
    public record To(
            @Nullable TeamId team,
            MemberId member,
            @Nullable Integer atMost) {}
}
