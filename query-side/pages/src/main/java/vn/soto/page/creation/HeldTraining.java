package vn.soto.page.creation;

import java.util.List;
import java.util.Map;
import vn.soto.page.Part;
import vn.soto.page.form.Chooser;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/**
 * The form on which a training that was held is recorded.
 *
 * @param key        id of the command, made when the form was opened
 * @param to         where to go on
 * @param topics     what it can be about, as the command describes it
 * @param organisers who can have held it
 * @param choosers   of the organisation and of the teams, by their names; and of the members, by their teams
 */
public record HeldTraining(
        String key,
        String to,
        Typed typed,
        List<Part> topics,
        List<Part> organisers,
        Map<String, Chooser> choosers,
        List<Fault> faults) {

    static final String TEAMS = "teams";
    static final String WHO = "who.";

    public List<String> teams() {
        return typed.all(TEAMS);
    }

    public Chooser chooser(String name) {
        Chooser found = choosers.get(name);
        return found == null ? new Chooser(List.of(), List.of(), "", false, true, "", false) : found;
    }

    /** What a chosen team is called. */
    public String called(String team) {
        return chooser(TEAMS).chosen().stream()
                .filter(option -> option.value().equals(team))
                .findFirst()
                .map(option -> option.name())
                .orElse("");
    }

    public String fault(String field) {
        return Fault.text(faults, field);
    }
}
