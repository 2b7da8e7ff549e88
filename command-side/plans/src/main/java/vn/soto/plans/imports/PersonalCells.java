package vn.soto.plans.imports;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.person.Subject;
import vn.soto.domain.person.PersonCommand;
import vn.soto.domain.person.PersonalText;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.plans.Step;
import vn.soto.plans.imports.table.InvalidCellException;

/**
 * Cells that hold personal data. They are checked here, in the clear, and stay in memory until the step is sealed.
 *
 * @param type    the command that records them
 * @param target  its component for whom they are about
 * @param texts   the first is a name, without which nothing else is recorded
 */
record PersonalCells(Class<? extends PersonCommand> type, String target, List<Text> texts) {

    /** A column, and the command's component it becomes. */
    record Text(String column, String component) {

        private String checked(Cells row) {
            PersonalText kind = PersonalText.named(component);
            String text = row.text(column);
            boolean lostZero =
                    kind == PersonalText.PHONE && LOST_ZERO.matcher(text).matches();
            try {
                return kind.checked(column, lostZero ? "0" + text : text);
            } catch (RuleViolatedException e) {
                throw new InvalidCellException(
                        column, e.rule().name(), null, e.arguments().toArray());
            }
        }
    }

    /** A mobile number that a spreadsheet took for a number: no number in Việt Nam is dialled so. */
    private static final Pattern LOST_ZERO = Pattern.compile("[35789]\\d{8}");

    /** A step more if any of the cells is filled. */
    List<Step> steps(Cells row, Subject about) {
        List<Text> given = texts.stream().filter(text -> row.has(text.column)).toList();
        if (given.isEmpty()) {
            return List.of();
        }
        row.text(texts.getFirst().column);
        ObjectNode payload = JsonNodeFactory.instance.objectNode().put(target, about.id());
        given.forEach(text -> payload.put(text.component, text.checked(row)));
        return List.of(new Step.InTheClear(row.row(), about, type, payload));
    }
}
