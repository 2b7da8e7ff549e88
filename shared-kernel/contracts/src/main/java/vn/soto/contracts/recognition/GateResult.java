package vn.soto.contracts.recognition;

/**
 * The result of a gate.
 *
 * @param asked number that the rule asks for
 * @param found number that the ledger gives
 */
public record GateResult(Gate gate, long asked, long found) {

    public boolean passed() {
        return gate == Gate.DENIED_RECORDS ? found <= asked : found >= asked;
    }
}
