package vn.soto.projection;

/** A replay was refused because another process runs segments of the projection. */
public final class ProjectionClaimedException extends RuntimeException {

    ProjectionClaimedException(String projection) {
        super("another query process runs segments of " + projection);
    }
}
