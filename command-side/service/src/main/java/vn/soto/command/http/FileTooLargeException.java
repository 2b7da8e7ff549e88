package vn.soto.command.http;

/** A file is larger than {@link vn.soto.plans.imports.Format#MOST_BYTES}; nothing of it was read. */
final class FileTooLargeException extends RuntimeException {

    FileTooLargeException() {
        super("file too large", null, false, false);
    }
}
