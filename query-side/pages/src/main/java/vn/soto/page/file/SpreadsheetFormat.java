package vn.soto.page.file;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of files for spreadsheets. */
public enum SpreadsheetFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=UTF-8");

    private final String type;

    SpreadsheetFormat(String type) {
        this.type = type;
    }

    public static Optional<SpreadsheetFormat> of(String text) {
        return Stream.of(values()).filter(each -> each.text().equals(text)).findFirst();
    }

    /** How an address and the name of a file write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its media type. */
    public String type() {
        return type;
    }

    /** @param language in which a text file writes fractions */
    public TableFile open(Locale language) {
        return switch (this) {
            case XLSX -> new XlsxFile();
            case CSV -> new CsvFile(language);
        };
    }
}
