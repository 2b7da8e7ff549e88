package vn.soto.plans.imports.table;

import java.util.ArrayList;
import java.util.List;

/** The texts of a workbook that cells refer to by number. Declared counts are not believed. */
final class SharedTexts {

    static final long MOST_CHARACTERS = 48L * 1024 * 1024;
    static final int MOST = 1_000_000;

    /** Stands for a text that is too long for a cell; a cell that refers to it is refused. */
    private static final String TOO_LONG = "x".repeat(TableCursor.LONGEST_TEXT + 1);

    private final List<String> texts = new ArrayList<>();

    static SharedTexts of(WorkbookParts parts, TableCursor cursor) {
        SharedTexts shared = new SharedTexts();
        parts.related("sharedStrings", MOST_CHARACTERS).ifPresent(part -> {
            try (part) {
                shared.read(part, cursor);
            }
        });
        return shared;
    }

    private void read(PartReader part, TableCursor cursor) {
        while (part.advance()) {
            if (part.starts("si")) {
                if (texts.size() == MOST) {
                    throw cursor.refused("file-unpacks-too-large");
                }
                String text = CellText.ofWorkbook(part.richText("si"));
                texts.add(text.length() > TableCursor.LONGEST_TEXT ? TOO_LONG : text);
            }
        }
    }

    boolean has(int number) {
        return number >= 0 && number < texts.size();
    }

    String text(int number) {
        return texts.get(number);
    }
}
