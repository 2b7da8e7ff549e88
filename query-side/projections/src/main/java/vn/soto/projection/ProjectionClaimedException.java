package vn.soto.projection;

/** A replay was refused because another process projects the read model. */
public final class ProjectionClaimedException extends RuntimeException {

    ProjectionClaimedException(String projection) {
        super("another query process projects " + projection);
    }
}
