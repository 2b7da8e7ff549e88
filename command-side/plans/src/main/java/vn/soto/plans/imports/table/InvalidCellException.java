package vn.soto.plans.imports.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cell from which no command can be built; the caller adds the row number. */
public final class InvalidCellException extends RuntimeException {

    private final @Nullable String column;
    private final String code;
    private final transient List<Object> arguments;
    private final @Nullable String suggestion;

    public InvalidCellException(
            @Nullable String column, String code, @Nullable String suggestion, Object... arguments) {
        super(code, null, false, false);
        this.column = column;
        this.code = code;
        this.suggestion = suggestion;
        this.arguments = List.of(arguments);
    }

    public Finding in(int row) {
        return new Finding(row, column, code, arguments, suggestion);
    }
}
