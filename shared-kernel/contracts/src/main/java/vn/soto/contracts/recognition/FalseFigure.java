package vn.soto.contracts.recognition;

/**
 * A figure that proved false.
 *
 * @param decided points of the criterion in the decision, in thousandths
 * @param present the same as the ledger gives them now
 */
public record FalseFigure(Criterion criterion, long decided, long present) {}
