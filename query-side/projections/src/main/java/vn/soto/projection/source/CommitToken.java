package vn.soto.projection.source;

import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Everything up to and including a commit was taken. All events of a commit share it, so a batch never ends inside one.
 *
 * @param number the commit; 0 before the first
 * @param chain  chain hash of that commit: a model built up to here was built from this ledger and from no other
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
