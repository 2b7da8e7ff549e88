package vn.soto.page.creation;

import java.util.List;
import java.util.Map;
import vn.soto.page.form.Chooser;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Option;
import vn.soto.page.form.Typed;

/**
 * The form on which households get somebody who is responsible for them.
 *
 * @param to         where to go on
 * @param households without anybody, of the units that the team covers; none where somebody hands over all of theirs
 * @param team       chooses the team
 * @param from       chooses who hands over
 * @param member     chooses who is responsible from then on
 * @param keys       ids of the commands, by their households; of a hand-over the one of {@code from}
 * @param done       number of households that were just assigned; -1 if none was to be
 * @param plan       by which households are handed over; empty if they are not
 */
public record Assigning(
        String to,
        Typed typed,
        List<Option> households,
        Chooser team,
        Chooser from,
        Chooser member,
        Map<String, String> keys,
        List<Fault> faults,
        int done,
        String plan) {

    static final String HOUSEHOLDS = "households";
    static final String FROM = "from";
    static final String KEY = "_key.";

    public boolean isHandOver() {
        return typed.has(FROM);
    }

    public boolean isTicked(String household) {
        return typed.all(HOUSEHOLDS).contains(household);
    }

    public String key(String household) {
        return keys.getOrDefault(household, "");
    }

    public String fault(String field) {
        return Fault.text(faults, field);
    }
}
