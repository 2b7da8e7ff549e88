package vn.soto.contracts.recognition;

/**
 * Scores of a round that anybody can make again from the ledger.
 *
 * @param rule    version of the scoring rule
 * @param commit  up to which the ledger is read
 * @param chain   chain hash of that commit, 64 hexadecimal digits
 * @param content hash of the scores, {@link ScoreContent#hash}
 */
public record ScorePin(int rule, long commit, String chain, String content) {}
