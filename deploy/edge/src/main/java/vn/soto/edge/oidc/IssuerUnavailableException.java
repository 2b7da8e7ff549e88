package vn.soto.edge.oidc;

/** The issuer cannot be used for the moment, or as it is set up; the message states the fault, without secrets. */
public final class IssuerUnavailableException extends RuntimeException {

    public IssuerUnavailableException(String message) {
        super(message);
    }
}
