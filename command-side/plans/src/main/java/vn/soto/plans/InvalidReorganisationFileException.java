package vn.soto.plans;

import java.util.List;
import vn.soto.contracts.reorganisation.RowError;

/** A reorganisation file with errors; nothing was written. */
public final class InvalidReorganisationFileException extends RuntimeException {

    private final transient List<RowError> errors;

    InvalidReorganisationFileException(List<RowError> errors) {
        super(errors.size() + " errors", null, false, false);
        this.errors = List.copyOf(errors);
    }

    public List<RowError> errors() {
        return errors;
    }
}
