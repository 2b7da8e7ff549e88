package vn.soto.plans.imports.lookup;

/**
 * Edit distances between short texts, as far as they are small: the number of letters to change, insert or delete. The
 * work of all of them together is limited, because a file decides how many texts are compared.
 */
final class EditDistances {

    /** Limit of the pairs of letters compared: a second, and suggestions for a thousand unknown names of a province. */
    private static final long MOST_STEPS = 1_000_000_000;

    private final long mostSteps;
    private long steps;

    EditDistances() {
        this(MOST_STEPS);
    }

    EditDistances(long mostSteps) {
        this.mostSteps = mostSteps;
    }

    /** The distance; any greater number if it is greater than {@code most} or the limit is reached. */
    int between(String a, String b, int most) {
        int beyond = most + 1;
        if (Math.abs(a.length() - b.length()) > most || steps > mostSteps) {
            return beyond;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            if (next(row, i, a.charAt(i - 1), b) > most) {
                return beyond;
            }
        }
        return Math.min(row[b.length()], beyond);
    }

    /** Replaces the distances of a text's beginning by those of one letter more; returns the least of them. */
    private int next(int[] row, int i, char letter, String b) {
        steps += b.length();
        int diagonal = row[0];
        row[0] = i;
        int least = i;
        for (int j = 1; j <= b.length(); j++) {
            int changed = diagonal + (letter == b.charAt(j - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            least = Math.min(least, row[j]);
        }
        return least;
    }

    long steps() {
        return steps;
    }
}
