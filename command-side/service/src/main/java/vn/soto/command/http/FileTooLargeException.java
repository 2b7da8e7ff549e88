package vn.soto.command.http;

/** The file is larger than {@link vn.soto.plans.imports.table.Format#MOST_BYTES}; it was not read. */
final class FileTooLargeException extends RuntimeException {

    FileTooLargeException() {
        super("file too large", null, false, false);
    }
}
