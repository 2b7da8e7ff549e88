package vn.soto.web;

import java.time.Instant;

/**
 * Details of an authentication: when the person last showed the password, or signed in at the issuer. An approval asks how long ago that
 * was; whoever has an open session, or knows the PIN of a shared phone, is not the person.
 */
public record ProvenAt(Instant at) {

    /** Of a sign-in that shows neither, such as one with a PIN. */
    public static final ProvenAt NEVER = new ProvenAt(Instant.EPOCH);
}
