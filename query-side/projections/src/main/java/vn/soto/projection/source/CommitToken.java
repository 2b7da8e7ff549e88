package vn.soto.projection.source;

import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Token of a commit: everything up to and including the commit was projected. All events of a commit share its token,
 * so a batch never ends inside a commit.
 *
 * @param number number of the commit; 0 before the first
 * @param chain  chain hash of that commit, which identifies the ledger the read model was built from
 */
public record CommitToken(long number, String chain) implements TrackingToken {

    @Override
    public TrackingToken lowerBound(TrackingToken other) {
        return other instanceof CommitToken token && token.number < number ? token : this;
    }

    @Override
    public TrackingToken upperBound(TrackingToken other) {
        return other instanceof CommitToken token && token.number > number ? token : this;
    }

    @Override
    public boolean covers(TrackingToken other) {
        return !(other instanceof CommitToken token) || token.number <= number;
    }

    @Override
    public OptionalLong position() {
        return OptionalLong.of(number);
    }
}
