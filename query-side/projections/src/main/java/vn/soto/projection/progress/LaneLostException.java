package vn.soto.projection.progress;

/** Another process has claimed a lane since this one last renewed its claim, and projects it now. */
public final class LaneLostException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LaneLostException(String lane) {
        super("another process has claimed " + lane);
    }
}
