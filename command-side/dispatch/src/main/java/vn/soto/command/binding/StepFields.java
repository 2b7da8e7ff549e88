package vn.soto.command.binding;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.soto.command.dispatch.KnownIds;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Sealed;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.FreeText;

/**
 * Refuses numbers of persons in the texts of a command that becomes a step of a plan. The step is kept for good before
 * the rules of the command look at it. Sealed parts were checked when they were sealed; ids that the ledger has stay
 * valid.
 */
record StepFields(KnownIds known) {

    /** A fingerprint of what the sender saw. */
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** @throws InvalidFieldException for the component with such a text */
    void check(Command command) {
        checkComponents(command, "");
    }

    private void check(@Nullable Object value, String path) {
        switch (value) {
            case null -> {}
            case Sealed _ -> {}
            case String text -> require(DIGEST.matcher(text).matches() || FreeText.isOpaque(text), path);
            case Id id -> require(FreeText.isOpaque(id.value()) || known.contains(id), path);
            case AccountId account -> require(FreeText.mayNameAnAccount(account) || known.contains(account), path);
            case Collection<?> many -> many.forEach(each -> check(each, path));
            case Record record -> checkComponents(record, path + ".");
            default -> {}
        }
    }

    private void checkComponents(Object record, String prefix) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            check(NewIds.value(component, record), prefix + component.getName());
        }
    }

    private static void require(boolean holdsNoNumber, String path) {
        if (!holdsNoNumber) {
            throw new InvalidFieldException(path, "personal-number");
        }
    }
}
