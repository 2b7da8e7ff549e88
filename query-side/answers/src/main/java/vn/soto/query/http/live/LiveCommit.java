package vn.soto.query.http.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.soto.query.http.Freshness.Moment;

/**
 * The position of the ledger, and the addresses touched by the commits since the stream's last message.
 *
 * @param commit  last commit that every read model has; 0 before the first
 * @param chain   its chain hash; absent if it is damaged
 * @param at      when it was recorded; absent before the first commit
 * @param touched of what the reader may ask about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LiveCommit(
        long commit, @Nullable String chain, @Nullable Instant at, TouchedAddresses touched) {

    static LiveCommit of(Moment moment, TouchedAddresses touched) {
        return new LiveCommit(moment.commit(), moment.chain(), moment.at(), touched);
    }
}
