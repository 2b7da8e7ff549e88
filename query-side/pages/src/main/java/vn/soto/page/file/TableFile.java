package vn.soto.page.file;

import java.util.List;

/**
 * A file that is written sheet after sheet and row after row. It is given out meanwhile, and holds what was written since
 * the last {@link #taken} alone. No text in it is a formula. Not thread-safe.
 */
public sealed interface TableFile permits XlsxFile, CsvFile {

    /** Begins a sheet with the titles of its columns; the one before is ended. */
    void sheet(String name, List<String> titles);

    /** Writes a row: texts, numbers, days and local times; an empty text is an empty cell. */
    void row(List<?> cells);

    /** The bytes that were written since the last call. */
    byte[] taken();

    /** Ends the file; returns its last bytes. */
    byte[] end();
}
