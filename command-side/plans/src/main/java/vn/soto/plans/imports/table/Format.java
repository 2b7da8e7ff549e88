package vn.soto.plans.imports.table;

/** The file formats. */
public enum Format {
    /** Text in UTF-8 (or UTF-16 with a byte order mark); cells separated by commas, semicolons or tabs. */
    CSV {
        @Override
        public Table open(byte[] file) {
            return new CsvTable(file);
        }
    },
    /** Office Open XML; the first sheet. */
    XLSX {
        @Override
        public Table open(byte[] file) {
            return new XlsxTable(file);
        }
    };

    /** Size limit of a file. */
    public static final int MOST_BYTES = 32 * 1024 * 1024;

    public static final int MOST_ROWS = 500_000;
    static final int MOST_COLUMNS = 100;

    /** @throws InvalidFileException if the file is not of this format */
    public abstract Table open(byte[] file);
}
