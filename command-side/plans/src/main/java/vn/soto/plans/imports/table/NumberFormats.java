package vn.soto.plans.imports.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The formats of a workbook's cells, as far as they change the text of a number. */
final class NumberFormats {

    private static final long MOST_CHARACTERS = 16L * 1024 * 1024;

    /** Limit of the formats of cells; that of a spreadsheet is a little lower. */
    private static final int MOST = 65_536;

    /** Limit of a format's code, as of a spreadsheet. */
    private static final int LONGEST_CODE = 255;

    /** Numbers of the formats that every workbook has for days (ECMA-376 part 1, 18.8.30). */
    private static final Set<String> DAYS = days();

    private final Map<String, String> byNumber = new HashMap<>();
    private final List<String> ofStyles = new ArrayList<>();

    private static Set<String> days() {
        Set<String> days = new HashSet<>();
        IntStream.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58)
                .mapToObj(String::valueOf)
                .forEach(days::add);
        return Set.copyOf(days);
    }

    static NumberFormats of(WorkbookParts parts, TableCursor cursor) {
        NumberFormats formats = new NumberFormats();
        parts.related("styles", MOST_CHARACTERS).ifPresent(part -> {
            try (part) {
                formats.read(part, cursor);
            }
        });
        return formats;
    }

    private void read(PartReader part, TableCursor cursor) {
        boolean ofCells = false;
        while (part.advance()) {
            if (part.starts("cellXfs") || part.ends("cellXfs")) {
                ofCells = part.starts("cellXfs");
            } else if (part.starts("numFmt")) {
                String code = part.attribute("formatCode");
                byNumber.putIfAbsent(
                        part.attribute("numFmtId"), code.length() > LONGEST_CODE ? "" : NumberText.format(code));
            } else if (ofCells && part.starts("xf")) {
                ofStyles.add(format(part.attribute("numFmtId")));
            }
            if (ofStyles.size() > MOST || byNumber.size() > MOST) {
                throw cursor.refused("file-unpacks-too-large");
            }
        }
    }

    private String format(String number) {
        return DAYS.contains(number) ? NumberText.DAY_FORMAT : byNumber.getOrDefault(number, "");
    }

    /** The format of a cell with this style; see {@link NumberText#format}. */
    String of(int style) {
        return style >= 0 && style < ofStyles.size() ? ofStyles.get(style) : "";
    }
}
