package vn.soto.contracts.audit;

/**
 * Interval in which a share lies with a confidence of 95 %, by Wilson's score (E. B. Wilson, 1927, without continuity
 * correction): between 0 and 1, and sensible for few trials and for shares of 0 and 1.
 */
public record WilsonInterval(double lower, double upper) {

    /** Two-sided quantile of the standard normal distribution for 95 %. */
    private static final double Z = 1.959963984540054;

    /**
     * @param share  successes by trials
     * @param trials above 0; of weighted trials the effective number
     */
    public static WilsonInterval of(double share, double trials) {
        if (!(trials > 0) || share < 0 || share > 1) {
            throw new IllegalArgumentException("a share of 0 to 1 of some trials, not " + share + " of " + trials);
        }
        double square = Z * Z;
        double centre = share + square / (2 * trials);
        double half = Z * Math.sqrt(share * (1 - share) / trials + square / (4 * trials * trials));
        double whole = 1 + square / trials;
        return new WilsonInterval(
                share == 0 ? 0 : Math.max(0, (centre - half) / whole),
                share == 1 ? 1 : Math.min(1, (centre + half) / whole));
    }

    public static WilsonInterval of(long successes, long trials) {
        return of((double) successes / trials, (double) trials);
    }
}
