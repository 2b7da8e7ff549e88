package vn.soto.command.http;

/** A file is larger than {@link vn.soto.command.imports.Format#MOST_BYTES}; nothing of it was read. */
final class FileTooLarge extends RuntimeException {

    FileTooLarge() {
        super("file too large", null, false, false);
    }
}
