package vn.soto.edge;

import org.jspecify.annotations.Nullable;

/** Something an operator has to put right before the process can start; the message says what. */
public final class StartRefusedException extends RuntimeException {

    private final String remedy;

    public StartRefusedException(@Nullable String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
