package vn.soto.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What an answer was made from.
 *
 * @param commit      every read model had taken this commit and all before it
 * @param chain       chain hash of that commit: ties the answer to one ledger
 * @param ledger      number of the ledger's last commit then
 * @param lagSeconds  for how long the oldest commit not taken has been recorded
 * @param stale       whether that is longer than configured
 * @param deadLetters events some read model could not take and set aside; the answer may lack them
 * @param asOf        the commit the answer describes, if the question named one; else it is {@code commit}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Freshness(
        long commit,
        String chain,
        long ledger,
        long lagCommits,
        long lagSeconds,
        boolean stale,
        long deadLetters,
        @Nullable Long asOf) {}
