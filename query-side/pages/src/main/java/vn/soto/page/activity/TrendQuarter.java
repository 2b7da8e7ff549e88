package vn.soto.page.activity;

import java.util.List;
import vn.soto.page.Part;

/**
 * A quarter of a trend, with the ways on which people were reached: at their door, over the network, and otherwise.
 *
 * @param line    as the answer has it
 * @param home    assistances at home
 * @param network assistances over Zalo and Facebook
 * @param total   all assistances
 * @param most    assistances of the quarter of the trend that has most
 */
public record TrendQuarter(Part line, long home, long network, long total, long most) {

    private static final String ASSISTANCES = "figures/assistances";

    static List<TrendQuarter> of(Part quarters) {
        long most = quarters.items().stream()
                .mapToLong(quarter -> quarter.at(ASSISTANCES).number())
                .max()
                .orElse(0);
        return quarters.items().stream().map(quarter -> of(quarter, most)).toList();
    }

    private static TrendQuarter of(Part quarter, long most) {
        Part channels = quarter.at("figures/byChannel");
        return new TrendQuarter(
                quarter,
                channels.get("HOME_VISIT").number(),
                channels.get("ZALO").number() + channels.get("FACEBOOK").number(),
                quarter.at(ASSISTANCES).number(),
                most);
    }

    public String quarter() {
        return line.get("quarter").text();
    }

    /** Whether there is something to compare. */
    public boolean counts() {
        return total > 0;
    }

    public long others() {
        return total - home - network;
    }

    /** The start or end of a part of the bar, of 100. */
    public double place(long upTo) {
        return total == 0 ? 0 : Math.round(upTo * 10_000.0 / total) / 100.0;
    }

    /** Of 100, the quarter with most assistances being 100. */
    public long width() {
        return most == 0 ? 0 : Math.round(total * 100.0 / most);
    }
}
