package vn.soto.benchmarks;

import java.util.List;

/** Finds a peer's fastest setting, which is then the one measured. */
final class SettingSearch {

    private SettingSearch() {}

    /** Tries one setting. */
    @FunctionalInterface
    interface Attempt {
        double perSecond(int setting) throws Exception;
    }

    /** The setting that is fastest; more connections than callers are not tried beyond the first. */
    static int best(List<Integer> settings, int callers, Attempt attempt) throws Exception {
        int best = settings.getFirst();
        double fastest = 0;
        for (int setting : settings) {
            if (setting > callers && setting != settings.getFirst()) {
                continue;
            }
            double rate = attempt.perSecond(setting);
            if (rate > fastest) {
                fastest = rate;
                best = setting;
            }
        }
        return best;
    }
}
