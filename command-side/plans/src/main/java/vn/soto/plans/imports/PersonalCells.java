package vn.soto.plans.imports;

import java.util.List;
import java.util.Optional;
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
 * Cells with personal data. They are validated unsealed and stay in memory until the step is sealed.
 *
 * @param type   the command that records them
 * @param target the command component that names the subject
 * @param texts  the text columns; the first is a name, and without it none of the others is recorded
 */
record PersonalCells(Class<? extends PersonCommand> type, String target, List<Text> texts) {

    /** A column and the command component it fills. */
    record Text(String column, String component) {

        String checked(Cells row) {
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

    /**
     * A mobile number without its leading zero, which a spreadsheet drops from a number; dialled numbers in Việt Nam
     * start with 0.
     */
    private static final Pattern LOST_ZERO = Pattern.compile("[35789]\\d{8}");

    /**
     * Returns one step if any of the cells is filled and none is invalid, otherwise none; each invalid one is a fault of the row.
     *
     * @param about absent if the row does not tell it; the cells are checked all the same
     */
    List<Step> steps(Cells row, Optional<Subject> about) {
        List<Text> given = texts.stream().filter(text -> row.has(text.column)).toList();
        if (given.isEmpty()) {
            return List.of();
        }
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        boolean valid = row.has(texts.getFirst().column)
                || row.tried(() -> row.text(texts.getFirst().column)).isPresent();
        for (Text text : given) {
            Optional<String> checked = row.tried(() -> text.checked(row));
            checked.ifPresent(known -> payload.put(text.component, known));
            valid &= checked.isPresent();
        }
        return valid && about.isPresent()
                ? List.of(new Step.InTheClear(
                        row.row(), type, payload.put(target, about.get().id())))
                : List.of();
    }
}
