package vn.soto.projection;

/** The read models can neither be read nor written for now; another try may find them again. No event is at fault. */
public final class ReadModelsUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ReadModelsUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
