package vn.soto.projection;

/**
 * Another process has changed a document since it was read: it projects now what this process was about to. The batch is
 * not to be completed; whoever reads the documents again finds what is missing in them.
 */
public final class DocumentsChangedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DocumentsChangedException(String collection, Throwable cause) {
        super("another process has changed documents of " + collection + " since they were read", cause);
    }
}
