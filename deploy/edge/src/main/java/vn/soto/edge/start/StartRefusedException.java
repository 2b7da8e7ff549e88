package vn.soto.edge.start;

import org.jspecify.annotations.Nullable;

/** The start is refused until the operator corrects a fault; the message states it. */
public final class StartRefusedException extends RuntimeException {

    private final String remedy;

    public StartRefusedException(@Nullable String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
