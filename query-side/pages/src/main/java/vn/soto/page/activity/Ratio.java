package vn.soto.page.activity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vn.soto.page.Formats;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * A part of each hundred of a whole, so that units of different size can be compared.
 *
 * @param percent whether the part is some of the whole; otherwise it may be more than that
 */
public record Ratio(Part part, Part whole, boolean percent) {

    private static final int HUNDRED = 100;

    /** Below this a number of each hundred has a decimal. */
    private static final int DECIMAL = 10;

    /** Assistances for each hundred registered households. */
    public static Ratio perHundred(Part line) {
        return new Ratio(line.get("assistances"), line.get("registered"), false);
    }

    /** The share of what people did themselves. */
    public static Ratio bySelf(Part line) {
        return new Ratio(line.at("byMode/SELF_PERFORMED"), line.get("assistances"), true);
    }

    /** The share of the registered households that were helped. */
    public static Ratio helped(Part line) {
        return new Ratio(line.get("households"), line.get("registered"), true);
    }

    /** The share of the registered households for which nobody is responsible. */
    public static Ratio unassigned(Part line) {
        return new Ratio(line.get("unassigned"), line.get("registered"), true);
    }

    /** Whether both are known and there is a whole. */
    public boolean exists() {
        return part.exists() && whole.number() > 0;
    }

    /** Negative if there is none. */
    double value() {
        return exists() ? (double) HUNDRED * part.number() / whole.number() : -1;
    }

    /** As it is printed. */
    private BigDecimal printed() {
        double value = value();
        return BigDecimal.valueOf(value).setScale(percent || value >= DECIMAL ? 0 : 1, RoundingMode.HALF_UP);
    }

    public String text(PageContext page) {
        return exists() ? page.format().number(printed()) + (percent ? "%" : "") : "–";
    }

    /** The difference of what is printed now and what was printed before, with its sign; empty if there was nothing before. */
    public String since(Ratio before, PageContext page) {
        return exists() && before.exists() ? change(printed().subtract(before.printed()), page.format()) : "";
    }

    private static String change(BigDecimal change, Formats format) {
        return change.signum() == 0
                ? format.change(0)
                : (change.signum() > 0 ? "+" : "−") + format.number(change.abs());
    }
}
