package vn.soto.page.activity;

import java.util.List;
import vn.soto.page.Part;

/**
 * A quarter of a trend, with the ways on which people were reached: at their door, and over Zalo.
 *
 * @param line  as the answer has it
 * @param home  assistances at home
 * @param zalo  assistances over Zalo
 * @param self  assistances in which people did it themselves
 * @param total all assistances
 */
public record TrendQuarter(Part line, long home, long zalo, long self, long total) {

    private static final double HUNDRED = 100;

    static List<TrendQuarter> all(Part quarters) {
        return quarters.items().stream().map(TrendQuarter::of).toList();
    }

    private static TrendQuarter of(Part quarter) {
        Part figures = quarter.get("figures");
        Part channels = figures.get("byChannel");
        return new TrendQuarter(
                quarter,
                channels.get("HOME_VISIT").number(),
                channels.get("ZALO").number(),
                figures.at("byMode/SELF_PERFORMED").number(),
                figures.get("assistances").number());
    }

    public String quarter() {
        return line.get("quarter").text();
    }

    /** Whether there is something to compare. */
    public boolean counts() {
        return total > 0;
    }

    /** Of all assistances, in percent. */
    double share(long part) {
        return total == 0 ? 0 : part * HUNDRED / total;
    }
}
