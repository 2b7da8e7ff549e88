package vn.soto.page.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * A part of a total, as a line of a chart and of its table.
 *
 * @param value  as the answer has it
 * @param href   page of the events behind it
 * @param width  of 100, the largest value being 100
 * @param before the same of the quarter before; missing if that is not known
 */
public record Bar(String name, Part value, String href, long width, Part before) {

    /** The parts of a total by kind, largest first; those that are 0 in both quarters are left out. */
    static List<Bar> of(Part parts, Part before, String prefix, String figures, PageContext page) {
        List<Bar> bars = new ArrayList<>();
        String name = parts.place().substring(parts.place().lastIndexOf('/') + 1);
        long most = parts.fields().stream()
                .mapToLong(each -> each.getValue().number())
                .max()
                .orElse(0);
        parts.fields().forEach(each -> {
            Part value = each.getValue();
            Part then = before.get(each.getKey());
            if (value.number() > 0 || then.number() > 0) {
                bars.add(new Bar(
                        page.value(name, each.getKey()),
                        value,
                        page.to(figures.formatted(code(prefix, each.getKey()))),
                        most == 0 ? 0 : Math.round(value.number() * 100.0 / most),
                        then));
            }
        });
        bars.sort((one, other) -> Long.compare(other.value.number(), one.value.number()));
        return bars;
    }

    /** The code of an indicator, such as {@code H05.home-visit} of {@code HOME_VISIT}. */
    static String code(String prefix, String value) {
        return prefix + "." + value.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public long percentOf(Part total) {
        return total.number() == 0 ? 0 : Math.round(value.number() * 100.0 / total.number());
    }
}
