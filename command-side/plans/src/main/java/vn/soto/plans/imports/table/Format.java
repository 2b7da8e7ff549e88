package vn.soto.plans.imports.table;

/** How a file is written. */
public enum Format {
    /** Text in UTF-8 (or UTF-16 with a byte order mark), cells divided by commas, semicolons or tabs. */
    CSV {
        @Override
        public Table open(byte[] file) {
            return new CsvTable(file);
        }
    },
    /** Office Open XML, first sheet. */
    XLSX {
        @Override
        public Table open(byte[] file) {
            return new XlsxTable(file);
        }
    };

    /** Larger files are refused. */
    public static final int MOST_BYTES = 32 * 1024 * 1024;

    public static final int MOST_ROWS = 500_000;
    static final int MOST_COLUMNS = 100;

    /** @throws InvalidFileException if it is not of this format */
    public abstract Table open(byte[] file);
}
