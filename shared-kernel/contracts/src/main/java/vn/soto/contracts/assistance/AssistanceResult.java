package vn.soto.contracts.assistance;

/**
 * A number of people, or of businesses, for whom something came of the help; nobody is named.
 *
 * @param count 0 is a number: it was tried, and nothing came of it
 */
public record AssistanceResult(ResultKind kind, int count) implements Comparable<AssistanceResult> {

    @Override
    public int compareTo(AssistanceResult other) {
        return kind.compareTo(other.kind);
    }
}
