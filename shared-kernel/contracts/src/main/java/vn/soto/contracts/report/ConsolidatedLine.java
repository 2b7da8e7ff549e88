package vn.soto.contracts.report;

/**
 * A line of a consolidation. The sum of the parts' lines is {@code value + again}.
 *
 * @param value   each household and business once, as the ledger tells
 * @param again   how often the parts count a household or business that another part counts too; 0 for what cannot be in two parts
 * @param lacking number of teams that say nothing about the line, of whom nothing is counted
 */
public record ConsolidatedLine(String code, long value, long again, int lacking) {

    public long sumOfParts() {
        return value + again;
    }
}
