package vn.soto.contracts.stipend;

/**
 * The rates that a decision of the province sets, in whole đồng.
 *
 * @param perMonth   lump sum of a month, for a member or a team as the scheme says
 * @param perDay     for a person and day of mobilisation
 * @param perNight   for a person and night of mobilisation
 * @param fewestDays days of a month on which a member can act for the month to count
 */
public record StipendTerms(StipendScheme scheme, long perMonth, long perDay, long perNight, int fewestDays) {

    /** The rate of a mobilisation. */
    public long of(Shift shift) {
        return switch (shift) {
            case DAY -> perDay;
            case NIGHT -> perNight;
        };
    }
}
