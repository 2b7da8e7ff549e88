package vn.soto.contracts.reorganisation;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Why a row cannot be carried out, and what to do about it.
 *
 * @param row    0 for the file as a whole
 * @param column name in the header
 * @param value  what stands there
 */
public record RowError(int row, String column, Cause cause, String value) {

    /** Each has a text in Vietnamese and English that says what must hold and what to do. */
    public enum Cause {
        FILE_IS_NOT_CSV,
        COLUMN_IS_MISSING,
        COLUMN_IS_UNKNOWN,
        NO_ROWS,
        TOO_MANY_CELLS,
        UNKNOWN_ACTION,
        CELL_IS_NEEDED,
        CELL_IS_NOT_FOR_THIS_ACTION,
        NOT_AN_ID,
        UNKNOWN_KIND,
        DONE_TWICE,
        ENDED_AND_CHANGED,
        ENDED_IN_TWO_WAYS,
        MERGED_INTO_SEVERAL,
        SPLIT_INTO_ONE,
        SUCCEEDS_ITSELF,
        REFERS_TO_AN_ENDED_UNIT,
        /** Of a preview: the ledger has no such unit, and the file does not establish it. */
        UNKNOWN_UNIT,
        /** Of a preview: the unit is no more on that day. */
        ENDED_BEFORE,
        /** Of a preview: what the file establishes is there already. */
        EXISTS_ALREADY
    }

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** In Vietnamese, or in English if that is the language asked for. */
    public String text(Locale language) {
        Locale spoken = language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.of("vi");
        ResourceBundle texts = ResourceBundle.getBundle("vn.soto.contracts.reorganisation.errors", spoken, NO_FALLBACK);
        return new MessageFormat(texts.getString(cause.name()), spoken)
                .format(List.of(column, value).toArray());
    }
}
