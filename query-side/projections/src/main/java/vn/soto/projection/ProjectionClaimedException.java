package vn.soto.projection;

/** A read model cannot be folded anew while another process folds it. */
public final class ProjectionClaimedException extends RuntimeException {

    ProjectionClaimedException(String projection, Throwable cause) {
        super("another query process runs segments of " + projection, cause);
    }
}
