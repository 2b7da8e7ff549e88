package vn.soto.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.audit.WilsonInterval;

/**
 * The estimate from call-backs for the records from which the sample was drawn. People who were not reached are no part
 * of the share.
 *
 * @param records    records from which it was drawn
 * @param drawn      records to call back about
 * @param open       of these nobody has called yet
 * @param share      per mille of the records that are confirmed, estimated from those reached; absent if nobody was reached
 * @param lower      lower end of the interval in which the share lies with a confidence of 95 %, per mille
 * @param upper      upper end
 * @param unknown    records of members of whom nobody was reached: the share does not speak of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CallBackEstimate(
        int records,
        int drawn,
        int confirmed,
        int denied,
        int notReached,
        int open,
        @Nullable Integer share,
        @Nullable Integer lower,
        @Nullable Integer upper,
        int unknown) {

    private static final double MILLE = 1_000;

    /** @param results of the records drawn, without those that are open */
    static CallBackEstimate of(int records, int drawn, Collection<Verification> results) {
        int confirmed = count(results, Verification.CONFIRMED);
        int denied = count(results, Verification.DENIED);
        int reached = confirmed + denied;
        return with(
                new Counts(records, drawn, confirmed, denied, count(results, Verification.NOT_REACHED)),
                reached == 0 ? 0 : (double) confirmed / reached,
                reached,
                reached == 0 ? records : 0);
    }

    private record Counts(int records, int drawn, int confirmed, int denied, int notReached) {

        Counts plus(CallBackEstimate other) {
            return new Counts(
                    records + other.records,
                    drawn + other.drawn,
                    confirmed + other.confirmed,
                    denied + other.denied,
                    notReached + other.notReached);
        }
    }

    private static int count(Collection<Verification> results, Verification result) {
        return (int) results.stream().filter(each -> each == result).count();
    }

    /**
     * Over all strata: the shares of the strata weighed by their records. The interval is that of as many equally weighed calls as
     * say the same (L. Kish's effective sample size).
     */
    static CallBackEstimate over(List<CallBackEstimate> strata) {
        Counts counts = new Counts(0, 0, 0, 0, 0);
        double weights = 0;
        double squares = 0;
        double confirmed = 0;
        int unknown = 0;
        for (CallBackEstimate stratum : strata) {
            counts = counts.plus(stratum);
            int reached = stratum.confirmed + stratum.denied;
            if (reached == 0) {
                unknown += stratum.records;
            } else {
                weights += stratum.records;
                squares += (double) stratum.records * stratum.records / reached;
                confirmed += (double) stratum.records * stratum.confirmed / reached;
            }
        }
        return with(
                counts,
                weights == 0 ? 0 : Math.min(1, confirmed / weights),
                weights == 0 ? 0 : weights * weights / squares,
                unknown);
    }

    private static CallBackEstimate with(Counts counts, double share, double trials, int unknown) {
        WilsonInterval interval = trials > 0 ? WilsonInterval.of(share, trials) : null;
        return new CallBackEstimate(
                counts.records,
                counts.drawn,
                counts.confirmed,
                counts.denied,
                counts.notReached,
                counts.drawn - counts.confirmed - counts.denied - counts.notReached,
                interval == null ? null : (int) Math.round(share * MILLE),
                interval == null ? null : (int) Math.floor(interval.lower() * MILLE),
                interval == null ? null : (int) Math.ceil(interval.upper() * MILLE),
                unknown);
    }
}
