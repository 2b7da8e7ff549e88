package vn.soto.plans.imports.table;

/** The file formats. */
public enum Format {
    /** Text in UTF-8 (or UTF-16 with a byte order mark); cells separated by commas, semicolons or tabs. */
    CSV {
        @Override
        Table open(byte[] file, TableCursor cursor) {
            return new CsvTable(file, cursor);
        }
    },
    /** Office Open XML; the first sheet that is not hidden. */
    XLSX {
        @Override
        Table open(byte[] file, TableCursor cursor) {
            return XlsxTable.open(file, cursor);
        }
    };

    /** Size limit of a file. */
    public static final int MOST_BYTES = 32 * 1024 * 1024;

    /** Limit of the columns with content; empty cells beyond are passed over. */
    static final int MOST_COLUMNS = 100;

    abstract Table open(byte[] file, TableCursor cursor);

    /** @throws InvalidFileException if the file is not of this format */
    public Table open(byte[] file) {
        return open(file, new TableCursor());
    }
}
