package vn.soto.page.record;

import java.util.List;
import vn.soto.page.PageContext;

/**
 * Values of a parameter between which the reader of a list chooses.
 *
 * @param values the first is what the question does without the parameter
 */
public record Filter(String parameter, List<String> values) {

    public String address(String value, PageContext page) {
        return page.with(parameter, value.equals(values.getFirst()) ? "" : value);
    }

    public boolean isChosen(String value, PageContext page) {
        String chosen = page.parameter(parameter);
        return value.equals(chosen.isEmpty() ? values.getFirst() : chosen);
    }
}
