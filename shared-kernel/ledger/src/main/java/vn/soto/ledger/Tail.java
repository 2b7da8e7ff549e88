package vn.soto.ledger;

import java.time.Instant;

/**
 * The end of a ledger: what the next commit continues.
 *
 * @param number last commit's number; 0 for an empty ledger
 * @param next   position the next event will take
 * @param at     when the last commit was recorded
 * @param latest running maximum of event timestamps
 * @param chain  last chain value; the genesis value for an empty ledger
 */
public record Tail(long number, long next, Instant at, Instant latest, Hash chain) {

    public static Tail empty(String origin) {
        return new Tail(0, 0, Instant.EPOCH, Instant.EPOCH, Chain.genesis(origin));
    }
}
