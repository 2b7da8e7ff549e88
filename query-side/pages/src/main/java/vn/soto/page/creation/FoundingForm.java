package vn.soto.page.creation;

import java.util.List;
import vn.soto.page.Part;
import vn.soto.page.form.Chooser;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/**
 * The form on which a team is founded.
 *
 * @param key      id of the command, made when the form was opened
 * @param to       where to go on
 * @param coverage chooses the neighbourhoods
 * @param origins  where members come from, as the command describes it
 * @param warnings what the founder looks at before the team is founded all the same; empty if there is nothing
 */
public record FoundingForm(
        String key,
        String to,
        Typed typed,
        Chooser coverage,
        List<Part> origins,
        List<Fault> faults,
        List<String> warnings) {

    static final String MEMBERS = "members";

    public List<Integer> rows() {
        return typed.rows(MEMBERS);
    }

    /** The value of a field of a member. */
    public String of(int row, String field) {
        return typed.text(MEMBERS + "." + row + "." + field);
    }

    public boolean leads(int row) {
        return of(row, "member").equals(typed.text("leader"));
    }

    public String fault(String field) {
        return Fault.text(faults, field);
    }
}
