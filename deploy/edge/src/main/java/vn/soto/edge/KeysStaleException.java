package vn.soto.edge;

import org.springframework.security.oauth2.jwt.BadJwtException;

/** No token can be checked: the issuer's keys were last read too long ago to be used. */
final class KeysStaleException extends BadJwtException {

    KeysStaleException() {
        super("the issuer's keys were last read too long ago");
    }
}
